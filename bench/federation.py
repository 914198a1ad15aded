"""The power analysis at federation scale: all protections of one commons among 100,000 entities and 1,000,000 ties.

Prints the time of the analysis beside that of one breadth-first search of networkx over the same ties, within one run,
and the peak of memory. Both are in seconds of the process, so that other work on the machine counts for neither; the
search is the middle one of three; garbage is collected in neither, as in the command. The whole federation bears on the
keeper, so nothing can be left out: half a million rules are written, and some seven thousand parties named. The aim is
ten searches; what is reached is what is printed.
`python bench/federation.py [ENTITIES [TIES_EACH]]`.
"""

from __future__ import annotations

import gc
import random
import resource
import sys
import time
from dataclasses import replace

import networkx as nx

from charterlang.model.charter import Charter
from charterlang.model.decisions import Act, Deciding, Power
from charterlang.model.entities import Door, Entity, EntityKind, Holding, MemberClass, Organ, SeatLine, Voting
from charterlang.model.quantities import Duration
from charterlang.model.things import Asset, Commons, Duty, Value
from charterlang.powers.analyse import Analysis


def federation(size: int, each: int) -> Charter:
    """A federation of `size` bodies: ten locals elect the board of the one above, and so on up to the keeper of the land.

    A local is a members' association of some hundred; every body also owes `each` - 1 duties to others across the tree.
    """
    dice = random.Random(7)
    entities: dict[str, Entity] = {}
    duties: list[Duty] = []
    for number in range(size):
        name = f"e{number}" if number else "keeper"
        children = [f"e{child}" for child in range(10 * number + 1, min(10 * number + 11, size))]
        organs: tuple[Organ, ...] = ()
        classes: tuple[MemberClass, ...] = ()
        if children:
            lines = tuple(SeatLine(child, "appointed", number=1) for child in children)
            organs = (Organ(f"{name}.board", "board", name, "board", seats=len(children), seat_lines=lines),)
        else:
            door = Door(anyone=True, after=Duration(6, "month"))
            classes = (
                MemberClass(f"{name}.people", "people", name, "members", count=200, door=door, voting=Voting("each")),
            )
        entities[name] = Entity(name, EntityKind.ASSOCIATION, organs=organs, classes=classes)
        for place in range(each - 1):
            other = f"e{dice.randrange(1, size)}"
            if other != name:
                duty = Duty(f"{name}.articles.duties.pay-{place}", "pay", name, other, f"{name}.articles")
                duties.append(duty)
    keeper = entities["keeper"]
    sell = Power("keeper.powers.sell-land", "keeper", Act("sell", "land"), Deciding("keeper.board"))
    entities["keeper"] = replace(keeper, protects=("commons",), powers=(sell,))
    values = {kind: Value(kind, kind) for kind in ("stewardship", "independence", "asset-lock", "community-control")}
    commons = Commons("commons", kind="land", upholds=tuple(values))
    land = Asset("land", "land", of=("commons",), holdings=(Holding("keeper"),))
    return Charter(
        "federation", values=values, commons={"commons": commons}, assets={"land": land}, entities=entities,
        duties=tuple(duties),
    )  # fmt: skip


def main() -> None:
    """Run."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    each = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    charter = federation(size, each)
    graph = nx.DiGraph()
    for entity in charter.entities.values():
        graph.add_edges_from((entity.id, line.by) for organ in entity.organs for line in organ.seat_lines)
    graph.add_edges_from((duty.debtor, duty.creditor) for duty in charter.duties)
    gc.collect()
    gc.disable()
    searches = []
    for _ in range(3):
        start = time.process_time()
        reached = sum(1 for _ in nx.bfs_edges(graph, "keeper"))
        searches.append(time.process_time() - start)
    search = sorted(searches)[1]
    edges = graph.number_of_edges()
    del graph
    start = time.process_time()
    analysis = Analysis(charter)
    verdicts = list(analysis.values())
    spent = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024
    written = analysis.program().system().gates
    print(f"{size:,} entities, {edges:,} ties, {reached:,} reached by search; {written:,} rules written")
    print(
        f"breadth-first search {search:.2f} s; all protections {spent:.2f} s; ratio {spent / search:.1f}; peak {peak:.1f} GiB"
    )
    for verdict in verdicts:
        for found in verdict.protections:
            level = "not examined" if found.level is None else found.level.word
            print(
                f"  {verdict.value}: {found.act.action} {found.act.thing}: {level}, {len(found.coalition)} parties, fewest {found.fewest}"
            )


if __name__ == "__main__":
    main()
