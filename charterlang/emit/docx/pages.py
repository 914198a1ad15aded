"""On which page each heading will stand: a small typesetter, so that the contents can be handed over filled.

Word computes page numbers only when it is asked to. This reads the document as it will be sent (paragraphs, tables,
notes, what keeps together) and lays it out in the widths of the body font. It knows no hyphenation, kerning or
fallback fonts; where it is a line off, renewing the contents in Word puts the number right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree import ElementTree as ET

from charterlang._records import record
from charterlang.emit.docx.letters import line_count, natural_height
from charterlang.emit.docx.styles import MONOSPACED

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWING_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_UNITS_PER_TWENTIETH = 635
_SEPARATOR = 80
"""What the rule above the notes of a page takes, less the space after the last note."""
_ROW_RULE = 10


@record
class Look:
    """How a style sets a paragraph; lengths in twentieths of a point, `size` in half points."""

    size: int = 22
    bold: bool = False
    even: bool = False
    before: int = 0
    after: int = 0
    line: int = 240
    rule: str = "auto"
    left: int = 0
    right: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    break_before: bool = False
    frame: int = 0
    """What rules above and beneath add to the height."""

    @property
    def line_height(self) -> int:
        """The height of one line."""
        natural = natural_height(self.size)
        if self.rule == "auto":
            return natural * self.line // 240
        return self.line if self.rule == "exact" else max(self.line, natural)


@dataclass(slots=True)
class _Piece:
    """What is set in one go: a paragraph or a row of a table."""

    before: int
    after: int
    line_height: int
    lines: int
    whole: bool
    keep_next: bool
    break_before: bool = False
    notes: list[tuple[str, int]] = field(default_factory=list)
    """The notes, each with the line that refers to it, counted from 0."""
    bookmarks: list[str] = field(default_factory=list)
    frame: int = 0
    repeated: int = 0
    """The height of the table's header, which is repeated where a row begins a page."""

    @property
    def height(self) -> int:
        return self.line_height * self.lines + self.frame

    @property
    def least(self) -> int:
        """The least lines that may stand before a page break: two, or all of a short paragraph."""
        return self.lines if self.whole or self.lines <= 3 else 2


def pages(document: str, styles: str, footnotes: str, size: tuple[int, int]) -> dict[str, int]:
    """The page of each bookmark. The first three are parts of the document, `size` the width and height of its text."""
    setter = _Setter(styles, footnotes, size[0])
    body = _read(document).find(f"{_W}body")
    assert body is not None
    return _placed(list(setter.pieces(body, size[0])), setter.note_heights, size[1])


def _read(part: str) -> ET.Element:
    return ET.fromstring(part)  # noqa: S314 - a part this package wrote itself, a moment ago


