"""What a value rests on: the bodies that carry a commons, those who lead its work, and what it consists of."""

from __future__ import annotations

from charterlang.model.entities import Entity
from charterlang.model.things import Commons
from charterlang.powers.terms import role_of
from charterlang.powers.titles import title_holders
from charterlang.powers.world import World

BODIES = frozenset({"association", "firm", "fund", "public"})
"""Kinds of entity that can be converted, sold or wound up; a person or an unorganised party cannot."""


def carriers(world: World, subject: Commons | Entity) -> list[Entity]:
    """The bodies on which a subject rests: the entity itself; of a commons, its protectors and who holds its substance.

    Without a protector it rests on those who hold its title. Who has no more than its name or channel
    does not carry it.
    """
    if isinstance(subject, Entity):
        return [subject]
    charter = world.charter
    found = list(world.protectors.get(subject.id, ()))
    holding = [holder for asset in substance(world, subject) for holder in world.holders(asset)]
    if not found and not holding:
        named, spread = title_holders(world, subject)
        holding = [] if spread else named
        holding += [holder for holder in world.holders(subject.id) if not spread]
    found += [charter.entities[owner] for owner in map(world.owner_of, holding) if owner in charter.entities]
    unique: dict[str, Entity] = {}
    for entity in found:
        if entity.kind in BODIES:
            unique.setdefault(entity.id, entity)
    return list(unique.values())


def leaders(world: World, subject: Commons) -> list[Entity]:
    """Who leads the work where no body carries it: those who release it, and those who hold its channel or name."""
    names = [name for name in (subject.released_by, subject.channel_held_by) if name]
    names += [holder for asset in world.assets(subject.id, "channel", "name") for holder in world.holders(asset.id)]
    found = {
        owner: world.charter.entities[owner] for owner in map(world.owner_of, names) if owner in world.charter.entities
    }
    return list(found.values())


def substance(world: World, subject: Commons | Entity) -> list[str]:
    """The things a subject consists of that can be sold: land, houses, data, a service, shares; never its name."""
    if isinstance(subject, Entity):
        return [
            asset.id
            for asset in world.held_by.get(subject.id, ())
            if role_of(asset.kind) in {"substance", "infrastructure"}
        ]
    return [asset.id for asset in world.assets(subject.id, "substance", "infrastructure")]


def pays_out(world: World, body: Entity, seen: frozenset[str] = frozenset()) -> bool:
    """Whether a winding-up would put the assets in private pockets, following recipients to the end of the chain."""
    if body.id in seen:
        return True
    if body.dissolution is None:
        return not body.nonprofit and body.kind not in {"public", "association"}
    first = world.charter.entities.get(body.dissolution.to[0]) if body.dissolution.to else None
    if first is None:
        return False
    if first.nonprofit or first.kind == "public":
        return False
    if first.kind == "association":
        return first.dissolution is not None and pays_out(world, first, seen | {body.id})
    return True


def can_be_sold(world: World, body: Entity) -> bool:
    """Whether control of a body can pass for money: it has owners, or the charter writes a power to sell it."""
    if world.powers("sell", body.id):
        return True
    return bool(body.held_by) or any(group.kind == "shares" for group in body.classes) or body.kind == "firm"
