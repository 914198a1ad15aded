"""One self-contained web page: the paper on screen and on paper, to be read by eye, by ear and by keyboard."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from importlib.resources import files
from urllib.parse import quote

from charterlang.emit.characters import fit, running
from charterlang.papers.plain import inline_text, line_text, opens_with_text
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
    Reference,
    Strong,
    Table,
    Term,
    Verbatim,
)
from charterlang.papers.words import word

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def emit(paper: Paper) -> bytes:
    """The paper as one UTF-8 HTML page with its own style and no script."""
    return _Page(paper).document().encode()


def text(words: str) -> str:
    """Words as they stand in the page, safe between tags and within quotes."""
    return escape(running(words), quote=True)


def tag(name: str, content: str, **attributes: str) -> str:
    """An element; `content` is markup already, attribute values are plain. `klass` stands for `class`, `_` for `-`."""
    written = "".join(
        f' {"class" if key == "klass" else key.replace("_", "-")}="{text(value)}"' for key, value in attributes.items()
    )
    return f"<{name}{written}>{content}</{name}>"


class _Page:
    """One paper on its way to a page."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.notes = notes(paper)
        self.clause_ids = {clause.id for clause in paper.walk()}
        self.definitions = {definition.key: definition for definition in paper.definitions}

    def say(self, key: str) -> str:
        return text(word(self.paper, key))

    # --- the page ------------------------------------------------------------------------------------------------

    def document(self) -> str:
        paper = self.paper
        page = "Letter" if paper.meta.get("page") == "Letter" else "A4"
        style = files("charterlang.emit").joinpath("paper.css").read_text("utf-8")
        head = [
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            *(
                f'<meta name="{name}" content="{text(paper.meta[name])}">'
                for name in ("author", "keywords")
                if paper.meta.get(name)
            ),
            tag("title", text(paper.title)),
            f"<style>\n{style}@page {{ size: {page}; }}\n</style>",
        ]
        body = [
            tag("a", self.say("Skip to the text"), klass="skip", href="#text"),
            self.contents(),
            tag("main", "\n".join(self.main()), id="text"),
        ]
        return "\n".join(
            [
                "<!DOCTYPE html>",
                f'<html lang="{text(paper.language)}">',
                "<head>",
                *head,
                "</head>",
                "<body>",
                *body,
                "</body>",
                "</html>\n",
            ]
        )

    def main(self) -> Iterable[str]:
        paper = self.paper
        yield "<header>"
        if paper.notice:
            yield tag("p", text(paper.notice), klass="notice", role="note")
        yield tag("h1", text(paper.title))
        if paper.subtitle:
            yield tag("p", text(paper.subtitle), klass="subtitle")
        yield "</header>"
        if paper.preamble:
            blocks = self.blocks(paper.preamble)
            yield tag("section", f"<h2>{self.say('Preamble')}</h2>\n{blocks}", id="preamble", klass="preamble")
        if self.listed():
            yield self.definition_list()
        for clause in paper.clauses:
            yield self.clause(clause, depth=2)
        if paper.signatures:
            yield self.signature_block()
        for annex in paper.annexes:
            yield self.clause(annex, depth=2, klass="annex")
        if self.notes:
            yield self.note_list()
        table = sources(paper)
        if table is not None:
            yield tag("section", f"<h2>{self.say('Sources')}</h2>\n{self.table(table)}", id="sources", klass="sources")

    def contents(self) -> str:
        """The contents beside the text: parts, articles and annexes, and what stands around them."""
        paper = self.paper
        entries = []
        if paper.preamble:
            entries.append(tag("li", tag("a", self.say("Preamble"), href="#preamble")))
        if self.listed():
            entries.append(tag("li", tag("a", self.say("Definitions"), href="#definitions")))
        entries += [self.entry(clause) for clause in paper.clauses]
        if paper.signatures:
            entries.append(tag("li", tag("a", self.say("Signatures"), href="#signatures")))
        entries += [self.entry(annex) for annex in paper.annexes]
        if self.notes:
            entries.append(tag("li", tag("a", self.say("Notes"), href="#notes")))
        if sources(paper) is not None:
            entries.append(tag("li", tag("a", self.say("Sources"), href="#sources")))
        title = self.say("Contents")
        listed = tag("ol", "\n".join(entries))
        return f'<nav aria-label="{title}">\n<p class="contents">{title}</p>\n{listed}\n</nav>'

    def entry(self, clause: Clause) -> str:
        label = tag("span", text(clause.label), klass="number")
        heading = text(clause.heading)
        link = tag("a", f"{label} {heading}".rstrip(), href=_link(clause.id))
        inner = [child for child in clause.children if child.level in (Level.PART, Level.ARTICLE)]
        beneath = tag("ol", "\n".join(self.entry(child) for child in inner)) if inner else ""
        return tag("li", link + beneath)

    # --- clauses -------------------------------------------------------------------------------------------------

    def clause(self, clause: Clause, depth: int, klass: str = "") -> str:
        if clause.level in (Level.PART, Level.ARTICLE):
            label = tag("span", text(clause.label), klass="number")
            title = tag("span", text(clause.heading), klass="heading") if clause.heading else ""
            marks = self.marks(clause)
            rank = f"h{min(depth, 6)}"
            opening = tag(rank, f"{label} {title}{marks}", title=self.origin(clause)) if self.origin(clause) else ""
            opening = opening or tag(rank, f"{label} {title}{marks}")
            inner = [opening, self.blocks(clause.blocks), self.children(clause, depth + 1)]
            return tag("section", "\n".join(filter(None, inner)), id=clause.id, klass=klass or str(clause.level))
        content = "\n".join(filter(None, [self.opening(clause, depth), self.children(clause, depth + 1)]))
        number = tag("span", text(clause.label), klass="number")
        name = "li" if clause.level is Level.ITEM else "section"
        origin = {"title": self.origin(clause)} if self.origin(clause) else {}
        return tag(name, f"{number} {tag('div', content)}", id=clause.id, klass=str(clause.level), **origin)

    def opening(self, clause: Clause, depth: int) -> str:
        """What a section or an item says itself: its heading runs into its first paragraph."""
        marks = self.marks(clause)
        heading = ""
        if clause.heading:
            name = f"h{min(depth, 6)}" if clause.level is Level.SECTION else "strong"
            heading = tag(name, text(clause.heading.rstrip(".") + "."), klass="run-in") + marks + " "
            marks = ""
        blocks = clause.blocks
        if opens_with_text(clause):
            first = blocks[0]
            assert isinstance(first, Paragraph)
            words = self.line(first.inlines) + marks
            opening = heading + (tag("p", words, klass="first") if heading else tag("p", words))
            return "\n".join(filter(None, [opening, self.blocks(blocks[1:])]))
        return "\n".join(filter(None, [heading + marks, self.blocks(blocks)]))

    def children(self, clause: Clause, depth: int) -> str:
        """The clauses beneath, items gathered in lists."""
        pieces: list[str] = []
        listed = False
        for child in clause.children:
            if (child.level is Level.ITEM) != listed:
                pieces.append("</ol>" if listed else '<ol class="items">')
                listed = not listed
            pieces.append(self.clause(child, depth))
        if listed:
            pieces.append("</ol>")
        return "\n".join(pieces)

    def origin(self, clause: Clause) -> str:
        return "; ".join(f"{origin.file}:{origin.line}" for origin in clause.origin)

    def marks(self, clause: Clause) -> str:
        """The raised figures that lead to the notes of a clause."""
        pieces = []
        for note in self.notes.get(clause.id, ()):
            label = f"{word(self.paper, 'Note')} {note.number}"
            link = tag(
                "a",
                str(note.number),
                id=f"note-mark-{note.number}",
                href=f"#note-{note.number}",
                role="doc-noteref",
                aria_label=label,
            )
            pieces.append(link)
        return tag("sup", ", ".join(pieces)) if pieces else ""

    # --- blocks and lines ----------------------------------------------------------------------------------------

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "\n".join(self.block(block) for block in blocks)

    def block(self, block: Block) -> str:
        if isinstance(block, Paragraph):
            return tag("p", self.line(block.inlines))
        if isinstance(block, Table):
            return self.table(block)
        if isinstance(block, Verbatim):
            return tag("pre", escape(fit(block.text)), tabindex="0")
        # As an image the drawing can neither run a script nor fetch a thing.
        source = "data:image/svg+xml," + quote(fit(block.svg), safe="/:;=,' ()")
        image = f'<img src="{text(source)}" alt="{text(block.alternative)}">'
        caption = tag("figcaption", text(block.caption)) if block.caption else ""
        return tag("figure", image + caption)

    def table(self, table: Table) -> str:
        caption = tag("caption", text(table.caption)) if table.caption else ""
        head = tag("tr", "".join(tag("th", self.line(cell), scope="col") for cell in table.header))
        rows = [tag("tr", "".join(tag("td", self.line(cell)) for cell in row)) for row in table.rows]
        inner = f"{caption}<thead>{head}</thead>\n<tbody>\n" + "\n".join(rows) + "\n</tbody>"
        return tag("div", tag("table", inner), klass="table", tabindex="0")

    def line(self, inlines: Iterable[Inline]) -> str:
        return "".join(self.inline(inline) for inline in inlines)

    def inline(self, inline: Inline) -> str:
        words = text(inline_text(inline))
        if isinstance(inline, Strong):
            return tag("strong", words)
        if isinstance(inline, Emphasis):
            return tag("em", words)
        if isinstance(inline, Blank):
            return tag("mark", words, klass="blank", data_blank=inline.key)
        if isinstance(inline, Reference) and inline.target in self.clause_ids:
            return tag("a", words, klass="reference", href=_link(inline.target))
        if isinstance(inline, Term) and inline.key in self.definitions:
            definition = self.definitions[inline.key]
            target = definition.defined_in or f"definition-{inline.key}"
            return tag("a", words, klass="term", href=_link(target), title=line_text(definition.meaning))
        return words

    # --- around the clauses --------------------------------------------------------------------------------------

    def listed(self) -> list[str]:
        """The keys of the terms that the list of definitions defines."""
        return [key for key, definition in self.definitions.items() if not definition.defined_in]

    def definition_list(self) -> str:
        pieces = [f"<h2>{self.say('Definitions')}</h2>", "<dl>"]
        for key in self.listed():
            definition = self.definitions[key]
            term = tag("dfn", text(definition.term))
            pieces.append(tag("dt", f"{term} {tag('span', self.say('means'), klass='means')}", id=f"definition-{key}"))
            pieces.append(tag("dd", self.line(definition.meaning)))
        return tag("section", "\n".join([*pieces, "</dl>"]), id="definitions", klass="definitions")

    def signature_block(self) -> str:
        pieces = [f"<h2>{self.say('Signatures')}</h2>"]
        for signature in self.paper.signatures:
            rows = [tag("p", tag("strong", text(signature.party)), klass="party")]
            if signature.capacity:
                rows.append(tag("p", text(signature.capacity), klass="capacity"))
            rows += [tag("p", self.say(key), klass="line") for key in ("Signature", "Name", "Place and date")]
            pieces.append(tag("div", "".join(rows), klass="signature"))
        return tag("section", "\n".join(pieces), id="signatures", klass="signatures")

    def note_list(self) -> str:
        pieces = []
        for note in (note for found in self.notes.values() for note in found):
            back = f"{word(self.paper, 'Back to the text')} ({note.number})"
            link = tag("a", "↩", href=f"#note-mark-{note.number}", role="doc-backlink", aria_label=back)
            pieces.append(tag("li", f"{text(note.text)} {link}", id=f"note-{note.number}"))
        inner = f"<h2>{self.say('Notes')}</h2>\n<ol>\n" + "\n".join(pieces) + "\n</ol>"
        return tag("section", inner, id="notes", klass="notes", role="doc-endnotes")


def _link(target: str) -> str:
    """A link within the page to the element with that id."""
    return "#" + quote(running(target), safe="-._~!$&'()*+,;=:@/?")
