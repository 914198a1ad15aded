"""Numbers and references, computed once on the tree, so that every format shows the same ones.

Parts count in Roman numerals, articles run through the whole paper, sections are numbered beneath their article,
items take letters, then small Roman numerals, then capitals. Annexes take capital letters, and what they hold is
numbered beneath that letter. The words around the numbers come from `papers.words`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from charterlang._records import record
from charterlang.papers.tree import (
    Blank,
    Block,
    Clause,
    Definition,
    Inline,
    Level,
    Paper,
    Paragraph,
    Reference,
    Table,
)
from charterlang.papers.words import ENGLISH, braces, fill

# --- numerals ----------------------------------------------------------------------------------------------------

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(number: int) -> str:
    """A whole number from 1 upwards in capital Roman numerals."""
    digits = ""
    for value, digit in _ROMAN:
        digits += digit * (number // value)
        number %= value
    return digits


def letters(number: int) -> str:
    """1 is "a", 26 "z", 27 "aa", 28 "bb": the way word processors count."""
    rounds, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (rounds + 1)


ITEM_NUMERALS: tuple[Callable[[int], str], ...] = (
    letters,
    lambda number: roman(number).lower(),
    lambda number: letters(number).upper(),
    str,
)
"""How items count, by depth of nesting; deeper items start over."""

# --- references --------------------------------------------------------------------------------------------------


@record
class NumberOf:
    """The piece of a reference that is a clause's own number, so that an emitter can keep it alive."""

    target: str
    text: str


ReferencePieces = tuple[str | NumberOf, ...]


