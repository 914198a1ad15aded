"""`charter what-if`: what falls if some act together, or if one is gone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from charterlang.cli.charters import compiled, misuse
from charterlang.cli.main import FINDINGS
from charterlang.cli.options import CharterFile, unknown, words
from charterlang.cli.terminal import style
from charterlang.render.columns import wrap

if TYPE_CHECKING:
    from charterlang.compiler import Compilation


def what_if(
    file: CharterFile,
    together: Annotated[
        list[str] | None, typer.Option("--together", metavar="NAMES", help="These parties act together: `a,b`.")
    ] = None,
    without: Annotated[
        str, typer.Option("--without", metavar="NAME", help="This funder, host, firm or guardian is gone.")
    ] = "",
) -> None:
    """Say what falls if some act together or one is gone.

    The exit code is 1 if a protected value falls, else 0.
    """
    parties = words(together)
    if bool(parties) == bool(without):
        raise misuse("say either `--together a,b` or `--without a`")
    compilation = compiled(file)
    known = (*compilation.charter.entities, *compilation.charter.classes, *compilation.charter.organs)
    for name in (*parties, *([without] if without else ())):
        if name not in known:
            raise misuse(unknown(name, known))
    lines = list(_together(compilation, parties) if parties else _without(compilation, without))
    fell = bool(lines)
    if not fell:
        lines = [
            f"{_names(compilation, parties)} can break no value." if parties else f"Nothing falls without {without}."
        ]
    for line in lines:
        print(line)
    if fell:
        raise typer.Exit(FINDINGS)


def _names(compilation: Compilation, parties: tuple[str, ...]) -> str:
    from charterlang.checks.words import listing

    together = " together" if len(parties) > 1 else ""
    return listing([compilation.context.label(name) for name in parties]) + together


def _together(compilation: Compilation, parties: tuple[str, ...]) -> Iterator[str]:
    """Every breach within the reach of these parties, value by value."""
    from charterlang.checks.phrases import act_words
    from charterlang.checks.words import listing
    from charterlang.powers.questions import broken_by

    context = compilation.context
    found = broken_by(compilation.analysis, parties)
    if not found:
        return
    yield f"{_names(compilation, parties)} can break:"
    for value, subject in dict.fromkeys((each.value, each.subject) for each in found):
        acts = [act_words(context, each.act, value) for each in found if (each.value, each.subject) == (value, subject)]
        yield from _row(f"{value} of {context.label(subject)}: {listing(list(dict.fromkeys(acts)), 'or')}")


def _without(compilation: Compilation, party: str) -> Iterator[str]:
    """What falls, loses its holder, or is starved when a party is gone."""
    from charterlang.checks.phrases import standing
    from charterlang.checks.words import listing
    from charterlang.powers.questions import without

    context = compilation.context
    found = without(compilation.analysis, party)
    lines = [
        f"{fall.value} of {context.label(fall.subject)} falls from {standing(fall.before)} to {standing(fall.after)}"
        for fall in found.falls
    ]
    if found.ownerless:
        lines.append(f"{listing([context.label(name) for name in found.ownerless])} would have no holder")
    if found.starved:
        lines.append(f"{listing([context.label(name) for name in found.starved])} would lose most of what carries it")
    if found.flows:
        lines.append(f"these flows would end: {listing(list(found.flows))}")
    if lines:
        yield f"Without {context.label(party)}:"
        for line in lines:
            yield from _row(line)


def _row(text: str) -> Iterator[str]:
    first, *rest = wrap(text, style().width - 4)
    yield f"  {first}"
    yield from (f"    {row}" for row in rest)
