"""Nothing says who controls a body on which a value depends.

## What it checks

An association or firm that takes part in some decision over a value, that this charter constitutes (it is not
`external`), and of which nothing says who owns or governs it.

## Why it matters

A body of which nobody says who controls it counts as a party of its own: the analysis can follow the question no
further. The answer is often the one that matters, because it is there that the captures were made.

## The law and sources

- Registers ask for it: beneficial owners by Directive (EU) 2015/849 art. 30, persons with significant control by
  Companies Act 2006 part 21A.
- An entity whose owners or organs are described is no party of its own: what it may do, they may do.

## How to mend it

Say who owns or governs it (`members`, `shares`, `board`), or mark it `external` if this charter cannot know.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import capital
from charterlang.source import Finding, Severity

RULE = Rule("POW150", "undescribed-controller", Severity.WARNING, looks_at=("notes",))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

value openness "Loom stays open." {{ kind openness }}

commons loom "Loom" {{
  kind software
  licence AGPL-3.0-or-later
  contributions under CLA to foundation
  upholds openness
}}

association foundation "Loom Foundation e.V." {{
  form de.ev
  purpose "To keep Loom free."
  protects loom
  members makers {{ count 85; open to anyone after 6 months admitted by makers; vote one per member }}
  assembly meeting of makers {{ quorum 30%; decides by majority }}
  board council {{ seats 5; 5 elected by makers; term 2 years }}
  powers {{
    relicense loom requires meeting by 3/4 and consent of watch
    amend articles requires meeting by 3/4 and consent of watch
  }}
}}

association watch "Licence Watch" {{
  purpose "To watch over licences."
  {governed}
}}
"""

BAD = _HEAD.format(governed="")

GOOD = _HEAD.format(
    governed="members watchers { count 30; open to anyone after 6 months admitted by watchers; vote one per member }"
)


def check(context: Context) -> Iterator[Finding]:
    """Yield each body on which a value depends and of which nobody says who controls it."""
    for note in context.verdicts.notes:
        if note.kind == "undescribed":
            yield RULE.finding(capital(note.text), note.span, help=(note.help,), subject=note.subject)
