"""Records: frozen dataclasses that cost nothing until they are used.

The compiler is made of some two hundred small immutable records. `dataclasses.dataclass` writes and compiles five or
six methods for each when its module is imported, which took a third of the time of a short check (0.55 ms a class,
against 0.02 ms here). A record takes the same annotations and defaults and works with `dataclasses.replace` and
`fields`, but it compiles its constructor when the first instance is made, and compares, hashes and prints through
methods shared by all.

    class Money(Record):
        amount: Decimal
        currency: str
        span: Span | None = field(default=None, compare=False)
"""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, Field, FrozenInstanceError, field
from operator import attrgetter
from typing import Any, ClassVar, dataclass_transform


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class RecordType(type):
    """The type of records: turns annotations into fields and slots before the class is made."""

    def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any], *, order: bool = False) -> RecordType:
        """Make the record class; with `order` its instances sort by their compared fields."""
        own: dict[str, Field[Any]] = {}
        for each, kind in space.get("__annotations__", {}).items():
            if not str(kind).startswith("ClassVar"):
                own[each] = _field(each, kind, space.pop(each, MISSING))
        inherited: dict[str, Field[Any]] = {}
        for base in reversed(bases):
            inherited.update(getattr(base, "__dataclass_fields__", {}))
        whole = {**inherited, **own}
        compared = tuple(each for each, found in whole.items() if found.compare)
        space["__slots__"] = (*space.get("__slots__", ()), *(each for each in own if each not in inherited))
        space["__dataclass_fields__"] = whole
        space["__match_args__"] = tuple(each for each, found in whole.items() if found.init)
        space["__key__"] = attrgetter(*compared) if compared else len
        if order:
            space.update(__lt__=_less, __le__=_less_or_equal, __gt__=_greater, __ge__=_greater_or_equal)
        return super().__new__(cls, name, bases, space)

    def __init__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any], *, order: bool = False) -> None:
        """Let the class be; `order` was seen to."""
        super().__init__(name, bases, space)
        if "__dataclass_fields__" in space and space["__dataclass_fields__"] and "__init__" not in space:
            type.__setattr__(cls, "__init__", _first)


def _field(name: str, kind: Any, default: Any) -> Field[Any]:
    found: Field[Any] = default if isinstance(default, Field) else field(default=default)
    found.name = name
    found.type = kind
    found._field_type = dataclasses._FIELD  # type: ignore[attr-defined]  # noqa: SLF001  (`replace` and `fields` read it)
    return found


def _first(self: Record, *args: Any, **values: Any) -> None:
    """The constructor of a class that has no instance yet: compiles the real one and calls it."""
    _construct(type(self))
    self.__init__(*args, **values)  # type: ignore[misc]


def _construct(cls: type) -> None:
    """Write and compile the constructor of a record class."""
    fields: dict[str, Field[Any]] = cls.__dataclass_fields__  # type: ignore[attr-defined]
    space: dict[str, Any] = {"_set": object.__setattr__}
    head, body = ["self"], []
    for name, each in fields.items():
        if each.default is not MISSING:
            space[f"_{name}"] = each.default
            head.append(f"{name}=_{name}")
        elif each.default_factory is not MISSING:
            space[f"_{name}"] = each.default_factory
            head.append(f"{name}=_set")
            body.append(f" if {name} is _set: {name} = _{name}()")
        else:
            head.append(name)
        body.append(f" _set(self, {name!r}, {name})")
    if hasattr(cls, "__post_init__"):
        body.append(" self.__post_init__()")
    source = f"def __init__({', '.join(head)}):\n" + ("\n".join(body) or " pass")
    exec(compile(source, f"<record {cls.__qualname__}>", "exec"), space)  # noqa: S102  (as dataclasses do, only later)
    space["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
    type.__setattr__(cls, "__init__", space["__init__"])


def _keys(one: object, other: object) -> tuple[Any, Any] | None:
    """What to compare two records by; None if they are not of one class."""
    if other.__class__ is not one.__class__:
        return None
    key = one.__class__.__key__  # type: ignore[attr-defined]
    return key(one), key(other)


def _less(self: object, other: object) -> bool:
    keys = _keys(self, other)
    return NotImplemented if keys is None else keys[0] < keys[1]


def _less_or_equal(self: object, other: object) -> bool:
    keys = _keys(self, other)
    return NotImplemented if keys is None else keys[0] <= keys[1]


def _greater(self: object, other: object) -> bool:
    keys = _keys(self, other)
    return NotImplemented if keys is None else keys[0] > keys[1]


def _greater_or_equal(self: object, other: object) -> bool:
    keys = _keys(self, other)
    return NotImplemented if keys is None else keys[0] >= keys[1]


class Record(metaclass=RecordType):
    """The base of all records; see the module."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    __key__: ClassVar[Any]

    def __setattr__(self, name: str, value: object) -> None:
        """Records do not change."""
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        """Records do not change."""
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        """Equal in class and in every compared field."""
        if self is other:
            return True
        if other.__class__ is not self.__class__:
            return NotImplemented
        key = type(self).__key__
        return bool(key(self) == key(other))

    def __hash__(self) -> int:
        """By the compared fields."""
        return hash(type(self).__key__(self))

    def __repr__(self) -> str:
        """Like a dataclass: the class and its fields."""
        shown = (f"{name}={getattr(self, name)!r}" for name, each in self.__dataclass_fields__.items() if each.repr)
        return f"{self.__class__.__qualname__}({', '.join(shown)})"

    def __getstate__(self) -> tuple[Any, ...]:
        """The fields in order, for copying."""
        return tuple(getattr(self, name) for name in self.__dataclass_fields__)

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        """Restore the fields."""
        for name, value in zip(self.__dataclass_fields__, state, strict=True):
            object.__setattr__(self, name, value)


__all__ = ["Record", "field"]
