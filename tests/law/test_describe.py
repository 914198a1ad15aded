"""A row put in words says every fact, how sure it is, and where it comes from."""

import pytest

from charterlang import law
from charterlang.law.describe import describe_form, describe_instrument, describe_licence


def told(sections):
    return {section.heading: section.lines for section in sections}


@pytest.mark.parametrize("form_id", law.forms())
def test_every_form_can_be_described_with_sources_and_year(form_id):
    sections = told(describe_form(form_id))
    assert f"verified {law.form(form_id).last_verified}" in sections["Sources"][-1]
    assert all(line.strip() for lines in sections.values() for line in lines)


@pytest.mark.parametrize("licence_id", law.licences())
def test_every_licence_can_be_described_with_its_sources(licence_id):
    assert "confidence" in told(describe_licence(licence_id))["Sources"][-1]


@pytest.mark.parametrize("instrument_id", law.instruments())
def test_every_instrument_can_be_described_with_its_sources(instrument_id):
    assert "confidence" in told(describe_instrument(instrument_id))["Sources"][-1]


def test_an_unknown_number_is_told_as_unknown():
    assert "founders: how many is not known here, so ask" in told(describe_form("ke.pbo"))["Founders and board"]


def test_what_was_not_verified_is_told():
    assert "founders_min (s.7)" in told(describe_form("uk.clg"))["Not verified"]


def test_a_copyfair_licence_comes_with_its_warning():
    assert "must not claim 'open source'" in told(describe_licence("LicenseRef-PPL"))["Beware"][0]
    assert "Beware" not in told(describe_licence("MIT"))


def test_an_instrument_tells_what_it_locks_and_what_went_wrong():
    sections = told(describe_instrument("golden-share"))
    assert any(line.startswith("exit: ") for line in sections["Locks"])
    assert any("sunset" in line for line in sections["What went wrong"])


def test_nobody_is_described_under_an_unknown_id():
    assert describe_form("xx.nothing") is None
    assert describe_licence("No-Such-Licence") is None
    assert describe_instrument("no-such-tie") is None
