"""`charter tally`: ballots in, a minute out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CHARTER = """
charter "Club" {{ edition 1; jurisdiction DE; language en; currency EUR }}
association club "Club" {{
  form de.ev; purpose "Meals."
  members cooks {{ count 4; vote one per member }}
  members guests {{ count 6; vote one per member }}
  assembly all of cooks, guests {{ {rule} }}
}}
provision meals "Meals" {{ need "Warm meals"; by gift from club; decided by club.all; {ballot} }}
"""


@pytest.fixture
def vote(charter: Callable[..., Any], here: Path) -> Callable[..., tuple[int, dict[str, Any]]]:
    def voted(rule: str, *ballots: str, ballot: str = "", roll: str = "") -> tuple[int, dict[str, Any]]:
        (here / "c.charter").write_text(CHARTER.format(rule=rule, ballot=ballot), encoding="utf-8")
        (here / "b.csv").write_text("\n".join(("voter,class,ballot,reason", *ballots)), encoding="utf-8")
        more = []
        if roll:
            (here / "r.csv").write_text(roll, encoding="utf-8")
            more = ["--roll", "r.csv"]
        answer = charter("tally", "meals", "b.csv", "--charter", "c.charter", "--format", "json", *more)
        return answer.code, json.loads(answer.out)

    return voted


@pytest.mark.parametrize(
    ("rule", "answers", "outcome"),
    [
        ("decides by majority", "yes yes no", "carried"),
        ("decides by majority", "yes no", "rejected"),
        ("decides by majority", "yes abstain abstain", "carried"),
        ("decides by 2/3", "yes yes no", "carried"),
        ("decides by 3/4", "yes yes no", "rejected"),
        ("decides by unanimity", "yes yes no", "rejected"),
        ("decides by majority of members", "yes yes no", "rejected"),
        ("quorum 50%; decides by majority", "yes yes", "void"),
        ("quorum 20%; decides by majority", "yes yes", "carried"),
    ],
)
def test_the_rule_of_the_body_decides(vote: Callable[..., Any], rule: str, answers: str, outcome: str) -> None:
    rows = [f"v{at},guests,{word}," for at, word in enumerate(answers.split())]
    code, minute = vote(rule, *rows)
    assert minute["outcome"] == outcome
    assert code == (1 if outcome == "void" else 0)


@pytest.mark.parametrize(("reason", "outcome"), [("too salty", "rejected"), ("", "carried")])
def test_an_objection_stops_consent_if_it_has_a_reason(vote: Callable[..., Any], reason: str, outcome: str) -> None:
    _, minute = vote("decides by consent", "a,cooks,yes,", f"b,cooks,object,{reason}")
    assert minute["outcome"] == outcome


@pytest.mark.parametrize(
    ("method", "ballots", "chosen"),
    [
        ("plurality", ("A", "A", "B"), ["A"]),
        ("approval", ("A; B", "B; C", "C; B"), ["B"]),
        ("borda", ("A > B > C", "A > B > C", "B > C > A", "B > C > A"), ["B"]),
        ("schulze", ("A > B > C", "B > A > C", "B > C > A"), ["B"]),
    ],
)
def test_options(vote: Callable[..., Any], method: str, ballots: tuple[str, ...], chosen: list[str]) -> None:
    if method == "schulze":
        pytest.importorskip("pref_voting", reason="pref_voting is the extra `voting`")
    rows = [f"v{at},guests,{says}," for at, says in enumerate(ballots)]
    code, minute = vote("decides by majority", *rows, ballot=f"ballot {method}")
    assert (code, minute["outcome"], minute["chosen"]) == (0, "chosen", chosen)


def test_a_tie_is_told_and_not_broken(vote: Callable[..., Any]) -> None:
    code, minute = vote("decides by majority", "a,cooks,A,", "b,cooks,B,", ballot="ballot plurality")
    assert (code, minute["outcome"], minute["chosen"]) == (1, "tied", ["A", "B"])


def test_ballots_that_do_not_count_are_named_with_the_reason(vote: Callable[..., Any]) -> None:
    rows = ["a,cooks,yes,", "a,cooks,no,", "b,gardeners,yes,", "c,,yes,", "d,cooks,yes,", "e,cooks,,"]
    code, minute = vote("decides by majority", *rows, roll="voter\na\nb\nc\ne\n")
    assert code == 1
    assert [(each["line"], each["why"]) for each in minute["refused"]] == [
        (3, "a has voted already, in line 2"),
        (4, "gardeners has no vote here"),
        (5, "it does not say for which class it is cast"),
        (6, "d is not on the roll"),
        (7, "it says nothing"),
    ]


def test_a_class_cannot_cast_more_votes_than_it_has_members(vote: Callable[..., Any]) -> None:
    _, minute = vote("decides by majority", *(f"v{at},cooks,yes," for at in range(5)))
    assert minute["counted"] == 4
    assert "all have been cast" in minute["refused"][0]["why"]


def test_the_minute_in_words(charter: Callable[..., Any], kitchen: Path, here: Path) -> None:
    (here / "b.csv").write_text("voter,class,ballot,reason\nann,cooks,yes,\nvendors,,object,no trade left\n", "utf-8")
    answer = charter("tally", "meals", "b.csv", "-c", "kitchen.charter")
    assert "vendors objects: no trade left." in answer.out
    assert answer.out.endswith("The proposal is not carried.\n")
    assert answer.out == charter("tally", "meals", "b.csv", "-c", "kitchen.charter").out


def test_a_provision_that_is_not_there(charter: Callable[..., Any], kitchen: Path) -> None:
    answer = charter("tally", "meels", "b.csv", "-c", "kitchen.charter")
    assert answer.code == 2
    assert "did you mean `meals`?" in answer.err


def test_what_a_provision_asks_for_goes_before_the_bodys_own_way(vote: Callable[..., Any]) -> None:
    rows = ["a,cooks,yes,", "b,cooks,yes,", "c,cooks,no,cold"]
    assert vote("decides by majority", *rows)[1]["outcome"] == "carried"
    assert vote("decides by majority", *rows, ballot="ballot consent")[1]["outcome"] == "rejected"


def test_a_method_nobody_knows_is_refused(charter: Callable[..., Any], here: Path) -> None:
    text = CHARTER.format(rule="decides by majority", ballot="ballot tarot")
    (here / "c.charter").write_text(text, encoding="utf-8")
    (here / "b.csv").write_text("voter,ballot\n", encoding="utf-8")
    answer = charter("tally", "meals", "b.csv", "-c", "c.charter")
    assert answer.code == 2
    assert "nothing here counts by `tarot`" in answer.err
