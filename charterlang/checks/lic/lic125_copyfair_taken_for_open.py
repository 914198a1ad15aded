"""A copyfair licence keeps commercial use for the circle: reciprocal, and not open.

## What it checks

A commons under a copyfair licence (Peer Production Licence, CoopCycle, CNPL and others), which does not claim
openness. A note that spells out what follows.

## Why it matters

Co-operatives and non-profits may use the work for gain, firms with other owners may not, or pay. That ties the use
to the circle and keeps others out: distributions will not package it, open licences will not take it in, and who is
a fit user has to be proved.

## The law and sources

- Dmytri Kleiner, *The Telekommunist Manifesto* (2010), the Peer Production Licence; Bauwens and Kostakis on
  copyfair.
- Not open by Open Source Definition no.6 and Open Definition 2.1.

## How to mend it

Nothing need be mended if that is what you want. Say who may use it, how it is proved, and how others can agree on
terms: `boundaries "…"`, `price "…"`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.lic.statements import upholds
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("LIC125", "copyfair-taken-for-open", Severity.NOTE, looks_at=("licences",))

_HEAD = """
charter "Couriers" {{ edition 1; jurisdiction FR; language en; currency EUR }}

commons app "The couriers' software" {{
  kind software
  licence {licence}
  contributions under DCO
}}
"""

BAD = _HEAD.format(licence="LicenseRef-CoopCycle-1.0")

GOOD = _HEAD.format(licence="AGPL-3.0-or-later")


def check(context: Context) -> Iterator[Finding]:
    """Yield each commons under a copyfair licence that does not claim to be open."""
    from charterlang import law
    from charterlang.law import spdx

    for commons in context.charter.commons.values():
        if upholds(context, commons, "openness") or (commons.boundaries and commons.price):
            continue
        for licence in commons.licences:
            expression = spdx.parse(licence.expression).expression
            rows = [law.licence(single.id) for single in spdx.singles(expression)] if expression else []
            fair = [row for row in rows if row is not None and row.is_copyfair]
            if not fair:
                continue
            yield RULE.finding(
                f"{licence.expression} keeps trade with {commons.label} for the circle: it is reciprocal, and not open",
                licence.span,
                steps=(
                    "firms with other owners may not use it, or must agree on terms",
                    "works under open licences cannot take it in",
                    fair[0].cites(),
                ),
                help=('say who may use it and how others can agree on terms: `boundaries "…"` and `price "…"`',),
                subject=commons.id,
            )
