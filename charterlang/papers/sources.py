"""Where the clauses come from: the notes that cite the law, and the table that leads back to the charter."""

from __future__ import annotations

from charterlang._records import record
from charterlang.papers.number import reference_pieces, reference_text
from charterlang.papers.tree import Basis, Clause, Inline, Origin, Paper, Reference, Table, Text
from charterlang.papers.words import word


@record
class Note:
    """A note on a clause: its number in the paper, and what it says."""

    number: int
    clause_id: str
    text: str


def notes(paper: Paper) -> dict[str, tuple[Note, ...]]:
    """The notes of each clause that has a statutory basis, numbered from 1 in reading order."""
    found: dict[str, tuple[Note, ...]] = {}
    count = 0
    for clause in paper.walk():
        if clause.basis:
            first = count + 1
            count += len(clause.basis)
            found[clause.id] = tuple(
                Note(number, clause.id, basis_text(paper, basis)) for number, basis in enumerate(clause.basis, first)
            )
    return found


def basis_text(paper: Paper, basis: Basis) -> str:
    """A statutory basis as a note reads it: "N-PCL § 511: notice to the Attorney General (checked 2025)."""
    text = basis.citation
    if basis.note:
        text += f": {basis.note}"
    if basis.checked:
        text += f" ({word(paper, 'checked {year}', year=basis.checked)})"
    return text if text.endswith((".", "!", "?")) else text + "."


def sources(paper: Paper) -> Table | None:
    """The table of sources of a numbered paper: clause, place in the charter, law; None when no clause has any.

    A clause with the same sources as the clause above it has no row of its own.
    """
    references = reference_pieces(paper)
    rows: list[tuple[tuple[Inline, ...], ...]] = []

    def visit(clause: Clause, above: tuple[tuple[Origin, ...], tuple[Basis, ...]]) -> None:
        own = (clause.origin, clause.basis)
        if own not in (above, ((), ())):
            charter = "; ".join(_place(paper, origin) for origin in clause.origin)
            law = "; ".join(basis.citation for basis in clause.basis)
            name: tuple[Inline, ...] = (Reference(clause.id, reference_text(references[clause.id])),)
            if clause.heading:
                name = (*name, Text(f", {clause.heading}"))
            rows.append((name, _cell(charter), _cell(law)))
        for child in clause.children:
            visit(child, own)

    for clause in (*paper.clauses, *paper.annexes):
        visit(clause, ((), ()))
    if not rows:
        return None
    return Table(tuple(_cell(word(paper, key)) for key in ("Clause", "Charter", "Law")), tuple(rows))


def _place(paper: Paper, origin: Origin) -> str:
    return f"{origin.file}, {word(paper, 'line {line}', line=str(origin.line))}"


def _cell(text: str) -> tuple[Inline, ...]:
    return (Text(text),) if text else ()
