"""The tie graph holds what the charter says, each tie with its place and the text it stands in."""

from __future__ import annotations

from fractions import Fraction

import pytest

from charterlang.model.charter import Charter
from charterlang.model.decisions import Act
from charterlang.model.load import load
from charterlang.powers.verdicts import Level, Protection, TieVerdict, ValueVerdict, Verdicts
from charterlang.source import MemoryFiles
from charterlang.ties.graph import tie_graph, ties
from charterlang.ties.kinds import KINDS

CHARTER = """
charter "Mill" {
  edition 1
  version "1"
  jurisdiction DE
  language en
  currency EUR
}

value openness "It stays open." { kind openness }

commons mill "The mill" {
  kind           knowledge
  produces       "plans"
  produced by    trust.millers
  licence        CC-BY-SA-4.0
  contributions  under CLA to trust
  upholds        openness
}

asset sign "The sign" {
  kind trademark
  of   mill
}

association trust "Mill Trust e.V." {
  form      de.ev
  protects  mill
  holds     sign
  upholds   openness
  empowers  millers by "flour"
  members millers {
    count 30
    vote  one per member
  }
  assembly moot of millers
  board council {
    seats 5
    3 elected by millers
    2 appointed by town
  }
  powers {
    act              requires council
    relicense mill   requires moot by 3/4 and consent of town testing purpose
    amend articles   requires moot by 2/3
    amend purpose    never
  }
  on dissolution assets go to town
}

firm bakery "Bakery GmbH" {
  form  de.gmbh
  uses  mill
  shares quotas {
    held by baker 60%
    held by trust 40%
    votes by share
  }
  duties {
    contribute 5% of surplus to trust
    distribute at most 40% of surplus
  }
  debt 20000 EUR to bank
}

agreement supply "Supply agreement" {
  between trust, bakery
  duties { bakery reports every 6 months to trust }
  term 2 years
}

public town "The town"
person baker "The baker"
investor bank "The bank"
party eaters "All who eat" { side community }
fund chest "The chest" { held by trust }

provision bread "Bread" {
  need        "Bread for all"
  by          purchase from bakery paid by chest
  decided by  trust.moot
  affects     eaters by "dear bread" remedied by chest
}

flow grain from town to trust 300 EUR per month
flow loaves from bakery to eaters 10 EUR per day in kind
"""


@pytest.fixture(scope="module")
def charter() -> Charter:
    loaded = load("mill.charter", MemoryFiles({"mill.charter": CHARTER}))
    assert [finding.message for finding in loaded.findings if finding.severity == "error"] == []
    return loaded.value.charter


TIES = """
elects            | trust.millers -> trust.council    | 3 of 5 seats
appoints          | town -> trust.council             | 2 of 5 seats
sits in           | trust.millers -> trust.moot       |
votes             | trust.millers -> trust            | one vote per member
acts for          | trust.council -> trust            |
decides           | trust.moot -> mill                | relicense The mill by 3/4
may veto          | town -> mill                      | relicense The mill
may amend         | trust.moot -> trust.articles      | amend articles by 2/3
owns              | baker -> bakery.quotas            | 60%
votes             | baker -> bakery.quotas            | 60%
owns              | bakery.quotas -> bakery           | shares
holds             | trust -> sign                     |
holds             | trust -> chest                    |
belongs to        | sign -> mill                      |
belongs to        | mill.licence -> mill              | CC-BY-SA-4.0
produces          | trust.millers -> mill             |
licenses          | trust -> mill                     | may relicense contributions
protects          | trust -> mill                     |
uses              | bakery -> mill                    |
empowers          | trust -> trust.millers            | flour
owes              | bakery -> trust                   | 5% of surplus
may enforce       | trust -> bakery                   | 5% of surplus
owes              | bakery -> bakery.articles         | pays out at most 40% of surplus
owes              | bakery -> trust                   | reports every 6 months
is party to       | bakery -> supply                  |
lends             | bank -> bakery                    | 20,000 EUR
receives on dissolution | trust -> town               |
supplies          | bakery -> bread                   | purchase
funds             | chest -> bread                    | pays
decides           | trust.moot -> bread               |
affects           | bread -> eaters                   | dear bread
remedies          | chest -> eaters                   | dear bread
flows             | town -> trust                     | 300 EUR per month
flows             | bakery -> eaters                  | 10 EUR per day in kind
"""


