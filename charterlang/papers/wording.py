"""How votes, seats, profit, money that moves and the rules of a legal form are put in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from charterlang._records import record
from charterlang.law.form_rows import Cap, Form
from charterlang.model.decisions import leaves
from charterlang.model.entities import DisputeStep, EntityKind, MemberClass, Organ, SeatLine, SurplusShare, Voting
from charterlang.model.quantities import Duration, Money
from charterlang.model.things import Duty, Flow, Mode
from charterlang.papers.body import Body
from charterlang.papers.catalogue import Catalogue, Said
from charterlang.papers.families import PRESCRIBED
from charterlang.papers.markup import Phrase, slug
from charterlang.papers.phrases import Phrases, capital


@record
class Wording:
    """The wording of one paper beyond decisions and duties."""

    phrases: Phrases

    @property
    def catalogue(self) -> Catalogue:
        """The words of the language."""
        return self.phrases.catalogue

    # --- lists -------------------------------------------------------------------------------------------------

    def named(self, things: Iterable[Any], word: str = "and") -> Phrase:
        """The names of elements, given as ids or as themselves, in a list."""
        ids = [thing if isinstance(thing, str) else thing.id for thing in things]
        return self.catalogue.join([self.phrases.names.the(each) for each in dict.fromkeys(ids)], word)

    def people(self, classes: Iterable[str]) -> Phrase:
        """Those who belong to classes or bodies: the holders of shares, else the class itself."""
        return self.catalogue.join([self.person(each) for each in classes])

    def person(self, name: str) -> Phrase:
        """Those who belong to one class or body."""
        cls = self.phrases.charter.classes.get(name)
        the = self.phrases.names.the(name)
        return self.catalogue.say("the holders", of=the) if cls is not None and cls.kind == "shares" else the

    def worded(self, table: str, keys: Iterable[str], word: str = "and") -> Phrase:
        """Words of a table of the catalogue in a list."""
        return self.catalogue.join([self.catalogue.name(table, key) for key in keys], word)

    # --- classes -----------------------------------------------------------------------------------------------

    def voting(self, cls: MemberClass) -> Phrase:
        """How a class votes, as a sentence without its full stop."""
        voting = cls.voting
        assert voting is not None
        the = self.phrases.names.the(cls.id)
        per = self.catalogue.name("voters", voting.per)
        values: dict[str, Said] = {"of": the, "per": per}
        key = f"voting {voting.kind}"
        if voting.kind == "fixed":
            key = "voting fixed share" if voting.share is not None else "voting fixed votes"
            values["share"] = self.catalogue.percent(voting.share) if voting.share is not None else ""
            values["votes"] = self.catalogue.count(voting.votes or 0)
        if cls.kind == "shares" and self.catalogue.has(f"{key} of shares"):
            key = f"{key} of shares"
        said = self.catalogue.say(key if self.catalogue.has(key) else "voting other", **values)
        return self._capped(said, voting)

    def _capped(self, said: Phrase, voting: Voting) -> Phrase:
        if voting.cap is None and voting.cap_votes is None:
            return said
        most = (
            self.catalogue.percent(voting.cap)
            if voting.cap is not None
            else self.catalogue.count(voting.cap_votes or 0)
        )
        cap = self.catalogue.say("voting cap" if voting.cap is not None else "voting cap votes", most=most)
        return self.catalogue.set("{said}{cap}", said=said, cap=cap)

    def profit(self, cls: MemberClass) -> Phrase:
        """What a class takes of profit, as a sentence without its full stop."""
        share = self.catalogue.percent(cls.profit_share) if cls.profit_share is not None else ""
        key = f"profit {cls.profit}"
        of = self.phrases.names.the(cls.id)
        said = self.catalogue.say(
            key if self.catalogue.has(key) else "profit other", of=of, share=share, how=cls.profit
        )
        if cls.profit_cap is None:
            return said
        cap = self.catalogue.say("profit cap", cap=self.catalogue.percent(cls.profit_cap))
        return self.catalogue.set("{said}{cap}", said=said, cap=cap)

    # --- organs ------------------------------------------------------------------------------------------------

    def seats(self, line: SeatLine) -> Phrase:
        """Who fills which seats, as an item of a list without its stop."""
        say, the = self.catalogue.say, self.phrases.names.the
        if line.how == "ex-officio":
            return say("seat ex officio", by=the(line.by))
        if line.number is not None:
            number = say("one seat") if line.number == 1 else say("seats", number=self.catalogue.count(line.number))
        elif line.word:
            number = say(f"seats {line.word}")
        elif line.share is not None:
            number = say("seats share", share=self.catalogue.fraction(line.share))
        else:
            number = say("seats others")
        said = say(f"seats {line.how}", number=number, by=self.person(line.by))
        if line.chosen_from:
            said = self.catalogue.set("{said}{more}", said=said, more=say("seats from", of=the(line.chosen_from)))
        if line.on_behalf:
            said = self.catalogue.set("{said}{more}", said=said, more=say("on behalf", of=the(line.on_behalf)))
        return said

    def own_seats(self, organ: Organ) -> Phrase:
        """The seats that an organ fills itself, as an item of a list without its stop."""
        share = organ.self_filling or Fraction(0)
        number = share * (organ.seats or 0)
        if share == 1:
            return self.catalogue.say("filled by itself all")
        said: Said = self.catalogue.say("seats share", share=self.catalogue.fraction(share))
        if number and number.denominator == 1:
            count = self.catalogue.count(int(number))
            said = self.catalogue.say("one seat" if number == 1 else "seats", number=count)
        return self.catalogue.say("filled by itself", number=said)

    # --- money -------------------------------------------------------------------------------------------------

    def surplus(self, share: SurplusShare) -> Phrase:
        """Who takes a part of the surplus, as a sentence without its full stop."""
        known = share.to in self.phrases.charter.elements
        to = self.phrases.names.the(share.to) if known else self.catalogue.name("uses of surplus", share.to)
        kept = share.to == self.phrases.names.subject
        if share.share is None:
            return self.catalogue.say("surplus rest kept" if kept else "surplus rest", to=to)
        return self.catalogue.say(
            "surplus kept" if kept else "surplus share", share=self.catalogue.percent(share.share), to=to
        )

    def flow(self, flow: Flow) -> Phrase:
        """Value that comes in, as an item of a list without its stop."""
        the, say = self.phrases.names.the, self.catalogue.say
        amount = self.phrases.money(flow.money)
        if flow.per:
            amount = str(say("money a period", money=amount, period=self.catalogue.name("a period", flow.per)))
        return say(
            "flow in kind" if flow.in_kind else "flow",
            source=the(flow.source),
            of=self._receiver(flow),
            amount=amount,
            what=say("flow for", what=flow.what) if flow.what else "",
            until=say("duty until", until=self.phrases.date(flow.until)) if flow.until else "",
            starting=say("flow from", date=self.phrases.date(flow.starting)) if flow.starting else "",
        )

    def _receiver(self, flow: Flow) -> Phrase | str:
        if flow.target == self.phrases.names.subject:
            return ""
        target = self.phrases.charter.entities.get(flow.target)
        key = "flow into" if target is not None and target.kind is EntityKind.FUND else "flow to"
        return self.catalogue.say(key, target=self.phrases.names.the(flow.target))

    def floor(self, floor: Money | Duration) -> str | Phrase:
        """A reserve that is kept: an amount, or the costs of a time."""
        if isinstance(floor, Money):
            return self.phrases.money(floor)
        return self.catalogue.say("costs of", time=self.catalogue.duration(floor))

    def mode(self, mode: Mode) -> Phrase:
        """A way in which a need is met, as an item of a list without its stop."""
        the, say = self.phrases.names.the, self.catalogue.say
        what = self.catalogue.name("modes", mode.kind)
        return say(
            "mode",
            what=what,
            source=say("mode from", source=the(mode.source)) if mode.source else "",
            payer=say("mode paid by", payer=the(mode.paid_by)) if mode.paid_by else "",
            text=say("mode text", text=mode.text) if mode.text else "",
        )

    # --- duties ------------------------------------------------------------------------------------------------

    def duty_heading(self, duty: Duty) -> str:
        """The heading of a duty's clause."""
        return capital(self.catalogue.name("duties", duty.kind))

    def instrument(self, duty: Duty) -> Phrase:
        """The instrument of a duty: an agreement, or somebody's constitution."""
        return self.phrases.thing(duty.instrument)

    # --- disputes ----------------------------------------------------------------------------------------------

    def dispute_steps(self, steps: Sequence[DisputeStep]) -> Phrase:
        """The steps of settling a dispute, in their order."""
        said: list[Said] = []
        for step in steps:
            known = step.step in self.phrases.charter.elements
            what: Said = (
                self.catalogue.say("dispute before", of=self.phrases.names.the(step.step))
                if known
                else self.catalogue.name("dispute steps", step.step)
            )
            said.append(self.catalogue.say("dispute in", step=what, place=step.place) if step.place else what)
        return self.catalogue.join(said, "then")

    # --- the law of a form ---------------------------------------------------------------------------------------

    def caps(self, form: Form) -> Phrase:
        """The limits that the law of a form sets on what leaves the body."""
        said = [self._cap(cap) for cap in form.distribution.caps if cap.bound == "max"]
        return self.catalogue.join(said or [str(self.catalogue.say("caps of law"))], "semicolon")

    def reserve_floors(self, form: Form) -> Phrase | str:
        """The reserves that the law of a form asks for."""
        said = [self._cap(cap) for cap in form.distribution.caps if cap.bound == "min"]
        return self.catalogue.say("floors", floors=self.catalogue.join(said, "semicolon")) if said else ""

    def _cap(self, cap: Cap) -> Phrase:
        """A limit that the law sets: its number in the manner of the language, a formula in its own words."""
        what = cap.applies_to
        if cap.percent is None:
            figures: Mapping[str, str] = self.catalogue.pattern("figures")
            value = re.sub(r"(\d) percent\b", r"\1" + figures["percent"].replace("{number}", ""), str(cap.value))
            return self.catalogue.say("cap formula", what=what, value=value)
        if cap.percent == 0 and cap.bound == "max":
            return self.catalogue.say("cap nothing", what=what)
        of = cap.unit.removeprefix("percent")
        return self.catalogue.say(f"cap {cap.bound}", what=what, share=self.catalogue.percent(cap.percent / 100), of=of)


def duty_clause(duty: Duty) -> str:
    """The id of the clause that words a duty: the part of its id after the constitution's."""
    return slug(duty.id.removeprefix(f"{duty.instrument}."))


def decides_by_consent(body: Body) -> bool:
    """Whether any organ, class or power of a body decides by consent or consensus."""
    rules = [organ.rule for organ in body.entity.organs] + [cls.rule for cls in body.entity.classes]
    rules += [leaf.rule for power in body.all_powers for leaf in leaves(power.decision)]
    rules += [leaf.rule for each in body.provisions if each.decided_by for leaf in leaves(each.decided_by)]
    return any(rule is not None and rule.kind in ("consent", "consensus") for rule in rules)


def inserted_subjects(form: Form) -> str:
    """The subjects that a model constitution prescribed by law covers by itself, as a list for a directive."""
    if form.id not in PRESCRIBED:
        return ""
    return (
        "meetings, general-meetings, voting, board-appointment, records, notices, directors, trustee-meetings, "
        "trustees-exit, trustee-benefits, conflict-of-interest, regulator-statement, liability, articles, memorandum"
    )


def fraction_of(text: str) -> Fraction:
    """A share written as "3/4"."""
    return Fraction(text)
