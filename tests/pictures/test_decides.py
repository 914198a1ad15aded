"""The picture of who decides: every power with those who take part in it, and those who put them there."""

from __future__ import annotations

from itertools import combinations

import pytest

from charterlang.pictures.decides.chart import MOST_BLOCKS, Arrow, Block, Chart, chart
from charterlang.pictures.decides.draw import _Picture
from charterlang.powers.verdicts import Level

from .charters import FEDERATIONS, federation, from_text, head, sample


def shown(name: str) -> Chart:
    drawn = sample(name)
    return chart(drawn.charter, drawn.verdicts)


def block(of: Chart, act: str) -> Block:
    return next(each for each in of.blocks if any(words == act for words, _, _ in each.acts))


def into(of: Chart, target: str) -> set[tuple[str, str]]:
    return {(arrow.source, arrow.words) for arrow in of.arrows if arrow.target == target}


def test_seats_come_from_those_who_fill_them() -> None:
    assert into(shown("kitchen"), "kitchen.council") == {
        ("kitchen.citizens", "3 of 7"),
        ("kitchen.cooks", "2 of 7"),
        ("vendors.vendor-board", "1 of 7"),
        ("vermont-farmers", "1 of 7"),
    }


def test_a_power_comes_from_all_who_take_part_in_it() -> None:
    kitchen = shown("kitchen")
    relicense = block(kitchen, "relicense The Open Cookbook")
    assert into(kitchen, relicense.id) == {("kitchen.general-assembly", "3/4"), ("kitchen.council", "2/3")}


def test_who_must_agree_is_marked_as_such() -> None:
    kitchen = shown("kitchen")
    dissolve = block(kitchen, "dissolve")
    consents = {arrow.source for arrow in kitchen.arrows if arrow.target == dissolve.id and arrow.consent}
    assert consents == {"new-york-ag"}


def test_a_body_that_must_agree_does_so_through_the_organ_that_acts_for_it() -> None:
    kitchen = shown("kitchen")
    sell = block(kitchen, "sell")
    assert Arrow("kitchen.council", sell.id, "", consent=True) in kitchen.arrows


def test_acts_that_are_decided_alike_stand_together() -> None:
    words = [act for act, _, _ in block(shown("kitchen"), "amend articles").acts]
    assert words == ["transfer occupykitchen.example", "amend articles"]


def test_never_is_nobodys() -> None:
    kitchen = shown("kitchen")
    never = block(kitchen, "amend asset lock")
    assert never.never
    assert into(kitchen, never.id) == set()


def test_acts_bear_the_level_that_stands_against_them() -> None:
    acts = {words: level for each in shown("brindle").blocks for words, level, _ in each.acts}
    assert acts["close future versions of Brindle"] is Level.EXPOSED


def test_what_is_not_written_comes_from_whoever_can_do_it() -> None:
    brindle = shown("brindle")
    close = block(brindle, "close future versions of Brindle")
    assert into(brindle, close.id) == {("harbour-fund", "")}
    assert "nothing is written" in close.how


def test_what_the_law_fills_in_is_said_to_be_law() -> None:
    assert block(shown("brindle"), "amend articles").by_law


def test_one_of_several_is_dashed() -> None:
    text = head() + (
        "association a { members one { count 3 }\n members two { count 4 }\n"
        " powers { dissolve requires one by 3/4 or two by 3/4 } }\n"
    )
    drawn = from_text(text)
    found = chart(drawn.charter)
    assert {arrow.either for arrow in found.arrows if arrow.target.startswith("block")} == {True}


def test_bodies_that_fill_each_other_are_drawn() -> None:
    text = head() + (
        "association a { members m { count 9 }\n board red { seats 3\n 3 appointed by blue }\n"
        " board blue { seats 3\n 3 appointed by red }\n powers { act requires red } }\n"
    )
    drawn = from_text(text)
    picture = _Picture(chart(drawn.charter))
    assert len(picture.turned) == 1
    (back,) = (picture.arrows[place] for place in picture.turned)
    assert {back.source, back.target} == {"a.red", "a.blue"}
    assert picture.svg().count("<title>") == 3


def test_a_crowd_keeps_the_powers_of_associations_and_says_what_is_left_out() -> None:
    drawn = federation(**FEDERATIONS[-1])
    found = chart(drawn.charter, drawn.verdicts)
    assert len(found.blocks) == MOST_BLOCKS
    assert found.omitted > 0
    assert {each.circle for each in found.blocks} <= {"association", "commons"}


@pytest.mark.parametrize("name", ["kitchen", "loom", "brindle"])
def test_cards_stand_apart(name: str) -> None:
    boxes = _Picture(shown(name)).boxes
    for one, other in combinations(boxes, 2):
        assert not boxes[one].meets(boxes[other], 8), (one, other)


@pytest.mark.parametrize("name", ["kitchen", "loom", "brindle"])
def test_arrows_lead_from_left_to_right(name: str) -> None:
    picture = _Picture(shown(name))
    for arrow in picture.arrows:
        assert picture.boxes[arrow.source].right < picture.boxes[arrow.target].x


def test_groups_that_differ_in_strength_only_have_blocks_of_their_own() -> None:
    text = head() + (
        'value ours "Ours." { kind community-control }\nfirm estate { upholds ours\n shares s { votes by share }\n'
        " powers { amend articles requires s by 3/4 } }\n"
    )
    drawn = from_text(text)
    found = chart(drawn.charter, drawn.verdicts)
    unwritten = [each.id for each in found.blocks if "nothing is written" in each.how]
    strengths = {arrow.words for arrow in found.arrows if arrow.target in unwritten}
    assert len(set(unwritten)) == len(unwritten) == len(strengths) == 2
