"""`charter fmt`: one way to write a charter."""

from __future__ import annotations

import difflib
import sys
from typing import Annotated

import typer

from charterlang.cli.charters import STDIN_NAME, expanded, misuse, opened
from charterlang.cli.main import FINDINGS, MISUSE
from charterlang.cli.options import CharterFiles, Quiet
from charterlang.cli.terminal import style
from charterlang.source import Unreadable, decode


def fmt(
    paths: CharterFiles,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit with 1 if a file would change.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")] = False,
    quiet: Quiet = False,
) -> None:
    """Lay out charters in the one way.

    Only blanks and line ends change. Declarations that cannot be read are left as they are. `-` reads standard input
    and writes to standard output.
    """
    changed = unreadable = 0
    for path in expanded(paths):
        try:
            old, new = _laid_out(path)
        except Unreadable as problem:
            print(f"charter: {problem}", file=sys.stderr)
            unreadable += 1
            continue
        if path == "-" and not (check or diff):
            sys.stdout.write(new)
        elif new != old:
            changed += 1
            if diff:
                sys.stdout.write(_difference(path, old, new))
            elif check:
                print(f"would lay out {path} anew")
            else:
                _write(path, new)
                if not quiet:
                    print(f"laid out {path} anew")
    if unreadable:
        raise typer.Exit(MISUSE)
    if changed and (check or diff):
        raise typer.Exit(FINDINGS)


def _laid_out(path: str) -> tuple[str, str]:
    """A file's text as it is and as it should be; raises `Unreadable`."""
    from charterlang.syntax import format_document, parse

    name, files = opened(path)
    old = decode(name, files.read(name))
    return old, format_document(parse(name, old).value)


def _write(path: str, text: str) -> None:
    from charterlang.output import NotWritable, write_file

    try:
        write_file(path, text.encode())
    except NotWritable as problem:
        raise misuse(str(problem)) from None


def _difference(path: str, old: str, new: str) -> str:
    """What would change, as a unified diff, in colour on a terminal."""
    shown = style()
    name = STDIN_NAME if path == "-" else path
    roles = {"+": "added", "-": "removed", "@": "gutter"}
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), name, f"{name} (laid out)", lineterm="")
    return "".join(f"{shown.paint(roles.get(line[:1], ''), line) if line[:1] in roles else line}\n" for line in lines)
