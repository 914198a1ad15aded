"""What changed between two versions of a paper, as a clause tree in which each change is marked.

Clauses are matched by id beneath the same clause, blocks by their text, and lines word by word. The tree is that of the
new version with what was deleted put back in its place; taking the insertions out of it gives the old version, taking
the deletions out the new one. What moved reads as deleted in one place and inserted in the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TypeVar

from charterlang._records import record
from charterlang.papers.plain import block_text, inline_text, line_text, opens_with_text
from charterlang.papers.sources import sources
from charterlang.papers.tree import (
    Blank,
    Block,
    Clause,
    Definition,
    Emphasis,
    Inline,
    Level,
    Paper,
    Paragraph,
    Picture,
    Reference,
    Signature,
    Strong,
    Table,
    Text,
    Verbatim,
)

T = TypeVar("T")
Line = tuple[Inline, ...]


class Mark(StrEnum):
    """Whether something stands in both versions, only in the new one, or only in the old one."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"


@record
class Changed(Text):
    """Words that stand in one version only; `inline` is what they are there."""

    mark: Mark = Mark.INSERTED
    inline: Inline = Text("")


@record
class ChangedBlock:
    """A block of a redline. A kept paragraph or table holds `Changed` words; `rows` are the marks of a table's rows."""

    mark: Mark
    block: Block
    rows: tuple[Mark, ...] = ()


@record
class ChangedClause:
    """A clause of a redline.

    `clause` is that of the new version, or of the old one if it was deleted. Unless it is `KEPT`, all of it has the
    one mark, and the other fields are empty. `old` is what a kept clause was, `title` its heading with the changes.
    """

    mark: Mark
    clause: Clause
    old: Clause | None = None
    title: Line = ()
    blocks: tuple[ChangedBlock, ...] = ()
    children: tuple[ChangedClause, ...] = ()


@record
class ChangedDefinition:
    """An entry of the list of definitions; the changes stand in `term` and `meaning`."""

    mark: Mark
    term: Line
    meaning: Line


@record
class Redline:
    """Two numbered versions of a paper and what changed from `old` to `new`, from the face to the sources."""

    old: Paper
    new: Paper
    title: Line
    subtitle: Line
    notice: Line
    preamble: tuple[ChangedBlock, ...]
    definitions: tuple[ChangedDefinition, ...]
    clauses: tuple[ChangedClause, ...]
    signatures: tuple[tuple[Mark, tuple[Signature, ...]], ...]
    annexes: tuple[ChangedClause, ...]
    sources: tuple[ChangedBlock, ...]


def redline(old: Paper, new: Paper) -> Redline:
    """What changed from `old` to `new`, two numbered versions of one paper."""
    same_hands = old.signatures == new.signatures
    hands = (
        ((Mark.KEPT, new.signatures),)
        if same_hands
        else ((Mark.DELETED, old.signatures), (Mark.INSERTED, new.signatures))
    )
    return Redline(
        old,
        new,
        words_line(old.title, new.title),
        words_line(old.subtitle, new.subtitle),
        words_line(old.notice, new.notice),
        tuple(_blocks(old.preamble, new.preamble)),
        tuple(_definitions(_listed(old), _listed(new))),
        tuple(_clauses(old.clauses, new.clauses)),
        tuple((mark, each) for mark, each in hands if each),
        tuple(_clauses(old.annexes, new.annexes)),
        tuple(_blocks(_sources(old), _sources(new))),
    )


def places(found: Redline) -> int:
    """In how many places the versions differ: a changed line, a row, a block, a clause or a definition is one each.

    The table of sources is not counted: its lines move with every edit of a charter.
    """
    lines = sum(map(_differs, (found.title, found.subtitle, found.notice)))
    terms = sum(
        each.mark is not Mark.KEPT or _differs(each.term) or _differs(each.meaning) for each in found.definitions
    )
    hands = any(mark is not Mark.KEPT for mark, _ in found.signatures)
    blocks = sum(map(_block_places, found.preamble))
    return lines + terms + hands + blocks + sum(map(_clause_places, (*found.clauses, *found.annexes)))


def _clause_places(changed: ChangedClause) -> int:
    if changed.mark is not Mark.KEPT or changed.old is None:
        return 1
    own = _differs(changed.title) + (changed.old.basis != changed.clause.basis)
    return own + sum(map(_block_places, changed.blocks)) + sum(map(_clause_places, changed.children))


