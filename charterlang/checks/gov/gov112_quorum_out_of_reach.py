"""A quorum asks for more people than there are.

## What it checks

A quorum written as a number is not larger than the number of seats of the organ, or of the members who may vote in
it; a quorum written as a share is not more than the whole.

## Why it matters

An organ that can never meet its quorum can never decide. Whatever depends on it is locked by mistake, and those who
want to act will find a way round it.

## The law and sources

- Resolutions without quorum are void or voidable: for instance N-PCL ss.608 and 707, Companies Act 2006 s.318.
- Quorum is counted over all classes that have a vote in the matter.

## How to mend it

Lower the quorum, or write it as a share: `quorum 20%`.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from charterlang.checks.context import Context
from charterlang.checks.gov.bodies import members_of
from charterlang.checks.rule import Rule
from charterlang.checks.words import many
from charterlang.source import Finding, Severity

RULE = Rule("GOV112", "quorum-out-of-reach", Severity.ERROR, looks_at=("organs",))

_HEAD = """
charter "Kitchen" {{ edition 1; jurisdiction US-NY; language en; currency USD }}

association kitchen "Friends of the Kitchen" {{
  form us.ny.nfp
  purpose "To cook for all."
  members citizens {{ count 40; open to anyone; vote one per member }}
  assembly meeting of citizens {{
    quorum {quorum}
    decides by majority
  }}
}}
"""

BAD = _HEAD.format(quorum="60")

GOOD = _HEAD.format(quorum="10")


def check(context: Context) -> Iterator[Finding]:
    """Yield each organ that cannot meet its own quorum."""
    for organ in context.charter.organs.values():
        quorum = organ.quorum if organ.quorum is not None else organ.rule.quorum if organ.rule is not None else None
        if quorum is None:
            continue
        there = organ.seats if organ.kind == "board" else members_of(context, organ)
        if isinstance(quorum, Fraction):
            reached = quorum <= 1
            have = "the whole"
        else:
            reached = there is None or quorum <= there
            have = many(there or 0, "seat" if organ.kind == "board" else "member")
        if reached:
            continue
        asked = f"{quorum}" if not isinstance(quorum, Fraction) else f"{float(quorum * 100):g} %"
        yield RULE.finding(
            f"The {context.label(organ.id)} can never meet: the quorum is {asked}, out of {have}",
            organ.span,
            help=("lower the quorum, or write it as a share: `quorum 20%`",),
            subject=organ.id,
        )
