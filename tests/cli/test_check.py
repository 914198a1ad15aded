"""`charter check`, as its users meet it."""

from __future__ import annotations

import json
import os
import stat
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]

HEAD = 'charter "A" { edition 1 }\n'


def test_a_charter_that_holds_is_summed_up(charter: Command, kitchen: Path) -> None:
    answer = charter("check", "kitchen.charter")
    assert answer.code == 0
    heading, *values = answer.out.strip().rpartition("\n\n")[2].split("\n")
    assert heading.startswith("kitchen.charter   3 values protected · 0 errors")
    assert [line.split()[:2] for line in values] == [
        ["openness", "entrenched"],
        ["care", "entrenched"],
        ["self-rule", "entrenched"],
    ]


def test_a_charter_that_does_not_hold_shows_who_could_break_it_and_how(charter: Command, brindle: Path) -> None:
    answer = charter("check", "brindle.charter")
    assert answer.code == 1
    assert "Harbour Fund can close future versions of Brindle" in answer.out
    assert "openness: exposed (0)" in answer.out
    assert "1. Harbour Fund holds 55" in answer.out
    assert "0 of 2 values protected" in answer.out
    assert max(map(len, answer.out.split("\n"))) <= 100


def test_quiet_leaves_the_summary_out(charter: Command, kitchen: Path, brindle: Path) -> None:
    assert "values protected" not in charter("check", "--quiet", "brindle.charter").out


def test_standard_input_is_a_charter_too(charter: Command, here: Path) -> None:
    answer = charter("check", "-", stdin=b'charter "A" { edition 1 }\nvalue care { kind carre }\n')
    assert "--> <stdin>:2:19" in answer.out


def test_a_folder_stands_for_the_charters_in_it(charter: Command, here: Path) -> None:
    for name in ("a.charter", "deep/b.charter", "build/c.charter", ".git/d.charter", "notes.txt"):
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_text(HEAD)
    files = json.loads(charter("check", ".", "--format", "json").out)["files"]
    assert [file["file"] for file in files] == ["a.charter", "deep/b.charter"]


def test_a_folder_without_charters_is_a_misuse(charter: Command, here: Path) -> None:
    answer = charter("check", ".")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "charter: there is no .charter file in the folder .\n"


def test_three_broken_declarations_give_three_errors_and_hide_nothing_else(charter: Command, here: Path) -> None:
    (here / "a.charter").write_text(
        HEAD
        + "frm makers {}\n"
        + "value openness { kind openness }\n"
        + "commons code {\n  licence licence MIT\n  upholds openness\n}\n"
        + 'party b "never closed\n'
        + "value care { kind carre }\n"
    )
    findings = json.loads(charter("check", "a.charter", "--format", "json").out)["files"][0]["findings"]
    lines = [(each["span"]["start"]["line"], each["code"][:3]) for each in findings]
    assert {(2, "SYN"), (5, "SYN"), (8, "SYN"), (9, "NAM")} <= set(lines)
    assert sum(code == "SYN" for _, code in lines) == 3


# --- choosing -------------------------------------------------------------------------------------------------------


def codes(answer: Any) -> set[str]:
    return {each["code"] for file in json.loads(answer.out)["files"] for each in file["findings"]}


def test_select_and_ignore_choose_by_the_start_of_a_code(charter: Command, brindle: Path) -> None:
    assert codes(charter("check", "-fjson", "--select", "POW", "brindle.charter")) == {"POW110"}
    assert codes(charter("check", "-fjson", "--select", "POW,TIE", "brindle.charter")) == {"POW110", "TIE110"}


def test_ignore_cannot_hide_an_error_of_protection(charter: Command, brindle: Path) -> None:
    answer = charter("check", "-fjson", "--ignore", "POW,TIE,AST", "brindle.charter")
    assert answer.code == 1
    assert "POW110" in codes(answer)


def test_what_cannot_be_read_is_reported_whatever_is_selected(charter: Command, here: Path) -> None:
    (here / "a.charter").write_text(HEAD + "frm makers {}\n")
    assert {code[:3] for code in codes(charter("check", "-fjson", "--select", "POW", "a.charter"))} == {"SYN"}


def test_settings_of_the_project_count_and_their_slips_are_told(charter: Command, brindle: Path, here: Path) -> None:
    (here / "charter.toml").write_text('select = ["TIE"]\nbaar = "community"\n')
    answer = charter("check", "-fjson", "brindle.charter")
    assert codes(answer) == {"TIE110", "SET101"}
    assert codes(charter("check", "-fjson", "--select", "POW", "brindle.charter")) == {"POW110", "SET101"}


def test_the_bar_of_the_settings_decides_what_is_an_error(charter: Command, kitchen: Path, here: Path) -> None:
    (here / "charter.toml").write_text('bar = "beyond-reach"\n')
    answer = charter("check", "kitchen.charter")
    assert answer.code == 1
    assert "0 of 3 values protected" in answer.out


def test_for_signing_makes_errors_of_what_is_still_blank(charter: Command, kitchen: Path) -> None:
    assert charter("check", "kitchen.charter").code == 0
    answer = charter("check", "--for-signing", "kitchen.charter")
    assert answer.code == 1
    assert "registered office" in answer.out


