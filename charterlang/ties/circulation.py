"""The largest circulation in a network: the most that can flow round and back to where it came from.

This is a minimum-cost flow in which every unit on an arc that counts saves one. It is exact: capacities and flows are
whole numbers. Small networks are solved by NetworkX's network simplex, large ones by the cost-scaling push-relabel of
OR-Tools. Which of the two depends on the size alone, so that the same network has the same circulation everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from charterlang._records import record

SMALL = 2000
"""Up to so many arcs NetworkX solves a network, within a few seconds."""

MOST = 2**53
"""Capacities must sum to less than this. It keeps every figure of a solver well within 64 bits."""


@record
class Arc:
    """From one node to another at most `capacity` may flow; each unit `counts` 1, or 0 if it only helps others round.

    No two arcs of a network may have the same two ends in the same order.
    """

    source: int
    target: int
    capacity: int
    counts: int = 1


class SolverMissing(Exception):  # noqa: N818  (it is no error of the program: something is to be installed)
    """The network is too large for the solver that is always there."""


class TooLarge(Exception):  # noqa: N818  (nor is this: the figures are beyond what can be counted)
    """The capacities sum to more than a solver can count exactly."""


def largest_circulation(arcs: Sequence[Arc]) -> list[int]:
    """The flow on each arc, in order, of a circulation that counts most.

    What the flow leaves of the arcs that count holds no cycle: a cycle left over could still be cleared.
    Raises `SolverMissing` if the network is large and OR-Tools is not installed, `TooLarge` for capacities beyond
    counting.
    """
    if not arcs:
        return []
    if sum(arc.capacity for arc in arcs) >= MOST:
        raise TooLarge
    return _by_network_simplex(arcs) if len(arcs) <= SMALL else _by_cost_scaling(arcs)


def _by_network_simplex(arcs: Sequence[Arc]) -> list[int]:
    import networkx as nx

    network = nx.DiGraph()
    for arc in arcs:
        network.add_edge(arc.source, arc.target, capacity=arc.capacity, weight=-arc.counts)
    _, flows = nx.network_simplex(network)
    return [flows[arc.source][arc.target] for arc in arcs]


def _by_cost_scaling(arcs: Sequence[Arc]) -> list[int]:
    try:
        from ortools.graph.python import min_cost_flow
    except ImportError:
        raise SolverMissing from None

    solver = min_cost_flow.SimpleMinCostFlow()
    add = solver.add_arc_with_capacity_and_unit_cost
    places = [add(arc.source, arc.target, arc.capacity, -arc.counts) for arc in arcs]
    status = solver.solve()
    assert status == solver.OPTIMAL, f"a circulation always exists, yet the solver says {status}"
    return [solver.flow(place) for place in places]
