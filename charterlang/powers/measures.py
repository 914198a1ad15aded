"""How much of a body must agree: one normal form for majorities, fractions and seats."""

from __future__ import annotations

from dataclasses import field
from fractions import Fraction
from math import ceil, floor

from charterlang._records import record
from charterlang.model.decisions import Rule

HALF = Fraction(1, 2)


@record(order=True)
class Measure:
    """A part of a body: more than `share` of it if `strict`, else at least `share`."""

    share: Fraction
    strict: bool = False
    _text: str = field(default="", compare=False, repr=False)
    _hash: int = field(default=0, compare=False, repr=False)
    is_simple: bool = field(default=False, compare=False, repr=False)
    """Whether a simple majority, or less, is enough."""

    def __post_init__(self) -> None:
        """Keep what is asked for at every look at a key that holds a measure."""
        object.__setattr__(self, "_text", f"{'>' if self.strict else '>='}{self.share}")
        object.__setattr__(self, "_hash", hash((self.share, self.strict)))
        object.__setattr__(self, "is_simple", self.share <= HALF)

    def __repr__(self) -> str:
        """As a formula, so that keys holding a measure sort and print well."""
        return self._text

    def __hash__(self) -> int:
        """Equal measures have equal hashes."""
        return self._hash

    def need(self, total: int) -> int:
        """The least whole weight out of `total` that meets it; at least 1."""
        exact = self.share * total
        return max(1, floor(exact) + 1 if self.strict else ceil(exact))

    @property
    def words(self) -> str:
        """As one says it: "majority", "3/4", "all"."""
        if self.share == 1:
            return "all"
        if self.strict and self.share == HALF:
            return "majority"
        if not self.strict and self.share <= HALF:
            return str(self.share)
        return f"more than {self.share}" if self.strict else str(self.share)


MAJORITY = Measure(HALF, strict=True)
ALL = Measure(Fraction(1))


def measure(rule: Rule | None) -> Measure:
    """The measure of a rule; a simple majority where nothing is said."""
    if rule is None:
        return MAJORITY
    if rule.of_seats is not None:
        needed, seats = rule.of_seats
        return Measure(Fraction(min(needed, seats), max(seats, 1)))
    if rule.kind in {"unanimity", "consensus", "consent"}:
        return ALL
    if rule.kind == "supermajority":
        return Measure(rule.share) if rule.share is not None and rule.share > HALF else Measure(Fraction(2, 3))
    if rule.kind == "fraction" and rule.share is not None and rule.share != HALF:
        return Measure(min(rule.share, Fraction(1)))
    return MAJORITY


def whole_weights(parts: list[Fraction]) -> list[int]:
    """The same proportions in whole numbers."""
    common = 1
    for part in parts:
        common = common * part.denominator // _gcd(common, part.denominator)
    return [int(part * common) for part in parts]


def _gcd(left: int, right: int) -> int:
    while right:
        left, right = right, left % right
    return left
