"""The styles of a document: a sober serif page, as law firms send it. Lengths are twentieths of a point."""

from __future__ import annotations

from charterlang._records import record
from charterlang.emit.docx.words import w
from charterlang.emit.xml import DECLARATION
from charterlang.papers.tree import Level, Paper

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w15"'
)

SERIF = "Cambria"
MONOSPACED = "Consolas"
INK = "1A1A1A"
QUIET = "595959"
RULE = "A6A6A6"

HEADING_INDENT = 1361
"""Where the words of a heading stand, after "Article 12"."""
SECTION_INDENT = 737
"""Where the text of a section stands, after "12.10"."""
ITEM_STEP = 567
"""How much further in each rank of items stands."""

# Lists, as the numbering part defines them.
PARTS, ARTICLES, SECTIONS, ANNEXES = 1, 2, 3, 4
ITEM_LEVEL = 3
"""The level of the outermost items in each list; the levels before it are headings and sections."""

_REGIONS = {"de": "de-DE", "en": "en-US", "es": "es-ES", "fr": "fr-FR", "it": "it-IT", "nl": "nl-NL"}


def language(paper: Paper) -> str:
    """The language as Word names it, with a region."""
    return _REGIONS.get(paper.language, paper.language)


def has_parts(paper: Paper) -> bool:
    """Whether the body is divided into parts, so that articles are second-rank headings."""
    return any(clause.level is Level.PART for clause in paper.clauses)


def heading_style(paper: Paper, level: Level) -> str:
    """The heading style of parts or of articles in this paper."""
    return "Heading1" if level is Level.PART or not has_parts(paper) else "Heading2"


def indent(left: int, hanging: int = 0) -> str:
    """How far in a paragraph stands, and how far its first line juts out."""
    return w("ind", left=str(left), hanging=str(hanging)) if hanging else w("ind", left=str(left))


def numbered(list_id: int, level: int) -> str:
    """The mark of a paragraph that Word counts."""
    return w("numPr", w("ilvl", val=str(level)), w("numId", val=str(list_id)))


def _space(before: int, after: int) -> str:
    return w("spacing", before=str(before), after=str(after))


def _tight(before: int) -> str:
    return w("spacing", before=str(before), after="10", line="240", lineRule="atLeast")


def _size(half_points: int) -> str:
    return w("sz", val=str(half_points)) + w("szCs", val=str(half_points))


def _color(color: str) -> str:
    return w("color", val=color)


def _rule(side: str, space: int) -> str:
    return w(side, val="single", sz="4", space=str(space), color=RULE)


@record
class _Look:
    """A paragraph style: its properties stand in the order of the schema."""

    id: str
    name: str
    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"
    next: str = ""
    own: bool = True

    def written(self) -> str:
        inner = (
            w("name", val=self.name),
            w("basedOn", val=self.based_on),
            w("next", val=self.next) if self.next else "",
            w("qFormat"),
            w("pPr", self.paragraph) if self.paragraph else "",
            w("rPr", self.run) if self.run else "",
        )
        if self.own:
            return w("style", *inner, type="paragraph", customStyle="1", styleId=self.id)
        return w("style", *inner, type="paragraph", styleId=self.id)


_KEEP = w("keepNext") + w("keepLines")
_BOLD = w("b") + w("bCs")
_ITALIC = w("i") + w("iCs")
_HEADING_TAB = indent(HEADING_INDENT, HEADING_INDENT)


def _heading_looks(paper: Paper) -> list[_Look]:
    """Parts, articles, annexes, and headings of what has no number."""
    part = _Look(
        "Heading1",
        "heading 1",
        _KEEP
        + numbered(PARTS, 0)
        + w("pBdr", _rule("bottom", 4))
        + _space(560, 200)
        + _HEADING_TAB
        + w("outlineLvl", val="0"),
        _BOLD + _size(30),
        next="Normal",
        own=False,
    )
    rank = "2" if has_parts(paper) else "1"
    article = _Look(
        f"Heading{rank}",
        f"heading {rank}",
        _KEEP + numbered(ARTICLES, 0) + _space(380, 140) + _HEADING_TAB + w("outlineLvl", val=str(int(rank) - 1)),
        _BOLD + _size(25),
        next="Section",
        own=False,
    )
    annex = _Look(
        "AnnexHeading",
        "Annex Heading",
        _KEEP
        + w("pageBreakBefore")
        + numbered(ANNEXES, 0)
        + w("pBdr", _rule("bottom", 4))
        + _space(0, 240)
        + _HEADING_TAB
        + w("outlineLvl", val="0"),
        _BOLD + _size(30),
        next="Normal",
    )
    in_annex = _Look(
        "AnnexSubheading",
        "Annex Subheading",
        _KEEP + numbered(ANNEXES, 1) + _space(380, 140) + _HEADING_TAB + w("outlineLvl", val="1"),
        _BOLD + _size(25),
        next="Normal",
    )
    loose = _Look(
        "UnnumberedHeading",
        "Unnumbered Heading",
        _KEEP + _space(420, 160) + w("outlineLvl", val="0"),
        _BOLD + _size(25),
        next="Normal",
    )
    return [*([part] if has_parts(paper) else []), article, annex, in_annex, loose]


