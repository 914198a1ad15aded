"""Smallest ways to reach the goal of one net, and whether they are proved to be smallest.

The search plays two things that everybody knows against each other: what suffices, and what does not. A set that
does not suffice, grown until nothing more can be added, gives a cut: every sufficient set holds something from
outside it. The cheapest choice that meets all cuts found so far is a lower bound; if it suffices it is smallest, and
if not it gives another cut. (Implicit hitting sets: R. Reiter, "A theory of diagnosis from first principles", 1987;
P. Haslum, J. Slaney and S. Thiébaux, "Minimal landmarks for optimal delete-free planning", ICAPS 2012.)

Choices are made on ladders. Where one leaf can stand in for another at no higher cost (a member with more votes in
the same body), it is always climbed first; a hundred equal members are one ladder with a hundred rungs, not a
hundred choices. The leaves of one party form a ladder too: a majority of a class, three quarters of it, all of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from heapq import heappop, heappush
from itertools import accumulate, chain

from charterlang._records import record
from charterlang.powers.hitting import Cost, Cut, cheapest_choice, plus
from charterlang.powers.nets import Net, Trial, Work


@record
class Option:
    """A node that may be assumed: what it costs, first of all in parties, and the leaves that stand behind it."""

    cost: Cost
    members: tuple[int, ...]


@record
class Ladder:
    """Nodes to assume one after another; `costs[k]` is that of the first k together.

    Each node can stand in for those after it, unless the ladder is one `party`'s: then `members[k]` are the leaves to
    name for the first k, those that imply the others. Otherwise they are the sum of the members of the rungs, and
    `members[k]` is what rung k adds.
    """

    nodes: tuple[int, ...]
    party: bool
    costs: tuple[Cost, ...]
    members: tuple[tuple[int, ...], ...]


@record
class Answer:
    """A way to reach the goal that can spare nobody: its cost and leaves, and whether no other needs fewer parties."""

    cost: Cost
    members: tuple[int, ...]
    fewest: bool


def ladders_of(net: Net, options: Mapping[int, Option], parties: Sequence[Sequence[int]], work: Work) -> list[Ladder]:
    """The ladders of a net. `parties` are groups of two or more nodes that belong to one party each."""
    tied = {node for group in parties for node in group}
    free: dict[tuple[int, ...], list[int]] = {}
    single: list[list[int]] = []
    for node in sorted(options):
        if node in tied:
            continue
        if net.rules[node] or node == net.goal:  # may hold without being assumed, so it stands in for nobody
            single.append([node])
        else:
            free.setdefault(tuple(gate for gate, _ in net.readers[node]), []).append(node)
    for nodes in free.values():
        single += _in_order_of_strength(net, options, nodes)
    found = []
    for climb in single:
        nothing = tuple(0 for _ in options[climb[0]].cost)
        costs = tuple(accumulate((options[node].cost for node in climb), plus, initial=nothing))
        found.append(Ladder(tuple(climb), False, costs, ((), *(options[node].members for node in climb))))
    found += [_party_ladder(net, options, group, work) for group in parties]
    return sorted(found, key=lambda ladder: min(ladder.nodes))


def _in_order_of_strength(net: Net, options: Mapping[int, Option], nodes: list[int]) -> list[list[int]]:
    """Chains of nodes that are read by the same gates, each as strong as the next in all of them and no dearer."""
    weights = {node: tuple(weight for _, weight in net.readers[node]) for node in nodes}
    chains: list[list[int]] = []
    for node in sorted(nodes, key=lambda node: (-sum(weights[node]), options[node].cost, node)):
        for climb in chains:
            last = climb[-1]
            if options[last].cost <= options[node].cost and all(
                strong >= weak for strong, weak in zip(weights[last], weights[node], strict=True)
            ):
                climb.append(node)
                break
        else:
            chains.append([node])
    return chains


def _party_ladder(net: Net, options: Mapping[int, Option], group: Sequence[int], work: Work) -> Ladder:
    """The ladder of one party: what implies least comes first; a higher rung never costs less than a lower one."""
    trial = Trial(replace(net, goal=-1), work)
    implied: dict[int, set[int]] = {}
    for node in group:
        trial.assume([node])
        implied[node] = {other for other in group if trial.state[other]}
        trial.undo()
    order = sorted(group, key=lambda node: (len(implied[node]), options[node].cost, node))
    one = options[order[0]].cost
    costs: list[Cost] = [tuple(0 for _ in one)]
    members: list[tuple[int, ...]] = [()]
    for at in range(1, len(order) + 1):
        climbed = order[:at]
        top = [
            node
            for place, node in enumerate(climbed)
            if not any(node in implied[other] for other in climbed[place + 1 :])
        ]
        total = (1, *(sum(items) for items in zip(*(options[node].cost[1:] for node in top), strict=True)))
        costs.append(max(costs[-1], total))
        members.append(tuple(leaf for node in top for leaf in options[node].members))
    return Ladder(tuple(order), True, tuple(costs), tuple(members))


def cheapest_derivation(net: Net, costs: Mapping[int, Cost]) -> set[int]:
    """The nodes assumed in a cheap derivation of the goal, as if whatever is used twice were paid for twice.

    D. E. Knuth, "A generalization of Dijkstra's algorithm" (1977), with gates that take their cheapest inputs first.
    """
    missing = list(net.needs)
    fed: dict[int, list[tuple[int, int]]] = {}
    made: dict[int, list[int]] = {}
    price: dict[int, Cost] = {}
    queue: list[tuple[Cost, int, list[int]]] = [(cost, node, []) for node, cost in costs.items()]
    queue.sort()
    while queue and net.goal not in price:
        cost, node, sources = heappop(queue)
        if node in price:
            continue
        price[node], made[node] = cost, sources
        for gate, weight in net.readers[node]:
            head = net.heads[gate]
            if head in price or missing[gate] <= 0:
                continue
            missing[gate] -= weight
            fed.setdefault(gate, []).append((node, weight))
            if missing[gate] <= 0:
                spare, chosen = -missing[gate], []
                total = tuple(0 for _ in cost)
                for source, part in reversed(fed[gate]):
                    if part <= spare:
                        spare -= part
                    else:
                        chosen.append(source)
                        total = plus(total, price[source])
                heappush(queue, (total, head, chosen))
    used: set[int] = set()
    seen = {net.goal}
    stack = [net.goal]
    while stack:
        node = stack.pop()
        if not made[node]:
            used.add(node)
        for source in made[node]:
            if source not in seen:
                seen.add(source)
                stack.append(source)
    return used


def kept_out(net: Net, state: Sequence[int], work: Work) -> set[int]:
    """Nodes, the goal among them, none of which ever holds as long as none of them is assumed.

    `state` tells what holds now; the goal does not. Every gate of every such node lacks too much that is among them.
    """
    found = [net.goal]
    kept = {net.goal}
    for node in found:
        for need, inputs in net.rules[node]:
            work.spend(len(inputs))
            spare = sum(weight for source, weight in inputs if source not in kept) - need
            if spare < 0:
                continue
            open_inputs = [item for item in inputs if not state[item[0]] and item[0] not in kept]
            for source, weight in sorted(open_inputs, key=lambda item: (len(net.rules[item[0]]), -item[1], item[0])):
                kept.add(source)
                found.append(source)
                spare -= weight
                if spare < 0:
                    break
    return kept


def solve(net: Net, options: Mapping[int, Option], parties: Sequence[Sequence[int]], work: Work) -> Answer:
    """A smallest answer as far as the work reaches; one that can spare nobody in any case."""
    return _Covering(net, ladders_of(net, options, parties, work), work).run(options)


class _Covering:
    """The search on one net. A choice is a list of how many rungs of each ladder are climbed."""

    def __init__(self, net: Net, ladders: list[Ladder], work: Work) -> None:
        self.ladders = ladders
        self.work = work
        self.trial = Trial(net, work)
        self.net = net

    def run(self, options: Mapping[int, Option]) -> Answer:
        """Begin with a cheap derivation, then close in from below."""
        used = cheapest_derivation(self.net, {node: option.cost for node, option in options.items()})
        best = self.spared([self.rungs(ladder, used) for ladder in self.ladders])
        if self.cost(best)[0] == 1:
            return self.answer(self.best_single(best), fewest=True)
        lowest, cuts = tuple(0 for _ in self.cost(best)), list[Cut]()
        costs = [ladder.costs for ladder in self.ladders]
        while True:
            choice = cheapest_choice(costs, cuts, lowest, self.cost(best), self.work)
            if self.work.over:
                return self.answer(best, fewest=lowest[0] >= self.cost(best)[0])
            if choice is None:
                return self.answer(best, fewest=True)
            lowest = self.cost(choice)
            while not self.suffices(choice):
                if self.work.over:
                    return self.answer(best, fewest=lowest[0] >= self.cost(best)[0])
                cut = self.cut(choice, best)
                cuts.append(cut)
                _, ladder, rungs = min((costs[ladder][rungs], ladder, rungs) for ladder, rungs in cut)
                choice = choice[:]
                choice[ladder] = rungs
            choice = self.spared(choice)
            if self.cost(choice) < self.cost(best):
                best = choice

    @staticmethod
    def rungs(ladder: Ladder, used: set[int]) -> int:
        """How far to climb for at least the strength of the nodes used."""
        places = [place for place, node in enumerate(ladder.nodes, 1) if node in used]
        return places[-1] if places and ladder.party else len(places)

    def cost(self, choice: list[int]) -> Cost:
        """What a choice costs."""
        total = self.ladders[0].costs[0]
        for ladder, rungs in zip(self.ladders, choice, strict=True):
            if rungs:
                total = plus(total, ladder.costs[rungs])
        return total

    def suffices(self, choice: list[int]) -> bool:
        """Whether a choice reaches the goal."""
        self.trial.undo()
        pairs = zip(self.ladders, choice, strict=True)
        return self.trial.assume(node for ladder, rungs in pairs for node in ladder.nodes[:rungs])

    def spared(self, choice: list[int]) -> list[int]:
        """A sufficient choice, climbed down as far as it stays one: the dearest ladders first."""
        choice = choice[:]
        for at in sorted(range(len(choice)), key=lambda at: (self.ladders[at].costs[choice[at]], at), reverse=True):
            while choice[at]:
                choice[at] -= 1
                if not self.suffices(choice):
                    choice[at] += 1
                    break
        return choice

    def best_single(self, known: list[int]) -> list[int]:
        """The cheapest choice of one party, the first by key among equals; `known` if the work does not reach."""
        found: list[tuple[Cost, int, int]] = []
        for at, ladder in enumerate(self.ladders):
            for rungs in range(1, len(ladder.nodes) + 1):
                if ladder.costs[rungs][0] > 1:
                    break
                self.trial.undo()
                if self.trial.assume(ladder.nodes[:rungs]):
                    found.append((ladder.costs[rungs], at, rungs))
                    break
            if self.work.over:
                return known
        _, at, rungs = min(found)
        return [rungs if place == at else 0 for place in range(len(self.ladders))]

    def cut(self, choice: list[int], wanted: list[int]) -> Cut:
        """What must be climbed beyond an insufficient choice, once all is added that leaves it insufficient.

        Ladders that the best choice so far needs are left to the last, so that cuts are likely to be met by it.
        """
        self.suffices(choice)
        kept = kept_out(self.net, self.trial.state, self.work)
        firsts = []  # the first rung on each ladder that is kept out: all below it can be climbed at once
        for ladder, rungs in zip(self.ladders, choice, strict=True):
            height = len(ladder.nodes)
            firsts.append(next((at for at in range(rungs, height) if ladder.nodes[at] in kept), height))
        self.trial.assume(
            node
            for ladder, rungs, first in zip(self.ladders, choice, firsts, strict=True)
            for node in ladder.nodes[rungs:first]
        )
        found: list[tuple[int, int]] = []
        for at in sorted(range(len(choice)), key=lambda at: (wanted[at] > choice[at], at)):
            nodes = self.ladders[at].nodes
            for rungs in range(firsts[at], len(nodes)):
                if self.work.over:  # weaker than it could be, but true
                    found.append((at, rungs + 1))
                    break
                mark = self.trial.mark()
                if self.trial.assume([nodes[rungs]]):
                    self.trial.undo(mark)
                    found.append((at, rungs + 1))
                    break
        return tuple(sorted(found))

    def answer(self, choice: list[int], *, fewest: bool) -> Answer:
        """The choice as an answer."""
        members: list[int] = []
        for ladder, rungs in zip(self.ladders, choice, strict=True):
            named = ladder.members[rungs : rungs + 1] if ladder.party else ladder.members[: rungs + 1]
            members.extend(chain.from_iterable(named))
        return Answer(self.cost(choice), tuple(sorted(members)), fewest)
