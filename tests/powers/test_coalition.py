"""Smallest coalitions, against every set of leaves tried by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charterlang.powers.circuit import System, SystemBuilder
from charterlang.powers.coalition import all_minimal, singles, smallest

from .systems import Plain, names, numbers, plain_systems


def assembly(weights: Sequence[int], need: int) -> tuple[System, int, list[int]]:
    make = SystemBuilder()
    members = [make.proposition(("member", number)) for number in range(len(weights))]
    goal = make.proposition("decided")
    make.threshold(goal, list(zip(members, weights, strict=True)), need)
    return make.freeze(), goal, members


def together_of(plain: Plain, system: System) -> dict[int, int]:
    pairs = zip(plain.leaves, plain.parties, strict=True)
    return {numbers(system, [leaf])[0]: party for leaf, party in pairs if party is not None}


def costs_of(plain: Plain, system: System) -> dict[int, tuple[int, ...]]:
    return dict(zip(numbers(system, plain.leaves), ((cost,) for cost in plain.costs), strict=True))


# --- small stories ---------------------------------------------------------------------------------------------------


def test_nobody_is_needed_for_what_holds_by_law():
    make = SystemBuilder()
    law, ann = make.proposition("law"), make.proposition("ann")
    make.rule(law, [])
    found = smallest(make.freeze(), law, [ann])
    assert found is not None
    assert found.members == ()
    assert found.fewest


def test_there_is_no_coalition_where_all_together_do_not_suffice():
    system, goal, members = assembly([1, 1, 1], 2)
    assert smallest(system, goal, members[:1]) is None
    assert all_minimal(system, goal, members[:1]).coalitions == ()
    assert singles(system, goal, members[:1]) == []


def test_a_leaf_can_be_the_goal():
    system, _, members = assembly([1, 1, 1], 2)
    found = smallest(system, members[0], members)
    assert found is not None
    assert found.members == (members[0],)


def test_buying_the_holder_is_one_party_where_three_seats_are_three():
    make = SystemBuilder()
    fund, holder, board = make.proposition("fund"), make.proposition("holder"), make.proposition("board")
    seats = [make.proposition(("seat", number)) for number in range(5)]
    make.threshold(board, [(seat, 1) for seat in seats], 3)
    make.threshold(holder, [(fund, 60), (make.proposition("staff"), 40)], 51)
    for seat in seats[:3]:
        make.rule(seat, [holder])
    system = make.freeze()
    found = smallest(system, board, [*seats, fund])
    assert found is not None
    assert (found.members, found.fewest) == ((fund,), True)


def test_a_party_counts_once_and_gives_no_more_than_is_asked():
    make = SystemBuilder()
    majority, most, every = (make.proposition(("members", much)) for much in ("1/2", "3/4", "all"))
    chair, sale = make.proposition("chair"), make.proposition("sale")
    make.rule(majority, [most])
    make.rule(most, [every])
    make.rule(sale, [most, chair])
    system = make.freeze()
    together = {majority: 0, most: 0, every: 0}
    found = smallest(system, sale, [every, most, majority, chair], together=together)
    assert found is not None
    assert set(found.members) == {most, chair}
    listed = all_minimal(system, sale, [every, most, majority, chair], together=together)
    assert listed.complete
    assert [set(coalition.members) for coalition in listed.coalitions] == [{most, chair}]


def test_two_agreements_of_one_party_are_one_party():
    make = SystemBuilder()
    vote, veto, ann, ben, act = (make.proposition(name) for name in ("vote", "veto", "ann", "ben", "act"))
    ways = make.proposition("ways")
    make.rule(ways, [vote, veto])
    make.rule(ways, [ann, ben])
    make.rule(act, [ways])
    found = smallest(make.freeze(), act, [ann, ben, vote, veto], together={vote: 7, veto: 7})
    assert found is not None
    assert set(found.members) == {vote, veto}


def test_a_party_with_a_say_in_two_places_is_seen_as_one():
    """Ann decides in both halves; Ben and Cem in one each, and would come cheaper."""
    make = SystemBuilder()
    here, there, act = (make.proposition(name) for name in ("here", "there", "act"))
    ann_here, ann_there, ben, cem = (make.proposition(name) for name in ("ann here", "ann there", "ben", "cem"))
    for half, ann, other in ((here, ann_here, ben), (there, ann_there, cem)):
        make.rule(half, [ann])
        make.rule(half, [other])
    make.rule(act, [here, there])
    cost = {ann_here: (9,), ann_there: (9,), ben: (0,), cem: (0,)}
    together = {ann_here: 1, ann_there: 1}
    found = smallest(make.freeze(), act, [ben, cem, ann_here, ann_there], cost=cost, together=together)
    assert found is not None
    assert (set(found.members), found.fewest) == ({ann_here, ann_there}, True)


def test_strong_in_one_body_is_not_strong_in_the_other():
    make = SystemBuilder()
    ann, ben, cem = (make.proposition(name) for name in ("ann", "ben", "cem"))
    one, other, act = (make.proposition(name) for name in ("one", "other", "act"))
    make.threshold(one, [(ann, 3), (ben, 1), (cem, 1)], 4)
    make.threshold(other, [(ann, 1), (ben, 3), (cem, 1)], 3)
    make.rule(act, [one, cem])
    make.rule(act, [other])
    found = smallest(make.freeze(), act, [ann, ben, cem])
    assert found is not None
    assert (found.members, found.fewest) == ((ben,), True)


def test_a_system_too_large_to_search_asks_no_more_of_a_party_than_needed():
    make = SystemBuilder()
    weak, strong, act = make.proposition("z members, 1/2"), make.proposition("a members, 3/4"), make.proposition("act")
    chair, chaired = make.proposition("chair"), make.proposition("chaired")
    make.rule(weak, [strong])
    make.rule(act, [strong, chair])
    make.rule(chaired, [weak, chair])
    make.rule(act, [chaired])
    found = smallest(make.freeze(), act, [strong, weak, chair], together={strong: 0, weak: 0}, work=0)
    assert found is not None
    assert set(found.members) == {weak, chair}


def test_the_cheapest_of_the_smallest_is_taken_and_then_the_first_by_key():
    make = SystemBuilder()
    act = make.proposition("act")
    parties = [make.proposition(name) for name in ("cem", "ben", "ann")]
    for party in parties:
        make.rule(act, [party])
    system = make.freeze()
    cheap = smallest(
        system, act, parties, cost={parties[0]: (1, 9), parties[1]: (2, 0), parties[2]: (1, 9)}.__getitem__
    )
    assert cheap is not None
    assert names(system, cheap.members) == {"ann"}
    dear = smallest(system, act, parties, cost={parties[0]: (5,), parties[1]: (2,), parties[2]: (3,)})
    assert dear is not None
    assert names(system, dear.members) == {"ben"}


def test_a_majority_of_many_equal_members_is_proved_at_once():
    system, goal, members = assembly([1] * 1001, 501)
    found = smallest(system, goal, members, work=100_000)
    assert found is not None
    assert len(found.members) == 501
    assert found.fewest


def test_the_heaviest_votes_make_the_smallest_majority():
    weights = [number * number % 97 + 1 for number in range(60)]
    need = sum(weights) // 2 + 1
    system, goal, members = assembly(weights, need)
    count, total = 0, 0
    while total < need:
        total += sorted(weights, reverse=True)[count]
        count += 1
    found = smallest(system, goal, members)
    assert found is not None
    assert (len(found.members), found.fewest) == (count, True)


def test_a_federation_falls_apart_into_its_members():
    """Eleven of twenty co-operatives; each acts by its board of five or, some of them, by its members as one class."""
    make = SystemBuilder()
    goal = make.proposition("federation")
    leaves, seats, sizes = [], [], []
    for place in range(20):
        board, acts = make.proposition(("board", place)), make.proposition(("acts", place))
        people = [make.proposition(("person", place, number)) for number in range(5)]
        members = make.proposition(("members", place))
        make.threshold(board, [(person, 1) for person in people], 3)
        make.rule(acts, [board])
        if place % 3 == 0:
            make.rule(acts, [members])
        elif place % 3 == 1:
            make.rule(acts, [members, people[0]])
        sizes.append((1, 2, 3)[place % 3])
        leaves += [*people, members]
        seats.append((acts, 1))
    make.threshold(goal, seats, 11)
    found = smallest(make.freeze(), goal, leaves, work=100_000)
    assert found is not None
    assert (len(found.members), found.fewest) == (sum(sorted(sizes)[:11]), True)


def test_without_work_nothing_is_proved_and_still_nobody_can_be_spared():
    system, goal, members = assembly([3, 2, 2, 1, 1, 1], 6)
    found = smallest(system, goal, members, work=0)
    assert found is not None
    assert system.holds(goal, found.members)
    for member in found.members:
        assert not system.holds(goal, set(found.members) - {member})


def test_a_goal_outside_the_slice_is_our_mistake():
    system, goal, members = assembly([1, 1], 2)
    with pytest.raises(ValueError, match="outside"):
        smallest(system.slice([members[0]]), goal, members)


def test_a_list_that_is_cut_off_says_so():
    system, goal, members = assembly([1] * 8, 4)
    short = all_minimal(system, goal, members, limit=10)
    assert (len(short.coalitions), short.complete) == (10, False)
    full = all_minimal(system, goal, members, limit=70)
    assert (len(full.coalitions), full.complete) == (70, True)
    assert all(coalition.fewest for coalition in full.coalitions)


# --- against brute force ---------------------------------------------------------------------------------------------


@given(plain_systems())
def test_a_smallest_coalition_is_as_small_and_cheap_as_any(plain: Plain):
    system = plain.built()
    found = smallest(system, numbers(system, ["goal"])[0], numbers(system, plain.leaves), cost=costs_of(plain, system))
    assert (found is None) == (not plain.sufficient)
    if found is not None:
        assert found.fewest
        members = names(system, found.members)
        assert members in plain.minimal
        fewest = min(map(len, plain.sufficient))
        assert len(members) == fewest
        assert plain.cost(members) == min(plain.cost(some) for some in plain.sufficient if len(some) == fewest)


@given(plain_systems(), st.sampled_from([0, 30, 300, 2_000_000]))
def test_parties_are_counted_and_fewest_is_never_claimed_wrongly(plain: Plain, work: int):
    system = plain.built()
    part = system.slice(numbers(system, ["goal"]))
    found = smallest(
        part,
        numbers(system, ["goal"])[0],
        numbers(system, plain.leaves),
        cost=costs_of(plain, system),
        together=together_of(plain, system),
        work=work,
    )
    assert (found is None) == (not plain.sufficient)
    if found is not None:
        members = names(system, found.members)
        assert members in plain.minimal
        if found.fewest:
            assert plain.size(members) == min(map(plain.size, plain.sufficient))
        assert found.fewest or work < 2_000_000


@given(plain_systems())
def test_all_minimal_lists_all_that_can_spare_nobody_and_nothing_else(plain: Plain):
    system = plain.built()
    found = all_minimal(system, numbers(system, ["goal"])[0], numbers(system, plain.leaves), limit=100)
    assert found.complete
    listed = [names(system, coalition.members) for coalition in found.coalitions]
    assert len(listed) == len(plain.minimal)
    assert set(listed) == set(plain.minimal)
    assert [len(some) for some in listed] == sorted(map(len, listed))
    assert [coalition.fewest for coalition in found.coalitions] == [len(some) == len(listed[0]) for some in listed]


@given(plain_systems())
def test_every_way_is_covered_by_a_listed_one_where_parties_have_several_leaves(plain: Plain):
    system = plain.built()
    together = together_of(plain, system)
    found = all_minimal(
        system, numbers(system, ["goal"])[0], numbers(system, plain.leaves), limit=100, together=together
    )
    assert found.complete
    listed = [names(system, coalition.members) for coalition in found.coalitions]
    assert set(listed) <= set(plain.minimal)

    def with_implied(leaves: Iterable[str]) -> set[str]:
        return {
            other
            for leaf in leaves
            for other in plain.follows([leaf]) & set(plain.leaves)
            if plain.party(other) == plain.party(leaf)
        }

    for some in plain.sufficient:
        assert any(coalition <= with_implied(some) for coalition in listed)


@given(plain_systems())
def test_singles_are_the_leaves_that_suffice_alone(plain: Plain):
    system = plain.built()
    found = singles(
        system.slice(numbers(system, ["goal"])), numbers(system, ["goal"])[0], numbers(system, plain.leaves)
    )
    assert [system.key(leaf) for leaf in found] == [
        leaf for leaf in plain.leaves if frozenset([leaf]) in plain.sufficient
    ]


@given(plain_systems())
@settings(max_examples=60)
def test_the_order_of_writing_changes_no_answer(plain: Plain):
    told = []
    for backwards in (False, True):
        system = plain.built(backwards=backwards)
        leaves = numbers(system, plain.leaves[::-1] if backwards else plain.leaves)
        goal = numbers(system, ["goal"])[0]
        together = together_of(plain, system)
        one = smallest(system, goal, leaves, together=together)
        some = all_minimal(system, goal, leaves, together=together, limit=3)
        told.append(
            (
                one and ([system.key(leaf) for leaf in one.members], one.fewest),
                [[system.key(leaf) for leaf in coalition.members] for coalition in some.coalitions],
            )
        )
    assert told[0] == told[1]


@given(plain_systems())
@settings(max_examples=60)
def test_other_names_change_no_size(plain: Plain):
    system = plain.built()
    renamed = SystemBuilder()
    new = {name: renamed.proposition(("renamed", name[::-1])) for name in plain.nodes + plain.leaves}
    for head, inputs, need in plain.rules:
        renamed.threshold(new[head], [(new[name], weight) for name, weight in inputs], need)
    one = smallest(system, numbers(system, ["goal"])[0], numbers(system, plain.leaves))
    other = smallest(renamed.freeze(), new["goal"], [new[leaf] for leaf in plain.leaves])
    assert (one and (len(one.members), one.fewest)) == (other and (len(other.members), other.fewest))
