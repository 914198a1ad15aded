"""Papers as plain words: what a block or a line says when all setting is taken away."""

from __future__ import annotations

from collections.abc import Iterable

from charterlang.papers.tree import Blank, Block, Clause, Inline, Paragraph, Table, Verbatim


def inline_text(inline: Inline) -> str:
    """The words of one inline; a blank reads `[____ hint]`."""
    if isinstance(inline, Blank):
        return f"[____ {inline.hint}]" if inline.hint else "[____]"
    return inline.text


def line_text(inlines: Iterable[Inline]) -> str:
    """The words of a line."""
    return "".join(inline_text(inline) for inline in inlines)


def block_text(block: Block) -> str:
    """The words of a block: cells parted by tabs, rows by line breaks; a picture reads as its alternative."""
    if isinstance(block, Paragraph):
        return line_text(block.inlines)
    if isinstance(block, Table):
        rows = ("\t".join(line_text(cell) for cell in row) for row in (block.header, *block.rows))
        return "\n".join((*rows, block.caption) if block.caption else rows)
    if isinstance(block, Verbatim):
        return block.text
    return block.alternative


def heading_text(label: str, heading: str) -> str:
    """A number and a heading in one line: "Article 7. Purpose", "7.2 Notice", "§ 7 Name", "(a)"."""
    if not heading or not label:
        return label or heading
    first_word = label.split(maxsplit=1)[0]
    wordy = len(first_word) > 1 and first_word.isalpha() and label[-1].isalnum()
    return f"{label}. {heading}" if wordy else f"{label} {heading}"


def opens_with_text(clause: Clause) -> bool:
    """Whether a clause begins with running text, so that its number can stand in the same line."""
    return bool(clause.blocks) and isinstance(clause.blocks[0], Paragraph)


_NARROWEST, _WIDEST = 12, 40


def column_weights(table: Table) -> list[int]:
    """How wide the columns of a table should be, one to another: by their longest text, tamed, and never cut a word."""
    weights = []
    for column in zip(table.header, *table.rows, strict=True):
        texts = [line_text(cell) for cell in column]
        longest = max(map(len, texts))
        longest_word = max((len(each) for text in texts for each in text.split()), default=0)
        weights.append(max(min(max(longest, _NARROWEST), _WIDEST), longest_word))
    return weights
