"""A name that is not known brings the names that may have been meant."""

import pytest

from charterlang import law
from charterlang.law.nearest import nearest


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("uk.csb", "uk.cbs"),
        ("us.ny.worker-co-op", "us.ny.worker-coop"),
        ("de.verein", "de.ev"),
        ("community benefit society", "uk.cbs"),
        ("new york", "us.ny.nfp"),
        ("scic", "fr.scic"),
        ("GmbH", "de.gmbh"),
        ("verein austria", "at.verein"),
        ("kenya cooperative", "ke.cooperative"),
        ("fondation de perennite", "fr.fonds-perennite"),
    ],
)
def test_a_form_is_found_by_spelling_by_words_and_by_country(asked, meant):
    assert meant in law.nearest_forms(asked)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("agpl", "AGPL-3.0-or-later"),
        ("CC-BY-SA", "CC-BY-SA-4.0"),
        ("peer production", "LicenseRef-PPL"),
        ("CC0", "CC0-1.0"),
    ],
)
def test_a_licence_is_found(asked, meant):
    assert meant in law.nearest_licences(asked)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("golden", "golden-share"), ("ground lease", "clt-ground-lease"), ("asset-lok", "asset-lock-optional")],
)
def test_an_instrument_is_found(asked, meant):
    assert meant in law.nearest_instruments(asked)


def test_what_is_near_to_nothing_brings_nothing():
    assert law.nearest_forms("qqqq") == []
    assert law.nearest_licences("") == []


def test_the_best_comes_first_and_never_too_many():
    found = law.nearest_forms("fr.scop", limit=3)
    assert found[0] == "fr.scop"
    assert len(found) <= 3


def test_equally_near_names_come_in_the_order_of_the_alphabet():
    assert nearest("ab", {"abd": (), "abc": ()}) == ["abc", "abd"]


@pytest.mark.parametrize("form_id", law.forms())
def test_every_form_is_nearest_to_itself(form_id):
    assert law.nearest_forms(form_id)[0] == form_id
