"""`charter new`: a charter of one's own, by an interview or from the command line."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from charterlang.cli.charters import ENDING, misuse
from charterlang.cli.main import FINDINGS
from charterlang.cli.options import unknown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from charterlang.founding import Founded, Model


def new(
    from_: Annotated[
        str, typer.Option("--from", metavar="MODEL", help="The model charter to start from; `--list` names them.")
    ] = "",
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="KEY=VALUE", help="Answer a question beforehand; may be said many times."),
    ] = None,
    out: Annotated[str, typer.Option("--out", "-o", metavar="FILE", help="Where to write the charter.")] = "",
    list_: Annotated[
        bool, typer.Option("--list", help="List the model charters; with `--from`, what can be set in that one.")
    ] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace a file that is there already.")] = False,
) -> None:
    """Write a charter of one's own from a model.

    On a terminal it asks, one plain question after the other: Enter keeps what the model says, `back` goes back, `quit`
    stops and keeps the answers for the next time. With `--set` or `--out` it asks nothing: what is not set stays as the
    model has it, and without `--out` the charter goes to standard output. Nothing is written that a check would find
    errors in; the exit code is then 1.
    """
    if list_:
        _list(from_)
        return
    if not (set_ or out) and sys.stdin.isatty():
        from charterlang.cli.interview import interview

        interview(chosen(from_) if from_ else None, overwrite=overwrite)
        return
    if not from_:
        raise misuse("say which model to start from: --from MODEL; `charter new --list` names them")
    made = _made(chosen(from_), _answers(set_ or ()), out or f"new{ENDING}")
    if made.errors:
        show(made, out or f"new{ENDING}")
        raise typer.Exit(FINDINGS)
    if not out:
        sys.stdout.write(made.text)
        return
    write(out, made.text, overwrite=overwrite)
    print(f"wrote {out}")
    told(made)


def chosen(name: str) -> Model:
    """The model of this name; ends the command if there is none."""
    from charterlang.founding import model, models

    found = model(name)
    if found is None:
        raise misuse(f"--from: {unknown(name, models())}")
    return found


def write(path: str, text: str, *, overwrite: bool) -> None:
    """Write the charter, but not over a file that is there already."""
    from charterlang.output import NotWritable, write_file

    if os.path.exists(path) and not overwrite:
        raise misuse(f"{path} is there already; name another file, or say --overwrite")
    try:
        write_file(path, text.encode())
    except NotWritable as problem:
        raise misuse(str(problem)) from None


def told(made: Founded) -> None:
    """Say what was changed to suit the law of another country."""
    for change in made.suited:
        print(f"  to suit the law: {change}")


def show(made: Founded, path: str) -> None:
    """Say what keeps a charter from being written."""
    count = len(made.errors)
    found = "an error" if count == 1 else f"{count} errors"
    print(f"Nothing was written to {path}. A check finds {found}:", file=sys.stderr)
    for finding in made.errors:
        print(f"  {finding.code}: {finding.message}", file=sys.stderr)
        for line in finding.help:
            print(f"      {line}", file=sys.stderr)


def _answers(given: Sequence[str]) -> dict[str, str]:
    answers: dict[str, str] = {}
    for item in given:
        key, mark, value = item.partition("=")
        if not mark:
            raise misuse(f"--set {item}: write KEY=VALUE, as in --set title='Our Kitchen'")
        answers[key.strip()] = value
    return answers


def _made(model: Model, answers: Mapping[str, str], path: str) -> Founded:
    from charterlang.founding import Unfit, found

    try:
        return found(model, answers, path)
    except Unfit as problem:
        raise misuse(f"--set {problem}; `charter new --from {model.name} --list` says what can be set") from None


def _list(name: str) -> None:
    """Print the models, or what can be set in one."""
    from charterlang.founding import model, models, settled

    if name:
        for key, words, default in settled(chosen(name)):
            print(f"{key}\n    {words}{f' [{default}]' if default else ''}")
        return
    import textwrap

    for each in filter(None, map(model, models())):
        print(f"{each.name}  ({each.title})")
        print(textwrap.fill(each.about, 90, initial_indent="    ", subsequent_indent="    "))
