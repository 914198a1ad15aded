"""What the author expects of the analysis: `expect openness is entrenched`, and whether it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from charterlang._records import record
from charterlang.checks.phrases import act_phrase, standing
from charterlang.checks.words import capital, listing
from charterlang.model import Charter
from charterlang.model.decisions import Act
from charterlang.model.things import Expectation
from charterlang.powers.verdicts import Level, TieVerdict, ValueVerdict, Verdicts
from charterlang.source import Finding, Severity

CODE = "EXP110"


class Analysis(Protocol):
    """The part of the power analysis that expectations ask."""

    @property
    def verdicts(self) -> Verdicts:
        """All that it concludes of the charter."""

    def can(self, parties: Sequence[str], act: Act) -> bool:
        """Whether these parties together can do the act."""


@record
class Outcome:
    """One expectation, whether it holds, and what was found, in a sentence."""

    expectation: Expectation
    holds: bool
    text: str
    steps: tuple[str, ...] = ()

    def finding(self) -> Finding | None:
        """The finding for `charter check`; None where the expectation holds."""
        if self.holds:
            return None
        return Finding(
            CODE,
            Severity.ERROR,
            capital(self.text),
            self.expectation.span,
            label="this was expected",
            steps=self.steps,
            help=("mend the charter until it holds, or change the expectation to what you accept",),
            subject=self.expectation.subject or self.expectation.value,
        )


def evaluate(charter: Charter, analysis: Analysis) -> tuple[Outcome, ...]:
    """Hold the analysis to every expectation of a charter, in order."""
    return tuple(_outcome(charter, analysis, expectation) for expectation in charter.expectations)


def findings(outcomes: Sequence[Outcome]) -> Iterator[Finding]:
    """A finding for each expectation that does not hold."""
    return (found for outcome in outcomes if (found := outcome.finding()) is not None)


def _outcome(charter: Charter, analysis: Analysis, expectation: Expectation) -> Outcome:
    """Whether one expectation holds."""
    if expectation.kind == "level":
        return _level(charter, analysis.verdicts, expectation)
    if expectation.kind == "tied":
        return _tied(charter, analysis.verdicts, expectation)
    return _ability(charter, analysis, expectation)


def _level(charter: Charter, verdicts: Verdicts, expectation: Expectation) -> Outcome:
    """Whether a value stands at the level expected: of one subject (a firm: how it is tied), or the weakest of all."""
    of = f" of {charter.label(expectation.subject)}" if expectation.subject else ""
    found = verdicts.of(expectation.value, expectation.subject)
    tie = _tie(verdicts, expectation.subject, expectation.value)
    if not found and tie is None:
        return Outcome(expectation, holds=False, text=f"nothing{of} upholds {expectation.value}, so it has no level")
    if found:
        worst = _worst(found)
        level, weakest = worst.level, worst.weakest
        where = of or (f" (of {charter.label(worst.subject)})" if len(found) > 1 else "")
    else:
        assert tie is not None
        level, weakest, where = tie.level, tie.protection, of
    text = f"{expectation.value}{where} is {standing(level)}"
    if _compares(level, Level.of(expectation.level), expectation.compare):
        return Outcome(expectation, holds=True, text=text)
    compare = "" if expectation.compare == "is" else f"{expectation.compare} "
    text = f"{text}, not {compare}{expectation.level}"
    steps = tuple(step.text for step in weakest.steps) if weakest is not None else ()
    return Outcome(expectation, holds=False, text=text, steps=steps)


def _tie(verdicts: Verdicts, firm: str, value: str) -> TieVerdict | None:
    """How firmly a firm is tied to a value: its level, where the firm has no verdict of its own."""
    return next((tie for tie in verdicts.ties if (tie.firm, tie.value) == (firm, value)), None)


def _worst(found: Sequence[ValueVerdict]) -> ValueVerdict:
    """The weakest verdict: examined ones first, then what was not examined."""
    return min(found, key=lambda verdict: (verdict.level is None, verdict.level or 0))


def _compares(level: Level | None, wanted: Level | None, compare: str) -> bool:
    """Whether a level is what was asked; a level that was not examined is only `not-examined`."""
    if level is None or wanted is None:
        return level is None and wanted is None
    if compare == "at least":
        return level >= wanted
    return level <= wanted if compare == "at most" else level == wanted


def _tied(charter: Charter, verdicts: Verdicts, expectation: Expectation) -> Outcome:
    """Whether a firm is tied, to one value or to all it owes."""
    ties = [
        tie for tie in verdicts.ties if tie.firm == expectation.subject and expectation.value in ("", tie.value)
    ]  # fmt: skip
    firm = charter.label(expectation.subject)
    loose = [tie for tie in ties if not tie.tied]
    tied = bool(ties) and not loose
    to = expectation.value or listing([tie.value for tie in ties])
    text = f"{firm} is tied to {to}" if tied else f"{firm} is not tied to {_values(loose, expectation.value)}"
    steps = tuple(step.text for tie in loose for step in tie.weak)
    return Outcome(expectation, holds=tied is not expectation.negated, text=text, steps=steps)


def _values(loose: Sequence[TieVerdict], asked: str) -> str:
    """The values a firm is not tied to."""
    return listing([tie.value for tie in loose]) or asked or "any value"


def _ability(charter: Charter, analysis: Analysis, expectation: Expectation) -> Outcome:
    """Whether certain parties can do an act: together, or each alone."""
    act = expectation.act
    if act is None:
        return Outcome(expectation, holds=False, text="this expectation names no act")
    what = act_phrase(charter, act)
    named = expectation.parties
    if expectation.kind == "nobody" and not named:
        able = [party for party in _single(charter) if analysis.can((party,), act)]
        if able:
            return Outcome(expectation, holds=False, text=f"{charter.label(able[0])} alone can {what}")
        return Outcome(expectation, holds=True, text=f"nobody alone can {what}")
    can = analysis.can(named, act)
    who = listing([charter.label(party) for party in named])
    if expectation.kind == "nobody":
        text = f"{who} together can {what}" if can else f"nobody among {who} can {what}"
        return Outcome(expectation, holds=not can, text=text)
    together = " together" if len(named) > 1 else ""
    text = f"{who}{together} {'can' if can else 'cannot'} {what}"
    return Outcome(expectation, holds=can is not expectation.negated, text=text)


def _single(charter: Charter) -> tuple[str, ...]:
    """Who may act alone: parties of whom nobody else decides, and organs of few; a class that votes is many."""
    parties = [entity.id for entity in charter.entities.values() if not entity.described]
    organs = [organ.id for organ in charter.organs.values() if organ.kind in {"board", "office", "group"}]
    return (*parties, *organs)
