"""A project's settings: `charter.toml`, or `[tool.charterlang]` in `pyproject.toml`, found upwards from the charter.

The table `KEYS` is all there is to know of a setting: reading, findings on slips, and the published JSON Schema
(`docs/schemas/settings.schema.json`) come from it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from charterlang._records import record
from charterlang.emit import FORMATS
from charterlang.source import FileSystem, Finding, Position, Result, Severity, SourceText, Unreadable, decode

FILE = "charter.toml"
SHARED_FILE = "pyproject.toml"


@record
class Key:
    """One setting: its type ("text", "texts" or "folder"), what it is for, and the values it may have (empty: any)."""

    kind: str
    title: str
    choices: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


LEVELS = ("exposed", "commercial", "insider", "community", "entrenched", "beyond-reach")
PAPER_FORMATS = tuple(FORMATS)
PICTURE_FORMATS = ("svg",)

KEYS: Mapping[str, Key] = {
    "select": Key("texts", "Only findings whose code begins so are reported.", examples=("POW", "TIE101")),
    "ignore": Key(
        "texts", "Findings whose code begins so are left out, except errors of protection.", examples=("GOV2",)
    ),
    "bar": Key("text", "The level below which a protection is an error.", LEVELS),
    "templates": Key("folder", "A folder of templates that go before the compiler's own.", examples=("templates",)),
    "formats": Key("texts", "The formats `charter build` writes.", (*PAPER_FORMATS, *PICTURE_FORMATS)),
    "language": Key("text", "The language of the papers, where the charter should not decide.", examples=("fr",)),
    "root": Key("folder", "The folder that no `use` may leave; the settings' own folder unless said.", examples=(".",)),
}
"""Every setting by its name. Folders are named from the folder of the settings file."""


@record
class Settings:
    """What a project asks for; empty where it says nothing. `file` is where it was said ("" for nowhere)."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    bar: str = ""
    templates: str = ""
    formats: tuple[str, ...] = ()
    language: str = ""
    root: str = ""
    file: str = ""

    def with_options(self, **options: Any) -> Settings:
        """These settings, with those options of the command line that were given in their stead."""
        return replace(self, **{key: value for key, value in options.items() if value})


def find(path: str, files: FileSystem) -> Result[tuple[Settings, SourceText | None]]:
    """The settings that hold for the charter at `path`, the text they stand in, and the findings on them.

    The nearest folder upwards that has a `charter.toml`, or a `pyproject.toml` with a `[tool.charterlang]`, decides.
    """
    folder = os.path.dirname(files.resolve(path))
    while True:
        for name in (FILE, SHARED_FILE):
            file = os.path.join(folder, name)
            try:
                text = decode(file, files.read(file))
            except Unreadable:
                continue
            if name == FILE or "charterlang" in text:
                found = _read(file, text, shared=name == SHARED_FILE)
                if found is not None:
                    return Result((found.value, SourceText(file, text)), found.findings)
        above = os.path.dirname(folder)
        if above == folder:
            return Result((Settings(), None))
        folder = above


def read(file: str, text: str, *, shared: bool = False) -> Result[Settings]:
    """The settings in the text of a settings file; `shared` for a `pyproject.toml`."""
    return _read(file, text, shared=shared) or Result(Settings())


def _read(file: str, text: str, *, shared: bool) -> Result[Settings] | None:
    """As `read`, but None for a shared file that says nothing of charterlang."""
    import tomllib

    source = SourceText(file, text)
    try:
        table: Any = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        if shared:
            return None
        return Result(Settings(file=file), (_unreadable(source, problem),))
    if shared:
        tool = table.get("tool")
        table = tool.get("charterlang") if isinstance(tool, dict) else None
        if not isinstance(table, dict):
            return None
    said: dict[str, Any] = {}
    findings: list[Finding] = []
    for name, value in table.items():
        key = KEYS.get(name)
        if key is None:
            findings.append(_unknown(source, name))
            continue
        slip = _slip(key, value)
        if slip:
            findings.append(_finding(source, "SET102", f"the setting `{name}` {slip[0]}", name, help_=slip[1]))
        elif key.kind == "texts":
            said[name] = tuple(value)
        elif key.kind == "folder":
            said[name] = os.path.normpath(os.path.join(os.path.dirname(file), value))
        else:
            said[name] = value
    return Result(Settings(**said, file=file), tuple(findings))


def _slip(key: Key, value: Any) -> tuple[str, str] | None:
    """What is wrong with the value of a setting and what to write, or None if nothing is."""
    if key.kind == "texts":
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            return "wants a list of words", f"write it as a list: [{_quoted(key.choices or key.examples)}]"
    elif not isinstance(value, str):
        return "wants a word in quotes", f"write it in quotes, such as {_quoted((key.choices or key.examples)[:1])}"
    words = value if isinstance(value, list) else [value]
    for word in words:
        if key.choices and word not in key.choices:
            near = _nearest(word, key.choices)
            hint = f"did you mean `{near}`? " if near else ""
            return f"does not know `{word}`", f"{hint}it may be {_listed(key.choices)}"
    return None


def _unknown(source: SourceText, name: str) -> Finding:
    near = _nearest(name, tuple(KEYS))
    label = f"did you mean `{near}`?" if near else ""
    return _finding(
        source, "SET101", f"there is no setting `{name}`", name, label, f"the settings are {_listed(tuple(KEYS))}"
    )


def _nearest(word: str, words: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, words, 1)), "")


def _unreadable(source: SourceText, problem: Exception) -> Finding:
    """An error about a file that is not TOML, at the place where reading stopped."""
    message = f"this file cannot be read as TOML: {problem}"
    place = re.search(r" \(at line (\d+), column (\d+)\)", message)
    span = None
    if place:
        offset = source.offset(Position(int(place[1]), int(place[2])))
        span = source.span(offset, min(offset + 1, len(source.text)))
        message = message[: place.start()]
    return Finding("SET100", Severity.ERROR, message, span, file=source.path)


def _finding(source: SourceText, code: str, message: str, name: str, label: str = "", help_: str = "") -> Finding:
    """An error about the setting `name`, at the line that sets it."""
    place = re.search(rf"^[ \t]*[\"']?({re.escape(name)})[\"']?[ \t]*[.=]", source.text, re.MULTILINE)
    span = source.span(*place.span(1)) if place else None
    helps = (help_,) if help_ else ()
    return Finding(code, Severity.ERROR, message, span, label, help=helps, file=source.path)


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(f'"{word}"' for word in words)


def _listed(words: tuple[str, ...]) -> str:
    quoted = [f"`{word}`" for word in words]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]]) if len(quoted) > 1 else quoted[0]


def schema() -> dict[str, Any]:
    """The JSON Schema of `charter.toml`."""
    properties: dict[str, Any] = {}
    for name, key in KEYS.items():
        word: dict[str, Any] = {"type": "string"}
        if key.choices:
            word["enum"] = list(key.choices)
        elif key.examples:
            word["examples"] = list(key.examples)
        if key.kind == "texts":
            word = {"type": "array", "items": word}
        properties[name] = {"description": key.title, **word}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "charter.toml",
        "description": "Settings of a charterlang project; [tool.charterlang] in pyproject.toml holds the same keys.",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
