"""What is read off the tie graph: ways, circles of ownership, and where money ends up."""

from __future__ import annotations

import networkx as nx

from charterlang.model.load import load
from charterlang.source import MemoryFiles
from charterlang.ties.graph import tie_graph
from charterlang.ties.reading import circles, heirs, reached


def graph_of(text: str) -> nx.MultiDiGraph:
    source = f'charter "Test" {{ edition 1\n jurisdiction DE }}\n{text}'
    loaded = load("test.charter", MemoryFiles({"test.charter": source}))
    assert [finding.message for finding in loaded.findings if finding.severity == "error"] == []
    return tie_graph(loaded.value.charter)


def firm(name: str, *holders: str) -> str:
    held = "\n".join(f"    held by {holder}" for holder in holders)
    return f'firm {name} "{name.title()} GmbH" {{\n  shares quotas {{\n{held}\n    votes by share\n  }}\n}}\n'


def test_reached_gives_a_shortest_way_to_each() -> None:
    graph = graph_of(firm("upper", "ann 100%") + firm("lower", "upper 100%") + 'person ann "Ann"\n')
    ways = reached(graph, "ann", {"owns"})
    assert list(ways) == ["upper.quotas", "upper", "lower.quotas", "lower"]
    assert [link.source for link in ways["lower"]] == ["ann", "upper.quotas", "upper", "lower.quotas"]
    assert ways["upper.quotas"][0].text == "100%"


def test_reached_keeps_to_the_kinds_asked_for() -> None:
    graph = graph_of(firm("upper", "ann 100%") + 'person ann "Ann"\nflow gift from upper to ann 5 EUR per year\n')
    assert "ann" not in reached(graph, "upper", {"owns"})
    assert list(reached(graph, "upper", {"flows"})) == ["ann"]
    assert reached(graph, "nobody") == {}


def test_a_circle_of_ownership_is_shown_with_its_places() -> None:
    graph = graph_of(
        firm("one", "two 60%", "ann 40%") + firm("two", "three 100%") + firm("three", "one 100%") + 'person ann "Ann"\n'
    )
    (circle,) = circles(graph)
    owners = [link.source for link in circle]
    assert owners[0] == "one"
    assert {"one", "two", "three"} <= set(owners)
    assert all(link.span is not None for link in circle)
    assert circle[-1].target == circle[0].source


def test_a_chain_of_ownership_is_no_circle() -> None:
    assert circles(graph_of(firm("one", "two 100%") + firm("two", "ann 100%") + 'person ann "Ann"\n')) == ()


def test_two_circles_apart_are_both_found() -> None:
    text = firm("one", "two 100%") + firm("two", "one 100%") + firm("red", "blue 100%") + firm("blue", "red 100%")
    assert [circle[0].source for circle in circles(graph_of(text))] == ["one", "red"]


def heir(name: str, to: str) -> str:
    ends = f"  on dissolution assets go to {to}\n" if to else ""
    return f'association {name} "{name.title()}" {{\n{ends}  members all {{ count 9 }}\n}}\n'


def test_heirs_follow_the_chain_to_its_end() -> None:
    graph = graph_of(heir("first", "second") + heir("second", "third") + heir("third", ""))
    found = heirs(graph, "first")
    assert [link.target for link in found.chain] == ["second", "third"]
    assert found.last == "third"
    assert found.silent
    assert not found.returns


def test_heirs_that_come_back_are_said_to() -> None:
    graph = graph_of(heir("first", "second") + heir("second", "third") + heir("third", "second"))
    found = heirs(graph, "first")
    assert found.returns
    assert found.last == "second"


def test_a_body_without_heir_has_an_empty_chain() -> None:
    found = heirs(graph_of(heir("alone", "")), "alone")
    assert found.chain == ()
    assert not found.silent
