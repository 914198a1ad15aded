"""What stands in the way of a breach, and other levers: each rule by a charter that would be judged otherwise without it."""

from __future__ import annotations

import pytest

from charterlang.powers.verdicts import Level

from .charters import BOARD, MEMBERS, analysis, land, level, protection

# --- what stands in the way ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tests", "steward", "money"),
    [
        ("", Level.ENTRENCHED, Level.ENTRENCHED),
        ("testing purpose", Level.ENTRENCHED, Level.ENTRENCHED),
        ("testing public-interest", Level.ENTRENCHED, Level.ENTRENCHED),
        ("testing fair-value", Level.INSIDER, Level.ENTRENCHED),
        ("testing procedure", Level.INSIDER, Level.INSIDER),
        ("testing competition", Level.INSIDER, Level.INSIDER),
        ("testing solvency", Level.INSIDER, Level.INSIDER),
    ],
)
def test_a_consent_protects_only_what_it_tests(tests: str, steward: Level, money: Level) -> None:
    text = land(
        MEMBERS
        + BOARD
        + f"powers {{ sell plot requires council and consent of state {tests}; amend articles requires people by 3/4 }}",
        'public state "The State"',
    )
    found = protection(text, "steward", "sell", "plot")
    assert found.level is steward
    assert protection(text, "money", "sell", "plot").level is money
    assert found.passed == (("state",) if steward is Level.INSIDER else ())


def test_two_who_decide_together_are_not_each_others_guardians() -> None:
    text = land(
        "board one { seats 3; filled by itself; decides by majority }\n"
        "board two { seats 3; filled by itself; decides by majority }\n"
        "powers { sell plot requires one and two; amend articles requires one and two }"
    )
    assert protection(text, "steward", "sell", "plot").level is Level.INSIDER


def test_a_guardian_controlled_by_whom_it_guards_against_is_none() -> None:
    text = land(
        "board council { seats 3; filled by itself; decides by majority }\n"
        "powers { sell plot requires council and consent of watch; amend articles requires council and consent of watch }",
        'association watch "Watch" { board panel { seats 3; 3 appointed by council-of-trust; decides by majority } }',
    ).replace("council-of-trust", "trust.council")
    assert protection(text, "steward", "sell", "plot").level is Level.INSIDER


def test_a_lock_protects_what_it_names_on_the_basis_it_stands_on() -> None:
    board = "board council { seats 5; filled by itself; decides by majority }\n"
    use = land(board + "lock plot use basis ground-lease")
    assert protection(use, "steward", "sell", "plot").level is Level.BEYOND_REACH
    value = land(board + "lock plot value basis charity-law")
    assert protection(value, "steward", "sell", "plot").level is Level.INSIDER
    assert protection(value, "money", "sell", "plot").level is Level.BEYOND_REACH
    articles = land(board + "lock plot use basis articles\npowers { amend articles requires council }")
    assert protection(articles, "steward", "sell", "plot").level is Level.INSIDER


def test_a_lock_on_the_thing_does_not_decide_who_steers_its_holder() -> None:
    text = land(
        "board council { seats 3; 3 appointed by fund-a; decides by majority }\nlock plot use basis statute",
        'investor fund-a "Fund A"',
    )
    assert protection(text, "steward", "act", "trust").level is Level.EXPOSED


def duty(terms: str, more: str = "") -> str:
    return f"""
    value open "Open." {{ kind openness }}
    commons code "Code" {{ kind software; licence AGPL-3.0-or-later; contributions under CLA to maker; upholds open }}
    firm maker "Maker"
    association users "Users" {{
      members many {{ count 500; open to anyone after 6 months; vote one per member }}
      powers {{ act requires many by majority; amend articles requires many by 3/4 }}
    }}
    agreement pact "Pact" {{
      between maker, users
      duties {{ {terms} }}
      term 10 years
      {more}
    }}
    """


def test_a_duty_takes_power_away_until_its_creditor_waives_it() -> None:
    assert level(duty("maker must not relicense code towards users"), "open") is Level.COMMUNITY
    assert level(duty("maker contributes 1% of revenue to users"), "open") is Level.EXPOSED


@pytest.mark.parametrize(
    "terms",
    [
        "maker must not relicense code towards users, not binding",
        "maker must not relicense code towards users, revocable by maker",
    ],
)
def test_a_promise_is_no_duty(terms: str) -> None:
    assert level(duty(terms), "open") is Level.EXPOSED


def test_a_duty_that_its_debtor_may_end_is_none() -> None:
    assert (
        level(duty("maker must not relicense code towards users", "terminate requires maker"), "open") is Level.EXPOSED
    )


