"""Choosing and running rules."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from charters import context

from charterlang.checks.registry import SUBJECTS, chosen, entries, find, load, run
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

BROKEN = """
charter "Brindle" { edition 1; jurisdiction US-DE; language en; currency USD }

value openness "Brindle stays open." { kind openness }

commons brindle "Brindle" {
  kind software
  licence MPL-2.0
  contributions under CLA to brindle-inc
  upholds openness
}

investor harbour-fund "Harbour Fund"

firm brindle-inc "Brindle, Inc." {
  form us.de.c-corp
  uses brindle
  shares common { held by harbour-fund 100%; votes by share; profit by share }
}
"""


@pytest.mark.parametrize(
    ("select", "ignore", "wanted"),
    [
        ((), (), True),
        (("POW",), (), True),
        (("pow1",), (), True),
        (("exposed-value",), (), True),
        (("TIE",), (), False),
        ((), ("POW",), False),
        (("POW110",), ("POW",), True),
        (("POW",), ("POW110",), False),
        (("POW",), ("POW",), False),
        (("exposed-value",), ("POW110",), True),
    ],
)
def test_the_longest_choice_decides_and_between_equals_ignore_wins(select, ignore, wanted):
    assert chosen("POW110", "exposed-value", select, ignore) is wanted


def test_findings_come_in_the_order_of_the_text():
    found = run(context(BROKEN))
    places = [(finding.span.block, finding.span.start) for finding in found if finding.span]
    assert places == sorted(places)
    assert {"POW110", "AST120", "TIE110"} <= {finding.code for finding in found}


def test_only_chosen_rules_run():
    assert {finding.code for finding in run(context(BROKEN), select=("AST",))} == {"AST120"}
    assert "AST120" not in {finding.code for finding in run(context(BROKEN), ignore=("AST",))}


def test_rules_of_others_run_beside_them():
    rule = Rule("GOV901", "no-motto", Severity.NOTE)
    motto = SimpleNamespace(
        RULE=rule, check=lambda seen: [rule.finding(f"{seen.charter.header.title} has no motto", None)]
    )
    assert "GOV901" in {finding.code for finding in run(context(BROKEN), extra=(motto,))}
    assert run(context(BROKEN), select=("TIE",), ignore=("TIE",), extra=(motto,)) == ()


def test_a_rule_is_found_by_code_and_name():
    entry = find("pow110")
    assert entry is not None
    assert entry is find("exposed-value")
    assert load(entry).RULE.code == entry.code
    assert find("POW999") is None


def test_every_subject_a_rule_looks_at_can_be_told():
    assert {subject for entry in entries() for subject in entry.looks_at} <= set(SUBJECTS)


def test_a_rule_that_looks_at_nothing_here_is_not_imported(monkeypatch):
    asked: list[str] = []
    from charterlang.checks import registry

    real = registry.load
    monkeypatch.setattr(registry, "load", lambda entry: asked.append(entry.code) or real(entry))
    run(context('charter "Nothing" { edition 1 }\n'))
    assert asked == []
    run(context('charter "People" { edition 1 }\n\nparty people "People" { side community }\n'))
    assert asked
    assert not any(code.startswith(("POW", "TIE", "LIC", "FLO")) for code in asked)


def test_rules_are_pure(monkeypatch):
    seen = context(BROKEN)
    first = run(seen)
    assert run(seen) == first
    assert run(context(BROKEN)) == first
    assert all(isinstance(finding, Finding) for finding in first)
