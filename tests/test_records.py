"""Records behave as frozen data classes do; they are only cheaper to define."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from functools import cached_property

import pytest

from charterlang._records import record


@record
class Seat:
    """A record with every kind of field."""

    by: str
    number: int = 1
    names: tuple[str, ...] = field(default=(), compare=False)
    notes: dict[str, str] = field(default_factory=dict, hash=False, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Like:
    """What `Seat` would be as a data class."""

    by: str
    number: int = 1
    names: tuple[str, ...] = field(default=(), compare=False)
    notes: dict[str, str] = field(default_factory=dict, hash=False, compare=False, repr=False)


@record(order=True)
class Place:
    """A record that sorts."""

    line: int
    column: int = 0


@record(slots=False)
class Sum:
    """A record with a property that is computed once, and a check of its own."""

    parts: tuple[int, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "parts", tuple(sorted(self.parts)))

    @cached_property
    def total(self) -> int:
        return sum(self.parts)


def test_it_is_made_shown_compared_and_hashed_as_a_data_class() -> None:
    seat, like = Seat("members", 3, ("a",)), Like("members", 3, ("a",))
    assert repr(seat) == repr(like).replace("Like", "Seat")
    assert [each.name for each in fields(seat)] == [each.name for each in fields(like)]
    assert seat == Seat("members", number=3)
    assert hash(seat) == hash(Seat("members", number=3)) == hash(like)
    assert seat != Seat("members", 2)
    assert seat != like
    assert not hasattr(seat, "__dict__")


def test_every_default_made_by_a_factory_is_fresh() -> None:
    assert Seat("a").notes is not Seat("a").notes


def test_it_refuses_to_change() -> None:
    seat = Seat("members")
    with pytest.raises(FrozenInstanceError):
        seat.number = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del seat.number
    assert replace(seat, number=2) == Seat("members", 2)


def test_wrong_arguments_are_refused_with_the_name_of_the_field() -> None:
    with pytest.raises(TypeError, match="'by'"):
        Seat()  # type: ignore[call-arg]


def test_it_sorts_only_where_asked() -> None:
    assert sorted([Place(2, 1), Place(1, 9), Place(1)]) == [Place(1), Place(1, 9), Place(2, 1)]
    assert Place(1) <= Place(1) < Place(2) >= Place(2) > Place(1)
    with pytest.raises(TypeError):
        Seat("a") < Seat("b")  # type: ignore[operator]  # noqa: B015


def test_without_slots_a_property_is_kept_and_what_follows_making_is_done() -> None:
    found = Sum((3, 1))
    assert found.parts == (1, 3)
    assert found.total == 4
    assert "total" in vars(found)


@pytest.mark.parametrize("one", [Seat("a", 2, ("x",), {"k": "v"}), Place(1, 2), Sum((2, 1))])
def test_it_can_be_copied_and_stored(one: object) -> None:
    for other in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert other == one
        assert other.__class__ is one.__class__
