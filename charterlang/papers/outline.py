"""The contents of a paper: its parts, articles and annexes, and the headings of what has no number."""

from __future__ import annotations

from collections.abc import Iterator

from charterlang._records import record
from charterlang.papers.sources import sources
from charterlang.papers.tree import Clause, Level, Paper
from charterlang.papers.words import word

DEEPEST = 2
"""Parts and articles; sections are found by their numbers."""
SHORT = 10
"""Up to so many lines of contents, the text follows on the first page."""
FEW = 26
"""Up to so many lines, the contents share the first page with the title; more of them have a page of their own."""


@record
class Entry:
    """A line of the contents: how deep it stands (1 or 2), its number if any, its heading, and what it leads to.

    `target` is the id of a clause, or "heading Preamble" and the like for what is no clause.
    """

    depth: int
    label: str
    heading: str
    target: str


def outline(paper: Paper) -> tuple[Entry, ...]:
    """The contents of a numbered paper, in reading order."""
    return tuple(_entries(paper))


def _entries(paper: Paper) -> Iterator[Entry]:
    def unnumbered(key: str) -> Entry:
        return Entry(1, "", word(paper, key), f"heading {key}")

    if paper.preamble:
        yield unnumbered("Preamble")
    if any(not definition.defined_in for definition in paper.definitions):
        yield unnumbered("Definitions")
    for clause in paper.clauses:
        yield from _of_clause(clause, 1)
    if paper.signatures:
        yield unnumbered("Signatures")
    for annex in paper.annexes:
        yield from _of_clause(annex, 1)
    if sources(paper) is not None:
        yield unnumbered("Sources")


def _of_clause(clause: Clause, depth: int) -> Iterator[Entry]:
    if clause.level in (Level.PART, Level.ARTICLE) and depth <= DEEPEST:
        yield Entry(depth, clause.label, clause.heading, clause.id)
        for child in clause.children:
            yield from _of_clause(child, depth + 1)
