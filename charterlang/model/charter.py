"""The whole charter as a model: every element under its id, names resolved, statutory defaults filled in and marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property

from charterlang._records import record
from charterlang.model.decisions import Power
from charterlang.model.entities import Dependence, Entity, MemberClass, Organ, Particular
from charterlang.model.things import (
    Agreement,
    Allowance,
    Asset,
    ClauseEdit,
    Commons,
    Currency,
    DefinedTerm,
    Duty,
    Expectation,
    Flow,
    Lock,
    Provision,
    Value,
)
from charterlang.source import Span

Element = (
    Value
    | Commons
    | Asset
    | Entity
    | MemberClass
    | Organ
    | Agreement
    | Provision
    | Flow
    | Currency
    | Power
    | Duty
    | Lock
)


@record
class Header:
    """The head of a charter.

    `bar` is the level below which a protection is an error; empty stands for the usual bar, community.
    """

    title: str = ""
    edition: int = 1
    version: str = ""
    jurisdiction: str = ""
    languages: tuple[str, ...] = ("en",)
    currency: str = ""
    status: str = ""
    adopted: str = ""
    bar: str = ""
    particulars: tuple[Particular, ...] = ()
    span: Span | None = field(default=None, compare=False)


@record(slots=False)
class Charter:
    """All declarations of a charter and of the files it uses. Mappings keep the order of declaration.

    `entities` holds associations, firms and every other party; classes and organs are inside them and in
    `classes`/`organs` by their full ids (`kitchen.citizens`). `duties`, `locks` and `dependences` are gathered from
    wherever they were said.
    """

    file: str
    header: Header = field(default_factory=Header)
    values: dict[str, Value] = field(default_factory=dict)
    commons: dict[str, Commons] = field(default_factory=dict)
    assets: dict[str, Asset] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    agreements: dict[str, Agreement] = field(default_factory=dict)
    provisions: dict[str, Provision] = field(default_factory=dict)
    flows: dict[str, Flow] = field(default_factory=dict)
    currencies: dict[str, Currency] = field(default_factory=dict)
    duties: tuple[Duty, ...] = ()
    locks: tuple[Lock, ...] = ()
    dependences: tuple[Dependence, ...] = ()
    terms: tuple[DefinedTerm, ...] = ()
    clauses: tuple[ClauseEdit, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    allowances: tuple[Allowance, ...] = ()

    @cached_property
    def classes(self) -> dict[str, MemberClass]:
        """Every class of members or shares by its full id."""
        return {cls.id: cls for entity in self.entities.values() for cls in entity.classes}

    @cached_property
    def organs(self) -> dict[str, Organ]:
        """Every organ by its full id."""
        return {organ.id: organ for entity in self.entities.values() for organ in entity.organs}

    @cached_property
    def powers(self) -> tuple[Power, ...]:
        """Every power, wherever it stands, in order of declaration."""
        holders: tuple[Commons | Asset | Entity | Agreement, ...] = (
            *self.commons.values(),
            *self.assets.values(),
            *self.entities.values(),
            *self.agreements.values(),
        )
        return tuple(power for holder in holders for power in holder.powers)

    @cached_property
    def elements(self) -> dict[str, Element]:
        """Every element that has an id."""
        groups: tuple[Mapping[str, Element], ...] = (
            self.values, self.commons, self.assets, self.entities, self.classes, self.organs, self.agreements,
            self.provisions, self.flows, self.currencies,
        )  # fmt: skip
        found: dict[str, Element] = {}
        for group in groups:
            found.update(group)
        acts: tuple[Power | Duty | Lock, ...] = (*self.powers, *self.duties, *self.locks)
        found.update((element.id, element) for element in acts)
        return found

    def label(self, name: str) -> str:
        """How a sentence names the element `name`: its title, else its own name without the path."""
        element = self.elements.get(name)
        if isinstance(element, Commons):
            return element.label
        title = getattr(element, "title", "")
        if title:
            return str(title)
        return name.rsplit(".", 1)[-1] if element is not None and "." in name else name

    def of_kind(self, *kinds: str) -> Iterator[Entity]:
        """The entities declared with one of these keywords."""
        return (entity for entity in self.entities.values() if entity.kind in kinds)
