"""What a charter says of the matters that legal forms rule on, as numbers and answers to compare.

Each measure reads one field of a form's rules off a body. None means that the charter does not say, and nothing is
claimed: a figure that only the signing can tell (capital, people) is asked for in the papers instead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from charterlang.model.entities import EntityKind

if TYPE_CHECKING:
    from charterlang.checks.context import Context
    from charterlang.law.form_rows import FormRule
    from charterlang.model.entities import Entity, Organ

Measured = Fraction | bool | str
"""A number (percentages as percent), an answer, or a word."""

Measure = Callable[["Context", "Entity"], "Measured | None"]

UNLIMITED = Fraction(10**6)
"""Votes without a limit, for comparing."""


def members(context: Context, entity: Entity) -> Fraction | None:
    """How many members a body has, where all its classes of members say so."""
    del context
    counts = [len(found.holdings) or found.count for found in entity.classes if found.kind == "members"]
    if not counts or None in counts:
        return None
    return Fraction(sum(count or 0 for count in counts))


def founders(context: Context, entity: Entity) -> Fraction | None:
    """How many founders are named in the particulars, else how many members there are."""
    for particular in entity.particulars:
        if particular.key.replace("-", " ") in {"founders", "incorporators", "founding members"}:
            return Fraction(len(particular.values))
    return members(context, entity)


def boards(entity: Entity) -> list[Organ]:
    """The boards of a body, without those that supervise."""
    return [organ for organ in entity.organs if organ.kind == "board" and not organ.advisory and not _supervises(organ)]


def _supervises(organ: Organ) -> bool:
    """Whether an organ is a supervisory one, by its name or title."""
    name = f"{organ.name} {organ.title}".casefold()
    return any(word in name for word in ("supervis", "aufsicht", "surveillance", "vigilancia", "sindaca"))


def board(context: Context, entity: Entity) -> Fraction | None:
    """The seats of the smallest board."""
    del context
    seats = [organ.seats for organ in boards(entity) if organ.seats is not None]
    return Fraction(min(seats)) if seats else None


def supervisory(context: Context, entity: Entity) -> Fraction | None:
    """The seats of the supervisory board, where there is one."""
    del context
    seats = [organ.seats for organ in entity.organs if _supervises(organ) and organ.seats is not None]
    return Fraction(min(seats)) if seats else None


def outsiders(context: Context, entity: Entity) -> Fraction | None:
    """The largest part of a board's seats that people outside the body fill."""
    parts = []
    for organ in boards(entity):
        seats = context.facts.seats(organ)
        if seats:
            parts.append(sum((part for by, part in seats.items() if context.facts.body(by) is not entity), Fraction(0)))
    return max(parts, default=None)


def delegated(context: Context, entity: Entity) -> Fraction | None:
    """The largest part of a supervisory board that is appointed and not elected."""
    del context
    parts = [
        Fraction(sum(line.number or 0 for line in organ.seat_lines if line.how == "appointed"), organ.seats)
        for organ in entity.organs
        if _supervises(organ) and organ.seats
    ]
    return max(parts, default=None)


def own_successors(context: Context, entity: Entity) -> Measured | None:
    """Whether the board is filled by co-option alone."""
    del context
    shares = [organ.self_filling for organ in boards(entity) if organ.self_filling is not None]
    return "co-option" if any(share >= 1 for share in shares) else None


def categories(context: Context, entity: Entity) -> Fraction | None:
    """How many classes have a vote."""
    del context
    return Fraction(len([found for found in entity.classes if found.voting is None or found.voting.kind != "none"]))


def most_votes(context: Context, entity: Entity) -> Fraction | None:
    """The most one member may vote where votes go by stake, capped or not; None where members vote by head."""
    del context
    most = None
    for found in entity.classes:
        if found.voting is None or found.voting.kind not in {"share", "patronage"} or found.voting.source:
            continue
        capped = Fraction(found.voting.cap_votes) if found.voting.cap_votes else found.voting.cap
        votes = capped if capped is not None else UNLIMITED
        most = votes if most is None else max(most, votes)
    return most


