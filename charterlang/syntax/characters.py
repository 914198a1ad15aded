# ruff: noqa: RUF001  (lookalikes are what this file is about)
"""Characters that look like the language's own and are not: pasted from a word processor, typed on another keyboard."""

from __future__ import annotations

import re
import unicodedata

from charterlang._records import record

QUOTES = "“”„‟‘’‚‛«»‹›″′`´＂＇「」『』'"
_WIDE = {
    "，": ",", "、": ",", "،": ",", "；": ";", "؛": ";", "（": "(", "）": ")", "｛": "{", "｝": "}",
    "％": "%", "٪": "%", "＃": "#", "／": "/", "⁄": "/", "∕": "/", "．": ".", "－": "-", "‐": "-", "‑": "-",
}  # fmt: skip
_NEEDLESS = ":=：＝→"
_BULLETS = "-*•·–—‣◦"
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


@record
class Lookalike:
    """What to say of a character, and what to read in its stead ("" if it only needs to go)."""

    message: str
    label: str
    help: str
    instead: str


def named(character: str) -> str:
    """A character as a sentence shows it: itself if it can be seen, with its number and name if not."""
    number = f"U+{ord(character):04X}"
    if character.isprintable() and not character.isspace() and not unicodedata.combining(character):
        return f"`{character}`"
    name = unicodedata.name(character, "")
    return f"an invisible character ({number}{' ' + name.lower() if name else ''})"


def lookalike(character: str, begins: bool) -> Lookalike | None:
    """What a character outside the language was likely meant to be; `begins` if it is the first on its line."""
    shown = named(character)
    if character in _WIDE:
        instead = _WIDE[character]
        return Lookalike(f"{shown} is not the `{instead}` of the language", f"write `{instead}`", "", instead)
    if (digit := unicodedata.digit(character, None)) is not None:
        return Lookalike(
            f"{shown} is not a digit of the language", f"write `{digit}`", "numbers are written with 0 to 9", str(digit)
        )
    if begins and character in _BULLETS:
        text = "a statement begins with its word, without a bullet"
        return Lookalike(text, "take this away", "each line in braces is a statement of its own", "")
    if character in _NEEDLESS:
        text = f"no {shown} stands between a word and what it says"
        return Lookalike(text, "take this away", "a statement is a word and what it says: form de.ev", "")
    if character.isspace() or unicodedata.category(character) in {"Cf", "Cc", "Cn", "Co", "Mn"}:
        return Lookalike(f"{shown} has no place outside a text in quotes", "take this away", "", "")
    return None
