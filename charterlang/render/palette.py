"""Colours for a terminal. They help the eye and never carry meaning alone: without them the words are the same."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from charterlang._records import record

CODES: Mapping[str, str] = MappingProxyType(
    {
        "error": "1;31",
        "warning": "1;33",
        "note": "1;36",
        "headline": "1",
        "gutter": "34",
        "verdict": "1",
        "related": "36",
        "good": "32",
        "faint": "2",
        "removed": "31",
        "added": "32",
    }
)
"""What each role looks like, as the numbers of an ANSI escape."""


@record
class Style:
    """How text is shown: how many columns there are, and whether colours may be used."""

    width: int = 100
    colour: bool = False

    def paint(self, role: str, text: str) -> str:
        """`text` in the colour of its role, or as it is."""
        return f"\x1b[{CODES[role]}m{text}\x1b[0m" if self.colour and text else text
