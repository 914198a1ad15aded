"""Organs: who sits in them, how they decide, for how long, and who may remove them."""

from __future__ import annotations

from fractions import Fraction

from charterlang.model.entities import Organ, SeatLine
from charterlang.model.kinds import SIDES
from charterlang.model.lower import decisions
from charterlang.model.lower.classes import held_by, limit, on_behalf, term
from charterlang.model.lower.declaration import Symbol
from charterlang.model.lower.draft import (
    Draft,
    Statement,
    allow,
    duration,
    flag,
    head_name,
    many,
    measure,
    number,
    one,
    share,
    word,
)
from charterlang.model.lower.duties import duties
from charterlang.model.lower.reading import Reader, spelled
from charterlang.model.mention import BODY, CHAIR
from charterlang.syntax import Node

_LOOSE_SHARES = {"most": Fraction(51, 100), "some": Fraction(1, 3)}
"""What loose words stand for where a share is needed: just over half, and a minority."""


def _seats(read: Reader, node: Node) -> tuple[int | None, Fraction | None, str]:
    """How many seats a line speaks of: a number, a share, or a word for one."""
    count = node.node("seat_count")
    if count is None:
        return None, None, ""
    first = next(count.leaves(), None)
    spoken = first.text if first is not None and first.text in {"all", "half", "most", "some"} else ""
    return read.integer(count.leaf("INTEGER")), read.share(count), spoken


def _seat_line(draft: Draft, node: Node) -> None:
    """`3 elected by citizens`, `1 ex officio chair`."""
    read = draft.read
    filler = read.one(node, BODY)
    if not filler:
        return
    number_, part, spoken = _seats(read, node)
    filled = node.node("how_filled")
    how_leaf = next(filled.leaves(), None) if filled is not None else None
    how = how_leaf.text if how_leaf is not None and how_leaf.text else "ex-officio"
    draft.add(
        "seat_lines",
        SeatLine(
            by=filler,
            how=how,
            number=number_,
            share=part,
            word=spoken,
            chosen_from=read.one(node, BODY, 1),
            on_behalf=on_behalf(read, node),
            staggered=node.node("staggered") is not None,
            span=read.span(node),
        ),
    )


def _fills_itself(draft: Draft, node: Node) -> None:
    """`filled by itself`, `2 filled by itself`: the share is reckoned when all seats are known."""
    number_, part, spoken = _seats(draft.read, node)
    draft.put("self_filling", part or _LOOSE_SHARES.get(spoken) or number_ or Fraction(1), node)


def _for_life(draft: Draft, _: Node) -> None:
    draft.fields["for_life"] = True


def represents(draft: Draft, node: Node) -> None:
    """`represents residents, replaceable by residents`: an organ speaks for one class."""
    read = draft.read
    names = read.many(node, BODY)
    if names:
        draft.put("represents", names[0] if draft.kind == "organ" else names, node)
    replaceable = node.node("replaceable")
    if replaceable is not None:
        draft.fields["replaceable"] = True
        draft.fields["replaceable_by"] = decisions.decision(read, replaceable)


STATEMENTS: dict[str, Statement] = {
    "seats": number("seats"),
    "seat_line": _seat_line,
    "quorum": measure("quorum"),
    "decides_by": lambda draft, node: draft.put("rule", decisions.rule(draft.read, node), node),
    "meets": duration("meets"),
    "notice": duration("notice"),
    "term": term,
    "limit": limit,
    "removable_by": lambda draft, node: draft.put("removable_by", decisions.decision(draft.read, node), node),
    "casting_vote": one("casting_vote", CHAIR),
    "advisory": flag("advisory"),
    "held_by": held_by("held_by"),
    "filled_by_itself": _fills_itself,
    "duties": duties,
    "allow": allow,
    "count": number("count"),
    "turnout": share("turnout"),
    "powers": decisions.powers,
    "for_life": _for_life,
    "affiliation": many("affiliated_with", BODY),
    "represents": represents,
    "side": word("side", SIDES),
}


def organ(outer: Draft, node: Node) -> None:
    """`assembly`, `board`, `group` or `office` inside an entity; powers written in it are powers of the entity."""
    leaf, keyword = head_name(node), node.leaf("ORGAN")
    if leaf is None or keyword is None:
        return
    name = spelled(leaf)
    full = f"{outer.owner}.{name}"
    draft = outer.within("organ", full)
    draft.symbols.append(Symbol(full, keyword.text, draft.read.span(leaf)))
    draft.statements_in(node, STATEMENTS)
    fields = draft.finished()
    outer.add("powers", *fields.pop("powers", ()))
    lines: tuple[SeatLine, ...] = fields.get("seat_lines", ())
    alone = fields.get("self_filling")
    own = alone if isinstance(alone, int) else 0
    counted = bool(lines) and all(line.number is not None for line in lines) and (alone is None or own)
    if counted and fields.get("seats") is None:
        fields["seats"] = sum(line.number or 0 for line in lines) + own
    if own:
        seats = fields.get("seats")
        fields["self_filling"] = Fraction(min(own, seats), seats) if seats else Fraction(1)
    made = Organ(
        id=full,
        name=name,
        entity=outer.owner,
        kind=keyword.text,
        title=draft.read.title(node),
        classes=draft.read.many(node.node("names"), BODY),
        span=draft.read.span(leaf),
        **fields,
    )
    outer.add("organs", made)
