"""The picture of three circles: who stands where, which line joins whom, and that nothing is in the way of reading it."""

from __future__ import annotations

from itertools import combinations

import pytest

from charterlang.pictures.circles.draw import describe
from charterlang.pictures.circles.folding import CAPACITY, MOST_LINES
from charterlang.pictures.circles.parts import STYLES, Line, Scene
from charterlang.pictures.circles.places import ANGLES, plan
from charterlang.pictures.circles.routes import routes
from charterlang.pictures.circles.scene import scene
from charterlang.pictures.svg import Box
from charterlang.powers.verdicts import Level

from .charters import FEDERATIONS, Drawn, federation, from_text, head, sample

DRAWN = [*((name, lambda name=name: sample(name)) for name in ("kitchen", "loom", "brindle")),
         *((f"federation-{place}", lambda counts=counts: federation(**counts)) for place, counts in enumerate(FEDERATIONS))]  # fmt: skip
every = pytest.mark.parametrize("made", [made for _, made in DRAWN], ids=[name for name, _ in DRAWN])


def shown(drawn: Drawn) -> Scene:
    return scene(drawn.charter, drawn.verdicts)


def line(of: Scene, one: str, other: str) -> Line:
    return next(each for each in of.lines if {each.source, each.target} == {one, other})


# --- what is shown ---------------------------------------------------------------------------------------------------


def test_the_kitchen_stands_in_its_circles() -> None:
    circles = {card.id: card.circle for card in shown(sample("kitchen")).cards}
    assert circles == {
        "cookbook": "commons", "kitchen": "association", "vermont-land-trust": "association",
        "vendor-fund": "association", "vendors": "firm", "meals": "meeting", "new-york-ag": "outside",
        "vermont-farmers": "outside", "donors": "outside",
    }  # fmt: skip


def test_the_kitchen_says_who_its_people_are_and_what_it_holds() -> None:
    kitchen = next(card for card in shown(sample("kitchen")).cards if card.id == "kitchen")
    assert kitchen.notes[1:] == ("400 citizens and 25 cooks", "holds trademark and domain")


def test_the_strongest_tie_gives_a_line_its_style_and_the_others_its_words() -> None:
    found = line(shown(sample("kitchen")), "vendors", "kitchen")
    assert (found.source, found.target, found.style.name) == ("vendors", "kitchen", "binds")
    assert found.words[:4] == (
        "10% of surplus", "publishes improvements", "asset lock", "consent to amend articles and sell",
    )  # fmt: skip
    assert {"1 of 7 seats", "500 USD a month"} <= set(found.words)
    assert found.guarded == "vendors"


def test_lines_that_protect_bear_the_level_of_what_they_protect() -> None:
    kitchen = shown(sample("kitchen"))
    assert line(kitchen, "kitchen", "cookbook").level is not None
    assert line(kitchen, "new-york-ag", "kitchen").level is None
    brindle = shown(sample("brindle"))
    assert line(brindle, "brindle-inc", "brindle").level is Level.EXPOSED


def test_a_firm_that_signed_nothing_is_shown_exposed() -> None:
    loom = shown(sample("loom"))
    assert line(loom, "selvedge", "loom").level is Level.EXPOSED
    assert line(loom, "weft", "loom").level != Level.EXPOSED


def test_a_provision_shows_who_takes_part_and_whom_it_touches() -> None:
    kitchen = shown(sample("kitchen"))
    assert line(kitchen, "vermont-farmers", "meals").words == ("gift",)
    assert line(kitchen, "vendors", "meals").words == ("purchase", "trade lost to free food")
    assert line(kitchen, "kitchen", "meals").words == ("decides",)


def test_who_holds_a_key_of_a_commons_is_tied_to_it() -> None:
    text = head() + (
        'commons town { kind land }\nasset plot "The plot" { kind land\n of town }\n'
        "firm estate { holds plot\n shares s { held by ann 100% } }\nperson ann\n"
    )
    found = line(shown(from_text(text)), "estate", "town")
    assert (found.style.name, found.words) == ("makes", ("holds the land",))


def test_an_empty_circle_says_so() -> None:
    from charterlang.pictures.circles import three_circles

    drawn = sample("brindle")
    assert "no association" in three_circles(drawn.charter, drawn.verdicts)


