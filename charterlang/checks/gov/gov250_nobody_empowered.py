"""A protector does not say how it empowers those who produce.

## What it checks

Every association that protects a commons says whom it `empowers` and by what. A note.

## Why it matters

Protecting a commons is half of the task; the other half is that people can go on making it: stipends, hosting,
tools, legal defence, training, a roof. An association that only guards ends as a museum.

## The law and sources

- Michel Bauwens, "'Occupy' as a business model" (2012): for-benefit associations that enable and empower social
  production.

## How to mend it

Add `empowers CLASS by "stipends, hosting, legal defence"`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("GOV250", "nobody-empowered", Severity.NOTE, looks_at=("associations",))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

commons loom "Loom" {{ kind software; licence AGPL-3.0-or-later; produced by foundation.makers }}

association foundation "Loom Foundation e.V." {{
  form de.ev
  purpose "To keep Loom free."
  protects loom
  {empowers}
  members makers {{ count 85; open to anyone after 6 months; vote one per member }}
}}
"""

BAD = _HEAD.format(empowers="")

GOOD = _HEAD.format(empowers='empowers makers by "stipends, hosting, legal defence"')


def check(context: Context) -> Iterator[Finding]:
    """Yield each protector that empowers nobody."""
    for entity in context.charter.of_kind("association"):
        if entity.external or not entity.protects or entity.empowers:
            continue
        makers = [
            name
            for commons in entity.protects
            if commons in context.charter.commons
            for name in _makers(context, commons)
        ]
        whom = makers[0].removeprefix(f"{entity.id}.") if makers else "CLASS"
        yield RULE.finding(
            f"{entity.label} protects a commons, but does not say how it empowers those who make it",
            entity.statements.get("protects") or entity.name_span,
            help=(f'say whom it helps, and by what: empowers {whom} by "…"',),
            subject=entity.id,
        )


def _makers(context: Context, commons: str) -> tuple[str, ...]:
    """Who produces a commons."""
    return context.charter.commons[commons].produced_by
