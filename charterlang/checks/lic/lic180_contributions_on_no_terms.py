"""Many produce a commons, and nothing says on which terms their work comes in.

## What it checks

Every commons of works that has a licence and names who produces it says on which terms contributions come in.

## Why it matters

If nobody has said it, each contributor keeps every right, or has given it away by some click nobody remembers. Both
come up on the day somebody wants to change the licence, or to defend it in court.

## The law and sources

- Developer Certificate of Origin 1.1; inbound=outbound by the terms of the place of publication, where it has such
  terms.
- Works made in employment belong to the employer in many laws (17 U.S.C. ss.101 and 201(b); UrhG s.69b; Code de la
  propriété intellectuelle L.113-9).

## How to mend it

Add `contributions under DCO`, or `contributions under inbound=outbound`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.lic.statements import WORKS, main_licence
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("LIC180", "contributions-on-no-terms", Severity.WARNING, looks_at=("commons",))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

party makers "Those who make Loom" {{ side community; count 200 }}

commons loom "Loom" {{
  kind software
  licence AGPL-3.0-or-later
  produced by makers
  {terms}
}}
"""

BAD = _HEAD.format(terms="")

GOOD = _HEAD.format(terms="contributions under DCO")


def check(context: Context) -> Iterator[Finding]:
    """Yield each commons that many make on no terms."""
    for commons in context.charter.commons.values():
        settled = commons.contributions is not None or commons.copyright is not None
        if commons.kind not in WORKS or main_licence(commons) is None or not commons.produced_by or settled:
            continue
        yield RULE.finding(
            f"Nothing says on which terms work comes into {commons.label}",
            commons.name_span or commons.span,
            help=("write `contributions under DCO`, or `contributions under inbound=outbound`",),
            fixes=context.insertion(commons.span, "contributions under inbound=outbound", "Take it in as it goes out"),
            subject=commons.id,
        )
