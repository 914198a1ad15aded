"""How wide letters are: enough of the body font to know where lines break.

The widths are those of Cambria, in thousandths of its size; Caladea and other fonts made to replace it share them.
"""

from __future__ import annotations

import re
import unicodedata

_REGULAR = (
    220, 286, 393, 619, 506, 890, 687, 237, 382, 382, 427, 554, 205, 329, 206, 490, 517, 362, 472,
    461, 492, 475, 470, 470, 485, 478, 264, 264, 554, 554, 554, 422, 885, 599, 579, 519, 625, 540,
    509, 539, 696, 343, 304, 630, 501, 888, 693, 599, 533, 599, 613, 453, 557, 687, 598, 889, 571,
    557, 507, 350, 490, 350, 554, 371, 151, 470, 520, 421, 520, 441, 313, 459, 554, 277, 255, 525,
    271, 813, 558, 480, 520, 501, 396, 392, 325, 546, 470, 720, 483, 482, 428, 387, 316, 387, 712,
)  # fmt: skip
_BOLD = (
    220, 335, 422, 618, 543, 976, 740, 251, 408, 408, 453, 592, 232, 311, 230, 505, 533, 458, 507,
    508, 553, 520, 538, 494, 556, 534, 280, 280, 592, 592, 592, 452, 921, 653, 634, 551, 664, 559,
    534, 586, 719, 358, 340, 680, 541, 845, 686, 647, 593, 647, 640, 473, 587, 695, 632, 959, 616,
    587, 554, 368, 505, 368, 592, 371, 184, 525, 568, 450, 570, 513, 335, 508, 600, 308, 297, 589,
    311, 891, 604, 530, 573, 559, 454, 444, 365, 609, 519, 779, 525, 521, 464, 393, 320, 393, 592,
)  # fmt: skip
_FIRST = 32
_OTHERS = {
    "\u00a0": 220, "\u00a7": 500, "\u2013": 500, "\u2014": 1000,
    "\u2018": 221, "\u2019": 221, "\u201c": 375, "\u201d": 375,
}  # fmt: skip
_UNKNOWN = 560
_WIDE = 1000
_EVEN = 602
"""The width of each letter of a monospaced font."""
_HEIGHT = 1172
"""The height of a line of the font, in thousandths of its size."""

_BREAKS = re.compile(r"[^ \n-]*-+|[^ \n-]+|[ \n]")


def natural_height(size: int) -> int:
    """The height of a line, in twentieths of a point, of letters `size` half points high."""
    return size * 10 * _HEIGHT // 1000


def text_width(text: str, *, bold: bool) -> int:
    """The width of a text in thousandths of its size."""
    widths = _BOLD if bold else _REGULAR
    total = 0
    for letter in text:
        place = ord(letter) - _FIRST
        if 0 <= place < len(widths):
            total += widths[place]
        elif letter in _OTHERS:
            total += _OTHERS[letter]
        elif unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
            continue
        elif unicodedata.east_asian_width(letter) in "WF":
            total += _WIDE
        else:
            total += _accented(letter, widths)
    return total


def _accented(letter: str, widths: tuple[int, ...]) -> int:
    """A letter with an accent is as wide as without."""
    place = ord(unicodedata.normalize("NFD", letter)[0]) - _FIRST
    return widths[place] if 0 <= place < len(widths) else _UNKNOWN


def line_count(stretches: list[tuple[str, bool]], size: int, width: int, *, even: bool = False) -> int:
    """How many lines a text takes: stretches of words with whether they are bold, `size` in half points.

    `width` is in twentieths of a point; `even` letters are all of one width. Lines break at spaces and after hyphens;
    spaces at the end of a line jut out.
    """
    room = width * 100 // size
    lines, used, word, pending = 1, 0, 0, 0
    for text, bold in stretches:
        for piece in _BREAKS.findall(text):
            if piece == "\n":
                lines, used, word, pending = lines + 1, 0, 0, 0
                continue
            if piece == " ":
                used, word = used + pending + word, 0
                pending = _EVEN if even else _space(bold)
                continue
            word += len(piece) * _EVEN if even else text_width(piece, bold=bold)
            if used and used + pending + word > room:
                lines, used, pending = lines + 1, 0, 0
            if piece.endswith("-"):
                used, word, pending = used + pending + word, 0, 0
    return lines


def _space(bold: bool) -> int:
    """The width of a space."""
    return (_BOLD if bold else _REGULAR)[0]
