"""Direct questions to the power system: all who can do an act, and what falls when somebody is gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from charterlang._records import record
from charterlang.model.charter import Charter
from charterlang.model.decisions import Act, Both, Consent, Decision, Either, SomeOf
from charterlang.model.entities import Entity, Holding
from charterlang.powers.breaches import MONEY_VALUES, Breach
from charterlang.powers.coalition import all_minimal
from charterlang.powers.levels import gather, members_of
from charterlang.powers.program import LEAVES, Key, Program
from charterlang.powers.verdicts import Level, Member, Protection, ValueVerdict

if TYPE_CHECKING:
    from charterlang.powers.analyse import Analysis

OF_ONE = LEAVES | {"class", "organ", "meeting"}
"""Kinds of proposition that say what one party does."""


def groups(analysis: Analysis, act: Act, limit: int) -> tuple[tuple[Member, ...], ...]:
    """The smallest groups that can do an act, fewest parties first."""
    program = analysis.program(money=True)
    goal = program.numbers[("breach", "", _subject_of(analysis, act), act.action, act.thing)]
    part = program.system().slice([goal])
    leaves = gather(analysis.world, program, part, Breach(act, ""))
    listed = all_minimal(part, goal, leaves.leaves, limit=limit, together=leaves.together)
    found = [members_of(leaves, coalition.members) for coalition in listed.coalitions]
    unique = dict.fromkeys(sorted(found, key=lambda group: (len(group), [member.party for member in group])))
    return tuple(unique)


def broken_by(analysis: Analysis, parties: Iterable[str]) -> tuple[Protection, ...]:
    """The protections that fall if these parties act together: for each, its breach is within their reach alone.

    Care is not among them: whether somebody is left without a voice does not hang on who acts together.
    """
    charter, together = analysis.charter, frozenset(parties)
    found = []
    for verdict in analysis.verdicts.values:
        program = analysis.program(money=charter.values[verdict.value].kind in MONEY_VALUES)
        for protection in verdict.protections:
            act = protection.act
            goal = program.numbers.get(("breach", verdict.value, verdict.subject, act.action, act.thing))
            if goal is not None and program.system().holds(goal, doings_of(analysis, program, together)):
                found.append(protection)
    return tuple(found)


def doings_of(analysis: Analysis, program: Program, parties: frozenset[str]) -> list[int]:
    """What these parties may be taken to do in a program: act and consent, each of one mind."""
    own: list[Key] = [
        ("acts", name, role, final)
        for name in sorted(parties)
        if name in analysis.charter.entities
        for role in ("act", "consent")
        for final in (False, True)
    ]
    known = [key for key in program.numbers if key[0] in OF_ONE and key[1] in parties]
    return [program.numbers[key] for key in (*known, *own) if key in program.numbers]


def _subject_of(analysis: Analysis, act: Act) -> str:
    charter = analysis.charter
    name = act.thing.partition(".articles")[0]
    if name in charter.commons or name in charter.entities:
        return name
    return next(iter(charter.commons), act.thing)


@record
class Fall:
    """A value that stands lower, or nowhere, once a party is gone."""

    value: str
    subject: str
    before: Level | None
    after: Level | None


@record
class Without:
    """What falls when a party leaves: protections, things without a holder, dependences and flows that end."""

    party: str
    falls: tuple[Fall, ...]
    ownerless: tuple[str, ...]
    starved: tuple[str, ...]
    flows: tuple[str, ...]


def without(analysis: Analysis, party: str) -> Without:
    """What the charter loses if a funder, host, guardian or firm is gone.

    Its seats and votes fall away, what it held has no holder, its consents bind nobody any more.
    """
    from charterlang.powers.analyse import Analysis as Again

    charter = analysis.charter
    after = Again(leave_out(charter, party))
    before = {(verdict.value, verdict.subject): verdict for verdict in analysis.values()}
    falls = [
        Fall(verdict.value, verdict.subject, known.level, verdict.level)
        for verdict in after.values()
        if (known := before.get((verdict.value, verdict.subject))) is not None and _fell(known, verdict)
    ]
    held = tuple(
        asset.id
        for asset in charter.assets.values()
        if asset.holdings and all(holding.holder == party for holding in asset.holdings)
    )
    starved = tuple(
        dict.fromkeys(
            found.on
            for found in charter.dependences
            if found.source == party and (found.is_majority or found.exclusive)
        )
    )
    flows = tuple(flow.id for flow in charter.flows.values() if party in (flow.source, flow.target))
    return Without(party, tuple(falls), held, starved, flows)


def _fell(before: ValueVerdict, after: ValueVerdict) -> bool:
    if before.level is None:
        return False
    return after.level is None or after.level < before.level


def leave_out(charter: Charter, party: str) -> Charter:
    """The charter as it would stand without a party."""

    def drop(holdings: tuple[Holding, ...]) -> tuple[Holding, ...]:
        return tuple(holding for holding in holdings if holding.holder != party)

    entities: dict[str, Entity] = {}
    for entity in charter.entities.values():
        if entity.id == party:
            continue
        classes = tuple(
            replace(
                group,
                holdings=drop(group.holdings),
                vetoes=tuple(veto for veto in group.vetoes if veto.holder != party),
            )
            for group in entity.classes
        )
        organs = tuple(
            replace(
                organ,
                classes=tuple(name for name in organ.classes if name != party),
                seat_lines=tuple(line for line in organ.seat_lines if line.by != party),
                held_by=drop(organ.held_by),
            )
            for organ in entity.organs
        )
        powers = tuple(replace(power, decision=_lapse(power.decision, party)) for power in entity.powers)
        entities[entity.id] = replace(
            entity, classes=classes, organs=organs, powers=powers, held_by=drop(entity.held_by),
            debts=tuple(debt for debt in entity.debts if debt.creditor != party),
        )  # fmt: skip
    return replace(
        charter,
        entities=entities,
        assets={name: replace(asset, holdings=drop(asset.holdings)) for name, asset in charter.assets.items()},
        commons={
            name: replace(
                thing, powers=tuple(replace(power, decision=_lapse(power.decision, party)) for power in thing.powers)
            )
            for name, thing in charter.commons.items()
        },
        duties=tuple(duty for duty in charter.duties if party not in (duty.debtor, duty.creditor, duty.enforced_by)),
        agreements={name: found for name, found in charter.agreements.items() if party not in found.between},
        dependences=tuple(found for found in charter.dependences if party not in (found.source, found.on)),
        flows={name: flow for name, flow in charter.flows.items() if party not in (flow.source, flow.target)},
    )


def _lapse(decision: Decision, party: str) -> Decision:
    """A decision once a party's consent binds nobody any more; what only that party decided stays as it was."""
    if isinstance(decision, Both | Either | SomeOf):
        parts = tuple(part for part in decision.parts if not (isinstance(part, Consent) and part.of == party))
        parts = tuple(_lapse(part, party) for part in parts)
        if not parts:
            return decision
        if isinstance(decision, SomeOf):
            gone = len(decision.parts) - len(parts)
            return SomeOf(max(decision.need - gone, 1), parts)
        return parts[0] if len(parts) == 1 else type(decision)(parts)
    return decision
