"""`charter clear`, as it is typed and answered."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CIRCLE = "id,debtor,creditor,amount,currency\n1,A,B,100,EUR\n2,B,C,80,EUR\n3,C,A,50.50,EUR\n"


@pytest.fixture
def table(here: Path) -> Path:
    path = here / "debts.csv"
    path.write_text(CIRCLE, encoding="utf-8")
    return path


def test_the_answer_in_words(charter: Callable[..., Any], table: Path) -> None:
    answer = charter("clear", "debts.csv")
    assert answer.code == 0
    assert "struck off without money  151.50 EUR  65.7%" in answer.out
    assert "A to B  49.50 EUR  (1)" in answer.out


def test_the_answer_as_json(charter: Callable[..., Any], table: Path) -> None:
    data = json.loads(charter("clear", "debts.csv", "--format", "json").out)
    assert (data["gross"], data["cleared"], data["remaining"]) == ("230.50", "151.50", "79.00")
    assert data["positions"] == {"A": "-49.50", "B": "20.00", "C": "29.50"}
    assert [each["remaining"] for each in data["obligations"]] == ["49.50", "29.50", "0.00"]


def test_two_currencies_stand_apart(charter: Callable[..., Any], here: Path) -> None:
    (here / "two.csv").write_text(CIRCLE + "4,A,B,7,CHF\n", encoding="utf-8")
    data = json.loads(charter("clear", "two.csv", "--format", "json").out)
    assert data["gross"] == {"CHF": "7", "EUR": "230.50"}
    assert data["positions"]["CHF"] == {"A": "-7", "B": "7"}


def test_the_settlement_list(charter: Callable[..., Any]) -> None:
    answer = charter("clear", "-", "--format", "csv", stdin=CIRCLE.encode())
    rows = list(csv.DictReader(io.StringIO(answer.out)))
    assert [(row["id"], row["cleared"], row["remaining"]) for row in rows] == [
        ("1", "50.50", "49.50"),
        ("2", "50.50", "29.50"),
        ("3", "50.50", "0.00"),
    ]


def test_a_charters_mutual_credit_pays_what_circles_leave(charter: Callable[..., Any], here: Path) -> None:
    (here / "circle.charter").write_text(
        'charter "Circle" { edition 1; jurisdiction DE; language en; currency talent }\n'
        'currency talent "Talent" { kind mutual-credit; unit "an hour"; limit 30 talent per member }\n',
        encoding="utf-8",
    )
    (here / "debts.csv").write_text("debtor,creditor,amount\nA,B,100\n", encoding="utf-8")
    data = json.loads(charter("clear", "debts.csv", "--charter", "circle.charter", "-f", "json").out)
    assert (data["credited"], data["remaining"], data["credit"]) == ("30", "70", {"A": "-30", "B": "30"})


def test_a_slip_is_named_and_nothing_is_cleared(charter: Callable[..., Any], here: Path) -> None:
    (here / "debts.csv").write_text(CIRCLE + "4,A,A,5,EUR\n", encoding="utf-8")
    answer = charter("clear", "debts.csv")
    assert answer.code == 1
    assert "debts.csv:5: A owes this to itself" in answer.err
    assert not answer.out
    data = json.loads(charter("clear", "debts.csv", "-f", "json").out)
    assert data["findings"][0]["line"] == 5


def test_a_file_that_is_not_there(charter: Callable[..., Any]) -> None:
    assert charter("clear", "nowhere.csv").code == 2


def test_notices_are_written(charter: Callable[..., Any], table: Path, here: Path) -> None:
    assert charter("clear", "debts.csv", "--notices", "out").code == 0
    assert "In all you still owe 49.50 EUR" in (here / "out" / "notice-A.txt").read_text(encoding="utf-8")
