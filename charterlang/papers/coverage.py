"""Whether the papers say what the charter says: which clause states which element, and what no clause states.

An element counts as stated only in the paper where it belongs: a power in the constitution of the body that has it, a
duty in the instrument that lays it down. That the other side's paper mentions it does not bind anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from charterlang.model import Charter
from charterlang.model.decisions import Power
from charterlang.model.entities import Entity, EntityKind, MemberClass, Organ
from charterlang.model.things import Agreement, Asset, Commons, Currency, Duty, Lock, Provision
from charterlang.papers.body import keeper_of_asset, keeper_of_commons, keeper_of_currency
from charterlang.papers.tree import Paper
from charterlang.powers.verdicts import Protection, ValueVerdict, Verdicts

BINDING = frozenset({"bylaws", "articles", "licence", "contribution-agreement", "agreement", "protocol"})
"""The kinds of papers that bind somebody. The register of ties states what is relied on and binds elsewhere."""


def constituted(charter: Charter, name: str) -> bool:
    """Whether a constitution is written for the entity of that id."""
    entity = charter.entities.get(name)
    return entity is not None and not entity.external and entity.kind in (EntityKind.ASSOCIATION, EntityKind.FIRM)


def home(charter: Charter, name: str) -> str | None:
    """The subject of the paper in which an element must be stated.

    "" stands for the register of ties, where what binds elsewhere is recorded; None for what no paper needs to state,
    such as a person or a value.
    """
    if name.endswith((".dissolution", ".surplus")):
        owner = name.rpartition(".")[0]
        return owner if constituted(charter, owner) else None
    found = charter.elements.get(name)
    if isinstance(found, Power):
        return _home_of_holder(charter, found.holder)
    if isinstance(found, Duty):
        return _home_of_holder(charter, found.instrument.removesuffix(".articles"))
    if isinstance(found, Lock):
        return _home_of_holder(charter, found.holder.removesuffix(".articles"))
    if isinstance(found, MemberClass | Organ):
        return found.entity if constituted(charter, found.entity) else ""
    if isinstance(found, Asset):
        return keeper_of_asset(charter, found) if found.holdings else None
    if isinstance(found, Currency):
        return keeper_of_currency(charter, found) if found.issued_by else None
    if isinstance(found, Commons):
        return keeper_of_commons(charter, found) or found.id
    if isinstance(found, Agreement | Provision):
        return name
    if isinstance(found, Entity):
        return _home_of_entity(charter, found)
    return None


def _home_of_holder(charter: Charter, holder: str) -> str:
    if constituted(charter, holder) or holder in charter.agreements:
        return holder
    if holder in charter.commons:
        return keeper_of_commons(charter, charter.commons[holder]) or holder
    if holder in charter.assets:
        return keeper_of_asset(charter, charter.assets[holder])
    if holder in charter.organs or holder in charter.classes:
        owner = holder.split(".", 1)[0]
        return owner if constituted(charter, owner) else ""
    return ""


def _home_of_entity(charter: Charter, entity: Entity) -> str | None:
    if constituted(charter, entity.id):
        return entity.id
    if entity.kind is EntityKind.FUND:
        holders = [holding.holder for holding in entity.held_by if constituted(charter, holding.holder)]
        return holders[0] if holders else None
    return None


def to_state(charter: Charter) -> Iterator[str]:
    """The id of every element that a paper must state, in the order of the model."""
    names = [*charter.elements]
    names += [f"{entity.id}.dissolution" for entity in charter.entities.values() if entity.dissolution]
    yield from (name for name in names if home(charter, name) is not None)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Where the papers of a charter state its elements: "PAPER#CLAUSE" ids by element."""

    charter: Charter
    stated: Mapping[str, tuple[str, ...]]
    at_home: frozenset[str]

    def clauses(self, elements: Iterable[str]) -> tuple[str, ...]:
        """The clauses that state any of these elements, each once, in the order of the elements."""
        return tuple(dict.fromkeys(clause for name in elements for clause in self.stated.get(name, ())))

    def missing(self, elements: Iterable[str]) -> tuple[str, ...]:
        """Those of these elements that a paper must state and none does."""
        return tuple(name for name in elements if name not in self.at_home and home(self.charter, name) is not None)

    @property
    def unstated(self) -> tuple[str, ...]:
        """Every element of the charter that a paper must state and none does."""
        return self.missing(to_state(self.charter))


def coverage(charter: Charter, papers: Iterable[Paper]) -> Coverage:
    """Where `papers` state the elements of `charter`."""
    stated: dict[str, list[str]] = {}
    at_home: set[str] = set()
    for paper in papers:
        binding = paper.kind in BINDING
        if not binding and paper.kind != "register-of-ties":
            continue
        for clause in paper.walk():
            for name in clause.states:
                place = f"{paper.id}#{clause.id}"
                if place not in stated.setdefault(name, []):
                    stated[name].append(place)
                if home(charter, name) == (paper.subject if binding else ""):
                    at_home.add(name)
    return Coverage(charter, {name: tuple(places) for name, places in stated.items()}, frozenset(at_home))


def with_clauses(charter: Charter, verdicts: Verdicts, papers: Iterable[Paper]) -> Verdicts:
    """The verdicts with the clauses that state what each rests on."""
    found = coverage(charter, papers)

    def filled(protection: Protection) -> Protection:
        return replace(protection, clauses=found.clauses(protection.elements))

    def value(verdict: ValueVerdict) -> ValueVerdict:
        return replace(verdict, protections=tuple(filled(each) for each in verdict.protections))

    ties = tuple(replace(tie, protection=filled(tie.protection) if tie.protection else None) for tie in verdicts.ties)
    return replace(verdicts, values=tuple(value(each) for each in verdicts.values), ties=ties)


def not_in_the_papers(
    charter: Charter, verdicts: Verdicts, papers: Iterable[Paper]
) -> tuple[tuple[Protection, tuple[str, ...]], ...]:
    """The protections that rest on something no paper states, each with what that is."""
    found = coverage(charter, papers)
    protections = [each for verdict in verdicts.values for each in verdict.protections if each.level is not None]
    gaps = ((each, found.missing(each.elements)) for each in protections)
    return tuple((each, missing) for each, missing in gaps if missing)
