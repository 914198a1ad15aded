"""What all pictures stand on: measures of text, numbers, curves, layers, crowds."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charterlang.pictures import numbers
from charterlang.pictures.crowd import Crowd
from charterlang.pictures.curves import bent, between, mark
from charterlang.pictures.layers import Item, arrange, backward, columns
from charterlang.pictures.metrics import ELLIPSIS, fitted, is_measured, width, wrapped
from charterlang.pictures.palette import CIRCLES, INK, LEVELS, MUTED, PAPER
from charterlang.pictures.svg import Box, Drawing, clean, escape, text_box
from charterlang.powers.verdicts import Level

# --- text ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "thousandths"), [("Hi", 944), ("1,000", 2502), ("", 0), ("é", 556), ("水", 1000), ("e\u0301", 556)]
)
def test_width_is_the_sum_of_the_advances(text: str, thousandths: int) -> None:
    assert width(text, 1000) == pytest.approx(thousandths)


def test_bold_is_wider() -> None:
    assert width("Charter", 10, bold=True) > width("Charter", 10)


@given(st.text(max_size=60), st.floats(20, 300), st.integers(1, 4))
def test_wrapped_lines_fit_their_room(text: str, room: float, lines: int) -> None:
    found = wrapped(text, 12, room, lines)
    assert len(found) <= lines
    assert all(width(line, 12) <= room + 0.02 for line in found)


@given(st.lists(st.text("abcdefghij", min_size=1, max_size=8), min_size=1, max_size=12))
def test_wrapping_loses_nothing_where_there_is_room(words: list[str]) -> None:
    text = " ".join(words)
    assert " ".join(wrapped(text, 12, 120)) == text


def test_wrapped_lines_are_even() -> None:
    assert wrapped("Friends of the Occupy Kitchen", 14, 146, bold=True) == ("Friends of the", "Occupy Kitchen")


def test_what_is_too_long_ends_in_an_ellipsis() -> None:
    assert fitted("A very long name indeed", 12, 60).endswith(ELLIPSIS)
    assert fitted("Short", 12, 60) == "Short"


def test_scripts_without_a_table_are_not_held_to_a_guess() -> None:
    assert is_measured("Größe, 5 €")
    assert not is_measured("مطحن")


@pytest.mark.parametrize(
    ("hostile", "plain"),
    [("a\x00b", "ab"), ("a\u202eb", "ab"), ("a\n b", "a b"), ("\ud800x", "x"), ("<&\">'", "<&\">'")],
)
def test_clean_keeps_words_and_drops_what_is_unfit(hostile: str, plain: str) -> None:
    assert clean(hostile) == plain


def test_escape_leaves_no_mark() -> None:
    assert escape("<a b=\"c\" d='e'>&") == "&lt;a b=&quot;c&quot; d=&#x27;e&#x27;&gt;&amp;"


def test_ids_are_unique_whatever_they_are_made_of() -> None:
    drawing = Drawing("x")
    found = [drawing.id(name) for name in ("a b", "a-b", "a b", "a-b-2", "ü", "ö")]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(("anchor", "left"), [("start", 10.0), ("middle", 10 - 5.0), ("end", 0.0)])
def test_a_text_box_follows_its_anchor(anchor: str, left: float) -> None:
    box = text_box(10, 20, "水", 10, anchor=anchor)
    assert (box.x, box.w) == (left, 10)
    assert box.y < 20 < box.bottom


# --- numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "language", "decimals", "said"),
    [
        (Decimal(5000), "en", 0, "5,000"),
        (Decimal("1234567.5"), "de", 1, "1.234.567,5"),
        (Decimal("-1234.56"), "en", 2, "\u22121,234.56"),
        (Fraction(1, 3), "en", 2, "0.33"),
        (Decimal(12), "fr", 2, "12"),
        (Decimal(1200), "fr", 0, "1\u202f200"),
        (Decimal("2.5"), "en", 0, "3"),
    ],
)
def test_numbers_follow_the_language(value: Decimal, language: str, decimals: int, said: str) -> None:
    assert numbers.number(value, language, decimals) == said


def test_shares_amounts_and_short_forms() -> None:
    assert numbers.percent(Fraction(55, 100)) == "55%"
    assert numbers.percent(Fraction(1, 3), "de") == "33,3 %"
    assert numbers.amount(Decimal("12500.5"), "de") == "12.500,50"
    assert numbers.short(Decimal(4000000)) == "4 m"
    assert numbers.short(Decimal(1250000000)) == "1.25 bn"
    assert numbers.short(Decimal(320000)) == "320,000"


def test_a_year_has_its_periods() -> None:
    assert numbers.per_year(Decimal(500), "month") == 6000
    assert numbers.per_year(Decimal(7), "week") == 365
    assert numbers.per_year(Decimal(7), "") is None


# --- colours ---------------------------------------------------------------------------------------------------------


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_badge_can_be_read() -> None:
    for paint in LEVELS.values():
        assert contrast(paint.fill, paint.words) >= 4.2


def test_words_can_be_read_on_every_tint() -> None:
    for tint in CIRCLES.values():
        assert contrast(tint.words, tint.fill) >= 4.5
        assert contrast(INK, tint.fill) >= 4.5
    assert contrast(MUTED, PAPER) >= 4.5


def seen(colour: str, kind: str) -> tuple[float, float, float]:
    """A colour as people without one kind of cone see it (Viénot, Brettel and Mollon 1999, in linear light)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    if kind == "protan":
        r, g = 0.11238 * r + 0.88762 * g, 0.11238 * r + 0.88762 * g
    else:
        r, g = 0.29275 * r + 0.70725 * g, 0.29275 * r + 0.70725 * g
    return r, g, b


