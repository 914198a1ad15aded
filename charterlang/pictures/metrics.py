"""How wide text is, without a font at hand.

Pictures ask for Helvetica, Arial or Liberation Sans, which share one set of advance widths; the tables below hold them
in thousandths of the font size. Letters with accents are as wide as their base letter; scripts without a table go by
a mean, on the wide side. So a label can be wrapped and boxed before anybody draws it.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

ASCENT = 0.76
"""How far tall letters reach above the base line, as a part of the size."""

DESCENT = 0.22
"""How far letters reach below the base line."""

LINE = 1.25
"""The distance of base lines, as a part of the size."""

ELLIPSIS = "…"

_REGULAR = {
    191: "'",
    222: "ijlł\u017f\u0131\u2018\u2019",
    260: "|¦",
    278: " !,./:;I[\\]ft\u00a0·",
    333: "()-`r¡¨²³\u00b4\u00b8¹\u201c\u201d",
    334: "{}",
    350: "•",
    355: '"',
    389: "*",
    400: "°",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu¢£¥§«»ðþ\u2013€",
    584: "+<=>~\u00d7\u2212",
    611: "FTZßø",
    667: "&ABEKPSVXYÞ",
    722: "CDHNRUwÐ",
    778: "GOQØ",
    833: "Mm",
    889: "%æ",
    944: "Wœ",
    1000: "ÆŒ\u2014\u2026←→",
    1015: "@",
}
_BOLD = {
    238: "'",
    278: " ,./I\\ijl\u00a0·ł\u017f\u0131\u2018\u2019",
    333: "!()-:;[]`ft¡¨²³\u00b4\u00b8¹",
    350: "•",
    389: "*r{}",
    400: "°",
    474: '"',
    500: "z\u201c\u201d",
    556: "#$0123456789J_aceksvxy¢£¥§«»\u2013€",
    584: "+<=>^~\u00d7\u2212",
    611: "?FLTZbdghnopqußðøþ",
    667: "EPSVXYÞ",
    722: "&ABCDHKNRUÐ",
    778: "GOQwØ",
    833: "M",
    889: "%mæ",
    944: "Wœ",
    975: "@",
    1000: "ÆŒ\u2014\u2026←→",
}
_TABLES = tuple(
    {character: width / 1000 for width, characters in table.items() for character in characters}
    for table in (_REGULAR, _BOLD)
)
_MEASURED = (range(0x20, 0x250), range(0x2010, 0x2027), range(0x20A0, 0x20B0), range(0x2190, 0x2194))
"""Blocks for which the widths are true enough to hold the drawn text to them."""


@lru_cache(maxsize=2048)
def _advance(character: str, bold: bool) -> float:
    known = _TABLES[bold].get(character)
    if known is not None:
        return known
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0.0
    base = unicodedata.normalize("NFD", character)[0]
    if base in _TABLES[bold]:
        return _TABLES[bold][base]
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return 0.74 if character.isupper() else 0.62


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide `text` is at this font size, in the unit of the size."""
    return sum(_advance(character, bold) for character in text) * size


def is_measured(text: str) -> bool:
    """Whether the width of every character of `text` is known, not guessed."""
    return all(any(ord(character) in block for block in _MEASURED) for character in text)


def fitted(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """`text`, cut with an ellipsis so that it is no wider than `room`."""
    if width(text, size, bold=bold) <= room:
        return text
    kept = text
    while kept and width(kept.rstrip() + ELLIPSIS, size, bold=bold) > room:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def wrapped(text: str, size: float, room: float, lines: int = 99, *, bold: bool = False) -> tuple[str, ...]:
    """`text` in at most `lines` even lines no wider than `room`; what is too long ends in an ellipsis."""
    words = _pieces(text, size, room, bold)
    broken = _greedy(words, size, room, bold)
    if len(broken) > lines:
        rest = _joined([word for line in broken[lines - 1 :] for word in line])
        kept = [_joined(line) for line in broken[: lines - 1]]
        last = fitted(rest, size, room, bold=bold)
        return (*kept, last)
    if len(broken) < 2:
        return tuple(_joined(line) for line in broken)
    # the narrowest room that needs no more lines makes them even
    low, high = max(width(word.strip(), size, bold=bold) for word in words), room
    best = broken
    for _ in range(12):
        middle = (low + high) / 2
        trial = _greedy(words, size, middle, bold)
        if len(trial) <= len(broken):
            best, high = trial, middle
        else:
            low = middle
    return tuple(_joined(line) for line in best)


def _joined(words: list[str]) -> str:
    return "".join(words).strip()


def _pieces(text: str, size: float, room: float, bold: bool) -> list[str]:
    """Words with the space before them; words that no line can hold are cut."""
    found: list[str] = []
    for number, word in enumerate(text.split()):
        piece = f" {word}" if number else word
        while width(piece.strip(), size, bold=bold) > room and len(piece.strip()) > 1:
            cut = len(piece)
            while cut > 1 and width(piece[:cut].strip(), size, bold=bold) > room:
                cut -= 1
            found.append(piece[:cut])
            piece = piece[cut:]
        found.append(piece)
    return found


def _greedy(words: list[str], size: float, room: float, bold: bool) -> list[list[str]]:
    lines: list[list[str]] = []
    for word in words:
        if lines and width(_joined([*lines[-1], word]), size, bold=bold) <= room + 0.01:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines
