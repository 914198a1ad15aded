"""More than the whole surplus is given away.

## What it checks

The shares of a body's surplus that go to named receivers, together with what duties take of it, are not more than
the whole.

## Why it matters

What is promised twice is owed twice. Whoever asks first gets theirs, and the commons seldom asks first.

## The law and sources

- Distribution needs a surplus: for instance Companies Act 2006 s.830, GmbHG s.30, Delaware General Corporation Law
  s.170.
- Legal reserves come first in many forms of co-operative; `charter forms` lists the shares.

## How to mend it

Make the parts add up to 100 %, or leave the last one open: `surplus 30% to commons-fund, members`.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import percent
from charterlang.source import Finding, Severity

RULE = Rule("FLO180", "surplus-beyond-the-whole", Severity.ERROR, looks_at=("surplus",))

_HEAD = """
charter "Mill" {{ edition 1; jurisdiction DE; language en; currency EUR }}

association friends "Friends of the Mill e.V." {{ form de.ev; purpose "To keep the mill." }}

person millers "The millers" {{ count 8 }}

firm mill "Mill eG" {{
  form de.eg
  surplus {share} to millers
  duties {{ contribute 40% of surplus to friends }}
}}
"""

BAD = _HEAD.format(share="80%")

GOOD = _HEAD.format(share="60%")


def check(context: Context) -> Iterator[Finding]:
    """Yield each body that gives away more than there is."""
    for entity in context.charter.entities.values():
        shares = sum((share.share or Fraction(0) for share in entity.surplus), Fraction(0))
        owed = sum(
            (
                duty.share or Fraction(0)
                for duty in context.facts.duties_of.get(entity.id, ())
                if duty.base == "surplus" and not duty.at_most and duty.kind in {"contribute", "pay"}
                and duty.creditor not in {share.to for share in entity.surplus}
            ),
            Fraction(0),
        )  # fmt: skip
        if shares + owed <= 1:
            continue
        yield RULE.finding(
            f"{entity.label} gives away {percent(shares + owed)} of its surplus",
            entity.statements.get("surplus") or entity.name_span,
            help=("make the parts add up to 100 %, or leave the last one without a number",),
            subject=entity.id,
        )
