"""The tie graph as GraphML, for Gephi, yEd, Cytoscape and the like."""

from __future__ import annotations

from charterlang.model.charter import Charter
from charterlang.pictures.plain_graph import plain_graph
from charterlang.powers.verdicts import Verdicts
from charterlang.source import Sources


def graphml(charter: Charter, verdicts: Verdicts | None = None, sources: Sources | None = None) -> str:
    """The tie graph as a GraphML document."""
    import networkx as nx

    graph = plain_graph(charter, verdicts, sources)
    lines = nx.generate_graphml(graph)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + "\n".join(lines) + "\n"
