"""`charter check`: what is wrong with a charter, and who could break what it protects."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from charterlang.cli.charters import expanded, misuse, opened
from charterlang.cli.main import FINDINGS, FINE, MISUSE
from charterlang.cli.options import CharterFiles, ForSigning, Quiet, one_of, words
from charterlang.cli.terminal import progress, style
from charterlang.render import FORMATS, render

if TYPE_CHECKING:
    from charterlang.compiler import Compilation

_PAUSE = 0.3


def check(
    paths: CharterFiles,
    format_: Annotated[
        str,
        typer.Option(
            "--format", "-f", help="How findings are written.", metavar="|".join(FORMATS), callback=one_of(FORMATS)
        ),
    ] = "text",
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="CODES", help="Report only codes that begin so: `POW`, `TIE,GOV2`."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="CODES", help="Leave out codes that begin so; never an error of protection."),
    ] = None,
    for_signing: ForSigning = False,
    fix: Annotated[bool, typer.Option("--fix", help="Apply the fixes that keep the meaning, then check.")] = False,
    watch: Annotated[bool, typer.Option("--watch", "-w", help="Check again whenever a file changes.")] = False,
    quiet: Quiet = False,
) -> None:
    """Say what is wrong, and who could break what.

    Findings come first, then every value with its level and who would have to agree to break it. The exit code is 0 if
    nothing is wrong, 1 if there are errors, 2 if a file cannot be read.
    """
    if watch:
        if "-" in paths or fix:
            raise misuse("`--watch` goes together neither with `-` nor with `--fix`")
        _watch(paths, format_, words(select), words(ignore), for_signing=for_signing, quiet=quiet)
        return
    if fix:
        _fix(expanded(paths), words(select), words(ignore), for_signing=for_signing)
    compilations = _compiled(expanded(paths), words(select), words(ignore), for_signing=for_signing, quiet=quiet)
    _show(compilations, format_, quiet=quiet)
    raise typer.Exit(exit_code(compilations))


def exit_code(compilations: Sequence[Compilation]) -> int:
    """2 if a file could not be read, 1 if there is an error, else 0."""
    if any(compilation.unreadable for compilation in compilations):
        return MISUSE
    return FINDINGS if any(compilation.failed for compilation in compilations) else FINE


def _compiled(
    paths: Sequence[str], select: tuple[str, ...], ignore: tuple[str, ...], *, for_signing: bool, quiet: bool = False
) -> list[Compilation]:
    """Every charter compiled up to its findings."""
    from charterlang import compiler

    out = []
    for path in paths:
        name, files = opened(path)
        with progress(f"checking {name}", quiet=quiet):
            out.append(compiler.check(name, files, select=select, ignore=ignore, for_signing=for_signing))
    return out


def _show(compilations: Sequence[Compilation], format_: str, *, quiet: bool = False) -> None:
    if format_ == "text" and quiet:
        from charterlang.render.text import render_findings

        sys.stdout.write(render_findings(compilations, style()))
    else:
        sys.stdout.write(render(compilations, format_, style()))


def _fix(paths: Sequence[str], select: tuple[str, ...], ignore: tuple[str, ...], *, for_signing: bool) -> None:
    """Apply safe fixes to the files themselves, and say on standard error what was done."""
    from charterlang import compiler
    from charterlang.fixes import fix_all
    from charterlang.output import write_file
    from charterlang.source import Finding, LocalFiles, MemoryFiles, Sources

    if "-" in paths:
        raise misuse("`--fix` writes into files; it cannot write into standard input")
    for path in paths:

        def look(texts: Mapping[str, str], path: str = path) -> tuple[Sources, Iterable[Finding]]:
            files = MemoryFiles(texts, LocalFiles())
            found = compiler.check(path, files, select=select, ignore=ignore, for_signing=for_signing)
            return found.sources, found.findings

        done = fix_all(look)
        for file, text in done.texts.items():
            write_file(file, text.encode())
        for title in done.applied:
            print(f"{path}: {title}", file=sys.stderr)


def _watch(
    paths: Sequence[str],
    format_: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    *,
    for_signing: bool,
    quiet: bool,
) -> None:
    """Check, and again each time a file that was read changes, until interrupted."""
    gc.enable()
    live = sys.stdout.isatty()
    try:
        while True:
            charters = expanded(paths)
            compilations = _compiled(charters, select, ignore, for_signing=for_signing, quiet=quiet)
            read = {text.path for compilation in compilations for text in compilation.sources}
            before = _state([*charters, *read])
            if live:
                sys.stdout.write("\x1b[2J\x1b[3J\x1b[H")
            _show(compilations, format_, quiet=quiet)
            if format_ == "text":
                print("\nwatching for changes; Ctrl-C ends it" if live else "--")
            sys.stdout.flush()
            while _state([*charters, *read]) == before and expanded(paths) == charters:
                time.sleep(_PAUSE)
    except KeyboardInterrupt:
        return


def _state(paths: Iterable[str]) -> dict[str, tuple[int, int] | None]:
    """When each file was last changed, and its size; None where there is no such file."""
    found: dict[str, tuple[int, int] | None] = {}
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            found[path] = None
        else:
            found[path] = (status.st_mtime_ns, status.st_size)
    return found
