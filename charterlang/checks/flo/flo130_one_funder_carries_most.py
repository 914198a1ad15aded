"""One funder carries most of what a protector lives on.

## What it checks

For every association and fund of the charter, the yearly income from flows, gifts in kind at their declared worth.
The largest giver, if it is one party and not a crowd of members, donors or users, does not give more than half; a
firm or an investor not more than a third.

## Why it matters

"From where did the funds come?" "Can we run out?" If one grant ends, the work ends. If one firm pays, its wishes
weigh more than its votes. Neither is a fault in law; both are worth knowing before the year in which it happens.

## The law and sources

- Bounds are custom and no law: 25 to 30 % from one source is a usual limit, a third from one firm a point at which
  capture is feared.
- United States public charities need a third of their support from the public (26 U.S.C. ss.170(b)(1)(A)(vi) and
  509(a)).

## How to mend it

Find a second funder, let members pay dues, agree on returns from firms, or build a reserve for the time it takes to
find another.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from charterlang.checks.context import Context
from charterlang.checks.flo.amounts import currency_of, income, is_one_giver, sum_words
from charterlang.checks.rule import Rule
from charterlang.checks.words import percent
from charterlang.model.entities import Entity, EntityKind
from charterlang.source import Finding, Severity

RULE = Rule("FLO130", "one-funder-carries-most", Severity.WARNING, looks_at=("flows",))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

association foundation "Loom Foundation e.V." {{ form de.ev; purpose "To keep Loom free." }}

public state "Public fund" {{ side community }}
party users "Users" {{ side community; count 4000 }}

flow grant from state to foundation {grant} EUR per year
flow donations from users to foundation 5000 EUR per month
"""

BAD = _HEAD.format(grant=250000)

GOOD = _HEAD.format(grant=40000)

_MOST = {EntityKind.FIRM: Fraction(1, 3), EntityKind.INVESTOR: Fraction(1, 3)}
_HALF = Fraction(1, 2)


def check(context: Context) -> Iterator[Finding]:
    """Yield each protector with a funder that carries too much."""
    held = {held.holder for fund in context.charter.of_kind(EntityKind.FUND) for held in fund.held_by}
    for entity in context.charter.of_kind(EntityKind.ASSOCIATION, EntityKind.FUND):
        if entity.external or (entity.kind is EntityKind.FUND and entity.held_by and _holder(entity) in held):
            continue
        given = income(context, entity)
        total = sum(given.values(), Fraction(0))
        if not total:
            continue
        giver, amount = max(given.items(), key=lambda pair: (pair[1], pair[0]))
        body = context.charter.entities.get(giver)
        bound = _MOST.get(body.kind, _HALF) if body is not None else _HALF
        if amount / total <= bound or not is_one_giver(context, giver):
            continue
        unit = currency_of(context, entity)
        flow = next(found for found in context.book.income_of(entity) if found.source == giver)
        yield RULE.finding(
            f"{context.label(giver)} gives {percent(amount / total)} of what {entity.label} lives on",
            flow.name_span or flow.span,
            steps=(
                f"{sum_words(amount, unit)} of {sum_words(total, unit)} a year",
                f"without it {sum_words(total - amount, unit)} a year remain",
            ),
            help=("find a second source, or a reserve that lasts until one is found: `balance …`",),
            subject=entity.id,
        )


def _holder(fund: Entity) -> str:
    """Who holds a fund: its income is told with that of its holder."""
    return fund.held_by[0].holder
