# ruff: noqa: RUF001  (lookalikes are what this file is about)
"""Characters that look like the language's own and are not: pasted from a word processor, typed on another keyboard."""

from __future__ import annotations

import re
import unicodedata

from charterlang.syntax.machine import Machine, Token
from charterlang.syntax.place import begins_declaration
from charterlang.syntax.slips import Cause, Change, Slip, first_on_line, line_from, patched

QUOTES = "“”„‟‘’‚‛«»‹›″′`´＂＇「」『』'"
# What closes a text that begins with such a mark.
PARTNERS = {"“": "”", "„": "“”", "‘": "’", "‚": "‘’", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』"}
# A number whose thousands are set apart.
THOUSANDS = re.compile(r"[0-9]{1,3}(?:[,.'’_ \u00a0\u202f][0-9]{3})+(?![0-9])")
CURRENCIES = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₣": "CHF",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
}
_WIDE = {
    "，": ",", "、": ",", "،": ",", "；": ";", "؛": ";", "（": "(", "）": ")", "｛": "{", "｝": "}",
    "％": "%", "٪": "%", "＃": "#", "／": "/", "⁄": "/", "∕": "/", "．": ".", "－": "-", "‐": "-", "‑": "-",
}  # fmt: skip
_NEEDLESS = ":=：＝→"
_BULLETS = "-*•·–—‣◦"
_BRACKETS = {"[": "{", "<": "{", "]": "}", ">": "}"}
_JOINTS = {"&": "AND", "+": "AND", "|": "OR"}
_INVISIBLE = frozenset({"Cf", "Cc", "Cn", "Co", "Cs", "Mn", "Zs", "Zl", "Zp"})


def named(character: str) -> str:
    """A character as a sentence shows it: itself if it can be seen, with its number and name if not."""
    if unicodedata.category(character) not in _INVISIBLE:
        return f"`{character}`"
    name = unicodedata.name(character, "").lower()
    return f"an invisible character (U+{ord(character):04X}{' ' if name else ''}{name})"


def character(machine: Machine, token: Token) -> Cause | None:
    """A character that is not of the language: what it was likely meant to be, or that it has no place."""
    if token.kind != "BAD":
        return None
    text, at, mark = machine.text, token.start, token.text
    end = at + 1
    shown = named(mark)
    if text.startswith(("//", "/*"), at):
        return _mended(text, at, at + 2, "a comment begins with `#`", "#")
    if unicodedata.category(mark) in _INVISIBLE:
        return _taken_away(text, at, f"{shown} has no place outside a text in quotes")
    if mark in _WIDE:
        return _mended(text, at, end, f"{shown} is not the `{_WIDE[mark]}` of the language", _WIDE[mark])
    if unicodedata.digit(mark, None) is not None:
        while text[end : end + 1] and unicodedata.digit(text[end], None) is not None:
            end += 1
        plain = "".join(str(unicodedata.digit(each)) for each in text[at:end])
        return _mended(text, at, end, "a number is written with the digits 0 to 9", plain)
    if begins_declaration(machine):
        return None
    if mark in _BRACKETS and machine.can_take("LBRACE" if _BRACKETS[mark] == "{" else "RBRACE"):
        return _mended(text, at, end, f"statements stand in `{{` and `}}`, not in {shown}", _BRACKETS[mark])
    if mark in _JOINTS and machine.can_take(_JOINTS[mark]):
        word = _JOINTS[mark].lower()
        end += len(text[at:]) - len(text[at:].lstrip(mark)) - 1
        slip = Slip(
            "SYN105",
            at,
            end,
            f"`{word}` is written out",
            f"write `{word}`",
            (),
            f"write `{word}`",
            (Change(at, end, word),),
        )
        return Cause(slip, instead=Token(_JOINTS[mark], word, at, end))
    if first_on_line(text, at) and mark in _BULLETS:
        advice = "each line in braces is a statement of its own"
        return _taken_away(text, at, "a statement begins with its word, without a bullet", advice)
    if mark in _NEEDLESS:
        advice = "a statement is a word and what it says: form de.ev"
        return _taken_away(text, at, f"no {shown} stands between a word and what it says", advice)
    label = "take this away, or put the text in quotes"
    rest = line_from(text, end)
    # What follows on the line is likely to be off as well; once told is enough.
    mended = patched(text, at, end) if not rest or rest[0].isspace() else None
    return Cause(Slip("SYN105", at, end, f"{shown} has no place outside a text in quotes", label), mended)


def _mended(text: str, start: int, end: int, message: str, wanted: str) -> Cause:
    title = f"write `{wanted}`"
    slip = Slip("SYN105", start, end, message, title, (), title, (Change(start, end, wanted),))
    return Cause(slip, patched(text, start, end, wanted))


def _taken_away(text: str, at: int, message: str, advice: str = "") -> Cause:
    change = Change(at, at + 1, "")
    slip = Slip("SYN105", at, at + 1, message, "take this away", (advice,) if advice else (), "take it away", (change,))
    return Cause(slip, patched(text, at, at + 1))
