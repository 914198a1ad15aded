"""`charter diff` and `charter breaking`: what a change does to what the charter protects."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]

STRICT = "general-assembly by 3/4 and council by 2/3"
MORE = """
agreement reports "Reports" {
  between kitchen, vendors

  duties {
    vendors publishes improvements to cookbook within 3 months
  }

  term  5 years, renewable
}
"""


@pytest.fixture
def weaker(kitchen: Path, here: Path) -> Path:
    """The kitchen with a council that may relicense alone."""
    target = here / "weaker.charter"
    target.write_text(kitchen.read_text().replace(STRICT, "council"))
    return target


@pytest.fixture
def stricter(kitchen: Path, here: Path) -> Path:
    """The kitchen with an assembly that needs more votes."""
    target = here / "stricter.charter"
    target.write_text(kitchen.read_text().replace("general-assembly by 3/4", "general-assembly by 4/5"))
    return target


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def test_diff_tells_what_changed_and_which_protection_fell_and_how(charter: Command, weaker: Path) -> None:
    answer = charter("diff", "kitchen.charter", "weaker.charter")
    assert answer.code == 0
    assert "~ kitchen.powers.relicense-cookbook\n" in answer.out
    assert "decision: 3/4 of general-assembly and 2/3 of council → council" in " ".join(answer.out.split())
    assert "↓ openness of The Open Cookbook falls from entrenched (4) to insider (2)" in answer.out
    assert "    1. " in answer.out


def test_diff_the_other_way_round_tells_what_rose(charter: Command, weaker: Path) -> None:
    answer = charter("diff", "weaker.charter", "kitchen.charter")
    assert "↑ openness of The Open Cookbook rises from insider (2) to entrenched (4)" in answer.out


def test_diff_writes_redlines_of_the_papers(charter: Command, stricter: Path, here: Path) -> None:
    answer = charter("diff", "kitchen.charter", "stricter.charter", "--docx", "redlines")
    assert answer.code == 0
    assert "redlines in redlines:\n  bylaws-kitchen.redline.docx: " in answer.out
    with zipfile.ZipFile(here / "redlines" / "bylaws-kitchen.redline.docx") as file:
        assert b'<w:ins w:id="' in file.read("word/document.xml")
    again = charter("diff", "kitchen.charter", "kitchen.charter", "--docx", "redlines")
    assert ", none with a change\n" in again.out


def test_redlines_name_the_papers_that_came_and_went(charter: Command, kitchen: Path, here: Path) -> None:
    (here / "more.charter").write_text(kitchen.read_text() + MORE)
    assert "+ agreement-reports, a new paper" in charter("diff", "kitchen.charter", "more.charter", "--docx", "out").out
    gone = charter("diff", "more.charter", "kitchen.charter", "--docx", "out")
    assert "- agreement-reports, no longer a paper" in gone.out


def test_a_charter_with_errors_has_no_redlines(charter: Command, kitchen: Path, here: Path) -> None:
    (here / "wrong.charter").write_text(kitchen.read_text().replace(STRICT, "nobody-at-all"))
    answer = charter("diff", "kitchen.charter", "wrong.charter", "--docx", "out")
    assert answer.code == 1
    assert "No redlines were written: wrong.charter has errors" in answer.out
    assert not (here / "out").exists()


def test_redlines_go_into_a_folder(charter: Command, stricter: Path, here: Path) -> None:
    asked = charter("diff", "kitchen.charter", "stricter.charter", "--docx", "redline.docx")
    assert asked.code == 2
    assert "name a folder" in asked.err
    (here / "out").mkdir()
    (here / "out" / "bylaws-kitchen.redline.docx").write_text("mine")
    assert charter("diff", "kitchen.charter", "stricter.charter", "--docx", "out").code == 2
    assert (here / "out" / "bylaws-kitchen.redline.docx").read_text() == "mine"


def test_a_new_layout_is_no_change(charter: Command, kitchen: Path, here: Path) -> None:
    (here / "same.charter").write_text("# a word before\n\n" + kitchen.read_text())
    answer = charter("diff", "kitchen.charter", "same.charter")
    assert answer.out == "Nothing changed in what the charters say.\n"


def test_breaking_fails_only_where_a_protection_falls(charter: Command, weaker: Path) -> None:
    assert charter("breaking", "kitchen.charter", "weaker.charter").code == 1
    risen = charter("breaking", "weaker.charter", "kitchen.charter")
    assert (risen.code, risen.out) == (0, "No protection falls.\n")


def test_giving_a_value_up_is_a_fall(charter: Command, kitchen: Path, here: Path) -> None:
    text = kitchen.read_text().replace("upholds   openness, care, self-rule", "upholds   openness, self-rule")
    (here / "less.charter").write_text(text)
    answer = charter("breaking", "kitchen.charter", "less.charter")
    assert answer.code == 1
    assert "care of Friends of the Occupy Kitchen is given up" in answer.out


@pytest.mark.skipif(shutil.which("git") is None, reason="Git is not installed")
def test_a_file_is_compared_with_what_it_was_at_a_commit(charter: Command, kitchen: Path, here: Path) -> None:
    git(here, "init", "-q")
    (here / "values.charter").write_text("value thrift { kind affordability }\n")
    kitchen.write_text(kitchen.read_text() + 'use "values.charter"\n')
    git(here, "add", ".")
    git(here, "commit", "-q", "-m", "first")
    assert charter("breaking", "--against", "HEAD", "kitchen.charter").code == 0
    kitchen.write_text(kitchen.read_text().replace(STRICT, "council"))
    (here / "values.charter").unlink()
    answer = charter("breaking", "--against", "HEAD", "kitchen.charter")
    assert answer.code == 1
    assert "openness of The Open Cookbook falls" in answer.out


@pytest.mark.skipif(shutil.which("git") is None, reason="Git is not installed")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["kitchen.charter"], "name two charters"),
        (["--against", "nowhere", "kitchen.charter"], "`nowhere` is no commit of the Git repository"),
        (["--against", "HEAD", "kitchen.charter", "kitchen.charter"], "name one charter"),
        (["kitchen.charter", "gone.charter"], "cannot read gone.charter"),
    ],
)
def test_a_misuse_is_told(charter: Command, kitchen: Path, arguments: list[str], said: str) -> None:
    answer = charter("diff", *arguments)
    assert answer.code == 2
    assert said in answer.err