# --- mending --------------------------------------------------------------------------------------------------------


def test_fix_applies_what_keeps_the_meaning_and_tells_what_it_did(charter: Command, here: Path) -> None:
    text = HEAD + 'party a\nfirm b { form de.eg\n  allow GOV100 because "none"\n}\n'
    (here / "a.charter").write_text(text.replace("GOV100", "GOV110"))
    answer = charter("check", "--fix", "a.charter")
    assert "allow" not in (here / "a.charter").read_text()
    assert answer.err.startswith("a.charter: ")


def test_fix_leaves_a_file_alone_that_needs_no_fix(charter: Command, kitchen: Path) -> None:
    before = kitchen.stat().st_mtime_ns
    charter("check", "--fix", "kitchen.charter")
    assert kitchen.stat().st_mtime_ns == before


def test_fix_never_writes_into_standard_input(charter: Command, here: Path) -> None:
    assert charter("check", "--fix", "-").code == 2


# --- watching -------------------------------------------------------------------------------------------------------


def test_watch_checks_again_when_a_file_changes(charter: Command, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import charterlang.cli.check as module

    (here / "a.charter").write_text(HEAD + "value care { kind carre }\n")
    rounds = []

    def changed(seconds: float) -> None:
        rounds.append(seconds)
        if len(rounds) == 2:
            (here / "a.charter").write_text(HEAD + "value care { kind care }\n# mended\n")
        if len(rounds) == 4:
            raise KeyboardInterrupt

    monkeypatch.setattr(module.time, "sleep", changed)
    answer = charter("check", "--watch", "a.charter")
    first, second, _ = answer.out.split("--\n")
    assert answer.code == 0
    assert "carre" in first
    assert "carre" not in second


# --- what can go wrong ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("binary", b"\x00\x01\x02", "it is not text"),
        ("wide", "charter".encode("utf-16"), "it is UTF-16; save it as UTF-8"),
        ("latin", 'charter "Café" {}'.encode("latin-1"), "line 1 is not UTF-8"),
    ],
)
def test_a_file_that_is_not_text_is_a_finding(
    charter: Command, here: Path, name: str, data: bytes, reason: str
) -> None:
    (here / f"{name}.charter").write_bytes(data)
    answer = charter("check", f"{name}.charter")
    assert answer.code == 2
    assert reason in answer.out
    assert "Traceback" not in answer.out + answer.err


def test_a_file_that_is_not_there_is_a_finding_and_the_others_are_checked(charter: Command, kitchen: Path) -> None:
    answer = charter("check", "nowhere.charter", "kitchen.charter")
    assert answer.code == 2
    assert "cannot read nowhere.charter: there is no such file" in answer.out
    assert "3 values protected" in answer.out


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_that_may_not_be_read_is_a_finding(charter: Command, kitchen: Path) -> None:
    kitchen.chmod(stat.S_IWUSR)
    assert "permission denied" in charter("check", "kitchen.charter").out


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{" * 1_000_000,
        "}" * 100_000,
        "charter " * 100_000,
        HEAD + "firm a { form de.eg; powers { act requires " + "(" * 10_000 + "b" + ")" * 10_000 + " } }\n",
        "firm a " + "{ powers " * 10_000,
        HEAD + 'value a """' + "x\n" * 50_000,
        HEAD + "party " + "x" * 1_000_000 + "\n",
        HEAD + "".join(f"firm f{i} {{ held by f{i + 1} 100% }}\n" for i in range(2_000)),
        HEAD + "firm a { held by b 100% }\nfirm b { held by a 100% }\n",
        "\ufeff" + HEAD,
        HEAD.replace("\n", "\r") * 3,
        "\u202e" + HEAD + "\u2028\u0085",
    ],
    ids=[
        "empty", "braces", "closing braces", "one word", "deep brackets", "deep blocks", "no end of text", "long name",
        "long chain", "cycle", "byte-order mark", "carriage returns", "odd characters",
    ],
)  # fmt: skip
def test_no_text_breaks_the_compiler_or_holds_it_up(charter: Command, here: Path, text: str) -> None:
    (here / "a.charter").write_text(text, encoding="utf-8", newline="")
    began = time.monotonic()
    answer = charter("check", "a.charter")
    assert answer.code in (0, 1)
    assert answer.err == ""
    assert time.monotonic() - began < 20


def test_a_circle_of_uses_is_told_as_a_circle(charter: Command, here: Path) -> None:
    (here / "a.charter").write_text(HEAD + 'use "b.charter"\n')
    (here / "b.charter").write_text('use "a.charter"\n')
    answer = charter("check", "a.charter")
    assert answer.code == 1
    assert "a.charter → b.charter → a.charter" in " ".join(answer.out.split())


def test_many_checks_can_run_side_by_side(kitchen: Path, brindle: Path) -> None:
    from charterlang import check

    found: dict[str, list[object]] = {}

    def look(name: str) -> None:
        found.setdefault(name, []).append(check(name).findings)

    threads = [threading.Thread(target=look, args=(name,)) for name in ("kitchen.charter", "brindle.charter") * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(len(results) == 2 and results[0] == results[1] for results in found.values())
    assert len(found) == 2
