"""Where the assets of a body end: recipients followed to the end of the chain."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from charterlang.model.entities import EntityKind

if TYPE_CHECKING:
    from charterlang.checks.facts import Facts
    from charterlang.model.entities import Entity


class Chain(NamedTuple):
    """The bodies through which assets pass, the first one giving; `circle` where the last gives to one before it."""

    bodies: tuple[str, ...]
    circle: bool

    @property
    def end(self) -> str:
        """Who keeps what arrives."""
        return self.bodies[-1]


def chain(facts: Facts, entity: Entity) -> Chain:
    """Follow the first recipient of each body."""
    passed = [entity.id]
    current: Entity | None = entity
    while current is not None and current.dissolution is not None and current.dissolution.to:
        following = facts.body(current.dissolution.to[0])
        if following is None:
            break
        if following.id in passed:
            return Chain((*passed, following.id), circle=True)
        passed.append(following.id)
        current = following
    return Chain(tuple(passed), circle=False)


def keeps_for_owners(facts: Facts, name: str) -> bool:
    """Whether what arrives at that body may end with its owners."""
    entity = facts.charter.entities[name]
    if entity.kind is EntityKind.PARTY:
        return entity.side == "commercial"
    return facts.pays_owners(entity) is True
