"""What every rule is given: the charter, the verdicts on it, and what rules look up together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING

from charterlang._records import record
from charterlang.checks.edits import insertion, within
from charterlang.checks.facts import Facts
from charterlang.model import Charter
from charterlang.powers.verdicts import Level, Protection, TieVerdict, ValueVerdict, Verdicts
from charterlang.powers.world import World
from charterlang.source import Edit, Fix, Severity, Sources, Span

if TYPE_CHECKING:
    from charterlang.checks.flo.book import Book
    from charterlang.law.form_rows import Form


@record(slots=False)
class Context:
    """One charter and everything that is known of it.

    `sources` are the texts, where there are any: only with them can a fix know where to insert. `for_signing` asks
    for what the signing needs. `bar` overrides the bar of the charter's header (a project's settings may set one).
    """

    charter: Charter
    verdicts: Verdicts = field(default_factory=Verdicts)
    sources: Sources | None = None
    for_signing: bool = False
    bar: Level | None = None

    @cached_property
    def facts(self) -> Facts:
        """Who protects, holds, owes, decides and controls what."""
        return Facts(self.charter)

    @cached_property
    def book(self) -> Book:
        """The flows, by who pays and who receives."""
        from charterlang.checks.flo.book import Book

        return Book(self.charter)

    @cached_property
    def world(self) -> World:
        """The charter as the power analysis looks at it."""
        return World(self.charter)

    # ------------------------------------------------------------------------------------------------ words

    def label(self, name: str) -> str:
        """How a sentence names an element: its title or its own name."""
        return self.facts.label(name)

    # ------------------------------------------------------------------------------------------------- law

    @cached_property
    def forms(self) -> Mapping[str, Form]:
        """The legal forms the charter's own bodies have, by the id of the body; unknown forms are left out."""
        from charterlang import law

        found = {entity.id: law.form(entity.form) for entity in self.charter.entities.values() if entity.form}
        return {name: form for name, form in found.items() if form is not None}

    # -------------------------------------------------------------------------------------------- verdicts

    @cached_property
    def least(self) -> Level | None:
        """The bar that was set, by the settings or the header; None for the usual one."""
        return self.bar if self.bar is not None else Level.of(self.charter.header.bar)

    def weight(self, level: Level | None) -> Severity | None:
        """How much a protection of that level weighs; None where it is good enough.

        Without a bar, levels 0 and 1 are errors and 2 a warning. With one, every level below it is an error, and
        level 2 and less still warn.
        """
        if level is None:
            return None
        if level < (self.least if self.least is not None else Level.INSIDER):
            return Severity.ERROR
        return Severity.WARNING if level <= Level.INSIDER else None

    @cached_property
    def fallen(self) -> tuple[ValueVerdict, ...]:
        """The values that stand below the bar."""
        return tuple(found for found in self.verdicts.values if self.weight(found.level) is not None)

    @cached_property
    def _falling(self) -> tuple[Protection, ...]:
        """Every protection below the bar."""
        found = (protection for verdict in self.fallen for protection in verdict.protections)
        return tuple(protection for protection in found if self.weight(protection.level) is not None)

    @cached_property
    def _breaches(self) -> frozenset[tuple[str, str]]:
        return frozenset((found.act.action, found.act.thing) for found in self._falling)

    def breached(self, action: str, thing: str) -> bool:
        """Whether a finding on a protection already speaks of that act upon that thing."""
        return (action, thing) in self._breaches

    @cached_property
    def breakers(self) -> Mapping[str, frozenset[str]]:
        """The parties whom findings on the protections of each subject already name."""
        found: dict[str, set[str]] = {}
        for protection in self._falling:
            found.setdefault(protection.subject, set()).update(member.party for member in protection.coalition)
        return {subject: frozenset(parties) for subject, parties in found.items()}

    @cached_property
    def touched(self) -> frozenset[str]:
        """The elements that the findings on protections already rest on: another rule need not name them again."""
        return frozenset(name for found in self._falling for name in (*found.elements, found.act.thing))

    @cached_property
    def untied(self) -> Mapping[str, tuple[TieVerdict, ...]]:
        """The verdicts on ties that are missing, by firm."""
        found: dict[str, list[TieVerdict]] = {}
        for verdict in self.verdicts.ties:
            if not verdict.tied:
                found.setdefault(verdict.firm, []).append(verdict)
        return {firm: tuple(verdicts) for firm, verdicts in found.items()}

    def weak_ties(self, firm: str) -> frozenset[str]:
        """The elements that a finding on an untied firm already calls weak."""
        return frozenset(
            element for verdict in self.untied.get(firm, ()) for step in verdict.weak for element in step.elements
        )

    def weakest(self, verdict: ValueVerdict) -> Protection | None:
        """The protection that decides a verdict's level."""
        return verdict.weakest

    # ------------------------------------------------------------------------------------------------ edits

    def insertion(self, place: Span | None, statement: str, title: str) -> tuple[Fix, ...]:
        """A fix that adds `statement` to the block declared at `place`; () where its text is not known."""
        return insertion(self.sources, place, statement, title)

    def replacement(self, place: Span | None, words: str, better: str) -> tuple[Fix, ...]:
        """A fix that writes `better` in the place of `words` inside `place`; () where they do not stand there."""
        found = within(self.sources, place, words)
        return (Fix(f"Write {better}", (Edit(found, better),)),) if found is not None else ()
