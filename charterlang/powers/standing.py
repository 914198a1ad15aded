"""What holds in a system while assumptions are added, and taken back, one group after another."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from charterlang.powers.circuit import Slice, System


class Standing:
    """What follows from the assumptions made so far, as far as it bears on one goal.

    Trying a thousand groups on top of what a thousand others do costs no more than what each of them adds.
    """

    __slots__ = ("_done", "_goal", "_heads", "_missing", "_order", "_readers", "_state", "_system")

    def __init__(self, system: System | Slice, goal: int) -> None:
        """Begin with nothing assumed; `goal` must lie in the system (else ValueError)."""
        target = system.local(goal)
        if target is None:
            raise ValueError("the goal lies outside the slice")
        self._system = system
        self._goal = target
        gates, self._readers, facts = system.core.arrays
        self._heads = gates.heads
        self._missing = gates.needs[:]
        self._state = bytearray(len(system.core))
        self._order: list[int] = []
        self._done = 0
        self._hold(gates.heads[gate] for gate in facts)

    @property
    def reached(self) -> bool:
        """Whether the goal holds."""
        return bool(self._state[self._goal])

    def assume(self, propositions: Iterable[int]) -> bool:
        """Assume some propositions more, those outside a slice being left aside; whether the goal holds now."""
        local = self._system.local
        self._hold(number for proposition in propositions if (number := local(proposition)) is not None)
        return self.reached

    def _hold(self, numbers: Iterable[int]) -> None:
        state, order, missing, heads, goal = self._state, self._order, self._missing, self._heads, self._goal
        for number in numbers:
            if not state[number]:
                state[number] = 1
                order.append(number)
        starts, gates, weights = self._readers.start, self._readers.gates, self._readers.weights
        at = self._done
        while at < len(order) and not state[goal]:
            begin, end = starts[order[at]], starts[order[at] + 1]
            at += 1
            for gate, weight in zip(gates[begin:end], weights[begin:end], strict=True):
                left = missing[gate] = missing[gate] - weight
                if left <= 0 and not state[heads[gate]]:
                    state[heads[gate]] = 1
                    order.append(heads[gate])
        self._done = at

    def first(self, groups: Iterable[list[int]]) -> list[int]:
        """The first group of propositions that reaches the goal on top of what stands; empty if none does.

        Two cuts are made first: a group that keeps clear of one of them cannot reach the goal and is not tried.
        """
        local = self._system.local
        one = self._cut(())
        other = self._cut(one)
        for group in groups:
            numbers = [number for proposition in group if (number := local(proposition)) is not None]
            if one.isdisjoint(numbers) or other.isdisjoint(numbers):
                continue
            mark = len(self._order)
            self._hold(numbers)
            if self.reached:
                return group
            self.undo(mark)
        return []

    def _cut(self, dodged: Collection[int]) -> set[int]:
        """Propositions, the goal among them, none of which comes to hold as long as none of them is assumed.

        The goal must not hold. Every rule for each of them lacks too much that is among them; those in `dodged` are
        taken only where there is nothing else.
        """
        state, core = self._state, self._system.core
        gates, _, _ = core.arrays
        kept = {self._goal}
        found = [self._goal]
        for head in found:
            for gate in core.rules_for(head):
                begin, end = gates.start[gate], gates.start[gate + 1]
                inputs, weights = gates.inputs[begin:end], gates.weights[begin:end]
                pairs = [(part, weight) for part, weight in zip(inputs, weights, strict=True) if part not in kept]
                spare = sum(weight for _, weight in pairs) - gates.needs[gate]
                if spare < 0:
                    continue
                lacking = [pair for pair in pairs if not state[pair[0]]]
                if len(lacking) > 1:
                    lacking.sort(key=lambda pair: (pair[0] in dodged, -pair[1]))
                for part, weight in lacking:
                    kept.add(part)
                    found.append(part)
                    spare -= weight
                    if spare < 0:
                        break
        return kept

    def undo(self, mark: int) -> None:
        """Take back all that was assumed since `mark`, at which the goal must not have held."""
        order, state, missing = self._order, self._state, self._missing
        starts, gates, weights = self._readers.start, self._readers.gates, self._readers.weights
        for proposition in order[mark : self._done]:
            begin, end = starts[proposition], starts[proposition + 1]
            for gate, weight in zip(gates[begin:end], weights[begin:end], strict=True):
                missing[gate] += weight
        for proposition in order[mark:]:
            state[proposition] = 0
        del order[mark:]
        self._done = min(self._done, mark)
