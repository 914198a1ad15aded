"""Acts and the decisions that allow them.

A power is "ACTION on THING happens if DECISION"; a decision joins bodies, thresholds and consents with `and`, `or` and
`K of (…)`. Everything here is monotone: more agreement never makes a decision fail.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from fractions import Fraction
from typing import TypeAlias

from charterlang._records import record
from charterlang.model.quantities import Duration
from charterlang.source import Span


@record(order=True)
class Act:
    """An action upon a thing: `relicense` on `cookbook`, `amend` on `kitchen.articles`.

    `thing` is the id of a model element. Acts on an entity itself (`dissolve`, `convert`, `sell`, `act`) name the
    entity; its constitution is `ENTITY.articles`, a part of it `ENTITY.articles.PART` (`powers`, `purpose`,
    `asset-lock`, …). An agreement's text is the agreement itself.
    """

    action: str
    thing: str


@record
class Rule:
    """How a body decides.

    `kind` is one of majority, supermajority, fraction, seats, unanimity, consent, consensus, plurality, lot. `share`
    is the part of the `basis` that must agree (more than it, for a majority); `of_seats` is (k, n) for `4 of 6`.
    `basis` is votes (cast), members, seats, present, shares; empty where the charter does not say. `in_each` asks the
    threshold of every class or college of that name ("college", "class") separately.
    """

    kind: str
    share: Fraction | None = None
    of_seats: tuple[int, int] | None = None
    basis: str = ""
    quorum: Fraction | int | None = None
    turnout: Fraction | int | None = None
    notice: Duration | None = None
    readings: int = 1
    apart: Duration | None = None
    in_each: str = ""
    ties_to: str = ""
    span: Span | None = field(default=None, compare=False)

    @property
    def is_supermajority(self) -> bool:
        """Whether it asks for clearly more than half: 3/5 and up, unanimity, consensus or consent."""
        if self.kind in {"unanimity", "consensus", "consent", "supermajority"}:
            return True
        if self.of_seats is not None:
            needed, seats = self.of_seats
            return needed > seats // 2 + 1
        return self.share is not None and self.share > Fraction(1, 2)


MAJORITY = Rule("majority", Fraction(1, 2))


@record
class Deciding:
    """A body (organ, class, entity, party) decides, by its own rule unless another is given."""

    body: str
    rule: Rule | None = None
    span: Span | None = field(default=None, compare=False)


@record
class Consent:
    """Another party's consent. `tests` says what it may be refused for; empty means at its free discretion."""

    of: str
    tests: tuple[str, ...] = ()
    rule: Rule | None = None
    span: Span | None = field(default=None, compare=False)


@record
class Both:
    """All of the parts must agree."""

    parts: tuple[Decision, ...]


@record
class Either:
    """One of the parts is enough."""

    parts: tuple[Decision, ...]


@record
class SomeOf:
    """At least `need` of the parts must agree."""

    need: int
    parts: tuple[Decision, ...]


@record
class Never:
    """Nobody may, by this instrument."""

    span: Span | None = field(default=None, compare=False)


Decision: TypeAlias = Deciding | Consent | Both | Either | SomeOf | Never


def leaves(decision: Decision) -> Iterator[Deciding | Consent]:
    """The bodies and consents a decision is built from, in order."""
    if isinstance(decision, Deciding | Consent):
        yield decision
    elif isinstance(decision, Both | Either | SomeOf):
        for part in decision.parts:
            yield from leaves(part)


@record
class Power:
    """Who may do what.

    `holder` is the entity or agreement in whose text the power stands; `act` what it allows; `decision` by whom.
    `only_open` restricts a relicensing to open licences; `after` is an act that must come first; `on_behalf` a class
    for which it is exercised; `basis` is `articles` unless the charter names another (statute, contract, trust …).
    `source` is empty for what the charter says, else the citation of the statute that fills it in. Element id:
    `HOLDER.powers.ACTION-THING`.
    """

    id: str
    holder: str
    act: Act
    decision: Decision
    only_open: bool = False
    after: Act | None = None
    on_behalf: str = ""
    basis: str = "articles"
    until: str = ""
    reversible: bool | None = None
    source: str = ""
    span: Span | None = field(default=None, compare=False)
