"""The kinds of ties, and what each says of the two it joins."""

from __future__ import annotations

from enum import StrEnum

from charterlang._records import record


class Circle(StrEnum):
    """Where a node belongs: one of the three circles, their meeting point, or outside them."""

    COMMONS = "commons"
    ASSOCIATION = "association"
    FIRM = "firm"
    MEETING = "meeting"
    OUTSIDE = "outside"


class Family(StrEnum):
    """What a tie is about, for pictures and filters."""

    STEERING = "steering"
    HOLDING = "holding"
    BINDING = "binding"
    GUARDING = "guarding"
    SUPPLYING = "supplying"
    CARING = "caring"


@record
class TieKind:
    """A kind of tie; `sentence` reads it from its source to its target."""

    name: str
    family: Family
    sentence: str


def _kinds(*rows: tuple[str, Family, str]) -> dict[str, TieKind]:
    return {name: TieKind(name, family, sentence) for name, family, sentence in rows}


_S, _H, _B, _G, _P, _C = Family

KINDS = _kinds(
    ("elects", _S, "{source} elects members of {target}"),
    ("appoints", _S, "{source} fills seats of {target}"),
    ("sits in", _S, "{source} sits in {target}"),
    ("votes", _S, "{source} votes in {target}"),
    ("acts for", _S, "{source} acts for {target}"),
    ("decides", _S, "{source} decides on {target}"),
    ("may amend", _S, "{source} may amend {target}"),
    ("admits", _S, "{source} admits to {target}"),
    ("represents", _S, "{source} acts on behalf of {target}"),
    ("is affiliated with", _S, "{source} stands close to {target}"),
    ("owns", _H, "{source} owns a part of {target}"),
    ("holds", _H, "{source} holds {target}"),
    ("operates", _H, "{source} runs {target}"),
    ("belongs to", _H, "{source} belongs to {target}"),
    ("lends", _H, "{source} lends to {target}"),
    ("receives on dissolution", _H, "{target} takes what {source} leaves when it ends"),
    ("is party to", _B, "{source} is bound by {target}"),
    ("owes", _B, "{source} owes a duty to {target}"),
    ("licenses", _B, "{source} licenses to, or the use of, {target}"),
    ("uses", _B, "{source} lives on {target}"),
    ("protects", _G, "{source} protects {target}"),
    ("may enforce", _G, "{source} may hold {target} to a duty"),
    ("may veto", _G, "{target} needs the consent of {source}"),
    ("watches", _G, "{source} watches over {target}"),
    ("produces", _P, "{source} makes {target}"),
    ("supplies", _P, "{source} supplies {target}"),
    ("employs", _P, "{source} employs the people of {target}"),
    ("funds", _P, "{source} pays for {target}"),
    ("flows", _P, "value moves from {source} to {target}"),
    ("empowers", _C, "{source} empowers {target}"),
    ("affects", _C, "{source} touches {target}"),
    ("remedies", _C, "{source} makes good what {target} loses"),
)
"""Every kind of tie by name."""

CONTROL = frozenset({"owns", "votes", "elects", "appoints", "sits in", "acts for"})
"""Ties along which control passes from owners and voters to the bodies that act."""

OWNERSHIP = frozenset({"owns", "votes", "holds"})
"""Ties along which property and its votes pass."""
