"""A need depends on one supplier alone.

## What it checks

A provision names at least two different sources, or it is met out of a commons or by those who need it.

## Why it matters

Open systems are freedom from lock-in. A need that one party alone can meet gives that party a say in everything,
without a vote.

## The law and sources

- Sole suppliers steer without voting: dependence of that kind is control in the eyes of some laws (control by
  contract or economic dependence, for instance GWB s.20(1) in Germany, Code de commerce L.420-2).
- "More than one way to be met" is among the questions put to every provision here.

## How to mend it

Name a second source, even a smaller one: `by gift from …`, `by purchase from …`, `by own-work`. If there is none,
keep the finding on record with the reason: `allow GOV170 because "…"`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("GOV170", "single-supplier", Severity.WARNING, looks_at=("provisions",))

_HEAD = """
charter "Kitchen" {{ edition 1; jurisdiction US-NY; language en; currency USD }}

party farmers "Farmers" {{ side community }}
firm grocer "Grocer LLC" {{ form us.de.llc; external }}

association kitchen "Friends of the Kitchen" {{
  form us.ny.nfp
  purpose "To cook for all."
  members citizens {{ count 40; open to anyone; vote one per member }}
  group food-group of citizens {{ decides by consent }}
}}

provision food "Food for the kitchen" {{
  need "Vegetables for three meals a day"
  {first}
  by purchase from grocer
  decided by kitchen.food-group
}}
"""

BAD = _HEAD.format(first="")

GOOD = _HEAD.format(first="by gift from farmers")

_OWN = frozenset({"commons", "own-work"})


def check(context: Context) -> Iterator[Finding]:
    """Yield each provision with a single source."""
    for provision in context.charter.provisions.values():
        sources = {mode.source for mode in provision.modes if mode.source}
        if len(sources) != 1 or any(mode.kind in _OWN or not mode.source for mode in provision.modes):
            continue
        source = sources.pop()
        yield RULE.finding(
            f"{provision.label} depends on {context.label(source)} alone",
            provision.modes[0].span or provision.name_span,
            help=("name a second source, or how those who need it can help themselves: `by own-work`",),
            subject=provision.id,
        )
