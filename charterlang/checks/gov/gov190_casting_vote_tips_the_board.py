"""A casting vote gives one side the majority of an evenly filled board.

## What it checks

In an organ where one party, class or body fills exactly half of the seats, the casting vote is not held by that
side.

## Why it matters

Parity with a casting vote is a majority by another name. The board looks balanced on paper, and one side decides
whenever it matters.

## The law and sources

- Codetermined supervisory boards in Germany work in this way on purpose: the chair, chosen by the shareholders in
  the last resort, has a second vote (MitbestG ss.27 and 29).
- Mediators and courts advise against it in two-party bodies: it replaces agreement by patience.

## How to mend it

Give the casting vote to somebody neither side chooses, or let a tie mean no.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.facts import HALF
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("GOV190", "casting-vote-tips-the-board", Severity.WARNING, looks_at=("organs",))

_HEAD = """
charter "Mill" {{ edition 1; jurisdiction DE; language en; currency EUR }}

firm owner "Owner GmbH" {{ form de.gmbh; external }}

association mill "Mill e.V." {{
  form de.ev
  purpose "To keep the mill turning."
  members millers {{ count 20; open to anyone after 6 months; vote one per member }}
  board council {{
    seats 6
    3 elected by millers
    3 appointed by owner
    decides by majority
    casting vote {who}
  }}
}}
"""

BAD = _HEAD.format(who="owner")

GOOD = _HEAD.format(who="millers")


def check(context: Context) -> Iterator[Finding]:
    """Yield each organ in which a casting vote turns half of the seats into a majority."""
    for organ in context.charter.organs.values():
        who = organ.casting_vote
        if not who or who in context.charter.classes:
            continue
        part = sum(
            share
            for by, share in context.facts.seats(organ).items()
            if by == who or by.startswith(f"{who}.") or context.facts.body(by) is context.charter.entities.get(who)
        )
        if part != HALF:
            continue
        yield RULE.finding(
            f"{context.label(who)} fills half of {context.label(organ.id)} and has its casting vote: it decides alone",
            organ.span,
            help=("give the casting vote to somebody neither side chooses, or let a tie mean no",),
            subject=organ.id,
        )
