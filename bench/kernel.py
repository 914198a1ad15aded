"""How long the power kernel takes on a generated federation, measured in networkx breadth-first searches.

Run `python bench/kernel.py [ENTITIES]`; the default of 40,000 entities makes 100,000 propositions and 1,000,000
edges. Every entity has a board whose seats others fill, owners who vote, and a charter that may be amended; a few
thousand persons stand outside and own, vote and sit. All times are the best of three and are divided by the time of
one breadth-first search over the same edges in the same run, so machines and their moods cancel out.
"""

from __future__ import annotations

import gc
import random
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

import networkx as nx

from charterlang.powers.circuit import System, SystemBuilder
from charterlang.powers.coalition import Coalition, smallest
from charterlang.powers.derivation import explain


def federation(entities: int, seed: int = 7) -> tuple[SystemBuilder, list[int]]:
    """The rules of a generated federation, and its persons: the propositions that may be assumed."""
    chance = random.Random(seed)
    make = SystemBuilder()
    persons = [make.proposition(("person", f"p{i}")) for i in range(entities // 2)]
    acts = [make.proposition(("entity", f"e{i}")) for i in range(entities)]
    boards = [make.proposition(("board", f"e{i}")) for i in range(entities)]

    def some(near: int, count: int) -> list[int]:
        """Neighbours in the federation and persons, with a rare tie far away."""
        chosen = []
        for _ in range(count):
            pick = chance.random()
            if pick < 0.55:
                chosen.append(chance.choice(persons))
            elif pick < 0.95:
                chosen.append(acts[(near + chance.randrange(1, 60)) % entities])
            else:
                chosen.append(chance.choice(acts))
        return chosen

    for i in range(entities):
        seats = some(i, 9)
        make.threshold(boards[i], [(seat, 1) for seat in seats], 5, label=("seats", i))
        owners = some(i, 12)
        shares = [chance.randrange(1, 30) for _ in owners]
        make.threshold(acts[i], list(zip(owners, shares, strict=True)), sum(shares) // 2 + 1, label=("votes", i))
        make.rule(acts[i], [boards[i]], label=("board acts", i))
        make.rule(boards[i], [acts[i], chance.choice(persons)], label=("amends", i))
    return make, persons


def drawn(system: System, persons: list[int]) -> nx.MultiDiGraph:
    """The same edges as a graph, and one node that leads to all persons."""
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(range(len(system)))
    for number in range(system.gates):
        gate = system.gate(number)
        graph.add_edges_from((source, gate.head) for source, _ in gate.inputs)
    graph.add_edges_from(("all", person) for person in persons)
    return graph


def best(work: Callable[[], Any], times: int = 3) -> tuple[float, Any]:
    """The shortest time of a few, in seconds, and the last result."""
    shortest, result = float("inf"), None
    for _ in range(times):
        gc.collect()
        begin = time.perf_counter()
        result = work()
        shortest = min(shortest, time.perf_counter() - begin)
    return shortest, result


def told(coalition: Coalition) -> str:
    """What was found, and whether it was proved."""
    return f"{len(coalition.members)} parties, {'proved fewest' if coalition.fewest else 'can spare nobody'}"


def main() -> None:
    entities = int(sys.argv[1]) if len(sys.argv) > 1 else 40_000
    built, (make, persons) = best(lambda: federation(entities), 1)
    frozen, system = best(make.freeze, 1)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    graph = drawn(system, persons)
    yardstick, reached = best(lambda: sum(1 for _ in nx.bfs_edges(graph, "all")))
    print(f"{len(system)} propositions, {system.gates} gates, {graph.number_of_edges()} edges")
    print(f"one breadth-first search: {yardstick:.2f} s, reaches {reached} nodes; all times below are in such searches")

    def show(name: str, seconds: float, note: str) -> None:
        print(f"  {name:<34}{seconds / yardstick:6.2f}   {note}")

    goal = system.index(("entity", f"e{entities // 2}"))
    assert goal is not None
    show("adding the rules", built, "")
    show("freezing", frozen, f"{memory:.2f} GiB so far")
    seconds, closure = best(lambda: system.closure(persons))
    show("closure of everybody", seconds, f"{len(closure)} hold")
    seconds, closure = best(lambda: system.closure(persons[::2]))
    show("closure of every second person", seconds, f"{len(closure)} hold")
    seconds, found = best(lambda: [system.holds(goal, [person]) for person in persons[:1000]])
    show("1000 closures of one person", seconds, f"{sum(found)} reach the goal")
    seconds, cone = best(lambda: system.cone([goal]))
    show("cone of one goal", seconds, f"{len(cone)} propositions")
    seconds, part = best(lambda: system.slice([goal]))
    show("slice of one goal", seconds, f"{len(part)} propositions")
    seconds, coalition = best(lambda: smallest(system, goal, persons))
    assert coalition is not None
    show("smallest coalition, whole system", seconds, told(coalition))
    seconds, steps = best(lambda: explain(system, goal, coalition.members))
    show("its evidence", seconds, f"{len(steps)} steps")
    make, persons = federation(100)
    corner = make.freeze()
    goal = corner.index(("entity", "e50"))
    assert goal is not None
    seconds, coalition = best(lambda: smallest(corner, goal, persons))
    assert coalition is not None
    show("smallest among 100 entities", seconds, told(coalition))
    print(f"memory in all: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2:.2f} GiB, graph included")


if __name__ == "__main__":
    main()
