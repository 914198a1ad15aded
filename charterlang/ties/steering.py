"""Ties of steering: who elects, appoints, sits, votes, acts, decides, amends and must be asked."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from charterlang.model.decisions import Consent, Decision, Power, leaves
from charterlang.model.entities import Entity, MemberClass, Organ
from charterlang.source import Span
from charterlang.ties import words
from charterlang.ties.model import Places, Tie, form_span


def steering(places: Places) -> Iterator[Tie]:
    """The ties of steering, entity by entity, then the powers that stand elsewhere."""
    charter = places.charter
    for entity in charter.entities.values():
        for group in entity.classes:
            yield from _class_ties(places, entity, group)
        for organ in entity.organs:
            yield from _organ_ties(places, entity, organ)
        if entity.controlled_by is not None:
            yield from _agreeing(places, entity.controlled_by, "acts for", entity.id, entity.id, "controls")
        for name in entity.represents:
            yield Tie("represents", entity.id, name, entity.span, element=entity.id)
        for name in entity.affiliated_with:
            yield Tie("is affiliated with", entity.id, name, entity.span, element=entity.id)
    for power in charter.powers:
        yield from _power_ties(places, power)
    for agreement in charter.agreements.values():
        for change in agreement.changes_of_control:
            text = "change of control"
            yield from _agreeing(
                places, change.decision, "may veto", change.of, agreement.id, text, instrument=agreement.id
            )
    for duty in charter.duties:
        if duty.kind == "grant-veto":
            for act in duty.acts:
                text = words.act(charter, act)
                for holder in duty.creditors:
                    yield Tie(
                        "may veto", holder, places.node(act.thing), duty.span, duty.instrument, duty.id, text=text
                    )


def _class_ties(places: Places, entity: Entity, group: MemberClass) -> Iterator[Tie]:
    instrument = places.instrument(entity.id)
    voting = group.voting
    votes = voting is None or voting.kind != "none"
    if group.kind == "shares":
        yield Tie("owns", group.id, entity.id, group.span, instrument, group.id, text="shares")
    if votes:
        share = voting.share if voting is not None else None
        yield Tie("votes", group.id, entity.id, group.span, instrument, group.id, share, _voting(group))
    for holding in group.holdings:
        kind = "owns" if group.kind == "shares" else "sits in"
        text = words.percent(holding.share) if holding.share is not None else ""
        yield Tie(kind, holding.holder, group.id, holding.span, instrument, group.id, holding.share, text)
        if votes and group.kind == "shares":
            part = holding.share if holding.votes is None else holding.votes
            yield Tie("votes", holding.holder, group.id, holding.span, instrument, group.id, part, text)
        if holding.on_behalf:
            yield Tie("represents", holding.holder, holding.on_behalf, holding.span, instrument, group.id)
    for veto in group.vetoes:
        for act in veto.acts:
            holder = veto.holder or group.id
            text = words.act(places.charter, act, entity.id)
            yield Tie("may veto", holder, places.node(act.thing), veto.span, instrument, group.id, text=text)
    door = group.door
    if door is not None and door.admitted_by is not None:
        yield from _agreeing(places, door.admitted_by, "admits", group.id, group.id, "", instrument=instrument)
    for name in group.affiliated_with:
        yield Tie("is affiliated with", group.id, name, group.span, instrument, group.id)


def _voting(group: MemberClass) -> str:
    voting = group.voting
    if voting is None:
        return ""
    if voting.kind == "each":
        return f"one vote per {voting.per}"
    if voting.share is not None:
        return f"{words.percent(voting.share)} of the votes"
    return {"share": "votes by share", "patronage": "votes by use"}.get(voting.kind, "")


def _organ_ties(places: Places, entity: Entity, organ: Organ) -> Iterator[Tie]:
    instrument = places.instrument(entity.id)
    place = organ.span or form_span(entity)
    for name in organ.classes:
        yield Tie("sits in", name, organ.id, place, instrument, organ.id)
    for holding in organ.held_by:
        yield Tie("sits in", holding.holder, organ.id, holding.span, instrument, organ.id, holding.share)
    for line in organ.seat_lines:
        share = line.share
        if line.number is not None and organ.seats:
            share = Fraction(line.number, organ.seats)
        kind = "elects" if line.how == "elected" else "appoints"
        text = words.seats(line, organ.seats)
        yield Tie(kind, line.by, organ.id, line.span or place, instrument, organ.id, share, text)
    if organ.self_filling:
        text = "fills its own seats"
        yield Tie("appoints", organ.id, organ.id, place, instrument, organ.id, organ.self_filling, text)
    if organ.represents:
        yield Tie("represents", organ.id, organ.represents, place, instrument, organ.id)
    for name in organ.affiliated_with:
        yield Tie("is affiliated with", organ.id, name, place, instrument, organ.id)


def _power_ties(places: Places, power: Power) -> Iterator[Tie]:
    """Who decides on a power, and whose consent it needs. Amending and acting have names of their own."""
    target = places.node(power.act.thing) or power.holder
    kind = {"amend": "may amend", "act": "acts for", "admit": "admits"}.get(power.act.action, "decides")
    text = "" if kind in {"acts for", "admits"} else words.act(places.charter, power.act, power.holder)
    instrument = places.instrument(power.holder)
    holder = places.charter.entities.get(power.holder)
    place = power.span or (form_span(holder) if holder is not None else None)
    yield from _agreeing(places, power.decision, kind, target, power.id, text, instrument=instrument, place=place)


def _agreeing(
    places: Places,
    decision: Decision,
    kind: str,
    target: str,
    element: str,
    text: str,
    *,
    instrument: str = "",
    place: Span | None = None,
) -> Iterator[Tie]:
    """One tie for each body that takes part in a decision; one whose consent is asked may veto."""
    for leaf in leaves(decision):
        consents = isinstance(leaf, Consent)
        body = leaf.of if isinstance(leaf, Consent) else leaf.body
        said = " ".join(filter(None, (text, words.rule(leaf.rule))))
        share = leaf.rule.share if leaf.rule is not None else None
        if body in places.nodes:
            yield Tie(
                "may veto" if consents else kind, body, target, leaf.span or place, instrument, element, share, said
            )
