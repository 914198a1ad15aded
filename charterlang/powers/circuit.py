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
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise


@dataclass(frozen=True, slots=True)
class Gate:
    """One rule as evidence: `head` holds when the weights of the `inputs` that hold reach `need`.

    `inputs` are pairs of a proposition and its weight, in the order of their keys.
    """

    label: object
    head: int
    inputs: tuple[tuple[int, int], ...]
    need: int


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

    __slots__ = ("_bodies", "_heads", "_keys", "_labels", "_needs", "_numbers", "_sizes", "_weights")

    def __init__(self) -> None:
        """Begin with nothing."""
        self._numbers: dict[Hashable, int] = {}
        self._keys: list[Hashable] = []
        self._heads = array("i")
        self._needs = array("q")
        self._sizes = array("i")
        self._bodies = array("i")
        self._weights = array("q")
        self._labels: list[object] = []

    def proposition(self, key: Hashable) -> int:
        """The number of the proposition with this key, made if it is new."""
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._keys)
            self._keys.append(key)
        return number

    def rule(self, head: int, body: Sequence[int], *, label: object = None) -> None:
        """`head` holds if all of `body` hold; an empty body makes it a fact."""
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

    def freeze(self) -> System:
        """The system of all propositions and rules added so far; more may be added and frozen again."""
        total = len(self._keys)
        texts = [repr(key) for key in self._keys]
        by_key = sorted(range(total), key=texts.__getitem__)
        rank = array("i", bytes(4 * total))
        for place, number in enumerate(by_key):
            rank[number] = place
        starts = array("i", accumulate(self._sizes, initial=0))
        ranked = array("i", map(rank.__getitem__, self._bodies))
        weights = self._weights[:]
        for begin, end in pairwise(starts):
            if end - begin > 1:
                _sort_inputs(ranked, weights, begin, end)
        gates = self._canonical(rank, starts, ranked, weights)
        body_start = array("i", accumulate(map(self._sizes.__getitem__, gates), initial=0))
        ordered, ordered_weights = array("i"), array("q")
        for gate in gates:
            ordered.extend(ranked[starts[gate] : starts[gate + 1]])
            ordered_weights.extend(weights[starts[gate] : starts[gate + 1]])
        inputs = array("i", map(by_key.__getitem__, ordered))
        parts = _Parts(
            keys=tuple(self._keys),
            rank=rank,
            heads=array("i", map(self._heads.__getitem__, gates)),
            needs=array("q", map(self._needs.__getitem__, gates)),
            body_start=body_start,
            inputs=inputs,
            weights=ordered_weights,
            labels=list(map(self._labels.__getitem__, gates)),
        )
        return System(parts, *_readers(total, body_start, inputs, ordered_weights))

    def _canonical(self, rank: array[int], starts: array[int], ranked: array[int], weights: array[int]) -> list[int]:
        """The gates in an order that depends on what they say only."""
        heads, needs, labels = self._heads, self._needs, self._labels
        gates = sorted(range(len(heads)), key=lambda gate: rank[heads[gate]])

        def content(gate: int) -> tuple[int, bytes, bytes]:
            begin, end = starts[gate], starts[gate + 1]
            return needs[gate], ranked[begin:end].tobytes(), weights[begin:end].tobytes()

        result: list[int] = []
        for _, group in groupby(gates, key=heads.__getitem__):
            several = list(group)
            if len(several) > 1:
                contents = {gate: content(gate) for gate in several}
                if len(set(contents.values())) == len(several):
                    several.sort(key=contents.__getitem__)
                else:  # only labels, which are slow to read, tell them apart
                    several.sort(key=lambda gate: (contents[gate], repr(labels[gate])))
            result += several
        return result


@dataclass(frozen=True, slots=True)
class _Parts:
    """The arrays of a system: keys and ranks by proposition, the rest by gate; gates in canonical order."""

    keys: tuple[Hashable, ...]
    rank: array[int]
    heads: array[int]
    needs: array[int]
    body_start: array[int]
    inputs: array[int]
    weights: array[int]
    labels: list[object]


