"""The paper itself: clauses become paragraphs that Word counts, links and keeps together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from charterlang.emit.characters import fit
from charterlang.emit.docx.blanks import Blanks
from charterlang.emit.docx.fields import bookmark_name, reference
from charterlang.emit.docx.notes import marks
from charterlang.emit.docx.pictures import Pictures
from charterlang.emit.docx.signatures import signature_table
from charterlang.emit.docx.styles import (
    ANNEXES,
    ARTICLES,
    ITEM_LEVEL,
    ITEM_STEP,
    PARTS,
    SECTION_INDENT,
    SECTIONS,
    heading_style,
    indent,
    numbered,
)
from charterlang.emit.docx.tables import table
from charterlang.emit.docx.words import bold, italic, paragraph, plain, run, text, w
from charterlang.papers.number import reference_pieces
from charterlang.papers.outline import FEW, SHORT, outline
from charterlang.papers.plain import inline_text, opens_with_text
from charterlang.papers.sources import Note, notes, sources
from charterlang.papers.tree import (
    Blank,
    Block,
    Clause,
    Emphasis,
    Inline,
    Level,
    Paper,
    Paragraph,
    Picture,
    Reference,
    Strong,
    Table,
    Verbatim,
)
from charterlang.papers.words import word

_KEEP_NEXT = w("keepNext")
_DEEPEST_ITEM_STYLE = 4
_COVER_SPACE = 3600
SIDE_MARGIN = 1361


class Body:
    """One paper as the body of a document, and what its other parts need to know of it."""

    has_contents = True
    """Whether a table of contents stands between the face and the text."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.blanks = Blanks(paper)
        self.notes = notes(paper)
        self.pictures = Pictures()
        self.references = reference_pieces(paper)
        self.bookmarks = 0
        # A short paper begins beneath its contents, and its sources beneath the rest.
        self.page_break = w("pageBreakBefore") if len(outline(paper)) > SHORT else ""
        # Pages are A4 unless the paper asks for Letter.
        self.page = (12240, 15840) if paper.meta.get("page") == "Letter" else (11906, 16838)
        self.text_width = self.page[0] - 2 * SIDE_MARGIN

    def every_note(self) -> Iterable[Note]:
        """The footnotes of the whole document."""
        return (note for found in self.notes.values() for note in found)

    def title(self) -> str:
        """The words of the title, for the face and the head of each page."""
        return plain(self.paper.title)

    # --- the paper from top to bottom ----------------------------------------------------------------------------

    def face(self) -> str:
        """The first page, above the contents: title and notice. Alone on its page, the title stands a third down."""
        paper = self.paper
        alone = w("spacing", before=str(_COVER_SPACE)) if len(outline(paper)) > FEW else ""
        pieces = [paragraph("Title", self.title(), properties=alone)]
        if paper.subtitle:
            pieces.append(paragraph("Subtitle", plain(paper.subtitle)))
        if paper.notice:
            pieces.append(paragraph("DraftNotice", plain(paper.notice)))
        return "".join(pieces)

    def text(self) -> str:
        """What follows the contents, from the preamble to the sources."""
        first = self.page_break
        written = []
        for pieces in (
            self._preamble,
            self._definitions,
            self._clauses,
            self._signatures,
            self._annexes,
            self._sources,
        ):
            found = "".join(pieces(first))
            if found:
                first = ""
                written.append(found)
        return "".join(written) or paragraph("Normal")

    def _preamble(self, first: str) -> Iterator[str]:
        if self.paper.preamble:
            yield self._unnumbered("Preamble", first)
            yield from self._blocks(self.paper.preamble, 0)

    def _definitions(self, first: str) -> Iterator[str]:
        listed = [definition for definition in self.paper.definitions if not definition.defined_in]
        if not listed:
            return
        yield self._unnumbered("Definitions", first)
        means = plain(f" {word(self.paper, 'means')} ")
        for definition in listed:
            yield paragraph("Definition", bold(definition.term), means, self._line(definition.meaning))

    def _clauses(self, first: str) -> Iterator[str]:
        for clause in self.paper.clauses:
            yield from self._clause(clause, ARTICLES, 0, 0, first)
            first = ""

    def _signatures(self, first: str) -> Iterator[str]:
        if self.paper.signatures:
            yield self._unnumbered("Signatures", first)
            yield signature_table(self.paper, self.text_width)

    def _annexes(self, _: str) -> Iterator[str]:
        for annex in self.paper.annexes:
            yield from self._clause(annex, ANNEXES, 0, 0, "")

    def _sources(self, first: str) -> Iterator[str]:
        found = sources(self.paper)
        if found is not None:
            yield self._unnumbered("Sources", first or self.page_break)
            yield table(found, 0, self.text_width, self._line, among_notes=False)

    def _unnumbered(self, key: str, first: str) -> str:
        start, end = self._bookmark(f"heading {key}")
        return paragraph("UnnumberedHeading", start, plain(word(self.paper, key)), end, properties=first)

    # --- clauses -------------------------------------------------------------------------------------------------

    def _clause(self, clause: Clause, list_id: int, rank: int, left: int, first: str) -> Iterator[str]:
        """A clause and all beneath it.

        `rank` is its level in the list, `left` where the text around it stands, and `first` a page break, if it is
        the first thing on a page.
        """
        if clause.level is Level.PART and list_id != ANNEXES:
            yield self._heading(clause, heading_style(self.paper, Level.PART), numbered(PARTS, 0), first)
            yield from self._blocks(clause.blocks, 0)
            for child in clause.children:
                yield from self._clause(child, list_id, 0, 0, "")
            return
        if clause.level in (Level.PART, Level.ARTICLE):
            yield self._heading(clause, *self._heading_setting(list_id, rank), first)
            yield from self._blocks(clause.blocks, 0, before=clause.children)
            inner, inner_rank = 0, rank + 1
        else:
            is_item = clause.level is Level.ITEM
            if rank == 0:
                list_id = SECTIONS
            inner = left + ITEM_STEP if is_item else SECTION_INDENT
            level = max(rank, ITEM_LEVEL) if is_item else min(rank, ITEM_LEVEL - 1)
            yield self._opening(clause, list_id, level, inner, first)
            yield from self._blocks(clause.blocks[opens_with_text(clause) :], inner, before=clause.children)
            inner_rank = level + 1
        for child in clause.children:
            yield from self._clause(child, list_id, inner_rank, inner, "")

    def _heading_setting(self, list_id: int, rank: int) -> tuple[str, str]:
        """Style and number of an article, of an annex, or of an article within an annex."""
        if list_id == ANNEXES:
            style = "AnnexSubheading" if rank else "AnnexHeading"
            return style, numbered(ANNEXES, min(rank, 2))
        return heading_style(self.paper, Level.ARTICLE), numbered(ARTICLES, min(rank, 2))

    def _heading(self, clause: Clause, style: str, number: str, first: str) -> str:
        start, end = self._bookmark(clause.id)
        words = start + self._title(clause) + end
        return paragraph(style, words, self._marks(clause), properties=first + number)

    def _opening(self, clause: Clause, list_id: int, level: int, left: int, first: str) -> str:
        """A section or an item: its number, its heading run in, and its first paragraph."""
        if clause.level is Level.ITEM:
            depth = level - ITEM_LEVEL
            style = f"Item{min(depth + 1, _DEEPEST_ITEM_STYLE)}"
            setting = indent(left, ITEM_STEP) if left != SECTION_INDENT + ITEM_STEP * (depth + 1) else ""
            linked = list_id == ARTICLES and depth < _DEEPEST_ITEM_STYLE
        else:
            style, setting = "Section", ""
            linked = list_id == ARTICLES and level == 1
        number = "" if linked else numbered(list_id, level)
        start, end = self._bookmark(clause.id)
        marks = self._marks(clause)
        content = [start]
        if clause.heading:
            content += [self._run_in(clause), marks]
            marks = ""
        if opens_with_text(clause):
            block = clause.blocks[0]
            assert isinstance(block, Paragraph)
            content += [plain(" ") if clause.heading else "", self._line(block.inlines)]
        alone = len(clause.blocks) <= opens_with_text(clause)
        keep = (
            _KEEP_NEXT
            if (alone and clause.children) or (not alone and not isinstance(clause.blocks[1], Paragraph))
            else ""
        )
        return paragraph(style, *content, end, marks, properties=keep + first + number + setting)

    def _title(self, clause: Clause) -> str:
        """The words of a heading that stands alone."""
        return plain(clause.heading)

    def _run_in(self, clause: Clause) -> str:
        """The words of a heading that the text follows in the same line."""
        return bold(clause.heading.rstrip(".") + ".")

    def _marks(self, clause: Clause) -> str:
        return marks(self.notes.get(clause.id, ()))

    def _bookmark(self, target: str) -> tuple[str, str]:
        """The start and the end of the bookmark that references to a clause point at."""
        self.bookmarks += 1
        number = str(self.bookmarks)
        return w("bookmarkStart", id=number, name=bookmark_name(target)), w("bookmarkEnd", id=number)

    # --- blocks and lines ----------------------------------------------------------------------------------------

    def _blocks(self, blocks: tuple[Block, ...], left: int, before: tuple[Clause, ...] = ()) -> Iterator[str]:
        """Blocks at an indent; a paragraph stays with the table, the picture or the items it leads to."""
        for place, block in enumerate(blocks):
            follows = blocks[place + 1] if place + 1 < len(blocks) else None
            leads = isinstance(follows, Table | Picture) or (
                follows is None and any(c.level is Level.ITEM for c in before)
            )
            yield self._block(block, left, _KEEP_NEXT if leads else "")

    def _block(self, block: Block, left: int, keep: str) -> str:
        setting = indent(left) if left else ""
        if isinstance(block, Paragraph):
            return paragraph("Normal", self._line(block.inlines), properties=keep + setting)
        if isinstance(block, Table):
            return table(block, left, self.text_width - left, self._line, among_notes=bool(self.notes))
        if isinstance(block, Verbatim):
            return "".join(_verbatim(block.text, setting))
        drawing = self.pictures.drawing(block, self.text_width - left)
        caption = paragraph("Caption", plain(block.caption), properties=w("jc", val="center")) if block.caption else ""
        return paragraph("Picture", drawing, properties="" if block.caption else w("keepNext", val="0")) + caption

    def _line(self, inlines: Iterable[Inline]) -> str:
        return "".join(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> str:
        if isinstance(inline, Blank):
            return self.blanks.control(inline)
        if isinstance(inline, Reference) and inline.target in self.references:
            return reference(self.references[inline.target])
        if isinstance(inline, Strong):
            return bold(inline.text)
        if isinstance(inline, Emphasis):
            return italic(inline.text)
        return plain(inline_text(inline))


def _verbatim(words: str, setting: str) -> Iterator[str]:
    """Text kept as it stands: a paragraph for each stretch between empty lines, its lines kept."""
    for stretch in fit(words).expandtabs(8).strip("\n").split("\n\n"):
        lines = stretch.split("\n")
        content = [text(lines[0]), *(w("br") + text(line) for line in lines[1:])]
        yield paragraph("Verbatim", run("".join(content)), properties=setting)
