"""`charter new`: from a model to a charter of one's own."""

from __future__ import annotations

import json
import os
import select
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import charterlang
from charterlang.founding import Unfit, found, model, models, questions, settled
from charterlang.founding.models import Model
from charterlang.founding.questions import moves
from charterlang.model.load import load as loaded
from charterlang.syntax import format_document, parse


def the(name: str) -> Model:
    chosen = model(name)
    assert chosen is not None
    return chosen


@pytest.mark.parametrize("name", models())
def test_every_model_can_be_given_other_names_throughout(name: str) -> None:
    chosen = the(name)
    ids = {f"{body.id}.name": f"our-{body.id}" for body in chosen.bodies() if body.founded}
    made = found(chosen, {"title": "Quillon", "currency": "CHF", "commons": "The shared loft", **ids})
    assert made.errors == ()
    assert chosen.title not in made.text
    assert format_document(parse("new.charter", made.text).value) == made.text
    before, after = (
        loaded(path, charterlang.MemoryFiles({path: text}), root="").value.names
        for path, text in (("old", chosen.text), ("new", made.text))
    )
    renamed = {body.id for body in chosen.bodies() if body.founded}
    assert renamed.isdisjoint(after.symbols)
    assert len(before.symbols) == len(after.symbols)
    assert len(before.references) == len(after.references)


def test_a_new_name_is_given_wherever_the_old_one_was_used() -> None:
    made = found(the("software-foundation"), {"foundation.name": "shield", "threadworks.name": "looms"})
    words = made.text.replace("Foundation", "").replace("Threadworks", "")
    assert " foundation" not in "\n".join(line.partition('"')[0] for line in words.splitlines() if line[:1] != "#")
    assert "threadworks" not in words
    assert "shield.council" in made.text
    assert "looms contributes 15% of surplus to shield" in made.text


def test_another_law_brings_forms_of_that_law_and_the_shares_it_asks_for() -> None:
    made = found(the("worker-coop"), {"jurisdiction": "United Kingdom"})
    assert made.errors == ()
    assert "jurisdiction  GB" in made.text
    assert "fr." not in made.text
    assert made.suited == ("Les gardiens du four: amend its articles by 3/4",)


def test_a_body_that_lives_under_another_law_stays_there() -> None:
    here = next(body for body in the("worker-coop").bodies() if body.id == "kiln")
    assert moves(here, "FR", "DE")
    assert not moves(here, "FR", "FR")
    assert not moves(replace(here, form="nl.bv"), "FR", "DE")


def test_what_a_registrar_asks_for_is_written_into_its_body() -> None:
    answers = {
        "firm.registered-office": 'Roof "7", Limoges',
        "firm.founders": "Ada, Bo , Cem",
        "firm.first-board": "Ada, Bo, Cem",
    }
    made = found(the("worker-coop"), answers)
    read = charterlang.load("n", charterlang.MemoryFiles({"n": made.text})).value
    said = {item.key: item.values for item in read.entities["kiln"].particulars}
    assert said["registered office"] == ('Roof "7", Limoges',)
    assert said["founders"] == ("Ada", "Bo", "Cem")


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("titel", "X", "did you mean `title`?"),
        ("firm.foundres", "X", "did you mean `kiln.founders`?"),
        ("jurisdiction", "Atlantis", "no legal form of `Atlantis`"),
        ("currency", "money", "three letters"),
        ("firm.name", "7 dwarfs", "try `the-7-dwarfs`"),
        ("firm.name", "keepers", "the name of something else"),
        ("firm.form", "fr.scap", "did you mean `fr.scop`?"),
        ("language", "tlh", "there are no papers in `tlh`"),
    ],
)
def test_an_answer_that_will_not_do_is_met_with_a_sentence(key: str, value: str, reason: str) -> None:
    with pytest.raises(Unfit) as refusal:
        found(the("worker-coop"), {key: value})
    assert reason in refusal.value.reason


@pytest.mark.parametrize("name", models())
def test_every_question_takes_the_answer_it_offers(name: str) -> None:
    chosen = the(name)
    offered = {question.key: question.default for question in questions(chosen, {}) if question.default}
    made = found(chosen, offered)
    assert made.errors == ()
    assert charterlang.load("n", charterlang.MemoryFiles({"n": made.text})).value.entities.keys() == (
        chosen.loaded.charter.entities.keys()
    )
    assert {key for key, _, _ in settled(chosen)} >= offered.keys()


def test_no_two_things_are_asked_for_in_the_same_words() -> None:
    for name in models():
        words = [question.words for question in questions(the(name), {})]
        assert len(words) == len(set(words)), name


def test_a_list_of_nobody_is_left_open() -> None:
    assert "particulars" not in found(the("worker-coop"), {"firm.founders": " , "}).text


# --- the command -----------------------------------------------------------------------------------------------------


def test_the_list_names_every_model(charter: Callable[..., Any]) -> None:
    answer = charter("new", "--list")
    assert answer.code == 0
    assert [name for name in models() if name not in answer.out] == []


def test_the_list_of_a_model_names_what_can_be_set(charter: Callable[..., Any]) -> None:
    answer = charter("new", "--list", "--from", "worker-coop")
    assert "kiln.registered-office" in answer.out
    assert "What is the whole called? [Kiln]" in answer.out


def test_a_script_gets_a_charter_that_checks_clean(charter: Callable[..., Any], here: Path) -> None:
    answer = charter("new", "--from", "worker-coop", "--set", "title=Weaver", "-o", "weaver.charter")
    assert (answer.code, answer.out) == (0, "wrote weaver.charter\n")
    assert 'firm weaver "Weaver SCOP"' in (here / "weaver.charter").read_text(encoding="utf-8")
    assert charter("check", "weaver.charter").code == 0
    assert charter("fmt", "--check", "weaver.charter").code == 0


