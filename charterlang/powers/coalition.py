"""Smallest coalitions: who, acting together, suffices for a goal.

A coalition is a set of leaves, propositions that the caller lets be assumed. It is always subset-minimal: without
any one of its members it fails. Fewest parties are proved where a fixed amount of work allows; of the coalitions of
that size the cheapest is taken, and ties are broken by the keys of the propositions, never by the order in which
they or the rules were added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from charterlang._records import record
from charterlang.powers.circuit import Slice, System
from charterlang.powers.covering import Answer, Option, solve
from charterlang.powers.derivation import taking_part
from charterlang.powers.enumeration import coalitions
from charterlang.powers.modules import doors
from charterlang.powers.nets import Net, Trial, Work, net_of, reduced

Costs = Callable[[int], tuple[int, ...]] | Mapping[int, tuple[int, ...]] | None
WORK = 2_000_000


@record
class Coalition:
    """Leaves that together reach a goal, in the order of their keys; none can be spared.

    `fewest` says that no coalition of fewer parties does it, and that this was proved.
    """

    members: tuple[int, ...]
    fewest: bool


_NOBODY = Coalition((), fewest=True)


@record
class Alternatives:
    """Coalitions that reach a goal, none of which can spare anybody: those of fewest parties first, then the cheapest.

    `complete` says that there are no others.
    """

    coalitions: tuple[Coalition, ...]
    complete: bool


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
    question = _asked(system, goal, leaves, cost, together, work)
    if not isinstance(question, _Question):
        return _NOBODY if question else None
    return question.coalition(*question.answer())


def all_minimal(
    system: System | Slice,
    goal: int,
    leaves: Sequence[int],
    *,
    limit: int = 50,
    cost: Costs = None,
    together: Mapping[int, int] | None = None,
    work: int = WORK,
) -> Alternatives:
    """Up to `limit` coalitions of `leaves` that reach `goal` and can spare nobody, none if all together do not.

    Of a party that `together` makes of several leaves, no leaf is listed where another that it implies would do.
    `cost` and `work` are as for `smallest`. If not all can be listed, coalitions of one party and a smallest one, as
    far as the work reaches, are among those that are.
    """
    question = _asked(system, goal, leaves, cost, together, work)
    if not isinstance(question, _Question):
        return Alternatives((_NOBODY,) if question else (), complete=True)
    members, proved = question.answer()
    smallest_one = question.coalition(members, proved)
    if not question.whole:
        return Alternatives((smallest_one,), complete=False)
    # the proof of fewest may have used up the work; the list has as much of its own
    found = coalitions(question.net, question.prices, question.of_party, members, limit, Work(work))
    fewest = question.parties(members) if smallest_one.fewest else 0

    def order(nodes: tuple[int, ...]) -> tuple[int, list[int], tuple[int, ...]]:
        costs = zip(*(question.prices[node][1:] for node in nodes), strict=True)
        return question.parties(nodes), [sum(items) for items in costs], nodes

    listed = sorted(found.coalitions, key=order)
    return Alternatives(
        tuple(question.coalition(nodes, question.parties(nodes) == fewest) for nodes in listed), found.complete
    )


def singles(system: System | Slice, goal: int, leaves: Sequence[int]) -> list[int]:
    """The leaves that reach the goal alone, in the order of their keys; all of them, if it holds without any."""
    question = _asked(system, goal, leaves, None, None, None)
    if not isinstance(question, _Question):
        return sorted(set(leaves), key=system.rank) if question else []
    trial = Trial(question.net, question.budget)
    found = []
    for node in sorted(question.net.leaves):
        if trial.assume([node]):
            found.append(node)
        trial.undo()
    return list(question.named(found))


@record
class _Question:
    """A net to search: the names of its core's leaves, what each leaf node costs and the first node of its party.

    `whole` says that the net gives the answer of the whole system; otherwise it was too large, and the net is made
    of the parties who take part in one derivation.
    """

    net: Net
    names: dict[int, int]
    prices: dict[int, tuple[int, ...]]
    of_party: dict[int, int]
    budget: Work
    whole: bool

    def named(self, nodes: Iterable[int]) -> tuple[int, ...]:
        """The leaves that nodes of the net stand for."""
        return tuple(self.names[self.net.leaves[node]] for node in nodes)

    def parties(self, nodes: Iterable[int]) -> int:
        """How many parties the nodes belong to."""
        return len({self.of_party[node] for node in nodes})

    def coalition(self, nodes: Sequence[int], fewest: bool) -> Coalition:
        """The coalition of the leaves that nodes stand for; where one party does it alone, none needs fewer."""
        return Coalition(self.named(nodes), fewest or self.parties(nodes) == 1)

    def answer(self) -> tuple[list[int], bool]:
        """The nodes of a smallest coalition as far as the work reaches, and whether fewest parties are proved."""
        answer = _solved(self.net, self.prices, self.of_party, self.budget)
        return self._without_spare(answer.members), answer.fewest and self.whole

    def _without_spare(self, members: Sequence[int]) -> list[int]:
        """The members less those whom their own party's other leaves make needless.

        The search counts parties and climbs within each from the weakest leaf; two leaves of one party that do not
        imply each other may both have been taken where one is enough.
        """
        kept = list(members)
        several = Counter(self.of_party[node] for node in members)
        trial = Trial(self.net, self.budget)
        for node in sorted((node for node in members if several[self.of_party[node]] > 1), reverse=True):
            fewer = [other for other in kept if other != node]
            trial.undo()
            if trial.assume(fewer):
                kept = fewer
        return kept


def _asked(
    system: System | Slice,
    goal: int,
    leaves: Sequence[int],
    cost: Costs,
    together: Mapping[int, int] | None,
    work: int | None,
) -> _Question | bool:
    """The question cut down to a net; True if the goal holds without any leaf, False if not even with all.

    Without `work` no net is too large.
    """
    core = system.core
    names = {local: leaf for leaf in leaves if (local := system.local(leaf)) is not None}
    target = system.local(goal)
    if target is None:
        raise ValueError("the goal lies outside the slice")
    closure = core.closure(names)
    if target not in closure:
        return False
    if core.holds(target, ()):
        return True
    most = None if work is None else work // 20  # a net costs that much to make
    net = reduced(core, target, names, closure, most)
    whole = net is not None
    if net is None:
        tied = together or {}
        used = taking_part(core, target, closure)
        parties = {tied[names[local]] for local in used if names[local] in tied}
        some = [local for local, leaf in names.items() if local in used or tied.get(leaf) in parties]
        net = reduced(core, target, some, core.closure(some))
        assert net is not None
    prices = {node: (1, *_cost(cost, names[leaf])) for node, leaf in net.leaves.items()}
    return _Question(net, names, prices, _parties(net, names, together or {}), Work(work or 0), whole)


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
