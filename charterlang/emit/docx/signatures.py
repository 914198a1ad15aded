"""The signature block: two parties side by side, each kept whole on its page."""

from __future__ import annotations

from itertools import zip_longest

from charterlang.emit.docx.styles import INK
from charterlang.emit.docx.words import bold, italic, paragraph, plain, w
from charterlang.papers.tree import Paper, Signature
from charterlang.papers.words import word

_GAP = 480


def signature_table(paper: Paper, width: int) -> str:
    """The signatures of the paper in a table `width` wide."""
    column = (width - _GAP) // 2
    widths = (column, _GAP, width - _GAP - column)
    properties = w(
        "tblPr",
        w("tblW", w=str(width), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w="0", type="dxa"), w("right", w="0", type="dxa")),
    )
    grid = w("tblGrid", *(w("gridCol", w=str(each)) for each in widths))
    pairs = zip_longest(paper.signatures[::2], paper.signatures[1::2])
    rows = [row for left, right in pairs for row in _rows(paper, left, right, widths)]
    return w("tbl", properties, grid, *rows) + paragraph("Normal")


def _rows(paper: Paper, left: Signature | None, right: Signature | None, widths: tuple[int, int, int]) -> list[str]:
    both = (left, right)
    names = [paragraph("SignatureText", bold(each.party) if each else "", properties=_space(360)) for each in both]
    roles = [paragraph("SignatureText", italic(each.capacity) if each else "") for each in both]
    rows = [_row(names, widths), _row(roles, widths)]
    for key in ("Signature", "Name", "Place and date"):
        words = [paragraph("SignatureLine", plain(word(paper, key)) if each else "") for each in both]
        rows.append(_row(words, widths, ruled=both, height=680))
    return rows


def _space(before: int) -> str:
    return w("spacing", before=str(before))


def _row(
    cells: list[str],
    widths: tuple[int, int, int],
    ruled: tuple[Signature | None, Signature | None] = (None, None),
    height: int = 0,
) -> str:
    """One row for two parties; `ruled` draws the line to write on, `height` leaves room for the hand above it."""
    gap = paragraph("SignatureText")
    line = w("tcBorders", w("top", val="single", sz="4", space="0", color=INK))
    borders = (line if ruled[0] else "", "", line if ruled[1] else "")
    written = [
        w("tc", w("tcPr", w("tcW", w=str(width), type="dxa"), border), content)
        for width, border, content in zip(widths, borders, (cells[0], gap, cells[1]), strict=True)
    ]
    row = w("tr", w("trPr", w("cantSplit")), *written)
    if not height:
        return row
    empty = [w("tc", w("tcPr", w("tcW", w=str(width), type="dxa")), gap) for width in widths]
    room = w("tr", w("trPr", w("cantSplit"), w("trHeight", val=str(height), hRule="atLeast")), *empty)
    return room + row
