"""What is said beside the verdicts: who is undescribed, which doors stand open, where pressure comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from charterlang.powers.control import voting_classes
from charterlang.powers.entry import can_be_packed, needed
from charterlang.powers.measures import MAJORITY
from charterlang.powers.verdicts import Note

if TYPE_CHECKING:
    from charterlang.powers.analyse import Analysis


def notes(analysis: Analysis) -> Iterator[Note]:
    """All notes, in the order of the charter."""
    yield from _undescribed(analysis)
    yield from _open_doors(analysis)
    yield from _self_filling(analysis)
    yield from _pressure(analysis)


def _undescribed(analysis: Analysis) -> Iterator[Note]:
    """Entities that take part in a power but of which nobody says who controls them."""
    asked = {key[1] for money in (False, True) for key in analysis.program(money=money).numbers if key[0] == "party"}
    for entity in analysis.charter.entities.values():
        if (
            entity.id in asked
            and not entity.described
            and not entity.external
            and entity.kind in {"association", "firm"}
        ):
            yield Note(
                "undescribed",
                entity.id,
                f"nothing says who controls {entity.label}, so it counts as a party of its own",
                entity.name_span or entity.span,
                f"say who owns or governs {entity.id} (`members`, `shares`, `board`), or mark it `external`",
            )


def _open_doors(analysis: Analysis) -> Iterator[Note]:
    for group in analysis.charter.classes.values():
        if can_be_packed(group, MAJORITY):
            entry = needed(group, MAJORITY)
            yield Note(
                "open door",
                group.id,
                f"anyone may join {group.title or group.name} at once and vote: {entry.words} would turn its majority",
                group.door.span if group.door else group.span,
                "let new members wait before they vote (`after 6 months`), have them admitted, or stagger terms",
            )


def _self_filling(analysis: Analysis) -> Iterator[Note]:
    for organ in analysis.charter.organs.values():
        if organ.self_filling == 1 and not organ.advisory:
            yield Note(
                "self-perpetuating",
                organ.id,
                f"{organ.title or organ.name} fills its own seats: nobody outside it can replace it",
                organ.span,
                "let members elect some of its seats, or give an outside guardian a consent that tests the purpose",
            )


def _pressure(analysis: Analysis) -> Iterator[Note]:
    """Dependence that gives no power in law, but weight."""
    charter = analysis.charter
    for dependence in charter.dependences:
        if dependence.kind == "pays" and dependence.is_majority and voting_classes_exist(analysis, dependence.on):
            yield Note(
                "pressure",
                dependence.on,
                f"{charter.label(dependence.source)} pays most of what {charter.label(dependence.on)} lives on: "
                f"pressure, though no power in law",
                dependence.span,
                "name a second source of funds, or a reserve that lasts until one is found",
            )
    for entity in charter.entities.values():
        for debt in entity.debts:
            if not debt.near_default and not debt.converts and not entity.near_default:
                yield Note(
                    "debt",
                    entity.id,
                    f"{charter.label(debt.creditor)} lends to {entity.label}: pressure now, a power in default",
                    debt.span,
                    "",
                )


def voting_classes_exist(analysis: Analysis, name: str) -> bool:
    """Whether the dependent is a body whose members decide (so that payment is pressure, not control)."""
    entity = analysis.charter.entities.get(name)
    return entity is not None and bool(voting_classes(entity))
