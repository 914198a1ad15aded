"""Numbers as people of a language write them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

_NARROW = "\u202f"
_MARKS = {
    "de": (".", ",", " "),
    "es": (".", ",", " "),
    "it": (".", ",", ""),
    "fr": (_NARROW, ",", _NARROW),
    "en": (",", ".", ""),
}
"""For each language: between thousands, before decimals, before the percent sign."""

PER_YEAR = {
    "hour": Fraction(8766),
    "day": Fraction(365),
    "week": Fraction(365, 7),
    "month": Fraction(12),
    "quarter": Fraction(4),
    "year": Fraction(1),
}
"""How often a period comes round in a year; an hour counts round the clock."""


def number(value: Decimal | Fraction | int, language: str = "en", decimals: int = 0, *, exactly: bool = False) -> str:
    """A number with at most (or `exactly`) so many decimals, thousands apart: `5,000`, `1.234,5`."""
    thousands, point, _ = _MARKS.get(language[:2], _MARKS["en"])
    exact = Decimal(value.numerator) / Decimal(value.denominator) if isinstance(value, Fraction) else Decimal(value)
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    whole, _, part = f"{rounded:f}".partition(".")
    sign, digits = ("\u2212", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = ""
    while len(digits) > 3:
        grouped, digits = thousands + digits[-3:] + grouped, digits[:-3]
    part = part if exactly else part.rstrip("0")
    return sign + digits + grouped + (point + part if part else "")


def percent(share: Fraction, language: str = "en", decimals: int = 1) -> str:
    """A share in percent: `55%`, `33,3 %`."""
    return number(share * 100, language, decimals) + _MARKS.get(language[:2], _MARKS["en"])[2] + "%"


def per_year(amount: Decimal, per: str) -> Fraction | None:
    """What a sum per period comes to in a year; None for a single payment or a period that is not known."""
    times = PER_YEAR.get(per)
    return None if times is None else Fraction(amount) * times


def amount(value: Decimal | Fraction, language: str = "en") -> str:
    """An amount of money, with cents only where there are any."""
    exact = Fraction(value)
    return number(exact, language, 0 if exact.denominator == 1 else 2, exactly=True)


def short(value: Decimal | Fraction, language: str = "en") -> str:
    """An amount in few characters: `4 m`, `320,000`, `1.25 bn`."""
    exact = Fraction(value)
    for size, unit in ((10**9, "bn"), (10**6, "m")):
        if abs(exact) >= size:
            return f"{number(exact / size, language, 2)} {unit}"
    return amount(exact, language)
