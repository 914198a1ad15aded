"""The parts of the search for smallest coalitions, each by itself."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from charterlang.powers.circuit import SystemBuilder
from charterlang.powers.hitting import Cost, Cut, cheapest_choice, plus
from charterlang.powers.modules import doors
from charterlang.powers.nets import Trial, Work, net_of, reduced

from .systems import Plain, numbers, plain_systems

MUCH = 1_000_000


@st.composite
def ladders_and_cuts(draw: st.DrawFn) -> tuple[list[list[Cost]], list[Cut]]:
    ladders = []
    for _ in range(draw(st.integers(1, 4))):
        climb: list[Cost] = [(0, 0)]
        for _ in range(draw(st.integers(1, 3))):
            climb.append(plus(climb[-1], (draw(st.integers(0, 2)), draw(st.integers(0, 2)))))
        ladders.append(climb)
    rung = st.integers(0, len(ladders) - 1).flatmap(
        lambda ladder: st.tuples(st.just(ladder), st.integers(1, len(ladders[ladder]) - 1))
    )
    cut = st.lists(rung, min_size=1, max_size=4, unique_by=lambda item: item[0]).map(lambda rungs: tuple(sorted(rungs)))
    return ladders, draw(st.lists(cut, max_size=6))


@given(ladders_and_cuts(), st.tuples(st.integers(0, 9), st.integers(0, 9)))
def test_the_cheapest_choice_is_the_cheapest_of_all(case: tuple[list[list[Cost]], list[Cut]], bound: Cost):
    ladders, cuts = case

    def cost(choice: tuple[int, ...]) -> Cost:
        total: Cost = (0, 0)
        for ladder, rungs in zip(ladders, choice, strict=True):
            total = plus(total, ladder[rungs])
        return total

    every = [
        choice
        for choice in product(*(range(len(ladder)) for ladder in ladders))
        if all(any(choice[ladder] >= rungs for ladder, rungs in cut) for cut in cuts)
    ]
    least = min(map(cost, every))
    found = cheapest_choice(ladders, cuts, (0, 0), bound, Work(MUCH))
    if least < bound:
        assert found is not None
        assert tuple(found) in every
        assert cost(tuple(found)) == least
    else:
        assert found is None


def test_a_door_is_what_everything_behind_it_must_pass():
    """Board 2 has a member who also sits in board 3: neither is a module, board 1 and what both lead to are."""
    goal, first, second, third, both = range(5)
    gates = [
        [(2, ((first, 1), (both, 1)))],
        [(1, ((5, 1), (6, 1)))],
        [(1, ((7, 1), (8, 1)))],
        [(1, ((8, 1), (9, 1)))],
        [(2, ((second, 1), (third, 1)))],
        *([] for _ in range(5)),
    ]
    net = net_of(goal, gates, {node: node for node in range(5, 10)})
    assert doors(net, {node: node for node in range(5, 10)}) == [first, both, goal]


def test_a_party_with_a_leaf_in_each_of_two_parts_ties_them_together():
    goal, first, second = range(3)
    gates = [[(2, ((first, 1), (second, 1)))], [(1, ((3, 1), (4, 1)))], [(1, ((5, 1), (6, 1)))], [], [], [], []]
    net = net_of(goal, gates, {node: node for node in range(3, 7)})
    assert doors(net, {3: 3, 4: 4, 5: 5, 6: 6}) == [first, second, goal]
    assert doors(net, {3: 3, 4: 4, 5: 3, 6: 6}) == [goal]


def test_a_cycle_stays_in_one_module():
    goal, one, other = range(3)
    gates = [[(1, ((one, 1),))], [(1, ((other, 1), (3, 1)))], [(1, ((one, 1), (4, 1)))], [], []]
    assert doors(net_of(goal, gates, {3: 3, 4: 4}), {3: 3, 4: 4}) == [one, goal]


def test_names_and_needless_rules_leave_the_net():
    make = SystemBuilder()
    at = {name: make.proposition(name) for name in ("act", "ann", "board", "consent", "seat", "zero")}
    make.rule(at["seat"], [at["ann"]])
    make.rule(at["board"], [at["seat"]])
    make.rule(at["act"], [at["board"]])
    make.rule(at["act"], [at["board"], at["consent"]])
    make.rule(at["act"], [at["zero"]])
    system = make.freeze()
    leaves = [at["ann"], at["consent"]]
    net = reduced(system, at["act"], leaves, system.closure(leaves))
    assert net is not None
    assert (len(net), list(net.leaves.values())) == (1, [at["ann"]])
    assert reduced(system, at["act"], leaves, system.closure(leaves), most=2) is None


@given(plain_systems(), st.data())
def test_a_net_answers_as_its_system_does_and_takes_back_what_was_tried(plain: Plain, data: st.DataObject):
    if "goal" not in plain.follows(plain.leaves) or "goal" in plain.follows([]):
        return
    system = plain.built()
    leaves = numbers(system, plain.leaves)
    net = reduced(system, numbers(system, ["goal"])[0], leaves, system.closure(leaves))
    assert net is not None
    node_of = {leaf: node for node, leaf in net.leaves.items()}
    trial = Trial(net, Work(MUCH))
    for _ in range(3):
        some = data.draw(st.sets(st.sampled_from(plain.leaves)))
        nodes = [node_of[leaf] for leaf in numbers(system, some) if leaf in node_of]
        if not trial.assume(nodes[:1]):
            mark = trial.mark()
            trial.assume(node_of.values())
            trial.undo(mark)
        assert trial.assume(nodes) == ("goal" in plain.follows(some))
        trial.undo()
