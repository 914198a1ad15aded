"""A licence is named by an identifier that SPDX has replaced.

## What it checks

Identifiers that the SPDX list marks as deprecated, such as `GPL-3.0`, which does not say whether later versions are
meant.

## Why it matters

`GPL-3.0` may mean this version only, or this and any later one. The two are different licences, and go together
with different others.

## The law and sources

- SPDX licence list, deprecated identifiers; the GNU licences have been `-only` or `-or-later` since version 3.0 of
  the list.

## How to mend it

Take the identifier that says what you mean: `GPL-3.0-or-later`, or `GPL-3.0-only`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.lic.statements import named
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("LIC112", "outdated-licence-name", Severity.WARNING, looks_at=("commons", "duties", "agreements"))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

commons loom "Loom" {{
  kind software
  licence {licence}
  contributions under DCO
}}
"""

BAD = _HEAD.format(licence="GPL-3.0")

GOOD = _HEAD.format(licence="GPL-3.0-or-later")


def check(context: Context) -> Iterator[Finding]:
    """Yield each deprecated identifier."""
    from charterlang.law import spdx

    for licence in named(context):
        for problem in spdx.parse(licence.expression).problems:
            if problem.kind != "deprecated":
                continue
            choices = problem.nearest[:2]
            yield RULE.finding(
                f"SPDX has replaced the identifier {problem.text}: it does not say which versions are meant",
                licence.span,
                help=(f"say it: {' or '.join(f'`{name}`' for name in choices)}",),
                fixes=tuple(
                    fix for name in reversed(choices) for fix in context.replacement(licence.span, problem.text, name)
                ),
                subject=licence.subject,
            )
