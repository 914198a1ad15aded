"""The examples of the guides can be copied as they stand: each is a charter that reads and resolves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import charterlang
from charterlang import MemoryFiles, Severity

ROOT = Path(__file__).parent.parent
GUIDES = [*sorted((ROOT / "docs" / "guides").rglob("*.md")), ROOT / "docs" / "language.md"]
_EXAMPLE = re.compile(r"^```charter\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples() -> list[tuple[str, str]]:
    """(guide and line, text) of every example in every guide."""
    found = []
    for guide in GUIDES:
        text = guide.read_text(encoding="utf-8")
        for match in _EXAMPLE.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            found.append((f"{guide.stem}:{line}", match.group(1)))
    return found


EXAMPLES = examples()


@pytest.mark.parametrize(("place", "text"), EXAMPLES, ids=[place for place, _ in EXAMPLES])
def test_an_example_reads_and_resolves(place: str, text: str) -> None:
    read = charterlang.load("example.charter", MemoryFiles({"example.charter": text}))
    errors = [f"{each.code}: {each.message}" for each in read.findings if each.severity is Severity.ERROR]
    assert errors == [], f"in the example at {place}"


def test_the_guide_to_histories_shows_each_family_of_statements() -> None:
    shown = "\n".join(text for place, text in EXAMPLES if place.startswith("histories:"))
    for statement in (
        "held by",
        "elected by",
        "filled by itself",
        "lock ",
        "consent of",
        "not binding",
        "gains from",
        "debt ",
    ):
        assert statement in shown


def test_every_fence_that_opens_an_example_is_found() -> None:
    fences = sum(guide.read_text(encoding="utf-8").count("\n```charter") for guide in GUIDES)
    assert fences == len(EXAMPLES)