def capital_votes(context: Context, entity: Entity) -> Fraction | None:
    """The percent of all votes that classes of shares have, where their part is fixed."""
    del context
    parts = [
        found.voting.share
        for found in entity.classes
        if found.kind == "shares" and found.voting is not None and found.voting.kind == "fixed" and found.voting.share
    ]
    return sum(parts, Fraction(0)) * 100 if parts else None


def members_votes(context: Context, entity: Entity) -> Fraction | None:
    """The percent of all votes that classes of shares leave to the members."""
    capital = capital_votes(context, entity)
    return None if capital is None else 100 - capital


def members_part(context: Context, entity: Entity) -> Fraction | None:
    """The same as a part of one."""
    votes = members_votes(context, entity)
    return None if votes is None else votes / 100


def investor_votes(context: Context, entity: Entity) -> Fraction | None:
    """The percent of all votes that classes held by investors have, where their part is fixed."""
    parts = [
        found.voting.share
        for found in entity.classes
        if found.voting is not None
        and found.voting.kind == "fixed"
        and found.voting.share
        and found.holdings
        and all(context.facts.is_commercial(held.holder) for held in found.holdings)
    ]
    return sum(parts, Fraction(0)) * 100 if parts else None


def public_capital(context: Context, entity: Entity) -> Fraction | None:
    """The percent of the capital that public bodies hold."""
    parts = [
        held.share or Fraction(0)
        for found in entity.classes
        if found.kind == "shares"
        for held in found.holdings
        if (holder := context.facts.body(held.holder)) is not None and holder.kind is EntityKind.PUBLIC
    ]
    return sum(parts, Fraction(0)) * 100 if parts else None


def weights(entity: Entity) -> list[Fraction]:
    """The percent of votes of each class, where it is fixed."""
    return [
        found.voting.share * 100
        for found in entity.classes
        if found.voting is not None and found.voting.kind == "fixed" and found.voting.share
    ]


def one_vote_each(context: Context, entity: Entity) -> Measured | None:
    """`omov` where every class votes by head."""
    del context
    kinds = {found.voting.kind for found in entity.classes if found.voting is not None} - {"none"}
    if not kinds:
        return None
    return "omov" if kinds == {"each"} else "otherwise"


def distributed(context: Context, entity: Entity) -> Fraction | None:
    """The percent of profit that may go to owners, by duties, surplus shares and classes that share it."""
    caps = [
        (duty.share or Fraction(0)) * 100
        for duty in context.facts.duties_of.get(entity.id, ())
        if duty.kind == "distribute"
    ]
    if caps:
        return min(caps)
    to_owners = [
        share.share
        for share in entity.surplus
        if share.share is not None
        and (receiver := context.facts.body(share.to)) is not None
        and (receiver is entity or context.facts.pays_owners(receiver) is True)
    ]
    if to_owners:
        return sum(to_owners, Fraction(0)) * 100
    shares = [found for found in entity.classes if found.profit in {"share", "patronage"} or found.profit_share]
    if not shares:
        return None
    fixed = [found.profit_share for found in shares if found.profit_share]
    return sum(fixed, Fraction(0)) * 100 if len(fixed) == len(shares) else Fraction(100)


def kept(context: Context, entity: Entity) -> Fraction | None:
    """The percent of surplus that at least stays in reserve, where a duty caps what is paid out."""
    caps = [
        duty.share * 100
        for duty in context.facts.duties_of.get(entity.id, ())
        if duty.kind == "distribute" and duty.share is not None and duty.base == "surplus"
    ]
    return 100 - min(caps) if caps else None


def names_recipient(context: Context, entity: Entity) -> Measured | None:
    """Whether the charter says who takes the assets in the end."""
    del context
    return entity.dissolution is not None and bool(entity.dissolution.to or entity.dissolution.words)


