"""Decisions, rules and acts in words.

A decision reads as an adverbial phrase, so that it fits behind any verb: "only *by a resolution of the General Assembly
passed by at least three quarters of the votes cast and with the prior written consent of the Attorney General*".
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from charterlang._records import record
from charterlang.model import Charter
from charterlang.model.decisions import Act, Both, Consent, Deciding, Decision, Either, Never, Power, Rule, SomeOf
from charterlang.model.entities import EntityKind
from charterlang.model.quantities import Money
from charterlang.papers.catalogue import Catalogue, Said, words
from charterlang.papers.markup import Phrase, slug
from charterlang.papers.names import Names, kind_of
from charterlang.papers.tree import Reference

_IN_A_WORD = frozenset({"unanimity", "consent", "consensus", "plurality", "lot"})
"""Rules whose name says all: a share beside them says nothing more."""


@record
class Phrases:
    """The wording of one paper. `parts` says which clauses word a part of the constitution (`powers`, `purpose` …)."""

    charter: Charter
    catalogue: Catalogue
    names: Names
    parts: dict[str, tuple[str, ...]]

    # --- decisions ---------------------------------------------------------------------------------------------

    def decision(self, decision: Decision) -> Phrase:
        """A decision, as the phrase that follows "only"."""
        say = self.catalogue.say
        if isinstance(decision, Deciding):
            return self._deciding(decision)
        if isinstance(decision, Consent):
            rule = say("given", rule=self.rule(decision.rule)) if decision.rule else ""
            return say("with consent", of=self.names.the(decision.of), rule=rule, tests=self.tests(decision.tests))
        if isinstance(decision, Both):
            return self.catalogue.join([self._inner(part) for part in decision.parts])
        if isinstance(decision, Either):
            return say("either", parts=self.catalogue.join([self._inner(part) for part in decision.parts], "or"))
        if isinstance(decision, SomeOf):
            count = self.catalogue.count(decision.need)
            return say("some of", number=count, parts=self.catalogue.join([self._inner(p) for p in decision.parts]))
        return say("never")

    def _inner(self, part: Decision) -> Phrase:
        said = self.decision(part)
        return said if isinstance(part, Deciding | Consent) else self.catalogue.say("in brackets", part=said)

    def _deciding(self, deciding: Deciding) -> Phrase:
        charter, body = self.charter, deciding.body
        rule = self.catalogue.say("passed", rule=self.rule(deciding.rule)) if deciding.rule else ""
        name = self.names.the(body)
        if body in charter.organs:
            office = charter.organs[body].kind == "office"
            return self.catalogue.say("by the office" if office else "by resolution", body=name, rule=rule)
        if body in charter.classes:
            shares = charter.classes[body].kind == "shares"
            return self.catalogue.say("by resolution of holders" if shares else "by resolution", body=name, rule=rule)
        if body == self.names.subject:
            return self.catalogue.say("by its own decision", body=name, rule=rule)
        person = body in charter.entities and charter.entities[body].kind is EntityKind.PERSON
        return self.catalogue.say("by decision of a person" if person else "by decision", body=name, rule=rule)

    def tests(self, tests: Sequence[str]) -> Phrase | str:
        """On what ground alone a consent may be refused; nothing where it is at its giver's discretion."""
        if not tests:
            return ""
        named = [self.catalogue.name("tests", test) for test in tests]
        return self.catalogue.say("tested", tests=self.catalogue.join(named, "or"))

    def rule(self, rule: Rule) -> Phrase:
        """How a body decides, as a phrase that follows "passed" or "decides"."""
        say = self.catalogue.say
        of: Said = self._of(rule)
        if rule.of_seats is not None:
            need, seats = rule.of_seats
            said = say("rule seats", need=self.catalogue.count(need), seats=self.catalogue.count(seats))
        elif rule.kind in _IN_A_WORD:
            said = say(f"rule {rule.kind}", of=of)
        elif rule.kind == "majority" and rule.share in (None, Fraction(1, 2)):
            said = say("rule majority of", of=of) if of else say("rule majority")
        elif rule.share is not None:
            said = say("rule share", share=self.catalogue.fraction(rule.share), of=of or say("of votes"))
        else:
            said = say(f"rule {rule.kind}" if self.catalogue.has(f"rule {rule.kind}") else "rule other", of=of)
        for more in (self._in_each(rule), self._conditions(rule)):
            said = self.catalogue.set("{said}{more}", said=said, more=more) if more else said
        return said

    def _of(self, rule: Rule) -> Phrase | str:
        key = f"of {rule.basis}"
        return self.catalogue.say(key) if rule.basis and self.catalogue.has(key) else ""

    def _in_each(self, rule: Rule) -> Phrase | str:
        return self.catalogue.say("in each", name=rule.in_each) if rule.in_each else ""

    def _conditions(self, rule: Rule) -> Phrase | str:
        say, found = self.catalogue.say, []
        if rule.quorum is not None:
            found.append(say("with quorum", quorum=self.measure(rule.quorum)))
        if rule.notice is not None:
            found.append(say("with notice", notice=self.catalogue.duration(rule.notice)))
        if rule.readings > 1:
            apart = say("apart", apart=self.catalogue.duration(rule.apart)) if rule.apart else ""
            found.append(say("in readings", number=self.catalogue.count(rule.readings), apart=apart))
        if rule.ties_to:
            found.append(say("ties to", of=self.names.the(rule.ties_to)))
        return say("conditions", conditions=self.catalogue.join(found)) if found else ""

    def measure(self, measure: Fraction | int) -> Phrase:
        """A quorum: a share of the members, or a number of them."""
        if isinstance(measure, Fraction):
            return self.catalogue.say("measure share", share=self.catalogue.percent(measure))
        return self.catalogue.say("measure number", number=self.catalogue.count(measure))

    # --- acts --------------------------------------------------------------------------------------------------

    def thing(self, name: str, *, brief: bool = False) -> Phrase:
        """The thing of an act: an element's name, "these Bylaws", or the clauses of them that word a part.

        In brief, as in a heading, it does not say where those clauses are.
        """
        say = self.catalogue.say
        owner, articles, part = name.partition(".articles")
        if articles and owner in self.charter.entities:
            own = owner == self.names.subject
            if not part:
                return say("these deeds", deed=self.names.deed) if own else say("deeds of", of=self.names.the(owner))
            topic = self.catalogue.name("parts of deeds", part.removeprefix("."))
            places = self.parts.get(part.removeprefix("."), ()) if own and not brief else ()
            if places:
                first, *more = places
                rest = [self.catalogue.set("{?, {place}?}", place=Phrase((Reference(place),))) for place in more]
                listed = Phrase((Reference(first), *(inline for each in rest for inline in each.inlines)))
                return say("part of these deeds", deed=self.names.deed, part=topic, places=listed)
            deed = say("these deeds", deed=self.names.deed) if own else say("deeds of", of=self.names.the(owner))
            return say("part of deeds", part=topic, deed=deed)
        return self.names.the(name)

    def act(self, act: Act) -> Phrase:
        """An act as a verb with its thing: "relicense the Open Cookbook"."""
        return self._act(act, 0)

    def doing(self, act: Act) -> Phrase:
        """An act as a noun: "relicensing the Open Cookbook"."""
        return self._act(act, 1)

    def heading(self, act: Act) -> str:
        """An act as the heading of a clause: "Relicensing the Open Cookbook"."""
        return capital(str(self._act(act, 1, brief=True)))

    def meaning(self, act: Act) -> Phrase:
        """What the act is, where its verb alone does not say it; else nothing."""
        kind = kind_of(self.charter, act.thing, self.names.subject)
        for key in (f"meaning of {act.action} {kind}", f"meaning of {act.action}"):
            if self.catalogue.has(key):
                return self.catalogue.say(key)
        return words("")

    def _act(self, act: Act, form: int, *, brief: bool = False) -> Phrase:
        kind = kind_of(self.charter, act.thing, self.names.subject)
        acts = self.catalogue.pattern("acts")
        thing = self.thing(act.thing, brief=brief)
        for key in (f"{act.action} {kind}", act.action):
            if key in acts:
                return self.catalogue.set(acts[key][form], thing=thing)
        verb = act.action.replace("-", " ").replace("_", " ")
        return self.catalogue.set(acts["any"][form], action=verb, thing=thing)

    # --- figures -----------------------------------------------------------------------------------------------

    def money(self, money: Money) -> str:
        """An amount with its currency."""
        declared = self.charter.currencies.get(money.currency)
        return self.catalogue.money(money, declared.title if declared else "")

    def date(self, iso: str) -> str:
        """A date in the manner of the charter's jurisdiction."""
        return self.catalogue.date(iso, self.charter.header.jurisdiction[:2])

    # --- powers ------------------------------------------------------------------------------------------------

    def power(self, power: Power, who: Phrase | None = None) -> Phrase:
        """A power as one sentence, without its full stop."""
        say = self.catalogue.say
        who = who or self.names.the(power.holder)
        if isinstance(power.decision, Never):
            return say("power never", act=self.act(power.act), until=self._until(power))
        more = [say("power after", act=self.doing(power.after))] if power.after else []
        if power.only_open:
            more.append(say("power only open"))
        if power.on_behalf:
            more.append(say("power on behalf", of=self.names.the(power.on_behalf)))
        decision = self.decision(power.decision)
        passive = self._passive(power.act)
        if passive:
            said = say("power passive", passive=passive, decision=decision)
        else:
            said = say("power", who=who, act=self.act(power.act), decision=decision)
        for each in more:
            said = self.catalogue.set("{said}{more}", said=said, more=each)
        until = self._until(power)
        return self.catalogue.set("{said}{until}", said=said, until=until) if until else said

    def _passive(self, act: Act) -> Phrase | None:
        """An act of which no doer is named: "these Bylaws may be amended"; None where the doer is."""
        kind = kind_of(self.charter, act.thing, self.names.subject)
        forms = self.catalogue.pattern("acts").get(f"{act.action} {kind}", ())
        return self.catalogue.set(forms[2], thing=self.thing(act.thing)) if len(forms) > 2 else None

    def _until(self, power: Power) -> Phrase | str:
        return self.catalogue.say("power until", until=self.date(power.until)) if power.until else ""


def capital(text: str) -> str:
    """`text` with its first letter large."""
    return text[:1].upper() + text[1:]


def clause_of(power: Power) -> str:
    """The id of the clause that words a power: the part of its id after its holder."""
    return slug(power.id.removeprefix(f"{power.holder}."))
