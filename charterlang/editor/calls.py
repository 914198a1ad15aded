"""Powers as a hierarchy: who controls ← a power → what it breaks; a body ← who fills it, → what it may do."""

from __future__ import annotations

from collections.abc import Iterator

from charterlang._records import record
from charterlang.editor.hover import level_words
from charterlang.editor.names import named_at
from charterlang.editor.places import Place
from charterlang.editor.workspace import View
from charterlang.model.charter import Charter
from charterlang.model.decisions import Decision, Power, leaves
from charterlang.model.entities import Entity, MemberClass, Organ
from charterlang.powers.wording import act_words
from charterlang.source import Span


@record
class Station:
    """A body, a power or a value in the hierarchy: `id` says which (`value/subject` for what is broken)."""

    id: str
    name: str
    kind: str
    detail: str
    place: Place


@record
class Call:
    """A step of the hierarchy: the other station, and the places where the charter says so."""

    station: Station
    places: tuple[Place, ...]


def prepare(view: View, offset: int) -> tuple[Station, ...]:
    """The power or the body at an offset."""
    found: dict[str, Station] = {}
    power = _power_at(view, offset)
    names = [use.id for use in named_at(view, offset)]
    on_body = [station for name in names if (station := _body(view, name)) is not None]
    for station in on_body or ([_power(view, power)] if power is not None else []):
        found[station.id] = station
    return tuple(found.values())


def _power_at(view: View, offset: int) -> Power | None:
    """The power in whose statement an offset lies."""
    for power in view.charter.powers:
        span = power.span
        if span is not None and span.file == view.path and view.place(span).holds(offset):
            return power
    return None


def _power(view: View, power: Power) -> Station:
    span = power.span
    place = view.place(span) if span is not None else Place(view.path, 0, 0)
    words = act_words(view.charter, power.act)
    return Station(power.id, words, "power", view.charter.label(power.holder), place)


def _body(view: View, name: str) -> Station | None:
    """A body of the charter as a station; None for anything else."""
    element = view.charter.elements.get(name)
    if not isinstance(element, Entity | Organ | MemberClass):
        return None
    symbol = view.names.symbols.get(name)
    span = symbol.span if symbol is not None else None
    place = view.place(span) if span is not None else Place(view.path, 0, 0)
    return Station(name, view.charter.label(name), str(element.kind), name.rpartition(".")[0], place)


def incoming(view: View, name: str) -> tuple[Call, ...]:
    """Who decides on a power; who fills a body, owns it, or sits in it."""
    charter = view.charter
    found: dict[str, list[Place]] = {}
    power = next((each for each in charter.powers if each.id == name), None)
    pairs = _deciders(power.decision, power.span) if power is not None else _fillers(charter, name)
    for body, span in pairs:
        found.setdefault(body, []).extend([view.place(span)] if span is not None else [])
    stations = ((_body(view, body), places) for body, places in found.items())
    return tuple(Call(station, tuple(dict.fromkeys(places))) for station, places in stations if station is not None)


def _deciders(decision: Decision, span: Span | None) -> Iterator[tuple[str, Span | None]]:
    for leaf in leaves(decision):
        yield (getattr(leaf, "body", "") or getattr(leaf, "of", "")), leaf.span or span


def _fillers(charter: Charter, name: str) -> Iterator[tuple[str, Span | None]]:
    """Who fills a body, with the places that say so."""
    element = charter.elements.get(name)
    if isinstance(element, Organ):
        for line in element.seat_lines:
            yield line.by, line.span
        for body in element.classes:
            yield body, element.span
    elif isinstance(element, MemberClass):
        for holding in element.holdings:
            yield holding.holder, holding.span
    elif isinstance(element, Entity):
        for holding in element.held_by:
            yield holding.holder, holding.span
        for each in element.classes:
            yield each.id, each.span
        for organ in element.organs:
            yield organ.id, organ.span
        if element.controlled_by is not None:
            yield from _deciders(element.controlled_by, element.span)


def outgoing(view: View, name: str) -> tuple[Call, ...]:
    """What a body may do, and which bodies it fills; what a power breaks."""
    charter = view.charter
    found: list[Call] = []
    power = next((each for each in charter.powers if each.id == name), None)
    if power is not None:
        return tuple(_broken(view, power))
    for each in charter.powers:
        spans = [span for body, span in _deciders(each.decision, each.span) if body == name]
        if spans:
            places = tuple(dict.fromkeys(view.place(span) for span in spans if span is not None))
            found.append(Call(_power(view, each), places))
    for body in (*charter.organs, *charter.classes, *charter.entities):
        spans = [span for filler, span in _fillers(charter, body) if filler == name]
        station = _body(view, body)
        if spans and station is not None:
            places = tuple(dict.fromkeys(view.place(span) for span in spans if span is not None))
            found.append(Call(station, places))
    return tuple(found)


def _broken(view: View, power: Power) -> Iterator[Call]:
    """The values whose breach rests on a power."""
    if view.verdicts is None:
        return
    here = (view.place(power.span),) if power.span is not None else ()
    for verdict in view.verdicts.values:
        breaches = [each for each in verdict.protections if power.id in each.elements and each.level is not None]
        if not breaches:
            continue
        symbol = view.names.symbols.get(verdict.value)
        place = view.place(symbol.span) if symbol is not None and symbol.span is not None else Place(view.path, 0, 0)
        worst = min(breaches, key=lambda each: -1 if each.level is None else int(each.level))
        name = f"{verdict.value} of {view.charter.label(verdict.subject)}"
        detail = f"{worst.breach}: {level_words(worst.level)}"
        yield Call(Station(f"{verdict.value}/{verdict.subject}", name, "value", detail, place), here)
