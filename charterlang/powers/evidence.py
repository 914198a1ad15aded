"""Why a breach can happen, in sentences: each step of the derivation with the place in the charter it rests on."""

from __future__ import annotations

from fractions import Fraction

from charterlang._records import record
from charterlang.model.decisions import Power
from charterlang.model.entities import Organ
from charterlang.powers.control import parts_of, seat_shares
from charterlang.powers.derivation import Step as Proof
from charterlang.powers.entry import needed, obstacles
from charterlang.powers.levels import Assessment
from charterlang.powers.measures import MAJORITY
from charterlang.powers.terms import CONSENT_TESTS
from charterlang.powers.verdicts import Step
from charterlang.powers.wording import act_words, decision_words, joined, percent, verb
from charterlang.powers.world import World
from charterlang.source import Span

SILENT = frozenset({"by", "parts", "is", "class", "stronger", "undescribed", "breach", "through", "consents"})
"""Steps that only pass something on; a reader does not miss them."""


@record
class Told:
    """A proof in words: its sentences in order, each once; every model element it uses; consents that test nothing."""

    steps: tuple[Step, ...]
    elements: tuple[str, ...]
    passed: tuple[str, ...]


def told(world: World, found: Assessment) -> Told:
    """The derivation of a breach in words; what leads to its core is told once for all that share it."""
    if found.coalition is None:
        return Told((), (), ())
    core = found.settled.told
    if not isinstance(core, Told):
        core = found.settled.told = _told(world, found.settled.proof)
    if not found.links:
        return core
    last = _told(world, found.links)
    fresh = [step for step in last.steps if all(step.text != known.text for known in core.steps)]
    return Told(
        (*core.steps, *fresh),
        tuple(dict.fromkeys((*core.elements, *last.elements))),
        tuple(dict.fromkeys((*core.passed, *last.passed))),
    )


def _told(world: World, proof: tuple[Proof, ...]) -> Told:
    steps: dict[str, Step] = {}
    elements: dict[str, None] = {}
    passed: dict[str, None] = {}
    teller = Teller(world)
    for link in proof:
        step = teller.tell(link)
        elements.update(dict.fromkeys(step.elements))
        if step.text:
            steps.setdefault(step.text, step)
        if isinstance(link.label, tuple) and link.label[0] == "untested":
            passed[link.label[1]] = None
    return Told(tuple(steps.values()), tuple(elements), tuple(passed))


