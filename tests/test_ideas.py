"""The table of ideas points at what there is: files, findings and commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import charterlang
from charterlang.checks.registry import find
from charterlang.cli.app import COMMANDS
from charterlang.settings import Settings

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "ideas.md").read_text(encoding="utf-8")
ROWS = [line for line in TEXT.splitlines() if re.match(r"\| S\d+ ", line)]


def test_there_is_a_row_for_each_idea() -> None:
    assert [row.split("|")[1].strip() for row in ROWS] == [f"S{number}" for number in range(1, 17)]


def test_every_finding_named_is_one() -> None:
    codes = re.findall(r"`([A-Z]{3}\d{3})`", TEXT)
    assert codes
    assert [code for code in codes if find(code) is None] == []


def test_every_command_named_is_one() -> None:
    commands = re.findall(r"`charter ([a-z-]+)", TEXT)
    assert commands
    assert [command for command in commands if command not in COMMANDS] == []


@pytest.mark.parametrize("row", ROWS, ids=[row.split("|")[1].strip() for row in ROWS])
def test_a_row_names_an_example_that_can_be_read(row: str) -> None:
    (name,) = re.findall(r"`([\w/.-]+\.charter)`", row)
    found = charterlang.check(str(ROOT / name), settings=Settings())
    assert not found.unreadable
    assert [
        each.code for each in found.findings if each.code.startswith(("SYN", "NAM")) and each.severity == "error"
    ] == []


@pytest.mark.parametrize(
    ("idea", "statement"),
    [
        ("S1", r"^  licence +\S+, irrevocable"),
        ("S2", r"^  empowers "),
        ("S3", r"veto +sell"),
        ("S4", r"^provision .*(?s:.*)decided by"),
        ("S6", r"^  group .*\n    decides by consent"),
        ("S7", r"affects +\w+ by .* remedied by"),
        ("S8", r"^flow .* to \w+\.?\w* \d+"),
        ("S10", r"^public "),
        ("S11", r"^  balance "),
        ("S12", r"kind +mutual-credit"),
        ("S13", r"^  process "),
        ("S14", r"^  exit by "),
        ("S15", r"profit +none"),
        ("S16", r"under CLA to"),
    ],
)
def test_the_example_of_an_idea_says_it(idea: str, statement: str) -> None:
    row = next(row for row in ROWS if row.startswith(f"| {idea} "))
    (name,) = re.findall(r"`([\w/.-]+\.charter)`", row)
    assert re.search(statement, (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
