"""The power analysis of a charter, in order: who decides what, level by level, with evidence, ties and repairs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from charterlang._records import record
from charterlang.model.charter import Charter
from charterlang.model.decisions import Act
from charterlang.model.entities import Entity
from charterlang.model.things import Commons, Value
from charterlang.powers.acts import ACTS
from charterlang.powers.breaches import MONEY_VALUES, Breach, breaches
from charterlang.powers.care import care_protections
from charterlang.powers.control import CONTROL
from charterlang.powers.evidence import bar_steps, entry_words, told
from charterlang.powers.levels import assess, bars, write_breach
from charterlang.powers.program import DECISIONS, Key, Program
from charterlang.powers.questions import doings_of, groups
from charterlang.powers.verdicts import Level, Member, Protection, Step, ValueVerdict, Verdicts
from charterlang.powers.wording import act_words
from charterlang.powers.world import World
from charterlang.source import Span

WRITERS = {**DECISIONS, **CONTROL, **ACTS}


@record
class Subject:
    """A value of something: of a commons, or of an entity that upholds it."""

    value: Value
    of: Commons | Entity


def subjects(charter: Charter) -> list[Subject]:
    """Every value with everything whose value it is.

    A value that an association upholds for a commons it protects is judged on that commons; a firm that upholds a
    value of a
    commons is judged by its ties.
    """
    found: list[Subject] = []
    for value in charter.values.values():
        commons = [thing for thing in charter.commons.values() if value.id in thing.upholds]
        found += [Subject(value, thing) for thing in commons]
        covered = {thing.id for thing in commons}
        kept = bool(commons) or any(
            entity.kind == "association" and value.id in entity.upholds for entity in charter.entities.values()
        )
        for entity in charter.entities.values():
            if value.id not in entity.upholds or covered.intersection((*entity.protects, *entity.uses)):
                continue
            if entity.kind == "firm" and kept:
                continue
            found.append(Subject(value, entity))
    return found


class Analysis:
    """The power system of a charter and what is asked of it. Everything is computed on first use and kept."""

    def __init__(self, charter: Charter, pause: Callable[[], None] | None = None) -> None:
        """Look at `charter`; `pause` is called before each protection, and what it raises ends the work."""
        self.charter = charter
        self._pause = pause
        self.world = World(charter)
        self._programs: dict[bool, Program] = {}

    def program(self, *, money: bool = False) -> Program:
        """The power system for values of money (the asset lock), or for the others."""
        found = self._programs.get(money)
        if found is None:
            book = next((other.book for other in self._programs.values()), None)
            found = self._programs[money] = Program(self.world, WRITERS, money=money, book=book)
        return found

    @cached_property
    def verdicts(self) -> Verdicts:
        """Every value of every subject, every firm's ties, and notes."""
        from charterlang.powers.firms import firm_ties
        from charterlang.powers.notes import notes
        from charterlang.powers.repairs import with_repairs

        values = tuple(self.values())
        values = tuple(with_repairs(self, verdict) for verdict in values)
        return Verdicts(values, tuple(firm_ties(self, values)), tuple(notes(self)))

    def values(self, only: Iterable[Subject] | None = None) -> Iterator[ValueVerdict]:
        """The verdict on each value of each subject."""
        chosen = subjects(self.charter) if only is None else list(only)
        plans: list[tuple[Subject, list[Breach]]] = []
        for subject in chosen:
            listed = breaches(self.world, subject.value, subject.of)
            plans.append((subject, listed))
            program = self.program(money=subject.value.kind in MONEY_VALUES)
            for breach in listed:  # write all rules before the system is frozen, once
                write_breach(program, subject.value, subject.of, breach)
        for subject, listed in plans:
            yield self._verdict(subject, listed)

    def _verdict(self, subject: Subject, listed: list[Breach]) -> ValueVerdict:
        value = subject.value
        if value.kind == "care" and not value.breaches:
            protections = tuple(care_protections(self.world, value, subject.of))
        else:
            protections = tuple(self.protection(subject, breach) for breach in listed)
        levels = [found.level for found in protections if found.level is not None]
        return ValueVerdict(value.id, subject.of.id, min(levels) if levels else None, protections)

    def protection(self, subject: Subject, breach: Breach, *, money: bool | None = None) -> Protection:
        """The protection of a value against one breach, with its evidence; `money` if not as the value's kind says."""
        if self._pause is not None:
            self._pause()
        program = self.program(money=subject.value.kind in MONEY_VALUES if money is None else money)
        found = assess(self.world, program, subject.value, subject.of, breach)
        level = found.level
        standing = bars(self.world, subject.of, breach, found.locks)
        if level is None and standing:
            level = Level.BEYOND_REACH
        evidence = told(self.world, found)
        barring = bar_steps(self.world, standing)
        elements = dict.fromkeys((*evidence.elements, *(name for step in barring for name in step.elements)))
        return Protection(
            value=subject.value.id,
            subject=subject.of.id,
            act=breach.act,
            level=level,
            breach=breach.words,
            contingent=found.contingent,
            by_exit=found.by_exit,
            coalition=found.members,
            fewest=found.coalition.fewest if found.coalition else True,
            entry=entry_words(self.world, found),
            steps=evidence.steps,
            passed=evidence.passed,
            bars=barring,
            elements=tuple(elements),
            missing="" if level is not None else (breach.missing or _missing(breach)),
            span=_span(subject, evidence.steps),
        )

    def untied(self, subject: Subject, breach: Breach) -> Protection:
        """The protection of a firm's tie to a value: who could bring the firm to be bound no longer."""
        return self.protection(subject, breach, money=False)

    # --- questions ---------------------------------------------------------------------------------------------------

    def who_can(self, act: Act) -> Protection:
        """Who could do an act, whatever it means: every consent counts, and no lock or value is asked about."""
        thing = self.charter.elements.get(act.thing.partition(".articles")[0])
        of = thing if isinstance(thing, Commons | Entity) else next(iter(self.charter.commons.values()), None)
        if of is None:
            of = Commons(act.thing)
        way: tuple[Key, ...] = (("may", act.action, act.thing, "act"),)
        breach = Breach(act, act_words(self.charter, act), (way,))
        return self.protection(Subject(Value("", "asset-lock"), of), breach, money=True)

    def others_who_can(self, act: Act, limit: int = 8) -> tuple[tuple[Member, ...], ...]:
        """Every smallest group that can do an act, up to a limit: none of its members can be spared."""
        found = self.who_can(act)
        if found.level is None or not found.coalition:
            return ()
        return groups(self, act, limit)

    def can(self, parties: Iterable[str], act: Act) -> bool:
        """Whether these parties, acting together and each of one mind, can do an act; every consent counts."""
        program = self.program(money=True)
        goal: Key = ("may", act.action, act.thing, "act")
        program.ask([goal])
        assumed = doings_of(self, program, frozenset(parties))
        return program.system().holds(program.numbers[goal], assumed)


def _missing(breach: Breach) -> str:
    return f"write a power for `{breach.act.action} {breach.act.thing}`"


def _span(subject: Subject, steps: tuple[Step, ...]) -> Span | None:
    return next((step.span for step in steps if step.span is not None), subject.of.name_span or subject.of.span)


__all__ = ["Analysis", "Subject", "subjects"]
