"""Firms that are not tied to a value: one finding for each firm, whatever the number of its values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from charterlang.checks.phrases import standing
from charterlang.checks.words import listing
from charterlang.source import Finding, Label

if TYPE_CHECKING:
    from charterlang.checks.context import Context
    from charterlang.checks.rule import Rule
    from charterlang.model.entities import Entity
    from charterlang.powers.verdicts import TieVerdict

WEAK_INSTRUMENTS = frozenset({"licence", "license", "trademark-licence", "certification", "certificate", "mark"})
"""Kinds of agreement that grant something and can be done without: alone they tie nobody."""


def bound_by(context: Context, firm: Entity) -> tuple[str, ...]:
    """What binds a firm to others: agreements it signs, and duties or consents in its own articles."""
    facts = context.facts
    agreements = [agreement.id for agreement in facts.agreements_of[firm.id]]
    duties = [duty.id for duty in facts.duties_of.get(firm.id, ()) if duty.instrument not in context.charter.agreements]
    powers = [
        power.id for power in firm.powers if not power.source and facts.outsiders(power.decision, firm)
    ]  # fmt: skip
    return (*agreements, *duties, *powers)


def only_licensed(context: Context, firm: Entity) -> bool:
    """Whether all that binds a firm are licences, marks and certificates, or a status of its own legal form."""
    bound = bound_by(context, firm)
    agreements = [context.charter.agreements.get(name) for name in bound]
    kinds = {agreement.kind if agreement is not None else "articles" for agreement in agreements}
    if bound:
        return kinds <= WEAK_INSTRUMENTS
    form = context.forms.get(firm.id)
    return form is not None and any(rule.field == "ties" and rule.op == "not-sufficient" for rule in form.checks)


def loose(verdicts: Iterable[TieVerdict]) -> tuple[TieVerdict, ...]:
    """The verdicts that matter: values that lie in the firm's hands."""
    return tuple(verdict for verdict in verdicts if not verdict.harmless)


def untied_finding(context: Context, rule: Rule, firm: Entity, verdicts: Sequence[TieVerdict], reason: str) -> Finding:
    """What a firm is not tied to, which ties do not count and why, and what to add."""
    values = list(dict.fromkeys(verdict.value for verdict in verdicts))
    steps = list(dict.fromkeys(step.text for verdict in verdicts for step in verdict.weak))
    if reason:
        steps.insert(0, reason)
    for verdict in verdicts:
        if verdict.instruments and verdict.protection is not None:
            steps += [step.text for step in verdict.protection.steps if step.text not in steps]
    places = {
        step.span: step.text for verdict in verdicts for step in verdict.weak if step.span is not None
    }  # fmt: skip
    place = next((verdict.span for verdict in verdicts if verdict.span), None) or firm.name_span or firm.span
    levels = {verdict.level for verdict in verdicts if verdict.level is not None}
    bound = any(verdict.instruments for verdict in verdicts)
    fault = (
        "what binds it there can be undone without the community"
        if bound
        else "nothing that others can enforce binds it there"
    )
    return rule.finding(
        f"{firm.label} is not tied to {listing(values)}: {fault}",
        place,
        related=tuple(Label(span, "does not count as a tie") for span in places if span != place)[:4],
        steps=tuple(steps),
        help=_joined(text for verdict in verdicts for text in verdict.missing) or _advice(context, firm),
        verdict=f"{listing(values)}: not tied" + (f", {standing(min(levels))}" if levels else ""),
        subject=firm.id,
    )


def _joined(advice: Iterable[str]) -> tuple[str, ...]:
    """Advice that differs only in the statement to write, told once with all the statements."""
    found: dict[str, list[str]] = {}
    for text in dict.fromkeys(advice):
        what, _, statement = text.partition(": `")
        found.setdefault(what, []).append(f"`{statement}" if statement else "")
    return tuple(f"{what}: {', '.join(statements)}" if any(statements) else what for what, statements in found.items())


def _advice(context: Context, firm: Entity) -> tuple[str, ...]:
    """A tie that would do, towards the protector of what the firm uses."""
    protectors = [body.id for name in firm.uses for body in context.facts.protectors.get(name, ())]
    guardian = protectors[0] if protectors else "PROTECTOR"
    return (
        f"let the articles ask for its consent: amend articles requires … and consent of {guardian}",
        f"or sign an agreement between {guardian} and {firm.id} with duties, a term and a cost of breach",
    )
