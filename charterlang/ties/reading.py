"""What is read off the tie graph: who reaches whom, circles of ownership, where money ends when a body is dissolved."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from charterlang._records import record
from charterlang.source import Span
from charterlang.ties.kinds import OWNERSHIP

if TYPE_CHECKING:
    import networkx as nx


@record
class Link:
    """One tie of a path: from where to where, of which kind, saying what, and the place it rests on."""

    source: str
    target: str
    kind: str
    text: str = ""
    span: Span | None = None


def reached(graph: nx.MultiDiGraph, start: str, kinds: Collection[str] = ()) -> dict[str, tuple[Link, ...]]:
    """Every node that ties of these kinds (all, if none is named) lead to from `start`, each with a shortest way there.

    Nodes come in order of distance, and of declaration where that is equal; `start` itself is left out.
    """
    ways: dict[str, tuple[Link, ...]] = {start: ()}
    queue = [start]
    for node in queue:
        for link in _links(graph, node, kinds):
            if link.target not in ways:
                ways[link.target] = (*ways[node], link)
                queue.append(link.target)
    del ways[start]
    return ways


def circles(graph: nx.MultiDiGraph, kinds: Collection[str] = OWNERSHIP) -> tuple[tuple[Link, ...], ...]:
    """Circles in ties of these kinds: for each knot of nodes that all reach one another, one shortest circle.

    A circle is given as its ties in order, each with its place, and starts at the node of the knot declared first.
    """
    import networkx as nx

    kept = nx.MultiDiGraph()
    kept.add_nodes_from(graph)
    kept.add_edges_from((a, b, key) for a, b, key, kind in graph.edges(keys=True, data="kind") if kind in kinds)
    place = {node: number for number, node in enumerate(graph)}
    knots = [sorted(knot, key=place.__getitem__) for knot in nx.strongly_connected_components(kept)]
    found = []
    for knot in sorted(knots, key=lambda knot: place[knot[0]]):
        first = knot[0]
        if len(knot) > 1 or kept.has_edge(first, first):
            found.append(_circle(graph, first, frozenset(knot), kinds))
    return tuple(found)


def _circle(graph: nx.MultiDiGraph, start: str, knot: frozenset[str], kinds: Collection[str]) -> tuple[Link, ...]:
    ways: dict[str, tuple[Link, ...]] = {start: ()}
    queue = [start]
    for node in queue:
        for link in _links(graph, node, kinds):
            if link.target == start:
                return (*ways[node], link)
            if link.target in knot and link.target not in ways:
                ways[link.target] = (*ways[node], link)
                queue.append(link.target)
    raise AssertionError("a knot holds a circle")


@record
class Heirs:
    """Where the assets of a body go when it ends, and when its heir ends, and so on.

    `chain` are the ties in order; `last` the last recipient named; `returns` says that the chain comes back to a body
    it has already left, so that nobody outside it ever receives anything; `silent` that the last recipient is a body
    whose own recipient the charter does not name.
    """

    chain: tuple[Link, ...]
    last: str
    returns: bool
    silent: bool


def heirs(graph: nx.MultiDiGraph, entity: str) -> Heirs:
    """The chain of recipients on dissolution, from each to the first it names."""
    chain: list[Link] = []
    seen = {entity}
    last = entity
    while True:
        link = next(_links(graph, last, {"receives on dissolution"}), None)
        if link is None:
            return Heirs(tuple(chain), last, returns=False, silent=bool(chain))
        chain.append(link)
        last = link.target
        if last in seen:
            return Heirs(tuple(chain), last, returns=True, silent=False)
        seen.add(last)


def _links(graph: nx.MultiDiGraph, node: str, kinds: Collection[str]) -> Iterator[Link]:
    if node not in graph:
        return
    edges: Iterable[tuple[str, str, dict[str, object]]] = graph.out_edges(node, data=True)
    for source, target, said in edges:
        kind = str(said["kind"])
        if not kinds or kind in kinds:
            span = said["span"]
            yield Link(source, target, kind, str(said["text"]), span if isinstance(span, Span) else None)
