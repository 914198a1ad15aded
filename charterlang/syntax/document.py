"""A file as parsed: its blocks, each with its tree and what there is to say about its wording."""

from __future__ import annotations

from dataclasses import replace

from charterlang._records import record
from charterlang.source import Finding, Result, Severity, SourceText, Span
from charterlang.syntax.blocks import Cut, cut
from charterlang.syntax.machine import parse_whole
from charterlang.syntax.nodes import Leaf, Node

# After so many broken declarations, a file is taken for something else than a charter.
MOST_BROKEN = 100


@record
class Block:
    """A top-level block: `tree` is its declaration, None where nothing of it could be read.

    `start` is its absolute offset, the offsets in `tree` count from there; `keyword` is the word it opens with. A block
    that was not `read` follows so many broken ones that it was left alone.
    """

    number: int
    keyword: str
    start: int
    text: str
    tree: Node | None
    findings: tuple[Finding, ...] = ()
    read: bool = True


@record
class Document:
    """A parsed file. `source` is cut where the blocks start, so the spans of findings resolve in it."""

    source: SourceText
    blocks: tuple[Block, ...]

    def span(self, block: Block, part: Node | Leaf) -> Span:
        """The place of a node or leaf of `block`."""
        return Span(self.source.path, block.number, part.start, part.end)

    def path_at(self, offset: int) -> tuple[Node | Leaf, ...]:
        """The nodes around an absolute offset, the declaration first, and the leaf at it or just before it last."""
        block = self.block_at(offset)
        place = offset - block.start
        path: list[Node | Leaf] = []
        part: Node | Leaf | None = block.tree
        while part is not None and part.start <= place <= part.end:
            path.append(part)
            children = part.children if isinstance(part, Node) else ()
            around = [child for child in children if child.start <= place <= child.end]
            part = around[-1] if around else None
        return tuple(path)

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
        known = {block.text: block for block in earlier.blocks if block.read}
    blocks: list[Block] = []
    broken = 0
    for number, piece in enumerate(cuts):
        part = text[piece.start : piece.end]
        old = known.get(part)
        if old is not None:
            block = _moved(old, number, piece.start)
        elif broken < MOST_BROKEN:
            block = _parsed(path, number, piece, part)
        else:
            block = _left_alone(path, number, piece, part, said=broken > MOST_BROKEN)
        broken += bool(block.findings) or not block.read
        blocks.append(block)
    source = SourceText(path, text, tuple(piece.start for piece in cuts))
    return Result(Document(source, tuple(blocks)), tuple(finding for block in blocks for finding in block.findings))


def _parsed(path: str, number: int, piece: Cut, text: str) -> Block:
    tree = parse_whole(text)
    findings: tuple[Finding, ...] = ()
    if tree is None:
        from charterlang.syntax.recovery import parse_block

        tree, findings = parse_block(path, number, text)
    return Block(number, piece.keyword, piece.start, text, tree, findings)


def _left_alone(path: str, number: int, piece: Cut, text: str, *, said: bool) -> Block:
    """A block that follows many broken ones: read if it is whole, else passed over with one note for all of them."""
    tree = parse_whole(text)
    if tree is not None:
        return Block(number, piece.keyword, piece.start, text, tree)
    words = f"{MOST_BROKEN} declarations of this file could not be read; further ones are not listed"
    at = piece.at - piece.start
    place = Span(path, number, at, at + len(piece.keyword))
    note = Finding(
        "SYN115", Severity.ERROR, words, place, "reading stopped here", help=("mend those above and check again",)
    )
    return Block(number, piece.keyword, piece.start, text, None, () if said else (note,), read=False)


def _moved(block: Block, number: int, start: int) -> Block:
    """`block` as it stands now, at `start` and with `number` blocks before it."""
    if block.number == number and block.start == start:
        return block
    findings = block.findings
    if findings and block.number != number:
        findings = tuple(_renumbered(finding, number) for finding in findings)
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
