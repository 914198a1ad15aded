"""Charters as strings, for tests of the model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charterlang.model.load import Loaded, load
from charterlang.source import MemoryFiles, Result

Lower = Callable[..., Result[Loaded]]

HEAD = 'charter "A test" {\n  edition 1\n}\n\n'


@pytest.fixture
def lower() -> Lower:
    """Loads a charter given as text; keyword arguments are more files, `a__b` standing for `a/b.charter`."""

    def loaded(text: str, head: str = HEAD, **more: str) -> Result[Loaded]:
        files = {"main.charter": head + text}
        files.update((f"{name.replace('__', '/')}.charter", other) for name, other in more.items())
        return load("main.charter", MemoryFiles(files))

    return loaded


@pytest.fixture
def model(lower):
    """The charter of a text that lowers without a word."""

    def charter(text: str, **more: str):
        made = lower(text, **more)
        assert [f"{finding.code}: {finding.message}" for finding in made.findings] == []
        return made.value.charter

    return charter


@pytest.fixture
def codes(lower):
    """The codes of what there is to say about a text, in the order of the text."""

    def found(text: str, **more: str) -> list[str]:
        return [finding.code for finding in sorted(lower(text, **more).findings, key=lambda each: each.order())]

    return found
