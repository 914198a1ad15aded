"""Numbers, dates and amounts as they are written elsewhere."""

from __future__ import annotations

import re

from charterlang.syntax.characters import CURRENCIES, THOUSANDS
from charterlang.syntax.machine import Machine, Token
from charterlang.syntax.slips import Cause, Change, Slip, patched, written_otherwise

_LONG = re.compile(r"[0-9]{16,}")
_OVER_NOUGHT = re.compile(r"[0-9]+[ \t]*/[ \t]*0+(?![0-9])")
_SPACED_FRACTION = re.compile(r"([0-9]+)[ \t]*/[ \t]*([0-9]+)")
_DATE = re.compile(r"([0-9]{1,4})(?P<mark>[./-])([0-9]{1,2})(?P=mark)([0-9]{1,4})(?![0-9])")
_AMOUNT = re.compile(r"[ \t]*[0-9][0-9,]*(?:\.[0-9]+)?")
_DATED = "a date is written year-month-day, such as 2026-03-01"


def number(machine: Machine, token: Token) -> Cause | None:
    """A number, a fraction or a date that the language writes otherwise."""
    text, last = machine.text, machine.last
    if token.kind == "NODAY":
        return Cause(Slip("SYN112", token.start, token.end, "there is no such day", "no calendar has it"))
    start = token.start
    if last and last.kind in {"INTEGER", "DECIMAL", "FRACTION"} and not text[last.end : start].strip():
        start = last.start
    if not text[start : start + 1].isdigit() or last is None:
        return None
    if found := _DATE.match(text, start):
        return _date(text, found)
    if found := _LONG.match(text, start):
        return Cause(Slip("SYN112", *found.span(), "this number is too long", "a number has at most 15 digits"))
    if found := _OVER_NOUGHT.match(text, start):
        message = "a fraction cannot have 0 below its line"
        return Cause(Slip("SYN112", *found.span(), message, "write a fraction such as 2/3"))
    if (found := THOUSANDS.match(text, start)) and found.end() > token.start:
        plain = re.sub(r"[^0-9]", "", found[0])
        return written_otherwise("SYN112", text, found.span(), "a number is written without separators", plain)
    if token.text == "/" and (found := _SPACED_FRACTION.match(text, start)):
        message = "a fraction is written without blanks"
        return written_otherwise("SYN112", text, found.span(), message, f"{found[1]}/{found[2]}")
    return None


def _date(text: str, found: re.Match[str]) -> Cause | None:
    first, second, third = found[1], found[3], found[4]
    if len(first) == 4:
        year, month, day = int(first), int(second), int(third)
    elif len(third) != 4:
        return None
    elif found["mark"] == "." or int(first) > 12:
        # Day first with points, or where the first number can be no month; else nobody can tell.
        year, month, day = int(third), int(second), int(first)
    else:
        return Cause(Slip("SYN112", *found.span(), _DATED, "write the year first, then month and day"))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return Cause(Slip("SYN112", *found.span(), _DATED, "there is no such day"))
    return written_otherwise("SYN112", text, found.span(), _DATED, f"{year:04}-{month:02}-{day:02}")


def money(machine: Machine, token: Token) -> Cause | None:
    """An amount with a currency's sign, or without its currency."""
    text, at, last = machine.text, token.start, machine.last
    advice = ("an amount and its currency: 5000 EUR",)
    if token.kind == "BAD" and token.text in CURRENCIES:
        code = CURRENCIES[token.text]
        message = f"an amount names its currency by its letters, such as {code}"
        if machine.can_take("NAME"):
            slip = Slip(
                "SYN105",
                at,
                at + 1,
                message,
                f"write {code}",
                advice,
                f"write {code}",
                (Change(at, at + 1, f" {code}"),),
            )
            return Cause(slip, instead=Token("NAME", code, at, at + 1))
        amount = _AMOUNT.match(text, at + 1)
        if amount is None:
            return Cause(Slip("SYN105", at, at + 1, message, "", advice), patched(text, at, at + 1))
        wanted = f"{re.sub(r'[^0-9.]', '', amount[0])} {code}"
        return Cause(written_otherwise("SYN105", text, (at, amount.end()), message, wanted, advice).slip)
    if (
        last
        and last.kind == "NAME"
        and last.text in machine.tables.words
        and text[: last.start].rstrip()[-1:].isdigit()
    ):
        message = f"expected a currency such as EUR before `{last.text}`"
        return Cause(Slip("SYN107", last.start, last.end, message, "a currency is missing before this", advice))
    return None
