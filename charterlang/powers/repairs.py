"""What would mend a weak protection: small changes to the charter, each tried on the analysis before it is offered.

A repair is found by looking at the links of the derivation: the decision that lets the breach through is given a
guardian's consent that
tests the purpose; terms that hand one party the title are taken back; an open door gets a waiting time. Where one
change only
uncovers the next weakness (the rule behind the rule), changes are added until the level rises. What does not lift the
level is not
offered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from charterlang._records import record
from charterlang.model.charter import Charter
from charterlang.model.decisions import Act, Both, Consent, Deciding, Decision, Never, Power
from charterlang.model.entities import Entity, EntityKind
from charterlang.model.quantities import Duration
from charterlang.model.things import Lock
from charterlang.powers.breaches import Breach, breaches
from charterlang.powers.edits import (
    Change,
    after_door,
    append_statement,
    replace_statement,
    with_entity,
    with_lock,
    with_power,
)
from charterlang.powers.levels import assess
from charterlang.powers.verdicts import Level, Protection, Repair, ValueVerdict
from charterlang.source import Edit, Fix

if TYPE_CHECKING:
    from charterlang.powers.analyse import Analysis, Subject

MOST_CHANGES = 4
GUARDIAN = "guardian"


def with_repairs(analysis: Analysis, verdict: ValueVerdict) -> ValueVerdict:
    """The verdict with repairs for those of its protections that stand below the community's level."""
    from charterlang.powers.analyse import subjects

    weak = [found for found in verdict.protections if found.level is not None and found.level < Level.COMMUNITY]
    if not weak:
        return verdict
    subject = next(
        found
        for found in subjects(analysis.charter)
        if (found.value.id, found.of.id) == (verdict.value, verdict.subject)
    )
    listed = {breach.act: breach for breach in breaches(analysis.world, subject.value, subject.of)}
    mended = tuple(
        replace(found, repairs=tuple(repairs(analysis, subject, listed[found.act], found)))
        if found in weak and found.act in listed
        else found
        for found in verdict.protections
    )
    return replace(verdict, protections=mended)


def repairs(analysis: Analysis, subject: Subject, breach: Breach, found: Protection) -> Iterator[Repair]:
    """Repairs of one protection, the smallest first; each really lifts the level."""
    guard = guardian_of(analysis, subject, found)
    offered: set[str] = set()
    for prefer in ("own", "consent"):
        plan = _plan(analysis, subject, breach, guard, prefer)
        if plan is not None and plan.text not in offered:
            offered.add(plan.text)
            yield plan
    if not offered:
        lasting = _lasting(analysis, subject, breach)
        if lasting is not None:
            yield lasting


def guardian_of(analysis: Analysis, subject: Subject, found: Protection) -> str:
    """Who could guard: a protector or public body that takes no part in the breach; else one to be found."""
    charter = analysis.charter
    involved = {member.party for member in found.coalition} | set(found.elements)
    choices = [entity.id for entity in analysis.world.protectors.get(subject.of.id, ())]
    choices += [
        entity.id for entity in charter.entities.values() if entity.kind == "public" or entity.side == "guardian"
    ]
    choices += [entity.id for entity in charter.of_kind("association") if entity.independent]
    return next((name for name in choices if name not in involved), GUARDIAN)


@record
class _Tried:
    charter: Charter
    changes: tuple[Change, ...]


