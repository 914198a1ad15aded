"""Cheapest choices that meet a list of demands: the covering half of the search for smallest coalitions.

A choice climbs each of several ladders by some number of rungs, and climbing costs. A demand (a cut) names rungs, of
which at least one must be reached. That is weighted hitting set on ladders, and it is solved by branch and bound:
take the demand with the fewest ways to meet it, try them from the cheapest, and give up a branch when demands that
share no ladder already cost too much together. Sets of rungs are bits of whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import add, sub

from charterlang.powers.nets import Work

Cost = tuple[int, ...]
Cut = tuple[tuple[int, int], ...]


def plus(one: Cost, other: Cost) -> Cost:
    """The sum of two costs, item by item."""
    return tuple(map(add, one, other))


def minus(one: Cost, other: Cost) -> Cost:
    """The difference of two costs, item by item."""
    return tuple(map(sub, one, other))


def cheapest_choice(
    ladders: Sequence[Sequence[Cost]], cuts: Sequence[Cut], floor: Cost, bound: Cost, work: Work
) -> list[int] | None:
    """Rungs to climb on each ladder so that all cuts are met at the least cost; None if that is not below `bound`.

    `ladders[v][k]` is what it costs to have climbed k rungs of ladder v: nothing for none, and never falling. A cut
    ((v, k), …) names each ladder once at most and is met if some ladder v is climbed k rungs or more. Costs compare
    item by item, first item first; none is below `floor`, so a choice at that cost ends the search. If the work is
    used up (`work.over`) the answer proves nothing.
    """
    rungs = _Rungs(ladders)
    unmet = sorted((rungs.mask(cut) for cut in cuts), key=lambda mask: (mask.bit_count(), mask))
    best: int | None = None
    stack = [(0, rungs.all, tuple(0 for _ in bound), unmet)]
    while stack and not work.over:
        climbed, allowed, cost, unmet = stack.pop()
        if cost >= bound:
            continue
        work.spend(len(unmet) + 1)
        unmet = [mask for mask in unmet if not mask & climbed]
        if not unmet:
            best, bound = climbed, cost
            if cost <= floor:
                break
            continue
        tightest = min((mask & allowed for mask in unmet), key=int.bit_count)
        if not tightest or rungs.at_least(cost, climbed, allowed, unmet, work) >= bound:
            continue
        branches = []
        for more, bit in sorted((rungs.price(bit, climbed), bit) for bit in bits(tightest)):
            branches.append((climbed | rungs.below[bit], allowed, plus(cost, more), unmet))
            allowed &= ~rungs.above[bit]  # what comes with this rung has been tried by then
        stack.extend(reversed(branches))
    return None if best is None else rungs.counts(best)


def bits(mask: int) -> Iterator[int]:
    """The places of the bits that are set, from the lowest."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


class _Rungs:
    """Numbers for the rungs of all ladders, one ladder after another."""

    def __init__(self, ladders: Sequence[Sequence[Cost]]) -> None:
        """Number them."""
        self.ladders = ladders
        self.start: list[int] = []  # the number of each ladder's first rung
        self.below: list[int] = []  # for each rung, it and those beneath it
        self.above: list[int] = []  # for each rung, it and those over it
        self.whole: list[int] = []  # for each rung, all of its ladder
        self.ladder_of: list[int] = []
        for ladder, costs in enumerate(ladders):
            first, height = len(self.below), len(costs) - 1
            self.start.append(first)
            full = (1 << height) - 1
            for rung in range(height):
                self.below.append(((2 << rung) - 1) << first)
                self.above.append((full >> rung << rung) << first)
            self.whole += [full << first] * height
            self.ladder_of += [ladder] * height
        self.all = (1 << len(self.below)) - 1

    def mask(self, cut: Cut) -> int:
        """The rungs of a cut."""
        return sum(1 << (self.start[ladder] + height - 1) for ladder, height in cut)

    def counts(self, climbed: int) -> list[int]:
        """How many rungs of each ladder are climbed."""
        return [
            (climbed >> start & ((1 << (len(costs) - 1)) - 1)).bit_count()
            for start, costs in zip(self.start, self.ladders, strict=True)
        ]

    def price(self, bit: int, climbed: int) -> Cost:
        """What it costs more to climb to a rung."""
        ladder = self.ladder_of[bit]
        costs = self.ladders[ladder]
        return minus(costs[bit - self.start[ladder] + 1], costs[(climbed & self.whole[bit]).bit_count()])

    def at_least(self, cost: Cost, climbed: int, allowed: int, unmet: list[int], work: Work) -> Cost:
        """What a choice costs at least, seeing that demands that share no ladder must all be paid for."""
        taken = 0
        for mask in unmet:
            ways = mask & allowed
            if not ways & taken:
                cost = plus(cost, min(self.price(bit, climbed) for bit in bits(ways)))
                work.spend(ways.bit_count())
                for bit in bits(ways):
                    taken |= self.whole[bit]
        return cost
