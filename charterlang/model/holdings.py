"""Who holds what: `holds` on entities and `held by` on things say the same, and are brought together here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from charterlang.model.entities import Entity, Holding
from charterlang.model.lower import Hold
from charterlang.model.names import Names
from charterlang.model.things import Asset, Commons
from charterlang.source import Finding, Label, Severity


class Holders:
    """Gathers what entities say they hold and release, and puts it into the things."""

    def __init__(self, names: Names) -> None:
        """Report what contradicts itself to `names`."""
        self._names = names
        self._held: dict[str, list[Holding]] = {}
        self._released: dict[str, list[Holding]] = {}

    def add(self, holder: str, holds: Iterable[Hold]) -> None:
        """`holder` says that it holds these."""
        for hold in holds:
            self._held.setdefault(hold.thing, []).append(Holding(holder, on_behalf=hold.on_behalf, span=hold.span))

    def releases(self, holder: str, commons: Iterable[Hold]) -> None:
        """`holder` says that it releases these commons."""
        for each in commons:
            self._released.setdefault(each.thing, []).append(Holding(holder, span=each.span))

    def put_in(
        self, assets: dict[str, Asset], entities: dict[str, Entity], commons: dict[str, Commons]
    ) -> tuple[dict[str, Asset], dict[str, Entity], dict[str, Commons]]:
        """The things with all their holders."""
        assets = {
            name: replace(asset, holdings=self._all(asset.holdings, name)) if name in self._held else asset
            for name, asset in assets.items()
        }
        commons = {name: self._with_releaser(each) for name, each in commons.items()}
        return assets, {name: self._entity(entity) for name, entity in entities.items()}, commons

    def _with_releaser(self, commons: Commons) -> Commons:
        """A commons with whoever releases it."""
        said = [Holding(commons.released_by, span=commons.statements.get("releases"))] if commons.released_by else []
        all_ = said + [each for each in self._released.get(commons.id, ()) if each.holder != commons.released_by]
        if len(all_) > 1:
            self._conflict(commons.id, all_, "released")
        return replace(commons, released_by=all_[0].holder) if all_ and not said else commons

    def _entity(self, entity: Entity) -> Entity:
        """An entity, and its classes of shares, with all their holders."""
        if entity.id in self._held:
            entity = replace(entity, held_by=self._all(entity.held_by, entity.id))
        if any(share.id in self._held for share in entity.classes):
            classes = tuple(
                replace(share, holdings=(*share.holdings, *self._new(share.holdings, share.id)))
                for share in entity.classes
            )
            entity = replace(entity, classes=classes)
        return entity

    def _new(self, said: tuple[Holding, ...], thing: str) -> list[Holding]:
        """The holders by `holds` that the thing itself does not name."""
        known = {holding.holder for holding in said}
        return [holding for holding in self._held.get(thing, ()) if holding.holder not in known]

    def _all(self, said: tuple[Holding, ...], thing: str) -> tuple[Holding, ...]:
        """The holders of a thing, and a finding if two who do not speak of each other each hold the whole."""
        more = {holding.holder: holding for holding in self._new(said, thing)}
        groups = ([said] if said else []) + [(holding,) for holding in more.values()]
        if len(groups) > 1:
            self._conflict(thing, [group[0] for group in groups])
        return (*said, *more.values())

    def _conflict(self, thing: str, holdings: list[Holding], done: str = "held") -> None:
        last = holdings[-1]
        shares = f"say it once, or name the shares: held by {' 50%, '.join(each.holder for each in holdings)} 50%"
        who = " and ".join(f"`{holding.holder}`" for holding in holdings)
        self._names.findings.append(
            Finding(
                "NAM107",
                Severity.ERROR,
                f"`{thing}` is {done} by {who}, each as a whole",
                last.span,
                label=f"{done} here",
                related=tuple(Label(holding.span, "and here") for holding in holdings[:-1] if holding.span is not None),
                help=(shares if done == "held" else "say it once, of the one who does it",),
                subject=thing,
            )
        )
