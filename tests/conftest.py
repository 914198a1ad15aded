"""What all tests share: snapshots that a person can review.

pytest --update-snapshots      writes the snapshots anew; look at the difference before you commit it
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# how fast a machine is says nothing about what is right: no deadlines, and no complaint that examples come slowly
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="write the snapshots anew instead of comparing")


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with the file that keeps it, or writes that file where `--update-snapshots` is given."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-snapshots"):
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        assert path.is_file(), f"{path.name} is missing; run pytest --update-snapshots and review what it writes"
        assert text == path.read_text(encoding="utf-8")

    return compare
