"""What economics lends to the checks: questions every charter answers, measures with their usual bounds, precedents."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated

from charterlang.law.rows import Confidence, Row, Shape, Words, trust

Figure = Annotated[str, Shape(r"[0-9]+(/[1-9][0-9]*)?")]
"""A number kept exact: "30" or "1/3"."""


class Question(Row):
    """One of the six economic questions, what in a charter answers it, and the check it implies."""

    id: Words
    question: Words
    charter_field: Words
    check: Words


class Benchmark(Row):
    """A measure and the bound that is usual for it: `least`, `most`, or neither where none is known.

    `meaning` says what it means to be beyond the bound. Most bounds are custom, not law: a finding that uses one says
    so with `cites()`.
    """

    id: Words
    measure: Words
    meaning: Words
    unit: Words
    least: Figure | None
    most: Figure | None
    sources: tuple[Words, ...]
    last_verified: int | None
    confidence: Confidence
    note: str = ""

    @property
    def floor(self) -> Fraction | None:
        """The least that is usual, in `unit`."""
        return Fraction(self.least) if self.least else None

    @property
    def ceiling(self) -> Fraction | None:
        """The most that is usual, in `unit`."""
        return Fraction(self.most) if self.most else None

    def cites(self) -> str:
        """On what the bound rests: "custom; not verified against a text, confidence low"."""
        return f"custom; {trust(self.last_verified, self.confidence)}"


class Clearing(Row):
    """How mutual obligations are netted: the words for it, the method, and what must stay true."""

    definitions: Mapping[str, Words]
    method: Words
    invariants: tuple[Words, ...]
    sources: tuple[Words, ...]


class Precedent(Row):
    """A system that exists or existed, and what is known of it."""

    id: Words
    name: Words
    facts: tuple[Words, ...]
    sources: tuple[Words, ...]
    confidence: Confidence


class EconomicsAbout(Row):
    """Where the idea comes from, the checks it implies, notes on the law of money, and what was not verified."""

    compiled: Words
    seed: Words
    seed_sources: tuple[Words, ...]
    seed_checks: tuple[Words, ...]
    not_verified: tuple[Words, ...]
    law_notes: tuple[Words, ...]
    law_notes_sources: tuple[Words, ...]


class Economics(Row):
    """The whole table: `modes` are ways of provisioning, `integration` Polanyi's forms of it."""

    about: EconomicsAbout
    questions: tuple[Question, ...]
    modes: tuple[Words, ...]
    integration: tuple[Words, ...]
    benchmarks: tuple[Benchmark, ...]
    clearing: Clearing
    credit_rules: tuple[Words, ...]
    precedents: tuple[Precedent, ...]
    value_return: tuple[Words, ...]
    value_return_sources: tuple[Words, ...]

    def benchmark(self, benchmark_id: str) -> Benchmark | None:
        """The benchmark of this id, or None."""
        return next((row for row in self.benchmarks if row.id == benchmark_id), None)
