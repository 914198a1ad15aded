"""`charter test`: whether the analysis is what the charter expects of it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from charterlang.cli.charters import compiled, expanded, misuse
from charterlang.cli.main import FINDINGS
from charterlang.cli.options import CharterFiles, Quiet, one_of
from charterlang.cli.terminal import style
from charterlang.render import TEST_FORMATS, render_tests

if TYPE_CHECKING:
    from charterlang.compiler import Compilation

CHOICE = "|".join(TEST_FORMATS)


def test(
    paths: CharterFiles,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            help="How results are written.",
            metavar="|".join(TEST_FORMATS),
            callback=one_of(TEST_FORMATS),
        ),
    ] = "text",
    quiet: Quiet = False,
) -> None:
    """Hold charters to what they expect.

    Every `expect` of a charter is a test. The exit code is 0 if all hold, 1 if one does not.
    """
    compilations: list[Compilation] = [compiled(path, quiet=quiet) for path in expanded(paths)]
    if not any(compilation.outcomes for compilation in compilations):
        raise misuse("these charters expect nothing; write for instance `expect openness is entrenched`")
    sys.stdout.write(render_tests(compilations, format_, style(), quiet=quiet))
    if not all(outcome.holds for compilation in compilations for outcome in compilation.outcomes):
        raise typer.Exit(FINDINGS)
