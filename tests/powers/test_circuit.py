"""The power system: what follows from what, and that nothing else does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charterlang.powers.circuit import System, SystemBuilder

from .systems import Plain, names, numbers, plain_systems


def board_of_three() -> tuple[System, dict[str, int]]:
    """Two of three seats hold the board; who holds the board fills the third seat."""
    make = SystemBuilder()
    at = {name: make.proposition(name) for name in ("ann", "ben", "third seat", "board", "nobody")}
    make.threshold(at["board"], [(at["ann"], 1), (at["ben"], 1), (at["third seat"], 1)], 2, label="two of three")
    make.rule(at["third seat"], [at["board"]], label="the board fills it")
    return make.freeze(), at


def test_a_threshold_holds_once_enough_of_its_inputs_do():
    system, at = board_of_three()
    assert not system.holds(at["board"], [at["ann"]])
    assert system.holds(at["board"], [at["ann"], at["ben"]])


def test_nobody_controls_himself_into_existence():
    make = SystemBuilder()
    egg, hen = make.proposition("egg"), make.proposition("hen")
    make.rule(egg, [hen])
    make.rule(hen, [egg])
    make.rule(hen, [hen])
    system = make.freeze()
    assert len(system.closure([])) == 0
    assert names(system, system.closure([hen])) == {"egg", "hen"}


def test_a_fact_holds_without_anybody():
    make = SystemBuilder()
    law, reach, free = make.proposition("law"), make.proposition("reach"), make.proposition("free")
    make.rule(law, [], label="statute")
    make.rule(reach, [law])
    make.threshold(free, [(law, 1)], 0)
    system = make.freeze()
    assert names(system, system.closure([])) == {"law", "reach", "free"}


def test_a_closure_tells_what_derived_each_proposition_first():
    system, at = board_of_three()
    closure = system.closure([at["ben"], at["ann"]])
    assert [system.key(proposition) for proposition in closure] == ["ann", "ben", "board", "third seat"]
    assert closure.cause(at["ann"]) is None
    cause = closure.cause(at["board"])
    assert cause is not None
    assert system.gate(cause).label == "two of three"
    assert closure.place(at["board"]) == 2
    assert at["nobody"] not in closure
    with pytest.raises(KeyError):
        closure.cause(at["nobody"])


def test_a_party_taken_out_holds_nothing_even_if_assumed():
    system, at = board_of_three()
    assert names(system, system.closure([at["ann"], at["ben"]], without=[at["ben"]])) == {"ann"}
    assert not system.holds(at["board"], [at["ann"], at["ben"]], without={at["board"]})


def test_one_key_is_one_proposition():
    make = SystemBuilder()
    assert make.proposition(("party", "fund-a")) == make.proposition(("party", "fund-a"))
    system = make.freeze()
    assert system.index(("party", "fund-a")) == 0
    assert system.index(("party", "fund-b")) is None
    assert len(system) == 1


def test_an_input_named_twice_weighs_twice_in_a_threshold_and_once_in_a_rule():
    make = SystemBuilder()
    ann, twice, once = make.proposition("ann"), make.proposition("twice"), make.proposition("once")
    make.threshold(twice, [(ann, 1), (ann, 1)], 2)
    make.rule(once, [ann, ann])
    system = make.freeze()
    assert system.holds(twice, [ann])
    assert system.holds(once, [ann])


def test_weights_must_be_positive():
    make = SystemBuilder()
    with pytest.raises(ValueError, match="positive"):
        make.threshold(make.proposition("x"), [(make.proposition("y"), 0)], 1)


def test_weights_may_be_as_large_as_share_registers_make_them():
    make = SystemBuilder()
    fund, staff, board = make.proposition("fund"), make.proposition("staff"), make.proposition("board")
    make.threshold(board, [(fund, 6_000_000_000), (staff, 5_999_999_999)], 6_000_000_000)
    system = make.freeze()
    assert system.holds(board, [fund])
    assert not system.holds(board, [staff])


def test_a_builder_can_go_on_after_a_freeze():
    make = SystemBuilder()
    ann, board = make.proposition("ann"), make.proposition("board")
    before = make.freeze()
    make.rule(board, [ann])
    assert not before.holds(board, [ann])
    assert make.freeze().holds(board, [ann])


def test_a_slice_keeps_what_bears_on_its_goals_and_the_numbers_of_the_whole():
    system, at = board_of_three()
    part = system.slice([at["board"]])
    assert at["nobody"] not in part
    assert part.index("nobody") is None
    assert part.index("ben") == at["ben"]
    assert part.key(at["ben"]) == "ben"
    assert len(part) == 4
    closure = part.closure([at["nobody"], at["ben"], at["ann"]])
    whole = system.closure([at["ben"], at["ann"]])
    assert list(closure) == list(whole)
    assert closure.cause(at["board"]) == whole.cause(at["board"])
    with pytest.raises(KeyError):
        part.holds(at["nobody"], [])


@given(plain_systems(), st.data())
def test_the_closure_is_the_least_fixpoint(plain: Plain, data: st.DataObject):
    system = plain.built()
    assumed = data.draw(st.sets(st.sampled_from(plain.leaves + plain.nodes)))
    without = data.draw(st.sets(st.sampled_from(plain.leaves + plain.nodes), max_size=2))
    expected = plain.follows(assumed, without)
    assert names(system, system.closure(numbers(system, assumed), without=numbers(system, without))) == expected
    goal = numbers(system, ["goal"])[0]
    assert system.holds(goal, numbers(system, assumed), without=numbers(system, without)) == ("goal" in expected)


@given(plain_systems(), st.data())
def test_more_assumptions_never_take_anything_away(plain: Plain, data: st.DataObject):
    system = plain.built()
    some = data.draw(st.sets(st.sampled_from(plain.leaves)))
    more = some | data.draw(st.sets(st.sampled_from(plain.leaves)))
    less_follows = names(system, system.closure(numbers(system, some)))
    assert less_follows <= names(system, system.closure(numbers(system, more)))


@given(plain_systems(), st.data())
def test_a_slice_and_a_slice_of_a_slice_answer_for_the_whole(plain: Plain, data: st.DataObject):
    system = plain.built()
    goals = data.draw(st.sets(st.sampled_from(plain.leaves + plain.nodes), min_size=1))
    inner = data.draw(st.sampled_from(sorted(goals)))
    assumed = numbers(system, data.draw(st.sets(st.sampled_from(plain.leaves))))
    part = system.slice(numbers(system, goals))
    for goal in numbers(system, goals):
        assert part.holds(goal, assumed) == system.holds(goal, assumed)
    number = numbers(system, [inner])[0]
    smaller = part.slice([number])
    assert smaller.holds(number, assumed) == system.holds(number, assumed)
    assert set(smaller.closure(assumed)) == set(system.closure(assumed)) & set(map(smaller.name, range(len(smaller))))


@given(plain_systems())
@settings(max_examples=50)
def test_the_order_of_writing_changes_nothing(plain: Plain):
    one, other = plain.built(), plain.built(backwards=True)

    def told(system: System) -> tuple[object, ...]:
        gates = [system.gate(number) for number in range(system.gates)]
        closure = system.closure(numbers(system, plain.leaves[::2]))
        return (
            [(gate.label, [(system.key(source), weight) for source, weight in gate.inputs]) for gate in gates],
            [(system.key(proposition), closure.cause(proposition)) for proposition in closure],
        )

    assert told(one) == told(other)
