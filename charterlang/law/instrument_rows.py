"""Instruments: the legal ties by which a firm is bound to a commons, what each locks and who can undo it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from charterlang.law.rows import UNVERIFIED, Between, Confidence, Row, Shape, Words

Lock = Literal["purpose", "profit", "assets", "control", "knowledge", "name", "land", "data", "exit"]
"""What a tie keeps in the circle; `InstrumentsAbout.locks` explains each."""


class Edge(Row):
    """Who holds the tie and whom it binds; `mutual` where each holds it over the other."""

    held_by: Words
    bound: Words
    mutual: bool = False


class Undo(Row):
    """Who can end the tie, in words, and whether its holder must agree."""

    who: Words
    needs_holder_consent: Literal["yes", "partly", "no"]


class Weakness(Row):
    """A form under which the instrument is weak or impossible, and why; without a form, a caution at large."""

    form: Words | None = None
    reason: str = ""


class FailureCase(Row):
    """What went wrong somewhere, when, and what it teaches. `year` may be a range, or say it is a pattern."""

    case: Words
    year: Words
    lesson: Words
    source: Words


class Instrument(Row):
    """One instrument.

    `binds` is what it holds fast; `right_holder` who can enforce it, by `enforcement`. `strength` runs from 5 (imposed
    by law, a regulator watches) over 3 (contract or property right with a clear remedy) to 1 (disclosure), 0 and -1
    (works against the commons). `clause_points` are what its clause must state. `any_form` says that it goes with every
    form; `forms_supporting` are the ids of forms it goes with well.
    """

    id: Annotated[str, Shape(r"[a-z][a-z-]+")]
    name: Words
    binds: Words
    right_holder: Words
    edge: Edge
    locks: tuple[Lock, ...]
    strength: Annotated[int, Between(-1, 5)]
    enforcement: Words
    undo: Undo
    duration: Words
    public_register: str = ""
    clause_points: tuple[Words, ...]
    any_form: bool
    forms_supporting: tuple[Words, ...]
    forms_note: str = ""
    forms_weak_or_excluded: tuple[Weakness, ...]
    failure_cases: tuple[FailureCase, ...]
    sources: tuple[Words, ...]
    confidence: Confidence
    note: str = ""

    @property
    def undone_without_holder(self) -> bool:
        """Whether the bound side can end it alone: it then counts as strength 2 at most, whatever is written."""
        return self.undo.needs_holder_consent == "no"

    @property
    def recalled(self) -> bool:
        """Whether the row rests on general knowledge alone."""
        return set(self.sources) == {UNVERIFIED} or self.confidence == "low"

    def supports(self, form: str) -> bool | None:
        """Whether it goes with the form of this id: True, False where it is weak or barred, None where not known."""
        if any(weak.form == form and not weak.reason for weak in self.forms_weak_or_excluded):
            return False
        return True if self.any_form or form in self.forms_supporting else None

    def cites(self) -> str:
        """The instrument by name and how far the row may be trusted."""
        return f"{self.name}; confidence {self.confidence}"


class InstrumentsAbout(Row):
    """What is true of the whole table: what each lock means, the scale of strength, and how ties add up in a graph."""

    compiled: Words
    locks: Mapping[Lock, Words]
    strength_scale: Mapping[int, Words]
    graph_rules: tuple[Words, ...]
    required_for: Words
