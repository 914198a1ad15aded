"""Formats for machines: each is valid by its own schema, says the same, and never the same thing twice."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from charterlang import MemoryFiles, Settings
from charterlang.compiler import Compilation, check
from charterlang.render import FORMATS, render, render_tests
from charterlang.render.palette import Style
from charterlang.render.places import fingerprints
from charterlang.render.report_models import schema

ROOT = Path(__file__).parent.parent.parent

SLIP = """charter "Slip" { edition 1 }

value openness "Open, 100 %: for all." { kind openness }

commons code "Code" {
  kind software
  licence MIT
  upholds opennes
}

firm maker "Maker, Inc." {
  form us.de.c-corp
  powers { relicense code require act }
}

expect openness is exposed
expect nobody can sell maker
"""


@pytest.fixture(scope="module")
def slip() -> Compilation:
    return check("slip.charter", MemoryFiles({"slip.charter": SLIP}), Settings())


@pytest.fixture(scope="module")
def brindle() -> Compilation:
    return check(str(ROOT / "examples" / "bad" / "brindle-inc.charter"))


@pytest.fixture(scope="module")
def allowed(brindle: Compilation) -> Compilation:
    text = brindle.sources[brindle.file].text
    text += '\nallow AST120 because "an association is being founded" signed by "the board"\n'
    return check("brindle.charter", MemoryFiles({"brindle.charter": text}), Settings())


def written(format_name: str, *compilations: Compilation) -> Any:
    text = render(compilations, format_name, Style())
    return json.loads(text) if format_name != "github" else text


def test_the_slip_is_found_where_it_stands(slip: Compilation) -> None:
    codes = [finding.code[:3] for finding in slip.findings if finding.severity == "error"]
    assert {"SYN", "NAM"} <= set(codes)


# --- JSON -----------------------------------------------------------------------------------------------------------


def test_json_is_valid_by_the_published_schema(slip: Compilation, brindle: Compilation, allowed: Compilation) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.Draft202012Validator(schema()).validate(written("json", slip, brindle, allowed))


def test_json_carries_protections_with_their_evidence(brindle: Compilation) -> None:
    (file,) = written("json", brindle)["files"]
    weakest = next(each for each in file["protections"] if each["value"] == "openness" and each["level"] == 0)
    assert weakest["level_name"] == "exposed"
    assert [member["party"] for member in weakest["coalition"]] == ["harbour-fund"]
    assert weakest["steps"][0]["span"]["start"]["line"] == 49
    assert weakest["repairs"]
    assert {tie["firm"] for tie in file["ties"] if not tie["tied"]} == {"brindle-inc"}


def test_json_names_the_clauses_that_state_what_a_protection_rests_on() -> None:
    found = check(str(ROOT / "examples" / "good" / "occupy-kitchen.charter"))
    (file,) = written("json", found)["files"]
    openness = [each for each in file["protections"] if each["value"] == "openness" and each["coalition"]]
    assert openness
    assert all(any(name.startswith("bylaws-kitchen#") for name in each["clauses"]) for each in openness)


def test_json_carries_scores_with_the_lines_that_answer(brindle: Compilation) -> None:
    (file,) = written("json", brindle)["files"]
    questions = file["scores"][0]
    assert (questions["about"], len(questions["answers"])) == ("", 6)
    assert all(answer["spans"] for answer in questions["answers"] if answer["answer"] == "yes")


def test_json_carries_fixes_as_edits(slip: Compilation) -> None:
    (file,) = written("json", slip)["files"]
    fixes = [fix for finding in file["findings"] for fix in finding["fixes"]]
    edits = [edit for fix in fixes for edit in fix["edits"]]
    assert any(edit["replacement"].startswith("requires") for edit in edits)


def test_json_keeps_what_is_allowed_apart_with_its_reason(allowed: Compilation) -> None:
    (file,) = written("json", allowed)["files"]
    assert "AST120" not in [finding["code"] for finding in file["findings"]]
    (silenced,) = file["silenced"]
    assert silenced["finding"]["code"] == "AST120"
    assert silenced["reason"] == "an association is being founded"


# --- SARIF ----------------------------------------------------------------------------------------------------------


def test_sarif_is_valid_by_the_schema_of_its_standard(
    slip: Compilation, brindle: Compilation, allowed: Compilation
) -> None:
    log = Sarif.model_validate_json(render([slip, brindle, allowed], "sarif", Style()))
    assert len(log.runs[0].results or []) == sum(
        len(each.findings) + len(each.silenced) for each in (slip, brindle, allowed)
    )


def test_sarif_results_name_their_rule_and_place(slip: Compilation) -> None:
    (run,) = written("sarif", slip)["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
    assert {"shortDescription", "help", "defaultConfiguration"} <= set(rules[0])


def test_sarif_fixes_replace_exactly_the_slip(slip: Compilation) -> None:
    (run,) = written("sarif", slip)["runs"]
    lines = SLIP.splitlines()
    mended = set()
    for result in run["results"]:
        for fix in result.get("fixes", []):
            for replacement in fix["artifactChanges"][0]["replacements"]:
                region = replacement["deletedRegion"]
                old = lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
                mended.add((old, replacement["insertedContent"]["text"]))
    assert ("opennes", "openness") in mended


def test_sarif_shows_what_is_allowed_as_suppressed(allowed: Compilation) -> None:
    (run,) = written("sarif", allowed)["runs"]
    (suppressed,) = [result for result in run["results"] if "suppressions" in result]
    assert suppressed["suppressions"] == [{"kind": "inSource", "justification": "an association is being founded"}]


def test_fingerprints_outlive_edits_elsewhere_and_tell_twins_apart(slip: Compilation) -> None:
    moved = check("slip.charter", MemoryFiles({"slip.charter": "# one\n\n# more\n" + SLIP}), Settings())
    before = list(fingerprints(slip.findings, slip.sources))
    assert before == list(fingerprints(moved.findings, moved.sources))
    assert len(set(before)) == len(before)
    twice = [slip.findings[0], slip.findings[0]]
    assert len(set(fingerprints(twice, slip.sources))) == 2


# --- GitHub, GitLab -------------------------------------------------------------------------------------------------


def commands(text: str) -> Iterator[tuple[str, dict[str, str], str]]:
    for line in text.splitlines():
        match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        assert match, line
        pairs = dict(pair.split("=", 1) for pair in match[2].split(","))
        yield match[1], pairs, match[3]


def test_github_commands_are_one_line_each_with_nothing_that_would_end_them(brindle: Compilation) -> None:
    found = list(commands(written("github", brindle)))
    assert [pairs["line"] for _, pairs, _ in found] == [
        str(brindle.sources.start(finding.span).line) for finding in brindle.findings if finding.span
    ]
    assert found[0][1]["file"] == "examples/bad/brindle-inc.charter"
    assert any("%25" in text and "%0A" in text for _, _, text in found)


def test_gitlab_issues_have_all_that_is_asked_of_them(slip: Compilation) -> None:
    issues = written("gitlab", slip)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(slip.findings)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["path"] == "slip.charter"
        assert 1 <= issue["location"]["lines"]["begin"] <= issue["location"]["lines"]["end"]


# --- JUnit ----------------------------------------------------------------------------------------------------------


def test_junit_has_a_case_for_every_expectation(slip: Compilation) -> None:
    tree = etree.fromstring(render_tests([slip], "junit", Style()).encode())
    (suite,) = tree
    assert (suite.get("tests"), suite.get("name")) == ("2", "slip.charter")
    assert [case.get("name") for case in suite] == ["expect openness is exposed", "expect nobody can sell maker"]
    failed = [case for case in suite if len(case)]
    assert suite.get("failures") == tree.get("failures") == str(len(failed))
    assert all(case[0].tag == "failure" and case[0].get("message") for case in failed)


# --- all ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_finding_of_a_shared_file_is_told_once(name: str) -> None:
    texts = {
        "a.charter": 'charter "A" { edition 1 }\nuse "shared.charter"\n',
        "b.charter": 'charter "B" { edition 1 }\nuse "shared.charter"\n',
        "shared.charter": "value care { kind carre }\n",
    }
    one, two = (check(path, MemoryFiles(texts), Settings()) for path in ("a.charter", "b.charter"))
    assert set(one.findings) & set(two.findings)
    assert render([one, two], name, Style()).count("carre") == render([one], name, Style()).count("carre")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_file_that_cannot_be_read_has_a_place_without_a_line(name: str) -> None:
    found = check("nowhere.charter", MemoryFiles({}), Settings())
    assert "SRC101" in render([found], name, Style())


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_nothing_found_is_said_in_every_format(name: str, slip: Compilation) -> None:
    render([replace(slip, findings=())], name, Style())
    render([], name, Style())
