"""How wide text is on a terminal, and how to lay it out there: columns, not characters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TAB = 4
"""A tab in an excerpt reaches to the next multiple of this many columns."""

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_REGIONAL = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
_PLAIN = re.compile(r"[ -~]*\Z")
# A no-break space is no place to break, so blanks are spelt out here.
_PIECES = re.compile(r"(?:[^ \t\n`]*`[^`\n]*`[^ \t\n`]*)+|[^ \t\n]+")
_BLANKS = re.compile(r"[ \t\n]+")


def harmless(text: str) -> str:
    """The text with what would steer a terminal made visible: control characters, and marks that turn the direction."""
    if _PLAIN.match(text):
        return text
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    code = ord(character)
    if character in "\t\n":
        return character
    if code < 0x20:
        return chr(0x2400 + code)
    if 0x7F <= code < 0xA0:
        return "\u2421" if code == 0x7F else "\ufffd"
    return "\ufffd" if character in _BIDI else character


@lru_cache(maxsize=4096)
def _alone(character: str) -> int:
    """How many columns a character takes that nothing before it changes."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width(text: str) -> int:
    """The columns `text` takes: wide characters count two, marks on others none, a joined or flag emoji once."""
    if _PLAIN.match(text):
        return len(text)
    total = 0
    before = ""
    flag = False
    last = 0
    for character in text:
        code = ord(character)
        if character == _EMOJI_STYLE:
            total += 2 - last if last == 1 else 0
            last = 2
        elif before == _JOINER or (code in _SKIN_TONES and last == 2):
            pass
        elif code in _REGIONAL:
            total += 0 if flag else 2
            flag = not flag
            before, last = character, 2
            continue
        else:
            step = _alone(character)
            total += step
            last = step or last
        flag = False
        before = character
    return total


def untabbed(text: str) -> str:
    """The text with each tab widened to its stop, so that what stands beneath it lines up."""
    if "\t" not in text:
        return text
    out: list[str] = []
    column = 0
    for number, piece in enumerate(text.split("\t")):
        if number:
            gap = TAB - column % TAB
            out.append(" " * gap)
            column += gap
        out.append(piece)
        column += width(piece)
    return "".join(out)


def wrap(text: str, room: int) -> list[str]:
    """The text in lines of at most `room` columns, broken at spaces; a longer word keeps a line of its own.

    Words between backticks stay together where they fit: `ACTION THING requires DECISION` reads as one.
    """
    lines: list[str] = []
    line = ""
    for word in _words(text, room):
        longer = f"{line} {word}" if line else word
        if line and width(longer) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    return lines


def _words(text: str, room: int) -> list[str]:
    """Pieces that are better not broken: words, and short stretches between backticks with what clings to them."""
    words: list[str] = []
    for piece in _PIECES.findall(text):
        if width(piece) <= room // 2:
            words.append(piece)
        else:
            words.extend(_BLANKS.split(piece))
    return words