class System:
    """An immutable system of propositions and gates; made by `SystemBuilder.freeze`.

    Propositions are the builder's numbers. Gates have numbers of their own, given in canonical order, so that all
    gates with one head stand together.
    """

    __slots__ = (
        "_body_start",
        "_facts",
        "_first",
        "_heads",
        "_inputs",
        "_labels",
        "_last",
        "_needs",
        "_numbers",
        "_rank",
        "_reader_start",
        "_reader_weights",
        "_readers",
        "_weights",
        "keys",
    )

    def __init__(
        self, parts: _Parts, reader_start: array[int], readers: array[int], reader_weights: array[int]
    ) -> None:
        """Take the gates, and for each proposition the gates that read it and how much it weighs in them."""
        self.keys = parts.keys
        self._numbers: dict[Hashable, int] | None = None
        self._rank = parts.rank
        self._heads = parts.heads
        self._needs = parts.needs
        self._body_start = parts.body_start
        self._inputs = parts.inputs
        self._weights = parts.weights
        self._labels = parts.labels
        self._reader_start = reader_start
        self._readers = readers
        self._reader_weights = reader_weights
        total = len(self.keys)
        self._first = array("i", bytes(4 * total))
        self._last = array("i", bytes(4 * total))
        previous = -1
        for gate, head in enumerate(self._heads):
            if head != previous:
                self._first[head] = gate
                previous = head
            self._last[head] = gate + 1
        self._facts = array("i", [gate for gate, need in enumerate(self._needs) if need <= 0])

    def __len__(self) -> int:
        """How many propositions there are."""
        return len(self.keys)

    @property
    def gates(self) -> int:
        """How many gates there are; they are numbered from zero."""
        return len(self._heads)

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

    def gate(self, number: int) -> Gate:
        """One gate, as evidence."""
        begin, end = self._body_start[number], self._body_start[number + 1]
        inputs = tuple(zip(self._inputs[begin:end], self._weights[begin:end], strict=True))
        return Gate(self._labels[number], self._heads[number], inputs, self._needs[number])

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
        heads, needs = self._heads, self._needs
        for gate in self._facts:
            head = heads[gate]
            if not state[head]:
                state[head] = 1
                derive(head)
                because(gate)
        if goal >= 0 and state[goal]:
            return Closure(order, causes)
        starts, readers, reader_weights = self._reader_start, self._readers, self._reader_weights
        reached: dict[int, int] = {}  # for each gate under way, the weight of its inputs that hold
        so_far = reached.get
        for proposition in order:
            begin = starts[proposition]
            end = starts[proposition + 1]
            for gate, weight in zip(readers[begin:end], reader_weights[begin:end], strict=True):
                head = heads[gate]
                if state[head]:
                    continue
                total = so_far(gate, 0) + weight
                if total >= needs[gate]:
                    state[head] = 1
                    derive(head)
                    because(gate)
                    if head == goal:
                        return Closure(order, causes)
                else:
                    reached[gate] = total
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
        first, last, starts, inputs = self._first, self._last, self._body_start, self._inputs
        for proposition in found:
            for needed in inputs[starts[first[proposition]] : starts[last[proposition]]]:
                if not state[needed]:
                    state[needed] = 1
                    add(needed)
        found.sort(key=self._rank.__getitem__)
        return found

    def slice(self, goals: Iterable[int]) -> Slice:
        """The part of the system that can bear on the goals: their cone and all gates that derive within it."""
        cone = self.cone(goals)
        inner = {proposition: number for number, proposition in enumerate(cone)}
        first, last, starts = self._first, self._last, self._body_start
        heads, needs, weights, inputs = array("i"), array("q"), array("q"), array("i")
        body_start, gates, labels = array("i", [0]), array("i"), list[object]()
        inner_gate = array("i", [-1]) * len(self._heads)
        for number, proposition in enumerate(cone):
            begin, end = first[proposition], last[proposition]
            if begin == end:
                continue
            inner_gate[begin:end] = array("i", range(len(gates), len(gates) + end - begin))
            gates.extend(range(begin, end))
            heads.extend([number] * (end - begin))
            needs.extend(self._needs[begin:end])
            labels += self._labels[begin:end]
            low, high = starts[begin], starts[end]
            shift = len(inputs) - low
            body_start.extend([at + shift for at in starts[begin + 1 : end + 1]])
            inputs.extend(map(inner.__getitem__, self._inputs[low:high]))
            weights.extend(self._weights[low:high])
        reader_start, readers, reader_weights = array("i", [0]), array("i"), array("q")
        for proposition in cone:
            low, high = self._reader_start[proposition], self._reader_start[proposition + 1]
            reading = list(map(inner_gate.__getitem__, self._readers[low:high]))
            if -1 in reading:
                chosen = [at for at, gate in enumerate(reading, low) if gate >= 0]
                readers.extend([reading[at - low] for at in chosen])
                reader_weights.extend([self._reader_weights[at] for at in chosen])
            else:
                readers.extend(reading)
                reader_weights.extend(self._reader_weights[low:high])
            reader_start.append(len(readers))
        keys = tuple(map(self.keys.__getitem__, cone))
        ranks = array("i", range(len(cone)))
        parts = _Parts(keys, ranks, heads, needs, body_start, inputs, weights, labels)
        return Slice(System(parts, reader_start, readers, reader_weights), array("i", cone), inner, gates)


