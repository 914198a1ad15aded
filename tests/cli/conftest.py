"""Running the command inside the test's own process, in a folder of its own."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from charterlang.cli.main import run

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


@dataclass
class Answer:
    """What a command said, and the code it ended with."""

    code: int
    out: str
    err: str


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the working folder of the test; no terminal, no colours, 100 columns."""
    monkeypatch.chdir(tmp_path)
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "CHARTER_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def charter(here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Answer]:
    """Runs `charter` with these arguments; `stdin` is what it can read."""

    def ran(*arguments: str, stdin: bytes = b"") -> Answer:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        code = run(arguments)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return ran


@pytest.fixture
def kitchen(here: Path) -> Path:
    """The Occupy kitchen, in the working folder."""
    return copied(here, "good/occupy-kitchen.charter", "kitchen.charter")


@pytest.fixture
def brindle(here: Path) -> Path:
    """The charter that protects nothing, in the working folder."""
    return copied(here, "bad/brindle-inc.charter", "brindle.charter")


def copied(folder: Path, example: str, name: str) -> Path:
    target = folder / name
    target.write_text((EXAMPLES / example).read_text(encoding="utf-8"), encoding="utf-8")
    return target
