"""What holds in a system while assumptions are added, and taken back, one group after another."""

from __future__ import annotations

from collections.abc import Iterable

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

    def mark(self) -> int:
        """A point to come back to."""
        return len(self._order)

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
