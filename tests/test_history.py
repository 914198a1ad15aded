"""Histories: every charter in examples/history gives the verdicts kept beside it, and the report is in step."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_the_report_and_the_expected_verdicts_are_in_step() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "bench" / "history.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_no_rule_knows_a_case() -> None:
    names = {path.stem for path in (ROOT / "examples" / "history").glob("*.charter")}
    plain = {
        "linux",
        "bosch",
        "steem",
        "redis",
        "gitea",
        "nats",
        "godot",
        "novo",
        "taz",
        "psf",
        "arxiv",
        "imdb",
        "ssrn",
    }
    source = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "charterlang" / "powers").glob("*.py")))
    assert [name for name in sorted(names & plain | {name for name in names if "-" in name}) if name in source] == []
