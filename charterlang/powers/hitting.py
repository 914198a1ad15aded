"""Cheapest choices that meet a list of demands: the covering half of the search for smallest coalitions.

A choice raises each of several ladders by some number of rungs; climbing costs what the rungs cost. A demand (a cut)
names rungs, of which at least one must be reached. That is weighted hitting set on ladders, and it is solved by
branch and bound: take the demand with the fewest ways to meet it, try them from the cheapest, and give up a branch
when demands that share no ladder already cost too much together.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import add, sub

from charterlang.powers.nets import Work

Cost = tuple[int, ...]
Cut = tuple[tuple[int, int], ...]
Ladder = Sequence[Cost]


def plus(one: Cost, other: Cost) -> Cost:
    """The sum of two costs, item by item."""
    return tuple(map(add, one, other))


def minus(one: Cost, other: Cost) -> Cost:
    """The difference of two costs, item by item."""
    return tuple(map(sub, one, other))


def cheapest_choice(ladders: Sequence[Ladder], cuts: Sequence[Cut], bound: Cost, work: Work) -> list[int] | None:
    """Rungs to climb on each ladder so that all cuts are met at the least cost; None if that is not below `bound`.

    `ladders[v][k]` is what it costs to have climbed k rungs of ladder v: nothing for none, and never falling. A cut
    ((v, k), …) names each ladder once at most and is met if some ladder v is climbed k rungs or more. Costs compare
    item by item, first item first. If the work is used up (`work.over`) the answer proves nothing.
    """
    nothing = (0,) * len(bound)
    tried_first = sorted(cuts, key=lambda cut: (len(cut), cut))
    best: list[int] | None = None
    stack = [([0] * len(ladders), [len(ladder) - 1 for ladder in ladders], nothing)]
    while stack and not work.over:
        climbed, allowed, cost = stack.pop()
        work.spend(len(ladders) + len(cuts))
        tightest: list[tuple[Cost, int, int]] | None = None
        floor = cost  # what the choice costs at least: demands that share no ladder must all be paid for
        taken: set[int] = set()
        for cut in tried_first:
            if any(climbed[ladder] >= rungs for ladder, rungs in cut):
                continue
            ways = [
                (minus(ladders[ladder][rungs], ladders[ladder][climbed[ladder]]), ladder, rungs)
                for ladder, rungs in cut
                if rungs <= allowed[ladder]
            ]
            work.spend(len(cut))
            if tightest is None or len(ways) < len(tightest):
                tightest = ways
            if not ways:
                break
            if taken.isdisjoint(ladder for _, ladder, _ in ways):
                taken.update(ladder for _, ladder, _ in ways)
                floor = plus(floor, min(ways)[0])
        if tightest is None:
            if cost < bound:
                best, bound = climbed, cost
            continue
        if not tightest or floor >= bound:
            continue
        branches = []
        for more, ladder, rungs in sorted(tightest):
            higher = climbed[:]
            higher[ladder] = rungs
            branches.append((higher, allowed[:], plus(cost, more)))
            allowed[ladder] = rungs - 1  # what comes with this rung has been tried by then
        stack.extend(reversed(branches))
    return best
