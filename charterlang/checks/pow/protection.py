"""A finding on values that do not hold: one cause, one finding.

The weakest breach of a value is its headline. Values of one subject that fall to the same parties by the same act
are told together; the other breaches of a value are told in one line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from charterlang.checks.phrases import act_words, breach_words, group_words, standing
from charterlang.checks.pow.margin import margin_words
from charterlang.checks.words import capital, listing
from charterlang.powers.verdicts import Level, Protection, ValueVerdict
from charterlang.source import Finding, Label, Span

if TYPE_CHECKING:
    from charterlang.checks.context import Context
    from charterlang.checks.rule import Rule

_MOST_RELATED = 4
_MOST_OTHERS = 4


def fallen_values(context: Context, rule: Rule, *levels: Level) -> Iterator[Finding]:
    """A finding of `rule` for the values below the bar whose level is one of `levels`, those of one cause together."""
    causes: dict[object, list[tuple[ValueVerdict, Protection]]] = {}
    for verdict in context.fallen:
        weakest = verdict.weakest
        if weakest is None or weakest.level not in levels or not weakest.coalition:
            continue  # where nobody acts, somebody is left without a voice: GOV150 says so
        cause = (verdict.subject, weakest.act, weakest.coalition, weakest.level)
        causes.setdefault(cause, []).append((verdict, weakest))
    for fallen in causes.values():
        yield _finding(context, rule, fallen)


def _finding(context: Context, rule: Rule, fallen: Sequence[tuple[ValueVerdict, Protection]]) -> Finding:
    """What the weakest breach is, how it comes about, and what would mend it."""
    verdict, weakest = fallen[0]
    values = [each.value for each, _ in fallen]
    spans = [step.span for step in weakest.steps if step.span is not None]
    place = spans[-1] if spans else weakest.span or _place(context, verdict)
    return rule.finding(
        capital(breach_words(context, weakest)),
        place,
        severity=context.weight(weakest.level) or rule.severity,
        label=_label(weakest, place),
        related=_related(weakest, place),
        steps=tuple(_steps(context, fallen)),
        help=_help(context, weakest),
        fixes=tuple(repair.fix for repair in weakest.repairs if repair.fix is not None),
        verdict=f"{listing(values)}: {standing(weakest.level)}",
        subject=verdict.subject,
    )


def _steps(context: Context, fallen: Sequence[tuple[ValueVerdict, Protection]]) -> Iterator[str]:
    """The derivation, what it costs to join, whom it profits, which consents are no help, and what else is open."""
    verdict, weakest = fallen[0]
    for number, step in enumerate(weakest.steps):
        yield step.text.removeprefix("so ") if number == 0 else step.text
    if weakest.entry:
        yield weakest.entry
    if weakest.contingent:
        yield from margin_words(context, weakest)
    if weakest.passed:
        asked = listing(context.facts.labels(weakest.passed))
        yield f"{asked} must consent, but may not refuse for the sake of {verdict.value}: that does not protect it"
    if not weakest.fewest:
        yield "none of these can be spared; whether another group is smaller was not settled within the work allowed"
    others = [
        found
        for each, own in fallen
        for found in each.protections
        if found is not own and context.weight(found.level) is not None
    ]
    yield from _others(context, weakest, others)


def _others(context: Context, weakest: Protection, others: Sequence[Protection]) -> Iterator[str]:
    """The other breaches below the bar: those open to the same parties in one line, and the rest in another."""
    acts = {found.act: found for found in others if found.act != weakest.act}
    same = [found for found in acts.values() if (found.coalition, found.level) == (weakest.coalition, weakest.level)]
    if same:
        yield f"{group_words(context, weakest.coalition)} can also {_acts(context, same)}"
    rest = [found for found in acts.values() if found not in same]
    if rest:
        first = rest[0]
        who = group_words(context, first.coalition)
        more = f", and {len(rest) - 1} more" if len(rest) > 1 else ""
        yield f"{who} can {_words(context, first)} ({standing(first.level)}){more}"


def _acts(context: Context, found: Sequence[Protection]) -> str:
    """Some acts as the end of "can also …"."""
    shown = [_words(context, each) for each in found[:_MOST_OTHERS]]
    if len(found) > _MOST_OTHERS:
        shown.append(f"do {len(found) - _MOST_OTHERS} things more")
    return listing(shown)


def _words(context: Context, found: Protection) -> str:
    """One act as the end of "can …"."""
    return found.breach or act_words(context, found.act, found.value)


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
