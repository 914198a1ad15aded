"""A licence was written for another kind of material.

## What it checks

Each licence of a commons against the kind of material it covers: the commons as a whole, or its documentation,
data, designs. A licence of which the table does not know for what it was written is left out.

## Why it matters

A licence for texts says nothing of source code and patents; a licence for software nothing of databases; one for
designs speaks of making things. What is not covered stays reserved.

## The law and sources

- Creative Commons advises against its licences for software (FAQ); the FSF against the GPL for most other works.
- Databases have a right of their own in the European Union (Directive 96/9/EC art. 7), which licences for works may
  not cover.
- The designs of things: copyright covers the drawings, not the things (CERN OHL, rationale).

## How to mend it

Take a licence that was written for it, or give each material its own: `licence AGPL-3.0-or-later` and
`documentation CC-BY-SA-4.0`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("LIC130", "licence-unfit-for-the-material", Severity.WARNING, looks_at=("licences",))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

commons loom "Loom" {{
  kind software
  licence {licence}
  contributions under DCO
}}
"""

BAD = _HEAD.format(licence="CC-BY-SA-4.0")

GOOD = _HEAD.format(licence="AGPL-3.0-or-later")


def check(context: Context) -> Iterator[Finding]:
    """Yield each licence that does not suit what it covers."""
    from charterlang.law import spdx

    for commons in context.charter.commons.values():
        for licence in commons.licences:
            material = licence.material or commons.kind
            fits = spdx.suits(licence.expression, material)
            if fits.value is not False:
                continue
            better = fitting(licence.expression, material)
            yield RULE.finding(
                f"{licence.expression} was not written for {material}, which is what {commons.label} is made of",
                licence.span,
                steps=(fits.basis,),
                help=(
                    f"take one that was: {', '.join(f'`{name}`' for name in better)}"
                    if better
                    else "take one that was",
                ),
                fixes=context.replacement(licence.span, licence.expression, better[0]) if better else (),
                subject=commons.id,
            )


def fitting(expression: str, material: str) -> list[str]:
    """Up to three open licences for a material that ask back as much as the one that does not fit."""
    from charterlang import law
    from charterlang.law import spdx

    wanted = spdx.reciprocity(expression) or "none"
    rows = [row for name in law.licences() if (row := law.licence(name)) is not None and row.is_open]
    domains = set(spdx.domains_of(material))
    fit = [
        row.id for row in rows if domains & set(row.domains) and row.reciprocity == wanted and row.confidence != "low"
    ]
    return sorted(fit, key=_newest_first)[:3]


def _newest_first(name: str) -> tuple[float, bool, str]:
    """A key that puts later versions first, and of one version the one that takes later ones too."""
    version = re.search(r"\d+(\.\d+)?", name)
    return (-float(version[0]) if version else 0.0, not name.endswith("-or-later"), name)
