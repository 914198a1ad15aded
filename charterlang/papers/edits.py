"""A lawyer's own clauses, placed before or after a clause of a paper, put in its stead, or taking it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

from charterlang._records import record
from charterlang.model.things import ClauseEdit
from charterlang.papers.desk import Office
from charterlang.papers.markup import slug
from charterlang.papers.tree import Clause, Origin, Paper, Paragraph, Text
from charterlang.source import Finding, Severity


def concerns(edit: ClauseEdit, paper: Paper) -> bool:
    """Whether an edit names this paper: by its id, or by its kind and whom it is for. One that names none fits all."""
    if edit.paper and edit.paper not in (paper.id, paper.kind):
        return False
    return edit.of in ("", paper.subject)


def edited(paper: Paper, office: Office) -> tuple[Paper, list[Finding]]:
    """The paper with the charter's clauses put in, and what cannot be: an id that the paper has already."""
    findings: list[Finding] = []
    for edit in office.charter.clauses:
        ids = {clause.id for clause in paper.walk()}
        if not concerns(edit, paper) or edit.anchor not in ids:
            continue
        if edit.place in ("before", "after") and slug(edit.id) in ids:
            message = f"the paper `{paper.id}` already has a clause `{edit.id}`; give this one another name"
            findings.append(Finding("DOC104", Severity.ERROR, message, edit.span, subject=edit.id))
            continue
        place = _origin(edit, office)
        hand = _Hand(edit, place)
        paper = replace(paper, clauses=hand.through(paper.clauses), annexes=hand.through(paper.annexes))
    return paper, findings


def _origin(edit: ClauseEdit, office: Office) -> tuple[Origin, ...]:
    if edit.span is None or edit.span.file not in office.sources:
        return ()
    return (Origin(edit.span.file.rsplit("/", 1)[-1], office.sources.start(edit.span).line),)


@record
class _Hand:
    """One edit on its way through a tree."""

    edit: ClauseEdit
    origin: tuple[Origin, ...]

    def through(self, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
        found: list[Clause] = []
        for clause in clauses:
            if clause.id != self.edit.anchor:
                kept = replace(clause, children=self.through(clause.children))
                if kept.children or kept.blocks or not clause.children:
                    found.append(kept)
                continue
            own = self._clause(clause)
            by_place = {
                "before": (own, clause),
                "after": (clause, own),
                "instead": (replace(own, id=clause.id),),
                "instead of": (replace(own, id=clause.id),),
                "without": (),
            }
            found += by_place.get(self.edit.place, (clause,))
        return tuple(found)

    def _clause(self, anchor: Clause) -> Clause:
        edit = self.edit
        paragraphs = [" ".join(each.split()) for each in edit.text.split("\n\n")]
        blocks = tuple(Paragraph((Text(each),)) for each in paragraphs if each)
        heading = edit.title or (anchor.heading if edit.place.startswith("instead") else "")
        return Clause(slug(edit.id), anchor.level, heading, blocks, states=edit.states, origin=self.origin)


def unplaced(office: Office, papers: Sequence[Paper]) -> list[Finding]:
    """Findings for edits whose paper or clause there is not."""
    findings = []
    for edit in office.charter.clauses:
        fitting = [paper for paper in papers if concerns(edit, paper)]
        if not fitting:
            known = sorted({paper.kind for paper in papers})
            message = f"no paper of this charter is `{edit.paper}`" + (f" of `{edit.of}`" if edit.of else "")
            papers_are = f"the papers are: {', '.join(known)}"
            findings.append(Finding("DOC102", Severity.ERROR, message, edit.span, help=(papers_are,), subject=edit.id))
            continue
        known_ids = sorted(
            {each for paper in fitting for each in office.clause_ids[paper.id] | {clause.id for clause in paper.walk()}}
        )
        if edit.anchor not in known_ids:
            near = get_close_matches(edit.anchor, known_ids, 3, 0.5)
            help_ = (f"did you mean {' or '.join(f'`{each}`' for each in near)}?",) if near else ()
            message = f"there is no clause `{edit.anchor}` in {_listed(fitting)}"
            findings.append(Finding("DOC103", Severity.ERROR, message, edit.span, help=help_, subject=edit.id))
    return findings


def _listed(papers: Sequence[Paper]) -> str:
    names = [f"`{paper.id}`" for paper in papers]
    return names[0] if len(names) == 1 else f"any of {', '.join(names)}"
