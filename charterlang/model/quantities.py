"""Numbers as charters use them: shares, money, spans of time. All exact; no floats."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from charterlang._records import record

Share = Fraction
"""A part of a whole, 0 to 1: 20% is Fraction(1, 5)."""


@record
class Money:
    """An amount in a currency, by its code or declared name."""

    amount: Decimal
    currency: str


@record
class Duration:
    """A span of time as written; `unit` is hour, day, week, month or year."""

    number: int
    unit: str

    @property
    def days(self) -> Fraction:
        """About how many days that is (a month counts 30, a year 365), for comparison only."""
        return (
            Fraction(self.number)
            * {
                "hour": Fraction(1, 24),
                "day": Fraction(1),
                "week": Fraction(7),
                "month": Fraction(30),
                "year": Fraction(365),
            }[self.unit]
        )
