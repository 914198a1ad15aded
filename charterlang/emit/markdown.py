"""Markdown: a paper to read in a repository or to paste into a message. Numbers are written out, not left to lists."""

from __future__ import annotations

import re
from collections.abc import Iterable

from charterlang.emit.characters import fit, running
from charterlang.papers.plain import heading_text, inline_text, opens_with_text
from charterlang.papers.sources import notes, sources
from charterlang.papers.tree import (
    Blank,
    Block,
    Clause,
    Emphasis,
    Inline,
    Level,
    Paper,
    Paragraph,
    Strong,
    Table,
    Verbatim,
)
from charterlang.papers.words import word

_MARKUP = re.compile(r"([\\`*_\[\]<>|~$&{}@^])")
_LINE_START = re.compile(r"^(\s*)([#+=-]|\d+(?=[.)]))")
_INDENT = "  "


def emit(paper: Paper) -> bytes:
    """The paper as UTF-8 Markdown (CommonMark with tables and footnotes)."""
    return _Writer(paper).document().encode()


def escaped(text: str) -> str:
    """`text` so that no Markdown reader takes any of it for markup, wherever in a line it stands."""
    return _MARKUP.sub(r"\\\1", running(text))


def _start_escaped(line: str) -> str:
    """A line whose first characters cannot open a heading, a list or a rule."""

    def guard(match: re.Match[str]) -> str:
        start, mark = match.groups()
        return f"{start}{mark}\\" if mark.isdigit() else f"{start}\\{mark}"

    return _LINE_START.sub(guard, line)


def line(inlines: Iterable[Inline]) -> str:
    """Running text as Markdown."""
    pieces: list[tuple[str, str]] = []
    for inline in inlines:
        if isinstance(inline, Blank):
            # Left bare to be readable: `[____` cannot open emphasis, and nothing defines it as a link.
            pieces.append((f"[____ {escaped(inline.hint)}]" if inline.hint else "[____]", ""))
            continue
        text = escaped(inline_text(inline))
        if pieces and pieces[-1][0].endswith("]") and text.startswith(("(", ":")):
            text = "\\" + text
        mark = "**" if isinstance(inline, Strong) else "*" if isinstance(inline, Emphasis) else ""
        pieces.append((text, mark))
    written = ""
    for place, (text, mark) in enumerate(pieces):
        following = pieces[place + 1] if place + 1 < len(pieces) else ("", "")
        written += _set(text, mark, written[-1:], (following[1] or following[0])[:1]) if mark else text
    return written


def _set(text: str, mark: str, before: str = "", after: str = "") -> str:
    """Bold or italic words, between what stands before and after; spaces at the ends stay outside.

    Where stars would not be read as marks, because of the signs on either side of them, tags do the work.
    """
    core = text.strip()
    if not core:
        return text
    start, _, end = text.partition(core)
    opens = before != "*" and (start or core[0].isalnum() or not before or before.isspace() or before in "([“")
    closes = after != "*" and (end or core[-1].isalnum() or not after or after.isspace() or after in ".,;:)]”")
    if opens and closes:
        return f"{start}{mark}{core}{mark}{end}"
    name = "strong" if mark == "**" else "em"
    return f"{start}<{name}>{core}</{name}>{end}"


