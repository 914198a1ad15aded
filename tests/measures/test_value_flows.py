"""Value flows: what comes back, where the means come from, and when they run out."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from charterlang import compiler
from charterlang.measures.value_flows import Flows, Funding, captured_by_currency, value_flows
from charterlang.source import MemoryFiles

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
CASES = Path(__file__).parent.parent / "checks" / "cases"

HEAD = """
charter "Camp" { edition 1; jurisdiction DE; language en; currency EUR }
commons camp "Camp" { kind place }
party donors "Donors" { side community; count 50 }
public town "Town" {}
party cook "Cook" {}
"""


def flows(text: str) -> Flows:
    return value_flows(compiler.check("a.charter", MemoryFiles({"a.charter": HEAD + text})).context)


def funding(balance: str, more: str) -> Funding:
    body = f'association club "Club" {{ form de.ev; purpose "Camp."; protects camp{balance} }}\n'
    (found,) = flows(body + more).funding
    return found


def example(name: str) -> Flows:
    return value_flows(compiler.check(str(EXAMPLES / f"{name}.charter")).context)


def test_selvedge_captures_its_whole_income() -> None:
    found = example("good/loom-foundation")
    assert captured_by_currency(found.loops) == {"EUR": 4_000_000}
    by_firm = {each.firm: each for each in found.loops}
    assert not by_firm["selvedge"].closed
    assert by_firm["weft"].share == Fraction(8, 100)
    assert by_firm["warp"].owed_money == 87_000
    assert by_firm["warp"].returned == 90_000


def test_a_promise_nobody_can_enforce_lets_the_rest_be_captured() -> None:
    text = """
firm mill "Mill" { form de.gmbh; uses camp }
association club "Club" { form de.ev; purpose "Camp."; protects camp }
flow sales from cook to mill 1000 EUR per month
flow gift from mill to club 100 EUR per month
"""
    (loop,) = flows(text).loops
    assert (loop.closed, loop.returned, loop.captured) == (False, 1200, 10_800)


def test_the_shares_of_the_givers() -> None:
    found = funding("", "flow a from town to club 300 EUR per month\nflow b from donors to club 100 EUR per month\n")
    assert found.largest == ("town", Fraction(3, 4))
    assert found.outside == Fraction(3, 4)
    assert found.sources == Fraction(8, 5)
    assert found.months is None


def test_a_reserve_lasts_as_many_months_as_it_pays_the_gap() -> None:
    more = "flow a from town to club 300 EUR per month\nflow c from club to cook 400 EUR per month\n"
    assert funding("; balance 1000 EUR", more).months == 10
    (loss,) = funding("; balance 1000 EUR", more).losses
    assert (loss.givers, loss.gap, loss.months) == (("town",), 4800, 2)


def test_a_reserve_is_counted_from_the_worst_month() -> None:
    more = "flow a from town to club 1200 EUR per month in months 6\nflow c from club to cook 100 EUR per month\n"
    assert funding("; balance 500 EUR", more).months == 5


def test_gifts_in_kind_count_as_income_and_stretch_no_reserve() -> None:
    more = "flow a from town to club 400 EUR per month in kind\nflow c from club to cook 400 EUR per month\n"
    found = funding("; balance 1000 EUR", more)
    assert (found.income, found.months) == (4800, 2)


def test_any_two_givers_leave_together() -> None:
    more = "".join(
        f"flow f{at} from {who} to club {at}00 EUR per year\n" for at, who in enumerate(("town", "donors", "cook"), 1)
    )
    found = funding("", more)
    assert [loss.givers for loss in found.losses if len(loss.givers) == 2] == [
        ("cook", "donors"),
        ("cook", "town"),
        ("donors", "town"),
    ]
    worst = found.worst(2)
    assert worst is not None
    assert worst.share == Fraction(5, 6)


@pytest.mark.parametrize(("rate", "income", "left_out"), [("; rate 1 hour is 12 EUR", 1320, 0), ("", 120, 1)])
def test_a_currency_counts_only_at_a_declared_rate(rate: str, income: int, left_out: int) -> None:
    text = f"""
currency hour "Hour" {{ kind time; unit "an hour"{rate} }}
association club "Club" {{ form de.ev; purpose "Camp."; protects camp }}
flow a from town to club 60 EUR per year
flow b from town to club 60 EUR per year
flow c from cook to club 100 hour per year
"""
    found = flows(text)
    assert found.funding[0].income == income
    assert [flow.id for flow, _ in found.unconverted] == ["c"][:left_out]


def test_vendors_are_hurt_until_somebody_makes_it_good() -> None:
    before = value_flows(compiler.check(str(CASES / "kitchen-that-hurts-vendors.charter")).context)
    after = example("good/occupy-kitchen")
    assert [(each.party, each.answered) for each in before.hurt] == [("vendors", False)]
    assert [(each.party, each.answered) for each in after.hurt] == [("vendors", True)]
