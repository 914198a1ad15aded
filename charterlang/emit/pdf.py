"""PDF, set by Typst: the paper ready to print, with bookmarks, contents, notes and fonts inside.

The page is drawn by `paper.typ`, which receives the paper as data. No word of a paper ever reaches the typesetter as
source.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from charterlang.emit import MissingExtra
from charterlang.emit.characters import fit, running
from charterlang.emit.drawings import size
from charterlang.papers.outline import FEW, SHORT, outline
from charterlang.papers.plain import column_shares, inline_text, opens_with_text
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
from charterlang.papers.words import braces, template, word

# What the fonts that travel with Typst can draw: Latin, Greek, Cyrillic, Hebrew, and the signs of print.
_OUTSIDE = re.compile("[^\u0000-\u05ff\u1d00-\u1dbf\u1e00-\u22ff\u2500-\u25ff\ufb00-\ufb4f]")
_LETTERS_ACROSS = 95
_PIXELS_ACROSS = 605
"""The text is 160 mm wide; a drawing wider than that in pixels is shrunk to it."""


def emit(paper: Paper) -> bytes:
    """The paper as PDF.

    Raises:
        MissingExtra: the `typst` package is not installed.
    """
    try:
        import typst
    except ModuleNotFoundError:
        raise MissingExtra("pdf", "PDF") from None
    data = json.dumps(_Data(paper).paper(), ensure_ascii=False)
    # The machine's own fonts come in only for scripts that the fonts within lack: elsewhere the bytes are the same
    # on every machine.
    own_fonts_suffice = _OUTSIDE.search(data) is None
    drawn = typst.compile(
        files("charterlang.emit").joinpath("paper.typ").read_bytes(),
        format="pdf",
        sys_inputs={"paper": data},
        ignore_system_fonts=own_fonts_suffice,
    )
    assert isinstance(drawn, bytes)
    return drawn


class _Data:
    """One paper as the plain data that `paper.typ` reads."""

    def __init__(self, source: Paper) -> None:
        self.source = source
        self.notes = notes(source)
        self.clause_ids = {clause.id for clause in source.walk()}
        self.definitions = {definition.key: definition for definition in source.definitions}
        self.anchored: set[str] = set()
        self.heading_notes: dict[str, list[str]] = {}

    def paper(self) -> dict[str, Any]:
        paper = self.source
        table = sources(paper)
        lines = len(outline(paper))
        language, _, region = paper.language.partition("-")
        listed = [definition for definition in self.definitions.values() if not definition.defined_in]
        return {
            "title": running(paper.title),
            "subtitle": running(paper.subtitle),
            "notice": running(paper.notice),
            "author": [running(paper.meta["author"])] if paper.meta.get("author") else [],
            "keywords": [running(paper.meta["keywords"])] if paper.meta.get("keywords") else [],
            "subject": running(paper.meta.get("subject", paper.subtitle)),
            "lang": language.lower(),
            "region": region if re.fullmatch("[A-Z]{2}", region) else None,
            "page": "us-letter" if paper.meta.get("page") == "Letter" else "a4",
            "cover": lines > FEW,
            "short": lines <= SHORT,
            "ranks": 2 if any(clause.level is Level.PART for clause in paper.clauses) else 1,
            "words": self.words(),
            "preamble": self.blocks(paper.preamble),
            "definitions": [
                {
                    "anchor": self.anchor(f"definition {each.key}"),
                    "term": running(each.term),
                    "meaning": self.line(each.meaning),
                }
                for each in listed
            ],
            "clauses": [self.clause(clause) for clause in paper.clauses],
            "signatures": [
                {"party": running(each.party), "capacity": running(each.capacity)} for each in paper.signatures
            ],
            "annexes": [self.clause(annex) for annex in paper.annexes],
            "sources": self.table(table) if table is not None else None,
            "heading-notes": self.heading_notes,
        }

    def words(self) -> dict[str, Any]:
        def say(key: str) -> str:
            return running(word(self.source, key))

        foot = [
            {"text": running(text), "field": name}
            for text, name in braces(template(self.source, "Page {page} of {pages}"))
        ]
        return {
            "contents": say("Contents"),
            "preamble": say("Preamble"),
            "definitions": say("Definitions"),
            "means": say("means"),
            "signatures": say("Signatures"),
            "sources": say("Sources"),
            "draft": say("Draft"),
            "lines": [say(key) for key in ("Signature", "Name", "Place and date")],
            "foot": foot,
        }

    def anchor(self, target: str) -> str:
        """The name of a place to link to, made unique: should two clauses share an id, links lead to the first."""
        anchor = target
        while anchor in self.anchored:
            anchor += " again"
        self.anchored.add(anchor)
        return anchor

    def clause(self, clause: Clause) -> dict[str, Any]:
        is_heading = clause.level in (Level.PART, Level.ARTICLE)
        opening: list[dict[str, str]] = []
        blocks = clause.blocks
        if not is_heading and opens_with_text(clause):
            first = blocks[0]
            assert isinstance(first, Paragraph)
            opening, blocks = self.line(first.inlines), blocks[1:]
        heading = running(clause.heading)
        anchor = self.anchor(f"clause {clause.id}")
        marks = [running(note.text) for note in self.notes.get(clause.id, ())]
        if is_heading and marks:
            self.heading_notes[anchor] = marks
        return {
            "level": "heading" if is_heading else str(clause.level),
            "anchor": anchor,
            "label": running(clause.label),
            "heading": f"{heading.rstrip('.')}." if heading and not is_heading else heading,
            "notes": marks,
            "opening": opening,
            "blocks": self.blocks(blocks),
            "children": [self.clause(child) for child in clause.children],
        }

    def blocks(self, blocks: Iterable[Block]) -> list[dict[str, Any]]:
        return [self.block(block) for block in blocks]

    def block(self, block: Block) -> dict[str, Any]:
        if isinstance(block, Paragraph):
            return {"kind": "paragraph", "parts": self.line(block.inlines)}
        if isinstance(block, Table):
            return self.table(block)
        if isinstance(block, Verbatim):
            return {"kind": "verbatim", "text": fit(block.text).expandtabs(8).strip("\n")}
        return {
            "kind": "picture",
            "svg": fit(block.svg),
            "width": 100 * size(block.svg)[0] / _PIXELS_ACROSS,
            "alternative": running(block.alternative),
            "caption": running(block.caption),
        }

    def table(self, table: Table) -> dict[str, Any]:
        return {
            "kind": "table",
            "caption": running(table.caption),
            "widths": column_shares(table, _LETTERS_ACROSS),
            "header": [self.line(cell) for cell in table.header],
            "rows": [[self.line(cell) for cell in row] for row in table.rows],
        }

    def line(self, inlines: Iterable[Inline]) -> list[dict[str, str]]:
        return [self.inline(inline) for inline in inlines]

    def inline(self, inline: Inline) -> dict[str, str]:
        text = running(inline_text(inline))
        if isinstance(inline, Strong):
            return {"kind": "strong", "text": text}
        if isinstance(inline, Emphasis):
            return {"kind": "emphasis", "text": text}
        if isinstance(inline, Blank):
            return {"kind": "blank", "text": text}
        if isinstance(inline, Reference) and inline.target in self.clause_ids:
            whole = text.replace(" ", "\u00a0")
            return {"kind": "link", "text": whole, "target": f"clause {inline.target}"}
        if isinstance(inline, Term) and inline.key in self.definitions:
            place = self.definitions[inline.key].defined_in
            target = f"clause {place}" if place else f"definition {inline.key}"
            if not place or place in self.clause_ids:
                return {"kind": "link", "text": text, "target": target}
        return {"kind": "text", "text": text}
