"""The reference of the command (`docs/command.md`), read off the commands themselves."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import typer

from charterlang.cli.app import COMMANDS, application

_HEAD = """# The command

This page is made from the commands themselves by `python docs/generate.py`. `charter COMMAND --help` says the same.

Exit codes, of every command: **0** nothing is wrong; **1** something is wrong with the charter (or the answer is no);
**2** the command was misused, or a file could not be read or written.
"""


def reference() -> str:
    """The page, as Markdown."""
    group: Any = typer.main.get_command(application())
    parts = [
        _HEAD,
        "\n".join(f"- [`charter {name}`](#charter-{name}): {_first(group.commands[name])}" for name in COMMANDS),
    ]
    parts += ["\n".join(_section(name, group.commands[name])) for name in COMMANDS]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _first(command: Any) -> str:
    return inspect.cleandoc(command.help or "").split("\n\n", 1)[0].replace("\n", " ")


def _section(name: str, command: Any) -> Iterator[str]:
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    options = [each for each in command.params if each.param_type_name == "option" and not each.hidden]
    needed = [f"{each.opts[-1]} {each.metavar}" for each in options if each.required]
    usage = " ".join([*(_shown(each) for each in arguments), *needed])
    yield f"## charter {name}\n"
    yield f"```\ncharter {name} {usage}{' [OPTIONS]' if options else ''}\n```\n".replace(f"{name}  ", f"{name} ")
    yield inspect.cleandoc(command.help or "") + "\n"
    rows = [(f"`{_shown(each)}`", each.help or "") for each in arguments]
    rows += [(_spelt(each), each.help or "") for each in options]
    if rows:
        yield "| | |\n|---|---|"
        yield from (f"| {_cell(spelt)} | {_cell(help_)} |" for spelt, help_ in rows)


def _shown(argument: Any) -> str:
    word = argument.metavar or argument.name.upper()
    return word if argument.required else f"[{word}]"


def _spelt(option: Any) -> str:
    value = "" if option.is_flag else f" {option.metavar or option.name.upper()}"
    return ", ".join(f"`{spelling}{value}`" for spelling in sorted(option.opts, key=lambda word: (-len(word), word)))


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