@pytest.mark.parametrize("line", TIES.strip().splitlines())
def test_every_statement_is_a_tie(charter: Charter, line: str) -> None:
    kind, ends, text = (part.strip() for part in line.split("|"))
    source, _, target = ends.partition(" -> ")
    assert any((tie.kind, tie.source, tie.target, tie.text) == (kind, source, target, text) for tie in ties(charter))


def test_every_kind_of_tie_reads_as_a_sentence() -> None:
    for kind in KINDS.values():
        assert "{source}" in kind.sentence
        assert "{target}" in kind.sentence


def test_ties_have_a_place_a_text_and_a_known_kind(charter: Charter) -> None:
    for tie in ties(charter):
        assert tie.span is not None, tie
        assert tie.kind in KINDS
    instruments = {tie.instrument for tie in ties(charter) if tie.kind == "owes"}
    assert instruments == {"bakery.articles", "supply"}


def test_weights_are_exact_shares(charter: Charter) -> None:
    weights = {(tie.source, tie.target): tie.weight for tie in ties(charter) if tie.kind in {"elects", "owns"}}
    assert weights["trust.millers", "trust.council"] == Fraction(3, 5)
    assert weights["baker", "bakery.quotas"] == Fraction(3, 5)


def test_never_is_nobodys_tie(charter: Charter) -> None:
    assert not any("purpose" in tie.text for tie in ties(charter))


def test_nodes_know_their_circle_and_their_place(charter: Charter) -> None:
    graph = tie_graph(charter)
    circles = {name: graph.nodes[name]["circle"] for name in ("mill", "sign", "trust", "trust.council", "chest")}
    assert circles == {
        "mill": "commons", "sign": "commons", "trust": "association", "trust.council": "association",
        "chest": "association",
    }  # fmt: skip
    assert graph.nodes["bakery"]["circle"] == "firm"
    assert graph.nodes["town"]["circle"] == "outside"
    assert graph.nodes["bread"]["circle"] == "meeting"
    assert all(span is not None for _, span in graph.nodes(data="span"))


def test_the_graph_holds_every_tie_once(charter: Charter) -> None:
    graph = tie_graph(charter)
    assert graph.number_of_edges() == len(ties(charter))
    keys = [key for *_, key in graph.edges(keys=True)]
    assert len(set(keys)) == len(keys)


def test_levels_are_written_on_what_they_judge(charter: Charter) -> None:
    act = Act("relicense", "mill")
    weak = Protection("openness", "mill", act, Level.INSIDER)
    verdicts = Verdicts(
        values=(ValueVerdict("openness", "mill", Level.INSIDER, (weak,)),),
        ties=(TieVerdict("bakery", "openness", tied=True, level=Level.COMMUNITY),),
    )
    graph = tie_graph(charter, verdicts)
    levels = {(a, b, data["kind"]): data["level"] for a, b, data in graph.edges(data=True)}
    assert graph.nodes["mill"]["level"] == Level.INSIDER
    assert levels["trust", "mill", "protects"] == Level.INSIDER
    assert levels["bakery", "mill", "uses"] == Level.COMMUNITY
    assert levels["town", "trust", "flows"] is None


def test_what_a_statute_fills_in_has_the_place_of_the_form() -> None:
    text = """
charter "Shop" { edition 1
  jurisdiction DE }
firm shop "Shop GmbH" {
  form de.gmbh
  shares quotas { held by ann 100%
    votes by share }
}
person ann "Ann"
"""
    charter = load("shop.charter", MemoryFiles({"shop.charter": text})).value.charter
    graph = tie_graph(charter)
    assert "shop.board" in graph
    assert graph.nodes["shop.board"]["span"] == charter.entities["shop"].form_span
