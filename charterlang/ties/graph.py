"""The tie graph: all parts of a charter as nodes of one `networkx` graph, all relations as typed edges.

Nodes are model ids; `ENTITY.articles` and `COMMONS.licence` stand for instruments that the charter does not declare by
name. A node has the attributes `family` (party, class, organ, thing, instrument, provision), `kind`, `label`, `circle`
(commons, association, firm, meeting, outside), `owner` (the entity or commons it is part of), `span` and `level`. An
edge has `kind` (a name of `ties.kinds.KINDS`), `family`, `span`, `instrument`, `element`, `weight`, `text`, `level`,
and for flows `amount`, `currency`, `per` and `in_kind`. Edge keys are unique in the graph and follow the order of the
charter. What a statute fills in has the place of the legal form that names the statute.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from charterlang.model.charter import Charter
from charterlang.powers.verdicts import Level, Verdicts
from charterlang.ties.holding import binding, holding
from charterlang.ties.kinds import KINDS
from charterlang.ties.model import Node, Places, Tie
from charterlang.ties.steering import steering
from charterlang.ties.supplying import supplying

if TYPE_CHECKING:
    import networkx as nx


def nodes(charter: Charter) -> tuple[Node, ...]:
    """Every node, in the order of declaration."""
    return tuple(Places(charter).nodes.values())


def ties(charter: Charter) -> tuple[Tie, ...]:
    """Every tie whose two ends are in the charter, family by family, in the order of declaration."""
    return tuple(_ties(Places(charter)))


def _ties(places: Places) -> Iterator[Tie]:
    known = places.nodes
    for family in (steering, holding, binding, supplying):
        for tie in family(places):
            if tie.source in known and tie.target in known:
                yield tie


class Levels:
    """What the power analysis says of nodes and ties: the weakest level that bears on each."""

    def __init__(self, verdicts: Verdicts | None) -> None:
        """Look at `verdicts`; without any, nothing has a level."""
        self.nodes: dict[str, Level] = {}
        self.firms: dict[str, Level | None] = {}
        self.bonds: dict[tuple[str, str], Level] = {}
        for verdict in verdicts.values if verdicts is not None else ():
            if verdict.level is not None:
                self.nodes[verdict.subject] = min(self.nodes.get(verdict.subject, verdict.level), verdict.level)
        for tie in verdicts.ties if verdicts is not None else ():
            if tie.harmless:
                continue
            level = tie.level
            before = self.firms.get(tie.firm, level)
            self.firms[tie.firm] = level if before is None else before if level is None else min(before, level)
            for element in tie.instruments:
                if level is not None:
                    known = self.bonds.get((tie.firm, element), level)
                    self.bonds[tie.firm, element] = min(known, level)

    def of(self, tie: Tie) -> Level | None:
        """The level of a tie: of what it protects, or of the firm's bond to the values around it."""
        if tie.kind == "protects":
            return self.nodes.get(tie.target)
        if tie.kind == "uses":
            return self.firms.get(tie.source)
        if tie.kind == "owes":
            return self.bonds.get((tie.source, tie.element))
        if tie.kind in {"may enforce", "may veto"}:
            firm = tie.target.partition(".")[0]
            return self.bonds.get((firm, tie.element))
        return None


def tie_graph(charter: Charter, verdicts: Verdicts | None = None) -> nx.MultiDiGraph:
    """The tie graph of a charter; with `verdicts`, nodes and ties carry the level of protection that bears on them."""
    import networkx as nx

    places, levels = Places(charter), Levels(verdicts)
    graph = nx.MultiDiGraph(name=charter.header.title, file=charter.file)
    for node in places.nodes.values():
        graph.add_node(
            node.id, family=node.family, kind=node.kind, label=node.label, circle=str(node.circle), owner=node.owner,
            span=node.span, level=levels.nodes.get(node.id),
        )  # fmt: skip
    for number, tie in enumerate(_ties(places)):
        graph.add_edge(
            tie.source, tie.target, key=f"{number}:{tie.kind}", kind=tie.kind, family=str(KINDS[tie.kind].family),
            span=tie.span, instrument=tie.instrument, element=tie.element, weight=tie.weight, text=tie.text,
            level=levels.of(tie), amount=tie.amount, currency=tie.currency, per=tie.per, in_kind=tie.in_kind,
        )  # fmt: skip
    return graph
