"""What the power analysis concludes, as plain data: levels, coalitions, steps, repairs, ties."""

from __future__ import annotations

from dataclasses import field
from enum import IntEnum, StrEnum

from charterlang._records import record
from charterlang.model.decisions import Act
from charterlang.source import Fix, Span


class Level(IntEnum):
    """How well a value stands against a breach: the first of these that can bring the breach about."""

    EXPOSED = 0
    COMMERCIAL = 1
    INSIDER = 2
    COMMUNITY = 3
    ENTRENCHED = 4
    BEYOND_REACH = 5

    @property
    def word(self) -> str:
        """Its name in charters and reports."""
        return ("exposed", "commercial", "insider", "community", "entrenched", "beyond reach")[self]

    @property
    def meaning(self) -> str:
        """Who can break a value of this level."""
        return (
            "one commercial party alone, or outsiders by joining an open class",
            "commercial parties together",
            "insiders, with or without commercial parties; no member class need agree",
            "only with a simple majority of a community class, or its united exit",
            "only with a supermajority, several community classes, or an independent guardian who tests the value",
            "nobody: an outside basis, an irrevocable grant or `never` stands in the way of every coalition",
        )[self]

    @classmethod
    def of(cls, word: str) -> Level | None:
        """The level of that name (`entrenched`, `beyond-reach`), or None."""
        for level in cls:
            if level.word.replace(" ", "-") == word.replace(" ", "-"):
                return level
        return None


class Side(StrEnum):
    """On whose side a party stands in a given breach."""

    COMMERCIAL = "commercial"
    INSIDER = "insider"
    COMMUNITY = "community"
    GUARDIAN = "guardian"
    OUTSIDERS = "outsiders"


@record
class Member:
    """One party of a coalition: who, on which side, how much of it must agree ("majority", "3/4", "all", "sitting")."""

    party: str
    side: Side
    strength: str = ""
    note: str = ""


@record
class Step:
    """One step of a derivation: a sentence, the place it rests on, and the model elements it uses."""

    text: str
    span: Span | None = None
    elements: tuple[str, ...] = ()


@record
class Repair:
    """The smallest change found that lifts the level: in words, the level it reaches, and an edit where it is one."""

    text: str
    lifts_to: Level
    fix: Fix | None = None


@record
class Protection:
    """One value against one breach.

    `subject` is the thing or entity whose value it is; `act` the breach. `level` is None where nothing was examined,
    and `missing`
    then says what to write. `contingent` marks level 1 by a class that would itself gain. `passed` names consents in
    the way that
    do not test the value. `elements` are the ids of all model elements the verdict rests on: the derivation's, and of
    what
    stands in the way (`bars`). `clauses` is filled in once papers are written: "PAPER#CLAUSE" ids that state those
    elements.
    """

    value: str
    subject: str
    act: Act
    level: Level | None
    breach: str = ""
    contingent: bool = False
    by_exit: bool = False
    coalition: tuple[Member, ...] = ()
    fewest: bool = True
    entry: str = ""
    steps: tuple[Step, ...] = ()
    passed: tuple[str, ...] = ()
    bars: tuple[Step, ...] = ()
    elements: tuple[str, ...] = ()
    repairs: tuple[Repair, ...] = ()
    missing: str = ""
    span: Span | None = None
    clauses: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """A stable id: value, subject, action and thing."""
        return f"{self.value}/{self.subject}/{self.act.action}-{self.act.thing}"


@record
class ValueVerdict:
    """A value of one subject (a commons, or the entity that upholds it): its weakest breach decides its level."""

    value: str
    subject: str
    level: Level | None
    protections: tuple[Protection, ...]

    @property
    def weakest(self) -> Protection | None:
        """The protection that decides the level: the first of the lowest, examined ones before unexamined."""
        examined = [protection for protection in self.protections if protection.level is not None]
        if not examined:
            return self.protections[0] if self.protections else None
        return min(examined, key=lambda protection: (protection.level, not protection.contingent))


@record
class TieVerdict:
    """Whether a firm is legally tied to a value: by what, at which level, or what is missing.

    `harmless` marks an untied firm in whose hands the value does not lie: nothing binds it, but nothing it can do
    breaks the value.
    `claimed` says that the firm itself upholds the value. `instruments` are ids of the duties, locks, vetoes and
    agreements that bind it; `creditors` who may enforce them; `weak` says in
    sentences which apparent ties do not count and why.
    """

    firm: str
    value: str
    tied: bool
    level: Level | None
    harmless: bool = False
    claimed: bool = False
    instruments: tuple[str, ...] = ()
    creditors: tuple[str, ...] = ()
    weak: tuple[Step, ...] = ()
    missing: tuple[str, ...] = ()
    protection: Protection | None = None
    span: Span | None = None


@record
class Note:
    """Something the analysis wants said beside the verdicts: pressure, an open door, an undescribed entity."""

    kind: str
    subject: str
    text: str
    span: Span | None = None
    help: str = ""


@record
class Verdicts:
    """All that the power analysis concludes about one charter."""

    values: tuple[ValueVerdict, ...] = ()
    ties: tuple[TieVerdict, ...] = ()
    notes: tuple[Note, ...] = field(default=())

    def of(self, value: str, subject: str = "") -> tuple[ValueVerdict, ...]:
        """The verdicts on a value, of one subject or of all."""
        return tuple(found for found in self.values if found.value == value and subject in ("", found.subject))
