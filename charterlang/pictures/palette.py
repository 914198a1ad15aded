"""Colours of all pictures: for the eye, for the colour-blind and for print.

Levels run from a dark red over amber and light blue to a dark blue: red and blue stay apart for every kind of colour
blindness, light and dark stay apart without colour, and a level is always written as a digit too. Circles have pale
tints on which all lines and words are legible.
"""

from __future__ import annotations

from charterlang._records import record
from charterlang.powers.verdicts import Level

INK = "#1b2230"
MUTED = "#566072"
FAINT = "#d5dae1"
PAPER = "#ffffff"
SHADE = "#f5f6f8"


@record
class Paint:
    """The colour of a thing, and the colour of words upon it."""

    fill: str
    words: str = PAPER


LEVELS: dict[Level | None, Paint] = {
    Level.EXPOSED: Paint("#96102f"),
    Level.COMMERCIAL: Paint("#cb4a0c"),
    Level.INSIDER: Paint("#d99a1c", INK),
    Level.COMMUNITY: Paint("#5aa9d6", INK),
    Level.ENTRENCHED: Paint("#1f6db2"),
    Level.BEYOND_REACH: Paint("#12336b"),
    None: Paint("#5f6877"),
}
"""The colour of each level; of what was not examined for None."""


def level_mark(level: Level | None) -> str:
    """What a badge says: the digit of the level, or a dash for what was not examined."""
    return "\u2013" if level is None else str(int(level))


def level_word(level: Level | None) -> str:
    """The level in a word."""
    return "not examined" if level is None else level.word


@record
class Tint:
    """The pale inside of a circle, its edge, and the words on it."""

    fill: str
    edge: str
    words: str


CIRCLES = {
    "commons": Tint("#d8ecdc", "#6aa57c", "#27623d"),
    "association": Tint("#dfe0f3", "#8689c4", "#3f4390"),
    "firm": Tint("#f7e6c8", "#cc9f55", "#7d5413"),
    "outside": Tint("#eceff3", "#aab2bf", "#48515f"),
    "meeting": Tint("#ffffff", "#8a93a3", "#1b2230"),
}
"""Tints by circle."""

STREAMS = ("#4477aa", "#228833", "#ccbb44", "#ee6677", "#66ccee", "#aa3377", "#8a6d3b", "#7a8290")
"""Colours for streams of value, told apart by all eyes."""
