"""The recipients of the assets form a circle.

## What it checks

Following who takes the assets of whom, nobody is met twice. A circle of two may be harmless while both live, but it
says nothing about the day when both end, which is the day it is for: firms and their association often fail
together.

## Why it matters

If A leaves everything to B and B to A, then the last of them to end leaves it to nobody. The law fills the gap,
with members, heirs or the State.

## The law and sources

- BGB s.45 and s.46 (Germany), Art. 57 ZGB (Switzerland): what happens to the assets where no recipient can take
  them.
- Order of recipients and alternates belong in every dissolution clause.

## How to mend it

Name a third body as the alternate of one of them: `on dissolution assets go to foundation, else trust`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.ast.recipients import chain
from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("AST180", "recipients-in-a-circle", Severity.WARNING, looks_at=("dissolutions",))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

association foundation "Loom Foundation e.V." {{
  form de.ev
  purpose "To keep Loom free."
  on dissolution assets go to weft{alternate}
}}

firm weft "Weft eG" {{
  form de.eg
  on dissolution assets go to foundation
}}

association trust "Software Commons Trust" {{ form de.stiftung; external }}
"""

BAD = _HEAD.format(alternate="")

GOOD = _HEAD.format(alternate=", else trust")


def check(context: Context) -> Iterator[Finding]:
    """Yield each circle of recipients once, where none of them has an alternate outside it."""
    seen: set[str] = set()
    for entity in context.charter.entities.values():
        way = chain(context.facts, entity)
        if not way.circle or entity.id in seen:
            continue
        start = way.bodies.index(way.end)
        circle = way.bodies[start:-1]
        seen.update(way.bodies)
        bodies = [context.charter.entities[name] for name in circle]
        alternates = [
            name
            for body in bodies
            if body.dissolution is not None
            for name in body.dissolution.to[1:]
            if name not in circle
        ]
        if alternates:
            continue
        names = " to ".join([*context.facts.labels(circle), context.label(circle[0])])
        first = bodies[0]
        yield RULE.finding(
            f"The assets go in a circle, from {names}: the last to end leaves them to nobody",
            first.dissolution.span if first.dissolution is not None else first.name_span,
            help=("name an alternate outside the circle: on dissolution assets go to …, else …",),
            subject=first.id,
        )