def reference_text(pieces: ReferencePieces) -> str:
    """A reference as it reads."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)


def reference_pieces(paper: Paper) -> dict[str, ReferencePieces]:
    """For each clause of a numbered paper, how running text refers to it, cut into words and numbers."""
    found: dict[str, ReferencePieces] = {}
    words = {**ENGLISH, **paper.words}

    def visit(clause: Clause, above: Clause | None, in_annex: bool) -> None:
        pieces = _pieces(clause, above, found, words, in_annex=in_annex)
        found.setdefault(clause.id, pieces)
        for child in clause.children:
            visit(child, clause, in_annex)

    for clause in paper.clauses:
        visit(clause, None, in_annex=False)
    for annex in paper.annexes:
        visit(annex, None, in_annex=True)
    return found


def _pieces(
    clause: Clause,
    above: Clause | None,
    found: Mapping[str, ReferencePieces],
    words: Mapping[str, str],
    *,
    in_annex: bool,
) -> ReferencePieces:
    if in_annex and above is None:
        key = "annex reference"
    elif clause.level is Level.ITEM:
        key = "nested item reference" if above is not None and above.level is Level.ITEM else "item reference"
    elif in_annex:
        key = "annex section reference"
    else:
        key = f"{clause.level} reference"
    pieces: list[str | NumberOf] = []
    for piece, name in braces(words[key]):
        if name == "label":
            pieces.append(NumberOf(clause.id, clause.label.rstrip(".")))
        elif name == "above":
            pieces.extend(found[above.id] if above is not None else ())
        else:
            pieces.append(piece)
    if pieces and isinstance(pieces[0], str):
        pieces[0] = pieces[0].lstrip() if above is None else pieces[0]
    return tuple(piece for piece in pieces if piece != "")


# --- numbering ---------------------------------------------------------------------------------------------------


def numbered(paper: Paper) -> Paper:
    """The paper with every number, label and reference filled in.

    A reference to a clause that is not there reads as such (and `papers.lint` reports it). Numbering a numbered paper
    again changes nothing.
    """
    words = {**ENGLISH, **paper.words}
    counted: Counter[Level] = Counter()
    counts = _Counts(words, counted)
    fresh = replace(
        paper,
        clauses=tuple(counts.top(clause) for clause in paper.clauses),
        annexes=tuple(counts.annex(annex, place) for place, annex in enumerate(paper.annexes, 1)),
    )
    texts = {target: reference_text(pieces) for target, pieces in reference_pieces(fresh).items()}

    def refer(inline: Inline) -> Inline:
        if not isinstance(inline, Reference):
            return inline
        missing = fill(words["missing reference"], {"label": inline.target})
        return replace(inline, text=texts.get(inline.target, missing))

    return _mapped(fresh, refer)


@record
class _Counts:
    """The running numbers of one paper while it is being numbered."""

    words: Mapping[str, str]
    counted: Counter[Level]

    def top(self, clause: Clause) -> Clause:
        """A clause at the top of the body, or directly beneath a part: its count runs through the whole body."""
        self.counted[clause.level] += 1
        count = self.counted[clause.level]
        if clause.level is Level.ITEM:
            return self._item(clause, count, depth=0)
        number = roman(count) if clause.level is Level.PART else str(count)
        label = fill(self.words[f"{clause.level} label"], {"number": number, "above": ""}).lstrip(".")
        if clause.level is Level.PART:
            children = tuple(self.top(child) for child in clause.children)
        else:
            children = self._children(clause, number, "section label")
        return replace(clause, number=number, label=label, children=children)

    def annex(self, clause: Clause, count: int) -> Clause:
        """An annex stands on its own with a heading, whatever level it came with."""
        number = letters(count).upper()
        label = fill(self.words["annex label"], {"number": number})
        children = self._children(clause, number, "annex section label")
        level = clause.level if clause.level in (Level.PART, Level.ARTICLE) else Level.ARTICLE
        return replace(clause, level=level, number=number, label=label, children=children)

    def _children(self, clause: Clause, above: str, key: str) -> tuple[Clause, ...]:
        """Number what stands beneath an article, a section or an annex; items start over after a section."""
        children: list[Clause] = []
        sections = items = 0
        for child in clause.children:
            if child.level is Level.ITEM:
                items += 1
                children.append(self._item(child, items, depth=0))
                continue
            items = 0
            sections += 1
            label = fill(self.words[key], {"number": str(sections), "above": above})
            beneath = self._children(child, f"{above}.{sections}", key)
            children.append(replace(child, number=label, label=label, children=beneath))
        return tuple(children)

    def _item(self, clause: Clause, count: int, depth: int) -> Clause:
        numeral = ITEM_NUMERALS[depth % len(ITEM_NUMERALS)](count)
        label = fill(self.words["item label"], {"number": numeral})
        children = tuple(self._item(child, place, depth + 1) for place, child in enumerate(clause.children, 1))
        return replace(clause, number=label, label=label, children=children)


# --- reading and mapping inlines ---------------------------------------------------------------------------------


def inlines_of(paper: Paper) -> Iterator[tuple[str, Inline]]:
    """Every inline of the paper in reading order, with the id of the clause it stands in ("" outside clauses)."""
    for block in paper.preamble:
        yield from (("", inline) for inline in block_inlines(block))
    for definition in paper.definitions:
        yield from (("", inline) for inline in definition.meaning)
    for clause in paper.walk():
        for block in clause.blocks:
            yield from ((clause.id, inline) for inline in block_inlines(block))


def block_inlines(block: Block) -> Iterator[Inline]:
    """The inlines of one block, in reading order; a licence's wording and a picture have none."""
    if isinstance(block, Paragraph):
        yield from block.inlines
    elif isinstance(block, Table):
        for row in (block.header, *block.rows):
            for cell in row:
                yield from cell


def blanks(paper: Paper) -> tuple[Blank, ...]:
    """The blanks to fill in, in reading order, each key once."""
    found: dict[str, Blank] = {}
    for _, inline in inlines_of(paper):
        if isinstance(inline, Blank):
            found.setdefault(inline.key, inline)
    return tuple(found.values())


def _mapped(paper: Paper, change: Callable[[Inline], Inline]) -> Paper:
    """The paper with each inline put through `change`."""

    def line(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(change(inline) for inline in inlines)

    def block(old: Block) -> Block:
        if isinstance(old, Paragraph):
            return Paragraph(line(old.inlines))
        if isinstance(old, Table):
            rows = tuple(tuple(line(cell) for cell in row) for row in old.rows)
            return Table(tuple(line(cell) for cell in old.header), rows, old.caption)
        return old

    def clause(old: Clause) -> Clause:
        blocks = tuple(block(each) for each in old.blocks)
        return replace(old, blocks=blocks, children=tuple(clause(child) for child in old.children))

    def definition(old: Definition) -> Definition:
        return replace(old, meaning=line(old.meaning))

    return replace(
        paper,
        preamble=tuple(block(each) for each in paper.preamble),
        definitions=tuple(definition(each) for each in paper.definitions),
        clauses=tuple(clause(each) for each in paper.clauses),
        annexes=tuple(clause(each) for each in paper.annexes),
    )
