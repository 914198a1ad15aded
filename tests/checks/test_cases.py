"""Whole charters and every line the rules say of them; see cases/README.md for how to add one."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterlang.compiler import check
from charterlang.source import LocalFiles

CASES = sorted((Path(__file__).parent / "cases").glob("*.charter"))


def lines(path: Path) -> str:
    found = check(path.as_posix(), LocalFiles())
    rows = []
    for finding in found.findings:
        line = found.sources.start(finding.span).line if finding.span else 0
        verdict = f"  [{finding.verdict}]" if finding.verdict else ""
        rows.append(f"{line:3} {finding.severity.value:7} {finding.code} {finding.message}{verdict}")
    return "".join(f"{row}\n" for row in rows)


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in CASES])
def test_the_case_is_told_line_by_line(path, snapshot):
    snapshot(path.with_suffix(".errors"), lines(path))


def test_there_are_cases_and_each_has_its_lines():
    assert {path.stem for path in CASES} == {path.stem for path in (CASES[0].parent).glob("*.errors")}
