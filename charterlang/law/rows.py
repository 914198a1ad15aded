"""What every row of every table shares: how it is read and checked, and how much it may be trusted.

A row's class says what its data must be by its annotations: plain types, `Literal`, `tuple[X, ...]`, `Mapping`, unions,
other rows, and texts of a given shape (`Annotated[str, Shape(...)]`). Reading checks all of it, strictly: 1 is not "1",
and a field that is left out or unknown is refused. This is done by hand because the command reads a few rows each time
it starts, and a library for it takes longer to import than all the rows take to read.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Mapping
from dataclasses import FrozenInstanceError
from functools import cache
from typing import Annotated, Any, Literal, Self, Union, dataclass_transform, get_args, get_origin, get_type_hints

Confidence = Literal["high", "medium", "low"]
"""`high`: the statute or several sources were read; `medium`: partly read; `low`: recalled, check before use."""

UNVERIFIED = "unverified"
"""The id of the source "general knowledge": what rests on it alone was recalled, not read."""


class Misfit(ValueError):  # noqa: N818 - it names what the data is
    """Data that does not fit its row: where in it (`edge.bound`), and why, in words."""

    def __init__(self, place: str, reason: str) -> None:
        """Say where and why."""
        super().__init__(f"{place}: {reason}" if place else reason)


class Shape:
    """The shape a text must have, as a regular expression that matches all of it."""

    def __init__(self, pattern: str) -> None:
        """Ask for texts that match `pattern` from end to end."""
        self.pattern = pattern

    def check(self, value: Any, place: str) -> None:
        """Refuse a text of another shape."""
        if not re.fullmatch(self.pattern, value, re.DOTALL):
            raise Misfit(place, f"{value!r} is not of the shape {self.pattern}")


class Between:
    """The bounds of a number, both included."""

    def __init__(self, least: int, most: int) -> None:
        """Ask for numbers from `least` to `most`."""
        self.least, self.most = least, most

    def check(self, value: Any, place: str) -> None:
        """Refuse a number out of bounds."""
        if not self.least <= value <= self.most:
            raise Misfit(place, f"{value} is not between {self.least} and {self.most}")


Words = Annotated[str, Shape(".+")]
"""Text that says something; an empty string is a slip in a data file."""

Reader = Callable[[Any, str], Any]
"""Turns decoded JSON that stands at a place into a value, or raises `Misfit`."""


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Row:
    """A row of a table, or a part of one: read-only, and refusing fields it does not know."""

    @classmethod
    def read(cls, data: Any, place: str = "") -> Self:
        """The row that decoded JSON describes; raises `Misfit`."""
        if not isinstance(data, dict):
            raise Misfit(place, f"{data!r} is not an object")
        kind: Any = cls
        readers, defaults = _fields(kind)
        row = cls.__new__(cls)
        values = row.__dict__
        for name, value in data.items():
            reader = readers.get(name)
            if reader is None:
                raise Misfit(_join(place, name), f"{cls.__name__} has no such field")
            values[name] = reader(value, _join(place, name))
        for name in readers:
            if name not in values:
                if name not in defaults:
                    raise Misfit(_join(place, name), "is missing")
                values[name] = defaults[name]
        return row

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        return self.__class__ is other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((self.__class__, *(value for value in self.__dict__.values() if not isinstance(value, dict))))

    def __repr__(self) -> str:
        return f"{self.__class__.__name__}({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"


def _join(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


@cache
def _fields(cls: type[Row]) -> tuple[dict[str, Reader], dict[str, Any]]:
    """How each field of a class is read, and what a field holds that may be left out."""
    hints = get_type_hints(cls, include_extras=True)
    return {name: _reader(hint) for name, hint in hints.items()}, {n: getattr(cls, n) for n in hints if hasattr(cls, n)}


def _reader(hint: Any) -> Reader:
    """How a value of a type is read."""
    origin, given = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _shaped(_reader(given[0]), given[1:])
    if origin is Literal:
        return _one_of(given)
    if origin in (Union, types.UnionType):
        return _either([_reader(each) for each in given])
    if origin is tuple:
        return _many(_reader(given[0]))
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(given[0], _reader(given[1]))
    if issubclass(hint, Row):
        row: type[Row] = hint
        return row.read
    return _exactly(hint)


def _exactly(kind: type) -> Reader:
    def read(value: Any, place: str) -> Any:
        if type(value) is not kind:
            raise Misfit(place, f"{value!r} is not {'nothing' if kind is type(None) else f'of type {kind.__name__}'}")
        return value

    return read


def _shaped(reader: Reader, shapes: tuple[Any, ...]) -> Reader:
    def read(value: Any, place: str) -> Any:
        found = reader(value, place)
        for shape in shapes:
            shape.check(found, place)
        return found

    return read


def _one_of(known: tuple[Any, ...]) -> Reader:
    def read(value: Any, place: str) -> Any:
        if not isinstance(value, str) or value not in known:
            raise Misfit(place, f"{value!r} is none of {', '.join(known)}")
        return value

    return read


def _either(readers: list[Reader]) -> Reader:
    def read(value: Any, place: str) -> Any:
        reasons = []
        for reader in readers:
            try:
                return reader(value, place)
            except Misfit as misfit:
                reasons.append(str(misfit).removeprefix(f"{place}: "))
        raise Misfit(place, " and ".join(reasons))

    return read


def _many(reader: Reader) -> Reader:
    def read(value: Any, place: str) -> Any:
        if not isinstance(value, list):
            raise Misfit(place, f"{value!r} is not a list")
        return tuple(reader(each, f"{place}[{number}]") for number, each in enumerate(value))

    return read


def _mapping(key: Any, reader: Reader) -> Reader:
    names = _reader(key) if key is not int else None

    def read(value: Any, place: str) -> Any:
        if not isinstance(value, dict):
            raise Misfit(place, f"{value!r} is not an object")
        return {
            names(name, place) if names else int(name): reader(each, _join(place, name)) for name, each in value.items()
        }

    return read


class Source(Row):
    """A text on which facts rest.

    `id` is the key rows cite; `title` names the text; `where` says where it was found ("" where it is only known of);
    `how_read` says how much of it was read, in words: trust nothing beyond that.
    """

    id: Words
    title: Words
    where: str
    how_read: Words
    note: str = ""

    @property
    def was_read(self) -> bool:
        """Whether at least part of the text was read, rather than recalled or seen at second hand."""
        return self.how_read.startswith(("read", "note read", "opening read", "texts", "data read"))


def trust(last_verified: int | None, confidence: Confidence) -> str:
    """The words that follow every citation: "verified 2024, confidence high"."""
    when = f"verified {last_verified}" if last_verified else "not verified against a text"
    return f"{when}, confidence {confidence}"
