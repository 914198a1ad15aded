"""Duties and what follows from their breach, in whole sentences."""

from __future__ import annotations

from charterlang._records import record
from charterlang.model.things import Consequence, Duty
from charterlang.papers.catalogue import Catalogue, Said
from charterlang.papers.markup import Phrase
from charterlang.papers.phrases import Phrases


@record
class Duties:
    """The wording of duties in one paper."""

    phrases: Phrases

    @property
    def catalogue(self) -> Catalogue:
        """The words of the paper's language."""
        return self.phrases.catalogue

    def sentence(self, duty: Duty) -> Phrase:
        """What the debtor must do, as a sentence without its full stop."""
        say, the = self.catalogue.say, self.phrases.names.the
        things = self.catalogue.join([self.phrases.thing(thing) for thing in duty.things if thing])
        licence = say("under licence", licence=duty.licence) if duty.licence else ""
        to = self._to(duty)
        values: dict[str, Said] = {
            "debtor": the(duty.debtor),
            "amount": self.amount(duty),
            "to": to,
            "things": things,
            "licence": licence,
            "acts": self.catalogue.join([self.phrases.act(act) for act in duty.acts], "or"),
            "tests": self.phrases.tests(duty.tests),
            "text": self._text(duty),
            "when": self._when(duty),
        }
        return say(self._key(duty), **values)

    def _text(self, duty: Duty) -> Phrase | str:
        """The words of a duty; what is published may be an element by name, or a word such as `improvements`."""
        if duty.kind != "publish":
            return duty.text
        if duty.text in self.phrases.charter.elements:
            return self.phrases.thing(duty.text)
        return self.catalogue.say("its own", what=duty.text.replace("-", " ").replace("_", " "))

    def _key(self, duty: Duty) -> str:
        nothing = duty.kind == "distribute" and not duty.share
        variants = (
            f"duty {duty.kind} nothing" if nothing else "",
            f"duty {duty.kind} text" if duty.text and not any(duty.things) else "",
            f"duty {duty.kind} nobody" if not self._to(duty) else "",
            f"duty {duty.kind}",
        )
        return next((key for key in variants if key and self.catalogue.has(key)), "duty other")

    def _to(self, duty: Duty) -> Phrase | str:
        to = duty.things if duty.kind == "contribute" else ()
        creditors = [each for each in (to or duty.creditors or (duty.creditor,)) if each]
        return self.catalogue.join([self.phrases.names.the(each) for each in creditors]) if creditors else ""

    def amount(self, duty: Duty) -> Phrase | str:
        """How much is owed: "10% of its Surplus", "USD 500 a month"."""
        say = self.catalogue.say
        if duty.share is not None:
            bases = self.catalogue.pattern("bases of shares")
            base = self.catalogue.set(bases.get(duty.base, "{base}"), base=duty.base.replace("-", " "))
            return say("share of base", share=self.catalogue.percent(duty.share), base=base)
        if duty.money is not None:
            money = self.phrases.money(duty.money)
            return (
                say("money a period", money=money, period=self.catalogue.name("a period", duty.per))
                if duty.per
                else money
            )
        return ""

    def _when(self, duty: Duty) -> Phrase | str:
        """By when and for how long, as it follows the sentence."""
        say, found = self.catalogue.say, []
        if duty.every is not None:
            found.append(say("duty every", every=self.catalogue.every(duty.every)))
        if duty.within is not None:
            plain = duty.kind == "publish" and duty.text in self.phrases.charter.elements
            key = "duty within" if plain else f"duty within {duty.kind}"
            key = key if self.catalogue.has(key) else "duty within"
            found.append(say(key, within=self.catalogue.duration(duty.within)))
        if duty.for_time is not None:
            found.append(say("duty for", time=self.catalogue.duration(duty.for_time)))
        if duty.until:
            found.append(say("duty until", until=self.phrases.date(duty.until)))
        if duty.after is not None:
            found.append(say("duty after", act=self.phrases.doing(duty.after)))
        said: Phrase | str = ""
        for each in found:
            said = self.catalogue.set("{said}{each}", said=said, each=each)
        return said

    def terms(self, duty: Duty, *, enforceable: bool = True) -> tuple[Phrase, ...]:
        """Who may enforce the duty, what a breach costs, and what weakens it: sentences without their full stops."""
        say, the = self.catalogue.say, self.phrases.names.the
        found: list[Phrase] = []
        holders = [holder for holder in (duty.enforced_by, duty.creditor) if holder]
        if not duty.binding:
            found.append(say("duty not binding"))
        elif not holders:
            found.append(say("duty enforced by nobody", debtor=the(duty.debtor)))
        elif enforceable:
            found.append(say("duty enforced", of=the(holders[0]), debtor=the(duty.debtor)))
        if duty.revocable_by:
            found.append(say("duty revocable", of=the(duty.revocable_by)))
        if duty.survives:
            events = self.catalogue.join([self.catalogue.name("events", event) for event in duty.survives])
            found.append(say("duty survives", events=events))
        if duty.consequence is not None:
            found.append(say("on breach", consequence=self.consequence(duty.consequence)))
        return tuple(found)

    def consequence(self, consequence: Consequence) -> Phrase:
        """What a breach costs, as a sentence without its full stop."""
        say = self.catalogue.say
        after = say("after notice", time=self.catalogue.duration(consequence.after)) if consequence.after else ""
        values: dict[str, Said] = {
            "party": self.phrases.names.the(consequence.party) if consequence.party else "",
            "thing": self.phrases.thing(consequence.thing) if consequence.thing else "",
            "to": say("to party", party=self.phrases.names.the(consequence.to)) if consequence.to else "",
            "act": self.phrases.act(consequence.act) if consequence.act else "",
            "licence": consequence.licence,
            "money": self.phrases.money(consequence.money) if consequence.money else "",
            "text": consequence.text,
            "after": after,
        }
        kind = consequence.kind
        if kind == "loses" and consequence.thing and consequence.text == "licence":
            kind = "loses-licence"
        key = f"breach {kind} text" if consequence.text and not consequence.thing else f"breach {kind}"
        return say(key if self.catalogue.has(key) else "breach words", **values)
