"""The standard library: parts of charters that come with the compiler, brought in by `use std/…`.

What a charter can bring in is a whole declaration: values, currencies, model charters. Classes, organs and powers
belong to the
entity whose articles state them, so there is nothing of them to bring in; model charters show them in their place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

SUFFIX = ".charter"
ROOT = "std"


def _folder() -> Traversable:
    from importlib.resources import files

    return files("charterlang") / ROOT


def path_of(name: str) -> str:
    """The path under which a part is shown: `std/values/openness` is `std/values/openness.charter`."""
    return name + SUFFIX


def read_part(name: str) -> bytes | None:
    """The text of a part such as `std/values/openness`, None if there is none."""
    part = _folder()
    for step in path_of(name).split("/")[1:]:
        part = part / step
    return part.read_bytes() if part.is_file() else None


def parts() -> tuple[str, ...]:
    """The names of all parts, sorted, as `use` takes them."""
    return tuple(sorted(_below(_folder(), ROOT)))


def _below(folder: Traversable, name: str) -> Iterator[str]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _below(entry, f"{name}/{entry.name}")
        elif entry.name.endswith(SUFFIX):
            yield f"{name}/{entry.name.removesuffix(SUFFIX)}"
