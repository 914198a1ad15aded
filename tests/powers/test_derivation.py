"""Evidence: proofs that can be replayed step by step, with nothing in them that is not needed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charterlang.powers.circuit import SystemBuilder
from charterlang.powers.derivation import Step, explain

from .systems import Plain, numbers, plain_systems


def in_short(steps: tuple[Step, ...]) -> list[str]:
    return [
        f"{step.head} assumed" if step.assumed else f"{step.label}: {step.head} from {step.inputs}" for step in steps
    ]


def test_a_proof_reads_from_the_assumptions_to_the_goal():
    make = SystemBuilder()
    fund, holder, board, act = (make.proposition(name) for name in ("fund-a", "holder", "board", "relicense"))
    seats = [make.proposition(f"seat {number}") for number in range(1, 6)]
    make.threshold(holder, [(fund, 60), (make.proposition("fund-b"), 40)], 51, label="votes")
    for seat in seats[:3]:
        make.rule(seat, [holder], label="appoints")
    make.threshold(board, [(seat, 1) for seat in seats], 3, label="majority")
    make.rule(act, [board], label="may")
    assert in_short(explain(make.freeze(), act, [fund])) == [
        "fund-a assumed",
        "votes: holder from ('fund-a',)",
        "appoints: seat 1 from ('holder',)",
        "appoints: seat 2 from ('holder',)",
        "appoints: seat 3 from ('holder',)",
        "majority: board from ('seat 1', 'seat 2', 'seat 3')",
        "may: relicense from ('board',)",
    ]


def test_the_shorter_of_two_proofs_is_told():
    make = SystemBuilder()
    ann, act = make.proposition("ann"), make.proposition("act")
    one, two = make.proposition("one"), make.proposition("two")
    make.rule(one, [ann], label="first")
    make.rule(two, [ann], label="also")
    make.rule(act, [one, two], label="long")
    make.threshold(act, [(two, 1), (make.proposition("ben"), 1)], 1, label="short")
    assert in_short(explain(make.freeze(), act, [ann])) == [
        "ann assumed",
        "also: two from ('ann',)",
        "short: act from ('two',)",
    ]


def test_a_fact_is_a_step_without_inputs_that_nobody_assumed():
    make = SystemBuilder()
    law, act = make.proposition("law"), make.proposition("act")
    make.rule(law, [], label="statute")
    make.rule(act, [law], label="follows")
    assert in_short(explain(make.freeze(), act, [])) == ["statute: law from ()", "follows: act from ('law',)"]


def test_what_does_not_follow_has_no_proof():
    make = SystemBuilder()
    ann, act = make.proposition("ann"), make.proposition("act")
    with pytest.raises(ValueError, match="does not follow"):
        explain(make.freeze(), act, [ann])


@given(plain_systems(), st.data())
def test_a_proof_can_be_replayed_and_nothing_in_it_can_be_left_out(plain: Plain, data: st.DataObject):
    assumed = data.draw(st.sets(st.sampled_from(plain.leaves)))
    if "goal" not in plain.follows(assumed):
        assumed = set(plain.leaves)
    if "goal" not in plain.follows(assumed):
        return
    system = plain.built()
    goal = numbers(system, ["goal"])[0]
    steps = explain(system.slice([goal]) if data.draw(st.booleans()) else system, goal, numbers(system, assumed))
    holds: set[str] = set()
    used: set[str] = set()
    for step in steps:
        head, inputs = str(step.head), {str(name) for name in step.inputs}
        assert system.key(step.proposition) == head
        assert head not in holds
        assert inputs <= holds
        if step.assumed:
            assert head in assumed
            assert not inputs
        else:
            rule = next(rule for rule in plain.rules if f"{rule[0]} by {rule[1]} {rule[2]}" == step.label)
            weights = [(name, weight) for name, weight in rule[1] if name in inputs]
            assert rule[0] == head
            assert sum(weight for _, weight in weights) >= rule[2]
            for spared in inputs:
                assert sum(weight for name, weight in weights if name != spared) < rule[2]
        holds.add(head)
        used |= inputs
    assert steps[-1].head == "goal"
    assert used | {"goal"} == holds


@given(plain_systems())
@settings(max_examples=60)
def test_the_order_of_writing_changes_no_proof(plain: Plain):
    if "goal" not in plain.follows(plain.leaves):
        return
    told = []
    for backwards in (False, True):
        system = plain.built(backwards=backwards)
        steps = explain(system, numbers(system, ["goal"])[0], numbers(system, plain.leaves))
        told.append([(step.label, step.head, step.inputs) for step in steps])
    assert told[0] == told[1]
