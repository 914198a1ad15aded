"""Questions put to every charter: Ostrom's and the co-operative principles, and the Open Governance Index."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from charterlang.law.rows import Row, Words


class DesignPrinciple(Row):
    """One of Ostrom's design principles, in the eleven of Cox, Arnold and Villamayor Tomás (2010).

    `ostrom_1990` is its number in the first list of eight; `charter_fields` are the places of a charter that answer
    `charter_question`; `severity_if_missing` is how much silence weighs.
    """

    id: Words
    title: Words
    ostrom_1990: Words
    statement: Words
    charter_question: Words
    charter_fields: tuple[Words, ...]
    severity_if_missing: Literal["error", "warning"]
    sources: tuple[Words, ...]


class CooperativePrinciple(Row):
    """One of the seven principles of the International Co-operative Alliance, as a question."""

    id: Words
    title: Words
    charter_question: Words
    sources: tuple[Words, ...]


class SupportFacts(Row):
    """What the review of 2010 found about the design principles: how many studies, how far they bear them out."""

    studies: int
    mean_support: Words
    finding: Words
    refinement: Words
    critiques: tuple[Words, ...]


class OstromAbout(Row):
    """What is true of all the principles, and how to read them for goods that are not used up."""

    compiled: Words
    facts_2010: SupportFacts
    note: Words
    digital_commons_notes: tuple[Words, ...]


class Ostrom(Row):
    """The design principles, the co-operative principles, and which of them (and of the index) ask the same."""

    about: OstromAbout
    principles: tuple[DesignPrinciple, ...]
    ica: tuple[CooperativePrinciple, ...]
    ica_values: Mapping[Literal["cooperative", "ethical"], tuple[Words, ...]]
    crosswalk: Mapping[str, tuple[Words, ...]]


class Anchor(Row):
    """What earns a score on the index."""

    score: int
    means: Words


class Scale(Row):
    """How answers become a figure. `inferred` says that the scale was worked out, not quoted; say so beside a score."""

    inferred: bool
    min: int
    max: int
    anchors: tuple[Anchor, ...]
    formula: Words
    missing: Words


class Group(Row):
    """One of the four areas of the index, and how many criteria it has."""

    id: Words
    title: Words
    criteria: int


class Criterion(Row):
    """One question of the index: as published, and as put to a charter; `charter_field` is what answers it."""

    id: Words
    group: Words
    title: Words
    question: Words
    anchors: tuple[Anchor, ...]
    question_for_a_charter: Words
    charter_field: Words
    sources: tuple[Words, ...]
    source_note: str = ""


class PublishedScore(Row):
    """A figure the authors published for a project."""

    project: Words
    percent: int
    source: Words


class Reading(Row):
    """What high and low scores look like, what to copy, and what critics objected."""

    high: Words
    low: Words
    best_practices: tuple[Words, ...]
    critique: Words


class IndexAbout(Row):
    """Whose method it is, what of it was verified and what was not."""

    title: Words
    authors: Words
    year: int
    publications: tuple[Words, ...]
    status: Words
    verified: tuple[Words, ...]
    not_verified: tuple[Words, ...]
    score_note: Words


class OpenGovernanceIndex(Row):
    """The Open Governance Index of 2011: a questionnaire on who may see, change, use and steer a project."""

    about: IndexAbout
    scale: Scale
    groups: tuple[Group, ...]
    criteria: tuple[Criterion, ...]
    published_scores: tuple[PublishedScore, ...]
    reading: Reading
    suggestion: Words
