"""Sentences: lists, shares and names as people write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from charterlang.model.decisions import Rule

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def listing(parts: Sequence[str], join: str = "and") -> str:
    """`a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {join} {parts[-1]}"


def percent(share: Fraction) -> str:
    """A share in percent with at most one decimal: `62.5 %`."""
    number = share * 100
    rounded = round(number, 1)
    return f"{int(rounded)} %" if rounded == int(rounded) else f"{float(rounded):.1f} %"


def number(count: int) -> str:
    """A count in words up to twelve, in figures above."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def many(count: int, one: str, more: str = "") -> str:
    """A count with its noun: `one seat`, `three seats`."""
    return f"{number(count)} {one if count == 1 else more or f'{one}s'}"


def capital(sentence: str) -> str:
    """The sentence with its first letter large; names in backquotes stay as they are."""
    return sentence[:1].upper() + sentence[1:]


def sentence(text: str) -> str:
    """A full sentence: a capital first, a full stop last."""
    closed = text if text.endswith((".", "?", "!")) else f"{text}."
    return capital(closed)


def rule_words(rule: Rule | None) -> str:
    """A decision rule as charters write it: `by 3/4`, `by 5 of 7`, `by majority`; empty where none was given."""
    if rule is None:
        return ""
    if rule.of_seats is not None:
        return f"by {rule.of_seats[0]} of {rule.of_seats[1]}"
    if rule.share is not None and rule.kind != "majority":
        return f"by {rule.share.numerator}/{rule.share.denominator}"
    return f"by {rule.kind}"


def a_form(english: str) -> str:
    """The English name of a legal form with its article, as a sentence has it: `a limited company`, `an LLC`."""
    name = re.sub(r" \([^)]*\)", "", english)
    if name[1:2].islower() and not name.startswith("European"):
        name = name[:1].lower() + name[1:]
    vowel = name[:1].lower() in "aeio" or name.startswith("LLC")
    return f"{'an' if vowel and not name.startswith('Euro') else 'a'} {name}"
