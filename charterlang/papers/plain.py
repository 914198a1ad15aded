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


_NARROWEST, _WIDEST = 8, 40
_PADDING = 3
_BROAD = 1.2
"""A word of broad letters takes this much more than one of average letters."""


def column_shares(table: Table, room: int) -> list[float]:
    """The shares of the columns of a table, adding up to 1, when about `room` letters fit across it.

    No column is too narrow for its longest word, if that can be; what is left goes where the long texts are.
    """
    least: list[float] = []
    asked: list[float] = []
    for column in zip(table.header, *table.rows, strict=True):
        texts = [line_text(cell) for cell in column]
        longest_word = max((len(each) for text in texts for each in text.split()), default=0)
        least.append(max(longest_word * _BROAD, _NARROWEST) + _PADDING)
        longest = max(map(len, texts))
        asked.append(min(longest, _WIDEST) + max(longest - _WIDEST, 0) / 4 + _PADDING)
    spare = room - sum(least)
    if spare > 0:
        wishes = [max(wish - need, 0.0) for wish, need in zip(asked, least, strict=True)]
        total = sum(wishes) or 1.0
        least = [need + spare * wish / total for need, wish in zip(least, wishes, strict=True)]
    return [need / sum(least) for need in least]
