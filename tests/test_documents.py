"""What the project says of itself is true: examples check, commands exist, links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from charterlang import MemoryFiles, Settings, Severity, check
from charterlang.cli.app import COMMANDS

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str) -> list[str]:
    return re.findall(r"```\w*\n(.*?)```", read(name), re.DOTALL)


def test_the_charter_of_the_readme_holds() -> None:
    (text,) = [block for block in blocks("README.md") if block.startswith("charter ") and "{" in block]
    found = check("bread.charter", MemoryFiles({"bread.charter": text}), Settings())
    assert [finding for finding in found.findings if finding.severity is not Severity.NOTE] == []
    assert [verdict.level for verdict in found.verdicts.values] == [4]


@pytest.mark.parametrize("name", PAGES)
def test_every_command_that_is_spoken_of_exists(name: str) -> None:
    said = re.findall(r"(?:`|\n|\$ |/)charter ([a-z][a-z-]*)", read(name))
    assert set(said) <= set(COMMANDS)


def test_the_readme_names_every_command_in_its_table() -> None:
    table = read("README.md").partition("## The command at a glance")[2].partition("##")[0]
    assert [name for name in COMMANDS if f"`charter {name}" not in table and f"`{name}`" not in table] == []


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_to_files_that_are_there(name: str) -> None:
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)", read(name))
    missing = [target for target in targets if not target.startswith("http") and not (ROOT / target).exists()]
    assert missing == []


def test_every_target_of_make_that_is_spoken_of_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
    said = {word for name in PAGES for words in re.findall(r"`make ([a-z -]+)`", read(name)) for word in words.split()}
    assert said <= targets


def test_the_hook_and_the_action_run_commands_that_exist() -> None:
    text = read(".pre-commit-hooks.yaml") + read("action.yml")
    said = re.findall(r"(?:entry: |^ *|then )charter ([a-z-]+)", text, re.MULTILINE)
    assert {"check", "fmt", "test"} == set(said)


def test_nothing_names_a_machine() -> None:
    for path in (*(ROOT / "docs").rglob("*.*"), *(ROOT / name for name in (*PAGES, "Makefile", ".ci/run"))):
        if path.suffix in {".md", ".json", ".svg", ".py", ""} and path.is_file():
            assert not re.search(r"/(?:work|root|home|tmp)/\w", path.read_text(encoding="utf-8")), path.name
