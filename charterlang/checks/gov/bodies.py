"""How organs and classes decide, as far as several rules ask."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from charterlang.model.decisions import Both, Consent, Deciding, Decision, Either, Rule, SomeOf

if TYPE_CHECKING:
    from charterlang.checks.context import Context
    from charterlang.model.entities import MemberClass, Organ

HALF = Fraction(1, 2)


def strength(context: Context, decision: Decision) -> Fraction | None:
    """The share of votes a decision asks of its most demanding body; None where nothing tells.

    A half stands for more than half. Bodies joined by `and` count by the strictest, by `or` by the easiest;
    consents and bodies of which nobody says how they decide are left out.
    """
    if isinstance(decision, Deciding):
        rule = decision.rule or body_rule(context, decision.body)
        return share_of(rule) if rule is not None else None
    if isinstance(decision, Consent):
        return None
    if isinstance(decision, Both | Either | SomeOf):
        parts = [found for part in decision.parts if (found := strength(context, part)) is not None]
        if not parts:
            return None
        return max(parts) if isinstance(decision, Both) else min(parts)
    return Fraction(1)


def body_rule(context: Context, name: str) -> Rule | None:
    """The rule by which an organ or class decides, where the charter or the form says."""
    body: Organ | MemberClass | None = context.charter.organs.get(name) or context.charter.classes.get(name)
    return body.rule if body is not None else None


def share_of(rule: Rule) -> Fraction | None:
    """The share a rule asks for; unanimity, consensus and consent ask for all."""
    if rule.kind in {"unanimity", "consensus", "consent"}:
        return Fraction(1)
    if rule.of_seats is not None:
        needed, seats = rule.of_seats
        return Fraction(needed, seats) if seats else None
    return rule.share if rule.share is not None else HALF if rule.kind == "majority" else None


def members_of(context: Context, organ: Organ) -> int | None:
    """How many people may vote in an assembly or group, where all its classes give a count."""
    counts = [context.charter.classes[name].count for name in organ.classes if name in context.charter.classes]
    if len(counts) != len(organ.classes) or not counts:
        return None
    return sum(counts) if all(count is not None for count in counts) else None  # type: ignore[arg-type]
