"""Every code that any floor raises can be explained, under a name of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import charterlang
from charterlang.checks import registry
from charterlang.checks.explain import explain, lower_codes, nearest, words
from charterlang.checks.families import FAMILIES, own_words
from charterlang.model.kinds import VALUE_KINDS
from charterlang.powers.verdicts import Level, Side

CODE = re.compile(r'"((?:' + "|".join(family.letters for family in FAMILIES) + r')\d{3})"')


def raised() -> set[str]:
    folder = Path(charterlang.__file__).parent
    checks = folder / "checks"
    pages = {*(checks / "families").glob("*.py"), checks / "table.py", folder / "settings.py"}
    files = [path for path in folder.rglob("*.py") if path not in pages]
    return {code for path in files for code in CODE.findall(path.read_text("utf-8"))}


def test_every_code_that_is_raised_has_a_page():
    assert {code for code in raised() if explain(code) is None} == set()


def test_every_page_has_a_code_that_is_raised():
    known = {entry.code for entry in registry.entries()} | {
        code for code in lower_codes() if not code.startswith("SET")
    }
    assert known - raised() == set()


def test_names_of_codes_are_unique_over_all_families():
    names = [entry.name for entry in registry.entries()] + [page.name for page in lower_codes().values()]
    assert len(set(names)) == len(names)


def test_own_words_are_the_codes_of_allowances_and_expectations():
    assert [page.code for page in own_words.PAGES] == ["ALW110", "ALW120", "ALW130", "EXP110"]


@pytest.mark.parametrize(
    "word", [level.word for level in Level] + [side.value for side in Side] + ["not-examined", "contingent"]
)
def test_levels_and_sides_are_explained(word):
    assert explain(word)


@pytest.mark.parametrize("kind", VALUE_KINDS.words)
def test_kinds_of_value_are_explained(kind):
    assert explain(kind)


def test_a_family_lists_its_codes():
    page = explain("tie")
    assert page is not None
    assert "`TIE110` untied-firm" in page
    assert "TIE900" in page


def test_a_rule_is_explained_by_code_and_by_name_whatever_the_case():
    assert explain("pow110") == explain("POW110") == explain("exposed-value")


def test_what_nobody_knows_is_met_with_what_was_meant():
    assert explain("POW11O") is None
    assert "POW110" in nearest("POW11O")
    assert "openness" in words()
