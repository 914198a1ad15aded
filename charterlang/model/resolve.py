"""Putting ids in the place of names, all through a model element; what rests on an unknown name is left out."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from charterlang.model.actions import action
from charterlang.model.decisions import Act, Both, Consent, Deciding, Either, Power, SomeOf
from charterlang.model.entities import Debt, Dependence, Holding, SeatLine, SurplusShare, Veto
from charterlang.model.mention import Mention
from charterlang.model.names import Names, described, family
from charterlang.model.things import Affected, ControlChange, Duty, Expectation, Flow, Lock
from charterlang.source import Finding, Severity

T = TypeVar("T")

_LEFT_OUT: Any = object()

_NEEDED: dict[type, tuple[str, ...]] = {
    Act: ("thing",),
    Power: ("act", "decision"),
    Deciding: ("body",),
    Consent: ("of",),
    Both: ("parts",),
    Either: ("parts",),
    SomeOf: ("parts",),
    Veto: ("acts",),
    Holding: ("holder",),
    SeatLine: ("by",),
    Debt: ("creditor",),
    SurplusShare: ("to",),
    Dependence: ("source", "on"),
    ControlChange: ("of", "decision"),
    Affected: ("party",),
    Flow: ("source", "target"),
    Lock: ("thing",),
    Duty: ("debtor",),
}
"""What an element cannot be without: if it names nothing that exists, the element is left out with it."""

_PLAIN_TYPES = re.compile(
    r"\b(None|Span|Fraction|int|bool|Duration|Decimal|EntityKind|dict\[str, Span\]|tuple)\b|[\[\],|. ]"
)


@cache
def _walked(kind: type) -> tuple[str, ...] | None:
    """The fields of a dataclass in which a name may stand; None for any other type."""
    if not is_dataclass(kind):
        return None
    return tuple(each.name for each in fields(kind) if _PLAIN_TYPES.sub("", str(each.type)).strip())


class Resolver:
    """Resolves the names of elements against all declared names."""

    def __init__(self, names: Names) -> None:
        """Resolve against `names`; findings gather there."""
        self.names = names
        self._unknown = 0

    def element(self, element: T, scope: str = "") -> T | None:
        """`element` with ids for names as they are meant inside the entity `scope`; None if it cannot stand.

        A promise about the analysis is left out if any of its names is unknown: it would promise something else.
        """
        before = self._unknown
        made = self._value(element, scope)
        if made is _LEFT_OUT or (isinstance(element, Expectation) and self._unknown > before):
            return None
        return made  # type: ignore[no-any-return]

    def elements(self, elements: tuple[T, ...], scope: str = "") -> tuple[T, ...]:
        """Those of `elements` that can stand, resolved."""
        made = (self.element(element, scope) for element in elements)
        return tuple(element for element in made if element is not None)

    def _value(self, value: Any, scope: str) -> Any:
        kind = value.__class__
        if kind is str or kind is bool or kind is int or value is None:
            return value
        if kind is Mention:
            return self._one(value, scope)
        if kind is tuple:
            return self._many(value, scope) if value else value
        walked = _walked(kind)
        return value if walked is None else self._dataclass(value, kind, walked, scope)

    def _one(self, mention: Mention, scope: str) -> Any:
        ids = self.names.resolve(mention, scope)
        if len(ids) == 1:
            return ids[0]
        self._unknown += 1
        if ids:
            self.names.ambiguous(mention, ids)
        return _LEFT_OUT

    def _many(self, values: tuple[Any, ...], scope: str) -> Any:
        made: list[Any] = []
        for value in values:
            if value.__class__ is Mention:
                ids = self.names.resolve(value, scope)
                self._unknown += not ids
                made.extend(name for name in ids if name not in made)
            else:
                one = self._value(value, scope)
                if one is not _LEFT_OUT:
                    made.append(one)
        return tuple(made)

    def _dataclass(self, value: Any, kind: type, walked: tuple[str, ...], scope: str) -> Any:
        changed: dict[str, Any] = {}
        needed = _NEEDED.get(kind, ())
        stands = True
        for name in walked:
            old = getattr(value, name)
            if old.__class__ is str or old is None:
                continue
            new = self._value(old, scope)
            if name in needed and (new is _LEFT_OUT or (new == () and old != ())):
                stands = False  # what else it names is still looked at, so that all slips show at once
            if new is not old:
                changed[name] = new if new is not _LEFT_OUT else _empty(old)
        if not stands:
            return _LEFT_OUT
        if not changed:
            return value
        if kind is Act:
            self._fitting(value.action, value.thing, changed["thing"])
        made = replace(value, **changed)
        if kind is Both or kind is Either:
            return made.parts[0] if len(made.parts) == 1 else made
        return _LEFT_OUT if kind is SomeOf and len(made.parts) < made.need else made

    def _fitting(self, word: str, mention: str, thing: str) -> None:
        """Wonder at an act upon a thing to which it cannot be done."""
        known = action(word)
        kind = self.names.kind(thing)
        if (
            known is None
            or not known.upon
            or not kind
            or family(kind) in known.upon
            or not isinstance(mention, Mention)
        ):
            return
        self.names.findings.append(
            Finding(
                "NAM113",
                Severity.WARNING,
                f"one does not `{word}` {described(kind)}",
                mention.span,
                label=f"`{mention}` is {described(kind)}",
                help=(
                    f"`{word}`: {known.meaning}",
                    "the analysis looks for this act upon things to which it can be done",
                ),
            )
        )


def _empty(old: Any) -> Any:
    """What stands for a name that means nothing: no words for a name, nothing for anything else."""
    return "" if isinstance(old, str) else None
