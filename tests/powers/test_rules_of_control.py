"""Who controls whom, and who can enter: each rule by a charter that would be judged otherwise without it."""

from __future__ import annotations

import pytest

from charterlang.powers.verdicts import Level

from .charters import BOARD, MEMBERS, analysis, land, level, parties, protection

# --- control ---------------------------------------------------------------------------------------------------------


def test_a_class_is_one_party_that_can_be_asked_for_a_majority_or_more() -> None:
    majority = land(MEMBERS + "powers { sell plot requires people by majority; amend articles requires people by 3/4 }")
    more = land(MEMBERS + "powers { sell plot requires people by 3/4; amend articles requires people by 3/4 }")
    assert protection(majority, "steward", "sell", "plot").level is Level.COMMUNITY
    found = protection(more, "steward", "sell", "plot")
    assert found.level is Level.ENTRENCHED
    assert [(member.strength) for member in found.coalition] == ["3/4"]


def test_a_sitting_organ_is_a_party_of_its_own_for_final_acts_it_decides_alone() -> None:
    text = land(
        MEMBERS
        + BOARD
        + "powers { sell plot requires council; lease plot requires council; amend articles requires people by 3/4 }"
    )
    assert protection(text, "steward", "sell", "plot").level is Level.INSIDER
    together = land(
        MEMBERS
        + BOARD
        + "powers { sell plot requires council and people by majority; amend articles requires people by 3/4 }"
    )
    assert protection(together, "steward", "sell", "plot").level is Level.COMMUNITY


def test_an_organ_that_alone_amends_its_own_election_is_a_party_of_its_own() -> None:
    text = """
    value voice "Members decide." { kind community-control }
    association club "Club" {
      upholds voice
      members people { count 300; open to anyone after 6 months; vote one per member }
      board council { seats 5; 5 elected by people; decides by majority }
      powers { amend articles requires AMENDER }
    }
    """
    assert level(text.replace("AMENDER", "council"), "voice") is Level.INSIDER
    assert level(text.replace("AMENDER", "people by 3/4"), "voice") is Level.COMMUNITY


def test_a_self_filling_organ_is_a_party_of_its_own_for_everything() -> None:
    text = land("board council { seats 5; filled by itself; decides by majority }")
    found = protection(text, "steward", "sell", "plot")
    assert found.level is Level.INSIDER
    assert parties(found) == ["council"]


def test_ownership_goes_through_any_chain_of_holdings() -> None:
    text = land(
        "board council { seats 3; 3 appointed by below; decides by majority }",
        """
        firm below "Below" { shares all { held by above 60%; held by nobody-else 40%; votes by share } }
        firm above "Above" { shares all { held by fund-a 51%; held by others 49%; votes by share } }
        investor fund-a "Fund A"
        investor others "Others"
        person nobody-else "Somebody"
        """,
    )
    found = protection(text, "steward", "sell", "plot")
    assert found.level is Level.EXPOSED
    assert parties(found) == ["fund-a"]


def test_nobody_controls_himself_into_existence() -> None:
    text = land(
        "board council { seats 3; 3 appointed by one; decides by majority }",
        """
        firm one "One" { shares all { held by two 100%; votes by share } }
        firm two "Two" { shares all { held by one 100%; votes by share } }
        """,
    )
    found = protection(text, "steward", "convert", "trust")
    assert found.level is not Level.EXPOSED
    assert not parties(found) or parties(found) != ["one"]


def test_an_entity_whose_owners_are_described_is_no_party_of_its_own() -> None:
    text = land(
        "board council { seats 3; 3 appointed by helper; decides by majority }",
        'association helper "Helper" { members many { count 400; open to anyone after 6 months; vote one per member }; powers { amend articles requires many by 3/4 } }',
    )
    found = protection(text, "steward", "sell", "plot")
    assert "helper" not in parties(found)


def test_only_an_undescribed_entity_is_a_party_and_the_finding_asks_who_controls_it() -> None:
    text = land(
        "board council { seats 3; 3 appointed by helper; decides by majority }",
        'firm helper "Helper"',
    )
    found = protection(text, "steward", "act", "trust")
    assert found.level is Level.EXPOSED
    assert [note.subject for note in analysis(text).verdicts.notes if note.kind == "undescribed"] == ["helper"]


