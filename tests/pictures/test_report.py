"""The report: complete without a script, harmless whatever the names, and right when parties are counted in."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import random
import re
import shutil
import subprocess
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any

import pytest

from charterlang.pictures import draw
from charterlang.pictures.report.power_data import PowerData, power_data

from .charters import Drawn, from_text, head, hostile, sample

VOID = {"meta", "br", "input", "img", "link", "hr"}


class Page(HTMLParser):
    """Reads a page strictly: every element is closed, in order, and ids are its own."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in {"style", "script"}:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def page_of(drawn: Drawn) -> str:
    return draw("report", drawn.charter, drawn.verdicts, drawn.sources, drawn.analysis)


@pytest.mark.parametrize("name", ["kitchen", "loom", "brindle", "hostile"])
def test_the_page_is_well_formed_and_stands_alone(name: str) -> None:
    text = page_of(hostile() if name == "hostile" else sample(name))
    page = Page(text)
    assert len(set(page.ids)) == len(page.ids)
    for tag, attributes in page.elements:
        assert tag not in {"link", "iframe", "object", "embed", "base", "form-action"}
        assert not any(key.startswith("on") for key in attributes)
        for key in ("src", "href", "action"):
            assert (attributes.get(key) or "#").startswith("#")
    assert len([tag for tag, _ in page.elements if tag == "script"]) == 2
    assert [tag for tag, _ in page.elements].count("h1") == 1


def test_hostile_names_are_words_on_the_page() -> None:
    text = page_of(hostile())
    assert "<script>alert" not in text
    assert "</title><script" not in text
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", text)
    assert "</title><script>alert(1)</script>" in Page(text).text


def test_the_policy_lets_its_own_script_run_and_no_other() -> None:
    text = page_of(sample("kitchen"))
    policy = re.search(r"script-src 'sha256-([^']+)'", text)
    script = re.search(r"<script>(.*)</script>", text, re.DOTALL)
    assert policy is not None
    assert script is not None
    assert base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode() == policy[1]
    assert "default-src 'none'" in text


def test_the_tables_say_all_that_was_found_without_a_script() -> None:
    drawn = sample("brindle")
    said = Page(page_of(drawn)).text
    for verdict in drawn.verdicts.values:
        for protection in verdict.protections:
            assert protection.breach in said
            assert protection.level is None or protection.level.word in said
            for step in protection.steps:
                assert step.text[1:] in said
            for repair in protection.repairs:
                assert repair.text[1:] in said
    assert re.search(r"line \d+", said)
    assert "Harbour Fund" in said


def test_every_control_has_a_name() -> None:
    page = Page(page_of(sample("loom")))
    regions = [attributes for tag, attributes in page.elements if attributes.get("role") == "region"]
    assert regions
    assert all(attributes.get("aria-label") or attributes.get("aria-labelledby") for attributes in regions)
    for tag, attributes in page.elements:
        if tag == "section":
            assert attributes["aria-labelledby"] in page.ids
        if tag == "a":
            assert (attributes["href"] or "").removeprefix("#") in page.ids


def test_without_an_analysis_the_page_has_no_panel_and_no_script() -> None:
    drawn = sample("kitchen")
    text = draw("report", drawn.charter, drawn.verdicts)
    assert "<script" not in text
    assert "script-src" not in text
    assert "openness" in Page(text).text


def test_a_charter_without_values_says_so() -> None:
    drawn = from_text(head("Nothing"))
    assert "the charter upholds none" in Page(page_of(drawn)).text


# --- the panel -------------------------------------------------------------------------------------------------------


def closure(system: Any, assumed: set[int]) -> set[int]:
    """What follows, by trying every gate until nothing changes."""
    held = set(assumed)
    while True:
        new = {
            system["heads"][gate]
            for gate in range(len(system["heads"]))
            if sum(
                system["weights"][at]
                for at in range(system["start"][gate], system["start"][gate + 1])
                if system["inputs"][at] in held
            )
            >= system["needs"][gate]
        }
        if new <= held:
            return held
        held |= new


def broken(data: PowerData, chosen: dict[str, int]) -> set[str]:
    """The protections that fall when these parties act, each with the strength of that number."""
    parties = {party["key"]: party for party in data["parties"]}
    found = set()
    for goal in data["goals"]:
        place = goal["system"]
        assumed = {leaf for key, much in chosen.items() for leaf in parties[key]["choices"][much]["leaves"][place]}
        if goal["only"] is not None:
            assumed &= set(goal["only"])
        if goal["at"] in closure(data["systems"][place], assumed):
            found.add(goal["protection"])
    return found


