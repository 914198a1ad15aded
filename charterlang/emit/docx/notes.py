"""Footnotes: the statutory basis of a clause at the foot of its page."""

from __future__ import annotations

from collections.abc import Iterable

from charterlang.emit.docx.styles import NAMESPACES
from charterlang.emit.docx.words import paragraph, plain, run, w
from charterlang.emit.xml import DECLARATION
from charterlang.papers.sources import Note

_SEPARATOR = 120
"""The height of the rule above the notes of a page, in twentieths of a point."""
_RAISED = w("rStyle", val="FootnoteReference")


def marks(notes: Iterable[Note]) -> str:
    """The raised figures in the text, parted by commas."""
    return plain(", ", _RAISED).join(run(w("footnoteReference", id=str(note.number)), _RAISED) for note in notes)


def footnotes(notes: Iterable[Note]) -> str:
    """The footnotes part, with the rules Word draws above notes."""
    rules = (("separator", "-1"), ("continuationSeparator", "0"))
    pieces = [
        w(
            "footnote",
            w("p", w("pPr", w("spacing", after="0", line=str(_SEPARATOR), lineRule="exact")), run(w(kind))),
            type=kind,
            id=number,
        )
        for kind, number in rules
    ]
    for note in notes:
        figure = run(w("footnoteRef"), _RAISED)
        pieces.append(
            w("footnote", paragraph("FootnoteText", figure, run(w("tab")), plain(note.text)), id=str(note.number))
        )
    return f"{DECLARATION}<w:footnotes {NAMESPACES}>{''.join(pieces)}</w:footnotes>"
