"""A small net for one goal: what is left of a system when everything that cannot matter is taken away.

Looking for coalitions asks the same question of one goal thousands of times, so the system is first cut down to a
net that gives the same answer for every choice among the assumable propositions (the leaves):

- what cannot hold even if all leaves are assumed, what holds without any, and what matters only after the goal is
  reached are taken out;
- a proposition that has one rule with one input is its input under another name;
- a rule that needs everything another rule for the same head needs says nothing new.

Nodes of a net are numbered in the order of their keys.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from charterlang._records import record
from charterlang.powers.circuit import Closure, System

Inputs = tuple[tuple[int, int], ...]


class Work:
    """A fixed amount of work, counted in steps and never in time, so that every machine finds the same."""

    __slots__ = ("left",)

    def __init__(self, steps: int) -> None:
        """Allow `steps` steps."""
        self.left = steps

    def spend(self, steps: int) -> None:
        """Count steps done."""
        self.left -= steps

    @property
    def over(self) -> bool:
        """Whether nothing is left."""
        return self.left <= 0


@record
class Net:
    """A goal and the gates that lead to it.

    `rules[n]` lists the gates of node n as (need, inputs), inputs being pairs (node, weight); `leaves` maps each
    assumable node to its proposition in the system. `readers[n]` lists (gate number, weight); gates are numbered
    along `rules`, and `heads` and `needs` go by that number.
    """

    goal: int
    rules: tuple[tuple[tuple[int, Inputs], ...], ...]
    leaves: dict[int, int]
    heads: tuple[int, ...]
    needs: tuple[int, ...]
    readers: tuple[tuple[tuple[int, int], ...], ...]

    def __len__(self) -> int:
        """How many nodes there are."""
        return len(self.rules)


def net_of(goal: int, rules: Iterable[Iterable[tuple[int, Inputs]]], leaves: dict[int, int]) -> Net:
    """A net from the rules of each node in turn."""
    kept = tuple(tuple(gates) for gates in rules)
    heads: list[int] = []
    needs: list[int] = []
    readers: list[list[tuple[int, int]]] = [[] for _ in kept]
    for head, gates in enumerate(kept):
        for need, inputs in gates:
            for node, weight in inputs:
                readers[node].append((len(heads), weight))
            heads.append(head)
            needs.append(need)
    return Net(goal, kept, leaves, tuple(heads), tuple(needs), tuple(map(tuple, readers)))


def reduced(
    system: System, goal: int, leaves: Collection[int], closure: Closure, most: int | None = None
) -> Net | None:
    """The net of `goal` over `leaves`; None if it would have more than `most` inputs before it is made smaller.

    `closure` is that of all leaves; the goal must be in it, and must not hold without any leaf.
    """
    able = set(closure)
    given = set(system.closure(()))
    rules: dict[int, list[tuple[int, Inputs]]] = {goal: []}
    found = [goal]
    size = 0
    gates, _, _ = system.arrays
    for head in found:
        for number in system.rules_for(head):
            begin, end = gates.start[number], gates.start[number + 1]
            need, inputs = gates.needs[number], []
            for source, weight in zip(gates.inputs[begin:end], gates.weights[begin:end], strict=True):
                if source in given:
                    need -= weight
                elif source in able and source != goal:
                    inputs.append((source, weight))
            if sum(weight for _, weight in inputs) < need:
                continue
            size += len(inputs)
            if most is not None and size > most:
                return None
            rules[head].append((need, tuple(inputs)))
            for source, _ in inputs:
                if source not in rules:
                    rules[source] = []
                    found.append(source)
    found.sort(key=system.rank)
    number_of = {proposition: node for node, proposition in enumerate(found)}
    numbered = [_renamed(node, rules[found[node]], number_of.__getitem__) for node in range(len(found))]
    choices = {number_of[leaf]: leaf for leaf in leaves if leaf in number_of}
    _drop_unsupported(numbered, choices)
    return _compact(numbered, _contract(numbered, number_of[goal], choices), choices)


def _renamed(head: int, rules: list[tuple[int, Inputs]], name: Callable[[int], int]) -> list[tuple[int, Inputs]]:
    """The rules for `head` under new names: inputs sorted, doubles merged, none in vain, none twice."""
    result: dict[tuple[int, Inputs], None] = {}
    for need, inputs in rules:
        merged: dict[int, int] = {}
        for source, weight in inputs:
            new = name(source)
            if new != head:
                merged[new] = merged.get(new, 0) + weight
        if sum(merged.values()) >= need:
            result[need, tuple(sorted((source, min(weight, need)) for source, weight in merged.items()))] = None
    alone = {inputs[0][0] for _, inputs in result if len(inputs) == 1}
    return [(need, inputs) for need, inputs in result if len(inputs) == 1 or not _needs_one_of(need, inputs, alone)]


def _needs_one_of(need: int, inputs: Inputs, alone: set[int]) -> bool:
    """Whether a gate cannot open without some input that opens another gate of the same head by itself."""
    total = sum(weight for _, weight in inputs)
    return any(source in alone and total - weight < need for source, weight in inputs)


def _drop_unsupported(rules: list[list[tuple[int, Inputs]]], leaves: Collection[int]) -> None:
    """Take out what could hold only by way of the goal itself."""
    trial = Trial(net_of(-1, rules, {}), Work(0))
    trial.assume(leaves)
    for head, gates in enumerate(rules):
        kept: list[tuple[int, Inputs]] = []
        for need, inputs in gates:
            useful = tuple(item for item in inputs if trial.state[item[0]])
            if sum(weight for _, weight in useful) >= need:
                kept.append((need, useful))
        rules[head] = kept


def _contract(rules: list[list[tuple[int, Inputs]]], goal: int, leaves: Collection[int]) -> int:
    """Put each node that is another under a new name in its place, until none is left; what the goal is then."""
    stands = list(range(len(rules)))

    def origin(node: int) -> int:
        path = []
        while stands[node] != node:
            path.append(node)
            node = stands[node]
        for passed in path:
            stands[passed] = node
        return node

    while True:
        changed = False
        for node, gates in enumerate(rules):
            if len(gates) == 1 and len(gates[0][1]) == 1 and stands[node] == node and node not in leaves:
                stands[node] = gates[0][1][0][0]
                rules[node] = []
                changed = True
        if not changed:
            return origin(goal)
        for node, gates in enumerate(rules):
            if gates:
                rules[node] = _renamed(node, gates, origin)


def _compact(rules: list[list[tuple[int, Inputs]]], goal: int, leaves: dict[int, int]) -> Net:
    """The part from which the goal can still be reached, numbered anew in the same order."""
    seen = {goal}
    found = [goal]
    for node in found:
        for _, inputs in rules[node]:
            for source, _ in inputs:
                if source not in seen:
                    seen.add(source)
                    found.append(source)
    found.sort()
    number = {node: place for place, node in enumerate(found)}
    return net_of(
        number[goal],
        [
            [(need, tuple((number[source], weight) for source, weight in inputs)) for need, inputs in rules[node]]
            for node in found
        ],
        {number[node]: leaf for node, leaf in leaves.items() if node in number},
    )


class Trial:
    """What holds in a net as assumptions are added and taken back, last in first out.

    Each input looked at is a step of the work. Propagation rests as soon as the goal holds.
    """

    __slots__ = ("_done", "_missing", "_net", "_order", "_work", "state")

    def __init__(self, net: Net, work: Work) -> None:
        """Begin with nothing assumed."""
        self._work = work
        self._net = net
        self._missing = list(net.needs)
        self._order: list[int] = []
        self._done = 0
        self.state = bytearray(len(net) + 1)  # one more, so that goal -1 means no goal

    def assume(self, nodes: Iterable[int]) -> bool:
        """Assume some nodes more; whether the goal holds now."""
        state, order, missing = self.state, self._order, self._missing
        heads, readers, goal = self._net.heads, self._net.readers, self._net.goal
        for node in nodes:
            if not state[node]:
                state[node] = 1
                order.append(node)
        while self._done < len(order) and not state[goal]:
            reading = readers[order[self._done]]
            self._done += 1
            self._work.spend(len(reading) + 1)
            for gate, weight in reading:
                left = missing[gate] = missing[gate] - weight
                if left <= 0:
                    head = heads[gate]
                    if not state[head]:
                        state[head] = 1
                        order.append(head)
        return bool(state[goal])

    def mark(self) -> int:
        """A point to come back to; the goal must not hold."""
        return len(self._order)

    def undo(self, mark: int = 0) -> None:
        """Take back everything assumed since `mark`."""
        state, order, missing, readers = self.state, self._order, self._missing, self._net.readers
        for node in order[mark : self._done]:
            self._work.spend(len(readers[node]) + 1)
            for gate, weight in readers[node]:
                missing[gate] += weight
        for node in order[mark:]:
            state[node] = 0
        del order[mark:]
        self._done = min(self._done, mark)
