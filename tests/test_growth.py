"""Work grows with the text and no faster. Calls are counted, not seconds, so no machine and no mood can change it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

from charterlang import MemoryFiles, Settings, check
from charterlang.syntax import format_document, parse

BENCH = Path(__file__).parent.parent / "bench"


def generated(lines: int) -> str:
    spec = importlib.util.spec_from_file_location("generate", BENCH / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    text: str = module.charter(lines)
    return text


def calls(work: Any) -> int:
    """How many functions `work` calls, those written in C too."""
    count = 0

    def counted(_: Any, event: str, __: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_a_check_of_eight_times_the_text_takes_eight_times_the_work() -> None:
    def looked(text: str) -> None:
        found = check("a.charter", MemoryFiles({"a.charter": text}), Settings())
        assert found.verdicts.values

    small, large = generated(350), generated(2_800)
    looked(small)  # what is imported and computed once counts for neither
    ratio = len(large) / len(small)
    assert calls(lambda: looked(large)) < 1.25 * ratio * calls(lambda: looked(small))


def test_reading_and_laying_out_take_no_more_than_their_share() -> None:
    def laid_out(text: str) -> None:
        format_document(parse("a.charter", text).value)

    small, large = generated(350), generated(5_600)
    laid_out(small)
    ratio = len(large) / len(small)
    assert calls(lambda: laid_out(large)) < 1.1 * ratio * calls(lambda: laid_out(small))
