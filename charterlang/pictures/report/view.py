"""What the report shows, as plain values for its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from charterlang._records import record
from charterlang.model.charter import Charter
from charterlang.pictures.flows import panels
from charterlang.pictures.palette import LEVELS, level_mark, level_word
from charterlang.pictures.report.words import breach_words, listed, member_words, place, sentence
from charterlang.powers.verdicts import Level, Protection, Step, TieVerdict, Verdicts
from charterlang.source import Sources


@record
class Badge:
    """A level as the page shows it: its digit and word, its meaning, and its colours."""

    mark: str
    word: str
    meaning: str
    fill: str
    ink: str


@record
class Said:
    """A sentence and the place in the charter it rests on."""

    text: str
    place: str = ""


@record
class Row:
    """One value against one breach. `chosen` is the smallest group, for the panel: party and strength of each."""

    id: str
    breach: str
    badge: Badge
    who: str
    steps: tuple[Said, ...]
    bars: tuple[Said, ...]
    notes: tuple[str, ...]
    repairs: tuple[Said, ...]
    chosen: tuple[tuple[str, str], ...]


@record
class ValueView:
    """One value of one subject, with its sentence, its level and all its breaches."""

    value: str
    subject: str
    sentence: str
    badge: Badge
    rows: tuple[Row, ...]


@record
class TieView:
    """Whether a firm is tied to a value, by what, and what is missing."""

    firm: str
    value: str
    state: str
    badge: Badge
    by: str
    said: tuple[Said, ...]


@record
class FlowView:
    """One flow of value in words."""

    source: str
    target: str
    said: str
    yearly: str


def badge(level: Level | None) -> Badge:
    """A level as a badge."""
    meaning = level.meaning if level is not None else "nothing in the charter says who could"
    paint = LEVELS[level]
    return Badge(level_mark(level), level_word(level), meaning, paint.fill, paint.words)


def badges() -> tuple[Badge, ...]:
    """All levels, the weakest first."""
    return tuple(badge(level) for level in Level)


def values(charter: Charter, verdicts: Verdicts, sources: Sources | None) -> tuple[ValueView, ...]:
    """Every value of every subject."""
    found = []
    for verdict in verdicts.values:
        stated = charter.values.get(verdict.value)
        rows = tuple(_row(charter, protection, sources) for protection in verdict.protections)
        found.append(
            ValueView(
                verdict.value, charter.label(verdict.subject), stated.title if stated is not None else "",
                badge(verdict.level), rows,
            )
        )  # fmt: skip
    return tuple(found)


def _row(charter: Charter, protection: Protection, sources: Sources | None) -> Row:
    return Row(
        id=protection.id,
        breach=breach_words(charter, protection),
        badge=badge(protection.level),
        who=_who(charter, protection),
        steps=_said(protection.steps, sources),
        bars=_said(protection.bars, sources),
        notes=tuple(_notes(protection)),
        repairs=tuple(Said(sentence(repair.text), f"{repair.lifts_to.word} ({int(repair.lifts_to)})")
                      for repair in protection.repairs),
        chosen=tuple((member.party, member.strength) for member in protection.coalition),
    )  # fmt: skip


def _who(charter: Charter, protection: Protection) -> str:
    if protection.coalition:
        return listed([member_words(charter, member) for member in protection.coalition])
    if protection.level is Level.BEYOND_REACH:
        return "nobody"
    return "" if protection.level is not None else "not known"


def _notes(protection: Protection) -> Iterator[str]:
    if protection.missing:
        yield sentence(f"not examined: {protection.missing}")
    if protection.by_exit:
        yield "The community can leave whole, so it must be asked."
    if protection.contingent:
        yield "Somebody in this group would gain from the breach."
    if protection.passed:
        yield sentence(f"passed without help, for it does not test the value: {listed(protection.passed)}")
    if protection.entry:
        yield sentence(protection.entry)
    if protection.coalition and not protection.fewest:
        yield "None of them can be spared; whether fewer others would do was not settled within the work allowed."


def _said(steps: Sequence[Step], sources: Sources | None) -> tuple[Said, ...]:
    return tuple(Said(sentence(step.text), place(step.span, sources)) for step in steps if step.text)


def ties(charter: Charter, verdicts: Verdicts, sources: Sources | None) -> tuple[TieView, ...]:
    """Every firm against every value it should be tied to."""
    found = []
    for tie in verdicts.ties:
        by = listed([charter.label(name) for name in tie.creditors])
        said = (*_said(tie.weak, sources), *(Said(sentence(text)) for text in tie.missing))
        found.append(TieView(charter.label(tie.firm), tie.value, _state(tie), badge(tie.level), by, said))
    return tuple(found)


def _state(tie: TieVerdict) -> str:
    if tie.tied:
        return "tied"
    return "not tied, and the value stands without it" if tie.harmless else "not tied"


def notes(verdicts: Verdicts, sources: Sources | None) -> tuple[Said, ...]:
    """What the analysis wants said beside the verdicts."""
    found = []
    for note in verdicts.notes:
        text = sentence(note.text) + (f" {sentence(note.help)}" if note.help else "")
        found.append(Said(text, place(note.span, sources)))
    return tuple(found)


def flows(charter: Charter) -> tuple[FlowView, ...]:
    """Every flow of value in words."""
    return tuple(
        FlowView(charter.label(each.flow.source), charter.label(each.flow.target), each.said, each.yearly)
        for panel in panels(charter)
        for each in panel.streams
    )