class Slice:
    """A part of a system that answers for the whole, as long as only its goals are asked for.

    Numbers of propositions and gates are those of the whole system everywhere. Assumptions outside the slice are
    welcome: they cannot bear on the goals and are left aside. `system` is the part as a system of its own, in which
    propositions are numbered in the order of their keys; `outer` and `inner` translate.
    """

    __slots__ = ("gate_numbers", "inner", "outer", "system")

    def __init__(self, system: System, outer: array[int], inner: dict[int, int], gate_numbers: array[int]) -> None:
        """Keep the part and what its numbers are called in the whole."""
        self.system = system
        self.outer = outer
        self.inner = inner
        self.gate_numbers = gate_numbers

    def __len__(self) -> int:
        """How many propositions the slice has."""
        return len(self.outer)

    def __contains__(self, proposition: object) -> bool:
        """Whether a proposition of the whole system lies in the slice."""
        return proposition in self.inner

    def key(self, proposition: int) -> Hashable:
        """The key of a proposition in the slice; raises KeyError outside."""
        return self.system.keys[self.inner[proposition]]

    def index(self, key: Hashable) -> int | None:
        """The number of the proposition with this key, None if it does not lie in the slice."""
        number = self.system.index(key)
        return None if number is None else self.outer[number]

    def _local(self, propositions: Iterable[int]) -> list[int]:
        inner = self.inner
        return [inner[proposition] for proposition in propositions if proposition in inner]

    def closure(self, assumed: Iterable[int], *, without: Iterable[int] = ()) -> Closure:
        """What follows from `assumed` within the slice."""
        found = self.system.closure(self._local(assumed), without=self._local(without))
        outer, gates = self.outer, self.gate_numbers
        return Closure([outer[at] for at in found.order], [gates[at] if at >= 0 else -1 for at in found.causes])

    def holds(self, goal: int, assumed: Iterable[int], *, without: Iterable[int] = ()) -> bool:
        """Whether `goal`, which must lie in the slice (else KeyError), follows from `assumed`."""
        return self.system.holds(self.inner[goal], self._local(assumed), without=self._local(without))

    def slice(self, goals: Iterable[int]) -> Slice:
        """The part of this part that can bear on the goals, which must lie in it (else KeyError)."""
        part = self.system.slice([self.inner[goal] for goal in goals])
        outer = array("i", [self.outer[at] for at in part.outer])
        gates = array("i", [self.gate_numbers[at] for at in part.gate_numbers])
        inner = {proposition: number for number, proposition in enumerate(outer)}
        return Slice(part.system, outer, inner, gates)


def _sort_inputs(ranked: array[int], weights: array[int], begin: int, end: int) -> None:
    """Put the inputs of one gate into the order of their ranks, in place."""
    members, heavy = ranked[begin:end].tolist(), weights[begin:end].tolist()
    if members != sorted(members):
        pairs = sorted(zip(members, heavy, strict=True))
        ranked[begin:end] = array("i", [member for member, _ in pairs])
        weights[begin:end] = array("q", [weight for _, weight in pairs])


def _readers(
    total: int, body_start: array[int], inputs: array[int], weights: array[int]
) -> tuple[array[int], array[int], array[int]]:
    """For each of `total` propositions the gates that read it and with what weight: starts, gates, weights."""
    counts = [0] * (total + 1)
    for proposition in inputs:
        counts[proposition + 1] += 1
    starts = array("i", accumulate(counts))
    free = starts.tolist()
    readers = array("i", bytes(4 * len(inputs)))
    reader_weights = array("q", bytes(8 * len(inputs)))
    for gate in range(len(body_start) - 1):
        for at in range(body_start[gate], body_start[gate + 1]):
            proposition = inputs[at]
            place = free[proposition]
            free[proposition] = place + 1
            readers[place] = gate
            reader_weights[place] = weights[at]
    return starts, readers, reader_weights
