"""What the picture of three circles is made of: cards, lines, and the styles of lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from charterlang._records import record
from charterlang.powers.verdicts import Level


@record
class Style:
    """How a kind of line looks and is explained: dashes, the marks at its ends, whether it bears a level."""

    name: str
    meaning: str
    dash: str = ""
    end: str = ""
    start: str = ""
    levelled: bool = False


STYLES: Mapping[str, Style] = MappingProxyType(
    {
        style.name: style
        for style in (
            Style("protects", "protects a commons", end="dot", levelled=True),
            Style("binds", "owes a duty that can be enforced", end="arrow", levelled=True),
            Style("uses", "lives on a commons", dash="9 4", end="dot", levelled=True),
            Style("guards", "must agree", end="bar"),
            Style("owns", "owns or steers", dash="12 4 2 4", end="diamond"),
            Style("provides", "takes part in provisioning", dash="5 3", end="dot"),
            Style("value", "gives value", dash="1.5 4", end="open"),
            Style("heir", "receives what is left on dissolution", dash="2 3 8 3", end="hollow"),
            Style("makes", "makes, holds or runs a commons", dash="5 3", end="dot"),
        )
    }
)
"""Styles of lines, the strongest first: the first that two cards share gives their line its style."""


@record
class Card:
    """A card: its id, where it belongs (commons, association, firm, meeting, outside), its title and the small print.

    `faint` marks a body that the charter names but does not constitute, and a card that stands for several.
    """

    id: str
    circle: str
    title: str
    notes: tuple[str, ...] = ()
    faint: bool = False
    said: str = ""


@record
class Line:
    """A line from `source` to `target`. `words` are short phrases, the most telling first; `said` whole sentences.

    `both` puts the end mark at the source too; `guarded` names the end that needs the other's consent.
    """

    source: str
    target: str
    style: Style
    level: Level | None = None
    words: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    both: bool = False
    guarded: str = ""


@record
class Scene:
    """All that is shown. `values` are (value, its sentence, whose it is, level) in the order of the charter."""

    title: str
    subtitle: str
    cards: tuple[Card, ...]
    lines: tuple[Line, ...]
    values: tuple[tuple[str, str, str, Level | None], ...] = ()
    folded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    omitted: int = 0