def _fenced(text: str) -> str:
    """Verbatim text between fences longer than any it holds."""
    longest = max((len(ticks) for ticks in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{fit(text).rstrip()}\n{fence}"


class _Writer:
    """One paper on its way to Markdown; `text` is what is written so far."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.notes = notes(paper)
        self.text = ""
        self.in_list = False

    def document(self) -> str:
        paper = self.paper
        self.add(f"# {escaped(paper.title)}")
        if paper.subtitle:
            self.add(_set(escaped(paper.subtitle), "*"))
        if paper.notice:
            self.add(f"> {_start_escaped(escaped(paper.notice))}")
        if paper.preamble:
            self.add(f"## {escaped(word(paper, 'Preamble'))}")
            self.blocks(paper.preamble)
        self.definitions()
        for clause in paper.clauses:
            self.clause(clause, depth=2)
        self.signatures()
        for annex in paper.annexes:
            self.clause(annex, depth=2)
        table = sources(paper)
        if table is not None:
            self.add(f"## {escaped(word(paper, 'Sources'))}")
            self.blocks((table,))
        for found in self.notes.values():
            for note in found:
                self.add(f"[^{note.number}]: {escaped(note.text)}")
        return self.text + "\n"

    def add(self, text: str, indent: str = "", *, in_list: bool = False) -> None:
        """Put a paragraph after a blank line; items of a list follow each other without one."""
        if self.text:
            self.text += "\n" if in_list and self.in_list else "\n\n"
        self.text += "\n".join(indent + each if each else "" for each in text.split("\n"))
        self.in_list = in_list

    def definitions(self) -> None:
        listed = [definition for definition in self.paper.definitions if not definition.defined_in]
        if not listed:
            return
        self.add(f"## {escaped(word(self.paper, 'Definitions'))}")
        means = escaped(word(self.paper, "means"))
        self.add("\n".join(f"- **{escaped(each.term.strip())}** {means} {line(each.meaning)}" for each in listed))

    def clause(self, clause: Clause, depth: int, indent: str = "") -> None:
        marks = " ".join(f"[^{note.number}]" for note in self.notes.get(clause.id, ()))
        blocks = clause.blocks
        if clause.level is Level.ITEM:
            start, inner = "- ", indent + _INDENT
        else:
            start, inner = "", indent
        if clause.level in (Level.SECTION, Level.ITEM):
            self.run_in(clause, marks, indent, start)
            blocks = blocks[1:] if opens_with_text(clause) else blocks
        else:
            self.add(f"{'#' * min(depth, 6)} {escaped(heading_text(clause.label, clause.heading))}{marks}")
        self.blocks(blocks, inner)
        for child in clause.children:
            self.clause(child, depth + 1, inner)

    def run_in(self, clause: Clause, marks: str, indent: str, start: str) -> None:
        """A section or an item: number, heading if any, and its first paragraph in one line."""
        number = escaped(clause.label)
        heading = escaped(clause.heading.strip().rstrip("."))
        bold = [number] if clause.level is Level.SECTION else []
        opening = [] if bold else [number]
        if heading:
            opening.append(_set(" ".join((*bold, f"{heading}.")), "**") + marks)
            marks = ""
        elif bold:
            opening.append(_set(number, "**"))
        if opens_with_text(clause):
            first = clause.blocks[0]
            assert isinstance(first, Paragraph)
            opening.append(line(first.inlines))
        self.add(start + " ".join(opening) + marks, indent, in_list=clause.level is Level.ITEM)

    def blocks(self, blocks: Iterable[Block], indent: str = "") -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self.add(_start_escaped(line(block.inlines)), indent)
            elif isinstance(block, Table):
                self.table(block, indent)
            elif isinstance(block, Verbatim):
                self.add(_fenced(block.text), indent)
            else:
                caption = _set(escaped(block.caption), "**") + ": " if block.caption else ""
                self.add(f"> {caption}{escaped(block.alternative)}", indent)

    def table(self, table: Table, indent: str) -> None:
        rows = [table.header, *table.rows]
        written = ["| " + " | ".join(line(cell).strip() for cell in row) + " |" for row in rows]
        written.insert(1, "|" + " --- |" * len(table.header))
        if table.caption:
            self.add(_set(escaped(table.caption), "*"), indent)
        self.add("\n".join(written), indent)

    def signatures(self) -> None:
        if not self.paper.signatures:
            return
        self.add(f"## {escaped(word(self.paper, 'Signatures'))}")
        fields = [escaped(word(self.paper, key)) for key in ("Signature", "Name", "Place and date")]
        for signature in self.paper.signatures:
            capacity = f", {escaped(signature.capacity)}" if signature.capacity else ""
            lines = [f"**{escaped(signature.party.strip())}**{capacity}"]
            lines += [f"{field}: ________________________" for field in fields]
            self.add("  \n".join(lines))
