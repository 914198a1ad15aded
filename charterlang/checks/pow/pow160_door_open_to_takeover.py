"""Anyone may join a class at once and turn its vote.

## What it checks

Classes that are open to anyone without waiting, vetting, residence, a cap per employer, a real cost or staggered
terms, so that one voting round could turn their majority. The finding states how many people, and at what cost.
Where that would break a value, the finding on the value says it instead.

## Why it matters

An open door is a virtue. An open door with a vote on the first evening lets those in who come for one vote: it has
been done to societies, parties and housing associations. The number of people it takes is often smaller than one
thinks, since turnout counts.

## The law and sources

- Statutes may say when a new member may first vote: they rule on entry and on who is qualified (for instance N-PCL
  ss.601 and 611, BGB s.58 no.1).
- Organised waves of joining before a vote to carry off a value are on record for building societies in the 1990s,
  which answered with minimum periods of membership and a duty to give windfalls to charity.

## How to mend it

Let new members wait before they vote (`open to anyone after 6 months`), have them admitted, or stagger the terms of
those they elect.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import capital
from charterlang.source import Finding, Severity

RULE = Rule("POW160", "door-open-to-takeover", Severity.NOTE, looks_at=("notes",))

_HEAD = """
charter "Kitchen" {{ edition 1; jurisdiction US-NY; language en; currency USD }}

association kitchen "Friends of the Kitchen" {{
  form us.ny.nfp
  purpose "To cook for all."
  members citizens {{ count 40; open to anyone{after}; vote one per member }}
  assembly meeting of citizens {{ quorum 20%; decides by majority }}
}}
"""

BAD = _HEAD.format(after="")

GOOD = _HEAD.format(after=" after 6 months")


def check(context: Context) -> Iterator[Finding]:
    """Yield each class that outsiders could turn, where no value shows it already."""
    for note in context.verdicts.notes:
        if note.kind == "open door" and note.subject not in context.touched:
            yield RULE.finding(capital(note.text), note.span, help=(note.help,), subject=note.subject)
