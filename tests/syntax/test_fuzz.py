"""What fuzzing has found stays found, and a little fuzzing on every run; `python tests/fuzz/run.py` does it at length."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path

import pytest

FUZZ = Path(__file__).parents[1] / "fuzz"
CORPUS = sorted((FUZZ / "corpus").glob("*.charter"))


@pytest.fixture(scope="module")
def fuzz():
    spec = importlib.util.spec_from_file_location("fuzz_run", FUZZ / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_what_was_found_is_mended(path, fuzz):
    assert fuzz.broken_promise(path.read_bytes(), random.Random(1)) == ""


def test_a_few_hundred_inputs(fuzz):
    chance = random.Random(20120312)
    seeds = [path.read_text(encoding="utf-8") for path in sorted((FUZZ.parent / "syntax" / "broken").glob("*.charter"))]
    for _ in range(300):
        data = fuzz.inputs(chance, seeds)
        assert fuzz.broken_promise(data, chance) == "", data
