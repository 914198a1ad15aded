"""Checks on the finished tree: what a careful reader would mark in the margin before any format is made.

A fault is plain data. Who compiled the paper knows where in the charter a clause comes from and turns faults into
findings; this module knows papers only.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from enum import StrEnum

from charterlang._records import record
from charterlang.papers.number import blanks, block_inlines, inlines_of
from charterlang.papers.plain import block_text
from charterlang.papers.tree import Blank, Clause, Level, Paper, Paragraph, Picture, Reference, Table, Term


class FaultKind(StrEnum):
    """What can be wrong with a paper. `BLANK` is no fault of drafting, but must be filled in before signing."""

    TERM_UNDEFINED = "term-undefined"
    TERM_DEFINED_TWICE = "term-defined-twice"
    TERM_UNUSED = "term-unused"
    REFERENCE_DANGLING = "reference-dangling"
    ID_DUPLICATE = "id-duplicate"
    CLAUSE_EMPTY = "clause-empty"
    CLAUSE_REPEATED = "clause-repeated"
    CLAUSE_MISPLACED = "clause-misplaced"
    FORMAT_MIXED = "format-mixed"
    BLANK_UNCLEAR = "blank-unclear"
    BLANK = "blank"


@record
class TreeFault:
    """One fault: its kind, the clause it stands in ("" for the paper as a whole), and a sentence that states it."""

    kind: FaultKind
    clause_id: str
    text: str


def faults(paper: Paper) -> tuple[TreeFault, ...]:
    """All faults of a numbered paper, by kind and then in reading order."""
    return (
        *_terms(paper),
        *_references(paper),
        *_ids(paper),
        *_clauses(paper),
        *_places(paper),
        *_formats(paper),
        *_blanks(paper),
    )


def _name(clause: Clause) -> str:
    """A clause as a message names it: Article 7, “Amendment”."""
    label = (clause.label or clause.id).rstrip(".")
    return f"{label}, “{clause.heading}”" if clause.heading else label


# --- terms -------------------------------------------------------------------------------------------------------


def _terms(paper: Paper) -> Iterator[TreeFault]:
    defined = {definition.key for definition in paper.definitions}
    reported: set[str] = set()
    for clause_id, inline in inlines_of(paper):
        if isinstance(inline, Term) and inline.key not in defined | reported:
            reported.add(inline.key)
            text = f"“{inline.text}” is used as a defined term, but nothing defines it."
            yield TreeFault(FaultKind.TERM_UNDEFINED, clause_id, text)
    seen_keys: set[str] = set()
    seen_terms: set[str] = set()
    for definition in paper.definitions:
        if definition.key in seen_keys or definition.term.casefold() in seen_terms:
            text = f"“{definition.term}” is defined twice."
            yield TreeFault(FaultKind.TERM_DEFINED_TWICE, definition.defined_in, text)
        seen_keys.add(definition.key)
        seen_terms.add(definition.term.casefold())
    used = _used_terms(paper)
    for definition in paper.definitions:
        if definition.key not in used:
            text = f"“{definition.term}” is defined, but never used."
            yield TreeFault(FaultKind.TERM_UNUSED, definition.defined_in, text)


def _used_terms(paper: Paper) -> set[str]:
    """The keys used in clauses, in the preamble, or in the definition of another term."""
    running = [inline for block in paper.preamble for inline in block_inlines(block)]
    running += [inline for clause in paper.walk() for block in clause.blocks for inline in block_inlines(block)]
    used = {inline.key for inline in running if isinstance(inline, Term)}
    for definition in paper.definitions:
        used |= {inline.key for inline in definition.meaning if isinstance(inline, Term)} - {definition.key}
    return used


# --- references and ids ------------------------------------------------------------------------------------------


def _references(paper: Paper) -> Iterator[TreeFault]:
    known = {clause.id for clause in paper.walk()}
    reported: set[tuple[str, str]] = set()
    for clause_id, inline in inlines_of(paper):
        if isinstance(inline, Reference) and inline.target not in known and (clause_id, inline.target) not in reported:
            reported.add((clause_id, inline.target))
            text = f"The text refers to a clause “{inline.target}”, but this paper has no such clause."
            yield TreeFault(FaultKind.REFERENCE_DANGLING, clause_id, text)
    for definition in paper.definitions:
        if definition.defined_in and definition.defined_in not in known:
            place = definition.defined_in
            text = f"“{definition.term}” is said to be defined in “{place}”, but this paper has no such clause."
            yield TreeFault(FaultKind.REFERENCE_DANGLING, "", text)


def _ids(paper: Paper) -> Iterator[TreeFault]:
    for clause_id, times in Counter(clause.id for clause in paper.walk()).items():
        if not clause_id:
            yield TreeFault(FaultKind.ID_DUPLICATE, "", f"{times} clauses have no id, so nothing can refer to them.")
        elif times > 1:
            text = f"{times} clauses share the id “{clause_id}”, so a reference to it is ambiguous."
            yield TreeFault(FaultKind.ID_DUPLICATE, clause_id, text)


# --- clauses -----------------------------------------------------------------------------------------------------

_REPEATED_FROM = 60
"""Shorter texts may stand twice ("As the law provides.")."""


def _clauses(paper: Paper) -> Iterator[TreeFault]:
    first: dict[str, Clause] = {}
    for clause in paper.walk():
        own = "\n".join(block_text(block) for block in clause.blocks).strip()
        if not own and not clause.children and not any(isinstance(block, Picture) for block in clause.blocks):
            yield TreeFault(FaultKind.CLAUSE_EMPTY, clause.id, f"{_name(clause)} says nothing.")
        wording = " ".join(own.casefold().split())
        if len(wording) < _REPEATED_FROM:
            continue
        if wording in first:
            text = f"{_name(clause)} says word for word what {_name(first[wording])} says."
            yield TreeFault(FaultKind.CLAUSE_REPEATED, clause.id, text)
        first.setdefault(wording, clause)


_RANK = {Level.PART: "a part", Level.ARTICLE: "an article", Level.SECTION: "a section", Level.ITEM: "an item"}
_MAY_HOLD: dict[Level, set[Level]] = {
    Level.PART: {Level.ARTICLE, Level.SECTION},
    Level.ARTICLE: {Level.SECTION, Level.ITEM},
    Level.SECTION: {Level.ITEM},
    Level.ITEM: {Level.ITEM},
}


def _places(paper: Paper) -> Iterator[TreeFault]:
    """Clauses at a rank where no number can be given that a reader would understand."""
    top = sorted({f"{clause.level}s" for clause in paper.clauses})
    if len(top) > 1:
        text = f"The paper mixes {' and '.join(top)} at its top, so their numbers run side by side."
        yield TreeFault(FaultKind.CLAUSE_MISPLACED, "", text)
    elif top == ["items"]:
        text = "The paper holds items that stand in no article or section."
        yield TreeFault(FaultKind.CLAUSE_MISPLACED, paper.clauses[0].id, text)
    for clause in paper.clauses:
        yield from _misplaced(clause, _MAY_HOLD)
    for annex in paper.annexes:
        yield from _misplaced(annex, dict.fromkeys(Level, set(Level) - {Level.PART}))


def _misplaced(clause: Clause, may_hold: dict[Level, set[Level]]) -> Iterator[TreeFault]:
    for child in clause.children:
        if child.level not in may_hold[clause.level]:
            text = f"{_name(child)} has the rank of {_RANK[child.level]} and cannot stand in {_name(clause)}."
            yield TreeFault(FaultKind.CLAUSE_MISPLACED, child.id, text)
        yield from _misplaced(child, may_hold)
    ranks = {child.level for child in clause.children}
    if Level.ITEM in ranks and len(ranks) > 1:
        text = f"{_name(clause)} mixes items with sections, so two of its items may have the same letter."
        yield TreeFault(FaultKind.CLAUSE_MISPLACED, clause.id, text)


# --- formats -----------------------------------------------------------------------------------------------------

_MONTHS = (
    "january|february|march|april|june|july|august|september|october|november|december|"
    "janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "januar|februar|märz|juni|juli|oktober|dezember"
)
_FORMS: dict[str, dict[str, re.Pattern[str]]] = {
    "percentages": {
        "a space before the sign": re.compile(r"\d[ \u00a0\u202f]%"),
        "no space before the sign": re.compile(r"\d%"),
        "the words “per cent”": re.compile(r"\d[ \u00a0]per ?cent\b", re.IGNORECASE),
    },
    "dates": {
        "year first (2025-03-31)": re.compile(r"\b\d{4}-\d{2}-\d{2}\b"),
        "figures with slashes (31/03/2025)": re.compile(r"\b\d{1,2}/\d{1,2}/\d{4}\b"),
        "figures with points (31.03.2025)": re.compile(r"\b\d{1,2}\.\d{1,2}\.\d{4}\b"),
        "day before month (31 March 2025)": re.compile(
            rf"\b\d{{1,2}}\.? (?:{_MONTHS}|may|mai) \d{{4}}\b", re.IGNORECASE
        ),
        "month before day (March 31, 2025)": re.compile(rf"\b(?:{_MONTHS}|may) \d{{1,2}}, \d{{4}}\b", re.IGNORECASE),
    },
    "large numbers": {
        "commas (10,000)": re.compile(r"\b\d{1,3}(?:,\d{3})+\b"),
        "points (10.000)": re.compile(r"\b\d{1,3}(?:\.\d{3})+\b(?!\.\d)"),
        "spaces (10 000)": re.compile(r"\b\d{1,3}(?:[ \u00a0\u202f]\d{3})+\b"),
    },
}


def _formats(paper: Paper) -> Iterator[TreeFault]:
    """Percentages, dates and thousands written in more than one way; wording kept verbatim is not ours to judge."""
    uses: dict[str, dict[str, list[Clause]]] = {kind: defaultdict(list) for kind in _FORMS}
    for clause in paper.walk():
        own = "\n".join(block_text(block) for block in clause.blocks if isinstance(block, Paragraph | Table))
        if not any(letter.isdigit() for letter in own):
            continue
        for kind, patterns in _FORMS.items():
            for form, pattern in patterns.items():
                uses[kind][form] += [clause] * len(pattern.findall(own))
    for kind, forms in uses.items():
        used = {form: clauses for form, clauses in forms.items() if clauses}
        if len(used) < 2:
            continue
        usual = max(used, key=lambda form: len(used[form]))
        for form, clauses in used.items():
            if form != usual:
                place = _name(clauses[0])
                text = f"{kind.capitalize()} are mostly written one way ({usual}), but {place} has another ({form})."
                yield TreeFault(FaultKind.FORMAT_MIXED, clauses[0].id, text)


# --- blanks ------------------------------------------------------------------------------------------------------


def _blanks(paper: Paper) -> Iterator[TreeFault]:
    hints: dict[str, str] = {}
    first: dict[str, str] = {}
    for clause_id, inline in inlines_of(paper):
        if isinstance(inline, Blank):
            first.setdefault(inline.key, clause_id)
            if hints.setdefault(inline.key, inline.hint) != inline.hint:
                text = f"One blank is described in two ways: “{hints[inline.key]}” and “{inline.hint}”."
                yield TreeFault(FaultKind.BLANK_UNCLEAR, clause_id, text)
    for blank in blanks(paper):
        yield TreeFault(FaultKind.BLANK, first[blank.key], f"Blank: {blank.hint or blank.key}.")
