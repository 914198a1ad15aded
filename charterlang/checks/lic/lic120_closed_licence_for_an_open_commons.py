"""A commons claims openness under a licence that is not open.

## What it checks

A commons that upholds a value of the kind openness, and whose licence none of the Open Source Initiative, the Free
Software Foundation and the Open Definition calls open, or whose copyright holders keep some uses to themselves:
non-commercial, no derivatives, source available, copyfair.

## Why it matters

Open means open to all, for any purpose. Terms that keep trade out keep out the street vendor along with the
corporation. That may be what you want; then say so, and do not call it open.

## The law and sources

- Open Source Definition nos 5 and 6 (no discrimination against persons, groups or fields of endeavour); Open
  Definition 2.1 s.2.1; the four freedoms of the Free Software Foundation.
- Copyfair licences (peer production licence and others): reciprocal, and by that not open; firms outside the circle
  must agree on terms.

## How to mend it

Take an open licence with the reciprocity you want (`AGPL-3.0-or-later`, `CC-BY-SA-4.0`, `CERN-OHL-S-2.0`,
`ODbL-1.0`), or uphold reciprocity instead of openness.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.lic.statements import upholds
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("LIC120", "closed-licence-for-an-open-commons", Severity.ERROR, looks_at=("licences",))

_HEAD = """
charter "Cookbook" {{ edition 1; jurisdiction DE; language en; currency EUR }}

value openness "The recipes are open." {{ kind openness }}

commons cookbook "Cookbook" {{
  kind knowledge
  licence {licence}
  contributions under inbound=outbound
  upholds openness
}}
"""

BAD = _HEAD.format(licence="CC-BY-NC-SA-4.0")

GOOD = _HEAD.format(licence="CC-BY-SA-4.0")

_OPEN_WITH_RECIPROCITY = {
    "software": "AGPL-3.0-or-later",
    "data": "ODbL-1.0",
    "design": "CERN-OHL-S-2.0",
    "model": "Apache-2.0",
}


def check(context: Context) -> Iterator[Finding]:
    """Yield each licence of an open commons that nobody calls open."""
    from charterlang import law
    from charterlang.law import spdx

    for commons in context.charter.commons.values():
        if not upholds(context, commons, "openness"):
            continue
        for licence in commons.licences:
            if spdx.is_open(licence.expression) is not False:
                continue
            expression = spdx.parse(licence.expression).expression
            rows = [law.licence(single.id) for single in spdx.singles(expression)] if expression else []
            fair = any(row is not None and row.is_copyfair for row in rows)
            why = (
                "it is reciprocal, and by that not open"
                if fair
                else "neither OSI, FSF nor the Open Definition calls it open"
            )
            material = f"The {licence.material} of {commons.label}" if licence.material else commons.label
            better = _OPEN_WITH_RECIPROCITY.get(licence.material or commons.kind, "CC-BY-SA-4.0")
            yield RULE.finding(
                f"{material} claims to be open, but {licence.expression} is not: {why}",
                licence.span,
                steps=tuple(row.cites() for row in rows if row is not None),
                help=(f"take an open licence: `{better}`", "or uphold reciprocity instead of openness"),
                fixes=context.replacement(licence.span, licence.expression, better),
                subject=commons.id,
            )
