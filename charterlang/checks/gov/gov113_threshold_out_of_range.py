"""A decision asks for a majority that cannot be, or counts the wrong number of seats.

## What it checks

Every threshold is more than nothing and at most the whole; `4 of 6` names no more votes than seats, and the number
of seats the organ has.

## Why it matters

`5 of 4` can never pass and `0 of 4` always does; `4 of 6` in a board of nine leaves open whether four, or six, are
enough. Each reader will count as it suits them.

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

RULE = Rule("GOV113", "threshold-out-of-range", Severity.ERROR, looks_at=("organs", "powers"))

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
    """Yield what is impossible about a rule."""
    organ = context.charter.organs.get(body)
    name = context.label(body)
    if rule.of_seats is not None:
        needed, seats = rule.of_seats
        have = organ.seats if organ is not None else None
        if needed > seats or needed == 0:
            message = (
                f"The {name} can never reach {needed} of {seats}"
                if needed
                else f"The {name} decides by no votes at all"
            )
        elif have is not None and have != seats:
            message = f"The {name} decides by {needed} of {seats}, but has {many(have, 'seat')}"
        else:
            return
        advice = f"write `{min(needed, have)} of {have}`" if have and needed else "write a share: `by 2/3`"
    elif rule.share is not None and not 0 < rule.share <= 1:
        message = f"The {name} would need {rule.share.numerator}/{rule.share.denominator} of the votes"
        advice = "write a share between nothing and the whole: `by 2/3`"
    else:
        return
    yield RULE.finding(message, place, help=(advice,), subject=body)