class Teller:
    """Puts the links of a derivation into sentences."""

    def __init__(self, world: World) -> None:
        """Speak of `world`, in the names its charter gives."""
        self.world = world
        self.charter = world.charter

    def tell(self, link: Proof) -> Step:
        """The sentence for one link; an empty text for links that only pass something on."""
        if link.assumed or not isinstance(link.label, tuple):
            return Step("")
        kind, *rest = link.label
        write = getattr(self, "_" + str(kind).replace(" ", "_"), None)
        if kind in SILENT or write is None:
            named = tuple(str(name) for name in rest if isinstance(name, str) and name in self.charter.elements)
            return Step("", None, named)
        found: Step = write(link, *rest)
        return found

    def label(self, name: str) -> str:
        """How a sentence names an element."""
        return self.charter.label(name)

    def _span(self, name: str) -> Span | None:
        return getattr(self.charter.elements.get(name), "span", None)

    # --- control -----------------------------------------------------------------------------------------------------

    def _votes(self, link: Proof, name: str) -> Step:
        group = self.charter.classes[name]
        parts = dict(parts_of(group))
        used = [key[1] for key in link.inputs if isinstance(key, tuple)]
        told = [f"{self.label(holder)} ({percent(parts[holder])})" for holder in used if holder in parts]
        if name in used:
            rest = Fraction(1) - sum(parts.values(), Fraction(0))
            told.append(f"the other holders ({percent(rest)})")
        whole = (
            f"of the votes of {self.label(group.entity)}"
            if group.kind == "shares"
            else f"of the votes of {group.title or group.name}"
        )
        hold = "holds" if len(told) == 1 else "hold"
        span = next((holding.span for holding in group.holdings if holding.holder in used), group.span)
        if len(told) == 1:
            first = next((holder for holder in used if holder in parts), "")
            text = (
                f"{self.label(first)} {hold} {percent(parts[first])} {whole}"
                if first
                else f"{told[0]} {hold} enough {whole}"
            )
        else:
            text = f"{joined(told)} {hold} enough {whole}"
        return Step(text, span, (name, *[holder for holder in used if holder in self.charter.elements]))

    def _owners(self, link: Proof, name: str) -> Step:
        holders = [key[1] for key in link.inputs if isinstance(key, tuple)]
        text = f"{joined([self.label(holder) for holder in holders])} {verb(holders, 'owns', 'own')} {self.label(name)}"
        return Step(text, self._span(name), (name, *holders))

    def _meeting(self, link: Proof, name: str) -> Step:
        return Step(f"so the members or owners of {self.label(name)} decide", None, (name,))

    def _outvotes(self, link: Proof, name: str, group: str) -> Step:
        return Step(
            f"{self.label(group)} alone {verb([group], 'outvotes', 'outvote')} the others", self._span(group), (group,)
        )

    def _assembly(self, link: Proof, name: str) -> Step:
        organ = self.charter.organs[name]
        return Step(f"so {self.label(name)} of {self.label(organ.entity)} passes it", organ.span, (name, organ.entity))

    def _seats(self, link: Proof, name: str) -> Step:
        organ = self.charter.organs[name]
        used = [key[1] for key in link.inputs if isinstance(key, tuple)]
        shares, left = seat_shares(organ)
        told = []
        for by in dict.fromkeys(used):
            part = sum((share for filler, share, _ in shares if filler == by), Fraction(0))
            if not part and by == organ.entity:
                part = left
            told.append(f"{self.label(by)} {self._seat_count(organ, part)}")
        span = next((line.span for line in organ.seat_lines if line.by in used and line.span), organ.span)
        how = f"{verb(told, 'fills', 'fill')} enough seats of {self.label(name)} of {self.label(organ.entity)}"
        return Step(f"{joined(told)} {how}", span, (name, organ.entity, *used))

    @staticmethod
    def _seat_count(organ: Organ, part: Fraction) -> str:
        total = organ.seats or sum(line.number or 0 for line in organ.seat_lines)
        if not part:
            return "(by default)"
        count = part * total
        return f"({count} of {total})" if total and count.denominator == 1 else f"({percent(part)})"

    def _sits(self, link: Proof, name: str, reason: str) -> Step:
        organ = self.charter.organs[name]
        texts = {
            "fills itself": "fills its own seats, so nobody else chooses it",
            "for life": "is held for life, so nobody can choose another",
            "final": "decides this alone as it sits, and no later election undoes it",
            "amends its election": "alone may amend the rule that elects it",
        }
        said = texts.get(reason, f"answers to nobody: {reason}")
        return Step(f"{self.label(name)} of {self.label(organ.entity)} {said}", organ.span, (name, organ.entity))

    def _enters(self, link: Proof, name: str) -> Step:
        group = self.charter.classes[name]
        entry = needed(group, MAJORITY)
        span = group.door.span if group.door else group.span
        return Step(f"anyone may join {self.label(name)} at once: {entry.words} would turn its majority", span, (name,))

    def _door(self, link: Proof, name: str) -> Step:
        group = self.charter.classes[name]
        return Step(
            f"{self.label(name)} is as open as its door: one body admits, and may refuse at will",
            group.door.span if group.door else group.span,
            (name,),
        )

    def _affiliated(self, link: Proof, name: str, employer: str) -> Step:
        return Step(
            f"the members of {self.label(name)} are employed by or close to {self.label(employer)}, "
            f"so they count as its own",
            self._span(name),
            (name, employer),
        )

    def _acts_for(self, link: Proof, organ: str, name: str) -> Step:
        return Step(f"{self.label(organ)} acts for {self.label(name)}", self._span(organ), (organ, name))

    def _owned(self, link: Proof, name: str) -> Step:
        return Step(f"so its owners or members appoint who acts for {self.label(name)}", self._span(name), (name,))

    def _controlled(self, link: Proof, name: str) -> Step:
        entity = self.charter.entities[name]
        return Step(f"{self.label(name)} is controlled that way", entity.span, (name,))

    def _represents(self, link: Proof, name: str, group: str) -> Step:
        return Step(
            f"{self.label(name)} acts for {self.label(group)}, who may replace it", self._span(name), (name, group)
        )

    # --- acts --------------------------------------------------------------------------------------------------------

    def _power(self, link: Proof, name: str) -> Step:
        power = self.charter.elements.get(name)
        if not isinstance(power, Power):
            return Step("")
        by = decision_words(self.charter, power.decision)
        said = f" ({power.source})" if power.source else ""
        text = f"{act_words(self.charter, power.act)} takes {by}{said}"
        return Step(text, power.span, (name, power.holder))

    def _amends(self, link: Proof, name: str, what: str) -> Step:
        return Step(f"whoever may amend the constitution of {self.label(name)} controls it", self._span(name), (name,))

    def _amends_power(self, link: Proof, holder: str, power: str) -> Step:
        found = self.charter.elements.get(power)
        return Step(
            f"the rule that restricts this can itself be amended in the text of {self.label(holder)}",
            found.span if found else None,
            (holder, power),
        )

    def _members_amend(self, link: Proof, name: str) -> Step:
        return Step(
            f"nothing says who may amend the constitution of {self.label(name)}: "
            f"its members or owners may, by majority",
            self._span(name),
            (name,),
        )

    def _amends_itself(self, link: Proof, name: str) -> Step:
        return Step(
            f"nothing says who may amend the constitution of {self.label(name)}: whoever acts for it may",
            self._span(name),
            (name,),
        )

    def _default(self, link: Proof, name: str, creditor: str) -> Step:
        debt = next((debt for debt in self.charter.entities[name].debts if debt.creditor == creditor), None)
        return Step(
            f"{self.label(name)} is in or near default: {self.label(creditor)} may force a sale, and votes and "
            f"contractual vetoes fall away",
            debt.span if debt else None,
            (name, creditor),
        )

    def _converts(self, link: Proof, name: str, creditor: str) -> Step:
        debt = next((debt for debt in self.charter.entities[name].debts if debt.creditor == creditor), None)
        return Step(
            f"{self.label(creditor)} may turn its claims on {self.label(name)} into shares",
            debt.span if debt else None,
            (name, creditor),
        )

    def _holds(self, link: Proof, thing: str, action: str) -> Step:
        holdings = self.world.holdings(thing)
        holders = [holding.holder for holding in holdings]
        span = next((holding.span for holding in holdings if holding.span), self._span(thing))
        text = (
            f"{joined([self.label(holder) for holder in holders])} {verb(holders, 'holds', 'hold')} "
            f"{self.label(thing)}, and nothing restricts `{action}`"
        )
        return Step(text, span, (thing, *holders))

    def _owners_sell(self, link: Proof, name: str) -> Step:
        return Step(f"the owners of {self.label(name)} may sell it, and whoever buys it buys its powers", None, (name,))

    def _members_decide(self, link: Proof, name: str, action: str) -> Step:
        return Step(
            f"nothing is written on `{action}` for {self.label(name)}: "
            f"it is decided as an amendment of its constitution is",
            self._span(name),
            (name,),
        )

    def _board_decides(self, link: Proof, name: str, action: str) -> Step:
        return Step(
            f"nothing is written on `{action}` for {self.label(name)}: whoever acts for it may",
            self._span(name),
            (name,),
        )

    def _owners_take(self, link: Proof, name: str) -> Step:
        return Step(
            f"the owners of {self.label(name)} may take out its surplus and reserves", self._span(name), (name,)
        )

    def _ends(self, link: Proof, name: str, party: str) -> Step:
        return Step(
            f"{self.label(name)} has no term and no rule on ending it, so {self.label(party)} may end it",
            self._span(name),
            (name, party),
        )

    def _parties_amend(self, link: Proof, name: str, mover: str) -> Step:
        return Step(f"the parties to {self.label(name)} may amend or end it together", self._span(name), (name,))

    def _waives(self, link: Proof, name: str, creditor: str) -> Step:
        return Step(
            f"{self.label(creditor)}, who may enforce the duty, waives it", self._duty_span(name), (name, creditor)
        )

    def _revokes(self, link: Proof, name: str) -> Step:
        return Step("the duty in the way may be revoked", self._duty_span(name), (name,))

    def _ends_duty(self, link: Proof, name: str, action: str) -> Step:
        word = "amending" if action == "amend" else "ending"
        return Step(f"the duty in the way falls by {word} the text it stands in", self._duty_span(name), (name,))

    def _duty_span(self, name: str) -> Span | None:
        duty = self.world.duty.get(name)
        return duty.span if duty else None

    def _lifts(self, link: Proof, name: str) -> Step:
        lock = self.world.lock.get(name)
        what = self.label(lock.thing) if lock else name
        return Step(f"the lock on {what} can be lifted from inside", lock.span if lock else None, (name,))

    def _removal(self, link: Proof, name: str) -> Step:
        return Step(f"{self.label(name)} may be removed", self._span(name), (name,))

    def _title(self, link: Proof, name: str, named: tuple[str, ...], spread: tuple[str, ...]) -> Step:
        commons = self.charter.commons[name]
        terms = commons.contributions
        holders = joined([self.label(holder) for holder in (*named, *spread)])
        span = commons.copyright.span if commons.copyright else (terms.span if terms else None)
        if terms is not None and terms.to in named:
            reason = {"cla": "its contributor agreement", "assignment": "the assignment of titles"}.get(
                terms.terms, "the terms of contribution"
            )
            text = f"{self.label(terms.to)} may relicense {commons.label}: it holds every contribution under {reason}"
            return Step(text, terms.span, (name, *named))
        everyone = " (every one of them)" if spread else ""
        return Step(
            f"{holders}{everyone} {verb([*named, *spread], 'holds', 'hold')} the title to {commons.label}", span,
            (name, *named, *spread),
        )  # fmt: skip

    def _permissive(self, link: Proof, name: str, holder: str, other: str = "") -> Step:
        commons = self.charter.commons[name]
        who = self.label(holder) if not other else f"{self.label(holder)} and {self.label(other)}"
        span = next((licence.span for licence in commons.licences), None)
        both = "hold the name and the channel between them" if other else "holds both name and channel"
        text = (
            f"the licence of {commons.label} lets anyone ship closed versions, and {who} {both}, "
            f"so theirs are the official ones"
        )
        return Step(text, span, (name, holder))

    def _keeps(self, link: Proof, name: str, holder: str, through: str) -> Step:
        what = self.label(through)
        return Step(
            f"{self.label(holder)} keeps {what}, and nothing restricts this", self._span(through), (name, holder)
        )

    def _untested(self, link: Proof, of: str, tests: tuple[str, ...]) -> Step:
        known = [test for test in tests if test in CONSENT_TESTS]
        only = f"tests only {joined(list(tests))}" if known else f"tests {joined(list(tests))}, which no table knows"
        return Step(f"{self.label(of)} must consent but {only}, so its consent does not guard this value", None, (of,))


