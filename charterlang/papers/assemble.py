"""From the clauses of templates to a finished paper.

Each clause learns what it states, where that stands in the charter and which law asks for it; a lawyer's edits are
made; passages that refer to a clause which is not there go; terms are defined and numbers given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from charterlang.law.form_rows import Form
from charterlang.papers.desk import Desk
from charterlang.papers.edits import edited
from charterlang.papers.markup import Node, Passage, slug
from charterlang.papers.number import numbered
from charterlang.papers.press import TemplateFault
from charterlang.papers.provenance import origins
from charterlang.papers.tree import (
    Basis,
    Block,
    Clause,
    Definition,
    Inline,
    Level,
    Paper,
    Paragraph,
    Reference,
    Signature,
    Table,
    Term,
    Text,
)


@dataclass(slots=True)
class Sheet:
    """A paper before it is assembled.

    `covers` gathers which required subjects, and `points` which prescribed points, the clauses cover.
    """

    desk: Desk
    kind: str
    title: str
    subtitle: str = ""
    notice: str = ""
    preamble: list[Block] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    annexes: list[Clause] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)
    covers: set[str] = field(default_factory=set)
    points: set[str] = field(default_factory=set)
    defined_in: dict[str, str] = field(default_factory=dict)

    # --- taking in templates -------------------------------------------------------------------------------------

    def nodes(self, clause: str, *folders: str, **names: object) -> list[Node]:
        """The nodes of a clause's template, with what stands before them put into the preamble.

        Raises:
            TemplateFault: the template is missing or broken.
        """
        press = self.desk.office.press
        path = press.path(clause, *folders)
        if not path:
            raise TemplateFault(f"{press.language}/{folders[0]}/{clause}.md.j2", 0, "There is no such template.")
        blocks, nodes = press.run(path, {**self.desk.vocabulary(), **names})
        self.preamble += blocks
        return nodes

    def clauses_of(self, nodes: Iterable[Node]) -> list[Clause]:
        """The nodes as clauses, with what they cover and define noted."""
        return [self._clause(node) for node in nodes]

    def _clause(self, node: Node) -> Clause:
        given = node.directives
        self.covers.update(given.get("covers", ()))
        self.points.update(given.get("points", ()))
        for key in given.get("defines", ()):
            self.defined_in.setdefault(slug(key) if key == self.desk.body else key, node.id)
        states = tuple(dict.fromkeys(given.get("states", ())))
        office = self.desk.office
        return Clause(
            node.id,
            node.level,
            node.heading,
            tuple(node.blocks),
            tuple(self._clause(child) for child in node.children),
            states,
            tuple(self._bases(given)),
            origins(office.charter, office.sources, (*states, *given.get("from", ()))),
        )

    def _bases(self, given: dict[str, list[str]]) -> Iterator[Basis]:
        form = self.desk.form
        for subject in given.get("basis", ()):
            found = basis(form, subject) if form else None
            if found:
                yield found
        for citation in given.get("law", ()):
            yield cited(citation)

    # --- finishing -----------------------------------------------------------------------------------------------

    def paper(self, paper_id: str, page: str) -> Paper:
        """The paper, numbered."""
        desk, charter = self.desk, self.desk.office.charter
        raw = Paper(
            paper_id,
            self.kind,
            self.title,
            desk.catalogue.language,
            self.subtitle,
            self.notice,
            tuple(self.preamble),
            (),
            tuple(clause for clause in self.clauses if clause.blocks or clause.children),
            tuple(self.signatures),
            tuple(self.annexes),
            desk.subject,
            dict(desk.catalogue.words),
            {"page": page, "author": charter.header.title, "subject": self.title, "keywords": self.kind},
        )
        desk.office.clause_ids[paper_id] = frozenset(clause.id for clause in raw.walk())
        changed, findings = edited(raw, desk.office)
        desk.office.findings += findings
        paper = without_passages(changed)
        paper = self._defined(paper)
        return numbered(paper)

    def _defined(self, paper: Paper) -> Paper:
        """The paper with every term it uses defined, a lawyer's own terms marked wherever they stand."""
        desk = self.desk
        own = {slug(each.term): each for each in desk.office.charter.terms}
        if own:
            paper = mapped(paper, _marker([each.term for each in own.values()]))
        wanted = [inline.key for inline in _running(paper) if isinstance(inline, Term)]
        found: dict[str, Definition] = {}
        present = {clause.id for clause in paper.walk()}
        while wanted:
            key = wanted.pop(0)
            if key in found:
                continue
            if key in own:
                definition: Definition | None = Definition(key, own[key].term, (Text(_line(own[key].meaning)),))
            else:
                definition = desk.names.definition(key) or self._fixed(key)
            if definition is None:
                continue
            place = self.defined_in.get(key, "")
            if place in present and key not in own:
                definition = replace(definition, defined_in=place)
            else:
                wanted += [inline.key for inline in definition.meaning if isinstance(inline, Term)]
            found[key] = definition
        ordered = sorted(found.values(), key=lambda each: each.term.casefold())
        return replace(paper, definitions=tuple(ordered))

    def _fixed(self, key: str) -> Definition | None:
        """A term of the language's own list."""
        terms = self.desk.catalogue.pattern("terms")
        if key not in terms:
            return None
        row, catalogue = terms[key], self.desk.catalogue
        names = self.desk.vocabulary()
        meaning = catalogue.set(
            row["meaning"], body=names["body"], deed=self.desk.deed, place=self.desk.place, member=self.desk.member
        )
        return Definition(key, row["term"], _kept(meaning.inlines, frozenset()))


