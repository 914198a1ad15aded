"""Every rule's own examples: the bad charter shows the fault, the good one does not, and both can be read."""

from __future__ import annotations

import re

import pytest
from charters import NAME, context, read

from charterlang.checks import registry
from charterlang.checks.explain import rule_page
from charterlang.checks.families import FAMILIES
from charterlang.checks.pages import modules, pages_out_of_step, rows, table_out_of_step
from charterlang.checks.rule import HEADINGS
from charterlang.source import Fix

ENTRIES = [pytest.param(entry, id=entry.code) for entry in registry.entries()]


@pytest.mark.parametrize("entry", ENTRIES)
def test_both_examples_can_be_read_without_a_finding(entry):
    module = registry.load(entry)
    for text in (module.BAD, module.GOOD):
        assert [f"{finding.code} {finding.message}" for finding in read(text).findings] == []


@pytest.mark.parametrize("entry", ENTRIES)
def test_the_bad_example_shows_the_fault_and_the_good_one_does_not(entry):
    module = registry.load(entry)
    assert {finding.code for finding in module.check(context(module.BAD, for_signing=entry.for_signing))} == {
        entry.code
    }
    assert list(module.check(context(module.GOOD, for_signing=entry.for_signing))) == []


@pytest.mark.parametrize("entry", ENTRIES)
def test_findings_are_sentences_with_a_place_and_a_way_forward(entry):
    module = registry.load(entry)
    for finding in module.check(context(module.BAD, for_signing=entry.for_signing)):
        assert finding.span is not None
        assert finding.help
        assert re.match(r"[A-Z\d\"`]|[a-z]+[.-]", finding.message), finding.message
        assert not finding.message.endswith((".", " "))
        assert "  " not in finding.message
        assert "None" not in " ".join((finding.message, *finding.steps, *finding.help))


@pytest.mark.parametrize("entry", ENTRIES)
def test_the_rationale_has_its_headings_and_a_source(entry):
    module = registry.load(entry)
    text = module.__doc__ or ""
    assert tuple(re.findall(r"^## (.+)$", text, re.MULTILINE)) == HEADINGS
    sources = text.partition("## The law and sources")[2].partition("##")[0]
    assert sources.strip().startswith("- ")
    assert all(len(part.split()) >= 6 for part in re.split(r"^## .+$", text, flags=re.MULTILINE)[1:])
    assert rule_page(entry).startswith(f"# {entry.code} {entry.name}\n")


def test_codes_names_and_files_agree():
    for entry, (path, module) in zip(rows(), sorted(modules(), key=_order), strict=True):
        slug = entry.name.replace("-", "_")
        assert path == f"{entry.code[:3].lower()}.{entry.code.lower()}_{slug}"
        assert module.RULE.code == entry.code
        assert int(entry.code[3:]) < 900


def _order(found):
    letters = [family.letters for family in FAMILIES]
    return letters.index(found[1].RULE.family), found[1].RULE.code


def test_codes_and_names_are_unique():
    codes = [entry.code for entry in registry.entries()]
    names = [entry.name for entry in registry.entries()]
    assert len(set(codes)) == len(codes)
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)


def test_the_table_and_the_pages_are_in_step_with_the_rules():
    assert sorted(path.name for path in (*table_out_of_step(), *pages_out_of_step())) == []


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_rule_speaks_the_same_when_it_is_chosen_by_what_it_looks_at(entry):
    module = registry.load(entry)
    seen = context(module.BAD, for_signing=entry.for_signing)
    assert set(registry.run(seen, select=(entry.code,))) == set(module.check(seen))


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_fix_can_be_made_and_mends(entry):
    module = registry.load(entry)
    before = list(module.check(context(module.BAD, for_signing=entry.for_signing)))
    for finding in before:
        for fix in finding.fixes:
            text = edited(module.BAD, fix)
            assert [found.message for found in read(text).findings] == [], fix.title
            after = module.check(context(text, for_signing=entry.for_signing))
            assert finding.message not in [found.message for found in after], fix.title


def edited(text: str, fix: Fix) -> str:
    source = read(text).value.sources[NAME]
    edits = sorted(fix.edits, key=lambda edit: source.offsets(edit.span), reverse=True)
    for edit in edits:
        start, end = source.offsets(edit.span)
        text = text[:start] + edit.replacement + text[end:]
    return text
