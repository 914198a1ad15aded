"""The built wheel works by itself: it carries its grammar, its templates and its tables, and needs no checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment}
    return subprocess.run([sys.executable, *command], cwd=cwd, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = run("-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    assert built.returncode == 0, built.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel installed into a folder of its own; what it needs comes from the environment the tests run in."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_it_carries_what_it_reads(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("grammar", "templates"):
        here = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        assert here
        assert {f"charterlang/_data/{name}" for name in here} <= names
    data = {path.relative_to(ROOT).as_posix() for path in (ROOT / "charterlang").rglob("*.json")}
    assert data <= names
    assert "charterlang/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "bench/", "examples/"))]


def test_it_checks_a_charter_far_from_the_checkout(site: Path, tmp_path: Path) -> None:
    text = (ROOT / "examples" / "good" / "occupy-kitchen.charter").read_text(encoding="utf-8")
    (tmp_path / "kitchen.charter").write_text(text, encoding="utf-8")
    where = run("-c", "import charterlang; print(charterlang.__file__)", cwd=tmp_path, PYTHONPATH=str(site))
    assert Path(where.stdout.strip()).is_relative_to(site)
    checked = run("-m", "charterlang.cli.main", "check", "kitchen.charter", cwd=tmp_path, PYTHONPATH=str(site))
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "0 errors" in checked.stdout
