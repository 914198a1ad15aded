"""Elected or appointed seats have no term.

## What it checks

Boards of the charter's own bodies whose seats are elected or appointed say for how long (`term 2 years`). All the
boards of one body are told in one finding, as a note.

## Why it matters

Without a term those who sit stay until somebody removes them, and removing is harder than not electing again. For
acts that a later election cannot undo, the date of the election is all the control there is.

## The law and sources

- Terms belong into the statutes: N-PCL s.703, Dutch Civil Code 2:37, Art. 69 ZGB; several laws set a longest term
  (GenG s.24 leaves it to the statutes; Companies Act 2006 s.188 asks members for contracts over two years).
- Ostrom's fourth principle: monitors who are accountable.

## How to mend it

Add `term 2 years`, or `term 2 years, staggered`, so that no single election turns the whole board.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import listing
from charterlang.source import Finding, Severity

RULE = Rule("GOV210", "seats-without-a-term", Severity.NOTE, looks_at=("organs",))

_HEAD = """
charter "Kitchen" {{ edition 1; jurisdiction US-NY; language en; currency USD }}

association kitchen "Friends of the Kitchen" {{
  form us.ny.nfp
  purpose "To cook for all."
  members citizens {{ count 40; open to anyone; vote one per member }}
  board council {{
    seats 5
    5 elected by citizens
    {term}
    decides by majority
  }}
}}
"""

BAD = _HEAD.format(term="")

GOOD = _HEAD.format(term="term 2 years")


def check(context: Context) -> Iterator[Finding]:
    """Yield each body with boards whose seats are filled without a term."""
    for entity in context.facts.own:
        open_ended = [
            organ
            for organ in entity.organs
            if organ.kind == "board"
            and organ.term is None
            and not organ.for_life
            and not organ.source
            and any(line.how in {"elected", "appointed"} for line in organ.seat_lines)
        ]
        if not open_ended:
            continue
        names = listing(context.facts.labels([organ.id for organ in open_ended]))
        yield RULE.finding(
            f"Those who sit in the {names} of {entity.label} have no term",
            open_ended[0].span,
            help=("say how long: `term 2 years`, or `term 2 years, staggered`",),
            fixes=context.insertion(open_ended[0].span, "term 2 years", "Give them a term of two years"),
            subject=open_ended[0].id,
        )
