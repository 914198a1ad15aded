"""A licence of one's own is named, of which nothing is known.

## What it checks

References `LicenseRef-…` that the project's table does not know. They are allowed; nothing can be checked about
them.

## Why it matters

Whether it is open, what must come back, whether it can be withdrawn, and with which licences it goes together: all
of that is unknown, and counts as no. Licences written for one project are also read by nobody's lawyer twice.

## The law and sources

- SPDX Specification: `LicenseRef-` for texts that are not on the list.
- The Open Source Initiative asks authors of new licences why no known one will do (its licence review process).

## How to mend it

Take a licence that people know, unless none fits. If you keep your own, put its text among the papers and have it
reviewed.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.lic.statements import named
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("LIC114", "licence-of-ones-own", Severity.NOTE, looks_at=("licences",))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

commons loom "Loom" {{
  kind software
  licence {licence}
  contributions under DCO
}}
"""

BAD = _HEAD.format(licence="LicenseRef-Loom-Fair")

GOOD = _HEAD.format(licence="AGPL-3.0-or-later")


def check(context: Context) -> Iterator[Finding]:
    """Yield each reference to a text that only its author knows."""
    from charterlang.law import spdx

    for licence in named(context):
        for problem in spdx.parse(licence.expression).problems:
            if problem.kind == "custom":
                near = f"; the table knows {problem.nearest[0]}" if problem.nearest else ""
                yield RULE.finding(
                    f"Nothing is known of {problem.text}: whether it is open, or what must come back, counts as no",
                    licence.span,
                    help=(f"take a licence that people know, or put its text among the papers{near}",),
                    subject=licence.subject,
                )
