"""The tie graph for other programs: each format is read back, and hostile names are only names in it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import networkx as nx
import pytest

from charterlang.pictures import PICTURES, draw
from charterlang.pictures.dot import quoted
from charterlang.pictures.mermaid import MOST_EDGES, label
from charterlang.ties.graph import nodes, ties

from .charters import FEDERATIONS, Drawn, federation, hostile, sample


def made(name: str) -> Drawn:
    return hostile() if name == "hostile" else sample(name)


charters = pytest.mark.parametrize("name", ["kitchen", "loom", "brindle", "hostile"])


@charters
def test_graphml_is_read_back_whole(name: str) -> None:
    drawn = made(name)
    graph = nx.parse_graphml(draw("graphml", drawn.charter, drawn.verdicts, drawn.sources))
    assert set(graph) == {node.id for node in nodes(drawn.charter)}
    assert graph.number_of_edges() == len(ties(drawn.charter))


def test_graphml_keeps_texts_numbers_and_places() -> None:
    drawn = sample("kitchen")
    graph = nx.parse_graphml(draw("graphml", drawn.charter, drawn.verdicts, drawn.sources))
    assert graph.nodes["cookbook"]["label"] == "The Open Cookbook"
    assert re.search(r"occupy-kitchen\.charter:\d+:\d+$", graph.nodes["cookbook"]["place"])
    seats = [data for *_, data in graph.edges(data=True) if data.get("text") == "3 of 7 seats"]
    assert [data["weight"] for data in seats] == [round(3 / 7, 6)]


@charters
def test_json_is_read_back_whole(name: str) -> None:
    drawn = made(name)
    data = json.loads(draw("json", drawn.charter, drawn.verdicts, drawn.sources))
    graph = nx.node_link_graph(data, edges="links")
    assert set(graph) == {node.id for node in nodes(drawn.charter)}
    assert graph.number_of_edges() == len(ties(drawn.charter))
    assert graph.is_multigraph()


STATEMENT = re.compile(
    r"^ *(digraph charter \{|subgraph cluster_\d \{|\}|node \[.*\];|edge \[.*\];|graph \[.*\];|label=.*;"
    r'|"(?:[^"\\]|\\.)*" \[(?:\w+=(?:\w+|"(?:[^"\\]|\\.)*") ?)+\];'
    r'|"(?:[^"\\]|\\.)*" -> "(?:[^"\\]|\\.)*" \[(?:\w+=(?:\w+|"(?:[^"\\]|\\.)*") ?)+\];)$'
)


@charters
def test_dot_is_made_of_well_formed_statements(name: str) -> None:
    drawn = made(name)
    text = draw("dot", drawn.charter, drawn.verdicts)
    for line in text.splitlines():
        assert STATEMENT.match(line), line
    assert sum(" -> " in re.sub(r'"(?:[^"\\]|\\.)*"', '""', line) for line in text.splitlines()) == len(
        ties(drawn.charter)
    )


@charters
@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz (dot) is not installed")
def test_graphviz_draws_it(name: str) -> None:
    drawn = made(name)
    done = subprocess.run(["dot", "-Tsvg"], input=draw("dot", drawn.charter).encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_quotes_and_backslashes_are_letters_in_dot() -> None:
    assert quoted('say "\\N"') == '"say \\"\\\\N\\""'


@charters
def test_mermaid_is_made_of_well_formed_statements(name: str) -> None:
    drawn = made(name)
    text = r'"[\w .,:;\-+/%\'()!?=#<>\u2000-\uffff]*"'
    forms = "|".join(
        (
            "flowchart LR", rf"  subgraph \w+\[{text}\]", "  end",
            rf"    n\d+(?:\[{text}\]|\(\[{text}\]\)|\{{\{{{text}\}}\}}|\[\({text}\)\]|\[/{text}/\]|\({text}\)):::\w+",
            rf"  n\d+ -->\|{text}\| n\d+", "  classDef .*", "  linkStyle .*",
        )
    )  # fmt: skip
    for line in draw("mermaid", drawn.charter, drawn.verdicts).splitlines():
        assert re.fullmatch(forms, line), line


def test_marks_have_no_meaning_in_mermaid() -> None:
    assert label('"`<b>`"#quot;') == "#34;#96;#60;b#62;#96;#34;#35;quot;"
    assert label("Garden & Söhne, 50%") == "Garden #38; Söhne, 50%"


def test_mermaid_stays_within_what_it_draws() -> None:
    drawn = federation(**FEDERATIONS[-1])
    text = draw("mermaid", drawn.charter)
    assert 100 < sum("-->" in line for line in text.splitlines()) <= MOST_EDGES


@pytest.mark.parametrize("picture", PICTURES)
def test_every_picture_is_drawn_by_its_name(picture: str) -> None:
    drawn = sample("kitchen")
    text = draw(picture, drawn.charter, drawn.verdicts, drawn.sources, drawn.analysis)
    assert text.endswith("\n")
    assert text == draw(picture, drawn.charter, drawn.verdicts, drawn.sources, drawn.analysis)


def test_an_unknown_picture_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        draw("triangle", sample("kitchen").charter)
