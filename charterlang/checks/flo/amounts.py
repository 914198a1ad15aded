"""Flows of money by the year, exactly, and who gives what to a body."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from charterlang.model.entities import EntityKind

if TYPE_CHECKING:
    from charterlang.checks.context import Context
    from charterlang.model import Charter
    from charterlang.model.entities import Entity
    from charterlang.model.things import Flow

_PER_YEAR = {"day": 365, "week": 52, "month": 12, "quarter": 4, "year": 1}


def yearly(flow: Flow) -> Fraction | None:
    """How much flows in a year, in the flow's currency; None for a single payment, which is no income to count on."""
    if not flow.per:
        return None
    times = len(flow.months) if flow.months and flow.per == "month" else _PER_YEAR[flow.per]
    return Fraction(flow.money.amount) * times


def rate(charter: Charter, one: str, other: str) -> Fraction | None:
    """How much of `other` one unit of `one` is, by a declared rate; None where none was declared."""
    if one == other:
        return Fraction(1)
    for currency in charter.currencies.values():
        for money, worth in currency.rates:
            if (money.currency, worth.currency) == (one, other):
                return Fraction(worth.amount) / Fraction(money.amount)
            if (worth.currency, money.currency) == (one, other):
                return Fraction(money.amount) / Fraction(worth.amount)
    return None


def currency_of(context: Context, entity: Entity) -> str:
    """The currency in which most of a body's flows are told."""
    told = [flow.money.currency for flow in (*context.book.income_of(entity), *context.book.spending_of(entity))]
    return max(dict.fromkeys(told), key=told.count, default=context.charter.header.currency)


def income(context: Context, entity: Entity) -> Mapping[str, Fraction]:
    """What each giver pays a body in a year, gifts in kind at their declared worth, in the body's main currency."""
    unit = currency_of(context, entity)
    found: dict[str, Fraction] = {}
    for flow in context.book.income_of(entity):
        amount, worth = yearly(flow), rate(context.charter, flow.money.currency, unit)
        if amount is not None and worth is not None:
            found[flow.source] = found.get(flow.source, Fraction(0)) + amount * worth
    return found


def spending(context: Context, entity: Entity) -> Fraction:
    """What a body pays out in a year, in its main currency, without gifts in kind."""
    unit = currency_of(context, entity)
    total = Fraction(0)
    for flow in context.book.spending_of(entity):
        amount, worth = yearly(flow), rate(context.charter, flow.money.currency, unit)
        if amount is not None and worth is not None and not flow.in_kind:
            total += amount * worth
    return total


def sum_words(amount: Fraction, unit: str) -> str:
    """An amount as people write it: `250,000 EUR`."""
    exact = amount.denominator == 1
    return f"{int(amount):,} {unit}" if exact else f"{float(amount):,.2f} {unit}"


def is_one_giver(context: Context, name: str) -> bool:
    """Whether a source of money is one party: not a crowd of members, donors or users."""
    if name in context.charter.classes:
        return False
    entity = context.charter.entities.get(name)
    if entity is None:
        return False
    return entity.kind is not EntityKind.PARTY or (entity.count or 1) == 1
