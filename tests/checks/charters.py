"""Reads a charter from a string and gives it to the rules, as the compiler does."""

from __future__ import annotations

from charterlang.checks.context import Context
from charterlang.model.load import Loaded, load
from charterlang.powers.analyse import Analysis
from charterlang.source import MemoryFiles, Result

NAME = "example.charter"


def read(text: str) -> Result[Loaded]:
    return load(NAME, MemoryFiles({NAME: text}))


def context(text: str, **settings) -> Context:
    loaded = read(text).value
    return Context(loaded.charter, Analysis(loaded.charter).verdicts, loaded.sources, **settings)
