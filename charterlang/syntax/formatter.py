"""One way to write a charter: the same words, set so that they read like a table.

Statements are indented by two blanks a brace; the values of statements that follow one another stand in one column; a
line longer than `WIDTH` goes on after a comma, `and` or `or`; what was written on one line in braces stays there if it
fits. Comments stay where they are, and at most one blank line in a row. Only blanks, line ends and semicolons change,
so the tree stays the same.
"""

from __future__ import annotations

from charterlang._records import record
from charterlang.source import Edit
from charterlang.syntax.document import Block, Document
from charterlang.syntax.layout import Printer, Row, aligned


def format_document(document: Document) -> str:
    """The whole text of a document, set in the one way. Blocks that could not be read whole are left as they are."""
    parts: list[str] = []
    before: _Piece | None = None
    for piece in _pieces(document):
        if not piece.text:
            continue
        if before is not None:
            parts.append("\n\n" if _apart(before, piece) else "\n")
        parts.append(piece.text)
        before = piece
    text = "".join(parts)
    return _line_ends(document, f"{text}\n" if text else "")


def format_range(document: Document, start: int, end: int) -> list[Edit]:
    """The edits that set the blocks between two absolute offsets; none where a block is set already."""
    edits = []
    for piece in _pieces(document):
        block = piece.block
        written = block.text.strip()
        begin = block.start + len(block.text) - len(block.text.lstrip())
        if begin > end or begin + len(written) < start:
            continue
        wanted = _line_ends(document, piece.text)
        if wanted != written:
            edits.append(Edit(document.source.span(begin, begin + len(written)), wanted))
    return edits


def _line_ends(document: Document, text: str) -> str:
    """The text with the one kind of line end that most lines of the document have."""
    written = document.source.text
    returns = written.count("\r\n")
    plain = _one_kind(text)
    return plain.replace("\n", "\r\n") if returns * 2 > max(written.count("\n"), 1) else plain


def _one_kind(text: str) -> str:
    """The text with plain line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@record
class _Piece:
    """A block as it is to be written; `several` if it takes more than a line by its nature, not by its length."""

    block: Block
    text: str
    several: bool


def _pieces(document: Document) -> list[_Piece]:
    """Each block as it should be, without blank lines around it; flows that follow one another stand in columns."""
    rows = [_rows(block) for block in document.blocks]
    run: list[Row] = []
    for number, (block, block_rows) in enumerate(zip(document.blocks, rows, strict=True)):
        joins = bool(run) and not _blank_before(document.blocks[number - 1], block)
        single = block_rows is not None and not _several(block_rows) and bool(block_rows[0].key)
        if not (joins and single):
            aligned(run, gap=2)
            run = []
        if single and block_rows is not None:
            run.append(block_rows[0])
    aligned(run, gap=2)
    pieces = []
    for block, block_rows in zip(document.blocks, rows, strict=True):
        if block_rows is None:
            text = _one_kind(block.text.strip())
            pieces.append(_Piece(block, text, "\n" in text))
        else:
            pieces.append(_Piece(block, "\n".join(row.text() for row in block_rows), _several(block_rows)))
    return pieces


def _several(rows: list[Row]) -> bool:
    """Whether rows are more than one statement on one line."""
    return len(rows) != 1 or bool(rows[0].own)


def _rows(block: Block) -> list[Row] | None:
    """The lines of a block, None if it is to be left as it is."""
    if block.findings or not block.read:
        return None
    return Printer(block).rows()


def _blank_before(before: Block, block: Block) -> bool:
    """Whether a blank line stands between two blocks as they are written."""
    gap = before.text[len(before.text.rstrip()) :] + block.text[: len(block.text) - len(block.text.lstrip())]
    return gap.count("\n") + (gap.count("\r") if "\n" not in gap else 0) > 1


def _apart(before: _Piece, piece: _Piece) -> bool:
    """Whether a blank line parts two blocks: there was one, or one of them takes more than a line."""
    return _blank_before(before.block, piece.block) or before.several or piece.several
