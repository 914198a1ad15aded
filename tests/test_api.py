"""The public interface: a few names, fetched when used, that give plain data."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import charterlang
from charterlang import MemoryFiles, Severity

ROOT = Path(__file__).parent.parent
BRINDLE = str(ROOT / "examples" / "bad" / "brindle-inc.charter")


def imported_by(program: str) -> set[str]:
    heavy = {"lark", "pydantic", "jinja2", "networkx", "typer", "docx", "typst"}
    code = f"import sys\n{program}\nprint(*sorted({heavy} & {{name.split('.')[0] for name in sys.modules}}))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(told.stdout.splitlines()[-1].split())


def test_every_public_name_can_be_had_and_is_documented() -> None:
    for name in charterlang.__all__:
        assert getattr(charterlang, name) is not None
        if name != "__version__":
            assert getattr(charterlang, name).__doc__
    assert set(dir(charterlang)) == set(charterlang.__all__)
    with pytest.raises(AttributeError, match="no attribute 'chek'"):
        charterlang.chek  # noqa: B018


def test_importing_it_imports_nothing_heavy() -> None:
    assert imported_by("import charterlang") == set()


def test_asking_for_the_version_imports_no_library_at_all() -> None:
    assert imported_by("from charterlang.cli.main import run; run(['--version'])") == set()


def test_checking_a_charter_imports_no_library_but_what_it_needs() -> None:
    program = f"import charterlang; charterlang.check({BRINDLE!r}).verdicts"
    assert imported_by(program) <= {"networkx"}


def test_the_command_checks_without_any_library_but_the_one_that_reads_its_options() -> None:
    assert imported_by(f"from charterlang.cli.main import run; run(['check', {BRINDLE!r}]); print()") == {"typer"}


def test_a_charter_can_be_loaded_from_memory() -> None:
    result = charterlang.load("a.charter", MemoryFiles({"a.charter": 'charter "A" { edition 1 }\n'}))
    assert result.value.header.title == "A"


def test_a_check_gives_findings_and_verdicts_as_data() -> None:
    found = charterlang.check(BRINDLE)
    assert found.failed
    exposed = {verdict.value: verdict.level for verdict in found.verdicts.values}
    assert exposed == {"openness": 0, "stewardship": 0}
    first = next(finding for finding in found.findings if finding.code == "POW110")
    assert (first.severity, first.file) == (Severity.ERROR, BRINDLE)
    assert first.steps


def test_two_checks_side_by_side_are_equal() -> None:
    assert charterlang.check(BRINDLE).findings == charterlang.check(BRINDLE).findings


def test_a_build_of_a_failing_charter_writes_nothing(tmp_path: Path) -> None:
    built = charterlang.build(BRINDLE, str(tmp_path / "out"))
    assert built.failed
    assert built.written is None
    assert list(tmp_path.iterdir()) == []
