"""JSON of the clause tree, for other tools, and the JSON Schema that describes it.

Both are read off the dataclasses of `papers.tree`: each becomes an object with its fields, inlines and blocks carry
their `kind`. The schema stands in `docs/schemas/paper.schema.json`; running this module prints it.
"""

from __future__ import annotations

import json
import sys
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from inspect import getdoc
from typing import Any, get_args, get_origin, get_type_hints

from charterlang.emit.characters import fit
from charterlang.papers.tree import Block, Inline, Paper

VERSION = 1
"""Raised when a reader of the older form would misread the newer one."""

_KINDED = frozenset((*get_args(Inline), *get_args(Block)))


def emit(paper: Paper) -> bytes:
    """The paper as UTF-8 JSON: `{"version": 1, "paper": {…}}`."""
    return (json.dumps({"version": VERSION, "paper": _plain(paper)}, ensure_ascii=False, indent=1) + "\n").encode()


def _plain(value: Any) -> Any:
    """A value of the tree as JSON has it."""
    if isinstance(value, str):
        return fit(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {fit(key): _plain(each) for key, each in value.items()}
    if is_dataclass(value):
        kind: type[Any] = type(value)
        written = {each.name: _plain(getattr(value, each.name)) for each in fields(kind)}
        return {"kind": kind.__name__.lower(), **written} if kind in _KINDED else written
    return value


# --- schema ------------------------------------------------------------------------------------------------------


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `emit` writes."""
    definitions: dict[str, Any] = {}
    paper = _described(Paper, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A charterlang paper",
        "description": "A legal paper as a numbered tree of clauses.",
        "type": "object",
        "properties": {"version": {"const": VERSION}, "paper": paper},
        "required": ["version", "paper"],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """The schema as it stands in the documentation."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _described(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a type; dataclasses are gathered in `definitions` and referred to."""
    origin = get_origin(kind)
    if kind is str:
        return {"type": "string"}
    if kind is int:
        return {"type": "integer"}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"enum": [str(each) for each in kind]}
    if origin is tuple:
        return {"type": "array", "items": _described(get_args(kind)[0], definitions)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _described(get_args(kind)[1], definitions)}
    if isinstance(kind, types.UnionType):
        return {"oneOf": [_described(each, definitions) for each in get_args(kind)]}
    assert is_dataclass(kind), kind
    name = kind.__name__  # type: ignore[union-attr]
    if name not in definitions:
        definitions[name] = {}
        hints = get_type_hints(kind)
        properties = {each.name: _described(hints[each.name], definitions) for each in fields(kind)}
        if kind in _KINDED:
            properties = {"kind": {"const": name.lower()}, **properties}
        definitions[name] = {
            "description": " ".join((getdoc(kind) or "").split()),
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}


if __name__ == "__main__":
    sys.stdout.write(schema_text())
