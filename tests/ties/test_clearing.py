"""Clearing: what can be struck off without money is, and nobody is richer or poorer for it."""

from __future__ import annotations

import random
from collections import defaultdict
from decimal import Decimal
from itertools import product

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from charterlang.ties import circulation
from charterlang.ties.circulation import Arc, SolverMissing, TooLarge, largest_circulation
from charterlang.ties.clearing import Clearing, Limits, clear
from charterlang.ties.notices import notices
from charterlang.ties.obligations import Obligation, read_obligations


def debts(*rows: tuple[str, str, str], currency: str = "EUR") -> list[Obligation]:
    return [
        Obligation(f"o{at}", debtor, creditor, Decimal(amount), currency, "", at + 2)
        for at, (debtor, creditor, amount) in enumerate(rows)
    ]


@st.composite
def tables(draw: st.DrawFn, most: int = 30, parties: str = "ABCDEFG") -> list[Obligation]:
    pairs = st.tuples(st.sampled_from(parties), st.sampled_from(parties)).filter(lambda pair: pair[0] != pair[1])
    amounts = st.decimals("0.01", "999.99", places=2)
    rows = draw(st.lists(st.tuples(pairs, amounts, st.sampled_from(["EUR", "CHF"])), max_size=most))
    return [
        Obligation(f"o{at}", *pair, amount, currency, "", at + 2) for at, (pair, amount, currency) in enumerate(rows)
    ]


def net(clearing: Clearing) -> dict[str, Decimal]:
    """Claims less debts of each party, worked out from the list of what is left alone."""
    found: dict[str, Decimal] = defaultdict(Decimal)
    for each in clearing.settled:
        found[each.obligation.debtor] -= each.remaining + each.credited
        found[each.obligation.creditor] += each.remaining + each.credited
    return found


def before(obligations: list[Obligation], currency: str) -> dict[str, Decimal]:
    found: dict[str, Decimal] = defaultdict(Decimal)
    for each in obligations:
        if each.currency == currency:
            found[each.debtor] -= each.amount
            found[each.creditor] += each.amount
    return found


def test_a_circle_needs_no_money() -> None:
    (found,) = clear(debts(("A", "B", "100"), ("B", "C", "80"), ("C", "A", "50.50")))
    assert (found.gross, found.cleared, found.remaining) == (Decimal("230.50"), Decimal("151.50"), Decimal("79.00"))
    assert [each.remaining for each in found.settled] == [Decimal("49.50"), Decimal("29.50"), 0]


def test_a_chain_is_left_as_it_is() -> None:
    (found,) = clear(debts(("A", "B", "10"), ("B", "C", "10")))
    assert found.cleared == 0
    assert found.remaining == 20


def test_the_largest_sum_wins_over_the_nearest_circle() -> None:
    # Striking A against B first would clear 2; going round both long circles clears 6.
    rows = ("A", "B", "1"), ("B", "A", "1"), ("B", "C", "1"), ("C", "A", "1"), ("A", "D", "1"), ("D", "B", "1")
    (found,) = clear(debts(*rows))
    assert found.cleared == 6


def test_currencies_are_never_mixed() -> None:
    euros, francs = debts(("A", "B", "5")), debts(("B", "A", "5"), currency="CHF")
    found = clear([*euros, *francs])
    assert [(each.currency, each.cleared) for each in found] == [("CHF", 0), ("EUR", 0)]


def test_what_is_due_first_is_cleared_first() -> None:
    late = Obligation("late", "A", "B", Decimal(5), "EUR", "2026-06-01", 2)
    soon = Obligation("soon", "A", "B", Decimal(5), "EUR", "2026-01-01", 3)
    (found,) = clear([late, soon, *debts(("B", "A", "5"))])
    assert [each.cleared for each in found.settled] == [0, 5, 5]


def test_credit_pays_what_circles_leave_within_its_limits() -> None:
    (found,) = clear(debts(("A", "B", "100"), ("B", "C", "100")), {"EUR": Limits(Decimal(30), Decimal(20))})
    assert found.credited == 50
    assert {each.party: each.balance for each in found.positions} == {"A": -30, "B": 10, "C": 20}


def test_without_a_limit_of_debit_there_is_no_credit() -> None:
    (found,) = clear(debts(("A", "B", "100")), {"EUR": Limits(Decimal(0))})
    assert found.credited == 0


@settings(max_examples=300, deadline=None)
@given(tables(), st.none() | st.decimals("0", "500", places=2), st.none() | st.decimals("0", "500", places=2))
def test_positions_hold_nothing_grows_and_no_circle_is_left(
    obligations: list[Obligation], down: Decimal | None, up: Decimal | None
) -> None:
    limits = {} if down is None else {"EUR": Limits(down, up)}
    for found in clear(obligations, limits):
        assert {k: v for k, v in net(found).items() if v} == {
            k: v for k, v in before(obligations, found.currency).items() if v
        }
        assert sum(each.balance for each in found.positions) == 0
        left = nx.DiGraph()
        for each in found.settled:
            assert each.cleared >= 0
            assert each.credited >= 0
            assert 0 <= each.remaining <= each.obligation.amount
            if each.remaining:
                left.add_edge(each.obligation.debtor, each.obligation.creditor)
        assert nx.is_directed_acyclic_graph(left)
        for each in found.positions:
            assert each.net == each.claims_left - each.debts_left + each.balance
            if limits and found.currency == "EUR" and down is not None:
                assert each.balance >= -down
                assert up is None or each.balance <= up


