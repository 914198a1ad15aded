"""`charter score`, as it is typed and answered."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_each_answer_has_its_line(charter: Callable[..., Any], kitchen: Path) -> None:
    answer = charter("score", "kitchen.charter")
    assert answer.code == 0
    assert "Ostrom's design principles — " in answer.out
    assert "kitchen.charter:" in answer.out
    assert "it would be answered by `duties { publish roadmap to MEMBERS }`" in answer.out


def test_the_scores_as_json(charter: Callable[..., Any], brindle: Path) -> None:
    data = json.loads(charter("score", "brindle.charter", "--format", "json").out)
    by_id = {each["id"]: each for each in data["scores"]}
    assert by_id["ogi"]["asked"] == 13
    control = next(each for each in by_id["questions"]["answers"] if each["id"] == "control")
    assert control["answer"] == "no"
    assert control["lines"]


def test_quiet_leaves_out_what_is_answered_yes(charter: Callable[..., Any], kitchen: Path) -> None:
    assert "\n  yes " not in charter("score", "kitchen.charter", "--quiet").out
