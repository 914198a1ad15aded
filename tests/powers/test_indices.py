"""Power indices, against published values and against every coalition tried."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charterlang.powers.indices import compound, weighted


def fractions(*texts: str) -> tuple[Fraction, ...]:
    return tuple(map(Fraction, texts))


def test_the_smallest_shareholder_may_have_as_much_say_as_the_second():
    """The textbook game [51; 50, 49, 1]: J. F. Banzhaf 1965; A. Taylor and A. Pacelli, "Mathematics and Politics"."""
    power = weighted([50, 49, 1], 51)
    assert power.swings == (3, 1, 1)
    assert power.banzhaf == fractions("3/5", "1/5", "1/5")
    assert power.penrose == fractions("3/4", "1/4", "1/4")
    assert power.shapley == fractions("2/3", "1/6", "1/6")


def test_luxembourg_had_a_vote_and_no_say():
    """EEC Council 1958: S. J. Brams and P. J. Affuso 1976; D. Leech, "Computation of power indices", Warwick 2002."""
    power = weighted([4, 4, 4, 2, 2, 1], 12)
    assert power.banzhaf == fractions("5/21", "5/21", "5/21", "1/7", "1/7", "0")
    assert power.shapley == fractions("7/30", "7/30", "7/30", "3/20", "3/20", "0")


def test_three_towns_of_nassau_county_had_no_say():
    """Nassau County Board 1958, [16; 9, 9, 7, 3, 1, 1]: J. F. Banzhaf 1965."""
    power = weighted([9, 9, 7, 3, 1, 1], 16)
    assert power.banzhaf == fractions("1/3", "1/3", "1/3", "0", "0", "0")


def test_a_veto_in_the_security_council():
    """United Nations Security Council since 1965: 421/2145 and 4/2145; 848 and 84 swings (P. Straffin 1993)."""
    power = weighted([7] * 5 + [1] * 10, 39)
    assert power.swings == (848,) * 5 + (84,) * 10
    assert power.banzhaf[0] == Fraction(106, 635)
    assert power.shapley == fractions(*["421/2145"] * 5, *["4/2145"] * 10)


def test_the_security_council_as_the_charter_words_it():
    """All five permanent members and nine in all, not as weights but as a rule: the same game."""
    worded = compound(15, lambda side: len(side) >= 9 and side >= {0, 1, 2, 3, 4})
    assert worded == weighted([7] * 5 + [1] * 10, 39)


def test_the_electoral_college():
    """Apportionment of 2000: N. R. Miller, "A priori voting power and the US Electoral College" (2009), table 1."""
    electors = [55, 34, 31, 27, 21, 21, 20, 17, 15, 15, 15, 13, 12, *[11] * 4, *[10] * 4, *[9] * 3, 8, 8, *[7] * 4]
    electors += [*[6] * 3, *[5] * 5, *[4] * 5, *[3] * 8]
    assert (len(electors), sum(electors)) == (51, 538)
    power = weighted(electors, 270)
    assert round(power.penrose[0], 6) == Fraction("0.475036")
    assert round(power.penrose[-1], 6) == Fraction("0.022730")
    assert sum(power.shapley) == 1


def test_a_board_within_a_board():
    """A chair, and a delegate who follows two of three members: the members share the delegate's say."""
    power = compound(4, lambda side: 0 in side and len(side - {0}) >= 2)
    assert power.swings == (4, 2, 2, 2)
    assert power.shapley == fractions("1/2", "1/6", "1/6", "1/6")


def test_nobody_has_power_where_nothing_can_be_decided_or_everything_is():
    for power in (weighted([1, 1], 3), weighted([1, 1], 0), weighted([], 1), weighted([0, 0], 1)):
        assert set(power.banzhaf + power.shapley + power.penrose) <= {Fraction()}


def test_shares_by_the_million_cost_no_more_than_their_ratio():
    assert weighted([50_000_000, 49_000_000, 1_000_000], 50_000_001) == weighted([50, 49, 1], 51)


def test_misuse_is_refused():
    with pytest.raises(ValueError, match="negative"):
        weighted([1, -1], 1)
    with pytest.raises(ValueError, match="too many"):
        compound(21, bool)
    with pytest.raises(ValueError, match="nobody"):
        compound(2, lambda _: True)
    with pytest.raises(ValueError, match="more votes"):
        compound(2, lambda side: len(side) == 1)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=7), st.integers(1, 40))
@settings(max_examples=60)
def test_counting_by_weight_agrees_with_trying_every_coalition(weights: list[int], quota: int):
    assert weighted(weights, quota) == compound(
        len(weights), lambda side: sum(weights[player] for player in side) >= quota
    )
