"""Tables: columns as wide as what they hold asks for, the header repeated on each page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from charterlang.emit.docx.words import paragraph, plain, w
from charterlang.papers.plain import column_shares
from charterlang.papers.tree import Inline, Table

_LETTER = 100
"""About the width of a letter of table text, in twentieths of a point."""

Line = Callable[[Iterable[Inline]], str]


def table(block: Table, left: int, width: int, line: Line, *, among_notes: bool, row_marks: Sequence[str] = ()) -> str:
    """A table that stands `left` from the margin and is `width` wide; `line` sets the text of a cell.

    `row_marks` are further properties of the rows beneath the header, one for each row or none at all.
    Rows are kept whole, except `among_notes`: LibreOffice loses whole rows when a table with a repeated header meets
    a footnote at the end of a page.
    """
    shares = column_shares(block, width // _LETTER)
    widths = [int(width * share) for share in shares]
    widths[-1] += width - sum(widths)
    properties = w(
        "tblPr",
        w("tblStyle", val="ClauseTable"),
        w("tblW", w=str(width), type="dxa"),
        w("tblInd", w=str(left), type="dxa") if left else "",
        w("tblLayout", type="fixed"),
        w("tblLook", val="0420", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="0", noVBand="1"),
    )
    grid = w("tblGrid", *(w("gridCol", w=str(each)) for each in widths))
    whole = "" if among_notes else w("cantSplit")
    rows = [_row(block.header, widths, line, whole + w("tblHeader"))]
    marks = row_marks or [""] * len(block.rows)
    rows += [_row(row, widths, line, whole + mark) for row, mark in zip(block.rows, marks, strict=True)]
    caption = paragraph("Caption", plain(block.caption), properties=w("ind", left=str(left))) if block.caption else ""
    # An empty line beneath, since a table has no space after it and two tables in a row would grow together.
    gap = paragraph("Normal", properties=w("spacing", before="0", after="60", line="120", lineRule="exact"))
    return caption + w("tbl", properties, grid, *rows) + gap


def _row(cells: tuple[tuple[Inline, ...], ...], widths: list[int], line: Line, properties: str) -> str:
    written = (
        w("tc", w("tcPr", w("tcW", w=str(width), type="dxa")), paragraph("TableText", line(cell)))
        for cell, width in zip(cells, widths, strict=True)
    )
    return w("tr", w("trPr", properties) if properties else "", *written)