def _plan(analysis: Analysis, subject: Subject, breach: Breach, guard: str, prefer: str) -> Repair | None:
    """Changes, one link after the other, until the level is the community's or better."""
    from charterlang.powers.analyse import Analysis as Again

    charter = analysis.charter
    if guard == GUARDIAN and guard not in charter.entities:
        charter = with_entity(charter, Entity(GUARDIAN, EntityKind.ASSOCIATION, external=True, independent=True))
    tried = _Tried(charter, ())
    start = _level(Again(charter), subject, breach)
    level = start
    for _ in range(MOST_CHANGES):
        labels = _labels(Again(tried.charter), subject, breach)
        change = next(
            (made for label in labels if (made := _change(tried.charter, label, guard, breach, prefer))), None
        )
        if change is None or change.text in {known.text for known in tried.changes}:
            return None
        tried = _Tried(change.charter, (*tried.changes, change))
        level = _level(Again(tried.charter), subject, breach)
        if level >= Level.COMMUNITY:
            break
    if level <= start or level < Level.COMMUNITY:
        return None
    text = ", and ".join(change.text for change in tried.changes)
    fix = None
    edits = [edit for change in tried.changes for edit in change.edits]
    needs_guardian = guard == GUARDIAN and any(GUARDIAN in change.text for change in tried.changes)
    if edits and len(edits) >= len(tried.changes) and not needs_guardian:
        fix = Fix(text[:1].upper() + text[1:], tuple(edits), safe=False)
    if needs_guardian:
        text += f", where `{GUARDIAN}` is an independent body that you name"
    return Repair(text, level, fix)


def _level(analysis: Analysis, subject: Subject, breach: Breach) -> Level:
    found = analysis.protection(_again(analysis, subject), _same(analysis, subject, breach)).level
    return Level.BEYOND_REACH if found is None else found


def _again(analysis: Analysis, subject: Subject) -> Subject:
    """The same subject in a changed charter."""
    charter = analysis.charter
    thing = charter.commons.get(subject.of.id) or charter.entities.get(subject.of.id) or subject.of
    return replace(subject, of=thing)


def _same(analysis: Analysis, subject: Subject, breach: Breach) -> Breach:
    """The same breach, listed again: a change may have taken away some of its ways."""
    listed = breaches(analysis.world, subject.value, _again(analysis, subject).of)
    return next((found for found in listed if found.act == breach.act), breach)


def _labels(analysis: Analysis, subject: Subject, breach: Breach) -> list[tuple[object, ...]]:
    """The links of the derivation, the act itself first."""
    from charterlang.powers.breaches import MONEY_VALUES

    program = analysis.program(money=subject.value.kind in MONEY_VALUES)
    again = _again(analysis, subject)
    found = assess(analysis.world, program, subject.value, again.of, _same(analysis, subject, breach))
    return [link.label for link in reversed(found.proof) if isinstance(link.label, tuple)]


def _change(charter: Charter, label: tuple[object, ...], guard: str, breach: Breach, prefer: str) -> Change | None:
    """The change that closes one link, if this kind of link can be closed."""
    kind, *rest = label
    names = [str(part) for part in rest]
    if kind == "title" and prefer == "own":
        return _take_back_title(charter, names[0])
    if kind == "enters":
        return after_door(charter, names[0], Duration(6, "month"))
    if kind == "power":
        return _guarded_power(charter, names[0], guard)
    if kind == "amends power":
        return _guarded_amendment(charter, names[0], guard)
    if kind in {"members amend", "amends itself"}:
        return _guarded_amendment(charter, names[0], guard)
    if kind == "title":
        return _new_power(charter, breach.act, guard)
    if kind in {"holds", "keeps", "owners sell", "members decide", "board decides", "owners take"}:
        return _new_power(charter, breach.act, guard)
    return None


def _take_back_title(charter: Charter, name: str) -> Change | None:
    commons = charter.commons[name]
    terms = commons.contributions
    if terms is None or terms.terms not in {"cla", "assignment"} or terms.span is None:
        return None
    changed = replace(commons, contributions=replace(terms, terms="dco", to="", only_open=False, with_decision=None))
    edit = replace_statement(terms.span, "contributions under DCO")
    return Change("take contributions under DCO", replace(charter, commons={**charter.commons, name: changed}), (edit,))


def _and_consent(decision: Decision, guard: str) -> Decision | None:
    if isinstance(decision, Never):
        return None
    extra = Consent(guard, ("purpose",))
    if isinstance(decision, Both):
        return None if extra in decision.parts else Both((*decision.parts, extra))
    return None if decision == extra else Both((decision, extra))


