"""What rules look up together: who protects, holds, owes, fills and controls what, read off the model alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import TypeVar

from charterlang.checks.phrases import thing_words
from charterlang.model import Charter
from charterlang.model.decisions import Act, Consent, Deciding, Decision, Power, leaves
from charterlang.model.entities import Entity, EntityKind, Holding, MemberClass, Organ
from charterlang.model.things import Agreement, Asset, Commons, Duty

T = TypeVar("T")

HALF = Fraction(1, 2)
NAMES = frozenset({"trademark", "certification-mark"})
CHANNELS = frozenset({"domain", "repository", "channel", "registry", "account"})
KEY_KINDS = NAMES | CHANNELS | {"copyright", "patent", "land", "building", "infrastructure"}
"""Kinds of asset without which a commons is lost: whoever holds one can shut the others out."""


class Facts:
    """Tables over one charter, each made when first asked for."""

    def __init__(self, charter: Charter) -> None:
        """Stand over `charter`."""
        self.charter = charter

    # ------------------------------------------------------------------------------------------------------ names

    def label(self, name: str) -> str:
        """How a sentence names an element: its title, else its own name; articles by the body they belong to."""
        return thing_words(self.charter, name)

    def labels(self, names: Sequence[str]) -> list[str]:
        """How a sentence names several elements, each once."""
        return list(dict.fromkeys(self.label(name) for name in names))

    def body(self, name: str) -> Entity | None:
        """The entity of that name, or to which the class, organ or text of that name belongs."""
        parts = name.split(".")
        for end in range(len(parts), 0, -1):
            found = self.charter.entities.get(".".join(parts[:end]))
            if found is not None:
                return found
        return None

    # ------------------------------------------------------------------------------------------------------ bodies

    @cached_property
    def own(self) -> tuple[Entity, ...]:
        """The associations and firms that this charter constitutes: papers are written for them."""
        kinds = (EntityKind.ASSOCIATION, EntityKind.FIRM)
        return tuple(entity for entity in self._entities if entity.kind in kinds and not entity.external)

    @cached_property
    def firms(self) -> tuple[Entity, ...]:
        """The firms, those outside the charter too."""
        return tuple(self.charter.of_kind(EntityKind.FIRM))

    @cached_property
    def protectors(self) -> Mapping[str, tuple[Entity, ...]]:
        """The bodies that protect each commons."""
        return _gathered(self.charter.commons, ((name, body) for body in self._entities for name in body.protects))

    @cached_property
    def users(self) -> Mapping[str, tuple[Entity, ...]]:
        """The firms that use each commons."""
        return _gathered(self.charter.commons, ((name, firm) for firm in self.firms for name in firm.uses))

    @cached_property
    def agreements_of(self) -> Mapping[str, tuple[Agreement, ...]]:
        """The agreements each body is a party to."""
        pairs = (
            (body.id, agreement)
            for agreement in self.charter.agreements.values()
            for body in dict.fromkeys(map(self.body, agreement.between))
            if body is not None
        )
        return _gathered(self.charter.entities, pairs)

    @property
    def _entities(self) -> Iterable[Entity]:
        return self.charter.entities.values()

    # ------------------------------------------------------------------------------------------------------ things

    @cached_property
    def assets_of(self) -> Mapping[str, tuple[Asset, ...]]:
        """The assets of each commons: they say so, or their holder protects only that one."""
        return _gathered(
            self.charter.commons,
            ((name, asset) for asset in self.charter.assets.values() for name in asset.of or self._served(asset)),
        )

    def _served(self, asset: Asset) -> tuple[str, ...]:
        bodies = [body for holder in self.holders(asset) if (body := self.body(holder)) is not None]
        return tuple(dict.fromkeys(body.protects[0] for body in bodies if len(body.protects) == 1))

    def keys(self, commons: Commons) -> tuple[Asset, ...]:
        """The assets of a commons without which it is lost."""
        return tuple(asset for asset in self.assets_of[commons.id] if asset.kind in KEY_KINDS)

    def holders(self, asset: Asset) -> tuple[str, ...]:
        """Who holds an asset; on whose behalf it is held, where that was said."""
        return tuple(holding.on_behalf or holding.holder for holding in asset.holdings)

    # ------------------------------------------------------------------------------------------------------ duties

    @cached_property
    def duties_of(self) -> Mapping[str, tuple[Duty, ...]]:
        """The duties of each debtor."""
        found: dict[str, list[Duty]] = {}
        for duty in self.charter.duties:
            found.setdefault(duty.debtor, []).append(duty)
        return {debtor: tuple(duties) for debtor, duties in found.items()}

    @cached_property
    def creditors(self) -> frozenset[str]:
        """Everybody to whom something is owed."""
        return frozenset(duty.creditor for duty in self.charter.duties)

    def enforcer(self, duty: Duty) -> str:
        """Who may enforce a duty; empty where nobody may."""
        return duty.enforced_by or duty.creditor

    # ------------------------------------------------------------------------------------------------------ powers

    @cached_property
    def powers_over(self) -> Mapping[Act, tuple[Power, ...]]:
        """The powers to do an act."""
        found: dict[Act, list[Power]] = {}
        for power in self.charter.powers:
            found.setdefault(power.act, []).append(power)
        return {act: tuple(powers) for act, powers in found.items()}

    def amending(self, entity: Entity) -> tuple[Power, ...]:
        """The powers to amend a body's articles as a whole."""
        return self.powers_over.get(Act("amend", f"{entity.id}.articles"), ())

    def deciders(self, decision: Decision) -> tuple[str, ...]:
        """The bodies and consenting parties a decision is built from."""
        return tuple(leaf.body if isinstance(leaf, Deciding) else leaf.of for leaf in leaves(decision))

    def outsiders(self, decision: Decision, entity: Entity) -> tuple[str, ...]:
        """Those in a decision who are no organ, class or member of that entity."""
        return tuple(name for name in self.deciders(decision) if self.body(name) is not entity)

    def consents(self) -> Iterator[tuple[Power, Consent]]:
        """Every consent that a power asks for."""
        for power in self.charter.powers:
            for leaf in leaves(power.decision):
                if isinstance(leaf, Consent):
                    yield power, leaf

    # ------------------------------------------------------------------------------------------------------ control

    def seats(self, organ: Organ) -> Mapping[str, Fraction]:
        """The part of an organ's seats that each class, body or party fills; what is not known is left out."""
        total = organ.seats or sum(line.number or 0 for line in organ.seat_lines)
        found: dict[str, Fraction] = {}
        for line in organ.seat_lines:
            if line.share is not None:
                part = line.share
            elif line.number is not None and total:
                part = Fraction(line.number, total)
            else:
                part = Fraction(1) if line.word == "all" else Fraction(3, 5) if line.word == "most" else Fraction(0)
            found[line.by] = found.get(line.by, Fraction(0)) + part
        return found

    def holdings(self, entity: Entity) -> Iterator[tuple[Holding, Fraction]]:
        """Who holds how many of the votes of an entity, by its shares or as a whole."""
        voting = [found for found in entity.classes if found.kind == "shares" and not self._silent(found)]
        for found in voting:
            fixed = found.voting.share if found.voting is not None and found.voting.kind == "fixed" else None
            weight = fixed if fixed is not None else Fraction(1, len(voting))
            for holding in found.holdings:
                votes = holding.votes if holding.votes is not None else holding.share
                yield holding, (votes or Fraction(0)) * weight
        for holding in entity.held_by:
            votes = holding.votes if holding.votes is not None else holding.share
            yield holding, Fraction(1, len(entity.held_by)) if votes is None else votes

    def controls(self, one: str, other: str) -> bool:
        """Whether `one` alone steers the body `other`: by most votes, most seats, or by name, through any chain."""
        return self._controls(one, other, frozenset())

    def _controls(self, one: str, other: str, seen: frozenset[str]) -> bool:
        """The same, not walking in circles."""
        body = self.body(other)
        if body is None or other in seen:
            return False
        if (controller := self.body(one)) is not None and controller is body:
            return True
        seen = seen | {other}
        votes = sum(
            (votes for holding, votes in self.holdings(body) if self._is(one, holding.holder, seen)), Fraction(0)
        )
        if votes > HALF:
            return True
        if body.controlled_by is not None:
            named = self.deciders(body.controlled_by)
            if named and all(self._is(one, name, seen) for name in named):
                return True
        boards = [organ for organ in body.organs if organ.kind in {"board", "office"} and not organ.advisory]
        return any(
            sum((part for by, part in self.seats(board).items() if self._is(one, by, seen)), Fraction(0)) > HALF
            for board in boards
        )

    def _is(self, one: str, name: str, seen: frozenset[str]) -> bool:
        """Whether `name` is `one`, a part of it, or in its hands."""
        if name == one or name.startswith(f"{one}."):
            return True
        body = self.charter.entities.get(name)
        return body is not None and self._controls(one, body.id, seen)

    @staticmethod
    def _silent(found: MemberClass) -> bool:
        """Whether a class has no votes."""
        return found.voting is not None and found.voting.kind == "none"

    # ------------------------------------------------------------------------------------------------------ nature

    def is_commercial(self, name: str) -> bool:
        """Whether a party is there for its owners' gain: an investor, a firm that may pay them freely, or said so."""
        body = self.body(name)
        if body is None:
            return False
        if body.side:
            return body.side == "commercial"
        if body.kind is EntityKind.INVESTOR:
            return True
        return body.kind is EntityKind.FIRM and self.pays_owners(body) is not False

    def pays_owners(self, entity: Entity) -> bool | None:
        """Whether a body's assets may end with its owners; None where nothing tells."""
        if entity.kind in {EntityKind.INVESTOR, EntityKind.PERSON}:
            return True
        if entity.kind is EntityKind.PUBLIC:
            return False
        if entity.form:
            from charterlang import law

            form = law.form(entity.form)
            if form is not None:
                return None if form.distribution_capped and not form.nonprofit else form.distribution_free
        if entity.nonprofit is not None:
            return not entity.nonprofit
        return None if entity.kind in {EntityKind.PARTY, EntityKind.FUND} else entity.kind is EntityKind.FIRM


def _gathered(names: Iterable[str], pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    """What is paired with each of `names`, in order; other names are left out."""
    found: dict[str, list[T]] = {name: [] for name in names}
    for name, thing in pairs:
        if name in found:
            found[name].append(thing)
    return {name: tuple(things) for name, things in found.items()}
