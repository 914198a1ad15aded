"""The clause tree: what a paper is before it is Word, PDF, HTML or anything else.

A paper holds clauses, a clause holds blocks, a block holds inlines. Everything a reader might cite has an id;
numbers, definitions and references are computed on the tree (`papers.number`), so every format shows the same ones.
Emitters see this module and nothing else of the compiler.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from enum import StrEnum

from charterlang._records import record

# --- inlines -----------------------------------------------------------------------------------------------------


@record
class Text:
    """Plain words. Never markup: each emitter escapes it for its own format."""

    text: str


@record
class Strong:
    """Words set in bold."""

    text: str


@record
class Emphasis:
    """Words set in italics."""

    text: str


@record
class Term:
    """A defined term in use; `key` names its `Definition`, `text` is how it reads here (a plural, a capital)."""

    key: str
    text: str


@record
class Reference:
    """A reference to another clause by id. `text` is empty until numbering fills it ("Article 7", "section 7.2")."""

    target: str
    text: str = ""


@record
class Blank:
    """A place to be filled in by hand; `hint` says with what. Blanks with one `key` are one blank."""

    key: str
    hint: str


Inline = Text | Strong | Emphasis | Term | Reference | Blank

# --- blocks ------------------------------------------------------------------------------------------------------


@record
class Paragraph:
    """Running text."""

    inlines: tuple[Inline, ...]


@record
class Table:
    """A table: one header row and body rows of equal length; each cell is running text."""

    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    caption: str = ""


@record
class Verbatim:
    """Text kept as it stands, line breaks and all: a licence's official wording."""

    text: str


@record
class Picture:
    """A drawing in SVG, with a text that says what it shows to those who cannot see it."""

    svg: str
    alternative: str
    caption: str = ""


Block = Paragraph | Table | Verbatim | Picture

# --- clauses -----------------------------------------------------------------------------------------------------


class Level(StrEnum):
    """The rank of a clause. Parts hold articles, articles hold sections, sections hold items."""

    PART = "part"
    ARTICLE = "article"
    SECTION = "section"
    ITEM = "item"


@record
class Basis:
    """Why the law wants a clause: a citation, the year it was last checked, and what it asks in a few words."""

    citation: str
    checked: str = ""
    note: str = ""


@record
class Origin:
    """Where a clause comes from: a place in the charter ("kitchen.charter", line 12), for readers of the paper."""

    file: str
    line: int


@record
class Clause:
    """A numbered clause.

    `id` is stable from one compilation to the next (`amendment`, `powers.relicense-cookbook`) and unique in the paper.
    `heading` may be empty (a section that is only text). `blocks` come before `children`. `states` names the model
    elements this clause puts into words; `number` is empty until numbering fills it ("7", "7.2", "(a)"), and so is
    `label`, the number as it stands before the heading ("Article 7", "7.2", "(a)", "Annex A").
    """

    id: str
    level: Level
    heading: str = ""
    blocks: tuple[Block, ...] = ()
    children: tuple[Clause, ...] = ()
    states: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()
    origin: tuple[Origin, ...] = ()
    number: str = ""
    label: str = ""

    def walk(self) -> Iterator[Clause]:
        """This clause and all beneath it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@record
class Definition:
    """A defined term: its `key`, the `term` as printed, and what it means.

    `defined_in` names the clause that defines it; when empty, the paper's list of definitions does.
    """

    key: str
    term: str
    meaning: tuple[Inline, ...]
    defined_in: str = ""


@record
class Signature:
    """A line to sign on: for whom, and in what capacity."""

    party: str
    capacity: str = ""


@record
class Paper:
    """One legal paper, ready for any emitter.

    `id` is its file name without ending (`bylaws-kitchen`); `language` a BCP 47 tag; `words` are the fixed words the
    emitters need in that language (the keys and their English are in `papers.words`); `notice` stands on the face of
    every draft; `subject` is the id of the entity it is for; `meta` are document properties: `page` ("A4" or "Letter"),
    `author`, `subject`, `keywords`.
    """

    id: str
    kind: str
    title: str
    language: str
    subtitle: str = ""
    notice: str = ""
    preamble: tuple[Block, ...] = ()
    definitions: tuple[Definition, ...] = ()
    clauses: tuple[Clause, ...] = ()
    signatures: tuple[Signature, ...] = ()
    annexes: tuple[Clause, ...] = ()
    subject: str = ""
    words: dict[str, str] = field(default_factory=dict)
    meta: dict[str, str] = field(default_factory=dict)

    def walk(self) -> Iterator[Clause]:
        """Every clause of the paper, annexes last, in reading order."""
        for clause in (*self.clauses, *self.annexes):
            yield from clause.walk()
