"""A board has fewer seats than the legal form asks for.

## What it checks

The seats of the body's board against the least number of the form.

## Why it matters

A board below the number cannot be registered, and what it decides may be void.

## The law and sources

- For example three directors (N-PCL s.702), two for a
  *Genossenschaft* (GenG s.24), three for a committee in New Zealand. The finding cites the statute of the form.

## How to mend it

Add seats, as many as the law asks for, and say who fills them: `seats 3`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.law.measures import boards
from charterlang.checks.rule import Rule
from charterlang.checks.words import a_form, many, number
from charterlang.source import Finding, Severity

RULE = Rule("LAW151", "board-too-small", Severity.ERROR, looks_at=("forms",))

_HEAD = """
charter "Kitchen" {{ edition 1; jurisdiction US-NY; language en; currency USD }}

association kitchen "Friends of the Kitchen" {{
  form us.ny.nfp
  purpose "To cook for all."
  members citizens {{ count 40; open to anyone after 1 month; vote one per member }}
  board council {{ seats {seats}; {seats} elected by citizens; term 2 years }}
}}
"""

BAD = _HEAD.format(seats=2)

GOOD = _HEAD.format(seats=3)


def check(context: Context) -> Iterator[Finding]:
    """Yield each board that is too small for the form."""
    for entity in context.facts.own:
        form = context.forms.get(entity.id)
        if form is None or form.board_min is None:
            continue
        least = form.board_min
        for organ in boards(entity):
            if organ.seats is None or organ.seats >= least or organ.source:
                continue
            doubts = form.doubts("directors") or form.doubts("board")
            fix = context.replacement(organ.span, f"seats {organ.seats}", f"seats {least}")
            yield RULE.finding(
                f"The {context.label(organ.id)} of {entity.label} has {many(organ.seats, 'seat')}, "
                f"and {a_form(form.english)} needs at least {number(least)}",
                organ.span,
                steps=(form.cites("board"), *(f"recalled, not read: {doubt}" for doubt in doubts)),
                help=(f"write `seats {least}`, and say who fills them",),
                fixes=fix,
                subject=organ.id,
            )
