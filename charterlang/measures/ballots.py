"""Ballots on a provision: which of them count, and why others do not."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from charterlang._records import record
from charterlang.model import Charter


@record
class Ballot:
    """One ballot: who cast it, for which class or party, what it says, and the reason given. `line` is its place."""

    voter: str
    part: str
    says: str
    reason: str
    line: int


@record
class Refused:
    """A ballot that does not count, and why."""

    line: int
    voter: str
    why: str


@record
class Box:
    """The ballots that count and those that do not."""

    counted: tuple[Ballot, ...]
    refused: tuple[Refused, ...]


def electorate(charter: Charter, body: str) -> dict[str, int | None]:
    """The classes and parties that vote in a body, with how many ballots each may cast (None: not told).

    A party that sits in a body casts one ballot, under its own name.
    """
    organ = charter.organs.get(body)
    if organ is not None and not organ.classes:
        return {body: organ.seats or organ.count}
    names = organ.classes if organ is not None else (body,)
    found: dict[str, int | None] = {}
    for name in names:
        members = charter.classes.get(name)
        if members is None:
            found[name] = 1
        elif not (members.voting and members.voting.kind == "none"):
            found[name] = len(members.holdings) if members.holdings and members.count is None else members.count
    return found


def read_ballots(
    text: str, charter: Charter, parts: Mapping[str, int | None], roll: Iterable[str] | None = None
) -> Box:
    """The ballots of a CSV table with the columns voter and ballot, and perhaps class and reason.

    `parts` are those who may vote (see `electorate`). `roll`, if given, holds the names of all who may. A ballot of a
    voter who has cast one already is refused, and the first stands.

    Raises:
        ValueError: the table lacks a column.
    """
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    heads = {name.strip().casefold(): name for name in rows.fieldnames or ()}
    for needed in ("voter", "ballot"):
        if needed not in heads:
            raise ValueError(f"the table has no column `{needed}`")
    on_roll = None if roll is None else set(roll)
    counted: list[Ballot] = []
    refused: list[Refused] = []
    first: dict[str, int] = {}
    cast: dict[str, int] = {}
    for row in rows:
        cells = {name: (row.get(head) or "").strip() for name, head in heads.items()}
        ballot = Ballot(cells["voter"], cells.get("class", ""), cells["ballot"], cells.get("reason", ""), rows.line_num)
        part = _part(ballot, parts)
        why = _why_not(ballot, part, charter, parts, on_roll, first, cast)
        if why:
            refused.append(Refused(ballot.line, ballot.voter, why))
            continue
        first[ballot.voter] = ballot.line
        cast[part] = cast.get(part, 0) + 1
        counted.append(Ballot(ballot.voter, part, ballot.says, ballot.reason, ballot.line))
    return Box(tuple(counted), tuple(refused))


def _part(ballot: Ballot, parts: Mapping[str, int | None]) -> str:
    """The class or party a ballot is cast for, by its full name; empty where it is none of `parts`."""
    if not ballot.part:
        if ballot.voter in parts:
            return ballot.voter
        return next(iter(parts)) if len(parts) == 1 else ""
    return next((name for name in parts if ballot.part in {name, name.rpartition(".")[2]}), "")


def _why_not(
    ballot: Ballot,
    part: str,
    charter: Charter,
    parts: Mapping[str, int | None],
    roll: set[str] | None,
    first: Mapping[str, int],
    cast: Mapping[str, int],
) -> str:
    """Why a ballot does not count; empty if it does."""
    if not ballot.voter:
        return "it names no voter"
    if not part:
        return f"{ballot.part} has no vote here" if ballot.part else "it does not say for which class it is cast"
    if ballot.voter in first:
        return f"{ballot.voter} has voted already, in line {first[ballot.voter]}"
    if roll is not None and ballot.voter not in roll:
        return f"{ballot.voter} is not on the roll"
    members = charter.classes.get(part)
    if members is not None and members.holdings and ballot.voter not in {held.holder for held in members.holdings}:
        return f"{ballot.voter} is no member of {charter.label(part)}"
    if members is None and part not in charter.organs and ballot.voter != part:
        return f"{charter.label(part)} votes under its own name"
    most = parts[part]
    if most is not None and cast.get(part, 0) >= most:
        return f"{charter.label(part)} has {most} votes, and all have been cast"
    if not ballot.says:
        return "it says nothing"
    return ""