def choices(data: PowerData, coalition: list[tuple[str, str]]) -> dict[str, int]:
    """The controls that count in a coalition of the verdicts."""
    parties = {party["key"]: party for party in data["parties"]}
    found = {}
    for party, strength in coalition:
        key = {"joining": f"outsiders {party}", "sitting": f"sitting {party}"}.get(strength, party)
        words = [choice["words"] for choice in parties[key]["choices"]]
        found[key] = words.index(strength) if strength in words else 0
    return found


@pytest.mark.parametrize("name", ["kitchen", "loom", "brindle"])
def test_the_coalition_of_each_verdict_breaks_it_and_is_not_enough_without_one(name: str) -> None:
    drawn = sample(name)
    data = power_data(drawn.analysis, drawn.verdicts)
    asked = {goal["protection"] for goal in data["goals"]}
    looked = 0
    for verdict in drawn.verdicts.values:
        for protection in verdict.protections:
            if protection.id not in asked or not protection.coalition:
                continue
            coalition = choices(data, [(member.party, member.strength) for member in protection.coalition])
            assert protection.id in broken(data, coalition)
            for left_out in coalition:
                rest = {key: much for key, much in coalition.items() if key != left_out}
                assert protection.id not in broken(data, rest)
            looked += 1
    assert looked


@pytest.mark.parametrize("name", ["kitchen", "loom", "brindle"])
def test_nobody_breaks_what_nobody_can(name: str) -> None:
    drawn = sample(name)
    data = power_data(drawn.analysis, drawn.verdicts)
    everybody = {party["key"]: len(party["choices"]) - 1 for party in data["parties"]}
    beyond = {each.id for verdict in drawn.verdicts.values for each in verdict.protections if not each.coalition}
    assert not broken(data, everybody) & beyond
    assert broken(data, {}) == set()


def test_more_of_a_class_is_more() -> None:
    data = power_data(sample("loom").analysis, sample("loom").verdicts)
    (maintainers,) = (party for party in data["parties"] if party["key"] == "loom-foundation.maintainers")
    words = [choice["words"] for choice in maintainers["choices"]]
    assert words[0] == "majority"
    for less, more in zip(maintainers["choices"], maintainers["choices"][1:], strict=False):
        assert all(set(one) <= set(other) for one, other in zip(less["leaves"], more["leaves"], strict=True))


def test_the_data_cannot_end_its_element() -> None:
    text = page_of(hostile())
    found = re.search(r'<script type="application/json" id="power">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    assert "<" not in found[1]
    assert json.loads(found[1])["goals"]


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is not installed")
@pytest.mark.parametrize("name", ["kitchen", "loom", "brindle"])
def test_the_page_works_out_what_python_works_out(name: str) -> None:
    drawn = sample(name)
    data = power_data(drawn.analysis, drawn.verdicts)
    chance = random.Random(7)
    cases = []
    for _ in range(25):
        parties = [party for party in data["parties"] if chance.random() < 0.5]
        chosen = {party["key"]: chance.randrange(len(party["choices"])) for party in parties}
        assumed = [
            sorted({leaf for party in parties for leaf in party["choices"][chosen[party["key"]]]["leaves"][place]})
            for place in range(len(data["systems"]))
        ]
        cases.append(assumed)
    script = (
        files("charterlang.pictures.report").joinpath("power.js").read_text("utf-8")
        + """
        const { data, cases } = JSON.parse(require("fs").readFileSync(0, "utf8"));
        data.systems.forEach(power.prepare);
        const answers = cases.map((assumed) => assumed.map((leaves, number) => {
          const found = power.closure(data.systems[number], leaves);
          const goals = data.goals.filter((goal) => goal.system === number && found.place.has(goal.at));
          const told = goals.map((goal) => power.steps(data.systems[number], found, goal.at));
          return [[...found.place.keys()].sort((a, b) => a - b), told];
        }));
        console.log(JSON.stringify(answers));
    """
    )
    done = subprocess.run(
        ["node", "-e", script],
        input=json.dumps({"data": data, "cases": cases}).encode(),
        capture_output=True,
        check=True,
    )
    said = {html.unescape(str(tell)) for system in data["systems"] for tell in system["tell"] if isinstance(tell, str)}
    for assumed, answer in zip(cases, json.loads(done.stdout), strict=True):
        for place, (held, told) in enumerate(answer):
            assert set(held) == closure(data["systems"][place], set(assumed[place]))
            assert all(step in said or ": enough " in step for steps in told for step in steps)
