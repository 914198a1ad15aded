"""`charter who-can`: the smallest groups that could do something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from charterlang.cli.charters import compiled, misuse
from charterlang.cli.options import CharterFile
from charterlang.cli.terminal import style
from charterlang.render.columns import wrap
from charterlang.render.palette import Style

if TYPE_CHECKING:
    from charterlang.compiler import Compilation
    from charterlang.model.decisions import Act
    from charterlang.powers.verdicts import Member, Protection
    from charterlang.source import Finding

_GAP = 3


def who_can(
    action: Annotated[str, typer.Argument(metavar="ACTION", help="What is done: `sell`, `amend`, `relicense` …")],
    thing: Annotated[
        str, typer.Argument(metavar="THING", help="To what, as the charter names it: `kitchen.articles`.")
    ],
    file: CharterFile,
    steps: Annotated[bool, typer.Option("--steps", "-s", help="Say how the first of them could do it.")] = False,
) -> None:
    """Say who could do something.

    All consents count here, whatever they test. The exit code is 0 whatever the answer.
    """
    compilation = compiled(file)
    act = asked(compilation, f"{action} {thing}")
    shown = style()
    for line in _answer(compilation, act, shown, steps=steps):
        print(line)


def asked(compilation: Compilation, words: str) -> Act:
    """The act that the words name in a charter; a misuse where they name none."""
    from charterlang import compiler

    found = compiler.act_in_words(compilation, words)
    if found.value is None or not found.value.thing:
        problem = next(iter(found.findings), None)
        said = problem.message if problem else f"`{words}` names no act upon a thing of this charter"
        raise misuse(f"{said}{_hint(problem)}")
    return found.value


def _hint(problem: Finding | None) -> str:
    """What a slip may have meant, or how to say it."""
    if problem is None:
        return ""
    near = problem.label if "did you mean" in problem.label else ""
    hint = near or next(iter(problem.help), problem.label)
    return f"; {hint}" if hint else ""


def _answer(compilation: Compilation, act: Act, shown: Style, *, steps: bool) -> list[str]:
    """The answer in lines: the groups, what commercial parties could do, and the steps if asked for."""
    from charterlang.checks.phrases import act_words, standing
    from charterlang.checks.words import sentence

    context = compilation.context
    found = compilation.analysis.who_can(act)
    if found.level is None:
        return wrap(sentence(f"not examined: {found.missing}"), shown.width)
    what = act_words(context, act)
    smallest = (found.coalition,) if found.coalition else ()
    groups = tuple(dict.fromkeys((*smallest, *compilation.analysis.others_who_can(act))))
    if not groups:
        return wrap(sentence(f"nobody can {what}: {_bar(found)}"), shown.width)
    verdict = standing(found.level)
    lines = [_opening(groups, what), *_groups(compilation, groups, verdict, shown)]
    lines += wrap(_commercial(compilation, act, found), shown.width)
    if steps:
        lines += ["How the first could:"]
        for number, step in enumerate(found.steps, 1):
            first, *rest = wrap(step.text, shown.width - 5)
            lines += [f"  {number}. {first}", *(f"     {row}" for row in rest)]
    return [line for line in lines if line]


def _bar(found: Protection) -> str:
    return found.bars[0].text if found.bars else found.level.meaning if found.level is not None else ""


def _opening(groups: tuple[tuple[Member, ...], ...], what: str) -> str:
    """`Nobody alone can sell X. The smallest groups that can:`, or that there are some who can alone."""
    from charterlang.checks.words import sentence

    alone = [group for group in groups if len(group) == 1 and group[0].strength in ("", "sitting")]
    if alone:
        return f"These can {what}:" if len(groups) > 1 else f"One party can {what} alone:"
    rest = "The smallest groups that can:" if len(groups) > 1 else "The smallest group that can:"
    return f"{sentence(f'nobody alone can {what}')} {rest}"


def _groups(compilation: Compilation, groups: tuple[tuple[Member, ...], ...], verdict: str, shown: Style) -> list[str]:
    """One group a line, the verdict behind the first."""
    from charterlang.checks.phrases import group_words

    lines: list[str] = []
    for number, group in enumerate(groups):
        room = shown.width - 2 - (len(verdict) + _GAP if number == 0 else 0)
        rows = wrap(group_words(compilation.context, group), room)
        first = f"  {rows[0]}"
        if number == 0:
            first = f"{first:<{shown.width - len(verdict) - 1}} " + shown.paint("verdict", verdict)
        lines += [first, *(f"    {row}" for row in rows[1:])]
    return lines


def _commercial(compilation: Compilation, act: Act, found: Protection) -> str:
    """Whether all firms and investors together could do it, where they are not the answer already."""
    from charterlang.powers.verdicts import Level

    parties = [entity.id for entity in compilation.charter.of_kind("firm", "investor")]
    if not parties or found.level is None or found.level <= Level.COMMERCIAL:
        return ""
    if compilation.analysis.can(parties, act):
        return "Firms and investors together can do it too."
    return "Firms and investors together cannot."
