"""`record`: a frozen data class that costs a twentieth of `dataclass(frozen=True, slots=True)` to define.

The compiler has some two hundred of them, and the command is started far more often than it runs for long. What
`dataclass` writes out and compiles for every class anew (comparing, hashing, showing, refusing to change) stands here
once; `__init__` is compiled for each class when its first instance is made. Everything else is as with `dataclass`:
`field`, `fields` and `replace` work, a `__post_init__` is called, and fields with `compare=False` count neither for
equality nor for the hash.
"""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, field
from operator import attrgetter, ge, gt, le, lt
from types import MemberDescriptorType
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")

_set = object.__setattr__


@overload
def record(cls: type[T], /) -> type[T]: ...
@overload
def record(*, order: bool = ..., slots: bool = ...) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field, dataclasses.Field))
def record(cls: type[T] | None = None, /, *, order: bool = False, slots: bool = True) -> Any:
    """Make a class a record. `order` lets its instances be sorted; `slots=False` leaves room for cached properties."""
    if cls is None:
        return lambda cls: _made(cls, order=order, slots=slots)
    return _made(cls, order=order, slots=slots)


def _made(cls: type[T], *, order: bool, slots: bool) -> type[T]:
    own = {name: _field(name, kind, cls) for name, kind in inspect.get_annotations(cls).items() if _is_field(kind)}
    inherited: dict[str, dataclasses.Field[Any]] = {}
    for base in reversed(cls.__mro__[1:]):
        inherited.update(getattr(base, "__dataclass_fields__", {}))
    fields = {**inherited, **own}
    compared = tuple(name for name, each in fields.items() if each.compare)
    key = attrgetter(*compared) if compared else _nothing
    space = dict(cls.__dict__)
    for name in own:
        space.pop(name, None)
    methods = {**_METHODS, **_comparing(key), **(_ordering(key) if order else {})}
    space.update({name: method for name, method in methods.items() if name not in cls.__dict__})
    space["__dataclass_fields__"] = fields
    space["__match_args__"] = tuple(fields)
    space["__init__"] = _first
    if slots:
        space["__slots__"] = tuple(name for name in own if name not in inherited)
        space.pop("__dict__", None)
        space.pop("__weakref__", None)
        kind: Any = type(cls)
        made: Any = kind(cls.__name__, cls.__bases__, space)
        made.__qualname__ = cls.__qualname__
    else:
        made = cls
        for name in own:
            if name in cls.__dict__:
                delattr(cls, name)
        for name, value in space.items():
            if cls.__dict__.get(name) is not value and name not in {"__dict__", "__weakref__"}:
                setattr(cls, name, value)
    built: type[T] = made
    return built


def _is_field(kind: object) -> bool:
    return not str(kind).startswith(("ClassVar", "typing.ClassVar"))


def _field(name: str, kind: Any, cls: type) -> dataclasses.Field[Any]:
    default: Any = cls.__dict__.get(name, MISSING)
    if isinstance(default, MemberDescriptorType):
        default = MISSING
    found: dataclasses.Field[Any] = default if isinstance(default, dataclasses.Field) else field(default=default)
    found.name = name
    found.type = kind
    found._field_type = dataclasses._FIELD  # type: ignore[attr-defined]  # noqa: SLF001  (`replace` and `fields` read it)
    return found


def _first(self: Any, *values: Any, **named: Any) -> None:
    """The `__init__` of a class that has no instance yet: makes the real one and calls it."""
    made: Any = type(self)
    while "__dataclass_fields__" not in made.__dict__:
        made = made.__base__
    made.__init__ = _initialiser(tuple(made.__dataclass_fields__.values()), hasattr(made, "__post_init__"))
    made.__init__.__qualname__ = f"{made.__qualname__}.__init__"
    self.__init__(*values, **named)


def _initialiser(fields: tuple[dataclasses.Field[Any], ...], then: bool) -> Callable[..., None]:
    """An `__init__` that takes the fields in order, as if it had been written out."""
    names: dict[str, Any] = {"_set": _set, "_missing": MISSING}
    taken, body = [], []
    for each in fields:
        given = each.name
        if each.default is not MISSING:
            names[f"_default_{given}"] = each.default
            taken.append(f"{given}=_default_{given}")
        elif each.default_factory is not MISSING:
            names[f"_make_{given}"] = each.default_factory
            taken.append(f"{given}=_missing")
            body.append(f"    if {given} is _missing: {given} = _make_{given}()")
        else:
            taken.append(given)
        body.append(f"    _set(self, {given!r}, {given})")
    body += ["    self.__post_init__()"] if then else []
    exec(f"def __init__(self, {', '.join(taken)}):\n" + ("\n".join(body) or "    pass"), names)  # noqa: S102
    made: Callable[..., None] = names["__init__"]
    return made


def _nothing(_: object) -> tuple[()]:
    return ()


def _comparing(key: Callable[[Any], Any]) -> dict[str, Callable[..., Any]]:
    """Equality and hash of the instances of one class, by `key`."""

    def equal(self: object, other: object) -> Any:
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: object) -> int:
        return hash(key(self))

    return {"__eq__": equal, "__hash__": hashed}


def _ordering(key: Callable[[Any], Any]) -> dict[str, Callable[..., Any]]:
    """The order of the instances of one class, by `key`."""

    def made(compare: Callable[[Any, Any], Any]) -> Callable[..., Any]:
        def ordered(self: object, other: object) -> Any:
            return compare(key(self), key(other)) if other.__class__ is self.__class__ else NotImplemented

        return ordered

    return {f"__{compare.__name__}__": made(compare) for compare in (lt, le, gt, ge)}


def _repr(self: Any) -> str:
    shown = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in dataclasses.fields(self) if each.repr)
    return f"{self.__class__.__qualname__}({shown})"


def _refuse_to_set(self: object, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, each.name) for each in dataclasses.fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for each, value in zip(dataclasses.fields(self), state, strict=True):
        _set(self, each.name, value)


_METHODS: dict[str, Any] = {
    "__repr__": _repr,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__getstate__": _state,
    "__setstate__": _restore,
}
