"""The work of the analysis grows as the charter does: counted in rules and steps, never in time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charterlang.model.charter import Charter
from charterlang.model.decisions import Act, Deciding, Power
from charterlang.model.entities import Door, Entity, EntityKind, Holding, MemberClass, Organ, SeatLine, Voting
from charterlang.model.quantities import Duration
from charterlang.model.things import Asset, Commons, Duty, Value
from charterlang.powers.analyse import Analysis
from charterlang.powers.circuit import SystemBuilder
from charterlang.powers.standing import Standing

from .systems import Plain, numbers, plain_systems

KINDS = ("stewardship", "independence", "asset-lock", "community-control")


def federation(locals_: int, *, kinds: tuple[str, ...] = KINDS, strangers: int = 0) -> Charter:
    """Locals with members of their own, each of whom fills a seat on the board of the keeper of a piece of land.

    `strangers` are as many other associations, tied to one another by duties, on whom nothing here depends.
    """
    door = Door(anyone=True, after=Duration(6, "month"))
    entities = {}
    for name in (*(f"local-{at}" for at in range(locals_)), *(f"stranger-{at}" for at in range(strangers))):
        people = MemberClass(f"{name}.people", "people", name, "members", count=200, door=door, voting=Voting("each"))
        entities[name] = Entity(name, EntityKind.ASSOCIATION, classes=(people,))
    seats = tuple(SeatLine(f"local-{at}", "appointed", number=1) for at in range(locals_))
    board = Organ("keeper.board", "board", "keeper", "board", seats=locals_, seat_lines=seats)
    sell = Power("keeper.powers.sell-land", "keeper", Act("sell", "land"), Deciding("keeper.board"))
    entities["keeper"] = Entity(
        "keeper", EntityKind.ASSOCIATION, organs=(board,), powers=(sell,), protects=("commons",)
    )
    duties = tuple(
        Duty(f"stranger-{at}.duties.pay", "pay", f"stranger-{at}", f"stranger-{(at + 1) % strangers}", "")
        for at in range(strangers)
    )
    return Charter(
        "federation",
        values={kind: Value(kind, kind) for kind in kinds},
        commons={"commons": Commons("commons", kind="land", upholds=kinds)},
        assets={"land": Asset("land", "land", of=("commons",), holdings=(Holding("keeper"),))},
        entities=entities,
        duties=duties,
    )


def rules_written(charter: Charter) -> int:
    found = Analysis(charter)
    list(found.values())
    return found.program().system().gates


def test_rules_grow_as_the_federation_does():
    few, more, many = (rules_written(federation(size)) for size in (20, 40, 80))
    assert many - more == 2 * (more - few)


def test_no_rules_are_written_for_what_does_not_bear_on_the_question():
    assert rules_written(federation(20, strangers=200)) == rules_written(federation(20))


def test_values_of_money_and_others_share_their_rules():
    both = Analysis(federation(20))
    list(both.values())
    assert both.program(money=True).system() is both.program(money=False).system()


@pytest.mark.parametrize("size", [20, 40])
def test_breaches_that_come_down_to_one_decision_are_judged_once(size: int):
    found = Analysis(federation(size))
    coalitions = [
        protection.coalition
        for verdict in found.values()
        for protection in verdict.protections
        if protection.act in {Act("convert", "keeper"), Act("merge", "keeper"), Act("act", "keeper")}
        and protection.level is not None
        and protection.coalition
    ]
    assert len(coalitions) > 2
    assert all(coalition is coalitions[0] for coalition in coalitions)
    assert len(coalitions[0]) == size // 2 + 1


@given(plain_systems(), st.data())
def test_the_first_group_that_is_enough_is_found_among_all(plain: Plain, data: st.DataObject):
    system = plain.built()
    (goal,) = numbers(system, ["goal"])
    some = st.lists(st.sampled_from(numbers(system, plain.leaves)), max_size=3)
    before, groups = data.draw(some), data.draw(st.lists(some, max_size=5))
    standing = Standing(system, goal)
    if standing.assume(before):
        assert system.holds(goal, before)
        return
    enough = [group for group in groups if system.holds(goal, [*before, *group])]
    assert standing.first(groups) == (enough[0] if enough else [])
    assert standing.assume(numbers(system, plain.leaves)) == system.holds(goal, numbers(system, plain.leaves))


def test_one_seat_among_a_thousand_turns_nothing_and_the_decisive_one_is_found():
    make = SystemBuilder()
    members = [make.proposition(("member", at)) for at in range(1000)]
    board = make.proposition("board")
    make.threshold(board, [(member, 1) for member in members], 501)
    standing = Standing(make.freeze(), board)
    assert standing.first([member] for member in members) == []
    standing.assume(members[:500])
    assert standing.first([member] for member in members) == [members[500]]
