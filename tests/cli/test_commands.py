"""The other commands, as their users meet them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]

HEAD = 'charter "A" { edition 1 }\n'
UGLY = 'charter "A" {\n edition   1\n   version "2"\n}\n'
NEAT = 'charter "A" {\n  edition  1\n  version  "2"\n}\n'


# --- the command itself ---------------------------------------------------------------------------------------------


def test_the_installed_command_says_its_version() -> None:
    command = Path(sys.executable).with_name("charter")
    told = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)
    assert told.stdout == "charter 0.1.0\n"


def test_without_arguments_it_lists_its_commands(charter: Command) -> None:
    answer = charter()
    for name in ("check", "build", "fmt", "test", "explain", "who-can", "what-if", "rules", "forms"):
        assert f"\n  {name} " in answer.out + answer.err


@pytest.mark.parametrize(
    "name", ["check", "build", "fmt", "test", "explain", "who-can", "what-if", "forms", "completion"]
)
def test_every_command_has_help_whose_summary_is_not_cut(charter: Command, name: str) -> None:
    assert charter(name, "--help").code == 0
    (line,) = [line for line in charter("--help").out.splitlines() if line.startswith(f"  {name} ")]
    assert not line.endswith("...")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chekc", "a.charter"], "Did you mean 'check'?"),
        (["check"], "Missing argument"),
        (["check", "--formt", "json", "a.charter"], "No such option: --formt"),
        (["check", "--format", "jsn", "a.charter"], "there is no `jsn`; did you mean `json`?"),
        (["build", "a.charter"], "Missing option '--out'"),
    ],
)
def test_a_misuse_is_answered_with_what_was_meant(charter: Command, arguments: list[str], said: str) -> None:
    answer = charter(*arguments)
    assert answer.code == 2
    assert said in answer.err


def test_a_mistake_of_ours_is_owned_up_to_without_a_trace(
    charter: Command, kitchen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by a test")

    monkeypatch.setattr("charterlang.compiler.check", breaks)
    answer = charter("check", "kitchen.charter")
    assert answer.code == 2
    assert "this is a mistake in the compiler, not in your charter" in answer.err
    assert "ZeroDivisionError: by a test" in answer.err
    assert "charter check kitchen.charter" in answer.err
    assert "Traceback" not in answer.err
    monkeypatch.setenv("CHARTER_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        charter("check", "kitchen.charter")


def test_colours_come_only_where_they_are_wanted(
    charter: Command, brindle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b" not in charter("check", "brindle.charter").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in charter("check", "brindle.charter").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in charter("check", "brindle.charter").out


def test_lines_follow_the_width_that_is_asked_for(
    charter: Command, brindle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for asked, width in (("80", 80), ("40", 80), ("110", 110), ("400", 120)):
        monkeypatch.setenv("COLUMNS", asked)
        assert max(map(len, charter("check", "brindle.charter").out.splitlines())) in range(width - 20, width + 1)


def test_a_terminal_that_lacks_a_character_does_not_stop_the_command(kitchen: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "charterlang.cli.main", "check", "kitchen.charter"]
    told = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
    assert (told.returncode, told.stderr) == (0, "")
    assert "3 values protected ? 0 errors" in told.stdout


# --- fmt ------------------------------------------------------------------------------------------------------------


def test_fmt_lays_a_file_out_and_then_has_nothing_to_do(charter: Command, here: Path) -> None:
    (here / "a.charter").write_text(UGLY)
    assert charter("fmt", "a.charter").out == "laid out a.charter anew\n"
    assert (here / "a.charter").read_text() == NEAT
    assert charter("fmt", "a.charter").out == ""


def test_fmt_can_only_look(charter: Command, here: Path) -> None:
    (here / "a.charter").write_text(UGLY)
    checked, shown = charter("fmt", "--check", "."), charter("fmt", "--diff", ".")
    assert (checked.code, checked.out) == (1, "would lay out a.charter anew\n")
    assert shown.code == 1
    assert '-   version "2"\n+  edition  1\n+  version  "2"\n' in shown.out
    assert (here / "a.charter").read_text() == UGLY


def test_fmt_reads_standard_input_and_writes_standard_output(charter: Command) -> None:
    assert charter("fmt", "-", stdin=UGLY.encode()).out == NEAT


def test_fmt_leaves_alone_what_it_cannot_read(charter: Command, here: Path) -> None:
    text = "frm   x  {{\n" + UGLY
    (here / "a.charter").write_text(text)
    (here / "b.charter").write_bytes(b"\xff\xfe")
    answer = charter("fmt", "a.charter", "b.charter")
    assert answer.code == 2
    assert "b.charter" in answer.err
    assert (here / "a.charter").read_text().startswith("frm   x  {{\n")
    assert (here / "a.charter").read_text().endswith(NEAT)


# --- test, who-can, what-if -----------------------------------------------------------------------------------------


def test_test_counts_what_holds_and_shows_what_does_not(charter: Command, brindle: Path) -> None:
    assert charter("test", "brindle.charter").out.endswith("2 expectations: 2 hold, 0 fail\n")
    brindle.write_text(brindle.read_text() + "expect openness is entrenched\n")
    answer = charter("test", "-q", "brindle.charter")
    assert answer.code == 1
    first, second, *_ = answer.out.splitlines()
    assert first.startswith("fails  brindle.charter:")
    assert "found: openness" in second
    assert answer.out.endswith("3 expectations: 2 hold, 1 fails\n")


def test_test_of_charters_that_expect_nothing_says_how_to(charter: Command, here: Path) -> None:
    (here / "a.charter").write_text(HEAD)
    answer = charter("test", "a.charter")
    assert answer.code == 2
    assert "write for instance `expect openness is entrenched`" in answer.err


def test_who_can_names_the_smallest_groups(charter: Command, brindle: Path) -> None:
    answer = charter("who-can", "relicense", "brindle", "brindle.charter", "--steps")
    assert answer.code == 0
    assert answer.out.splitlines()[1].split() == ["Harbour", "Fund", "exposed", "(0)"]
    assert "  1. Harbour Fund holds 55" in answer.out


def test_who_can_takes_the_words_of_the_charter_and_mends_slips(charter: Command, kitchen: Path) -> None:
    assert charter("who-can", "transfer", "kitchen.trademark", "kitchen.charter").out.startswith("Nobody can ")
    assert "did you mean `sell`" in charter("who-can", "sel", "vendors", "kitchen.charter").err
    assert "did you mean `vendors`" in charter("who-can", "sell", "vendor", "kitchen.charter").err
    assert "say whose: ENTITY.articles" in charter("who-can", "amend", "articles", "kitchen.charter").err


def test_what_if_some_act_together(charter: Command, brindle: Path, kitchen: Path) -> None:
    broken = charter("what-if", "--together", "harbour-fund", "brindle.charter")
    assert broken.code == 1
    assert broken.out.startswith("Harbour Fund can break:\n  openness of Brindle")
    held = charter("what-if", "--together", "vendors,donors", "kitchen.charter")
    assert held.code == 0
    assert held.out == "Street Vendors' Cooperative and Individual donors together can break no value.\n"


def test_what_if_somebody_is_gone(charter: Command, kitchen: Path) -> None:
    answer = charter("what-if", "--without", "kitchen", "kitchen.charter")
    assert answer.code == 1
    assert "openness of The Open Cookbook falls from entrenched (4)" in answer.out
    assert "did you mean `kitchen`" in charter("what-if", "--without", "kitchn", "kitchen.charter").err
    assert charter("what-if", "kitchen.charter").code == 2


def test_questions_are_answered_for_what_can_be_read(charter: Command, brindle: Path) -> None:
    brindle.write_text(brindle.read_text() + "frm slip {}\n")
    answer = charter("who-can", "relicense", "brindle", "brindle.charter")
    assert answer.code == 0
    assert "`charter check` names them" in answer.err


# --- looking things up ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("POW110", "POW110 exposed-value"),
        ("pow110", "POW110 exposed-value"),
        ("exposed-value", "POW110 exposed-value"),
        ("POW", "POW: power"),
        ("entrenched", "Level 4."),
        ("beyond reach", "Level 5."),
        ("openness", "future versions are closed"),
        ("us.ny.nfp", "New York not-for-profit corporation"),
        ("CC-BY-SA-4.0", "Comes back"),
        ("golden-share", "Golden share"),
    ],
)
def test_explain_knows_codes_levels_kinds_and_the_law(charter: Command, word: str, said: str) -> None:
    answer = charter("explain", *word.split())
    assert answer.code == 0
    assert said.casefold() in " ".join(answer.out.split()).casefold()


def test_explain_suggests_what_was_meant(charter: Command) -> None:
    answer = charter("explain", "POW111O")
    assert answer.code == 2
    assert "did you mean POW111" in answer.err


def test_rules_forms_licences_and_instruments_are_listed_and_described(charter: Command) -> None:
    assert any(line.startswith("POW110  error") for line in charter("rules").out.splitlines())
    assert all(line.startswith("TIE") for line in charter("rules", "tie").out.splitlines())
    assert charter("forms", "new", "york", "co-operative").out.startswith("us.ny.")
    assert {line.split()[1] for line in charter("forms", "--in", "DE").out.splitlines()} == {"DE"}
    assert "Asset lock" in charter("forms", "uk.cbs").out
    assert charter("licences", "creative", "commons").code == 0
    assert "Users must" in charter("licences", "AGPL-3.0-only").out
    assert "Undone by" in charter("instruments", "golden-share").out
    for arguments in (("rules", "XYZ"), ("forms", "--in", "XX"), ("licences", "qqqqqq")):
        assert charter(*arguments).code == 2


def test_completion_prints_a_script_for_a_shell(charter: Command) -> None:
    answer = charter("completion", "bash")
    assert answer.code == 0
    assert "_CHARTER_COMPLETE=complete_bash" in answer.out
    env = {**os.environ, "_CHARTER_COMPLETE": "complete_bash", "COMP_WORDS": "charter wh", "COMP_CWORD": "1"}
    command = Path(sys.executable).with_name("charter")
    told = subprocess.run([command], capture_output=True, text=True, env=env, check=False)
    assert told.stdout.split() == ["who-can", "what-if"]


# --- settings -------------------------------------------------------------------------------------------------------


def test_json_names_the_files_as_the_repository_does(charter: Command, kitchen: Path, here: Path) -> None:
    answer = charter("check", "-fjson", str(kitchen))
    assert json.loads(answer.out)["files"][0]["file"] == "kitchen.charter"


# --- graph ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "start"),
    [("circles", "<svg"), ("report", "<!DOCTYPE html>"), ("mermaid", "flowchart"), ("dot", "digraph"), ("json", "{")],
)
def test_graph_writes_pictures_and_ties(charter: Command, kitchen: Path, here: Path, name: str, start: str) -> None:
    shown = charter("graph", "kitchen.charter", "--as", name)
    assert start in shown.out[:400]
    assert charter("graph", "kitchen.charter", "--as", name, "-o", "drawn").out == ""
    assert (here / "drawn").read_text(encoding="utf-8") == shown.out
