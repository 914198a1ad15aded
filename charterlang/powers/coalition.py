"""Smallest coalitions: who, acting together, suffices for a goal.

A coalition is a set of leaves, propositions that the caller lets be assumed. It is always subset-minimal: without
any one of its members it fails. Fewest parties are proved where a fixed amount of work allows; of the coalitions of
that size the cheapest is taken, and ties are broken by the keys of the propositions, never by the order in which
they or the rules were added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from charterlang.powers.circuit import Slice, System
from charterlang.powers.covering import Answer, Option, solve
from charterlang.powers.derivation import taking_part
from charterlang.powers.modules import doors
from charterlang.powers.nets import Net, Trial, Work, net_of, reduced

Costs = Callable[[int], tuple[int, ...]] | Mapping[int, tuple[int, ...]] | None
WORK = 2_000_000


@dataclass(frozen=True, slots=True)
class Coalition:
    """Leaves that together reach a goal, in the order of their keys; none can be spared.

    `fewest` says that no coalition of fewer parties does it, and that this was proved.
    """

    members: tuple[int, ...]
    fewest: bool


def smallest(
    system: System | Slice,
    goal: int,
    leaves: Sequence[int],
    *,
    cost: Costs = None,
    together: Mapping[int, int] | None = None,
    work: int = WORK,
) -> Coalition | None:
    """The smallest coalition of `leaves` that reaches `goal`, None if all of them together do not.

    `cost` gives each leaf a tuple of whole numbers, none negative and all of one length; costs of a coalition are
    sums and compare item by item. Leaves that `together` gives the same number are one party and count once; of the
    leaves of one party the weakest that will do is taken, and a stronger one never counts as cheaper than a weaker
    one that it implies by the rules. `work` bounds the search for a proof of fewest, in steps; when it runs out the
    coalition found still spares nobody.
    """
    core = system.core
    names = {local: leaf for leaf in leaves if (local := system.local(leaf)) is not None}
    target = system.local(goal)
    if target is None:
        raise ValueError("the goal lies outside the slice")
    closure = core.closure(names)
    if target not in closure:
        return None
    if core.holds(target, ()):
        return Coalition((), fewest=True)
    budget = Work(work)
    net = reduced(core, target, names, closure, most=work // 20)  # what a net costs to make
    searched = net is not None
    if net is None:  # too large to search: look among those who take part in one derivation
        some = taking_part(core, target, closure)
        net = reduced(core, target, some, core.closure(some))
        assert net is not None
    of_party = _parties(net, names, together or {})
    prices = {node: (1, *_cost(cost, names[leaf])) for node, leaf in net.leaves.items()}
    answer = _solved(net, prices, of_party, budget)
    members = _without_spare(net, answer.members, of_party)
    return Coalition(
        tuple(names[net.leaves[node]] for node in members),
        fewest=(searched and answer.fewest) or len({of_party[node] for node in members}) == 1,
    )


def singles(system: System | Slice, goal: int, leaves: Sequence[int]) -> list[int]:
    """The leaves that reach the goal alone, in the order of their keys; all of them, if it holds without any."""
    core = system.core
    names = {local: leaf for leaf in leaves if (local := system.local(leaf)) is not None}
    target = system.local(goal)
    if target is None:
        raise ValueError("the goal lies outside the slice")
    closure = core.closure(names)
    if target not in closure:
        return []
    if core.holds(target, ()):
        return sorted(set(leaves), key=system.rank)
    net = reduced(core, target, names, closure)
    assert net is not None
    trial = Trial(net, Work(0))
    found = []
    for node in sorted(net.leaves):
        if trial.assume([node]):
            found.append(names[net.leaves[node]])
        trial.undo()
    return found


def _cost(cost: Costs, leaf: int) -> tuple[int, ...]:
    if cost is None:
        return ()
    return tuple(cost(leaf) if callable(cost) else cost[leaf])


def _parties(net: Net, names: Mapping[int, int], together: Mapping[int, int]) -> dict[int, int]:
    """For each leaf of a net the first leaf of its party."""
    first: dict[int, int] = {}
    result = {}
    for node in sorted(net.leaves):
        leaf = names[net.leaves[node]]
        result[node] = first.setdefault(together[leaf], node) if leaf in together else node
    return result


def _solved(net: Net, prices: Mapping[int, tuple[int, ...]], of_party: Mapping[int, int], work: Work) -> Answer:
    """The answer for a net, its modules solved first; members are nodes of the net."""
    answers: dict[int, Answer] = {}
    for door in doors(net, of_party):
        inside = _module(net, door, answers)
        node_of = {node: place for place, node in enumerate(inside)}
        module = net_of(
            node_of[door],
            [
                []
                if node in answers
                else [(need, tuple((node_of[source], weight) for source, weight in inputs)) for need, inputs in gates]
                for node, gates in ((node, net.rules[node]) for node in inside)
            ],
            {},
        )
        options: dict[int, Option] = {}
        groups: dict[int, list[int]] = {}
        for node, place in node_of.items():
            if node in answers:
                options[place] = Option(answers[node].cost, answers[node].members)
            elif node in prices:
                options[place] = Option(prices[node], (node,))
                groups.setdefault(of_party[node], []).append(place)
        found = solve(module, options, [group for group in groups.values() if len(group) > 1], work)
        proved = found.fewest and all(answers[node].fewest for node in inside if node in answers)
        answers[door] = Answer(found.cost, found.members, proved)
    return answers.get(net.goal) or Answer(prices[net.goal], (net.goal,), fewest=True)


def _module(net: Net, door: int, solved: Mapping[int, Answer]) -> list[int]:
    """The nodes of the module behind a door, in order; modules within it that are solved count as one node."""
    seen = {door}
    found = [door]
    for node in found:
        if node in solved:
            continue
        for _, inputs in net.rules[node]:
            for source, _ in inputs:
                if source not in seen:
                    seen.add(source)
                    found.append(source)
    return sorted(found)


def _without_spare(net: Net, members: Sequence[int], of_party: Mapping[int, int]) -> list[int]:
    """The members less those whom their own party's other leaves make needless.

    The search counts parties and climbs within each from the weakest leaf; two leaves of one party that do not imply
    each other may both have been taken where one is enough.
    """
    kept = list(members)
    several = Counter(of_party[node] for node in members)
    trial = Trial(net, Work(0))
    for node in sorted((node for node in members if several[of_party[node]] > 1), reverse=True):
        fewer = [other for other in kept if other != node]
        trial.undo()
        if trial.assume(fewer):
            kept = fewer
    return kept
