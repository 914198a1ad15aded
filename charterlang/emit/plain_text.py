"""Plain text, 78 columns wide: for terminals, mail and comparing by eye."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from charterlang.emit.characters import fit, running
from charterlang.papers.plain import block_text, heading_text, line_text, opens_with_text
from charterlang.papers.sources import Note, notes, sources
from charterlang.papers.tree import Block, Clause, Level, Paper, Paragraph, Table, Verbatim
from charterlang.papers.words import word

WIDTH = 78
_STEP = 4


def emit(paper: Paper) -> bytes:
    """The paper as UTF-8 plain text."""
    found = notes(paper)
    lines = [*_filled(paper.title.upper(), 0), *_filled(paper.subtitle, 0)]
    if paper.notice:
        lines += ["", *_filled(paper.notice, 0)]
    if paper.preamble:
        lines += ["", *_underlined(word(paper, "Preamble")), *_blocks(paper.preamble, 0)]
    listed = [definition for definition in paper.definitions if not definition.defined_in]
    if listed:
        lines += ["", *_underlined(word(paper, "Definitions"))]
        for definition in listed:
            text = f"“{definition.term}” {word(paper, 'means')} {line_text(definition.meaning)}"
            lines += ["", *_filled(text, 0)]
    for clause in paper.clauses:
        lines += _clause(clause, 0, found)
    if paper.signatures:
        lines += ["", *_underlined(word(paper, "Signatures"))]
        for signature in paper.signatures:
            lines += ["", *_filled(", ".join(filter(None, (signature.party, signature.capacity))), 0)]
            lines += [f"{word(paper, key)}: {'_' * 30}" for key in ("Signature", "Name", "Place and date")]
    for annex in paper.annexes:
        lines += _clause(annex, 0, found)
    if found:
        lines += ["", *_underlined(word(paper, "Notes"))]
        for note in (note for clause_notes in found.values() for note in clause_notes):
            lines += _filled(f"[{note.number}] {note.text}", 0, hang=_STEP)
    table = sources(paper)
    if table is not None:
        lines += ["", *_underlined(word(paper, "Sources")), *_blocks((table,), 0)]
    return ("\n".join(line.rstrip() for line in lines) + "\n").encode()


def _clause(clause: Clause, indent: int, found: dict[str, tuple[Note, ...]]) -> list[str]:
    marks = "".join(f"[{note.number}]" for note in found.get(clause.id, ()))
    blocks = clause.blocks
    if clause.level in (Level.PART, Level.ARTICLE):
        lines = ["", *_underlined(heading_text(clause.label, clause.heading) + marks)]
        inner = indent
    else:
        opening = [clause.label]
        if clause.heading:
            opening.append(clause.heading.rstrip(".") + "." + marks)
            marks = ""
        if opens_with_text(clause):
            opening.append(block_text(blocks[0]))
            blocks = blocks[1:]
        inner = indent + _STEP
        lines = ["", *_filled(" ".join(opening) + marks, indent, hang=_STEP)]
    lines += _blocks(blocks, inner)
    for child in clause.children:
        lines += _clause(child, inner, found)
    return lines


def _blocks(blocks: Iterable[Block], indent: int) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        lines.append("")
        if isinstance(block, Paragraph):
            lines += _filled(line_text(block.inlines), indent)
        elif isinstance(block, Verbatim):
            lines += [" " * indent + line for line in fit(block.text).rstrip("\n").split("\n")]
        elif isinstance(block, Table):
            lines += _filled(block.caption, indent)
            for row in block.rows:
                cells = [
                    f"{line_text(head)}: {line_text(cell)}"
                    for head, cell in zip(block.header, row, strict=True)
                    if cell
                ]
                lines += _filled("; ".join(cells), indent, hang=2)
        else:
            lines += _filled(": ".join(filter(None, (block.caption, block.alternative))), indent)
    return lines


def _underlined(text: str) -> list[str]:
    lines = _filled(text, 0)
    return [*lines, "-" * max(map(len, lines))]


def _filled(text: str, indent: int, hang: int = 0) -> list[str]:
    """`text` filled to the width; lines after the first stand `hang` columns further in."""
    return textwrap.wrap(
        running(text),
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hang),
        break_long_words=False,
        break_on_hyphens=False,
    )
