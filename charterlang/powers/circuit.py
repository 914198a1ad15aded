"""The power system in the abstract: propositions, rules that derive them, and what follows from what.

A proposition is a number with a key that means something to the caller ("fund-a acts", "the board of x is held").
A rule is a threshold gate: its head holds as soon as the weights of those of its inputs that hold reach its need.
"All of these" is a gate of ones whose need is their number; a fact is a gate that needs nothing. Weights are
positive, so adding an assumption never takes anything away, and there is exactly one least fixpoint: what holds is
what can be derived in finitely many steps from the assumptions. A cycle of rules therefore holds nothing up by
itself (nobody controls himself into existence).

The method is unit propagation with counters (W. F. Dowling and J. H. Gallier, "Linear-time algorithms for testing
the satisfiability of propositional Horn formulae", Journal of Logic Programming 1, 1984), with weights in place of
counts. Everything lies in flat arrays of machine integers: for each proposition the gates that read it, for each
gate its inputs. A closure looks at no proposition that it does not reach.

Order never depends on the order in which propositions and rules were added. Propositions are ranked by the text
`repr` gives their keys, gates by head, need, inputs, weights and the text of their label. So keys and labels should
have a `repr` that tells them apart and is the same in every run: strings, numbers, and tuples and dataclasses of them.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from itertools import accumulate

from charterlang.powers.gates import Gate, Gates, Readers, canonical, ranks, readers

__all__ = ["Closure", "Gate", "Slice", "System", "SystemBuilder"]


class Closure:
    """What follows from some assumptions: the propositions that hold, in the order in which they were derived.

    `order` lists them, assumptions first; `causes[i]` is the gate that derived `order[i]`, or -1 if it was assumed.
    """

    __slots__ = ("_place", "causes", "order")

    def __init__(self, order: Sequence[int], causes: Sequence[int]) -> None:
        """Keep the order of derivation and, beside it, the gates that derived."""
        self.order = order
        self.causes = causes
        self._place: dict[int, int] | None = None

    def _places(self) -> dict[int, int]:
        if self._place is None:
            self._place = {proposition: place for place, proposition in enumerate(self.order)}
        return self._place

    def contains(self, proposition: int) -> bool:
        """Whether the proposition holds."""
        return proposition in self._places()

    __contains__ = contains

    def __iter__(self) -> Iterator[int]:
        """The propositions that hold, in order of derivation."""
        return iter(self.order)

    def __len__(self) -> int:
        """How many propositions hold."""
        return len(self.order)

    def place(self, proposition: int) -> int:
        """Where in the order of derivation a proposition that holds comes; raises KeyError if it does not hold."""
        return self._places()[proposition]

    def cause(self, proposition: int) -> int | None:
        """The gate that first derived a proposition that holds, None if it was assumed; KeyError if it does not."""
        gate = self.causes[self._places()[proposition]]
        return None if gate < 0 else gate


class SystemBuilder:
    """Collects propositions and rules; `freeze` makes the system."""

    __slots__ = ("_bodies", "_heads", "_keys", "_labels", "_needs", "_sizes", "_weights", "numbers")

    def __init__(self) -> None:
        """Begin with nothing."""
        self.numbers: dict[Hashable, int] = {}
        self._keys: list[Hashable] = []
        self._heads = array("i")
        self._needs = array("q")
        self._sizes = array("i")
        self._bodies = array("i")
        self._weights = array("q")
        self._labels: list[object] = []

    def proposition(self, key: Hashable) -> int:
        """The number of the proposition with this key, made if it is new."""
        number = self.numbers.get(key)
        if number is None:
            number = self.numbers[key] = len(self._keys)
            self._keys.append(key)
        return number

    @property
    def gates(self) -> int:
        """How many gates there are."""
        return len(self._heads)

    @property
    def size(self) -> int:
        """Propositions and gates together: it grows with whatever is added."""
        return len(self._keys) + len(self._heads)

    def rule(self, head: int, body: Sequence[int], *, label: object = None) -> None:
        """`head` holds if all of `body` hold; an empty body makes it a fact."""
        if len(body) == 1 and body[0] != head:  # most rules only pass something on
            self._heads.append(head)
            self._needs.append(1)
            self._sizes.append(1)
            self._bodies.append(body[0])
            self._weights.append(1)
            self._labels.append(label)
            return
        inputs = dict.fromkeys(body, 1)
        self._add(head, inputs, len(inputs), label)

    def threshold(self, head: int, inputs: Sequence[tuple[int, int]], need: int, *, label: object = None) -> None:
        """`head` holds if the weights of those `inputs` (proposition, weight) that hold reach `need`.

        A proposition named twice weighs both times. Weights must be positive, else ValueError; a need of zero or
        less makes a fact; a need that all inputs together do not reach makes no rule at all.
        """
        merged: dict[int, int] = {}
        for proposition, weight in inputs:
            if weight <= 0:
                raise ValueError(f"a weight must be positive, not {weight}")
            merged[proposition] = merged.get(proposition, 0) + weight
        if need <= 0:
            self._add(head, {}, 0, label)
        elif sum(merged.values()) >= need:
            self._add(head, merged, need, label)

    def _add(self, head: int, inputs: dict[int, int], need: int, label: object) -> None:
        if head in inputs and need > 0:  # a head never helps to derive itself
            inputs = {proposition: weight for proposition, weight in inputs.items() if proposition != head}
            if sum(inputs.values()) < need:
                return
        self._heads.append(head)
        self._needs.append(need)
        self._sizes.append(len(inputs))
        self._bodies.extend(inputs)
        # more than the need is as good as the need
        self._weights.extend(min(weight, need) for weight in inputs.values())
        self._labels.append(label)

    def freeze(self, without: Collection[int] = ()) -> System:
        """The system of all propositions and rules added so far; more may be added and frozen again.

        The gates in `without`, numbered as they were added, are left out of it.
        """
        by_key, rank = ranks(self._keys)
        start = array("i", accumulate(self._sizes, initial=0))
        gates = Gates(self._heads, self._needs, start, self._bodies, self._weights, self._labels)
        gates = canonical(gates, by_key, rank, without)
        return System(tuple(self._keys), rank, gates, readers(len(self._keys), gates))


class System:
    """An immutable system of propositions and gates; made by `SystemBuilder.freeze`.

    Propositions are the builder's numbers. Gates have numbers of their own, given in canonical order, so that all
    gates with one head stand together.
    """

    __slots__ = ("_facts", "_first", "_gates", "_last", "_numbers", "_rank", "_readers", "keys")

    def __init__(self, keys: tuple[Hashable, ...], rank: array[int], gates: Gates, reading: Readers) -> None:
        """Take keys and ranks by proposition, the gates in canonical order, and who reads what."""
        self.keys = keys
        self._numbers: dict[Hashable, int] | None = None
        self._rank = rank
        self._gates = gates
        self._readers = reading
        self._first = array("i", bytes(4 * len(keys)))
        self._last = array("i", bytes(4 * len(keys)))
        previous = -1
        for gate, head in enumerate(gates.heads):
            if head != previous:
                self._first[head] = gate
                previous = head
            self._last[head] = gate + 1
        self._facts = [gate for gate, need in enumerate(gates.needs) if need <= 0]

    def __len__(self) -> int:
        """How many propositions there are."""
        return len(self.keys)

    @property
    def gates(self) -> int:
        """How many gates there are; they are numbered from zero."""
        return len(self._gates.heads)

    def key(self, proposition: int) -> Hashable:
        """The key of a proposition."""
        return self.keys[proposition]

    def index(self, key: Hashable) -> int | None:
        """The number of the proposition with this key, None if there is none."""
        if self._numbers is None:
            self._numbers = {known: number for number, known in enumerate(self.keys)}
        return self._numbers.get(key)

    def rank(self, proposition: int) -> int:
        """The place of a proposition when all are sorted by their keys."""
        return self._rank[proposition]

    @property
    def core(self) -> System:
        """The system that holds the arrays: this one."""
        return self

    @property
    def arrays(self) -> tuple[Gates, Readers, list[int]]:
        """The gates, who reads what, and the gates that need nothing: to be read only."""
        return self._gates, self._readers, self._facts

    def local(self, proposition: int) -> int | None:
        """The number of a proposition in the core: the same."""
        return proposition

    def name(self, local: int) -> int:
        """The number of a proposition of the core: the same."""
        return local

    def gate(self, number: int) -> Gate:
        """One gate, as evidence."""
        gates = self._gates
        begin, end = gates.start[number], gates.start[number + 1]
        inputs = tuple(zip(gates.inputs[begin:end], gates.weights[begin:end], strict=True))
        return Gate(gates.labels[number], gates.heads[number], inputs, gates.needs[number])

    def rules_for(self, proposition: int) -> range:
        """The numbers of the gates that can derive a proposition."""
        return range(self._first[proposition], self._last[proposition])

    def closure(self, assumed: Iterable[int], *, without: Iterable[int] = ()) -> Closure:
        """The least set that holds all of `assumed` and is closed under the gates.

        Propositions in `without` never hold, not even if assumed: it is the system with them taken out. Time is
        linear in the propositions reached and the gates that read them.
        """
        return self._propagate(assumed, without, -1)

    def holds(self, goal: int, assumed: Iterable[int], *, without: Iterable[int] = ()) -> bool:
        """Whether `goal` follows from `assumed`; stops as soon as it does."""
        return goal in self._propagate(assumed, without, goal)

    def _propagate(self, assumed: Iterable[int], without: Iterable[int], goal: int) -> Closure:
        state = bytearray(len(self.keys))
        for proposition in without:
            state[proposition] = 1
        order: list[int] = []
        causes: list[int] = []
        derive, because = order.append, causes.append
        for proposition in sorted(set(assumed), key=self._rank.__getitem__):
            if not state[proposition]:
                state[proposition] = 1
                derive(proposition)
                because(-1)
        heads = self._gates.heads
        for gate in self._facts:
            head = heads[gate]
            if not state[head]:
                state[head] = 1
                derive(head)
                because(gate)
        if goal >= 0 and state[goal]:
            return Closure(order, causes)
        starts, reading, weights = self._readers.start, self._readers.gates, self._readers.weights
        missing = self._gates.needs[:]  # for each gate, the weight that its inputs still lack
        for proposition in order:
            begin = starts[proposition]
            end = starts[proposition + 1]
            for gate, weight in zip(reading[begin:end], weights[begin:end], strict=True):
                head = heads[gate]
                if state[head]:
                    continue
                left = missing[gate] - weight
                if left <= 0:
                    state[head] = 1
                    derive(head)
                    because(gate)
                    if head == goal:
                        return Closure(order, causes)
                else:
                    missing[gate] = left
        return Closure(order, causes)

    def cone(self, goals: Iterable[int]) -> list[int]:
        """All propositions from which some goal can be reached, the goals among them, in the order of their keys."""
        state = bytearray(len(self.keys))
        found: list[int] = []
        for goal in goals:
            if not state[goal]:
                state[goal] = 1
                found.append(goal)
        add = found.append
        first, last, starts, inputs = self._first, self._last, self._gates.start, self._gates.inputs
        for proposition in found:
            for needed in inputs[starts[first[proposition]] : starts[last[proposition]]]:
                if not state[needed]:
                    state[needed] = 1
                    add(needed)
        found.sort(key=self._rank.__getitem__)
        return found

    def slice(self, goals: Iterable[int]) -> Slice:
        """The part of the system that can bear on the goals: their cone and all gates that derive within it."""
        return self.part(self.cone(goals))

    def part(self, cone: list[int]) -> Slice:
        """The part of the system within a cone."""
        inner = array("i", bytes(4 * len(self.keys)))
        for number, proposition in enumerate(cone):
            inner[proposition] = number
        # gates stand in the order of their heads' ranks, as the cone does: what is neighbour stays neighbour
        runs: list[tuple[int, int]] = []
        for proposition in cone:
            begin, end = self._first[proposition], self._last[proposition]
            if begin < end:
                if runs and runs[-1][1] == begin:
                    begin = runs.pop()[0]
                runs.append((begin, end))
        whole = self._gates
        part = Gates(array("i"), array("q"), array("i", [0]), array("i"), array("q"), [])
        numbers = array("i")
        renumbered = array("i", [-1]) * len(whole.heads)
        for begin, end in runs:
            renumbered[begin:end] = array("i", range(len(numbers), len(numbers) + end - begin))
            numbers.extend(range(begin, end))
            low, high = whole.start[begin], whole.start[end]
            shift = len(part.inputs) - low
            part.heads.extend(map(inner.__getitem__, whole.heads[begin:end]))
            part.needs.extend(whole.needs[begin:end])
            part.start.extend([at + shift for at in whole.start[begin + 1 : end + 1]])
            part.inputs.extend(map(inner.__getitem__, whole.inputs[low:high]))
            part.weights.extend(whole.weights[low:high])
            part.labels.extend(whole.labels[begin:end])
        keys = tuple(map(self.keys.__getitem__, cone))
        system = System(keys, array("i", range(len(cone))), part, self._readers_within(cone, renumbered))
        return Slice(system, array("i", cone), numbers, self._rank)

    def _readers_within(self, cone: list[int], renumbered: array[int]) -> Readers:
        """Who reads the propositions of a cone, among the gates that have a new number (others have -1)."""
        start, gates, weights = self._readers.start, self._readers.gates, self._readers.weights
        found = Readers(array("i", [0]), array("i"), array("q"))
        for proposition in cone:
            low, high = start[proposition], start[proposition + 1]
            reading = list(map(renumbered.__getitem__, gates[low:high]))
            heavy = weights[low:high]
            if -1 in reading:
                heavy = array("q", [weight for weight, gate in zip(heavy, reading, strict=True) if gate >= 0])
                reading = [gate for gate in reading if gate >= 0]
            found.gates.extend(reading)
            found.weights.extend(heavy)
            found.start.append(len(found.gates))
        return found


class Slice:
    """A part of a system that answers for the whole, as long as only its goals are asked for.

    Numbers of propositions and gates are those of the whole system everywhere. Assumptions outside the slice are
    welcome: they cannot bear on the goals and are left aside. The `core` is the part as a system of its own, in which
    propositions are numbered in the order of their keys; `local` and `name` translate.
    """

    __slots__ = ("_inner", "_rank", "core", "gate_numbers", "outer")

    def __init__(self, core: System, outer: array[int], gate_numbers: array[int], rank: array[int]) -> None:
        """Keep the part and what its numbers are called in the whole."""
        self.core = core
        self.outer = outer
        self._inner = {proposition: number for number, proposition in enumerate(outer)}
        self.gate_numbers = gate_numbers
        self._rank = rank

    def __len__(self) -> int:
        """How many propositions the slice has."""
        return len(self.outer)

    def __contains__(self, proposition: object) -> bool:
        """Whether a proposition of the whole system lies in the slice."""
        return proposition in self._inner

    def key(self, proposition: int) -> Hashable:
        """The key of a proposition in the slice; raises KeyError outside."""
        return self.core.keys[self._inner[proposition]]

    def index(self, key: Hashable) -> int | None:
        """The number of the proposition with this key, None if it does not lie in the slice."""
        number = self.core.index(key)
        return None if number is None else self.outer[number]

    def rank(self, proposition: int) -> int:
        """The place of a proposition when all of the whole system are sorted by their keys."""
        return self._rank[proposition]

    def local(self, proposition: int) -> int | None:
        """The number of a proposition in the core, None if it lies outside the slice."""
        return self._inner.get(proposition)

    def name(self, local: int) -> int:
        """The number in the whole system of a proposition of the core."""
        return self.outer[local]

    def _inside(self, propositions: Iterable[int]) -> list[int]:
        inner = self._inner
        return [inner[proposition] for proposition in propositions if proposition in inner]

    def closure(self, assumed: Iterable[int], *, without: Iterable[int] = ()) -> Closure:
        """What follows from `assumed` within the slice."""
        found = self.core.closure(self._inside(assumed), without=self._inside(without))
        outer, gates = self.outer, self.gate_numbers
        return Closure([outer[at] for at in found.order], [gates[at] if at >= 0 else -1 for at in found.causes])

    def holds(self, goal: int, assumed: Iterable[int], *, without: Iterable[int] = ()) -> bool:
        """Whether `goal`, which must lie in the slice (else KeyError), follows from `assumed`."""
        return self.core.holds(self._inner[goal], self._inside(assumed), without=self._inside(without))

    def slice(self, goals: Iterable[int]) -> Slice:
        """The part of this part that can bear on the goals, which must lie in it (else KeyError)."""
        part = self.core.slice([self._inner[goal] for goal in goals])
        outer = array("i", [self.outer[at] for at in part.outer])
        gates = array("i", [self.gate_numbers[at] for at in part.gate_numbers])
        return Slice(part.core, outer, gates, self._rank)
