"""What an answer to a question about a charter is made of, and the words of a charter that speak of a subject."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction

from charterlang._records import record
from charterlang.checks.context import Context
from charterlang.model.entities import Entity
from charterlang.model.things import Commons, Duty
from charterlang.source import Span


class Word(StrEnum):
    """How a charter answers. Silence is no answer: it counts as nothing, and is told apart from no."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    SILENT = "silent"

    @property
    def worth(self) -> Fraction:
        """1 for yes, a half for partly, else 0."""
        return {"yes": Fraction(1), "partly": Fraction(1, 2)}.get(self.value, Fraction(0))


@record
class Answer:
    """One question and what the charter says to it.

    `spans` are the lines that answer; an answer other than silence has one wherever the charter, not the law, gives
    it. `because` says in words what was found; `statement` is what would answer a silence, as it would be written.
    """

    id: str
    title: str
    question: str
    word: Word
    because: str
    spans: tuple[Span, ...] = ()
    statement: str = ""


@record
class Score:
    """Questions put to one subject (`about` is its id; empty: the whole charter). `note` says what the score is not."""

    id: str
    title: str
    about: str
    label: str
    answers: tuple[Answer, ...]
    note: str = ""

    @property
    def share(self) -> Fraction:
        """The worth of the answers out of what it could be."""
        worth = sum((answer.word.worth for answer in self.answers), Fraction(0))
        return worth / len(self.answers) if self.answers else Fraction(0)

    @property
    def coverage(self) -> Fraction:
        """How many of the questions were answered at all."""
        told = sum(answer.word is not Word.SILENT for answer in self.answers)
        return Fraction(told, len(self.answers)) if self.answers else Fraction(0)


Found = tuple[Word, str, Iterable[Span | None]]
"""What a question finds: the answer, the reason, the lines."""

SILENT: Found = (Word.SILENT, "the charter does not say", ())


def yes(because: str, *spans: Span | None) -> Found:
    """The answer yes, why, and where it stands."""
    return Word.YES, because, spans


def partly(because: str, *spans: Span | None) -> Found:
    """The answer partly, why, and where it stands."""
    return Word.PARTLY, because, spans


def no(because: str, *spans: Span | None) -> Found:
    """The answer no, why, and where it stands."""
    return Word.NO, because, spans


def answer(id_: str, title: str, question: str, found: Found, statement: str) -> Answer:
    """An answer; the statement that would answer is kept only where the charter is silent or falls short."""
    word, because, spans = found
    lines = tuple(dict.fromkeys(span for span in spans if span is not None))
    return Answer(id_, title, question, word, because, lines, "" if word is Word.YES else statement)


def protectors(context: Context, commons: Commons) -> tuple[Entity, ...]:
    """Who protects a commons."""
    return tuple(context.facts.protectors[commons.id])


def published(context: Context, bodies: Iterable[Entity], words: Iterable[str]) -> Duty | None:
    """The duty of one of these bodies to make public something that is called by one of these words."""
    names = {body.id for body in bodies}
    wanted = tuple(words)
    for duty in context.charter.duties:
        if duty.debtor in names and duty.kind in {"publish", "report"}:
            said = f"{duty.text} {' '.join(duty.things)}".casefold()
            if any(word in said for word in wanted):
                return duty
    return None
