"""Is every firm legally tied to the values of the commons it lives on?

Rules of law written here:
- A tie is a duty with a debtor, a creditor outside the debtor who can enforce it, and a text that the debtor cannot
  change alone. A promise that
  nobody else can enforce is no tie; nor is a licence, a mark, a certificate or a statutory status by itself.
- Articles that need an outside consent to be amended tie the firm to the values it upholds in them.
- The firm is untied by whoever can do both: act for the firm, and have every duty in the way waived, ended or amended.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from charterlang._records import record
from charterlang.model.decisions import Act, Consent, leaves
from charterlang.model.entities import Entity
from charterlang.model.things import Duty, Value
from charterlang.powers.breaches import Breach
from charterlang.powers.program import Key
from charterlang.powers.verdicts import Level, Protection, Step, TieVerdict, ValueVerdict
from charterlang.powers.world import World

if TYPE_CHECKING:
    from charterlang.powers.analyse import Analysis

_RETURNS = frozenset({"contribute", "pay", "publish", "pay-floor"})
SERVES: dict[str, frozenset[str]] = {
    "openness": frozenset({"publish", "must-not", "grant-veto", "hand-over"}),
    "reciprocity": _RETURNS | {"grant-veto"},
    "asset-lock": frozenset({"asset-lock", "distribute", "must-not", "grant-veto"}),
}
"""Which kinds of duty bind a firm to a value of each kind; any binding duty to the circle serves a kind not listed."""

NO_TIE = frozenset({"license", "report"})
"""Duties that bind nobody to a value by themselves: a licence received, a report given."""


@record
class Bond:
    """One thing that binds a firm: the element's id, who may enforce it, and what must happen to be rid of it."""

    element: str
    creditor: str
    undone: Key


def firm_values(world: World, firm: Entity) -> list[Value]:
    """The values a firm should be tied to: those it upholds, and those of the commons it uses."""
    charter = world.charter
    names = list(firm.upholds)
    for used in firm.uses:
        commons = charter.commons.get(used)
        if commons is not None:
            names += commons.upholds
    return [charter.values[name] for name in dict.fromkeys(names) if name in charter.values]


def firm_ties(analysis: Analysis, values: tuple[ValueVerdict, ...]) -> Iterator[TieVerdict]:
    """Every firm against every value it should be tied to."""
    charter = analysis.charter
    plans = []
    program = analysis.program()
    for firm in charter.of_kind("firm"):
        if firm.external or not (firm.uses or firm.upholds):
            continue
        for value in firm_values(analysis.world, firm):
            bonds, weak = bonds_of(analysis.world, firm, value)
            way: tuple[Key, ...] = (("acts", firm.id, "act", False), *(bond.undone for bond in bonds))
            act = Act("untie", firm.id)
            words = (
                f"release {firm.label} from {value.id}"
                if bonds
                else f"act for {firm.label}, which nothing ties to {value.id}"
            )
            breach = Breach(act, words, (way,))
            goal: Key = ("breach", value.id, firm.id, act.action, act.thing)
            program.rule(goal, way, ("breach", value.id, firm.id))
            plans.append((firm, value, bonds, weak, breach))
    program.ask([])
    weakest = {(verdict.value): verdict.level for verdict in values}
    for firm, value, bonds, weak, breach in plans:
        yield _verdict(analysis, firm, value, bonds, weak, breach, weakest.get(value.id))


