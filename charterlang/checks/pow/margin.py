"""A vote of members who would gain by it: how many of them it takes."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from charterlang.checks.words import percent

if TYPE_CHECKING:
    from charterlang.checks.context import Context
    from charterlang.model.entities import MemberClass
    from charterlang.powers.verdicts import Member, Protection


def margin_words(context: Context, weakest: Protection) -> Iterator[str]:
    """For each class that decides and would gain: that it would, and its threshold, turnout and margin."""
    for member in weakest.coalition:
        found = context.charter.classes.get(member.party)
        if found is None:
            continue
        label = context.label(member.party)
        yield f"{label} would take a share of the proceeds themselves: it hangs on their vote, and they gain by a yes"
        yield from _margin(label, found, member)


def _margin(label: str, found: MemberClass, member: Member) -> Iterator[str]:
    """How many votes decide, at the usual turnout, out of how many members."""
    share = _share(member.strength)
    if share is None:
        return
    asked = "more than half" if share == Fraction(1, 2) else percent(share)
    turnout = found.turnout
    if turnout is None:
        yield f"{asked} of the votes cast decide it; nothing says how many usually vote (`usual turnout 20%`)"
        return
    cast = f"{percent(turnout)} of {label} usually vote, and {asked} of these decide it"
    part = percent(share * turnout)
    if found.count is None:
        yield f"{cast}: {part} of all"
        return
    votes = floor(found.count * turnout)
    needed = floor(votes * share) + 1 if share == Fraction(1, 2) else ceil(votes * share)
    yield f"{cast}: {needed:,} of {found.count:,}, or {part} of all"


def _share(strength: str) -> Fraction | None:
    """The part of the votes that must agree."""
    if strength == "majority":
        return Fraction(1, 2)
    if strength == "all":
        return Fraction(1)
    try:
        return Fraction(strength)
    except ValueError:
        return None
