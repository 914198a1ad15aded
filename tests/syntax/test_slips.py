"""What the compiler says of broken charters: one file a slip in `broken/`, beside it the exact words.

After a change of words: pytest tests/syntax/test_slips.py --update-snapshots, then read what changed.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import charters

from charterlang.render.palette import Style
from charterlang.render.text import finding_text
from charterlang.source import Severity, Sources
from charterlang.syntax import Document, parse

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.charter"))


def words(path: Path) -> tuple[Document, str]:
    """The findings of a file as they are shown, each with its remedies."""
    result = parse(path.name, path.read_bytes().decode("utf-8"))
    sources = Sources([result.value.source])
    told = []
    for finding in result.findings:
        lines = [finding_text(finding, sources, Style(width=100))]
        for fix in finding.fixes:
            edits = [f"{result.value.source.slice(edit.span)!r} -> {edit.replacement!r}" for edit in fix.edits]
            lines.append(f"  fix: {fix.title}: {'; '.join(edits)}")
        told.append("\n".join(lines))
    return result.value, "\n\n".join(told) + "\n"


def test_there_are_enough_of_them():
    assert len(BROKEN) >= 60


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_each_slip_is_told_in_these_words(path, snapshot):
    _, told = words(path)
    snapshot(path.with_suffix(".expected"), told)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_nothing_broken_goes_unsaid(path):
    document, _ = words(path)
    findings = [finding for block in document.blocks for finding in block.findings]
    assert findings
    assert all(finding.severity is Severity.ERROR and finding.code.startswith("SYN") for finding in findings)
    assert all(finding.span is not None and finding.message for finding in findings)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_remedy_leaves_fewer_slips(path):
    document, _ = words(path)
    source = document.source
    findings = [finding for block in document.blocks for finding in block.findings]
    for finding in findings:
        for fix in finding.fixes:
            text = source.text
            for edit in sorted(fix.edits, key=lambda edit: source.offsets(edit.span), reverse=True):
                start, end = source.offsets(edit.span)
                text = text[:start] + edit.replacement + text[end:]
            after = parse(source.path, text).findings
            assert len(after) < len(findings) or len(findings) > 12, f"{fix.title} does not help: {after}"


def test_a_slip_of_the_pen_is_told_as_the_manner_of_the_house_asks():
    text = "association kitchen {\n  powers {\n    relicense cookbook     require general-assembly by 3/4\n  }\n}\n"
    (finding,) = parse("kitchen.charter", text).findings
    assert finding.code == "SYN102"
    assert finding.message == "expected `requires` or `never` after this power"
    assert finding.label == "did you mean `requires`?"
    assert finding.help == ("a power says who may do what: ACTION THING requires DECISION",)
    assert finding.fixes[0].edits[0].replacement == "requires"


def test_a_broken_statement_hides_none_of_its_neighbours():
    text = "firm vendors {\n  form de.eg\n  nonsense here\n  uses cookbook\n  count\n  upholds care\n}\n"
    result = parse("x.charter", text)
    tree = result.value.blocks[0].tree
    assert len(result.findings) == 2
    assert tree is not None
    assert [node.kind for node in tree.nodes()] == ["form", "uses", "upholds"]


def test_a_broken_declaration_hides_none_of_its_neighbours():
    text = "firm one {\n  ((( \n}\n\nasset two { kind land }\n\nfirm {\n\nfund three { held by one }\n"
    blocks = parse("x.charter", text).value.blocks
    assert [bool(block.findings) for block in blocks] == [True, False, True, False]
    assert blocks[1].tree is not None
    assert blocks[3].tree is not None


def test_a_value_that_was_made_up_to_go_on_stays_out_of_the_tree():
    tree = parse("x.charter", "firm vendors {\n  count\n  balance 5 EUR\n}\n").value.blocks[0].tree
    assert tree is not None
    assert [node.kind for node in tree.nodes()] == ["balance"]
    assert all(leaf.text for leaf in tree.tokens())


@settings(max_examples=150, deadline=None)
@given(text=st.text(alphabet=st.sampled_from('firm vendo{}()",;#\n\t by10%and=“é🙂\u200b\r\\'), max_size=200))
def test_no_text_whatever_makes_it_fail(text):
    result = parse("x.charter", text)
    source = result.value.source
    assert "".join(block.text for block in result.value.blocks) == text
    for finding in result.findings:
        assert finding.span is not None
        start, end = source.offsets(finding.span)
        assert 0 <= start <= end <= len(text)


@settings(max_examples=80, deadline=None)
@given(text=charters(), data=st.data())
def test_a_damaged_charter_is_read_around_the_damage(text, data):
    at = data.draw(st.integers(0, len(text)))
    wrong = data.draw(st.sampled_from(["", "{", "}", "(", '"', ",", "nonsense", "\n", "@", "and", "7"]))
    cut = data.draw(st.integers(0, 3))
    damaged = text[:at] + wrong + text[at + cut :]
    result = parse("x.charter", damaged)
    for block in result.value.blocks:
        assert block.tree is not None or block.findings
        for part in block.tree.walk() if block.tree else ():
            assert 0 <= part.start <= part.end <= len(block.text)
