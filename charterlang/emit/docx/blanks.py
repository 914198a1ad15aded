"""Blanks as content controls, tied by their key: what is filled in at one place is filled in at all of them.

The values live in a part of their own (`customXml/item1.xml`); the hint shown while a blank is empty lives in the
glossary, where Word looks for it.
"""

from __future__ import annotations

from hashlib import sha256

from charterlang.emit.characters import fit, running
from charterlang.emit.docx.styles import NAMESPACES
from charterlang.emit.docx.words import plain, w
from charterlang.emit.xml import DECLARATION, element
from charterlang.papers.number import blanks
from charterlang.papers.plain import inline_text
from charterlang.papers.tree import Blank, Paper

_NAMESPACE = "urn:charterlang:blanks"
STORE = "{6C0B5F0E-3D1A-4B57-9A0B-C4A27E121A96}"
_LONGEST_TITLE = 64
_HIGHLIGHT = w("highlight", val="yellow")
_HINT = w("rStyle", val="PlaceholderText") + _HIGHLIGHT


class Blanks:
    """The blanks of one paper, each key with its place in the store."""

    def __init__(self, paper: Paper) -> None:
        self.found = blanks(paper)
        self.places = {blank.key: place for place, blank in enumerate(self.found, 1)}
        self.written = 0

    def control(self, blank: Blank) -> str:
        """A content control for the blank, empty, showing its hint."""
        self.written += 1
        place = self.places[blank.key]
        identity = int(sha256(f"{fit(blank.key)} {self.written}".encode()).hexdigest()[:7], 16) + 1
        title = running(blank.hint or blank.key)[:_LONGEST_TITLE]
        return w(
            "sdt",
            w(
                "sdtPr",
                w("rPr", _HIGHLIGHT),
                w("alias", val=title),
                w("tag", val=running(blank.key)[:_LONGEST_TITLE]),
                w("id", val=str(identity)),
                w("placeholder", w("docPart", val=_part_name(place))),
                w("showingPlcHdr"),
                _binding(place),
            ),
            w("sdtContent", plain(inline_text(blank), _HINT)),
        )

    def store(self) -> str:
        """The part that holds what is filled in."""
        values = "".join(element("blank", key=running(blank.key), hint=running(blank.hint)) for blank in self.found)
        return f'{DECLARATION}<blanks xmlns="{_NAMESPACE}">{values}</blanks>'

    def glossary(self) -> str:
        """The part that holds the hints."""
        parts = "".join(_part(place, blank) for place, blank in enumerate(self.found, 1))
        return f"{DECLARATION}<w:glossaryDocument {NAMESPACES}>{w('docParts', parts)}</w:glossaryDocument>"


def _binding(place: int) -> str:
    """The tie to the store, in the form for controls whose text may be set in bold or the like."""
    return (
        f"<w15:dataBinding w:prefixMappings=\"xmlns:b='{_NAMESPACE}'\" "
        f'w:xpath="/b:blanks[1]/b:blank[{place}]" w:storeItemID="{STORE}"/>'
    )


def _part_name(place: int) -> str:
    return f"Blank{place}"


def _part(place: int, blank: Blank) -> str:
    properties = w(
        "docPartPr",
        w("name", val=_part_name(place)),
        w("category", w("name", val="General"), w("gallery", val="placeholder")),
        w("behaviors", w("behavior", val="content")),
    )
    body = w("docPartBody", w("p", plain(inline_text(blank), _HINT)))
    return w("docPart", properties, body)