@pytest.mark.parametrize("kind", ["protan", "deutan"])
def test_levels_stay_apart_for_the_colour_blind(kind: str) -> None:
    colours = [seen(LEVELS[level].fill, kind) for level in Level]
    for place, one in enumerate(colours):
        for other in colours[place + 1 :]:
            assert sum((a**0.45 - b**0.45) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 0.12


# --- shapes ----------------------------------------------------------------------------------------------------------


def test_a_curve_is_cut_at_the_edges_of_its_boxes() -> None:
    source, target = Box(0, 0, 100, 40), Box(300, 100, 100, 40)
    curve = between(bent((50, 20), (350, 120), 0.2), source, target, 3, 3)
    assert not source.grown(2.9).holds(*curve.a)
    assert source.grown(4).holds(*curve.a)
    assert not target.grown(2.9).holds(*curve.b)
    assert target.grown(4).holds(*curve.b)


def test_a_part_of_a_curve_lies_on_the_curve() -> None:
    whole = bent((0, 0), (100, 0), 0.3)
    part = whole.cut(0.25, 0.75)
    for step in range(11):
        x, y = part.at(step / 10)
        p, q = whole.at(0.25 + 0.05 * step)
        assert (x, y) == pytest.approx((p, q))


@pytest.mark.parametrize("kind", ["arrow", "hollow", "open", "bar", "diamond", "dot"])
def test_marks_are_paths(kind: str) -> None:
    d, _ = mark(kind, (10, 10), 0.0)
    assert d.startswith("M")


def test_a_crowd_counts_as_looking_at_all_would() -> None:
    points = [(7.0 * n % 301, 11.0 * n % 257) for n in range(300)]
    crowd = Crowd()
    crowd.add(points[:200], 1)
    crowd.add(points[200:], 2)
    for box in (Box(0, 0, 50, 50), Box(100, 90, 77, 33), Box(-20, -20, 400, 400)):
        assert crowd.within(box, but=1) == sum(box.holds(x, y) for x, y in points[200:])
    for x, y in ((10.0, 10.0), (150.0, 90.0)):
        near = min(abs(x - p) + abs(y - q) for p, q in points)
        assert crowd.nearness(x, y, 16) == pytest.approx(max(16 - near, 0))


# --- layers ----------------------------------------------------------------------------------------------------------

GRAPHS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=25)


@given(GRAPHS)
def test_turning_the_backward_links_leaves_no_circle(links: list[tuple[int, int]]) -> None:
    names = list(range(10))
    back = backward(names, links)
    forward = [link for place, link in enumerate(links) if place not in back]
    found = columns(names, forward)
    assert all(found[a] < found[b] for a, b in forward)
    assert all(a == b or back for a, b in links if a == b)


@given(GRAPHS, st.lists(st.floats(5, 80), min_size=10, max_size=10))
def test_items_of_a_column_stand_apart_in_one_order(links: list[tuple[int, int]], heights: list[float]) -> None:
    names = list(range(10))
    back = backward(names, links)
    forward = [link for place, link in enumerate(links) if place not in back]
    column = columns(names, forward)
    items = [Item(name, heights[name], "even" if name % 2 else "") for name in names]
    layout = arrange(items, forward, column, gap=10, between=20)
    for step in range(max(column.values()) + 1):
        here = sorted((name for name in names if column[name] == step), key=lambda name: layout.top[name])
        for one, other in pairwise(here):
            assert layout.top[one] + heights[one] + 10 <= layout.top[other] + 1e-6
    assert min(layout.top.values()) >= -1e-6
    for (a, b), passes in zip(forward, layout.passes, strict=True):
        assert [step for step, _ in passes] == list(range(column[a] + 1, column[b]))


def test_groups_stay_together() -> None:
    items = [Item("a", 10), Item("b", 10)] + [Item(f"{group}{n}", 10, group) for n in range(3) for group in "xy"]
    links = [("a", "x0"), ("b", "y0"), ("a", "y1"), ("b", "x1"), ("a", "x2"), ("b", "y2")]
    layout = arrange(items, links, {item.name: 0 if item.name in {"a", "b"} else 1 for item in items}, gap=5)
    order = "".join(name[0] for name in sorted((item.name for item in items[2:]), key=lambda name: layout.top[name]))
    assert order in {"xxxyyy", "yyyxxx"}
