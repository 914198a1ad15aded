"""What there is to say about the papers: faults of drafting, gaps against the charter, and what is still blank."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from charterlang.model import Charter
from charterlang.papers.coverage import coverage, not_in_the_papers
from charterlang.papers.lint import FaultKind, TreeFault, faults
from charterlang.papers.markup import slug
from charterlang.papers.number import blanks
from charterlang.papers.provenance import span_of
from charterlang.papers.tree import Paper
from charterlang.powers.verdicts import Verdicts
from charterlang.source import Finding, Severity, Span

CODES: Mapping[FaultKind, tuple[str, Severity]] = MappingProxyType(
    {
        FaultKind.TERM_UNDEFINED: ("DOC111", Severity.ERROR),
        FaultKind.TERM_DEFINED_TWICE: ("DOC112", Severity.ERROR),
        FaultKind.TERM_UNUSED: ("DOC113", Severity.WARNING),
        FaultKind.REFERENCE_DANGLING: ("DOC114", Severity.ERROR),
        FaultKind.ID_DUPLICATE: ("DOC115", Severity.ERROR),
        FaultKind.CLAUSE_EMPTY: ("DOC116", Severity.ERROR),
        FaultKind.CLAUSE_REPEATED: ("DOC117", Severity.WARNING),
        FaultKind.CLAUSE_MISPLACED: ("DOC118", Severity.ERROR),
        FaultKind.FORMAT_MIXED: ("DOC119", Severity.WARNING),
        FaultKind.BLANK_UNCLEAR: ("DOC121", Severity.WARNING),
    }
)
"""The code and the weight of each fault of drafting; blanks are gathered into one finding, DOC120."""


def paper_findings(charter: Charter, verdicts: Verdicts | None, papers: Sequence[Paper]) -> tuple[Finding, ...]:
    """What there is to say about the numbered papers of a charter, once they are written."""
    found = [_fault(charter, paper, fault) for paper in papers for fault in faults(paper) if fault.kind in CODES]
    found += _unstated(charter, papers)
    if verdicts is not None:
        found += _unprotected(charter, verdicts, papers)
    found += _blanks(charter, papers)
    return tuple(found)


def _fault(charter: Charter, paper: Paper, fault: TreeFault) -> Finding:
    code, severity = CODES[fault.kind]
    span = _place(charter, paper, fault.clause_id)
    message = fault.text[:1].lower() + fault.text[1:].rstrip(".")
    return Finding(code, severity, f"in {paper.title}: {message}", span, subject=paper.subject, file=charter.file)


def _place(charter: Charter, paper: Paper, clause_id: str) -> Span | None:
    """Where a fault comes from: the charter's own clause, else what the clause states, else what the paper is for."""
    for edit in charter.clauses:
        if clause_id and slug(edit.id) == clause_id:
            return edit.span
    clause = next((each for each in paper.walk() if each.id == clause_id), None)
    for name in (*(clause.states if clause else ()), paper.subject):
        span = span_of(charter, name) if name else None
        if span is not None:
            return span
    return charter.header.span


def _unstated(charter: Charter, papers: Sequence[Paper]) -> Iterable[Finding]:
    for name in coverage(charter, papers).unstated:
        what = charter.label(name) if name in charter.elements else name
        message = f"the papers do not say what the charter says of `{what}`"
        help_ = ("put back the clause that states it, or write `states` in the clause that replaces it",)
        span = span_of(charter, name)
        yield Finding("DOC106", Severity.ERROR, message, span, help=help_, subject=name, file=charter.file)


def _unprotected(charter: Charter, verdicts: Verdicts, papers: Sequence[Paper]) -> Iterable[Finding]:
    for protection, missing in not_in_the_papers(charter, verdicts, papers):
        value, subject = charter.label(protection.value), charter.label(protection.subject)
        names = ", ".join(f"`{name}`" for name in missing)
        message = f"what protects {value} of {subject} is not in the papers: no clause states {names}"
        help_ = ("the analysis counts on it, but nobody will have signed it: put the clause back",)
        yield Finding(
            "DOC107",
            Severity.ERROR,
            message,
            protection.span,
            help=help_,
            subject=protection.subject,
            verdict=f"{value}: not in the papers",
            file=charter.file,
        )


def _blanks(charter: Charter, papers: Sequence[Paper]) -> Iterable[Finding]:
    """One finding for all blanks; whoever checks for signing makes an error of it."""
    where: dict[str, list[str]] = {}
    for paper in papers:
        if paper.kind == "minutes":
            continue  # minutes are filled in at the meeting
        for blank in blanks(paper):
            owner, _, name = blank.key.rpartition(".")
            places = where.setdefault(name.replace("-", " "), [])
            if owner and owner not in places:
                places.append(owner)
    if where:
        count = "1 blank is" if len(where) == 1 else f"{len(where)} blanks are"
        listed = ", ".join(f"{name} ({', '.join(places)})" if places else name for name, places in where.items())
        message = f"{count} left in the papers: {listed}"
        help_ = ('write them where they belong: `particulars { registered office "…" }`',)
        yield Finding("DOC120", Severity.NOTE, message, charter.header.span, help=help_, file=charter.file)
