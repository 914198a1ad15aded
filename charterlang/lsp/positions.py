"""Offsets and the protocol's positions: lines from 0, columns in the units that client and server agreed upon."""

from __future__ import annotations

import re
from bisect import bisect_right

from lsprotocol.types import Position, PositionEncodingKind, Range

_LINE_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of a text. `encoding` is what a column counts: UTF-16 code units, UTF-8 bytes or code points."""

    __slots__ = ("_encoding", "_plain", "_starts", "_text")

    def __init__(self, text: str, encoding: PositionEncodingKind | str = PositionEncodingKind.Utf16) -> None:
        """Look at `text`."""
        self._text = text
        self._encoding = encoding
        self._plain = encoding == PositionEncodingKind.Utf32 or text.isascii()
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def position(self, offset: int) -> Position:
        """The line and column of an offset, held within the text."""
        offset = max(0, min(offset, len(self._text)))
        line = bisect_right(self._starts, offset) - 1
        start = self._starts[line]
        return Position(line, offset - start if self._plain else self._units(self._text[start:offset]))

    def range(self, start: int, end: int) -> Range:
        """The range of two offsets."""
        return Range(self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        """The offset of a line and column; a column beyond its line means the line's end, a line beyond all the text's.

        A column in the middle of a character means the place before it.
        """
        if position.line >= len(self._starts):
            return len(self._text)
        start = self._starts[position.line]
        end = self._starts[position.line + 1] if position.line + 1 < len(self._starts) else len(self._text)
        line = self._text[start:end].rstrip("\r\n")
        if self._plain or line.isascii():
            return start + min(position.character, len(line))
        units = 0
        for index, character in enumerate(line):
            units += self._units(character)
            if units > position.character:
                return start + index
        return start + len(line)

    def _units(self, text: str) -> int:
        """How many units a text has."""
        if self._encoding == PositionEncodingKind.Utf32 or text.isascii():
            return len(text)
        if self._encoding == PositionEncodingKind.Utf8:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text) + sum(character > "\uffff" for character in text)
