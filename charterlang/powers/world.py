"""The charter as the power analysis looks at it: who holds what, which powers bear on an act, who guards it."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from operator import itemgetter

from charterlang.model.charter import Charter
from charterlang.model.decisions import Act, Never, Power
from charterlang.model.entities import Dependence, Entity, Holding, Veto
from charterlang.model.things import Agreement, Asset, Commons, Duty, Lock
from charterlang.powers.terms import ENDS_OF_DUTY, SAME_ACT, role_of


def constitution(thing: str) -> tuple[str, str] | None:
    """The entity and the part of its constitution that `x.articles` or `x.articles.part` names, else None."""
    head, mark, part = thing.partition(".articles")
    if not mark or (part and not part.startswith(".")):
        return None
    return head, part[1:]


class World:
    """Indexes over a charter, each made on first use."""

    def __init__(self, charter: Charter) -> None:
        """Look at `charter`."""
        self.charter = charter

    # --- who holds what ---------------------------------------------------------------------------------------------

    @cached_property
    def assets_of(self) -> dict[str, list[Asset]]:
        """The assets that serve each commons."""
        found: dict[str, list[Asset]] = defaultdict(list)
        protected = {
            entity.id: entity.protects for entity in self.charter.entities.values() if len(entity.protects) == 1
        }
        for asset in self.charter.assets.values():
            serves = asset.of
            if not serves:
                holders = {holding.holder for holding in asset.holdings}
                serves = tuple(dict.fromkeys(name for holder in holders for name in protected.get(holder, ())))
            if not serves and len(self.charter.commons) == 1:
                serves = tuple(self.charter.commons)
            for commons in serves:
                found[commons].append(asset)
        return found

    def assets(self, commons: str, *roles: str) -> list[Asset]:
        """The assets of a commons that play one of these roles (`powers.terms.role_of`), all if none is named."""
        return [asset for asset in self.assets_of.get(commons, ()) if not roles or role_of(asset.kind) in roles]

    @cached_property
    def protectors(self) -> dict[str, list[Entity]]:
        """The entities that protect each commons."""
        found: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.charter.entities.values():
            for commons in entity.protects:
                found[commons].append(entity)
        return found

    @cached_property
    def users(self) -> dict[str, list[Entity]]:
        """The firms that use each commons."""
        found: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.charter.entities.values():
            if entity.kind == "firm":
                for commons in entity.uses:
                    found[commons].append(entity)
        return found

    def holdings(self, thing: str) -> tuple[Holding, ...]:
        """Who holds a thing: an asset, a fund or an entity held by others; a commons through its title."""
        charter = self.charter
        if thing in charter.assets:
            return charter.assets[thing].holdings
        if thing in charter.entities:
            return charter.entities[thing].held_by
        commons = charter.commons.get(thing)
        if commons is not None and commons.copyright is not None:
            return commons.copyright.holdings
        return ()

    @cached_property
    def held_by(self) -> dict[str, list[Asset]]:
        """The assets that each party holds, alone or with others."""
        found: dict[str, list[Asset]] = defaultdict(list)
        for asset in self.charter.assets.values():
            for holder in self.holders(asset.id):
                found[holder].append(asset)
        return found

    def holders(self, thing: str) -> tuple[str, ...]:
        """The names of those who hold a thing, in order."""
        return tuple(dict.fromkeys(holding.holder for holding in self.holdings(thing)))

    # --- powers, vetoes, duties, locks ------------------------------------------------------------------------------

    @cached_property
    def _powers_on(self) -> dict[tuple[str, str], list[Power]]:
        found: dict[tuple[str, str], list[Power]] = defaultdict(list)
        for power in self.charter.powers:
            found[power.act.action, power.act.thing].append(power)
        return found

    def powers(self, action: str, thing: str) -> list[Power]:
        """The powers written on an act, by charter or statute: under its own word, else under a word for the same."""
        exact = self._powers_on.get((action, thing))
        if exact:
            return exact
        for same in sorted(SAME_ACT.get(action, ())):
            alike = self._powers_on.get((same, thing))
            if alike and same != action:
                return alike
        return []

    @staticmethod
    def forbidden(powers: list[Power]) -> bool:
        """Whether one of these powers is written as `never`."""
        return any(isinstance(power.decision, Never) for power in powers)

    @cached_property
    def _vetoes(self) -> dict[tuple[str, str], list[tuple[str, Veto]]]:
        """Vetoes by act: (holder, veto)."""
        found: dict[tuple[str, str], list[tuple[str, Veto]]] = defaultdict(list)
        for group in self.charter.classes.values():
            for veto in group.vetoes:
                for act in veto.acts:
                    found[act.action, act.thing].append((veto.holder or group.id, veto))
        for duty in self.charter.duties:
            if duty.kind == "grant-veto" and duty.binding and duty.creditor:
                veto = Veto(duty.creditor, duty.acts, duty.tests, duty.span)
                for act in duty.acts:
                    found[act.action, act.thing].append((duty.creditor, veto))
        return found

    def vetoes(self, action: str, thing: str) -> list[tuple[str, Veto]]:
        """Who may stop an act, and their veto."""
        words = SAME_ACT.get(action, frozenset({action})) | {action}
        return [found for word in sorted(words) for found in self._vetoes.get((word, thing), ())]

    @cached_property
    def duties_of(self) -> dict[str, list[Duty]]:
        """The duties of each debtor, in order."""
        found: dict[str, list[Duty]] = defaultdict(list)
        for duty in self.charter.duties:
            found[duty.debtor].append(duty)
        return found

    @cached_property
    def restraints(self) -> dict[str, list[Duty]]:
        """The duties of each debtor that forbid some act; most only ask for something."""
        found: dict[str, list[Duty]] = defaultdict(list)
        for duty in self.charter.duties:
            if duty.kind == "must-not" or duty.kind in ENDS_OF_DUTY:
                found[duty.debtor].append(duty)
        return found

    @cached_property
    def duty(self) -> dict[str, Duty]:
        """Every duty by its id."""
        return {duty.id: duty for duty in reversed(self.charter.duties)}

    @cached_property
    def lock(self) -> dict[str, Lock]:
        """Every lock by its id."""
        return {lock.id: lock for lock in reversed(self.charter.locks)}

    @cached_property
    def _locks_on(self) -> dict[str, list[tuple[int, Lock]]]:
        found: dict[str, list[tuple[int, Lock]]] = defaultdict(list)
        for place, lock in enumerate(self.charter.locks):
            found[lock.thing].append((place, lock))
        return found

    def locks(self, *things: str) -> list[Lock]:
        """The locks on any of these things, in order of declaration."""
        found = [placed for thing in set(things) for placed in self._locks_on.get(thing, ())]
        return [lock for _, lock in sorted(found, key=itemgetter(0))]

    @cached_property
    def agreements_of(self) -> dict[str, list[Agreement]]:
        """The agreements each party is in."""
        found: dict[str, list[Agreement]] = defaultdict(list)
        for agreement in self.charter.agreements.values():
            for party in agreement.between:
                found[party].append(agreement)
        return found

    @cached_property
    def dependences_on(self) -> dict[str, list[Dependence]]:
        """What each element depends on, by the element that depends."""
        found: dict[str, list[Dependence]] = defaultdict(list)
        for dependence in self.charter.dependences:
            found[dependence.on].append(dependence)
        return found

    # --- kinds of thing ---------------------------------------------------------------------------------------------

    def commons_of(self, thing: str) -> Commons | None:
        """The commons a thing is, or belongs to."""
        if thing in self.charter.commons:
            return self.charter.commons[thing]
        asset = self.charter.assets.get(thing)
        for name in asset.of if asset else ():
            if name in self.charter.commons:
                return self.charter.commons[name]
        return None

    def owner_of(self, member: str) -> str:
        """The entity that a class or an organ belongs to; the name itself for anything else."""
        charter = self.charter
        if member in charter.organs:
            return charter.organs[member].entity
        if member in charter.classes:
            return charter.classes[member].entity
        return member

    def exists(self, act: Act) -> bool:
        """Whether the thing of an act is in the charter at all."""
        part = constitution(act.thing)
        name = part[0] if part else act.thing
        return name in self.charter.elements
