"""The tables of words: each word once, each with a sentence; the standard library has a value for every kind."""

from __future__ import annotations

import pytest

from charterlang.model import actions, kinds
from charterlang.model.library import parts
from charterlang.model.vocabulary import Table

TABLES = {name: found for name, found in vars(kinds).items() if isinstance(found, Table)} | {"ACTIONS": actions.ACTIONS}


@pytest.mark.parametrize("name", TABLES)
def test_a_spelling_means_one_thing(name):
    spellings = [word for entry in TABLES[name] for word in (entry.word, *entry.synonyms)]
    assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize("name", TABLES)
def test_every_word_has_a_sentence(name):
    for entry in TABLES[name]:
        assert entry.meaning.endswith(".")
        assert entry.meaning[0].isupper()


def test_synonyms_and_capitals_find_the_usual_word():
    assert actions.action("licence").word == "license"
    assert kinds.ASSET_KINDS.find("Mark").word == "trademark"
    assert "nonsense" not in kinds.ASSET_KINDS


def test_what_cannot_be_undone():
    assert actions.is_irreversible("sell")
    assert not actions.is_irreversible("admit")
    assert not actions.is_irreversible("nonsense")


def test_the_nearest_words_come_first():
    assert kinds.CONSENT_TESTS.nearest("purpos")[0] == "purpose"
    assert kinds.CONSENT_TESTS.nearest("zzzz") == ()


def test_the_library_has_a_value_of_every_kind(model):
    names = [name for name in parts() if name.startswith("std/values/")]
    made = model("\n".join(f"use {name}" for name in names))
    assert {value.kind for value in made.values.values()} == set(kinds.VALUE_KINDS.words)
    assert all(value.id == value.kind and value.title for value in made.values.values())
