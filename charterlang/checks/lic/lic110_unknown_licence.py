"""A licence is named that no list knows, or in a way that cannot be read.

## What it checks

Every licence is an SPDX expression of identifiers that the SPDX licence list or the project's own table knows, or a
reference of one's own (`LicenseRef-…`). Letter case does not matter.

## Why it matters

The name of a licence stands for its whole text. If nobody can say which text is meant, nobody can say what users
may do, and the default is: nothing.

## The law and sources

- SPDX Specification, annex on licence expressions; the SPDX licence list.
- Without a licence all rights stay with the author (Berne Convention arts 9 and 12).

## How to mend it

Take the identifier the finding suggests, or look it up with `charter licences`. For a text of your own write
`LicenseRef-NAME` and add the text to the papers.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.lic.statements import named
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("LIC110", "unknown-licence", Severity.ERROR, looks_at=("commons", "duties", "agreements"))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

commons loom "Loom" {{
  kind software
  licence {licence}
  contributions under DCO
}}
"""

BAD = _HEAD.format(licence="AGPLv3")

GOOD = _HEAD.format(licence="AGPL-3.0-or-later")

_FAULTS = {
    "unknown": "No list knows a licence called {text}",
    "unknown-exception": "No list knows a licence exception called {text}",
    "syntax": "The licence {text} cannot be read: several licences are joined by AND or OR",
    "empty": "Here a licence should stand",
}


def check(context: Context) -> Iterator[Finding]:
    """Yield each licence that stands for no text."""
    from charterlang.law import spdx

    for licence in named(context):
        for problem in spdx.parse(licence.expression).problems:
            if problem.kind not in _FAULTS:
                continue
            near = problem.nearest[:3]
            yield RULE.finding(
                _FAULTS[problem.kind].format(text=problem.text),
                licence.span,
                help=(
                    f"did you mean {' or '.join(f'`{name}`' for name in near)}?"
                    if near
                    else "`charter licences` lists the identifiers; a text of your own is `LicenseRef-NAME`",
                ),
                fixes=context.replacement(licence.span, problem.text, near[0]) if near else (),
                subject=licence.subject,
            )
