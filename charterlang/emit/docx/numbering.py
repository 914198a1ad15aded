"""The lists by which Word counts clauses, so that its numbers follow when a clause is put in or taken out.

Four lists: parts; articles with their sections and items; sections without articles; annexes. In each of the last
three, levels 0 to 2 are numbered beneath each other ("7", "7.2", "7.2.1"), and items start at `ITEM_LEVEL`. What
stands around the numbers comes from the paper's words, as it does in `papers.number`.
"""

from __future__ import annotations

from collections.abc import Mapping

from charterlang.emit.docx.styles import (
    ANNEXES,
    ARTICLES,
    HEADING_INDENT,
    ITEM_LEVEL,
    ITEM_STEP,
    NAMESPACES,
    PARTS,
    SECTION_INDENT,
    SECTIONS,
    has_parts,
    heading_style,
    indent,
)
from charterlang.emit.docx.words import w
from charterlang.emit.xml import DECLARATION
from charterlang.papers.tree import Level, Paper
from charterlang.papers.words import ENGLISH, fill

_ITEM_FORMATS = ("lowerLetter", "lowerRoman", "upperLetter", "decimal")
_LEVELS = 9


def numbering(paper: Paper) -> str:
    """The numbering part."""
    words = {**ENGLISH, **paper.words}
    article = fill(words["article label"], {"number": "%1", "above": ""})
    section = fill(words["section label"], {"number": "%2", "above": "%1"})
    deeper = fill(words["section label"], {"number": "%3", "above": "%1.%2"})
    alone = fill(words["section label"], {"number": "%1", "above": ""}).lstrip(".")
    annex = fill(words["annex label"], {"number": "%1"})
    in_annex = fill(words["annex section label"], {"number": "%2", "above": "%1"})
    deeper_in_annex = fill(words["annex section label"], {"number": "%3", "above": "%1.%2"})
    items = _items(words)
    part = fill(words["part label"], {"number": "%1"})
    lists = [
        # A style counts in one list only: without parts, the first rank of headings is that of articles.
        _list(PARTS, [_heading(0, "upperRoman", part, "Heading1" if has_parts(paper) else "")]),
        _list(
            ARTICLES,
            [
                _heading(0, "decimal", article, heading_style(paper, Level.ARTICLE)),
                _section(1, section, "Section"),
                _section(2, deeper),
                *(_item(level, words_, f"Item{level - ITEM_LEVEL + 1}") for level, words_ in items),
            ],
        ),
        _list(
            SECTIONS,
            [
                _section(0, alone),
                _section(1, section),
                _section(2, deeper),
                *(_item(level, text) for level, text in items),
            ],
        ),
        _list(
            ANNEXES,
            [
                _heading(0, "upperLetter", annex, "AnnexHeading"),
                _heading(1, "decimal", in_annex, "AnnexSubheading"),
                _section(2, deeper_in_annex),
                *(_item(level, text) for level, text in items),
            ],
        ),
    ]
    numbers = [
        w("num", w("abstractNumId", val=str(each)), numId=str(each)) for each in (PARTS, ARTICLES, SECTIONS, ANNEXES)
    ]
    return f"{DECLARATION}<w:numbering {NAMESPACES}>{''.join((*lists, *numbers))}</w:numbering>"


def _list(list_id: int, levels: list[str]) -> str:
    signature = f"{0xC4A70000 + list_id:08X}"
    return w(
        "abstractNum",
        w("nsid", val=signature),
        w("multiLevelType", val="multilevel"),
        *levels,
        abstractNumId=str(list_id),
    )


def _level(level: int, form: str, text: str, style: str, setting: str) -> str:
    return w(
        "lvl",
        w("start", val="1"),
        w("numFmt", val=form),
        w("pStyle", val=style) if style else "",
        w("suff", val="tab"),
        w("lvlText", val=text),
        w("lvlJc", val="left"),
        w("pPr", setting),
        w("rPr", w("b", val="0"), w("i", val="0")) if level else "",
        ilvl=str(level),
    )


def _heading(level: int, form: str, text: str, style: str) -> str:
    return _level(level, form, text, style, indent(HEADING_INDENT, HEADING_INDENT))


def _section(level: int, text: str, style: str = "") -> str:
    return _level(level, "decimal", text, style, indent(SECTION_INDENT, SECTION_INDENT))


def _item(level: int, text: str, style: str = "") -> str:
    depth = level - ITEM_LEVEL
    form = _ITEM_FORMATS[depth % len(_ITEM_FORMATS)]
    linked = style if depth < len(_ITEM_FORMATS) else ""
    return _level(level, form, text, linked, indent(SECTION_INDENT + ITEM_STEP * (depth + 1), ITEM_STEP))


def _items(words: Mapping[str, str]) -> list[tuple[int, str]]:
    """The levels of items and what stands at each: "(%4)", "(%5)"."""
    return [(level, fill(words["item label"], {"number": f"%{level + 1}"})) for level in range(ITEM_LEVEL, _LEVELS)]
