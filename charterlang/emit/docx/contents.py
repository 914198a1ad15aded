"""The table of contents: a field that Word renews, already filled with what it will find."""

from __future__ import annotations

from collections.abc import Mapping

from charterlang.emit.docx.fields import bookmark_name, field, field_end, field_start
from charterlang.emit.docx.styles import HEADING_INDENT
from charterlang.emit.docx.words import paragraph, plain, tab, w
from charterlang.papers.outline import FEW, outline
from charterlang.papers.tree import Paper
from charterlang.papers.words import word


def contents(paper: Paper, pages: Mapping[str, int]) -> str:
    """The heading and the field, in the block Word knows as a table of contents.

    `pages` tells on which page each bookmark stands.
    """
    entries = outline(paper)
    if not entries:
        return ""
    lines = []
    for place, entry in enumerate(entries):
        bookmark = bookmark_name(entry.target)
        label = plain(entry.label) + tab() if entry.label else ""
        page = tab() + field(rf"PAGEREF {bookmark} \h", plain(str(pages.get(bookmark, 1))))
        link = w("hyperlink", label, plain(entry.heading), page, anchor=bookmark, history="1")
        start = field_start(r'TOC \o "1-2" \h \z \u') if place == 0 else ""
        end = field_end() if place == len(entries) - 1 else ""
        # As Word does itself: only an entry with a number stops at the words of its heading.
        stop = w("tabs", w("tab", val="left", pos=str(HEADING_INDENT))) if entry.label else ""
        lines.append(paragraph(f"TOC{entry.depth}", start, link, end, properties=stop))
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    own_page = w("pageBreakBefore") if len(entries) > FEW else ""
    heading = paragraph("TOCHeading", plain(word(paper, "Contents")), properties=own_page)
    return w("sdt", w("sdtPr", w("id", val="1101"), gallery), w("sdtContent", heading, *lines))
