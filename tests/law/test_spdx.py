"""Open or not, what comes back, withdrawn or not, suited or not: each answer with its ground, unknown when unknown."""

import pytest

from charterlang import law
from charterlang.law import spdx


@pytest.mark.parametrize(
    ("expression", "answer"),
    [
        ("MIT", True),
        ("CC-BY-SA-4.0", True),
        ("ODbL-1.0", True),
        ("AFL-3.0", True),
        ("CC-BY-NC-4.0", False),
        ("BUSL-1.1", False),
        ("LicenseRef-PPL", False),
        ("LicenseRef-Proprietary", False),
        ("LicenseRef-OurOwn", None),
        ("No-Such-Licence", None),
        ("etalab-2.0", None),
        ("MIT OR LicenseRef-Proprietary", True),
        ("MIT AND LicenseRef-Proprietary", False),
        ("MIT AND LicenseRef-OurOwn", None),
        ("GPL-2.0-only WITH Classpath-exception-2.0", True),
        ("MIT AND", None),
    ],
)
def test_openness_of_an_expression(expression, answer):
    assert spdx.is_open(expression) is answer


def test_openness_names_who_says_so():
    assert spdx.openness("CC-BY-SA-4.0").names == ("FSF", "Open Definition")
    assert spdx.openness("MIT").names == ("OSI", "FSF")
    assert spdx.openness("AFL-3.0").basis == "SPDX licence list"


def test_a_flag_that_spdx_does_not_set_is_not_a_refusal():
    assert spdx.openness("CC-BY-3.0").osi is None


def test_copyfair_is_reciprocal_and_not_open():
    fair = [row for row in map(law.licence, law.licences()) if row.is_copyfair]
    assert len(fair) == 7
    assert {(row.is_open, row.reciprocity) for row in fair} == {(False, "economic")}


@pytest.mark.parametrize(
    ("expression", "answer"),
    [
        ("MIT", "none"),
        ("MPL-2.0", "weak"),
        ("CC-BY-SA-4.0", "strong"),
        ("AGPL-3.0-or-later", "network"),
        ("MIT OR AGPL-3.0-only", "none"),
        ("MIT AND AGPL-3.0-only", "network"),
        ("MIT OR LicenseRef-OurOwn", "none"),
        ("AGPL-3.0-only OR LicenseRef-OurOwn", None),
        ("AGPL-3.0-only AND LicenseRef-OurOwn", None),
        ("GPL-2.0-only WITH Classpath-exception-2.0", "weak"),
        ("GPL-2.0-only WITH Linux-syscall-note", "strong"),
        ("GPL-3.0-only WITH cryptsetup-OpenSSL-exception", None),
        ("Apache-2.0 WITH LLVM-exception", "none"),
        ("AFL-3.0", None),
    ],
)
def test_what_comes_back(expression, answer):
    assert spdx.reciprocity(expression) == answer


@pytest.mark.parametrize(
    ("expression", "answer", "ground"),
    [
        ("CC-BY-SA-4.0", True, "section 2(a)(1)"),
        ("AGPL-3.0-or-later", True, "section 2"),
        ("ODbL-1.0", True, "section 9"),
        ("MIT", None, "does not speak of revocation"),
        ("MPL-2.0", None, "does not say irrevocable"),
        ("LicenseRef-Proprietary", False, "contract"),
        ("LicenseRef-OurOwn", None, "not in the tables"),
        ("MIT OR Apache-2.0", True, "Apache-2.0: sections 2 and 3"),
        ("MIT AND Apache-2.0", None, "MIT:"),
        ("", None, "no licence could be read"),
    ],
)
def test_whether_a_published_version_can_be_withdrawn(expression, answer, ground):
    told = spdx.irrevocable(expression)
    assert told.value is answer
    assert ground in told.basis


def test_every_licence_says_on_what_its_term_rests():
    assert [row.id for row in map(law.licence, law.licences()) if not row.term_basis] == []


@pytest.mark.parametrize(
    ("expression", "material", "answer"),
    [
        ("AGPL-3.0-or-later", "software", True),
        ("CC-BY-SA-4.0", "software", False),
        ("CC-BY-SA-4.0", "knowledge", True),
        ("ODbL-1.0", "data", True),
        ("ODbL-1.0", "software", False),
        ("CERN-OHL-S-2.0", "hardware", True),
        ("LicenseRef-OpenSourceSeeds", "seed", True),
        ("LicenseRef-CLT-Ground-Lease", "land", True),
        ("AGPL-3.0-only OR CC-BY-4.0", "knowledge", True),
        ("AGPL-3.0-only AND AFL-3.0", "software", True),
        ("AFL-3.0", "software", None),
        ("MIT", "soup", None),
        ("MIT AND", "software", None),
    ],
)
def test_what_a_licence_was_written_for(expression, material, answer):
    assert spdx.suits(expression, material).value is answer


def test_a_licence_that_does_not_suit_says_for_what_it_was_written():
    told = spdx.suits("CC-BY-SA-4.0", "software")
    assert told.basis == "CC-BY-SA-4.0 is written for works, docs and data, not for software"


def test_every_kind_of_material_in_the_table_can_be_asked_for():
    asked = {domain for row in map(law.licence, law.licences()) for domain in row.domains}
    assert [domain for domain in asked if domain not in spdx.domains_of(domain)] == []
