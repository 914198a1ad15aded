"""Nodes and ties as plain data, in the order in which a charter declares them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from decimal import Decimal
from fractions import Fraction

from charterlang._records import record
from charterlang.model.charter import Charter
from charterlang.model.entities import Entity
from charterlang.model.things import Asset
from charterlang.source import Span
from charterlang.ties.kinds import Circle


@record
class Node:
    """A party, class, organ, thing, instrument or provision. `family` is one of those words, `kind` the exact one."""

    id: str
    family: str
    kind: str
    label: str
    circle: Circle
    owner: str = ""
    span: Span | None = field(default=None, compare=False)


@record
class Tie:
    """A relation between two nodes.

    `instrument` is the id of the text it stands in (`kitchen.articles`, an agreement, a licence), `element` that of the
    model element that says it. `weight` is a share of votes, seats or value, None where the charter gives none. `text`
    says in a few words what exactly: `3 of 7 seats`, `10% of surplus`. Flows have an amount, a currency and a period.
    """

    kind: str
    source: str
    target: str
    span: Span | None = field(default=None, compare=False)
    instrument: str = ""
    element: str = ""
    weight: Fraction | None = None
    text: str = ""
    amount: Decimal | None = None
    currency: str = ""
    per: str = ""
    in_kind: bool = False


ARTICLES = ".articles"


class Places:
    """Where everything stands: the node that stands for an id, and its circle."""

    def __init__(self, charter: Charter) -> None:
        """Look at `charter`."""
        self.charter = charter
        self.nodes: dict[str, Node] = {node.id: node for node in _nodes(charter)}

    def node(self, name: str) -> str:
        """The node that stands for a name, "" if none does: a part of a constitution stands in the articles."""
        if name in self.nodes:
            return name
        head, mark, _ = name.partition(ARTICLES)
        if mark and head + ARTICLES in self.nodes:
            return head + ARTICLES
        while "." in name:
            name = name.rpartition(".")[0]
            if name in self.nodes:
                return name
        return ""

    def instrument(self, holder: str) -> str:
        """The instrument in which what is said of `holder` stands: its articles, or the agreement itself."""
        return holder + ARTICLES if holder + ARTICLES in self.nodes else holder

    def entity(self, name: str) -> str:
        """The entity that a node belongs to; itself for an entity; "" where it belongs to none."""
        node = self.nodes.get(name)
        if node is None:
            return ""
        return node.owner or (node.id if node.family == "party" else "")


def circle_of(charter: Charter, entity: Entity) -> Circle:
    """The circle of an entity: that of its kind; a fund stands where its holder stands."""
    if entity.kind == "association":
        return Circle.ASSOCIATION
    if entity.kind == "firm":
        return Circle.FIRM
    if entity.kind == "fund":
        for holding in entity.held_by:
            holder = charter.entities.get(holding.holder.partition(".")[0])
            if holder is not None and holder.kind in {"association", "firm"}:
                return circle_of(charter, holder)
    return Circle.OUTSIDE


def _nodes(charter: Charter) -> Iterator[Node]:
    for commons in charter.commons.values():
        yield Node(commons.id, "thing", "commons", commons.label, Circle.COMMONS, span=commons.name_span)
        for licence in commons.licences:
            name = licence_id(commons.id, licence.material)
            yield Node(name, "instrument", "licence", licence.expression, Circle.COMMONS, commons.id, span=licence.span)
    for asset in charter.assets.values():
        yield Node(
            asset.id, "thing", asset.kind or "asset", asset.label, _asset_circle(charter, asset), span=asset.name_span
        )
    for entity in charter.entities.values():
        yield from _entity_nodes(charter, entity)
    for agreement in charter.agreements.values():
        yield Node(agreement.id, "instrument", "agreement", agreement.label, Circle.MEETING, span=agreement.name_span)
    for provision in charter.provisions.values():
        yield Node(provision.id, "provision", "provision", provision.label, Circle.MEETING, span=provision.name_span)


def _entity_nodes(charter: Charter, entity: Entity) -> Iterator[Node]:
    circle = circle_of(charter, entity)
    yield Node(entity.id, "party", str(entity.kind), entity.label, circle, span=entity.name_span or entity.span)
    if not entity.external and (entity.powers or entity.classes or entity.organs or entity.form):
        label = f"Articles of {entity.label}"
        yield Node(entity.id + ARTICLES, "instrument", "articles", label, circle, entity.id, span=entity.span)
    for group in entity.classes:
        span = group.span or form_span(entity)
        yield Node(group.id, "class", group.kind, charter.label(group.id), circle, entity.id, span=span)
    for organ in entity.organs:
        span = organ.span or form_span(entity)
        yield Node(organ.id, "organ", organ.kind, charter.label(organ.id), circle, entity.id, span=span)


def form_span(entity: Entity) -> Span | None:
    """The place on which what a statute fills in rests: where the charter names the legal form."""
    return entity.form_span or entity.span


def _asset_circle(charter: Charter, asset: Asset) -> Circle:
    """A key to a commons belongs to its circle; any other thing stands where its holder stands."""
    if any(name in charter.commons for name in asset.of):
        return Circle.COMMONS
    for holding in asset.holdings:
        holder = charter.entities.get(holding.holder.partition(".")[0])
        if holder is not None:
            return circle_of(charter, holder)
    return Circle.OUTSIDE


def licence_id(commons: str, material: str) -> str:
    """The id of the node of a licence: `cookbook.licence`, or `loom.licence.documentation` for one kind of material."""
    return f"{commons}.licence" + (f".{material}" if material else "")