class _Setter:
    """Turns elements into pieces with heights."""

    def __init__(self, styles: str, footnotes: str, width: int) -> None:
        self.looks = _looks(_read(styles))
        self.note_heights: dict[str, int] = {}
        for note in _read(footnotes):
            written = list(self.pieces(note, width))
            self.note_heights[note.get(f"{_W}id", "")] = sum(piece.height + piece.after for piece in written)

    def pieces(self, parent: ET.Element, width: int) -> Iterator[_Piece]:
        for child in parent:
            if child.tag == f"{_W}p":
                yield self.paragraph(child, width)
            elif child.tag == f"{_W}tbl":
                rows = [self.row(row) for row in child.iter(f"{_W}tr")]
                header = rows[0].height if child.find(f"{_W}tr/{_W}trPr/{_W}tblHeader") is not None else 0
                yield rows[0]
                yield from (replace(row, repeated=header) for row in rows[1:])
            elif child.tag == f"{_W}sdt":
                content = child.find(f"{_W}sdtContent")
                assert content is not None
                yield from self.pieces(content, width)

    def paragraph(self, element: ET.Element, width: int) -> _Piece:
        look = self.look(element.find(f"{_W}pPr"))
        inner = width - look.left - look.right
        stretches = [("", look.bold)]
        notes: list[tuple[str, int]] = []
        bookmarks: list[str] = []
        drawn = 0
        bold = look.bold
        for each in element.iter():
            if each.tag == f"{_W}r":
                bold = look.bold or each.find(f"{_W}rPr/{_W}b") is not None
            elif each.tag == f"{_W}t":
                stretches.append((each.text or "", bold))
            elif each.tag == f"{_W}br":
                stretches.append(("\n", bold))
            elif each.tag == f"{_W}footnoteReference":
                notes.append((each.get(f"{_W}id", ""), line_count(stretches, look.size, inner, even=look.even) - 1))
            elif each.tag == f"{_W}bookmarkStart":
                bookmarks.append(each.get(f"{_W}name", ""))
            elif each.tag == _DRAWING_EXTENT:
                drawn = int(each.get("cy", "0")) // _UNITS_PER_TWENTIETH
        lines = line_count(stretches, look.size, inner, even=look.even)
        height = max(look.line_height, drawn)
        kept = (look.keep_lines, look.keep_next, look.break_before)
        return _Piece(look.before, look.after, height, lines, *kept, notes, bookmarks, look.frame)

    def row(self, element: ET.Element) -> _Piece:
        height = 0
        keep = False
        cells: list[_Piece] = []
        for cell in element.findall(f"{_W}tc"):
            width = cell.find(f"{_W}tcPr/{_W}tcW")
            assert width is not None
            within = list(self.pieces(cell, int(width.get(f"{_W}w", "0")) - 170))
            cells += within
            height = max(height, sum(piece.before + piece.height + piece.after for piece in within))
            keep = keep or any(piece.keep_next for piece in within)
        asked = element.find(f"{_W}trPr/{_W}trHeight")
        if asked is not None:
            height = max(height, int(asked.get(f"{_W}val", "0")))
        keep = keep or element.find(f"{_W}trPr/{_W}tblHeader") is not None
        notes = [note for piece in cells for note in piece.notes]
        return _Piece(0, 0, height + _ROW_RULE, 1, whole=True, keep_next=keep, notes=notes)

    def look(self, properties: ET.Element | None) -> Look:
        if properties is None:
            return self.looks["Normal"]
        style = properties.find(f"{_W}pStyle")
        base = self.looks[style.get(f"{_W}val", "Normal") if style is not None else "Normal"]
        return _changed(base, properties)


def _looks(styles: ET.Element) -> dict[str, Look]:
    """The paragraph styles, each upon the one it builds on, which stands before it."""
    looks: dict[str, Look] = {}
    default = _changed(Look(), styles.find(f"{_W}docDefaults/{_W}pPrDefault/{_W}pPr"))
    for style in styles.findall(f"{_W}style"):
        if style.get(f"{_W}type") != "paragraph":
            continue
        based_on = style.find(f"{_W}basedOn")
        base = looks[based_on.get(f"{_W}val", "")] if based_on is not None else default
        look = _changed(base, style.find(f"{_W}pPr"))
        size = style.find(f"{_W}rPr/{_W}sz")
        if size is not None:
            look = replace(look, size=int(size.get(f"{_W}val", "22")))
        if style.find(f"{_W}rPr/{_W}b") is not None:
            look = replace(look, bold=True)
        font = style.find(f"{_W}rPr/{_W}rFonts")
        if font is not None and font.get(f"{_W}ascii") == MONOSPACED:
            look = replace(look, even=True)
        looks[style.get(f"{_W}styleId", "")] = look
    return looks


