"""The interview of `charter new`: one plain question after the other, with a way back and a way out."""

from __future__ import annotations

import json
import os
import textwrap
from typing import TYPE_CHECKING, Any

import typer

from charterlang.cli.charters import ENDING
from charterlang.cli.main import MISUSE
from charterlang.cli.new import chosen, show, told, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from charterlang.founding import Founded, Model, Question

KEPT = ".charter-new.json"
"""Where the answers of an interview that was left are kept, in the working folder."""

_BACK, _QUIT, _OPEN = "back", "quit", "-"
_WIDTH = 78


class _Back(Exception):  # noqa: N818  (it is a wish, not an error)
    """The founder wants the question before this one."""


class _Quit(Exception):  # noqa: N818  (it is a wish, not an error)
    """The founder wants to stop here."""


def interview(model: Model | None, *, overwrite: bool) -> None:
    """Ask, and write the charter. `model` is where to start from, None to ask for that too."""
    print("Enter keeps what stands in brackets, `-` takes an answer of yours back.")
    print("`back` goes back a question, `quit` stops and keeps your answers.\n")
    answers: dict[str, str] = {}
    try:
        kept = _kept(model)
        if kept is not None:
            model, answers = kept
        model = model or _model()
        made, path = _asked(model, answers, overwrite=overwrite)
    except (_Quit, typer.Abort) as end:
        _keep(model, answers)
        raise typer.Exit(MISUSE if isinstance(end, typer.Abort) else 0) from None
    write(path, made.text, overwrite=True)
    if os.path.exists(KEPT):
        os.remove(KEPT)
    print(f"\nWrote {path}. It holds: a check finds no errors.")
    told(made)
    print(f"Next: open it and read it; `charter check {path}` says what protects it, `charter build {path} -o papers`")
    print("writes the papers. They are a draft: have them reviewed by a lawyer of that country.")


def _asked(model: Model, answers: dict[str, str], *, overwrite: bool) -> tuple[Founded, str]:
    """Every question in turn, the file's name last, until a check of the charter finds no errors."""
    from charterlang.founding import Unfit, found, questions
    from charterlang.founding.questions import slug

    at = _first_open(questions(model, answers), answers)
    mending = False
    while True:
        asked = questions(model, answers)
        try:
            if at < len(asked):
                _answer(model, asked[at], answers)
                # One answer mended among all that were given: the rest need not be heard again.
                at = _first_open(questions(model, answers), answers) if mending else at + 1
                mending = False
                continue
            path = _file(f"{slug(answers.get('title', model.title))}{ENDING}", overwrite=overwrite)
            try:
                made = found(model, _said(answers), path)
            except Unfit as problem:
                print(f"  {problem.reason}")
                at = next((number for number, one in enumerate(asked) if one.key == problem.key), at - 1)
                continue
            if not made.errors:
                return made, path
            show(made, path)
            print("Change the answer that stands in the way; `back` leads to the ones before it.")
            at, mending = _to_mend(made, asked), True
        except _Back:
            at, mending = max(at - 1, 0), False


def _to_mend(made: Founded, asked: Sequence[Question]) -> int:
    """The question to ask again: of the body that an error speaks of, its form; else the first."""
    for finding in made.errors:
        owner = finding.subject.partition(".")[0]
        for part in ("founders", "form") if "found" in finding.message else ("form", "founders"):
            for number, question in enumerate(asked):
                if question.key == f"{owner}.{part}":
                    return number
    return len(asked) - 1


def _said(answers: dict[str, str]) -> dict[str, str]:
    """The answers that say something: a question passed over leaves the model as it is."""
    return {key: value for key, value in answers.items() if value}


def _first_open(asked: Sequence[Question], answers: dict[str, str]) -> int:
    return next((number for number, question in enumerate(asked) if question.key not in answers), len(asked))


def _answer(model: Model, question: Question, answers: dict[str, str]) -> None:
    """Ask one question until its answer will do. An answer kept as it was counts as none."""
    from charterlang.founding import Unfit
    from charterlang.founding.answers import accepted

    before = answers.get(question.key) or question.default
    if question.choices:
        for number, (choice, words) in enumerate(question.choices, 1):
            print(f"  {number}. {choice}  {words}")
    words = textwrap.fill(question.words, _WIDTH) + (" (may stay open)" if question.optional and not before else "")
    while True:
        said = _prompt(words, before)
        if said.isdecimal() and 0 < int(said) <= len(question.choices):
            said = question.choices[int(said) - 1][0]
        if said == _OPEN or (said == question.default and not question.choices):
            answers[question.key] = ""
            return
        try:
            tidy = accepted(model, {question.key: said})
        except Unfit as problem:
            print(f"  {problem.reason}")
            continue
        answers[question.key] = tidy.get(question.key, "")
        return


def _prompt(words: str, default: str) -> str:
    """What was typed; raises `_Back` and `_Quit` where that was the wish."""
    typed: Any = typer.prompt(words, default=default, show_default=bool(default))
    said = str(typed).strip()
    if said.casefold() == _BACK:
        raise _Back
    if said.casefold() == _QUIT:
        raise _Quit
    return said


def _model() -> Model:
    """Which model the founder wants to start from."""
    from charterlang.founding import model, models

    names = models()
    print("Which of these is most like what you have in mind?\n")
    for number, name in enumerate(names, 1):
        each = model(name)
        about = each.about if each is not None else ""
        print(f"{number:>3}. {name}")
        print(textwrap.fill(about, _WIDTH, initial_indent="     ", subsequent_indent="     "))
    while True:
        try:
            said = _prompt("\nIts number or name", "1")
        except _Back:
            continue
        if said.isdecimal() and 0 < int(said) <= len(names):
            said = names[int(said) - 1]
        if said in names:
            return chosen(said)
        print(f"  there is no `{said}`; type a number from 1 to {len(names)}")


def _file(name: str, *, overwrite: bool) -> str:
    """The file to write to, one that is not there yet unless it may be replaced."""
    while True:
        said = _prompt("In which file shall it be written?", name)
        if overwrite or not os.path.exists(said):
            return said
        print(f"  {said} is there already; name another file")


def _keep(model: Model | None, answers: dict[str, str]) -> None:
    """Keep the answers for the next time."""
    if model is None:
        print("\nNothing was written.")
        return
    from charterlang.output import NotWritable, write_file

    text = json.dumps({"model": model.name, "answers": answers}, ensure_ascii=False, indent=1) + "\n"
    try:
        write_file(KEPT, text.encode())
    except NotWritable as problem:
        print(f"\nNothing was written, and the answers could not be kept: {problem}")
    else:
        print(f"\nNo charter was written. Your answers are kept in {KEPT}; `charter new` goes on from there.")


def _kept(wanted: Model | None) -> tuple[Model, dict[str, str]] | None:
    """The model and answers of an interview that was left, if there is one and the founder wants to go on with it."""
    from charterlang.founding import model

    try:
        with open(KEPT, encoding="utf-8") as file:
            said: Any = json.load(file)
        found = model(str(said["model"]))
        answers = {str(key): str(value) for key, value in said["answers"].items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None
    if found is None or (wanted is not None and wanted.name != found.name):
        return None
    try:
        go_on = _prompt(f"You were founding from {found.name}. Go on from there? yes or no", "yes")
    except _Back:
        return None
    return (found, answers) if go_on.casefold() in {"yes", "y"} else None
