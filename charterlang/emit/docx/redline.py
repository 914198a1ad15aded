"""A redline: the new version of a paper with the changes from the old one tracked, to be accepted or rejected.

Everything that can be read is tracked: words, paragraph marks, rows. What is inserted or deleted holds no content
controls, and what is deleted no live references, because programs differ in how they take those out; they are plain
words there. A redline has no table of contents: its pages are those of neither version.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from charterlang.emit.docx.blanks import Blanks
from charterlang.emit.docx.body import Body
from charterlang.emit.docx.fields import reference_words
from charterlang.emit.docx.notes import marks
from charterlang.emit.docx.package import packed
from charterlang.emit.docx.signatures import signature_table
from charterlang.emit.docx.tables import table
from charterlang.emit.docx.words import bold, paragraph, plain, w
from charterlang.papers.number import reference_pieces
from charterlang.papers.plain import inline_text
from charterlang.papers.redline import Changed, ChangedBlock, ChangedClause, Line, Mark, Redline
from charterlang.papers.sources import Note, notes
from charterlang.papers.tree import Blank, Block, Clause, Inline, Paper, Reference, Strong, Table
from charterlang.papers.words import word

AUTHOR = "charterlang"
DATE = "2000-01-01T00:00:00Z"
"""Papers carry no clock; equal versions give equal redlines."""

_RUN = re.compile(r"<w:r>.*?</w:r>", re.DOTALL)
_FIRST_ID = 100_000
_PLAIN_ROW = w("cantSplit", val="off")
"""What a row must say of itself, if nothing else, before it may say that it was inserted or deleted."""


def emit(redline: Redline) -> bytes:
    """The redline as a .docx file."""
    body = RedlineBody(redline)
    return packed(body.paper, body)


class RedlineBody(Body):
    """Two versions of a paper as one body."""

    has_contents = False

    def __init__(self, redline: Redline) -> None:
        self.redline = redline
        # What was drawn from which piece of the redline, by identity: a block may stand in both versions.
        self.clauses: dict[int, ChangedClause] = {}
        self.blocks: dict[int, ChangedBlock] = {}
        self.drawn: list[Block] = []
        self.mark = Mark.KEPT
        self.changes = 0
        paper = replace(
            redline.new,
            preamble=self._drawn_blocks(redline.preamble),
            clauses=tuple(self._drawn(each) for each in redline.clauses),
            annexes=tuple(self._drawn(each) for each in redline.annexes),
        )
        super().__init__(redline.new)
        self.paper = paper
        self.page_break = ""
        self.blanks = Blanks(_both(redline.old, redline.new))
        self.old_references = reference_pieces(redline.old)
        kept = list(_kept((*redline.clauses, *redline.annexes)))
        self.lasting = {each.clause.id for each in kept}
        same = {each.clause.id for each in kept if each.old and each.old.basis == each.clause.basis}
        gone = {key: found for key, found in notes(redline.old).items() if key not in same}
        self.old_notes = _after(gone, sum(map(len, self.notes.values())))

    def every_note(self) -> Iterable[Note]:
        """The footnotes of both versions, those of the new one first."""
        return chain(super().every_note(), (note for found in self.old_notes.values() for note in found))

    # --- marking -------------------------------------------------------------------------------------------------

    def _change(self, mark: Mark, *content: str) -> str:
        """The element that says that something was inserted or deleted."""
        self.changes += 1
        name = "ins" if mark is Mark.INSERTED else "del"
        return w(name, *content, id=str(_FIRST_ID + self.changes), author=AUTHOR, date=DATE)

    def _runs(self, mark: Mark, runs: str) -> str:
        """Runs marked as inserted or deleted."""
        if not runs or mark is Mark.KEPT:
            return runs
        if mark is Mark.DELETED:
            runs = runs.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        return self._change(mark, runs)

    def _whole(self, mark: Mark, pieces: Iterable[str]) -> str:
        """Pieces with all in them marked: runs, paragraph marks and rows. They are written while the mark holds."""
        outer, self.mark = self.mark, mark
        written = "".join(pieces)
        self.mark = outer
        if mark is Mark.KEPT:
            return written
        written = _RUN.sub(lambda found: self._runs(mark, found[0]), written)
        written = re.sub("</w:pPr>", lambda _: w("rPr", self._change(mark)) + "</w:pPr>", written)
        written = written.replace("<w:tr><w:tc>", f"<w:tr>{w('trPr', _PLAIN_ROW)}<w:tc>")
        return re.sub("</w:trPr>", lambda _: self._change(mark) + "</w:trPr>", written)

    def _inline(self, inline: Inline) -> str:
        if isinstance(inline, Changed):
            outer, self.mark = self.mark, inline.mark
            written = self._inline(inline.inline)
            self.mark = outer
            return self._runs(inline.mark, written)
        if isinstance(inline, Blank) and self.mark is not Mark.KEPT:
            return plain(inline_text(inline), w("highlight", val="yellow"))
        if isinstance(inline, Reference) and (
            self.mark is Mark.DELETED or (self.mark is Mark.KEPT and inline.target not in self.lasting)
        ):
            return plain(self._dead(inline))
        return super()._inline(inline)

    def _dead(self, inline: Reference) -> str:
        """A reference as plain words, set as a live one would be."""
        known = self.old_references if self.mark is Mark.DELETED else self.references
        pieces = known.get(inline.target)
        return reference_words(pieces) if pieces else inline.text

    # --- from top to bottom --------------------------------------------------------------------------------------

    def title(self) -> str:
        """The words of the title with their changes."""
        return self._line(self.redline.title)

    def face(self) -> str:
        """Title and notice, as on the face of a paper, with their changes."""
        old, new = self.redline.old, self.redline.new
        subtitle = self._loose("Subtitle", self.redline.subtitle, _mark(old.subtitle, new.subtitle))
        notice = self._loose("DraftNotice", self.redline.notice, _mark(old.notice, new.notice))
        return paragraph("Title", self.title()) + subtitle + notice

    def _loose(self, style: str, words: Line, mark: Mark | None) -> str:
        """A paragraph whose words know their changes; `mark` is that of the paragraph, None if there is none."""
        if mark is None:
            return ""
        return paragraph(style, self._line(words), properties=self._paragraph_mark(mark))

    def _paragraph_mark(self, mark: Mark) -> str:
        return "" if mark is Mark.KEPT else w("rPr", self._change(mark))

    def _title_of(self, key: str, old: object, new: object) -> str:
        """The heading of what has no number, in the version or versions that have it."""
        mark = _mark(old, new)
        return self._whole(mark, self._heading_of(key)) if mark else ""

    def _heading_of(self, key: str) -> Iterator[str]:
        yield self._unnumbered(key, "")

    def _preamble(self, first: str) -> Iterator[str]:
        yield self._title_of("Preamble", self.redline.old.preamble, self.redline.new.preamble)
        yield from self._blocks(self.paper.preamble, 0)

    def _definitions(self, first: str) -> Iterator[str]:
        old, new = (any(not each.defined_in for each in paper.definitions) for paper in self._versions())
        yield self._title_of("Definitions", old, new)
        for each in self.redline.definitions:
            yield self._whole(each.mark, self._definition(each.term, each.meaning))

    def _definition(self, term: Line, meaning: Line) -> Iterator[str]:
        means = plain(f" {word(self.paper, 'means')} ")
        yield paragraph("Definition", self._line(_strong(piece) for piece in term), means, self._line(meaning))

    def _signatures(self, first: str) -> Iterator[str]:
        yield self._title_of("Signatures", *(paper.signatures for paper in self._versions()))
        for mark, hands in self.redline.signatures:
            yield self._whole(mark, [signature_table(replace(self.paper, signatures=hands), self.text_width)])

    def _sources(self, first: str) -> Iterator[str]:
        found = {each.mark for each in self.redline.sources}
        if found:
            old, new = (found != {mark} for mark in (Mark.INSERTED, Mark.DELETED))
            yield self._title_of("Sources", old, new)
            yield from self._blocks(self._drawn_blocks(self.redline.sources), 0)

    def _versions(self) -> tuple[Paper, Paper]:
        return self.redline.old, self.redline.new

    # --- clauses and blocks --------------------------------------------------------------------------------------

    def _drawn(self, changed: ChangedClause) -> Clause:
        """A clause that holds what stands in either version, for the body to set."""
        clause = replace(changed.clause)
        if changed.mark is Mark.KEPT:
            children = tuple(self._drawn(each) for each in changed.children)
            clause = replace(clause, blocks=self._drawn_blocks(changed.blocks), children=children)
        self.clauses[id(clause)] = changed
        return clause

    def _drawn_blocks(self, changed: tuple[ChangedBlock, ...]) -> tuple[Block, ...]:
        drawn: list[Block] = []
        for each in changed:
            block = replace(each.block)
            self.blocks[id(block)] = each
            drawn.append(block)
        self.drawn += drawn
        return tuple(drawn)

    def _clause(self, clause: Clause, list_id: int, rank: int, left: int, first: str) -> Iterator[str]:
        changed = self.clauses.get(id(clause))
        written = super()._clause(clause, list_id, rank, left, first)
        if changed is None or changed.mark is Mark.KEPT:
            yield from written
        else:
            yield self._whole(changed.mark, written)

    def _title(self, clause: Clause) -> str:
        changed = self.clauses.get(id(clause))
        return self._line(changed.title) if changed and changed.title else super()._title(clause)

    def _run_in(self, clause: Clause) -> str:
        changed = self.clauses.get(id(clause))
        if changed is None or not changed.title:
            return super()._run_in(clause)
        return self._line(_strong(piece) for piece in changed.title) + bold(".")

    def _marks(self, clause: Clause) -> str:
        if self.mark is Mark.DELETED:
            return marks(self.old_notes.get(clause.id, ()))
        changed = self.clauses.get(id(clause))
        if changed is None or changed.old is None or changed.old.basis == clause.basis:
            return super()._marks(clause)
        deleted = marks(self.old_notes.get(changed.old.id, ()))
        return self._runs(Mark.DELETED, deleted) + self._runs(Mark.INSERTED, super()._marks(clause))

    def _bookmark(self, target: str) -> tuple[str, str]:
        # What is deleted may stand elsewhere in the new version, and a bookmark stands in one place.
        return ("", "") if self.mark is Mark.DELETED else super()._bookmark(target)

    def _block(self, block: Block, left: int, keep: str) -> str:
        changed = self.blocks.get(id(block))
        if changed is None:
            return super()._block(block, left, keep)
        if changed.mark is Mark.KEPT and isinstance(block, Table):
            other = _PLAIN_ROW if self.notes else ""
            row_marks = ["" if mark is Mark.KEPT else other + self._change(mark) for mark in changed.rows]
            width = self.text_width - left
            return table(block, left, width, self._line, among_notes=bool(self.notes), row_marks=row_marks)
        return self._whole(changed.mark, self._own_block(block, left, keep))

    def _own_block(self, block: Block, left: int, keep: str) -> Iterator[str]:
        yield super()._block(block, left, keep)


def _mark(old: object, new: object) -> Mark | None:
    """The mark of what may be there or not in each version."""
    if new:
        return Mark.KEPT if old else Mark.INSERTED
    return Mark.DELETED if old else None


def _strong(piece: Inline) -> Inline:
    """A piece of a line in bold, changed or not."""
    if isinstance(piece, Changed):
        return replace(piece, inline=Strong(piece.text))
    return Strong(inline_text(piece))


def _kept(clauses: Iterable[ChangedClause]) -> Iterator[ChangedClause]:
    """The clauses that stand in both versions at the same place."""
    for each in clauses:
        if each.mark is Mark.KEPT:
            yield each
            yield from _kept(each.children)


def _both(old: Paper, new: Paper) -> Paper:
    """A paper with everything of both versions, to find their blanks in."""
    return replace(
        new,
        preamble=new.preamble + old.preamble,
        definitions=new.definitions + old.definitions,
        clauses=new.clauses + old.clauses,
        annexes=new.annexes + old.annexes,
    )


def _after(found: dict[str, tuple[Note, ...]], count: int) -> dict[str, tuple[Note, ...]]:
    """Notes numbered on from `count`."""
    numbers = iter(range(count + 1, count + 1 + sum(map(len, found.values()))))
    return {key: tuple(replace(each, number=next(numbers)) for each in group) for key, group in found.items()}
