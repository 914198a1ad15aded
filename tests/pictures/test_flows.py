"""Value flows: streams as broad as what they come to in a year, each currency by itself."""

from __future__ import annotations

from fractions import Fraction

import pytest

from charterlang.pictures.flows import describe, panels, value_flows, yearly

from .charters import LOOPS, from_text, head, sample
from .drawings import SVG, parsed


def strokes(svg: str) -> dict[str, tuple[float, str]]:
    """The breadth and the paint of each stream by the id of its flow."""
    found = {}
    for group in parsed(svg).iter(f"{SVG}g"):
        name = group.attrib.get("id", "")
        if name.startswith("flows-stream-"):
            path = group.find(f"{SVG}path")
            assert path is not None
            found[name.removeprefix("flows-stream-")] = (float(path.attrib["stroke-width"]), path.attrib["stroke"])
    return found


def test_sums_are_brought_to_a_year() -> None:
    flows = {name: yearly(flow) for name, flow in sample("kitchen").charter.flows.items()}
    assert flows == {"food-gifts": 48000, "donations": 72000, "meals-bought": 60000, "tithe": 6000}


def test_seasonal_flows_count_for_their_months_only() -> None:
    text = head() + "party a\nparty b\nflow x from a to b 100 EUR per month in months 4, 5, 6\n"
    (flow,) = from_text(text).charter.flows.values()
    assert yearly(flow) == 300


def test_single_payments_have_no_year() -> None:
    flow = from_text(LOOPS).charter.flows["f6"]
    assert yearly(flow) is None


def test_breadth_is_value() -> None:
    drawn = sample("kitchen")
    found = strokes(value_flows(drawn.charter))
    broad = {name: breadth for name, (breadth, _) in found.items()}
    assert broad["donations"] / broad["meals-bought"] == pytest.approx(1.2, abs=0.01)
    assert broad["donations"] / broad["food-gifts"] == pytest.approx(1.5, abs=0.01)


def test_what_is_given_in_kind_is_hatched() -> None:
    drawn = sample("kitchen")
    found = strokes(value_flows(drawn.charter))
    assert found["food-gifts"][1].startswith("url(#flows-hatch-")
    assert found["donations"][1].startswith("#")


def test_currencies_never_mix_and_single_payments_stand_apart() -> None:
    found = panels(from_text(LOOPS).charter)
    assert [panel.title for panel in found] == [
        "EUR, per year", "EUR, single payments", "Minuto, per year",
    ]  # fmt: skip
    assert [len(panel.streams) for panel in found] == [5, 1, 2]


def test_streams_that_lead_back_are_drawn_once_each() -> None:
    drawn = from_text(LOOPS)
    assert set(strokes(value_flows(drawn.charter))) == {f"f{number}" for number in range(1, 9)}


def test_amounts_follow_the_language_of_the_charter() -> None:
    svg = value_flows(from_text(LOOPS).charter)
    assert "12.500,50 EUR per year" in svg
    assert "14.400 a year" in svg


def test_amounts_keep_what_the_charter_wrote() -> None:
    said = [stream.said for panel in panels(sample("kitchen").charter) for stream in panel.streams]
    assert said[0] == "4,000 USD per month in kind"


def test_a_charter_without_flows_says_so() -> None:
    drawn = from_text(head())
    assert "states no flow of value" in value_flows(drawn.charter)
    assert describe(drawn.charter, ()) == "The charter states no flow of value."


def test_small_streams_can_still_be_seen() -> None:
    text = head() + "party a\nparty b\nflow x from a to b 9000000 EUR per year\nflow y from b to a 1 EUR per year\n"
    found = strokes(value_flows(from_text(text).charter))
    assert min(breadth for breadth, _ in found.values()) >= 2
    assert Fraction(9000000) == max(yearly(flow) or 0 for flow in from_text(text).charter.flows.values())