def test_the_description_says_what_the_eye_sees() -> None:
    said = describe(shown(sample("kitchen")))
    assert "Commons: The Open Cookbook." in said
    assert "openness of The Open Cookbook is " in said
    assert "Street Vendors' Cooperative and Friends of the Occupy Kitchen: owes a duty that can be enforced" in said


def test_a_crowd_is_folded_and_nobody_is_forgotten() -> None:
    crowded = shown(federation(**FEDERATIONS[-1]))
    for circle, room in CAPACITY.items():
        here = [card for card in crowded.cards if card.circle == circle]
        assert len(here) <= room
    assert len(crowded.lines) <= MOST_LINES
    assert crowded.omitted > 0
    firms = [card for card in crowded.cards if card.circle == "firm"]
    assert len(crowded.folded["more firm"]) + len(firms) - 1 == FEDERATIONS[-1]["firms"]


def test_what_stands_worst_is_never_left_out() -> None:
    many = "".join(f'firm f{n} "Firm {n}" {{ form de.gmbh\n uses c\n upholds openness }}\n' for n in range(9))
    text = (
        head()
        + 'value openness "Open." { kind openness }\n'
        + 'commons c "C" { kind software\n licence MIT\n upholds openness }\n'
    )
    crowded = shown(from_text(text + many))
    exposed = [each for each in crowded.lines if each.level is Level.EXPOSED]
    assert len(exposed) == 9


# --- where it stands -------------------------------------------------------------------------------------------------


@every
def test_cards_stand_apart(made) -> None:
    boxes = plan(shown(made())).boxes
    for one, other in combinations(boxes, 2):
        assert not boxes[one].meets(boxes[other], 6), (one, other)


@every
def test_cards_stand_within_their_own_part_of_the_circles(made) -> None:
    found = shown(made())
    where = plan(found)
    for card in found.cards:
        box = where.boxes[card.id]
        for name in ANGLES:
            circle = where.circles[name]
            reach = [((x - circle.x) ** 2 + (y - circle.y) ** 2) ** 0.5 for x, y in corners(box)]
            if card.circle in {name, "meeting"}:
                assert max(reach) < circle.r, (card.id, name)
            else:
                assert min(reach) > circle.r, (card.id, name)


def corners(box: Box) -> list[tuple[float, float]]:
    return [(box.x, box.y), (box.right, box.y), (box.x, box.bottom), (box.right, box.bottom)]


@every
def test_labels_stand_clear_of_cards_names_and_each_other(made) -> None:
    found = shown(made())
    where = plan(found)
    drawn = routes(found, where, Box(-2000, -2000, 4000, 4000), ())
    labels = [route.label.box for route in drawn if route.label is not None]
    for one, other in combinations(labels, 2):
        assert not one.meets(other)
    for label in labels:
        assert not any(label.meets(box) for box in (*where.boxes.values(), *where.names.values()))


@every
def test_every_line_with_a_level_shows_it(made) -> None:
    found = shown(made())
    for route in routes(found, plan(found), Box(-2000, -2000, 4000, 4000), ()):
        if route.line.style.levelled and route.line.level is not None:
            assert route.label is not None
            assert route.label.badge


@every
def test_lines_end_at_their_own_cards(made) -> None:
    found = shown(made())
    where = plan(found)
    for route in routes(found, where, Box(-2000, -2000, 4000, 4000), ()):
        for end, name in ((route.curve.a, route.line.source), (route.curve.b, route.line.target)):
            box = where.boxes[name]
            assert box.grown(12).holds(*end), (route.line.source, route.line.target)
            assert not box.holds(*end)


def test_lines_pass_by_the_cards_of_small_charters() -> None:
    for name in ("kitchen", "brindle"):
        found = shown(sample(name))
        where = plan(found)
        for route in routes(found, where, Box(-2000, -2000, 4000, 4000), ()):
            strange = [box for card, box in where.boxes.items() if card not in {route.line.source, route.line.target}]
            assert not any(box.holds(x, y) for box in strange for x, y in route.curve.points(60))


def test_styles_can_be_told_apart_without_colour() -> None:
    looks = [(style.dash, style.end, style.name == "protects") for style in STYLES.values() if style.name != "makes"]
    assert len(set(looks)) == len(looks)
