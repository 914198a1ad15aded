"""What may be written at a place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import charters

from charterlang.syntax import Expectation, completions, parse


def at_bar(text: str) -> list[Expectation]:
    offset = text.index("|")
    return list(completions(parse("x.charter", text.replace("|", "", 1)).value, offset))


def words(text: str) -> set[str]:
    return {word for expectation in at_bar(text) for word in expectation.words}


def test_declarations_in_the_first_column():
    assert {"firm", "association", "expect"} <= words("|")
    assert {"firm", "association", "expect"} <= words("firm a {\n}\n\nfi|")


def test_statements_in_braces():
    found = words("firm a {\n  |\n}\n")
    assert {"form", "uses", "powers", "}"} <= found
    assert "licence" not in found


def test_what_goes_on_in_a_statement():
    assert {"requires", "never"} <= words("association a {\n  powers {\n    sell house req|\n  }\n}")
    assert words("firm a { held |") == {"by"}


def test_where_a_name_is_asked_for_and_by_what():
    (expectation,) = at_bar("firm a {\n  shares common {\n    held by |\n  }\n}\n")
    assert expectation.kind == "NAME"
    assert expectation.rules[:2] == ("holding", "held_by")
    assert expectation.body == "shares"


def test_slips_above_do_not_matter():
    assert {"form", "uses"} <= words("firm a {\n  foo bar\n  count\n  u|\n")


@pytest.mark.parametrize("text", ['firm a "Street |Vendors"', "firm a # an association|", 'clause a { text """\n fi|'])
def test_nothing_within_texts_and_comments(text):
    assert at_bar(text) == []


@settings(max_examples=60, deadline=None)
@given(text=charters(), data=st.data())
def test_it_never_fails(text, data):
    offset = data.draw(st.integers(0, len(text)))
    document = parse("x.charter", text).value
    assert isinstance(completions(document, offset), tuple)
    path = document.path_at(offset)
    assert all(part.start <= offset - document.block_at(offset).start <= part.end for part in path)
