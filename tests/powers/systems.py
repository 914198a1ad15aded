"""Small power systems for the tests of the kernel, written down plainly and solved by trying everything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from hypothesis import strategies as st

from charterlang.powers.circuit import System, SystemBuilder

Rule = tuple[str, tuple[tuple[str, int], ...], int]


@dataclass(frozen=True)
class Plain:
    """Rules (head, weighed inputs, need) over names; `leaves` may be assumed, `parties` puts some of them together."""

    leaves: tuple[str, ...]
    nodes: tuple[str, ...]
    rules: tuple[Rule, ...]
    goal: str = "goal"
    costs: tuple[int, ...] = ()
    parties: tuple[int | None, ...] = ()

    def built(self, *, backwards: bool = False) -> System:
        make = SystemBuilder()
        names = self.leaves + self.nodes
        for name in reversed(names) if backwards else names:
            make.proposition(name)
        for head, inputs, need in reversed(self.rules) if backwards else self.rules:
            weighed = [(make.proposition(name), weight) for name, weight in inputs]
            label = f"{head} by {inputs} {need}"
            if inputs and need == len(inputs) == len(dict(inputs)) and all(weight == 1 for _, weight in inputs):
                make.rule(make.proposition(head), [number for number, _ in weighed], label=label)
            else:
                make.threshold(make.proposition(head), weighed[::-1] if backwards else weighed, need, label=label)
        return make.freeze()

    def follows(self, assumed: Iterable[str], without: Iterable[str] = ()) -> frozenset[str]:
        """What follows, by going over all rules until nothing changes."""
        out = set(without)
        holds = set(assumed) - out
        while True:
            new = {
                head
                for head, inputs, need in self.rules
                if head not in out and sum(weight for name, weight in inputs if name in holds) >= need
            } - holds
            if not new:
                return frozenset(holds)
            holds |= new

    @cached_property
    def sufficient(self) -> list[frozenset[str]]:
        """Every set of leaves that reaches the goal, small ones first."""
        sets = (frozenset(some) for size in range(len(self.leaves) + 1) for some in combinations(self.leaves, size))
        return [some for some in sets if self.goal in self.follows(some)]

    @cached_property
    def minimal(self) -> list[frozenset[str]]:
        """Those that can spare nobody."""
        return [some for some in self.sufficient if not any(other < some for other in self.sufficient)]

    def party(self, leaf: str) -> object:
        number = self.parties[self.leaves.index(leaf)] if self.parties else None
        return leaf if number is None else number

    def size(self, leaves: Iterable[str]) -> int:
        """How many parties some leaves are."""
        return len({self.party(leaf) for leaf in leaves})

    def cost(self, leaves: Iterable[str]) -> int:
        return sum(self.costs[self.leaves.index(leaf)] for leaf in leaves)


def numbers(system: System, names: Iterable[str]) -> list[int]:
    found = [system.index(name) for name in names]
    assert None not in found
    return [number for number in found if number is not None]


def names(system: System, propositions: Iterable[int]) -> frozenset[str]:
    return frozenset(str(system.key(proposition)) for proposition in propositions)


@st.composite
def plain_systems(draw: st.DrawFn, *, most_leaves: int = 6) -> Plain:
    """Systems with facts, thresholds, weights, cycles, leaves that can also be derived, and rules in vain."""
    leaves = tuple(f"leaf {letter}" for letter in "abcdefgh"[: draw(st.integers(1, most_leaves))])
    nodes = ("goal", *(f"node {number}" for number in range(draw(st.integers(0, 6)))))
    anything = st.sampled_from(leaves + nodes)
    rules: list[Rule] = []
    for _ in range(draw(st.integers(1, 14))):
        head = draw(anything if draw(st.integers(0, 4)) == 0 else st.sampled_from(nodes))
        inputs = tuple(draw(st.lists(st.tuples(anything, st.integers(1, 3)), min_size=1, max_size=5)))
        if draw(st.booleans()):
            inputs = tuple((name, 1) for name in dict.fromkeys(name for name, _ in inputs))
            need = len(inputs)
        else:
            need = draw(st.integers(0 if draw(st.integers(0, 5)) == 0 else 1, sum(weight for _, weight in inputs) + 1))
        rules.append((head, inputs, need))
    costs = tuple(draw(st.integers(0, 3)) for _ in leaves)
    parties = tuple(draw(st.one_of(st.none(), st.integers(0, 2))) for _ in leaves)
    return Plain(leaves, nodes, tuple(rules), "goal", costs, parties)
