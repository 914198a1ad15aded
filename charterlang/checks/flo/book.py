"""The flows of a charter by who pays and who receives, and who has a part in it at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from charterlang.model.entities import EntityKind

if TYPE_CHECKING:
    from charterlang.model import Charter
    from charterlang.model.entities import Entity
    from charterlang.model.things import Flow


class Book:
    """The account book of a charter; each table is made when first asked for."""

    def __init__(self, charter: Charter) -> None:
        """Open the book of `charter`."""
        self.charter = charter

    @cached_property
    def paid_by(self) -> Mapping[str, tuple[Flow, ...]]:
        """The flows from each party, organ, class or fund."""
        return _by(self.charter.flows.values(), lambda flow: flow.source)

    @cached_property
    def paid_to(self) -> Mapping[str, tuple[Flow, ...]]:
        """The flows to each party, organ, class or fund."""
        return _by(self.charter.flows.values(), lambda flow: flow.target)

    @cached_property
    def funds(self) -> Mapping[str, tuple[Entity, ...]]:
        """The funds each body holds."""
        found: dict[str, list[Entity]] = {}
        for fund in self.charter.of_kind(EntityKind.FUND):
            for holding in fund.held_by:
                found.setdefault(holding.holder, []).append(fund)
        return {holder: tuple(funds) for holder, funds in found.items()}

    def purses(self, entity: Entity) -> tuple[str, ...]:
        """The ids at which a body receives and pays: itself, the funds it holds, and its organs."""
        held = (fund.id for fund in self.funds.get(entity.id, ()))
        return (entity.id, *held, *(organ.id for organ in entity.organs))

    def income_of(self, entity: Entity) -> Iterable[Flow]:
        """The flows into a body from outside."""
        here = self.purses(entity)
        return (flow for name in here for flow in self.paid_to.get(name, ()) if flow.source not in here)

    def spending_of(self, entity: Entity) -> Iterable[Flow]:
        """The flows out of a body."""
        here = self.purses(entity)
        return (flow for name in here for flow in self.paid_by.get(name, ()) if flow.target not in here)

    @cached_property
    def partakers(self) -> frozenset[str]:
        """Everybody with a part: who makes, supplies, is affected, owes, is owed, lends, owns, works, or pays."""
        charter = self.charter
        holdings = chain(
            (held for found in charter.classes.values() for held in found.holdings),
            (held for entity in charter.entities.values() for held in entity.held_by),
        )
        return frozenset(
            chain(
                (name for commons in charter.commons.values() for name in commons.produced_by),
                (mode.source for provision in charter.provisions.values() for mode in provision.modes),
                (each.party for provision in charter.provisions.values() for each in provision.affects),
                (name for duty in charter.duties for name in (duty.debtor, duty.creditor)),
                (debt.creditor for entity in charter.entities.values() for debt in entity.debts),
                (held.holder for held in holdings),
                (name for found in charter.dependences for name in (found.source, found.on)),
                self.paid_by,
            )
        )


def _by(flows: Iterable[Flow], key: Callable[[Flow], str]) -> Mapping[str, tuple[Flow, ...]]:
    """Flows by one of their ends, in order."""
    found: dict[str, list[Flow]] = {}
    for flow in flows:
        found.setdefault(key(flow), []).append(flow)
    return {name: tuple(flows) for name, flows in found.items()}
