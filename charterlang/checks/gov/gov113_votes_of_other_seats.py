"""A decision counts another number of seats than the organ has.

## What it checks

Where an organ decides by so many of so many seats (`decides by 4 of 6`), or a power asks for that (`council by 5 of
7`), the second number is the number of seats the organ has.

## Why it matters

`4 of 6` in a board of nine leaves open whether four or six are enough. Each reader will count as it suits them, and
so will each side of the quarrel.

## The law and sources

- Resolutions are counted by the votes the statutes ask for; where a rule cannot be applied the law's default takes
  its place (for instance BGB s.32(1), Companies Act 2006 ss.282 and 283).

## How to mend it

Write the number of seats the organ has, or a share: `by 2/3`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import many
from charterlang.model.decisions import Rule as DecisionRule
from charterlang.model.decisions import leaves
from charterlang.source import Finding, Severity, Span

RULE = Rule("GOV113", "votes-of-other-seats", Severity.ERROR, looks_at=("organs", "powers"))

_HEAD = """
charter "Kitchen" {{ edition 1; jurisdiction US-NY; language en; currency USD }}

association kitchen "Friends of the Kitchen" {{
  form us.ny.nfp
  purpose "To cook for all."
  members citizens {{ count 40; open to anyone; vote one per member }}
  board council {{
    seats 7
    7 elected by citizens
    decides by {rule}
  }}
}}
"""

BAD = _HEAD.format(rule="4 of 6")

GOOD = _HEAD.format(rule="5 of 7")


def check(context: Context) -> Iterator[Finding]:
    """Yield each rule of an organ, or in a power, that cannot be applied."""
    for organ in context.charter.organs.values():
        if organ.rule is not None:
            yield from _wrong(context, organ.id, organ.rule, organ.rule.span or organ.span)
    for power in context.charter.powers:
        for leaf in leaves(power.decision):
            body = getattr(leaf, "body", "") or getattr(leaf, "of", "")
            if leaf.rule is not None:
                yield from _wrong(context, body, leaf.rule, leaf.rule.span or leaf.span or power.span)


def _wrong(context: Context, body: str, rule: DecisionRule, place: Span | None) -> Iterator[Finding]:
    """Yield where a rule counts seats that are not there, or leaves some out."""
    organ = context.charter.organs.get(body)
    if rule.of_seats is None or organ is None or organ.seats is None or rule.of_seats[1] == organ.seats:
        return
    needed, seats = rule.of_seats
    fixed = f"{min(needed, organ.seats)} of {organ.seats}"
    yield RULE.finding(
        f"The {context.label(body)} decides by {needed} of {seats}, but has {many(organ.seats, 'seat')}",
        place,
        help=(f"write `{fixed}`, or a share: `2/3`",),
        fixes=context.replacement(place, f"{needed} of {seats}", fixed),
        subject=body,
    )