def _changed(look: Look, properties: ET.Element | None) -> Look:
    """The look with what paragraph properties say of their own."""
    if properties is None:
        return look
    changes: dict[str, object] = {}
    spacing = properties.find(f"{_W}spacing")
    if spacing is not None:
        for name in ("before", "after", "line"):
            if spacing.get(f"{_W}{name}") is not None:
                changes[name] = int(spacing.get(f"{_W}{name}", "0"))
        changes["rule"] = spacing.get(f"{_W}lineRule", look.rule)
    indent = properties.find(f"{_W}ind")
    if indent is not None:
        changes["left"] = int(indent.get(f"{_W}left", str(look.left)))
        changes["right"] = int(indent.get(f"{_W}right", str(look.right)))
    rules = properties.find(f"{_W}pBdr")
    if rules is not None:
        changes["frame"] = sum(
            20 * int(rule.get(f"{_W}space", "0")) + 20 * int(rule.get(f"{_W}sz", "0")) // 8
            for rule in rules
            if rule.tag in {f"{_W}top", f"{_W}bottom"}
        )
    for name, tag in (("keep_next", "keepNext"), ("keep_lines", "keepLines"), ("break_before", "pageBreakBefore")):
        switch = properties.find(f"{_W}{tag}")
        if switch is not None:
            changes[name] = switch.get(f"{_W}val", "1") != "0"
    return replace(look, **changes)  # type: ignore[arg-type]


# --- pages -------------------------------------------------------------------------------------------------------


class _Press:
    """Fills pages from the top. A note stands on the page of the line that refers to it."""

    def __init__(self, note_heights: dict[str, int], height: int) -> None:
        self.note_heights = note_heights
        self.height = height
        self.page, self.used, self.noted = 1, 0, 0

    def turn(self, used: int = 0) -> None:
        """Begin a page on which `used` is taken already."""
        self.page, self.used, self.noted = self.page + 1, used, 0

    def notes(self, piece: _Piece, first: int, last: int) -> int:
        """The height of the notes that lines `first` up to `last` of a piece bring to the foot of the page."""
        found = [self.note_heights.get(note, 0) for note, line in piece.notes if first <= line < last]
        return sum(found) + (_SEPARATOR if found and not self.noted else 0)

    def fits(self, height: int, notes: int) -> bool:
        return self.used + height + self.noted + notes <= self.height

    def place(self, piece: _Piece) -> None:
        """Set a piece, on as many pages as it takes."""
        first = 0
        while True:
            last = piece.lines
            while last > first + 1 and not piece.whole and not self.fits_lines(piece, first, last):
                last -= 1
            if last == piece.lines - 1 and last - first > 2:
                last -= 1
            self.noted += self.notes(piece, first, last)
            self.used += (last - first) * piece.line_height
            if last == piece.lines:
                self.used += piece.frame
                return
            first = last
            self.turn()

    def fits_lines(self, piece: _Piece, first: int, last: int) -> bool:
        return self.fits((last - first) * piece.line_height, self.notes(piece, first, last))


def _placed(pieces: list[_Piece], note_heights: dict[str, int], height: int) -> dict[str, int]:
    """Note where each bookmark comes to stand.

    Space above a paragraph falls away at the top of a page, unless the page was begun on purpose.
    """
    found: dict[str, int] = {}
    press = _Press(note_heights, height)
    space = 0
    for place, piece in enumerate(pieces):
        gap = max(space, piece.before) if press.used or place == 0 else 0
        if press.used and (piece.break_before or not press.fits(*_together(pieces, place, press, gap))):
            press.turn(piece.repeated)
            gap = piece.before if piece.break_before else 0
        found.update(dict.fromkeys(piece.bookmarks, press.page))
        press.used += gap
        press.place(piece)
        space = piece.after
    return found


def _together(pieces: list[_Piece], place: int, press: _Press, gap: int) -> tuple[int, int]:
    """The height, and that of the notes, that a piece needs on a page to begin there, with all that it leads to."""
    piece = pieces[place]
    total, notes = gap, 0
    while True:
        kept = piece.keep_next and place + 1 < len(pieces) and not pieces[place + 1].break_before
        lines = piece.lines if kept else piece.least
        total += lines * piece.line_height + (piece.frame if lines == piece.lines else 0)
        notes += press.notes(piece, 0, lines)
        if not kept:
            return total, notes
        place += 1
        total += max(piece.after, pieces[place].before)
        piece = pieces[place]
