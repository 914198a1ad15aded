"""Texts, places in them, and what the compiler has to say about those places.

This is the ground floor: it knows nothing of the language. A `Span` is a place, a `Finding` is something to
tell the reader about a place, a `Result` is what every pass returns: a value and the findings made on the way.
"""

from charterlang.source.files import FileSystem, LocalFiles, MemoryFiles, Unreadable, decode
from charterlang.source.findings import Edit, Finding, Fix, Label, Result, Severity
from charterlang.source.text import Position, Sources, SourceText, Span

__all__ = [
    "Edit",
    "FileSystem",
    "Finding",
    "Fix",
    "Label",
    "LocalFiles",
    "MemoryFiles",
    "Position",
    "Result",
    "Severity",
    "SourceText",
    "Sources",
    "Span",
    "Unreadable",
    "decode",
]
