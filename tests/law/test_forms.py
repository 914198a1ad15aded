"""What the law says of single forms, as the statutes cited say it, and how a form answers questions."""

from fractions import Fraction

import pytest

from charterlang import law


def form(form_id):
    found = law.form(form_id)
    assert found is not None
    return found


def test_a_company_limited_by_guarantee_changes_its_articles_by_three_quarters():
    guarantee = form("uk.clg")
    assert guarantee.amend_threshold == Fraction(3, 4)
    assert guarantee.cites("amendment") == "CA 2006 s.21; verified 2024, confidence high"


def test_a_community_interest_company_may_pay_out_35_percent():
    shares = form("uk.cic-shares")
    assert shares.distribution_capped
    assert shares.owners_cap() == 35
    assert "35 percent of distributable profits" in shares.distribution.caps[0].words()


def test_the_lock_of_a_community_interest_company_is_beyond_its_members():
    shares = form("uk.cic-shares")
    assert shares.is_statutory_lock
    assert shares.lock_beyond_members


def test_a_lock_that_lasts_while_a_status_lasts_is_within_reach():
    assert form("fr.societe-ess").is_statutory_lock
    assert not form("fr.societe-ess").lock_beyond_members
    assert not form("be.sc-agreee-es").lock_beyond_members


def test_a_lock_on_part_of_the_assets_is_no_lock_on_the_rest():
    partial = form("es.cooperativa-trabajo")
    assert partial.asset_lock.way_out == "partial"
    assert not partial.lock_beyond_members


def test_an_optional_lock_is_not_beyond_members_even_if_hard_to_leave():
    assert form("uk.cbs").lock_beyond_members, "SI 2006/264 reg 7: unalterable once in the rules"
    assert not form("uk.coop-society").lock_beyond_members


@pytest.mark.parametrize("form_id", law.forms())
def test_the_way_out_of_a_lock_agrees_with_its_kind(form_id):
    lock = form(form_id).asset_lock
    assert (lock.kind == "none") == (lock.way_out == "no-lock")
    if lock.removable.startswith("yes") and lock.way_out != "outside-consent":
        assert lock.way_out in ("members", "terms")
    if lock.removable == "no":
        assert lock.way_out == "none"


@pytest.mark.parametrize("form_id", law.forms())
def test_a_form_that_pays_nothing_caps_owners_at_nothing(form_id):
    body = form(form_id)
    if body.distribution_none:
        assert body.owners_cap() == 0
    if body.distribution_free:
        assert body.owners_cap() is None
    assert [body.distribution_free, body.distribution_capped, body.distribution_none].count(True) == 1


@pytest.mark.parametrize("form_id", law.forms())
def test_a_threshold_is_at_most_everyone_or_explained(form_id):
    body = form(form_id)
    if body.amend_threshold is None:
        assert body.amendment.rule or body.amendment.basis, "an unknown share must say what governs"
    else:
        assert Fraction(1, 2) <= body.amend_threshold <= 1


@pytest.mark.parametrize("form_id", law.forms())
def test_every_form_can_be_cited(form_id):
    body = form(form_id)
    assert body.cites().startswith(body.statutes[0])
    assert str(body.last_verified) in body.cites("amendment")
    assert body.confidence in body.cites("amendment")


def test_a_formula_is_not_taken_for_a_number():
    assert form("fr.scic").owners_cap() is None
    assert form("se.ab-svb").owners_cap() is None


def test_a_cap_that_hangs_on_the_statutes_is_not_taken_for_a_bar():
    assert form("ch.genossenschaft").owners_cap() is None
    assert form("fi.osuuskunta").owners_cap() is None


def test_unknown_numbers_stay_unknown():
    assert form("ke.pbo").founders_min is None
    assert form("ke.pbo").board_min is None
    assert form("fr.association-1901").amend_threshold is None


def test_founders_by_statute():
    assert form("uk.cbs").founders_min == 3
    assert form("de.ev").founders_min == 7
    assert form("es.asociacion").founders_min == 3


def test_a_bare_section_is_cited_with_its_act():
    assert form("uk.cbs").basis("amendment") == "Co-operative and Community Benefit Societies Act 2014 s.16"
    assert form("in.section-8").basis("amendment") == "Companies Act 2013 s.8(4)"


def test_a_subject_is_found_under_the_name_its_statute_gives_it():
    assert form("us.ny.worker-coop").basis("amendment").endswith("s.89")
    assert form("us.ny.worker-coop").basis("board").endswith("s.91")


def test_a_subject_without_a_provision_is_cited_by_its_statute():
    assert form("uk.cbs").basis("weather") == form("uk.cbs").statutes[0]


def test_organs_by_law_leave_out_what_the_statutes_may_add():
    kinds = [organ.kind for organ in form("de.eg").default_organs]
    assert kinds == ["assembly", "board"], "an Aufsichtsrat is optional up to twenty members"
    assert [organ.kind for organ in form("us.ny.nfp").default_organs] == ["board", "officer"]


@pytest.mark.parametrize("form_id", law.forms())
def test_a_form_with_members_who_vote_by_head_has_an_assembly_or_says_why_not(form_id):
    body = form(form_id)
    if body.one_member_one_vote and body.kind != "status":
        kinds = {organ.kind for organ in body.organs}
        assert "assembly" in kinds or form_id in ("us.de.nonstock", "us.501c3", "us.501c4", "us.ca.nonprofit")


def test_doubts_are_told_by_subject():
    assert form("uk.clg").doubts("founders_min") == ("founders_min (s.7)",)
    assert form("uk.clg").doubts("board_min") == ("board_min (s.154)",)
    assert form("ca.nfp").unverified == (), "all of it was read"
    assert form("de.ev").unverified is None, "nobody has listed what was not read"
    assert form("de.ev").doubts() == ()


def test_an_authority_consents_only_to_what_it_tests():
    commission = form("uk.cio").amendment.authorities[0]
    assert commission.body == "Charity Commission"
    assert commission.tests == "purpose"
    protectorate = form("es.fundacion").amendment.authorities[0]
    assert protectorate.tests == "procedure", "art 29(4): it objects on legality only"


def test_every_authority_is_told_in_words_too():
    for form_id in law.forms():
        body = form(form_id)
        assert not body.amendment.authorities or body.amendment.extra_consents


def test_prescribed_text_states_points():
    points = form("uk.cic-guarantee").prescribed_text
    assert points.exact_wording
    assert any("full value" in point for point in points.points)
    assert form("uk.ltd").prescribed_text is None


def test_the_roles_a_form_may_play():
    assert form("de.gmbh").roles == ("firm",)
    assert "association" in form("de.ggmbh").roles
    assert all(form(form_id).roles for form_id in law.forms())


def test_a_guardian_as_outsider_is_possible_where_the_statute_says_so():
    assert form("fi.saatio").outside_veto.possible == "yes"
    assert form("it.societa-benefit").outside_veto.possible == "no"


@pytest.mark.parametrize(
    ("form_id", "words"),
    [
        ("uk.cic-shares", "at most 35 percent of distributable profits: dividends, all shares together"),
        ("ch.verein", "nothing: members"),
        ("ch.genossenschaft", "nothing unless statutes allow: surplus"),
        ("gr.koinsep", "at least 5 percent of profit: reserve"),
    ],
)
def test_a_cap_reads_as_a_sentence_part(form_id, words):
    assert words in [cap.words() for cap in form(form_id).distribution.caps]
