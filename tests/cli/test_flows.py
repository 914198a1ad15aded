"""`charter flows`, as it is typed and answered."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def test_captured_value_is_told_in_figures(charter: Callable[..., Any], here: Path) -> None:
    loom = str(EXAMPLES / "good" / "loom-foundation.charter")
    answer = charter("flows", loom)
    assert answer.code == 0
    assert "4,000,000 EUR a year captured" in answer.out
    data = json.loads(charter("flows", loom, "--format", "json").out)
    assert data["captured"] == {"EUR": "4000000"}
    assert data["funding"][0]["losses"][0]["share"] == "0.625"


def test_who_is_touched_and_what_makes_it_good(charter: Callable[..., Any], kitchen: Path) -> None:
    out = charter("flows", "kitchen.charter").out
    assert "Street Vendors' Cooperative, by trade lost to free food: Vendor Project fund makes it good." in out
