"""Source texts and places in them.

Positions are code-point offsets. A span counts from the start of its top-level block, not of its file, so a
block that has not changed keeps all its spans when text above it grows: that is what lets an editor reuse it.
Lines and columns exist only at the edge, through `SourceText.position`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from charterlang._records import record

_LINE_END = re.compile(r"\r\n|\r|\n")


@record(order=True)
class Span:
    """A stretch of text: `start` to `end` (exclusive), counted from the start of block number `block` of `file`."""

    file: str
    block: int
    start: int
    end: int


@record(order=True)
class Position:
    """A place as people count it: line and column both start at 1; the column counts code points."""

    line: int
    column: int


class SourceText:
    """One file's text, cut into top-level blocks.

    `block_starts[i]` is the offset of block `i`; the first block starts at 0, so every offset lies in a block.
    """

    __slots__ = ("__dict__", "block_starts", "path", "text")

    def __init__(self, path: str, text: str, block_starts: tuple[int, ...] = (0,)) -> None:
        """Hold `text` under the name `path`, cut at `block_starts`."""
        self.path = path
        self.text = text
        self.block_starts = block_starts

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line starts."""
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def offsets(self, span: Span) -> tuple[int, int]:
        """The absolute offsets of `span` in this text."""
        base = self.block_starts[span.block]
        return base + span.start, base + span.end

    def span(self, start: int, end: int) -> Span:
        """The span of the absolute offsets `start` to `end`."""
        block = bisect_right(self.block_starts, start) - 1
        base = self.block_starts[block]
        return Span(self.path, block, start - base, end - base)

    def position(self, offset: int) -> Position:
        """The line and column of an absolute offset."""
        line = bisect_right(self.line_starts, offset) - 1
        return Position(line + 1, offset - self.line_starts[line] + 1)

    def offset(self, position: Position) -> int:
        """The absolute offset of a line and column, held within the text."""
        starts = self.line_starts
        if position.line > len(starts):
            return len(self.text)
        return min(starts[max(position.line, 1) - 1] + max(position.column, 1) - 1, len(self.text))

    def line(self, number: int) -> str:
        """The text of line `number` (from 1) without its line end."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def slice(self, span: Span) -> str:
        """The text a span covers."""
        start, end = self.offsets(span)
        return self.text[start:end]


class Sources:
    """All the texts of one compilation, by path, in the order in which they were read."""

    __slots__ = ("_texts",)

    def __init__(self, texts: Iterable[SourceText] = ()) -> None:
        """Gather `texts`; a later text replaces an earlier one of the same path."""
        self._texts = {text.path: text for text in texts}

    def __getitem__(self, path: str) -> SourceText:
        """The text read under `path`; KeyError if none was."""
        return self._texts[path]

    def __contains__(self, path: object) -> bool:
        """Whether a text was read under `path`."""
        return path in self._texts

    def __iter__(self) -> Iterator[SourceText]:
        """The texts in the order in which they were read."""
        return iter(self._texts.values())

    def start(self, span: Span) -> Position:
        """Line and column at which `span` starts."""
        text = self._texts[span.file]
        return text.position(text.offsets(span)[0])

    def end(self, span: Span) -> Position:
        """Line and column at which `span` ends."""
        text = self._texts[span.file]
        return text.position(text.offsets(span)[1])

    def where(self, span: Span) -> str:
        """`path:line:column`, as terminals and editors link it."""
        place = self.start(span)
        return f"{span.file}:{place.line}:{place.column}"
