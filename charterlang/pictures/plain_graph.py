"""The tie graph with plain values only, as the formats for other programs need it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from charterlang.model.charter import Charter
from charterlang.pictures.svg import clean
from charterlang.powers.verdicts import Level, Verdicts
from charterlang.source import Sources, Span
from charterlang.ties.graph import tie_graph

if TYPE_CHECKING:
    import networkx as nx


def plain_graph(charter: Charter, verdicts: Verdicts | None = None, sources: Sources | None = None) -> nx.MultiDiGraph:
    """The tie graph of a charter with texts, numbers and truth values as attributes; what is unknown has none.

    A place is `file:line:column` where `sources` are given, else the file alone. A level is its number; `stands` is its
    name. A weight is a number from 0 to 1.
    """
    import networkx as nx

    rich = tie_graph(charter, verdicts)
    graph = nx.MultiDiGraph(name=clean(charter.header.title), file=clean(charter.file))
    for name, said in rich.nodes(data=True):
        graph.add_node(clean(name), **_plain(said, sources))
    for source, target, key, said in rich.edges(keys=True, data=True):
        graph.add_edge(clean(source), clean(target), key=key, **_plain(said, sources))
    return graph


def _plain(said: dict[str, Any], sources: Sources | None) -> dict[str, str | int | float | bool]:
    found: dict[str, str | int | float | bool] = {}
    for key, value in said.items():
        if isinstance(value, Span):
            found["place"] = clean(_place(value, sources))
        elif isinstance(value, Level):
            found["level"] = int(value)
            found["stands"] = value.word
        elif isinstance(value, bool):
            if value:
                found[key] = value
        elif isinstance(value, Fraction):
            found[key] = round(float(value), 6)
        elif value not in (None, ""):
            found[key] = clean(str(value))
    return found


def _place(span: Span, sources: Sources | None) -> str:
    return sources.where(span) if sources is not None and span.file in sources else span.file
