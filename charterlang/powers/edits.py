"""Changes to a charter, in the model and in the text at once: what repairs are made of."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from charterlang._records import record
from charterlang.model.charter import Charter
from charterlang.model.decisions import Power
from charterlang.model.entities import Entity
from charterlang.model.quantities import Duration
from charterlang.model.things import Lock
from charterlang.source import Edit, Span


@record
class Change:
    """A change in words, the charter with it made, and the edits of the text that make it (none if not one edit)."""

    text: str
    charter: Charter
    edits: tuple[Edit, ...] = ()


def replace_statement(span: Span, text: str) -> Edit:
    """Puts `text` in the place of a statement."""
    return Edit(span, text)


def append_statement(span: Span, text: str) -> Edit:
    """Adds `text` at the end of a statement."""
    return Edit(Span(span.file, span.block, span.end, span.end), text)


def with_entity(charter: Charter, entity: Entity) -> Charter:
    """The charter with one entity added or replaced."""
    return replace(charter, entities={**charter.entities, entity.id: entity})


def with_lock(charter: Charter, lock: Lock) -> Charter:
    """The charter with one lock more."""
    return replace(charter, locks=(*charter.locks, lock))


def with_power(charter: Charter, power: Power) -> Charter:
    """The charter with a power added to its holder, in the place of one with the same id."""
    holder = power.holder
    for group in ("entities", "commons", "assets", "agreements"):
        elements = getattr(charter, group)
        if holder in elements:
            kept = elements[holder].powers
            if any(found.id == power.id for found in kept):
                powers = tuple(power if found.id == power.id else found for found in kept)
            else:
                powers = (*kept, power)
            changed = replace(elements[holder], powers=powers)
            more: dict[str, Any] = {group: {**elements, holder: changed}}
            return replace(charter, **more)
    return charter


def after_door(charter: Charter, name: str, waiting: Duration) -> Change | None:
    """A waiting time before new members of a class may vote."""
    group = charter.classes.get(name)
    if group is None or group.door is None:
        return None
    changed = replace(group, door=replace(group.door, after=waiting))
    entity = charter.entities[group.entity]
    classes = tuple(changed if found.id == name else found for found in entity.classes)
    words = f"after {waiting.number} {waiting.unit}s"
    edits = (append_statement(group.door.span, f" {words}"),) if group.door.span else ()
    text = f"let new members of {group.title or group.name} wait: `open to anyone {words}`"
    return Change(text, with_entity(charter, replace(entity, classes=classes)), edits)
