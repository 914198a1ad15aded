"""What users see, word for word. Read these files as prose before you commit a change of them.

`pytest tests/cli/test_shown.py --update-snapshots` writes them anew.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SHOWN = Path(__file__).parent / "shown"

SLIPS = """charter "Slips" { edition 1; jurisdiction DE; currency EUR }

value openness "Open to all." { kind opennes }

comons code "The code" {
  kind software
}

association keepers "Keepers of the code" {
  form      de.ev
  purpose   "To keep it open."
  protects  cod
  members people { count 40; open to anyone after 3 months admitted by assembly; vote one per member }
  assembly assembly of people { quorum 30%; decides by majority }
  powers {
    act          require assembly
    dissolve     requires assembly by 4/5
  }
}
"""


@pytest.fixture
def slips(here: Path) -> Path:
    target = here / "slips.charter"
    target.write_text(SLIPS)
    return target


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("check-slips", ["check", "slips.charter"]),
        ("check-brindle", ["check", "brindle.charter"]),
        ("check-kitchen", ["check", "kitchen.charter"]),
        ("build-kitchen", ["build", "kitchen.charter", "-o", "out", "--to", "html,md,svg"]),
        ("test-brindle", ["test", "brindle.charter"]),
        ("who-can-relicense", ["who-can", "relicense", "brindle", "brindle.charter", "--steps"]),
        ("who-can-dissolve", ["who-can", "dissolve", "kitchen", "kitchen.charter", "--steps"]),
        ("what-if-together", ["what-if", "brindle.charter", "--together", "harbour-fund"]),
        ("what-if-without", ["what-if", "kitchen.charter", "--without", "kitchen"]),
        ("explain-level", ["explain", "entrenched"]),
    ],
)
def test_what_users_see(
    charter: Callable[..., Any],
    snapshot: Callable[[Path, str], None],
    monkeypatch: pytest.MonkeyPatch,
    kitchen: Path,
    brindle: Path,
    slips: Path,
    name: str,
    arguments: list[str],
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    answer = charter(*arguments)
    snapshot(SHOWN / f"{name}.txt", f"$ charter {' '.join(arguments)}\n{answer.out}{answer.err}[{answer.code}]\n")
