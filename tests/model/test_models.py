"""The model charters of the standard library: each holds what it promises, and can be built as it stands."""

from __future__ import annotations

from functools import cache

import pytest

import charterlang
from charterlang import MemoryFiles, Severity
from charterlang.compiler import Compilation
from charterlang.model.library import parts, path_of, read_part
from charterlang.powers.verdicts import Level
from charterlang.settings import Settings
from charterlang.syntax import format_document, parse

MODELS = tuple(name for name in parts() if name.startswith("std/models/"))


def text_of(name: str) -> str:
    data = read_part(name)
    assert data is not None
    return data.decode()


@cache
def checked(name: str) -> Compilation:
    path = path_of(name)
    return charterlang.check(path, MemoryFiles({path: text_of(name)}), Settings())


def test_there_is_a_model_for_each_shape_of_commons_in_the_field() -> None:
    assert {name.removeprefix("std/models/") for name in MODELS} >= {
        "community-land-trust",
        "data-trust",
        "energy-commons",
        "hardware-network",
        "platform-coop",
        "software-foundation",
        "steward-owned",
        "worker-coop",
    }


@pytest.mark.parametrize("name", MODELS)
def test_a_model_checks_without_errors(name: str) -> None:
    assert [f"{each.code}: {each.message}" for each in checked(name).findings if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", MODELS)
def test_what_a_model_expects_holds(name: str) -> None:
    outcomes = checked(name).outcomes
    assert outcomes
    assert [outcome for outcome in outcomes if not outcome.holds] == []


@pytest.mark.parametrize("name", MODELS)
def test_no_value_of_a_model_stands_below_the_community(name: str) -> None:
    values = checked(name).verdicts.values
    assert values
    assert [(each.value, each.level) for each in values if each.level < Level.COMMUNITY] == []


@pytest.mark.parametrize("name", MODELS)
def test_the_papers_of_a_model_are_written_without_errors(name: str) -> None:
    written = checked(name).papers()
    assert written.value
    assert [f"{each.code}: {each.message}" for each in written.findings if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", MODELS)
def test_a_model_is_laid_out(name: str) -> None:
    assert format_document(parse(name, text_of(name)).value) == text_of(name)


@pytest.mark.parametrize("name", MODELS)
def test_a_model_opens_with_a_word_on_what_it_is(name: str) -> None:
    assert text_of(name).startswith("# ")