def bonds_of(world: World, firm: Entity, value: Value) -> tuple[list[Bond], list[Step]]:
    """What binds a firm to a value, and what looks as if it did but does not."""
    charter = world.charter
    bonds: list[Bond] = []
    weak: list[Step] = []
    serving = SERVES.get(value.kind)
    for duty in world.duties_of.get(firm.id, ()):
        if duty.kind in NO_TIE or (serving is not None and duty.kind not in serving):
            continue
        reason = _weakness(world, firm, duty)
        if reason:
            weak.append(Step(reason, duty.span, (duty.id,)))
        else:
            bonds.append(Bond(duty.id, duty.enforced_by or duty.creditor, ("waived", duty.id)))
    if value.id in firm.upholds:
        for power in (
            *world.powers("amend", f"{firm.id}.articles.purpose"),
            *world.powers("amend", f"{firm.id}.articles"),
        ):
            outside = [
                leaf.of
                for leaf in leaves(power.decision)
                if isinstance(leaf, Consent) and world.owner_of(leaf.of) != firm.id
            ]
            if outside:
                bonds.append(Bond(power.id, outside[0], ("amend", firm.id, "purpose", "act")))
                break
    for agreement in world.agreements_of.get(firm.id, ()):
        if value.id in agreement.upholds and agreement.binding:
            others = [party for party in agreement.between if party != firm.id]
            if others:
                bonds.append(Bond(agreement.id, others[0], ("may", "amend", agreement.id, "act")))
    for used in firm.uses:
        commons = charter.commons.get(used)
        if commons is not None and commons.licences and not bonds:
            weak.append(
                Step(
                    f"the licence of {commons.label} binds every user alike: a licence alone never ties a firm",
                    commons.span,
                    (used,),
                )
            )
    return bonds, weak


def _weakness(world: World, firm: Entity, duty: Duty) -> str:
    """Why a duty is no tie, in a sentence; empty if it is one."""
    label = firm.label
    what = f"the duty to {duty.kind.replace('-', ' ')}"
    creditor = duty.enforced_by or duty.creditor
    if not duty.binding:
        return f"{what} of {label} is a promise that binds nobody"
    if not creditor:
        return f"{what} of {label} has no creditor: nobody outside {label} can enforce it"
    if world.owner_of(creditor) == firm.id:
        return f"{what} is owed by {label} to itself"
    if duty.revocable_by and world.owner_of(duty.revocable_by) == firm.id:
        return f"{label} may revoke {what} by itself"
    return ""


def _verdict(
    analysis: Analysis,
    firm: Entity,
    value: Value,
    bonds: list[Bond],
    weak: list[Step],
    breach: Breach,
    commons_level: Level | None,
) -> TieVerdict:
    from charterlang.powers.analyse import Subject

    subject = Subject(value, firm)
    protection: Protection = analysis.untied(subject, breach)
    level = protection.level
    tied = bool(bonds) and level is not None and level >= Level.COMMUNITY
    missing: list[str] = []
    if not tied:
        missing = _missing(analysis.world, firm, value, bonds)
    harmless = (
        not bonds and commons_level is not None and commons_level >= Level.COMMUNITY and value.kind != "reciprocity"
    )
    return TieVerdict(
        firm=firm.id,
        value=value.id,
        tied=tied,
        level=level,
        harmless=harmless and not tied,
        claimed=value.id in firm.upholds,
        instruments=tuple(dict.fromkeys(bond.element for bond in bonds)),
        creditors=tuple(dict.fromkeys(bond.creditor for bond in bonds)),
        weak=tuple(weak),
        missing=tuple(missing),
        protection=protection,
        span=firm.statements.get("upholds") or firm.name_span or firm.span,
    )


def _missing(world: World, firm: Entity, value: Value, bonds: list[Bond]) -> list[str]:
    """What would tie the firm: sentences with the statement to write."""
    protectors = [entity.id for used in firm.uses for entity in world.protectors.get(used, ())]
    protector = protectors[0] if protectors else "PROTECTOR"
    used = firm.uses[0] if firm.uses else "COMMONS"
    duty = {
        "openness": f"publish improvements to {used} within 6 months",
        "reciprocity": f"contribute 5% of surplus to {protector}",
        "asset-lock": f"asset lock to {protector}",
    }.get(value.kind, f"grant veto over amend articles, sell, convert to {protector} testing purpose")
    found = []
    if not bonds:
        found.append(
            f"give {firm.label} a duty that {world.charter.label(protector)} can enforce: `duties {{ {duty} }}`"
        )
    if world.powers("amend", f"{firm.id}.articles") or not bonds:
        found.append(
            "let its articles be amended only with an outside consent: "
            f"`amend articles requires … and consent of {protector}`"
        )
    return found
