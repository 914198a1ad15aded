"""A file as parsed: its blocks, each with its tree and what there is to say about its wording."""

from __future__ import annotations

from dataclasses import dataclass, replace

from charterlang.source import Finding, Result, SourceText, Span
from charterlang.syntax.blocks import Cut, cut
from charterlang.syntax.nodes import Leaf, Node


@dataclass(frozen=True, slots=True)
class Block:
    """A top-level block: `tree` is its declaration, None where nothing of it could be read.

    `start` is its absolute offset, the offsets in `tree` count from there; `keyword` is the word it opens with.
    """

    number: int
    keyword: str
    start: int
    text: str
    tree: Node | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file. `source` is cut where the blocks start, so the spans of findings resolve in it."""

    source: SourceText
    blocks: tuple[Block, ...]

    def span(self, block: Block, part: Node | Leaf) -> Span:
        """The place of a node or leaf of `block`."""
        return Span(self.source.path, block.number, part.start, part.end)

    def block_at(self, offset: int) -> Block:
        """The block in which an absolute offset lies."""
        return self.blocks[self.source.span(offset, offset).block]


def parse(path: str, text: str, earlier: Document | None = None) -> Result[Document]:
    """The tree of a file and the findings about its wording; never raises.

    Blocks of `earlier` (an older state of the same file) whose text has not changed are taken over as they are.
    """
    cuts = cut(text)
    known: dict[str, Block] = {}
    if earlier is not None and earlier.source.path == path:
        known = {block.text: block for block in earlier.blocks}
    blocks = []
    for number, piece in enumerate(cuts):
        part = text[piece.start : piece.end]
        old = known.get(part)
        blocks.append(_moved(old, number, piece.start) if old else _parse_block(path, number, piece, part))
    source = SourceText(path, text, tuple(piece.start for piece in cuts))
    document = Document(source, tuple(blocks))
    return Result(document, tuple(finding for block in blocks for finding in block.findings))


def _moved(block: Block, number: int, start: int) -> Block:
    """`block` as it stands now, at `start` and with `number` blocks before it."""
    if block.number == number:
        return block if block.start == start else replace(block, start=start)
    findings = tuple(_renumbered(finding, number) for finding in block.findings)
    return Block(number, block.keyword, start, block.text, block.tree, findings)


def _renumbered(finding: Finding, number: int) -> Finding:
    def moved(span: Span) -> Span:
        return replace(span, block=number)

    return replace(
        finding,
        span=moved(finding.span) if finding.span else None,
        related=tuple(replace(label, span=moved(label.span)) for label in finding.related),
        fixes=tuple(
            replace(fix, edits=tuple(replace(edit, span=moved(edit.span)) for edit in fix.edits))
            for fix in finding.fixes
        ),
    )


def _parse_block(path: str, number: int, piece: Cut, text: str) -> Block:
    from charterlang.syntax.recovery import parse_block

    tree, findings = parse_block(path, number, text)
    return Block(number, piece.keyword, piece.start, text, tree, findings)
