"""Word documents (WordprocessingML): what a lawyer expects to receive, to change and to send back.

The parts are written directly, because what makes such a document useful — numbers that Word counts, references it
keeps, blanks filled once for all places, notes — lies beneath what document libraries offer, and because equal papers
must give equal bytes. `words` holds runs and paragraphs, `styles` and `numbering` the looks and the counting,
`fields` what Word computes, `blanks` the places to fill in, `notes` the footnotes, `pictures` the drawings, `body`
the paper itself, and `package` the file around it.
"""

from __future__ import annotations

from charterlang.emit.docx.body import Body
from charterlang.emit.docx.package import packed
from charterlang.papers.tree import Paper

__all__ = ["emit"]


def emit(paper: Paper) -> bytes:
    """The paper as a .docx file."""
    return packed(paper, Body(paper))
