"""What was added, removed or changed between two charters, element by element."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from charterlang._records import record
from charterlang.model.charter import Charter, Element
from charterlang.model.decisions import Decision
from charterlang.powers.wording import decision_words
from charterlang.source import Span

_APART = frozenset({"classes", "organs", "powers", "statements", "span", "name_span", "form_span"})
"""Fields that are elements of their own, or places; they are not compared within their holder."""


@record
class Change:
    """One element that came, went or changed; `what` lists the fields that differ, each with its old and new value."""

    kind: str
    element: str
    label: str
    what: tuple[tuple[str, str, str], ...] = ()
    span: Span | None = None


def changes(old: Charter, new: Charter) -> tuple[Change, ...]:
    """Every difference between two charters: removed elements first, then added and changed ones in the new order."""
    before, after = old.elements, new.elements
    found = [
        Change("removed", name, old.label(name), span=_span(element))
        for name, element in before.items()
        if name not in after
    ]
    for name, element in after.items():
        known = before.get(name)
        if known is None:
            found.append(Change("added", name, new.label(name), span=_span(element)))
        elif type(known) is not type(element):
            kinds = ("kind", type(known).__name__.lower(), type(element).__name__.lower())
            what: tuple[tuple[str, str, str], ...] = (kinds,)
            found.append(Change("changed", name, new.label(name), what, _span(element)))
        elif known != element:
            what = tuple(_differences(known, element, old, new))
            if what:
                found.append(Change("changed", name, new.label(name), what, _span(element)))
    header = tuple(_differences(old.header, new.header, old, new))
    if header:
        found.insert(0, Change("changed", "charter", new.header.title, header, new.header.span))
    return tuple(found)


def _span(element: Element) -> Span | None:
    found: Span | None = getattr(element, "span", None)
    return found


def _differences(before: Any, after: Any, old: Charter, new: Charter) -> list[tuple[str, str, str]]:
    found = []
    for each in fields(after):
        if each.name in _APART or not each.compare:
            continue
        was, now = getattr(before, each.name), getattr(after, each.name)
        if was != now:
            found.append((each.name.replace("_", " "), in_words(was, old), in_words(now, new)))
    return found


def in_words(value: Any, charter: Charter) -> str:
    """A value of the model as a reader would write it: quantities plainly, records by their telling fields."""
    if value is None or value in {(), ""}:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(in_words(part, charter) for part in value)
    if isinstance(value, Decision):
        return decision_words(charter, value)
    if hasattr(value, "__dataclass_fields__"):
        parts = []
        for each in fields(value):
            if not each.compare:
                continue
            part = getattr(value, each.name)
            if part not in (None, (), "", False):
                parts.append(each.name.replace("_", " ") if part is True else in_words(part, charter))
        return " ".join(parts)
    return str(value)
