"""The table of contents: a field that Word renews, already filled with what it will find."""

from __future__ import annotations

from collections.abc import Mapping

from charterlang._records import record
from charterlang.emit.docx.fields import bookmark_name, field, field_end, field_start
from charterlang.emit.docx.styles import HEADING_INDENT
from charterlang.emit.docx.words import paragraph, plain, tab, w
from charterlang.papers.sources import sources
from charterlang.papers.tree import Clause, Level, Paper
from charterlang.papers.words import word


@record
class _Entry:
    depth: int
    label: str
    heading: str
    target: str


class Contents:
    """The entries of a paper: parts, articles and annexes, and the headings of what has no number."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.entries: list[_Entry] = []
        if paper.preamble:
            self._unnumbered("Preamble")
        if any(not definition.defined_in for definition in paper.definitions):
            self._unnumbered("Definitions")
        for clause in paper.clauses:
            self._clause(clause, 1)
        if paper.signatures:
            self._unnumbered("Signatures")
        for annex in paper.annexes:
            self._clause(annex, 1)
        if sources(paper) is not None:
            self._unnumbered("Sources")

    def _unnumbered(self, key: str) -> None:
        self.entries.append(_Entry(1, "", word(self.paper, key), f"heading {key}"))

    def _clause(self, clause: Clause, depth: int) -> None:
        if clause.level in (Level.PART, Level.ARTICLE) and depth <= 2:
            self.entries.append(_Entry(depth, clause.label, clause.heading, clause.id))
            for child in clause.children:
                self._clause(child, depth + 1)

    def written(self, pages: Mapping[str, int]) -> str:
        """The heading and the field, in the block Word knows as a table of contents.

        `pages` tells on which page each bookmark stands.
        """
        if not self.entries:
            return ""
        lines = []
        for place, entry in enumerate(self.entries):
            bookmark = bookmark_name(entry.target)
            label = plain(entry.label) + tab() if entry.label else ""
            page = tab() + field(rf"PAGEREF {bookmark} \h", plain(str(pages.get(bookmark, 1))))
            link = w("hyperlink", label, plain(entry.heading), page, anchor=bookmark, history="1")
            start = field_start(r'TOC \o "1-2" \h \z \u') if place == 0 else ""
            end = field_end() if place == len(self.entries) - 1 else ""
            # As Word does itself: only an entry with a number stops at the words of its heading.
            stop = w("tabs", w("tab", val="left", pos=str(HEADING_INDENT))) if entry.label else ""
            lines.append(paragraph(f"TOC{entry.depth}", start, link, end, properties=stop))
        gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
        heading = paragraph("TOCHeading", plain(word(self.paper, "Contents")))
        return w("sdt", w("sdtPr", w("id", val="1101"), gallery), w("sdtContent", heading, *lines))
