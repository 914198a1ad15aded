"""Ties of property and obligation: who holds, runs, lends, inherits, licenses, owes and may enforce."""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.model.entities import Entity
from charterlang.model.things import Commons, Duty
from charterlang.ties import words
from charterlang.ties.model import Places, Tie, licence_id


def holding(places: Places) -> Iterator[Tie]:
    """The ties of property: what is held and by whom, and who takes it in the end."""
    charter = places.charter
    for commons in charter.commons.values():
        yield from _commons_ties(commons)
    for asset in charter.assets.values():
        for held in asset.holdings:
            yield Tie("holds", held.holder, asset.id, held.span or asset.span, element=asset.id, weight=held.share)
            if held.on_behalf:
                yield Tie("represents", held.holder, held.on_behalf, held.span, element=asset.id)
        for name in asset.of:
            yield Tie("belongs to", asset.id, name, asset.span, element=asset.id)
    for entity in charter.entities.values():
        yield from _entity_ties(places, entity)
    for lock in charter.locks:
        if lock.watched_by:
            yield Tie("watches", lock.watched_by, places.node(lock.thing), lock.span, element=lock.id)
        if lock.recipient:
            source = places.node(lock.thing)
            yield Tie("receives on dissolution", source, lock.recipient, lock.span, element=lock.id, text="asset lock")


def _commons_ties(commons: Commons) -> Iterator[Tie]:
    said = commons.statements
    for name in commons.produced_by:
        yield Tie("produces", name, commons.id, said.get(f"produced_by {name}", commons.span), element=commons.id)
    for licence in commons.licences:
        text = " ".join(filter(None, (licence.expression, licence.material and f"for {licence.material}")))
        instrument = licence_id(commons.id, licence.material)
        yield Tie("belongs to", instrument, commons.id, licence.span, instrument, commons.id, text=text)
        if licence.granted_by:
            yield Tie("licenses", licence.granted_by, instrument, licence.span, instrument, commons.id, text=text)
    terms = commons.contributions
    if terms is not None and terms.to:
        text = "may relicense contributions" if terms.terms in {"cla", "assignment"} and not terms.only_open else ""
        yield Tie("licenses", terms.to, commons.id, terms.span, element=commons.id, text=text)
    if commons.copyright is not None:
        for held in commons.copyright.holdings:
            yield Tie("holds", held.holder, commons.id, held.span, element=commons.id, weight=held.share, text="title")
    if commons.released_by:
        yield Tie("operates", commons.released_by, commons.id, commons.span, element=commons.id, text="releases it")
    if commons.channel_held_by:
        text = "holds its channel"
        yield Tie("operates", commons.channel_held_by, commons.id, commons.span, element=commons.id, text=text)
    for name in commons.mirrored_by:
        yield Tie("operates", name, commons.id, commons.span, element=commons.id, text="keeps a copy")
    for name in commons.monitored_by:
        yield Tie("watches", name, commons.id, said.get("monitored_by", commons.span), element=commons.id)


def _entity_ties(places: Places, entity: Entity) -> Iterator[Tie]:
    said = entity.statements
    for name in entity.protects:
        yield Tie("protects", entity.id, name, said.get(f"protects {name}", entity.span), element=entity.id)
    for name in entity.uses:
        yield Tie("uses", entity.id, name, said.get(f"uses {name}", entity.span), element=entity.id)
    for empowered in entity.empowers:
        for name in empowered.whom:
            yield Tie("empowers", entity.id, name, empowered.span, element=entity.id, text=empowered.by)
    for held in entity.held_by:
        kind = "holds" if entity.kind == "fund" else "owns"
        text = words.percent(held.share) if held.share is not None else ""
        span = held.span or entity.span
        yield Tie(kind, held.holder, entity.id, span, element=entity.id, weight=held.share, text=text)
        if held.on_behalf:
            yield Tie("represents", held.holder, held.on_behalf, held.span, element=entity.id)
    for debt in entity.debts:
        text = words.money(debt.amount) if debt.amount is not None else ""
        yield Tie("lends", debt.creditor, entity.id, debt.span, element=entity.id, text=text)
    for name in entity.monitored_by:
        yield Tie("watches", name, entity.id, said.get("monitored_by", entity.span), element=entity.id)
    if entity.dissolution is not None:
        instrument = places.instrument(entity.id)
        for name in entity.dissolution.to:
            yield Tie("receives on dissolution", entity.id, name, entity.dissolution.span, instrument, entity.id)


def binding(places: Places) -> Iterator[Tie]:
    """The ties of obligation: agreements and their parties, duties and those who may enforce them."""
    charter = places.charter
    for agreement in charter.agreements.values():
        for name in agreement.between:
            span = agreement.statements.get(f"between {name}", agreement.span)
            yield Tie("is party to", name, agreement.id, span, agreement.id, agreement.id)
    for duty in charter.duties:
        yield from _duty_ties(places, duty)


def _duty_ties(places: Places, duty: Duty) -> Iterator[Tie]:
    """What is owed to nobody is owed to the text it stands in: the tie leads nowhere else."""
    charter = places.charter
    text = words.duty(charter, duty)
    instrument = places.node(duty.instrument)
    if duty.kind == "license":
        for creditor in duty.creditors:
            yield Tie("licenses", duty.debtor, creditor, duty.span, instrument, duty.id, text=text)
        return
    owed_to = duty.creditors or ((instrument,) if instrument else ())
    for creditor in owed_to:
        yield Tie("owes", duty.debtor, creditor, duty.span, instrument, duty.id, duty.share, text)
    if duty.binding:
        for enforcer in duty.creditors:
            yield Tie("may enforce", enforcer, duty.debtor, duty.span, instrument, duty.id, text=text)
