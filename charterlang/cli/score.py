"""`charter score`: what a charter answers to the questions that lasting commons answer, line by line."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from charterlang.cli.charters import compiled
from charterlang.cli.options import CharterFile, Quiet, one_of
from charterlang.cli.terminal import style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from charterlang.compiler import Compilation
    from charterlang.measures.answers import Answer, Score

FORMATS = ("text", "json")
_MARKS = {"yes": "yes   ", "partly": "partly", "no": "no    ", "silent": "silent"}
_BAR = 20


def score(
    file: CharterFile,
    format_: Annotated[
        str,
        typer.Option(
            "--format", "-f", help="How the answer is written.", metavar="|".join(FORMATS), callback=one_of(FORMATS)
        ),
    ] = "text",
    quiet: Quiet = False,
) -> None:
    """Say what a charter answers, and what it leaves open.

    The six economic questions, Ostrom's design principles, everybody with a stake, the Open Governance Index, the
    co-operative principles: each question is answered yes, partly, no or silent, with the lines that answer. With
    `--quiet` only what is not answered yes. The exit code is 0 whatever the answers.
    """
    from charterlang.measures.scores import scores

    compilation = compiled(file, quiet=quiet)
    found = scores(compilation.context)
    if format_ == "json":
        json.dump(as_json(compilation, found), sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
    else:
        sys.stdout.write(as_text(compilation, found, width=style().width, quiet=quiet))


def as_json(compilation: Compilation, found: Sequence[Score]) -> dict[str, Any]:
    """The scores as plain data; `lines` are places as `file:line:column`."""
    return {
        "charter": compilation.file,
        "scores": [
            {
                "id": each.id,
                "title": each.title,
                "about": each.about,
                "percent": _percent(each),
                "answered": sum(answer.word != "silent" for answer in each.answers),
                "asked": len(each.answers),
                "note": each.note,
                "answers": [
                    {
                        "id": answer.id,
                        "title": answer.title,
                        "question": answer.question,
                        "answer": str(answer.word),
                        "because": answer.because,
                        "lines": _places(compilation, answer),
                        "statement": answer.statement,
                    }
                    for answer in each.answers
                ],
            }
            for each in found
        ],
    }


def as_text(compilation: Compilation, found: Sequence[Score], *, width: int, quiet: bool = False) -> str:
    """The scores in words, a bar above each, and a line for each question."""
    from charterlang.render.columns import harmless, wrap

    lines: list[str] = []
    for each in found:
        full = round(_BAR * each.share)
        told = sum(answer.word != "silent" for answer in each.answers)
        about = f" — {each.label}" if each.label else ""
        lines.append(f"{each.title}{about}")
        bar = "█" * full + "░" * (_BAR - full)
        lines.append(f"  {bar}  {_percent(each)} %; {told} of {len(each.answers)} questions answered")
        for answer in each.answers:
            if quiet and answer.word == "yes":
                continue
            places = _places(compilation, answer)
            where = f" [{places[0]}{f' and {len(places) - 1} more' if len(places) > 1 else ''}]" if places else ""
            said = f"{answer.title.rstrip('?')}: {answer.because}{where}"
            lines += _hung(wrap(said, width - 10), f"  {_MARKS[answer.word]}  ")
            if answer.statement and answer.word == "silent":
                lines += _hung(wrap(f"it would be answered by `{answer.statement}`", width - 10), " " * 10)
        if each.note:
            lines += _hung(wrap(each.note, width - 2), "  ")
        lines.append("")
    return harmless("\n".join(lines))


def _hung(lines: Sequence[str], head: str) -> list[str]:
    """Lines behind a head, the others indented as far."""
    return [f"{head if at == 0 else ' ' * len(head)}{line}" for at, line in enumerate(lines)]


def _percent(score: Score) -> int:
    return round(100 * score.share)


def _places(compilation: Compilation, answer: Answer) -> list[str]:
    """The lines that answer, as `file:line:column`."""
    return [compilation.sources.where(span) for span in answer.spans if span.file in compilation.sources]