def entry_words(world: World, found: Assessment) -> str:
    """What joining an open class costs, if that is how the breach comes about."""
    for member in found.members:
        if member.strength == "joining":
            return needed(world.charter.classes[member.party], MAJORITY).words
    return ""


def bar_steps(world: World, standing: list[tuple[str, str]]) -> tuple[Step, ...]:
    """What stands in every coalition's way, in sentences."""
    teller = Teller(world)
    found = []
    for kind, name in standing:
        element = world.charter.elements.get(name)
        span = getattr(element, "span", None)
        text = {
            "never": "the charter says `never`",
            "only open": "the grant reaches open licences only, so nothing can be closed under it",
            "public domain": "it is in the public domain: nobody holds a title to close",
            "no outside votes": f"no outside party has the votes or seats to lead {teller.label(name)}",
            "no distribution": f"{teller.label(name)} is a non-profit and may not distribute",
        }.get(kind)
        if kind == "lock":
            lock = world.lock[name]
            bases = joined([basis.replace("-", " ") for basis in lock.bases]) or "law"
            held = joined(list(lock.protects))
            text = f"{teller.label(lock.thing)} is locked for its {held} by {bases}, which nobody inside can lift"
        if text:
            found.append(Step(text, span, (name,) if element is not None else ()))
    return tuple(found)


def door_words(world: World, name: str) -> str:
    """What keeps outsiders out of a class, in words; empty if nothing does."""
    return joined(obstacles(world.charter.classes[name]))