def test_without_a_file_the_charter_goes_to_standard_output(charter: Callable[..., Any]) -> None:
    assert 'charter "Weaver" {' in charter("new", "--from", "worker-coop", "--set", "title=Weaver").out


def test_what_a_check_finds_errors_in_is_not_written(charter: Callable[..., Any], here: Path) -> None:
    answer = charter("new", "--from", "software-foundation", "--set", "firm.founders=Ada, Bo", "-o", "x.charter")
    assert answer.code == 1
    assert "LAW150: Two found Threadworks eG" in answer.err
    assert not (here / "x.charter").exists()


def test_a_file_that_is_there_stays(charter: Callable[..., Any], here: Path) -> None:
    (here / "x.charter").write_text("mine", encoding="utf-8")
    answer = charter("new", "--from", "worker-coop", "-o", "x.charter")
    assert answer.code == 2
    assert "x.charter is there already" in answer.err
    assert (here / "x.charter").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "x.charter"), "say which model to start from"),
        (("--from", "worker-cop", "-o", "x"), "did you mean `worker-coop`?"),
        (("--from", "worker-coop", "--set", "title"), "write KEY=VALUE"),
        (("--from", "worker-coop", "--set", "titel=X"), "did you mean `title`?"),
    ],
)
def test_misuse_is_answered_with_the_way_forward(
    charter: Callable[..., Any], arguments: tuple[str, ...], said: str
) -> None:
    answer = charter("new", *arguments)
    assert answer.code == 2
    assert said in answer.err


# --- the interview, on a real terminal -------------------------------------------------------------------------------


class Terminal:
    """The command on a pseudo-terminal: what it prints is awaited, and lines are typed to it."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        import pty

        self.said = ""
        self.child, self.line = pty.fork()
        if self.child == 0:
            os.chdir(folder)
            os.execve(
                sys.executable,
                [sys.executable, "-m", "charterlang.cli.main", "new", *arguments],
                {
                    **os.environ,
                    "TERM": "dumb",
                    "COLUMNS": "100",
                    "PYTHONPATH": str(Path(charterlang.__file__).parents[1]),
                },
            )

    def until(self, words: str, seconds: float = 20) -> None:
        """Read until `words` are printed."""
        end = time.monotonic() + seconds
        while words not in self.said:
            assert time.monotonic() < end, f"waited for {words!r}, heard {self.said!r}"
            self._read()
        self.said = self.said.partition(words)[2]

    def type(self, line: str) -> None:
        os.write(self.line, f"{line}\n".encode())

    def end(self) -> int:
        """Read to the end; the exit code."""
        while self._read():
            pass
        code = os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])
        os.close(self.line)
        return code

    def _read(self) -> bool:
        ready, _, _ = select.select([self.line], [], [], 0.5)
        if not ready:
            return True
        try:
            data = os.read(self.line, 65536)
        except OSError:  # the other side is closed
            return False
        self.said += data.decode(errors="replace").replace("\r\n", "\n")
        return bool(data)


def test_an_interview_goes_back_stops_goes_on_and_writes_a_charter(here: Path) -> None:
    first = Terminal(here)
    first.until("Its number or name")
    first.type("worker-coop")
    first.until("What is the whole called? [Kiln]")
    first.type("Waever")
    first.until("Under which country's law")
    first.type("back")
    first.until("What is the whole called? [Waever]")
    first.type("Weaver")
    first.until("Under which country's law")
    first.type("Atlantis")
    first.until("no legal form of `Atlantis` is in the tables")
    first.type("germany")
    first.until("In which language")
    first.type("quit")
    first.until("Your answers are kept in .charter-new.json")
    assert first.end() == 0
    assert json.loads((here / ".charter-new.json").read_text(encoding="utf-8")) == {
        "model": "worker-coop",
        "answers": {"title": "Weaver", "jurisdiction": "DE"},
    }

    second = Terminal(here)
    second.until("You were founding from worker-coop")
    second.type("")
    second.until("In which language are the papers? [en]")
    chosen = the("worker-coop")
    asked = questions(chosen, {"title": "Weaver", "jurisdiction": "DE"})
    for question in asked[[each.key for each in asked].index("language") :]:
        second.type("Ada, Bo, Cem" if question.key == "kiln.founders" else "")
    second.until("In which file shall it be written? [weaver.charter]")
    second.type("")
    second.until("Wrote weaver.charter. It holds: a check finds no errors.")
    assert second.end() == 0
    assert not (here / ".charter-new.json").exists()
    text = " ".join((here / "weaver.charter").read_text(encoding="utf-8").split())
    assert 'firm weaver "Weaver SCOP"' in text
    assert 'founders "Ada", "Bo", "Cem"' in text
    assert "form de.eg" in text
    assert not [each for each in charterlang.check(str(here / "weaver.charter")).findings if each.severity == "error"]


def test_an_interview_asks_again_what_stands_in_the_way(here: Path) -> None:
    terminal = Terminal(here, "--from", "software-foundation")
    for question in questions(the("software-foundation"), {}):
        terminal.type("Ada, Bo" if question.key == "threadworks.founders" else "")
    terminal.type("")
    terminal.until("LAW150: Two found Threadworks eG")
    terminal.until("Who founds Threadworks eG? Names, with commas between them [Ada, Bo]")
    terminal.type("Ada, Bo, Cem")
    terminal.until("In which file shall it be written?")
    terminal.type("quit")
    assert terminal.end() == 0
    assert not list(here.glob("*.charter"))