def test_a_conditional_grant_is_no_power_to_close() -> None:
    text = """
    value open "Open." {{ kind openness }}
    commons code "Code" {{ kind software; produced by many; licence AGPL-3.0-or-later; contributions under CLA to maker{only}; upholds open }}
    firm maker "Maker"
    party many "Many" {{ count 900 }}
    """
    assert level(text.format(only=""), "open") is Level.EXPOSED
    assert level(text.format(only=" only to open licences"), "open") is Level.BEYOND_REACH


def exit_charter(extra: str) -> str:
    return f"""
    value going "It goes on." {{ kind continuity }}
    value name "The name." {{ kind identity }}
    commons code "Code" {{ kind software; produced by many; licence MIT, irrevocable; contributions none; upholds going, name }}
    asset mark "Mark" {{ kind trademark; of code; held by host }}
    asset forge "Forge" {{ kind repository; of code; held by host }}
    firm host "Host" {{ {extra} }}
    party many "Many" {{ count 900 }}
    """


def test_exit_saves_from_bad_running_but_never_the_name() -> None:
    free = exit_charter("")
    assert level(free, "going") is Level.COMMUNITY
    assert protection(free, "going", "withhold").by_exit
    assert level(free, "name") is Level.EXPOSED
    bound = exit_charter("employs most of code")
    assert level(bound, "going") is Level.EXPOSED


# --- other levers ----------------------------------------------------------------------------------------------------


def test_name_and_channel_close_a_permissively_licensed_future() -> None:
    text = """
    value open "Open." {{ kind openness }}
    commons code "Code" {{ kind software; produced by many; licence {licence}; contributions under DCO; upholds open }}
    asset mark "Mark" {{ kind trademark; of code; held by maker }}
    asset forge "Forge" {{ kind repository; of code; held by {channel} }}
    firm maker "Maker"
    association keeper "Keeper" {{ external }}
    party many "Many" {{ count 900 }}
    """
    assert level(text.format(licence="MIT", channel="maker"), "open") is Level.EXPOSED
    assert level(text.format(licence="AGPL-3.0-or-later", channel="maker"), "open") is Level.ENTRENCHED
    assert level(text.format(licence="MIT", channel="keeper"), "open") is Level.ENTRENCHED


def test_the_main_payer_can_break_continuity() -> None:
    text = """
    value going "It goes on." {{ kind continuity }}
    association club "Club" {{
      upholds going
      members people {{ count 300; open to anyone after 6 months; vote one per member }}
      powers {{ amend articles requires people by 3/4 }}
    }}
    firm donor "Donor" {{ pays {part} of club }}
    """
    assert level(text.format(part="60%"), "going") is Level.EXPOSED
    assert level(text.format(part="20%"), "going") is not Level.EXPOSED


@pytest.mark.parametrize(
    ("debt", "expected"), [("near default", Level.EXPOSED), ("converts", Level.EXPOSED), ("", Level.ENTRENCHED)]
)
def test_creditors_in_default_force_a_sale(debt: str, expected: Level) -> None:
    terms = f"debt 1000 EUR to bank, {debt}" if debt else "debt 1000 EUR to bank"
    text = f"""
    value money "The money stays." {{ kind asset-lock }}
    association coop "Co-op" {{
      upholds money
      members people {{ count 300; open to anyone after 6 months; vote one per member }}
      powers {{ sell, convert, merge, distribute, dissolve requires people by 3/4; amend articles requires people by 3/4 }}
      {terms}
    }}
    investor bank "Bank"
    """
    assert level(text, "money") is expected


def test_a_windfall_makes_voters_commercial_for_that_breach() -> None:
    text = """
    value money "The reserves stay." {{ kind asset-lock }}
    association mutual "Mutual" {{
      upholds money
      members people {{ count 5000000; open to anyone after 12 months; vote one per member{gain} }}
      powers {{ convert requires people by 3/4; amend articles requires people by 3/4 }}
    }}
    """
    found = protection(text.format(gain="; gains from convert"), "money", "convert")
    assert found.level is Level.COMMERCIAL
    assert found.contingent
    assert protection(text.format(gain=""), "money", "convert").level is Level.ENTRENCHED


def test_silence_is_not_examined_and_says_what_to_write() -> None:
    text = 'value open "Open." { kind openness }\ncommons code "Code" { kind software; upholds open }'
    verdict = analysis(text).verdicts.of("open")[0]
    assert verdict.level is None
    assert all(found.missing for found in verdict.protections)
