"""Akoma Ntoso 3.0: the paper as legal XML, for archives, comparers and consolidators.

Ids follow the OASIS naming convention: `eId` is the place of an element now (`part_I__art_2__sec_2-1__point_a`), `wId`
is the id of the clause, which stays when clauses are renumbered. Parts, articles, sections and items become `part`,
`article`, `section` and `point`; annexes are attachments; statutory bases are authorial notes; the places in the
charter and the model elements a clause states are kept as proprietary metadata.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from charterlang.emit.characters import fit, running
from charterlang.emit.xml import element, escaped
from charterlang.papers.plain import inline_text
from charterlang.papers.sources import Note, notes
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
    Reference,
    Strong,
    Table,
    Term,
    Verbatim,
)
from charterlang.papers.words import word

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_OWN = "urn:charterlang:origin"
# The schema wants a date; papers carry no clock, and this is what tools of the format read as "not known".
_NO_DATE = "0001-01-01"
_LANGUAGES = {"de": "deu", "en": "eng", "es": "spa", "fr": "fra", "it": "ita", "nl": "nld"}
_ELEMENTS = {
    Level.PART: ("part", "part"),
    Level.ARTICLE: ("article", "art"),
    Level.SECTION: ("section", "sec"),
    Level.ITEM: ("point", "point"),
}


def emit(paper: Paper) -> bytes:
    """The paper as a UTF-8 Akoma Ntoso document of type `doc`."""
    inner = _Document(paper).written()
    root = f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{_NAMESPACE}">\n{inner}\n</akomaNtoso>\n'
    return root.encode()


def _words(text: str) -> str:
    return escaped(running(text))


def _name(text: str) -> str:
    """Letters, digits, points and hyphens only: fit to be part of an id or an address."""
    return re.sub(r"[^0-9A-Za-z.]+", "-", fit(text)).strip("-") or "x"


class _Document:
    """One paper on its way to Akoma Ntoso."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.notes = notes(paper)
        self.definitions = {definition.key: definition for definition in paper.definitions}
        self.given: set[str] = set()
        self.places: dict[int, str] = {}
        self.targets: dict[str, str] = {}
        for clause in paper.clauses:
            self.place(clause, "")
        for annex in paper.annexes:
            eid = self.eid("", "att", annex.number)
            self.places[id(annex)] = eid
            self.targets.setdefault(annex.id, eid)
            for child in annex.children:
                self.place(child, eid)

    def place(self, clause: Clause, above: str) -> None:
        """Give the clause and all beneath it their ids."""
        eid = self.eid(above, _ELEMENTS[clause.level][1], clause.number)
        self.places[id(clause)] = eid
        self.targets.setdefault(clause.id, eid)
        for child in clause.children:
            self.place(child, eid)

    def eid(self, above: str, kind: str, number: str) -> str:
        """A fresh id: the id above, the kind, and the number without its punctuation."""
        stem = f"{above}__{kind}" if above else kind
        name = f"{stem}_{_name(number).replace('.', '-')}" if number else stem
        found, count = name, 1
        while found in self.given:
            count += 1
            found = f"{name}-{count}"
        self.given.add(found)
        return found

    # --- the document --------------------------------------------------------------------------------------------

    def written(self) -> str:
        paper = self.paper
        pieces = [self.meta(""), self.preface()]
        if paper.preamble:
            pieces.append(
                element("preamble", self.blocks(paper.preamble, "preamble"), eId=self.eid("", "preamble", ""))
            )
        body = [self.definition_list(), *(self.clause(clause) for clause in paper.clauses)]
        pieces.append(element("mainBody", "\n".join(filter(None, body)) or element("p"), eId=self.eid("", "body", "")))
        if paper.signatures:
            pieces.append(self.conclusions())
        if paper.annexes:
            pieces.append(element("attachments", "\n".join(self.attachment(annex) for annex in paper.annexes)))
        return element("doc", "\n".join(filter(None, pieces)), name=_name(paper.kind))

    def meta(self, component: str) -> str:
        """The identification every document of the format opens with; `component` names an annex within the paper."""
        paper = self.paper
        language = paper.language.split("-")[0].lower()
        language = _LANGUAGES.get(language, language)
        country = (re.findall(r"-([A-Z]{2})\b", paper.language) or ["un"])[0].lower()
        work = f"/akn/{country}/doc/{_name(paper.kind)}/{_name(paper.id)}"
        levels = []
        for level, address, more in (
            ("FRBRWork", work, element("FRBRcountry", value=country) + element("FRBRname", value=running(paper.title))),
            ("FRBRExpression", f"{work}/{language}", element("FRBRlanguage", language=language)),
            ("FRBRManifestation", f"{work}/{language}.akn", element("FRBRformat", value="application/akn+xml")),
        ):
            shared = (
                element("FRBRthis", value=f"{address}/!{component or 'main'}"),
                element("FRBRuri", value=address),
                element("FRBRdate", date=_NO_DATE, name="unknown"),
                element("FRBRauthor", href="#charterlang"),
            )
            levels.append(element(level, *shared, more))
        identification = element("identification", "\n".join(levels), source="#charterlang")
        if component:
            return element("meta", identification)
        terms = [
            element(
                "TLCTerm", eId=self.term_id(key), href=f"/ontology/term/{_name(key)}", showAs=running(definition.term)
            )
            for key, definition in self.definitions.items()
        ]
        maker = element("TLCObject", eId="charterlang", href="/ontology/object/charterlang", showAs="charterlang")
        references = element("references", "\n".join((maker, *terms)), source="#charterlang")
        return element("meta", "\n".join(filter(None, (identification, references, self.proprietary()))))

    def proprietary(self) -> str:
        """Where each clause comes from in the charter, and which elements of the model it states."""
        pieces = []
        for clause in self.paper.walk():
            target = f"#{self.places[id(clause)]}"
            pieces += [
                element("c:origin", href=target, file=origin.file, line=str(origin.line)) for origin in clause.origin
            ]
            pieces += [element("c:states", href=target, element=stated) for stated in clause.states]
        if not pieces:
            return ""
        return element("proprietary", "\n".join(pieces), xmlns_c=_OWN, source="#charterlang")

    def preface(self) -> str:
        paper = self.paper
        pieces = [element("p", element("docTitle", _words(paper.title)))]
        if paper.subtitle:
            pieces.append(element("p", _words(paper.subtitle)))
        if paper.notice:
            pieces.append(element("p", element("docStatus", _words(paper.notice))))
        return element("preface", "\n".join(pieces), eId=self.eid("", "preface", ""))

    def conclusions(self) -> str:
        pieces = []
        for signature in self.paper.signatures:
            words = ", ".join(filter(None, (signature.party, signature.capacity)))
            pieces.append(element("p", element("signature", _words(words))))
        return element("conclusions", "\n".join(pieces), eId=self.eid("", "conclusions", ""))

    def attachment(self, annex: Clause) -> str:
        eid = self.places[id(annex)]
        content = [self.blocks(annex.blocks, eid), *(self.clause(child) for child in annex.children)]
        body = element("mainBody", "\n".join(filter(None, content)) or element("p"), eId=self.eid(eid, "body", ""))
        document = element("doc", self.meta(_name(f"annex_{annex.number}")), body, name="annex")
        return element("attachment", self.head(annex), document, eId=eid, wId=_name(annex.id))

    # --- clauses -------------------------------------------------------------------------------------------------

    def head(self, clause: Clause) -> str:
        """The number and the heading of a clause, its notes in the heading if there is one."""
        number = element("num", _words(clause.label)) if clause.label else ""
        if not clause.heading:
            return number
        return number + element("heading", _words(clause.heading), self.marks(clause))

    def clause(self, clause: Clause) -> str:
        eid = self.places[id(clause)]
        marks = "" if clause.heading else self.marks(clause)
        holder = "intro" if clause.children else "content"
        inner = self.blocks(clause.blocks, eid, marks)
        own = ""
        if inner or holder == "content":
            own = element(holder, inner or element("p"), eId=self.eid(eid, holder, ""))
        children = "\n".join(self.clause(child) for child in clause.children)
        name = _ELEMENTS[clause.level][0]
        return element(name, self.head(clause), own, children, eId=eid, wId=_name(clause.id))

    def marks(self, clause: Clause) -> str:
        return "".join(self.note(note) for note in self.notes.get(clause.id, ()))

    def note(self, note: Note) -> str:
        return element(
            "authorialNote",
            element("p", _words(note.text)),
            marker=str(note.number),
            placement="bottom",
            eId=self.eid("", "authorialNote", str(note.number)),
        )

    def term_id(self, key: str) -> str:
        return f"term-{_name(key)}"

    def definition_list(self) -> str:
        listed = [definition for definition in self.definitions.values() if not definition.defined_in]
        if not listed:
            return ""
        eid = self.eid("", "hcontainer", "definitions")
        content = element("content", "\n".join(map(self.definition, listed)), eId=self.eid(eid, "content", ""))
        heading = element("heading", _words(word(self.paper, "Definitions")))
        return element("hcontainer", heading, content, name="definitions", eId=eid)

    def definition(self, definition: Definition) -> str:
        term = element("def", _words(definition.term), refersTo=f"#{self.term_id(definition.key)}")
        means = f" {_words(word(self.paper, 'means'))} "
        return element("p", term, means, self.line(definition.meaning))

    # --- blocks and lines ----------------------------------------------------------------------------------------

    def blocks(self, blocks: Iterable[Block], above: str, marks: str = "") -> str:
        """Blocks; notes without a heading to stand in end the first paragraph, or stand in one of their own."""
        pieces = []
        for block in blocks:
            if isinstance(block, Paragraph):
                pieces.append(element("p", self.line(block.inlines), marks))
                marks = ""
            else:
                pieces.append(self.block(block, above))
        if marks:
            pieces.insert(0, element("p", marks))
        return "\n".join(pieces)

    def block(self, block: Block, above: str) -> str:
        if isinstance(block, Table):
            caption = element("caption", _words(block.caption)) if block.caption else ""
            rows = [element("tr", *(element("th", element("p", self.line(cell))) for cell in block.header))]
            rows += [
                element("tr", *(element("td", element("p", self.line(cell))) for cell in row)) for row in block.rows
            ]
            return element("table", caption, "\n".join(rows), eId=self.eid(above, "table", ""))
        if isinstance(block, Verbatim):
            lines = fit(block.text).rstrip("\n").split("\n")
            return element("p", "<eol/>".join(map(escaped, lines)), **{"class": "verbatim"}, xml_space="preserve")
        assert not isinstance(block, Paragraph)
        source = "data:image/svg+xml," + quote(fit(block.svg), safe="/:;=,()")
        caption = element("i", _words(block.caption)) if block.caption else ""
        return element("p", element("img", src=source, alt=running(block.alternative)), caption)

    def line(self, inlines: Iterable[Inline]) -> str:
        return "".join(map(self.inline, inlines))

    def inline(self, inline: Inline) -> str:
        words = _words(inline_text(inline))
        if isinstance(inline, Strong):
            return element("b", words)
        if isinstance(inline, Emphasis):
            return element("i", words)
        if isinstance(inline, Blank):
            return element("placeholder", words, originalText=running(inline.key))
        if isinstance(inline, Reference) and inline.target in self.targets:
            return element("ref", words, href=f"#{self.targets[inline.target]}")
        if isinstance(inline, Term) and inline.key in self.definitions:
            return element("term", words, refersTo=f"#{self.term_id(inline.key)}")
        return words
