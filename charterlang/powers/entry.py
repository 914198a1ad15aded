"""Packing an open class: whether outsiders can turn its majority in one voting round, and at what cost."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor

from charterlang._records import record
from charterlang.model.entities import MemberClass
from charterlang.powers.measures import Measure
from charterlang.powers.terms import ENTRY_COST, ENTRY_PEOPLE


@record
class Entry:
    """What it takes to turn a class by joining it: how many people, what that costs, in words; None where unknown."""

    people: int | None
    cost: Decimal | None
    currency: str = ""

    @property
    def words(self) -> str:
        """What it takes: "about 81 people joining (405 USD)", as far as it is known."""
        people = "people joining" if self.people is None else f"about {self.people:,} people joining"
        return people if self.cost is None else f"{people} ({self.cost:,} {self.currency})"


def obstacles(group: MemberClass) -> list[str]:
    """What keeps outsiders from joining in time, or in number: each a few words; empty if the door stands open."""
    found = []
    door = group.door
    if group.closed or door is None or not door.anyone:
        found.append("the class is not open to anyone")
        return found
    if door.after is not None or group.waits is not None:
        found.append("a waiting time")
    if door.condition:
        found.append("a condition")
    if door.admitted_by is not None:
        found.append("an admission")
    if group.residents_only or door.place:
        found.append("residence")
    if group.limits:
        found.append("a limit per employer or holder")
    if group.staggered:
        found.append("staggered terms")
    return found


def needed(group: MemberClass, how: Measure) -> Entry:
    """How many must join so that they alone reach the measure among those who vote, and what their fees come to."""
    if group.count is None:
        return Entry(None, None)
    voters = Fraction(group.count)
    if group.turnout is not None:
        voters *= group.turnout
    elif isinstance(group.quorum, Fraction):
        voters *= group.quorum
    share = how.share
    if share >= 1:
        return Entry(None, None)
    # joiners j out of voters + j: j / (voters + j) must reach the share
    people = floor(voters * share / (1 - share)) + 1
    cost = group.fee.amount * people if group.fee is not None else None
    return Entry(people, cost, group.fee.currency if group.fee else "")


def can_be_packed(group: MemberClass, how: Measure) -> bool:
    """Whether one voting round can turn the class: an open door, no more joiners or fees than a campaign brings."""
    if obstacles(group) or not how.is_simple:
        return False
    entry = needed(group, how)
    if entry.cost is not None and entry.cost > ENTRY_COST:
        return False
    return entry.people is None or entry.people <= ENTRY_PEOPLE
