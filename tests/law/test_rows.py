"""Rows refuse what does not fit, strictly, and say where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

import pytest

from charterlang.law.rows import Between, Misfit, Row, Shape, Words


class Part(Row):
    share: Annotated[str, Shape(r"[0-9]+/[0-9]+")]
    kind: Literal["votes", "members"] = "votes"


class Whole(Row):
    id: Words
    count: int | None
    value: bool | int | float | Words | tuple[int, ...]
    parts: tuple[Part, ...] = ()
    words: Mapping[str, Words] = {}
    scale: Mapping[int, Words] = {}
    strength: Annotated[int, Between(-1, 5)] = 0


GOOD = {"id": "a", "count": None, "value": 1}


def test_what_fits_is_read_with_lists_as_tuples_and_defaults_filled_in():
    row = Whole.read({**GOOD, "parts": [{"share": "2/3"}], "scale": {"5": "law"}})
    assert row.parts[0] == Part.read({"share": "2/3", "kind": "votes"})
    assert (row.scale, row.words, row.strength) == ({5: "law"}, {}, 0)
    assert hash(row) == hash(Whole.read({**GOOD, "parts": [{"share": "2/3"}], "scale": {"5": "law"}}))


@pytest.mark.parametrize(("value", "kind"), [(True, bool), (1, int), (1.5, float), ("x", str), ([1, 2], tuple)])
def test_a_value_of_several_types_keeps_its_own(value, kind):
    assert type(Whole.read({**GOOD, "value": value}).value) is kind


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": ""}, "id: '' is not of the shape"),
        ({"id": 3}, "id: 3 is not of type str"),
        ({"count": "3"}, "count: '3' is not of type int and '3' is not nothing"),
        ({"count": True}, "count: True is not of type int"),
        ({"value": ["1"]}, "value: .* '1' is not of type int"),
        ({"parts": {}}, r"parts: \{\} is not a list"),
        ({"parts": [{"share": "2/3"}, {"share": "most"}]}, r"parts\[1\].share: 'most' is not of the shape"),
        ({"parts": [{"share": "1/2", "kind": "seats"}]}, r"parts\[0\].kind: 'seats' is none of votes, members"),
        ({"parts": [{}]}, r"parts\[0\].share: is missing"),
        ({"words": []}, r"words: \[\] is not an object"),
        ({"words": {"a": ""}}, "words.a: '' is not"),
        ({"strength": 6}, "strength: 6 is not between -1 and 5"),
        ({"bees": 1}, "bees: Whole has no such field"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_place(change, message):
    with pytest.raises(Misfit, match=message):
        Whole.read({**GOOD, **change})
