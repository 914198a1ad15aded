"""Who has a voice in a provision."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from charterlang.checks.context import Context
    from charterlang.model.things import Provision


def has_voice(context: Context, party: str, provision: Provision) -> bool:
    """Whether a party, or a class or organ of it, sits in a body that decides a provision."""
    if provision.decided_by is None:
        return False
    return any(sits_in(context, party, body, frozenset()) for body in context.facts.deciders(provision.decided_by))


def sits_in(context: Context, party: str, body: str, seen: frozenset[str]) -> bool:
    """Whether a party takes part in a body: is it, is a class in it, fills seats of it, or holds a part of it."""
    if body in seen:
        return False
    if body == party or body.startswith(f"{party}."):
        return True
    seen = seen | {body}
    organ = context.charter.organs.get(body)
    if organ is not None:
        inside = (*organ.classes, *(line.by for line in organ.seat_lines), *(held.holder for held in organ.held_by))
        return any(sits_in(context, party, name, seen) for name in inside)
    found = context.charter.classes.get(body)
    if found is not None:
        return any(sits_in(context, party, held.holder, seen) for held in found.holdings)
    entity = context.charter.entities.get(body)
    if entity is None:
        return False
    parts = (*(found.id for found in entity.classes), *(organ.id for organ in entity.organs))
    return party in entity.represents or any(sits_in(context, party, name, seen) for name in parts)
