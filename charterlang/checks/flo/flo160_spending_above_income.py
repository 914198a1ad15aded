"""A protector pays out more than comes in.

## What it checks

For every association of the charter with flows in and out, what is paid in a year (gifts in kind apart) is not more
than what comes in. With a `balance` the finding says for how many months it lasts.

## Why it matters

It may be a plan for one good year. It is better known than found out.

## The law and sources

- Directors of a body that cannot pay must act in time: InsO s.15a and BGB s.42(2) (Germany), Insolvency Act 1986
  s.214 (wrongful trading).

## How to mend it

Add the income that is missing from the charter, spend less, or state the reserve it is paid from: `balance …`.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from charterlang.checks.context import Context
from charterlang.checks.flo.amounts import currency_of, income, rate, spending, sum_words
from charterlang.checks.rule import Rule
from charterlang.checks.words import many
from charterlang.model.entities import Entity, EntityKind
from charterlang.source import Finding, Severity

RULE = Rule("FLO160", "spending-above-income", Severity.WARNING, looks_at=("flows",))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

party users "Users" {{ side community; count 4000 }}

association foundation "Loom Foundation e.V." {{
  form de.ev
  purpose "To keep Loom free."
  balance 20000 EUR
  members makers {{ count 85; open to anyone after 6 months; vote one per member }}
}}

flow donations from users to foundation 5000 EUR per month
flow stipends from foundation to foundation.makers {stipends} EUR per month
"""

BAD = _HEAD.format(stipends=7000)

GOOD = _HEAD.format(stipends=4000)


def check(context: Context) -> Iterator[Finding]:
    """Yield each association that spends more than it gets."""
    for entity in context.charter.of_kind(EntityKind.ASSOCIATION):
        gets = sum(income(context, entity).values(), Fraction(0))
        spends = spending(context, entity)
        if entity.external or not gets or spends <= gets:
            continue
        unit = currency_of(context, entity)
        held = _held(context, entity, unit)
        months = int(held / ((spends - gets) / 12)) if held else 0
        lasts = f"; what it holds lasts {many(months, 'month')}" if held else ""
        yield RULE.finding(
            f"{entity.label} pays out {sum_words(spends, unit)} a year and gets {sum_words(gets, unit)}{lasts}",
            entity.name_span or entity.span,
            help=("add the income that is missing, spend less, or say what it is paid from: `balance …`",),
            subject=entity.id,
        )


def _held(context: Context, entity: Entity, unit: str) -> Fraction:
    """What a body and its funds hold, in `unit`."""
    total = Fraction(0)
    for name in context.book.purses(entity):
        purse = context.charter.entities.get(name)
        if purse is not None and purse.balance is not None:
            total += Fraction(purse.balance.amount) * (rate(context.charter, purse.balance.currency, unit) or 0)
    return total