def _guarded_power(charter: Charter, name: str, guard: str) -> Change | None:
    power = next((found for found in charter.powers if found.id == name), None)
    if power is None or power.act.action == "act":
        return None
    decision = _and_consent(power.decision, guard)
    if decision is None:
        return None
    thing = power.act.thing.removeprefix(f"{power.holder}.")
    text = f"add `and consent of {guard} testing purpose` to `{power.act.action} {thing}`"
    changed = with_power(charter, replace(power, decision=decision))
    edits = (append_statement(power.span, f" and consent of {guard} testing purpose"),) if power.span else ()
    return Change(text, changed, edits if not power.source else ())


def _guarded_amendment(charter: Charter, holder: str, guard: str) -> Change | None:
    thing = f"{holder}.articles"
    for power in charter.powers:
        if power.act == Act("amend", thing):
            return _guarded_power(charter, power.id, guard)
    if holder not in charter.entities:
        return _new_power(charter, Act("amend", holder), guard)
    return _new_power(charter, Act("amend", thing), guard)


def _new_power(charter: Charter, act: Act, guard: str) -> Change | None:
    """A power written where none was: whoever acts for the holder, with a guardian's consent."""
    holder = _holder(charter, act)
    if holder is None or any(power.act == act for power in charter.powers):
        return None
    entity = charter.entities[holder]
    decision = Both((Deciding(holder), Consent(guard, ("purpose",))))
    thing = act.thing.removeprefix(f"{holder}.") if act.thing != holder else ""
    statement = f"{act.action} {thing} requires {holder} and consent of {guard} testing purpose".replace("  ", " ")
    power = Power(f"{holder}.powers.{act.action}-{act.thing}-mended", holder, act, decision)
    changed = with_power(charter, power)
    edits: tuple[Edit, ...] = ()
    if entity.span is not None:
        last = entity.powers[-1].span if entity.powers else None
        if last is not None:
            edits = (append_statement(last, f"\n    {statement}"),)
    return Change(f"write `{statement}` into the powers of {holder}", changed, edits)


def _holder(charter: Charter, act: Act) -> str | None:
    """In whose powers an act belongs: the entity itself, the holder of the thing, the protector of the commons."""
    name = act.thing.partition(".articles")[0]
    if name in charter.entities:
        return name
    asset = charter.assets.get(name)
    if asset is not None:
        return next((holding.holder for holding in asset.holdings if holding.holder in charter.entities), None)
    commons = charter.commons.get(name)
    if commons is not None:
        terms = commons.contributions
        holders = [holding.holder for holding in commons.copyright.holdings] if commons.copyright else []
        holders += [terms.to] if terms is not None and terms.to else []
        holders += [entity.id for entity in charter.entities.values() if name in entity.protects]
        holders += [
            holding.holder for asset in charter.assets.values() if name in asset.of for holding in asset.holdings
        ]
        return next((holder for holder in holders if holder in charter.entities), None)
    return None


def _lasting(analysis: Analysis, subject: Subject, breach: Breach) -> Repair | None:
    """The last resort: a lock whose basis lies outside, so that nobody inside can lift it."""
    from charterlang.powers.analyse import Analysis as Again

    thing = breach.act.thing.partition(".articles")[0]
    steered = breach.act.action == "act" or breach.act.thing.endswith(".articles.organs")
    protects = ("control",) if steered else ("use", "purpose", "control")
    lock = Lock(f"{thing}.locks.mended", thing, thing, protects, ("trust",))
    level = _level(Again(with_lock(analysis.charter, lock)), subject, breach)
    if level < Level.COMMUNITY:
        return None
    statement = f"lock {thing} {', '.join(protects)} basis trust"
    return Repair(
        f"put it under a lock that nobody inside can lift: `{statement}` (a trust, a covenant or statute)", level
    )
