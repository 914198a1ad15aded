"""From what was typed to what is compiled: files, folders, standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import typer

from charterlang.cli.main import MISUSE
from charterlang.source import FileSystem, LocalFiles, MemoryFiles, Unreadable, decode

if TYPE_CHECKING:
    from charterlang.compiler import Compilation

STDIN = "-"
STDIN_NAME = "<stdin>"
ENDING = ".charter"
_PASSED_OVER = frozenset({"build", "dist", "node_modules", "__pycache__"})


def misuse(message: str) -> typer.Exit:
    """Say what was wrong with the command, for `raise`."""
    print(f"charter: {message}", file=sys.stderr)
    return typer.Exit(MISUSE)


def expanded(paths: Sequence[str]) -> list[str]:
    """The paths with each folder replaced by the charters beneath it, in order, each once."""
    found: dict[str, None] = {}
    for path in paths:
        if path != STDIN and os.path.isdir(path):
            inside = list(_beneath(path))
            if not inside:
                raise misuse(f"there is no {ENDING} file in the folder {path}")
            found.update(dict.fromkeys(inside))
        else:
            found[path] = None
    return list(found)


def _beneath(folder: str) -> Iterator[str]:
    """The charters in a folder and the folders in it, hidden ones and what tools write passed over."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _PASSED_OVER)
        for name in sorted(names):
            if name.endswith(ENDING):
                path = os.path.join(here, name)
                yield os.path.relpath(path, ".") if not os.path.isabs(folder) else path


def opened(path: str) -> tuple[str, FileSystem]:
    """The name to compile under and where its text comes from; standard input is read here."""
    if path != STDIN:
        return path, LocalFiles()
    try:
        text = decode(STDIN_NAME, sys.stdin.buffer.read())
    except Unreadable as problem:
        raise misuse(f"cannot read standard input: {problem.reason}") from None
    return STDIN_NAME, MemoryFiles({STDIN_NAME: text}, LocalFiles())


def compiled(path: str, *, quiet: bool = False, files: FileSystem | None = None) -> Compilation:
    """The charter at `path`, for a question about it: a charter with slips is answered too, with a word of warning.

    `files` is where it and what it uses come from, if not from the disk or standard input.
    """
    from charterlang import compiler
    from charterlang.cli.terminal import progress

    name, files = (path, files) if files else opened(path)
    with progress(f"reading {name}", quiet=quiet):
        found = compiler.check(name, files)
        if found.unreadable:
            raise misuse(next(finding.message for finding in found.findings if finding.span is None))
    if any(finding.code.startswith(("SYN", "NAM")) for finding in found.findings if finding.severity == "error"):
        print(f"charter: {name} has parts that cannot be read; `charter check` names them", file=sys.stderr)
    return found
