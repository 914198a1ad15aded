"""Threshold gates in flat arrays of machine integers: their canonical order, and who reads what.

A million inputs in Python tuples would cost hundreds of megabytes and a walk over scattered objects; as arrays they
are read in the order in which they lie, at less than half the time.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Hashable
from itertools import accumulate, groupby, pairwise

from charterlang._records import record


@record
class Gate:
    """One rule as evidence: `head` holds when the weights of the `inputs` that hold reach `need`.

    `inputs` are pairs of a proposition and its weight, in the order of their keys.
    """

    label: object
    head: int
    inputs: tuple[tuple[int, int], ...]
    need: int


@record
class Gates:
    """Many gates: `inputs[start[g]:start[g + 1]]` are those of gate g, `weights` beside them.

    `heads`, `needs` and `labels` go by gate. Needs and weights are 64 bits wide, everything else 32.
    """

    heads: array[int]
    needs: array[int]
    start: array[int]
    inputs: array[int]
    weights: array[int]
    labels: list[object]


@record
class Readers:
    """The same, turned round: `gates[start[p]:start[p + 1]]` read proposition p, with these `weights`."""

    start: array[int]
    gates: array[int]
    weights: array[int]


def ranks(keys: list[Hashable]) -> tuple[list[int], array[int]]:
    """The propositions sorted by the text of their keys, and the place of each."""
    texts = [repr(key) for key in keys]
    by_key = sorted(range(len(keys)), key=texts.__getitem__)
    rank = array("i", bytes(4 * len(keys)))
    for place, number in enumerate(by_key):
        rank[number] = place
    return by_key, rank


def canonical(gates: Gates, by_key: list[int], rank: array[int], without: Collection[int] = ()) -> Gates:
    """The same gates and inputs, but those left out, in an order that depends on nothing but what they say.

    Gates stand by the rank of their head, so all that derive one proposition stand together; then by need, inputs,
    weights and label. Inputs stand by their rank.
    """
    start, heads = gates.start, gates.heads
    ranked, weights = array("i", map(rank.__getitem__, gates.inputs)), gates.weights[:]
    for begin, end in pairwise(start):
        if end - begin > 1:
            _sort_inputs(ranked, weights, begin, end)

    def content(gate: int) -> tuple[int, bytes, bytes]:
        begin, end = start[gate], start[gate + 1]
        return gates.needs[gate], ranked[begin:end].tobytes(), weights[begin:end].tobytes()

    order: list[int] = []
    places = list(map(rank.__getitem__, heads))
    kept = [gate for gate in range(len(heads)) if gate not in without] if without else range(len(heads))
    for _, group in groupby(sorted(kept, key=places.__getitem__), key=heads.__getitem__):
        several = list(group)
        if len(several) > 1:
            contents = {gate: content(gate) for gate in several}
            if len(set(contents.values())) == len(several):
                several.sort(key=contents.__getitem__)
            else:  # only the labels, which are slow to read, tell them apart
                several.sort(key=lambda gate: (contents[gate], repr(gates.labels[gate])))
        order += several

    inputs, input_weights = array("i"), array("q")
    for gate in order:
        inputs.extend(ranked[start[gate] : start[gate + 1]])
        input_weights.extend(weights[start[gate] : start[gate + 1]])
    return Gates(
        heads=array("i", map(heads.__getitem__, order)),
        needs=array("q", map(gates.needs.__getitem__, order)),
        start=array("i", accumulate((start[gate + 1] - start[gate] for gate in order), initial=0)),
        inputs=array("i", map(by_key.__getitem__, inputs)),
        weights=input_weights,
        labels=[gates.labels[gate] for gate in order],
    )


def _sort_inputs(ranked: array[int], weights: array[int], begin: int, end: int) -> None:
    """Put the inputs of one gate into the order of their ranks, in place."""
    members, heavy = ranked[begin:end].tolist(), weights[begin:end].tolist()
    if members != sorted(members):
        pairs = sorted(zip(members, heavy, strict=True))
        ranked[begin:end] = array("i", [member for member, _ in pairs])
        weights[begin:end] = array("q", [weight for _, weight in pairs])


def readers(total: int, gates: Gates) -> Readers:
    """For each of `total` propositions the gates that read it."""
    counts = array("i", bytes(4 * (total + 1)))
    for proposition in gates.inputs:
        counts[proposition + 1] += 1
    start = array("i", accumulate(counts))
    free = start[:]
    found, found_weights = array("i", bytes(4 * len(gates.inputs))), array("q", bytes(8 * len(gates.inputs)))
    inputs, weights = gates.inputs, gates.weights
    for gate, (begin, end) in enumerate(pairwise(gates.start)):
        for at in range(begin, end):
            proposition = inputs[at]
            place = free[proposition]
            free[proposition] = place + 1
            found[place] = gate
            found_weights[place] = weights[at]
    return Readers(start, found, found_weights)