def test_a_small_class_behind_one_gatekeeper_counts_as_the_gatekeepers() -> None:
    text = """
    value voice "Members decide." {{ kind community-control }}
    association club "Club" {{
      upholds voice
      members people {{ count {count}; open to anyone admitted by sponsor at will; vote one per member }}
      powers {{ amend articles requires people by 3/4 }}
    }}
    firm sponsor "Sponsor"
    """
    assert level(text.format(count=9), "voice") is Level.EXPOSED
    assert level(text.format(count=900), "voice") is not Level.EXPOSED


def test_members_employed_by_one_party_count_as_its_own() -> None:
    text = """
    value voice "Members decide." { kind community-control }
    association club "Club" {
      upholds voice
      members people { count 9; closed; vote one per member; affiliated with sponsor }
      powers { amend articles requires people by 3/4 }
    }
    firm sponsor "Sponsor"
    """
    assert level(text, "voice") is Level.EXPOSED


def test_who_can_amend_gains_every_power_unless_it_is_never() -> None:
    text = land(MEMBERS + BOARD + "powers { sell plot DECISION; amend articles requires council }")
    loose = text.replace("DECISION", "requires people by 3/4")
    assert protection(loose, "steward", "sell", "plot").level is Level.INSIDER
    firm = text.replace("DECISION", "never")
    assert protection(firm, "steward", "sell", "plot").level is Level.BEYOND_REACH


def test_an_entrenched_amendment_of_powers_is_not_gone_round() -> None:
    text = land(
        MEMBERS
        + BOARD
        + "powers { sell plot requires people by 3/4; amend articles requires council; amend articles.powers requires people by 4/5; amend articles.organs requires people by 4/5 }"
    )
    assert protection(text, "steward", "sell", "plot").level is Level.ENTRENCHED


def test_an_act_possible_only_after_another_needs_both_decisions() -> None:
    text = land(
        MEMBERS
        + BOARD
        + "powers { sell plot requires council after lease plot; lease plot requires people by 3/4; amend articles requires people by 3/4 }"
    )
    assert protection(text, "steward", "sell", "plot").level is Level.ENTRENCHED


# --- entry and stake -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("door", "expected"),
    [
        ("open to anyone", Level.EXPOSED),
        ("open to anyone after 6 months", Level.COMMUNITY),
        ("open to anyone; waits 30 days", Level.COMMUNITY),
        ("open to anyone admitted by people by majority", Level.COMMUNITY),
        ("open to anyone; residents only", Level.COMMUNITY),
        ("open to anyone; limit 1 member per employer", Level.COMMUNITY),
    ],
)
def test_an_open_class_can_be_entered(door: str, expected: Level) -> None:
    text = f"""
    value voice "Members decide." {{ kind community-control }}
    association club "Club" {{
      upholds voice
      members people {{ count 300; {door}; vote one per member }}
      powers {{ amend articles requires people by 3/4 }}
    }}
    """
    assert level(text, "voice") is expected


def test_the_cost_of_entry_is_stated() -> None:
    text = """
    value voice "Members decide." { kind community-control }
    association club "Club" {
      upholds voice
      members people { count 1000; open to anyone; fee 20 EUR; usual turnout 10%; vote one per member }
      powers { amend articles requires people by 3/4 }
    }
    """
    found = protection(text, "voice", "act", "club")
    assert "101 people" in found.entry
    assert "2,020" in found.entry


def test_staggered_elections_are_not_turned_in_one_round() -> None:
    text = """
    value voice "Members decide." { kind community-control }
    association club "Club" {
      upholds voice
      members people { count 300; open to anyone; vote one per member }
      board council { seats 9; 9 elected by people; term 3 years, staggered; decides by majority }
      powers { act requires council; amend articles requires people by 3/4 }
    }
    """
    assert protection(text, "voice", "act", "club").level is Level.COMMUNITY


def test_votes_by_transferable_stake_are_for_sale_unless_capped() -> None:
    text = """
    value voice "Members decide." {{ kind community-control }}
    association chain "Chain" {{
      upholds voice
      members holders {{ count 9000; votes by stake{cap} }}
      powers {{ amend articles requires holders by 3/4 }}
    }}
    """
    assert level(text.format(cap=""), "voice") is Level.EXPOSED
    assert level(text.format(cap=", at most 4% per holder"), "voice") is Level.COMMUNITY