def _clause_looks() -> list[_Look]:
    """Sections and items."""
    looks = [
        _Look("Section", "Section", numbered(ARTICLES, 1) + _space(140, 140) + indent(SECTION_INDENT, SECTION_INDENT))
    ]
    for depth in range(4):
        left = SECTION_INDENT + ITEM_STEP * (depth + 1)
        setting = numbered(ARTICLES, ITEM_LEVEL + depth) + w("spacing", after="90") + indent(left, ITEM_STEP)
        looks.append(_Look(f"Item{depth + 1}", f"Item {depth + 1}", setting))
    return looks


def _other_looks(text_width: int) -> list[_Look]:
    """The face, the contents, and all that is neither heading nor clause."""
    line = w("tab", val="right", pos=str(text_width))
    dotted = w("tab", val="right", leader="dot", pos=str(text_width))
    centred = w("jc", val="center")
    return [
        _Look("Title", "Title", _KEEP + _space(1200, 160) + centred, _BOLD + _size(44), next="Subtitle", own=False),
        _Look("Subtitle", "Subtitle", _space(0, 700) + centred, _ITALIC + _color(QUIET) + _size(25), own=False),
        _Look(
            "DraftNotice",
            "Draft Notice",
            w("keepLines")
            + w("pBdr", *(_rule(side, 6) for side in ("top", "left", "bottom", "right")))
            + w("shd", val="clear", color="auto", fill="F2F2F2")
            + _space(440, 360)
            + w("ind", left="142", right="142"),
            _size(20),
        ),
        _Look("TOCHeading", "TOC Heading", _KEEP + _space(240, 160), _BOLD + _size(25), own=False),
        _Look("TOC1", "toc 1", w("tabs", dotted) + _tight(40), _size(21), own=False),
        _Look("TOC2", "toc 2", w("tabs", dotted) + _tight(0), _size(21), own=False),
        _Look("Definition", "Definition", indent(SECTION_INDENT)),
        _Look(
            "TableText", "Table Text", w("spacing", before="60", after="60", line="250", lineRule="atLeast"), _size(20)
        ),
        _Look("Caption", "caption", w("keepNext") + _space(120, 80), _ITALIC + _color(QUIET) + _size(20), own=False),
        _Look(
            "Verbatim",
            "Verbatim",
            w("spacing", after="160", line="204", lineRule="exact"),
            w("rFonts", ascii=MONOSPACED, hAnsi=MONOSPACED, cs="Courier New") + w("noProof") + _size(17),
        ),
        _Look("Picture", "Picture", w("keepNext") + _space(160, 80) + centred),
        _Look("SignatureText", "Signature Text", _KEEP + _space(0, 0), _size(21)),
        _Look(
            "SignatureLine",
            "Signature Line",
            _KEEP + _space(40, 0),
            _color(QUIET) + _size(17),
            based_on="SignatureText",
        ),
        _Look(
            "Header",
            "header",
            w("pBdr", _rule("bottom", 4)) + w("tabs", line) + _space(0, 0),
            _color(QUIET) + _size(17),
            own=False,
        ),
        _Look("Footer", "footer", _space(0, 0) + centred, _color(QUIET) + _size(17), own=False),
        _Look(
            "FootnoteText",
            "footnote text",
            w("spacing", after="40", line="220", lineRule="atLeast") + indent(227, 227),
            _size(17),
            own=False,
        ),
    ]


def _other_styles() -> str:
    """Character and table styles, and the empty ones Word expects."""

    def character(style_id: str, name: str, *properties: str) -> str:
        return w("style", w("name", val=name), w("rPr", *properties), type="character", styleId=style_id)

    margins = w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in (("left", "85"), ("right", "85"))))
    rules = w(
        "tblBorders", *(w(side, val="single", sz="4", space="0", color=RULE) for side in ("top", "bottom", "insideH"))
    )
    return "".join(
        (
            character("FootnoteReference", "footnote reference", w("vertAlign", val="superscript")),
            character("PlaceholderText", "Placeholder Text", _color("5C4700")),
            w(
                "style",
                w("name", val="Normal Table"),
                w("tblPr", w("tblInd", w="0", type="dxa"), margins),
                type="table",
                default="1",
                styleId="TableNormal",
            ),
            w(
                "style",
                w("name", val="Clause Table"),
                w("basedOn", val="TableNormal"),
                w("tblPr", rules),
                w(
                    "tblStylePr",
                    w("rPr", _BOLD),
                    w("tcPr", w("tcBorders", w("bottom", val="single", sz="8", space="0", color=INK))),
                    type="firstRow",
                ),
                type="table",
                customStyle="1",
                styleId="ClauseTable",
            ),
            w("style", w("name", val="No List"), type="numbering", default="1", styleId="NoList"),
        )
    )


def styles(paper: Paper, text_width: int) -> str:
    """The styles part; `text_width` is the width between the margins."""
    fonts = w("rFonts", ascii=SERIF, hAnsi=SERIF, eastAsia=SERIF, cs="Times New Roman")
    tongue = w("lang", val=language(paper), eastAsia="en-US", bidi="ar-SA")
    defaults = w(
        "docDefaults",
        w("rPrDefault", w("rPr", fonts, _color(INK), _size(22), tongue)),
        w("pPrDefault", w("pPr", w("widowControl"), w("spacing", after="140", line="283", lineRule="atLeast"))),
    )
    normal = w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default="1", styleId="Normal")
    looks = [*_heading_looks(paper), *_clause_looks(), *_other_looks(text_width)]
    inner = "".join((defaults, normal, *(look.written() for look in looks), _other_styles()))
    return f"{DECLARATION}<w:styles {NAMESPACES}>{inner}</w:styles>"
