"""All coalitions that can spare nobody, one after another.

Two lists grow: coalitions found, and cuts (what lies outside a set of leaves that does not suffice and cannot be
enlarged without sufficing). A set that holds no known coalition and meets all known cuts is news either way: if it
suffices it holds a new coalition, and if not it grows to a new cut. When there is no such set the list is complete.
(D. Gunopulos, H. Mannila, R. Khardon and H. Toivonen, "Data mining, hypergraph transversals, and machine learning",
PODS 1997; M. H. Liffiton, A. Previti, A. Malik and J. Marques-Silva, "Fast, flexible MUS enumeration", 2016.)

Sets of leaves are bits of whole numbers. Where leaves of one party imply each other, only sets that hold with a leaf
all that it implies are looked at, so a party is never listed with more than is needed of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from charterlang._records import record
from charterlang.powers.covering import cheapest_derivation
from charterlang.powers.hitting import Cost, bits
from charterlang.powers.nets import Net, Trial, Work


@record
class Found:
    """Coalitions as sorted tuples of nodes, and whether there are no others."""

    coalitions: list[tuple[int, ...]]
    complete: bool


def coalitions(
    net: Net, prices: Mapping[int, Cost], of_party: Mapping[int, int], known: Iterable[int], limit: int, work: Work
) -> Found:
    """Up to `limit` coalitions that can spare nobody, those of one leaf first.

    `known` is a sufficient set of leaves; what is left of it when nobody in it can be spared will be among them.
    """
    return _Enumeration(net, prices, of_party, work).run(known, limit)


class _Enumeration:
    """One enumeration. Leaves are numbered from the one most worth having to the one to be left out first."""

    def __init__(self, net: Net, prices: Mapping[int, Cost], of_party: Mapping[int, int], work: Work) -> None:
        self.net, self.prices, self.work = net, prices, work
        self.trial = Trial(net, work)
        implied = self._implied(of_party)
        self.nodes = sorted(net.leaves, key=lambda node: (len(implied[node]), prices[node], node))
        place = {node: at for at, node in enumerate(self.nodes)}
        self.all = (1 << len(self.nodes)) - 1
        self.weaker = [0] * len(self.nodes)  # for each leaf, it and those it implies
        self.stronger = [0] * len(self.nodes)  # for each leaf, it and those that imply it
        for at, node in enumerate(self.nodes):
            for other in implied[node]:
                if place[other] <= at:
                    self.weaker[at] |= 1 << place[other]
                    self.stronger[place[other]] |= 1 << at
        self.place = place

    def _implied(self, of_party: Mapping[int, int]) -> dict[int, set[int]]:
        groups: dict[int, list[int]] = {}
        for node, party in of_party.items():
            groups.setdefault(party, []).append(node)
        trial = Trial(replace(self.net, goal=-1), self.work)
        result: dict[int, set[int]] = {}
        for group in groups.values():
            for node in group:
                result[node] = {node}
                if len(group) > 1:
                    trial.assume([node])
                    result[node] = {other for other in group if trial.state[other]}
                    trial.undo()
        return result

    def run(self, known: Iterable[int], limit: int) -> Found:
        """Singles, then the known one, then whatever is new."""
        found: list[int] = []
        for at in range(len(self.nodes)):
            if len(found) < limit and self.suffices(self.weaker[at]):
                least = self.spared(self.weaker[at])
                if least not in found:
                    found.append(least)
        first = self.spared(self.closed(known))
        if len(found) < limit and first not in found:
            found.append(first)
        cuts: list[int] = []
        complete = False
        while not self.work.over:
            news = self.unknown(found, cuts)
            if news is None:
                complete = not self.work.over
                break
            if not self.suffices(news):
                cuts.append(self.all & ~self.grown(news))
            elif len(found) < limit:
                found.append(self.spared(self.derived(news)))
            else:
                break
        return Found([self.named(mask) for mask in found], complete)

    def named(self, mask: int) -> tuple[int, ...]:
        """The leaves of a set that no other leaf of it implies."""
        return tuple(sorted(self.nodes[at] for at in bits(mask) if self.stronger[at] & mask == 1 << at))

    def closed(self, nodes: Iterable[int]) -> int:
        """Some leaves and what they imply."""
        mask = 0
        for node in nodes:
            mask |= self.weaker[self.place[node]]
        return mask

    def suffices(self, mask: int) -> bool:
        """Whether a set of leaves reaches the goal."""
        self.trial.undo()
        return self.trial.assume(self.nodes[at] for at in bits(mask))

    def derived(self, mask: int) -> int:
        """Those of a sufficient set that a cheap derivation uses."""
        return self.closed(
            cheapest_derivation(self.net, {self.nodes[at]: self.prices[self.nodes[at]] for at in bits(mask)})
        )

    def spared(self, mask: int) -> int:
        """A sufficient set less all who can be spared, those least worth having first."""
        for at in reversed(list(bits(mask))):
            if self.stronger[at] & mask == 1 << at and self.suffices(mask ^ 1 << at):
                mask ^= 1 << at
        return mask

    def grown(self, mask: int) -> int:
        """An insufficient set with all added that leaves it insufficient."""
        self.suffices(mask)
        for at in bits(self.all & ~mask):
            if self.weaker[at] & ~mask == 1 << at:
                point = self.trial.mark()
                if self.trial.assume([self.nodes[at]]):
                    self.trial.undo(point)
                else:
                    mask |= 1 << at
        return mask

    def unknown(self, found: list[int], cuts: list[int]) -> int | None:
        """A large set of leaves that holds none of the coalitions found and meets all cuts; None if there is none."""
        stack = [(0, 0)]  # what is left out, what must not be
        while stack and not self.work.over:
            out, kept = stack.pop()
            self.work.spend(len(found) + len(cuts) + 1)
            if any(not cut & ~out for cut in cuts):
                continue
            whole = [mask for mask in found if not mask & out]
            if not whole:
                return self.all & ~out
            branches = []
            for at in reversed(list(bits(min((mask & ~kept for mask in whole), key=int.bit_count)))):
                if not self.stronger[at] & kept:
                    branches.append((out | self.stronger[at], kept))
                kept |= self.weaker[at]
            stack.extend(reversed(branches))
        return None
