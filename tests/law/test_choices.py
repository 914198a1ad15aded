"""Where a form does not allow a tie, the tables say which would do instead."""

import pytest

from charterlang import law
from charterlang.law.choices import instruments_for


def test_a_golden_share_is_barred_where_votes_go_by_head():
    golden = law.instrument("golden-share")
    assert golden.supports("uk.coop-society") is False
    assert golden.supports("uk.ltd") is True
    assert golden.supports("uk.clg") is None, "the table does not say"


def test_an_instrument_that_goes_with_any_form_goes_with_each():
    assert law.instrument("trademark-licence").supports("ke.pbo") is True


def test_a_caution_about_a_form_is_no_bar():
    board = law.instrument("board-seat")
    (caution,) = [weak for weak in board.forms_weak_or_excluded if weak.form == "de.eg"]
    assert caution.reason == "delegates at most one third"
    assert board.supports("de.eg") is not False


def test_instead_of_a_golden_share_a_co_operative_has_other_ties():
    offered = instruments_for("uk.coop-society", ("purpose", "exit", "control"))
    assert offered
    assert "golden-share" not in [row.id for row in offered]


@pytest.mark.parametrize("form_id", law.forms())
def test_what_is_offered_holds_something_asked_for_and_never_harms(form_id):
    offered = instruments_for(form_id, ("profit", "knowledge"))
    assert all({"profit", "knowledge"} & set(row.locks) and row.strength > 0 for row in offered)
    covered = [len({"profit", "knowledge"} & set(row.locks)) for row in offered]
    assert covered == sorted(covered, reverse=True)


def test_strength_follows_the_scale_and_undoing_alone_is_told():
    assert law.instrument("benefit-status").undone_without_holder
    assert not law.instrument("golden-share").undone_without_holder
    scale = law.instruments_about().strength_scale
    assert {law.instrument(known).strength for known in law.instruments()} <= set(scale)
