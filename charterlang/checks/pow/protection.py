"""A finding on a value that does not hold: one for each value and subject, its weakest breach as the headline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from charterlang.checks.phrases import act_words, breach_words, group_words, standing
from charterlang.checks.words import capital, listing
from charterlang.powers.verdicts import Level, Protection, ValueVerdict
from charterlang.source import Finding, Label, Span

if TYPE_CHECKING:
    from charterlang.checks.context import Context
    from charterlang.checks.rule import Rule

_MOST_RELATED = 4
_MOST_OTHERS = 3


def fallen_values(context: Context, rule: Rule, *levels: Level) -> Iterator[Finding]:
    """A finding of `rule` for each value whose level is one of `levels` and below the bar."""
    for verdict in context.fallen:
        weakest = verdict.weakest
        if weakest is not None and weakest.level in levels:
            yield value_finding(context, rule, verdict, weakest)


def value_finding(context: Context, rule: Rule, verdict: ValueVerdict, weakest: Protection) -> Finding:
    """What the weakest breach of a value is, how it comes about, and what would mend it."""
    severity = context.weight(weakest.level) or rule.severity
    steps = [step.text for step in weakest.steps]
    if weakest.entry:
        steps.append(weakest.entry)
    if weakest.passed:
        asked = listing(context.facts.labels(weakest.passed))
        steps.append(
            f"{asked} must consent, but may not refuse for the sake of {verdict.value}: that does not protect it"
        )
    if others := _others(context, verdict, weakest):
        steps.append(others)
    spans = [step.span for step in weakest.steps if step.span is not None]
    place = spans[-1] if spans else weakest.span or _place(context, verdict)
    return rule.finding(
        capital(breach_words(context, weakest)),
        place,
        severity=severity,
        label=_label(weakest, place),
        related=_related(weakest, place),
        steps=tuple(steps),
        help=_help(context, weakest),
        fixes=tuple(repair.fix for repair in weakest.repairs if repair.fix is not None),
        verdict=f"{verdict.value}: {standing(weakest.level)}",
        subject=verdict.subject,
    )


def _others(context: Context, verdict: ValueVerdict, weakest: Protection) -> str:
    """The other breaches of the same value that fall below the bar, in one line."""
    others = [
        found for found in verdict.protections if found is not weakest and context.weight(found.level) is not None
    ]
    if not others:
        return ""
    shown = [
        f"{found.breach or act_words(context, found.act, found.value)} "
        f"({group_words(context, found.coalition)}, {standing(found.level)})"
        for found in others[:_MOST_OTHERS]
    ]
    if len(others) > _MOST_OTHERS:
        shown.append(f"{len(others) - _MOST_OTHERS} more")
    return f"the same value also falls to those who can {listing(shown)}"


def _place(context: Context, verdict: ValueVerdict) -> Span | None:
    """Where a value is upheld, else where its subject or the value itself is declared."""
    for name in (verdict.subject, verdict.value):
        element = context.charter.elements.get(name)
        if element is not None:
            statements = getattr(element, "statements", {})
            return statements.get("upholds") or getattr(element, "name_span", None) or element.span
    return None


def _label(weakest: Protection, place: Span | None) -> str:
    """Which step the marked place belongs to."""
    numbers = [number for number, step in enumerate(weakest.steps, start=1) if step.span == place and place is not None]
    return f"step {numbers[-1]}" if numbers else ""


def _related(weakest: Protection, place: Span | None) -> tuple[Label, ...]:
    """The other places the steps rest on, numbered as the steps are."""
    found: dict[Span, str] = {}
    for number, step in enumerate(weakest.steps, start=1):
        if step.span is not None and step.span != place:
            found.setdefault(step.span, f"step {number}")
    return tuple(Label(span, text) for span, text in found.items())[:_MOST_RELATED]


def _help(context: Context, weakest: Protection) -> tuple[str, ...]:
    """What would mend it: the repairs that were found, else the shape of one."""
    if weakest.repairs:
        return tuple(f"{repair.text} (then {standing(repair.lifts_to)})" for repair in weakest.repairs)
    if weakest.level is not None and weakest.level >= Level.COMMUNITY:
        return ("ask for more: a larger majority (`by 3/4`), a second body, or a guardian who tests the value",)
    thing = weakest.act.thing.removesuffix(".articles")
    named = "articles" if weakest.act.thing.endswith(".articles") else thing
    body = context.facts.body(weakest.act.thing)
    where = f" in {body.id}" if body is not None else ""
    written = f"{weakest.act.action} {named} requires … and consent of GUARDIAN testing purpose"
    return (f"make the act depend on somebody who stands for the value{where}: {written}",)