def _line(text: str) -> str:
    return " ".join(text.split())


def basis(form: Form, subject: str) -> Basis | None:
    """What the law of a form says on a subject, where the tables name a provision for it."""
    citation = form.basis(subject)
    if citation == form.statutes[0]:
        return None
    return Basis(citation, str(form.last_verified))


def cited(source: str) -> Basis:
    """A citation as the model carries it: "GenG §16; verified 2022, confidence high"."""
    found = re.fullmatch(r"(.*?)(?:; (?:not )?verified ?(\d{4})?.*)?", source)
    assert found is not None
    return Basis(found[1], found[2] or "")


# --- passages ----------------------------------------------------------------------------------------------------


def without_passages(paper: Paper) -> Paper:
    """The paper with passages opened, and those that refer to a clause it does not have taken out."""
    present = frozenset(clause.id for clause in paper.walk())
    return lines_mapped(paper, lambda line: _kept(line, present))


def _kept(line: Sequence[Inline], present: frozenset[str]) -> tuple[Inline, ...]:
    kept: list[Inline] = []
    for inline in line:
        if not isinstance(inline, Passage):
            pieces: tuple[Inline, ...] = (inline,)
        elif all(each.target in present for each in inline.inlines if isinstance(each, Reference)):
            pieces = _kept(inline.inlines, present)
        else:
            pieces = ()
        for piece in pieces:
            if kept and type(piece) is Text and type(kept[-1]) is Text:
                kept[-1] = Text(kept[-1].text + piece.text)
            else:
                kept.append(piece)
    return tuple(kept)


# --- going through a paper ---------------------------------------------------------------------------------------


def lines_mapped(paper: Paper, change: Callable[[tuple[Inline, ...]], tuple[Inline, ...]]) -> Paper:
    """The paper with every line of running text put through `change`."""

    def block(old: Block) -> Block:
        if isinstance(old, Paragraph):
            return Paragraph(change(old.inlines))
        if isinstance(old, Table):
            rows = tuple(tuple(change(cell) for cell in row) for row in old.rows)
            return Table(tuple(change(cell) for cell in old.header), rows, old.caption)
        return old

    def clause(old: Clause) -> Clause:
        blocks = tuple(block(each) for each in old.blocks)
        return replace(old, blocks=blocks, children=tuple(clause(each) for each in old.children))

    return replace(
        paper,
        preamble=tuple(block(each) for each in paper.preamble),
        clauses=tuple(clause(each) for each in paper.clauses),
        annexes=tuple(clause(each) for each in paper.annexes),
    )


def mapped(paper: Paper, change: Callable[[Inline], Sequence[Inline]]) -> Paper:
    """The paper with every inline of its clauses put through `change`, which may make several of one."""
    return lines_mapped(paper, lambda line: tuple(piece for inline in line for piece in change(inline)))


def _running(paper: Paper) -> Iterator[Inline]:
    found: list[Inline] = []

    def note(line: tuple[Inline, ...]) -> tuple[Inline, ...]:
        found.extend(line)
        return line

    lines_mapped(paper, note)
    yield from found


def _marker(terms: Sequence[str]) -> Callable[[Inline], Sequence[Inline]]:
    """Marks a lawyer's own terms in running text."""
    longest_first = sorted((_line(term) for term in terms), key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")

    def mark(inline: Inline) -> Sequence[Inline]:
        if type(inline) is not Text:
            return (inline,)
        pieces: list[Inline] = []
        end = 0
        for match in pattern.finditer(inline.text):
            pieces += [Text(inline.text[end : match.start()]), Term(slug(match[0]), match[0])]
            end = match.end()
        pieces.append(Text(inline.text[end:]))
        return [piece for piece in pieces if type(piece) is not Text or piece.text]

    return mark


def part(part_id: str, heading: str, clauses: Iterable[Clause]) -> Clause:
    """A part of a paper."""
    return Clause(f"part.{part_id}", Level.PART, heading, children=tuple(clauses))