def _block_places(changed: ChangedBlock) -> int:
    block = changed.block
    if changed.mark is Mark.KEPT and isinstance(block, Paragraph):
        return int(_differs(block.inlines))
    if changed.mark is Mark.KEPT and isinstance(block, Table):
        return sum(any(map(_differs, row)) for row in (block.header, *block.rows))
    return int(changed.mark is not Mark.KEPT)


def _differs(words: Line) -> bool:
    return any(isinstance(each, Changed) for each in words)


def _listed(paper: Paper) -> list[Definition]:
    return [each for each in paper.definitions if not each.defined_in]


def _sources(paper: Paper) -> tuple[Block, ...]:
    found = sources(paper)
    return (found,) if found is not None else ()


# --- clauses and definitions -------------------------------------------------------------------------------------


def _aligned(
    old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable]
) -> Iterator[tuple[list[T], list[T], bool]]:
    """Stretches of both sequences, in order, with whether their keys are the same."""
    matcher = SequenceMatcher(None, [key(each) for each in old], [key(each) for each in new], autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        yield list(old[first:last]), list(new[start:end]), tag == "equal"


def _shape(clause: Clause) -> Hashable:
    """What must agree for two clauses to be versions of one another: else the paragraph they open with is another."""
    return clause.id, clause.level, bool(clause.heading), opens_with_text(clause)


def _clauses(old: tuple[Clause, ...], new: tuple[Clause, ...]) -> Iterator[ChangedClause]:
    for gone, come, same in _aligned(old, new, _shape):
        if same:
            yield from (_clause(before, after) for before, after in zip(gone, come, strict=True))
        else:
            yield from (ChangedClause(Mark.DELETED, each) for each in gone)
            yield from (ChangedClause(Mark.INSERTED, each) for each in come)


def _clause(old: Clause, new: Clause) -> ChangedClause:
    # The heading of a section runs into its text, and the emitter sets the full stop after it.
    runs_in = new.level in (Level.SECTION, Level.ITEM)
    before, after = (each.heading.rstrip(".") if runs_in else each.heading for each in (old, new))
    opening = 1 if opens_with_text(new) else 0
    first = [_pair(old.blocks[0], new.blocks[0])] if opening else []
    return ChangedClause(
        Mark.KEPT,
        new,
        old,
        words_line(before, after),
        (*first, *_blocks(old.blocks[opening:], new.blocks[opening:])),
        tuple(_clauses(old.children, new.children)),
    )


def _definitions(old: list[Definition], new: list[Definition]) -> Iterator[ChangedDefinition]:
    for gone, come, same in _aligned(old, new, lambda each: each.key):
        if same:
            for before, after in zip(gone, come, strict=True):
                term = words_line(before.term, after.term)
                yield ChangedDefinition(Mark.KEPT, term, line(before.meaning, after.meaning))
        else:
            yield from (ChangedDefinition(Mark.DELETED, (Text(each.term),), each.meaning) for each in gone)
            yield from (ChangedDefinition(Mark.INSERTED, (Text(each.term),), each.meaning) for each in come)


# --- blocks ------------------------------------------------------------------------------------------------------


def _blocks(old: tuple[Block, ...], new: tuple[Block, ...]) -> Iterator[ChangedBlock]:
    """Blocks of the same text are the same; between them, those that can be compared are paired in order."""
    for gone, come, _ in _aligned(old, new, lambda block: (type(block).__name__, block_text(block))):
        rest = list(come)
        for before in gone:
            place = next((at for at, after in enumerate(rest) if _comparable(before, after)), None)
            if place is None:
                yield ChangedBlock(Mark.DELETED, before)
                continue
            yield from (ChangedBlock(Mark.INSERTED, each) for each in rest[:place])
            yield _pair(before, rest[place])
            del rest[: place + 1]
        yield from (ChangedBlock(Mark.INSERTED, each) for each in rest)


def _comparable(old: Block, new: Block) -> bool:
    if isinstance(old, Paragraph) and isinstance(new, Paragraph):
        return True
    if isinstance(old, Table) and isinstance(new, Table):
        return len(old.header) == len(new.header) and old.caption == new.caption
    if isinstance(old, Picture) and isinstance(new, Picture):
        return old == new
    return isinstance(old, Verbatim) and old == new


def _pair(old: Block, new: Block) -> ChangedBlock:
    if isinstance(old, Paragraph) and isinstance(new, Paragraph):
        return ChangedBlock(Mark.KEPT, Paragraph(line(old.inlines, new.inlines)))
    if isinstance(old, Table) and isinstance(new, Table):
        rows = list(_rows(old.rows, new.rows))
        header = _cells(old.header, new.header)
        return ChangedBlock(
            Mark.KEPT, Table(header, tuple(row for _, row in rows), new.caption), tuple(mark for mark, _ in rows)
        )
    return ChangedBlock(Mark.KEPT, new)


def _rows(
    old: tuple[tuple[Line, ...], ...], new: tuple[tuple[Line, ...], ...]
) -> Iterator[tuple[Mark, tuple[Line, ...]]]:
    """Rows whose first cell says the same, whatever number a reference has, are one row; others came or went whole."""
    for gone, come, same in _aligned(old, new, _row_key):
        if same:
            yield from ((Mark.KEPT, _cells(before, after)) for before, after in zip(gone, come, strict=True))
        else:
            yield from ((Mark.DELETED, tuple(_whole(cell, Mark.DELETED) for cell in row)) for row in gone)
            yield from ((Mark.INSERTED, tuple(_whole(cell, Mark.INSERTED) for cell in row)) for row in come)


def _row_key(row: tuple[Line, ...]) -> Hashable:
    first = row[0] if row else ()
    return tuple(each.target if isinstance(each, Reference) else inline_text(each) for each in first)


def _cells(old: tuple[Line, ...], new: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(line(before, after) for before, after in zip(old, new, strict=True))


# --- words -------------------------------------------------------------------------------------------------------

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_ALIKE = 0.3
"""Lines of which less than this share is alike are replaced whole; a patchwork of stray words is harder to read."""


def words_line(old: str, new: str) -> Line:
    """A line of plain words with what changed from `old` to `new`."""
    return line((Text(old),) if old else (), (Text(new),) if new else ())


def line(old: Iterable[Inline], new: Iterable[Inline]) -> Line:
    """A line of text with what changed from `old` to `new`, word by word."""
    before, after = list(_atoms(old)), list(_atoms(new))
    matcher = SequenceMatcher(None, [_key(each) for each in before], [_key(each) for each in after], autojunk=False)
    if matcher.ratio() < _ALIKE:
        return (*_whole(before, Mark.DELETED), *_whole(after, Mark.INSERTED))
    found: list[tuple[list[Inline], list[Inline], bool]] = []
    codes = matcher.get_opcodes()
    for place, (tag, first, last, start, end) in enumerate(codes):
        gone, come = before[first:last], after[start:end]
        # A space or a comma between two changes belongs to them.
        lone = 0 < place < len(codes) - 1 and not any(each.isalnum() for each in line_text(come))
        same = tag == "equal" and not (lone and not any(isinstance(each, Blank) for each in come))
        if found and not same and not found[-1][2]:
            found[-1] = (found[-1][0] + gone, found[-1][1] + come, False)
        else:
            found.append((gone, come, same))
    pieces: list[Inline] = []
    for gone, come, same in found:
        pieces += _joined(come) if same else (*_whole(gone, Mark.DELETED), *_whole(come, Mark.INSERTED))
    return tuple(pieces)


def _atoms(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """References and blanks as they are, everything else cut into words, spaces and marks."""
    for inline in inlines:
        if isinstance(inline, Reference | Blank):
            yield inline
        else:
            kind = type(inline) if isinstance(inline, Strong | Emphasis) else Text
            yield from (kind(word) for word in _WORDS.findall(inline.text))


def _key(inline: Inline) -> Hashable:
    return type(inline).__name__, inline.target if isinstance(inline, Reference) else "", inline_text(inline)


def _joined(atoms: Iterable[Inline]) -> list[Inline]:
    """Neighbouring words of one kind as one."""
    pieces: list[Inline] = []
    for atom in atoms:
        last = pieces[-1] if pieces else None
        if isinstance(last, Text | Strong | Emphasis) and type(atom) is type(last):
            pieces[-1] = replace(last, text=last.text + inline_text(atom))
        else:
            pieces.append(atom)
    return pieces


def _whole(inlines: Iterable[Inline], mark: Mark) -> Line:
    return tuple(Changed(inline_text(each), mark, each) for each in _joined(inlines))
