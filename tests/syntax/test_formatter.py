"""The formatter: one way to write a charter, and nothing lost on the way there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from strategies import charters

from charterlang.syntax import format_document, format_range, parse, same_shape
from charterlang.syntax.layout import WIDTH

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.charter"))
OPAQUE = re.compile(r'"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|(#[^\r\n]*)')


def formatted(text: str) -> str:
    return format_document(parse("x.charter", text).value)


def comments(text: str) -> list[str]:
    return [match[1].rstrip() for match in OPAQUE.finditer(text) if match[1]]


def in_order(*lines: str) -> str:
    return "\n".join(lines) + "\n"


@settings(max_examples=200, deadline=None)
@given(text=charters())
def test_meaning_comments_and_order_are_kept_and_twice_is_once(text):
    before = parse("x.charter", text)
    assert before.findings == ()
    once = format_document(before.value)
    after = parse("x.charter", once)
    assert after.findings == ()
    pairs = zip(before.value.blocks, after.value.blocks, strict=True)
    assert all(same_shape(one.tree, other.tree) for one, other in pairs)
    assert comments(once) == comments(text)
    assert format_document(after.value) == once


@settings(max_examples=100, deadline=None)
@given(text=charters())
def test_no_blank_lines_in_a_row_and_none_at_the_edges(text):
    once = re.sub(r'"""[\s\S]*?"""', "T", formatted(text)).replace("\r", "")
    assert "\n\n\n" not in once
    assert not once.startswith("\n")
    assert once.endswith("\n")
    assert not once.endswith("\n\n")
    assert not re.search(r"[ \t]+\n", once)


@pytest.mark.parametrize(
    "path", [path for path in EXAMPLES if path.parent.name != "history"], ids=lambda path: path.stem
)
def test_the_examples_are_in_order(path):
    text = path.read_text(encoding="utf-8")
    assert formatted(text) == text


def test_values_stand_in_one_column():
    text = 'firm a {\nform de.eg\n purpose "x"\nupholds care,  openness\n}'
    assert formatted(text) == in_order(
        "firm a {", "  form     de.eg", '  purpose  "x"', "  upholds  care, openness", "}"
    )  # fmt: skip


def test_a_blank_line_starts_a_new_column():
    text = "firm a {\n  form de.eg\n  upholds care\n\n\n  count 3\n}"
    assert formatted(text) == in_order("firm a {", "  form     de.eg", "  upholds  care", "", "  count 3", "}")


def test_decisions_stand_in_one_column():
    text = "association a {\npowers {\nact requires b\nrelicense cookbook requires b by 3/4\nsell never\n}\n}"
    assert formatted(text) == in_order(
        "association a {",
        "  powers {",
        "    act                 requires b",
        "    relicense cookbook  requires b by 3/4",
        "    sell                never",
        "  }",
        "}",
    )


def test_flows_that_follow_one_another_stand_in_columns():
    text = "flow a from b to c 5 EUR\nflow longer from b to c 5 EUR\n\nflow apart from b to c 5 EUR\n"
    assert formatted(text) == in_order(
        "flow a       from b to c 5 EUR",
        "flow longer  from b to c 5 EUR",
        "",
        "flow apart from b to c 5 EUR",
    )


def test_one_line_in_braces_stays_one_line_if_it_fits():
    assert formatted("person a   {count 3;side insider}\n") == "person a { count 3; side insider }\n"
    long = f'person a {{ count 3; seat "{"x" * WIDTH}" }}'
    assert formatted(long).startswith("person a {\n  count  3\n")
    assert formatted("firm a {}") == "firm a {}\n"


def test_a_long_line_goes_on_after_an_operator():
    names = " and ".join(f"body-number-{number}" for number in range(12))
    text = formatted(f"association a {{\n  powers {{\n    act requires {names}\n    sell never\n  }}\n}}\n")
    assert max(map(len, text.splitlines())) <= WIDTH
    act = text.splitlines()[2:-3]
    assert len(act) > 1
    assert all(line.endswith(" and") for line in act[:-1])
    assert {line.index("body") for line in act[1:]} == {act[0].index("requires")}


def test_comments_keep_their_places():
    text = in_order(
        "# at the top",
        "",
        "# of a",
        "firm a {  # behind the brace",
        "  # on its own",
        "  count  3  # behind",
        "",
        "  # apart",
        "  uses b,  # within",
        "      c",
        "  # at the end",
        "}  # behind it all",
        "",
        "# free",
    )
    once = formatted(text)
    assert comments(once) == comments(text)
    assert formatted(once) == once
    assert "firm a {  # behind the brace\n  # on its own\n" in once
    assert once.endswith("  # at the end\n}  # behind it all\n\n# free\n")


def test_declarations_with_bodies_stand_apart_and_lines_may_stay_together():
    text = "use std/a\nuse std/b\nfirm a {\n  count 3\n}\nfirm b\nfirm c\n"
    assert formatted(text) == in_order(
        "use std/a", "use std/b", "", "firm a {", "  count 3", "}", "", "firm b", "firm c"
    )  # fmt: skip


def test_a_broken_block_is_left_as_it_is():
    text = "firm a   {\n   foo   bar\n}\n\n\n\nfirm b {count 3}\n"
    assert formatted(text) == "firm a   {\n   foo   bar\n}\n\nfirm b { count 3 }\n"


def test_long_texts_are_not_touched():
    text = 'clause a {\n      text """\n  As   it\n      stands.\n  """\n}\n'
    assert formatted(text) == 'clause a {\n  text """\n  As   it\n      stands.\n  """\n}\n'


def test_line_ends_stay_what_they_are():
    assert formatted("firm a {\r\ncount 3\r\n}\r\n") == "firm a {\r\n  count 3\r\n}\r\n"


def test_nothing_stays_nothing():
    assert formatted("") == ""
    assert formatted("\n\n# only this\n\n") == "# only this\n"


class TestARange:
    TEXT = "firm a   {count 3}\n\nfirm b   {count 3}\n\nfirm c { count 3 }\n"

    def test_only_the_blocks_in_it_are_set(self):
        document = parse("x.charter", self.TEXT).value
        at = self.TEXT.index("firm b")
        (edit,) = format_range(document, at + 2, at + 3)
        assert document.source.offsets(edit.span) == (at, at + len("firm b   {count 3}"))
        assert edit.replacement == "firm b { count 3 }"

    def test_nothing_is_done_where_all_is_in_order(self):
        document = parse("x.charter", self.TEXT).value
        at = self.TEXT.index("firm c")
        assert format_range(document, at, at + 5) == []

    @settings(max_examples=60, deadline=None)
    @given(text=charters())
    def test_the_whole_range_sets_what_the_whole_document_sets(self, text):
        document = parse("x.charter", text).value
        edits = format_range(document, 0, len(text))
        for edit in sorted(edits, key=lambda edit: document.source.offsets(edit.span), reverse=True):
            start, end = document.source.offsets(edit.span)
            text = text[:start] + edit.replacement + text[end:]
        whole = format_document(document)
        assert re.sub(r"\s+", "", text) == re.sub(r"\s+", "", whole)