def locks_assets(context: Context, entity: Entity) -> Measured | None:
    """Whether the assets are locked: by a duty, a lock, or a recipient that pays nothing out."""
    locked = any(duty.kind == "asset-lock" for duty in context.facts.duties_of.get(entity.id, ()))
    locked = locked or any(lock.holder == entity.id and "value" in lock.protects for lock in context.charter.locks)
    return locked or bool(names_recipient(context, entity))


def settles_disputes(context: Context, entity: Entity) -> Measured | None:
    """Whether the charter says where disputes in the body go."""
    own = bool(entity.disputes)
    return own or any(
        bool(commons.disputes) for name in entity.protects if (commons := context.charter.commons.get(name)) is not None
    )


def caps_returns(context: Context, entity: Entity) -> Measured | None:
    """Whether the charter caps what owners get."""
    capped = any(duty.kind == "distribute" for duty in context.facts.duties_of.get(entity.id, ()))
    return capped or any(found.profit == "none" for found in entity.classes)


def profit_in_control(context: Context, entity: Entity) -> Measured | None:
    """Whether a body that is there for its owners' gain steers this one."""
    holders = {held.holder for held, _ in context.facts.holdings(entity)}
    holders |= {by for organ in entity.organs for by in context.facts.seats(organ)}
    others = {
        body.id for name in sorted(holders) if (body := context.facts.body(name)) is not None and body is not entity
    }
    return any(context.facts.is_commercial(name) and context.facts.controls(name, entity.id) for name in others)


def bodies_among_members(context: Context, entity: Entity) -> Fraction | None:
    """The part of the members known by name that are firms and other bodies."""
    holders = [held.holder for found in entity.classes if found.kind == "members" for held in found.holdings]
    if not holders:
        return None
    bodies = [
        name
        for name in holders
        if (body := context.charter.entities.get(name)) is not None
        and body.kind in {EntityKind.FIRM, EntityKind.ASSOCIATION, EntityKind.INVESTOR}
    ]
    return Fraction(len(bodies), len(holders))


MEASURES: Mapping[str, Measure] = {
    "members.live": members,
    "committee": board,
    "supervisory": supervisory,
    "board.chosen_by_outsiders": outsiders,
    "board.non_members": outsiders,
    "board.appointment": own_successors,
    "delegated_seats": delegated,
    "categories": categories,
    "groups": categories,
    "votes.max": most_votes,
    "capital.votes": capital_votes,
    "ordinary.votes": members_votes,
    "patron.votes": members_part,
    "investor.votes": investor_votes,
    "public_bodies.capital": public_capital,
    "voting": one_vote_each,
    "reserves.percent": kept,
    "reserve.legal": kept,
    "reserves.legal.percent": kept,
    "asset_lock": locks_assets,
    "assets-on-dissolution": names_recipient,
    "dissolution.clause": names_recipient,
    "destination_of_surplus": names_recipient,
    "dispute-settlement": settles_disputes,
    "dispute_procedure": settles_disputes,
    "return.maximum": caps_returns,
    "control.forprofit": profit_in_control,
    "legal_persons.members": bodies_among_members,
}
"""How to read each field of a form's rules off a body.

Distribution, founders, board and recipients have rules of their own.
"""


def holds(rule: FormRule, found: Measured) -> bool | None:
    """Whether a body meets a rule; None where the two cannot be compared."""
    if rule.op == "present":
        return bool(found) is bool(rule.value)
    if rule.op == "not-only":
        return found != rule.value
    if rule.op == "==" and isinstance(rule.value, bool | str):
        return found == rule.value
    if isinstance(found, bool | str) or not isinstance(rule.value, int | float | str):
        return None
    try:
        bound = Fraction(str(rule.value))
    except ValueError:
        return None
    bounds = [bound] if rule.alternative is None else [bound, Fraction(rule.alternative.value)]
    low, high = min(bounds), max(bounds)
    compare = {">=": found >= low, ">": found > low, "<=": found <= high, "<": found < high, "==": found == bound}
    return compare.get(rule.op)