@settings(max_examples=100, deadline=None)
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_the_lines_changes_nothing(obligations: list[Obligation], chance: random.Random) -> None:
    def told(rows: list[Obligation]) -> dict[str, tuple[Decimal, Decimal]]:
        return {e.obligation.id: (e.cleared, e.remaining) for found in clear(rows) for e in found.settled}

    mixed = list(obligations)
    chance.shuffle(mixed)
    assert told(mixed) == told(obligations)


def test_ten_thousand_random_tables_conserve_every_position() -> None:
    chance = random.Random(8)
    for _ in range(10_000):
        rows = []
        for _ in range(chance.randint(1, 9)):
            debtor, creditor = chance.sample("ABCDE", 2)
            rows.append((debtor, creditor, f"{chance.randint(1, 99)}.{chance.randint(0, 99):02d}"))
        obligations = debts(*rows)
        (found,) = clear(obligations)
        after = net(found)
        assert all(after[party] == amount for party, amount in before(obligations, "EUR").items())


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(1, 2)), max_size=6))
def test_no_other_way_clears_more(rows: list[tuple[int, int, int]]) -> None:
    pairs = {(a, b): amount for a, b, amount in rows if a != b}
    most = 0
    for flows in product(*(range(amount + 1) for amount in pairs.values())):
        balance = [0, 0, 0, 0]
        for (a, b), flow in zip(pairs, flows, strict=True):
            balance[a] -= flow
            balance[b] += flow
        most = most if any(balance) else max(most, sum(flows))
    found = clear(debts(*((str(a), str(b), str(amount)) for (a, b), amount in pairs.items())))
    assert sum(each.cleared for each in found) == most


@pytest.mark.parametrize("seed", range(10))
def test_both_solvers_agree_with_a_linear_program(seed: int) -> None:
    chance = random.Random(seed)
    pairs = sorted({tuple(chance.sample(range(20), 2)) for _ in range(80)})
    arcs = [Arc(a, b, chance.randint(1, 10_000)) for a, b in pairs]
    balance = np.zeros((20, len(arcs)))
    for at, arc in enumerate(arcs):
        balance[arc.source, at], balance[arc.target, at] = -1, 1
    program = linprog(-np.ones(len(arcs)), A_eq=balance, b_eq=np.zeros(20), bounds=[(0, arc.capacity) for arc in arcs])
    best = round(-program.fun)
    assert sum(circulation._by_network_simplex(arcs)) == best
    pytest.importorskip("ortools", reason="OR-Tools is the extra `clearing`")
    assert sum(circulation._by_cost_scaling(arcs)) == best


def test_sums_beyond_counting_are_refused() -> None:
    with pytest.raises(TooLarge):
        largest_circulation([Arc(0, 1, 2**53), Arc(1, 0, 2**53)])


def test_a_large_network_without_the_fast_solver_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "ortools.graph.python", None)
    arcs = [Arc(at, at + 1, 1) for at in range(circulation.SMALL + 1)]
    with pytest.raises(SolverMissing):
        largest_circulation(arcs)


def test_every_party_gets_a_notice() -> None:
    told = notices(clear(debts(("Ada", "ada", "5"), ("ada", "Ada", "3"), ("A/B", "Ada", "1"))))
    assert sorted(told) == ["notice-A-B.txt", "notice-Ada.txt", "notice-ada-2.txt"]
    assert "o0  to ada: 5, 3 struck off, 2 left" in told["notice-Ada.txt"]


SLIPS = {
    "debtor,creditor\nA,B\n": (1, "no column `amount`"),
    "debtor,creditor,amount,amount\nA,B,1,1\n": (1, "two columns are called `amount`"),
    "debtor,creditor,amount\nA,,5\n": (2, "nobody is named as creditor"),
    "debtor,creditor,amount\nA,A,5\n": (2, "A owes this to itself"),
    "debtor,creditor,amount\nA,B,5\nB,A,five\n": (3, "`five` is no amount"),
    "debtor,creditor,amount\nA,B,NaN\n": (2, "`NaN` is no amount"),
    "debtor,creditor,amount\nA,B,1e5\n": (2, "`1e5` is no amount"),
    "debtor,creditor,amount\nA,B,-5\n": (2, "below nought"),
    "debtor,creditor,amount\nA,B,0.00\n": (2, "the amount is nought"),
    "debtor,creditor,amount\nA,B,1234567890123456\n": (2, "more than 15 digits"),
    "debtor,creditor,amount,due\nA,B,5,2026-02-30\n": (2, "no day of the calendar"),
    "debtor,creditor,amount,id\nA,B,5,x\nB,C,5,x\n": (3, "the id x stands already in line 2"),
    "debtor,creditor,amount\nA,B\n": (2, "this line has 2 cells, and the table has 3 columns"),
    'debtor,creditor,amount\nA,B,"5\n': (2, "cannot be read on"),
    "": (1, "no column `debtor` and `creditor` and `amount`"),
}


@pytest.mark.parametrize("text", SLIPS)
def test_a_line_that_cannot_be_used_is_named(text: str) -> None:
    line, words = SLIPS[text]
    _, slips = read_obligations(text)
    assert [slip.line for slip in slips] == [line]
    assert words in slips[0].message


def test_columns_stand_in_any_order_and_others_are_passed_over() -> None:
    found, slips = read_obligations("\ufeffAmount, Creditor,note,debtor\r\n5.00,B,hm,A\r\n\r\n", "EUR")
    assert not slips
    assert found == [Obligation("line-2", "A", "B", Decimal("5.00"), "EUR", "", 2)]
