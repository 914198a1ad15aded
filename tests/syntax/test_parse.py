"""From text to tree: what a tree holds, where its parts are, and what is taken over from an earlier state."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import charters

from charterlang.syntax import Document, Leaf, Node, parse, same_shape, unquote

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.charter"))


def read(text: str) -> Document:
    result = parse("x.charter", text)
    assert result.findings == ()
    return result.value


def tree(text: str) -> Node:
    found = read(text).blocks[0].tree
    assert found is not None
    return found


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_can_be_read(path):
    read(path.read_text(encoding="utf-8"))


class TestTheTree:
    def test_names_its_nodes_after_the_rules_of_the_grammar(self):
        firm = tree('firm vendors "Street Vendors" { count 60; uses cookbook, recipes }')
        assert firm.kind == "entity"
        assert firm.leaf("ENTITY").text == "firm"
        assert unquote(firm.node("title").leaf("STRING")) == "Street Vendors"
        assert [leaf.text for leaf in firm.node("uses").node("names").leaves("NAME")] == ["cookbook", "recipes"]
        assert [node.kind for node in firm.nodes()] == ["title", "count", "uses"]
        assert firm.node("members") is None

    def test_keeps_every_word_that_was_written(self):
        text = "association a {\n  powers { sell house requires council by 2/3 and (b or consent of c) }\n}"
        assert " ".join(leaf.text for leaf in tree(text).tokens()) == (
            "association a { powers { sell house requires council by 2/3 and ( b or consent of c ) } }"
        )

    def test_joins_decisions_by_and_before_or(self):
        power = tree("association a { powers { act requires b and c or d } }").node("powers").node("power")
        either = power.node("either")
        assert [node.kind for node in either.nodes()] == ["both", "deciding"]

    def test_places_are_counted_from_the_block(self):
        document = read("firm a\n\nfirm bb { count 3 }\n")
        block = document.blocks[1]
        count = block.tree.node("count")
        assert block.text[count.start : count.end] == "count 3"
        assert document.source.slice(document.span(block, count)) == "count 3"
        place = document.source.position(document.source.offsets(document.span(block, count))[0])
        assert (place.line, place.column) == (3, 11)

    @settings(max_examples=100, deadline=None)
    @given(text=charters())
    def test_parts_follow_one_another_within_their_whole(self, text):
        for block in read(text).blocks:
            for part in block.tree.walk() if block.tree else ():
                if isinstance(part, Leaf):
                    assert part.kind == "NAME" or block.text[part.start : part.end] == part.text
                    continue
                assert part.children
                assert (part.start, part.end) == (part.children[0].start, part.children[-1].end)
                assert all(one.end <= other.start for one, other in itertools.pairwise(part.children))


class TestWordsOfTheLanguageAsNames:
    @pytest.mark.parametrize(
        "name",
        ["members", "data", "board", "care", "value", "powers", "act", "use", "firm", "requires", "never", "and", "or", "charter",
         "consent", "majority", "by", "of", "public", "fund", "all", "votes", "purpose", "software", "open", "DCO", "month"],
    )  # fmt: skip
    def test_a_name_may_be_any_word(self, name):
        assert tree(f'firm {name} "T" {{ uses {name}, {name} }}').leaf("NAME").text == name
        assert tree(f"asset {name} {{ kind {name} }}").leaf("NAME").text == name
        assert tree(f"value {name} {{ kind {name} }}").leaf("NAME").text == name
        assert tree(f"association a {{ members {name} {{ count 3 }}; board {name} of {name}; protects {name} }}")
        assert tree(f"flow {name} from {name} to {name} 5 {name}").leaf("NAME").text == name

    def test_a_word_is_a_name_again_where_the_language_cannot_mean_it(self):
        power = tree("association a { powers { sell within requires council } }").node("powers").node("power")
        assert [leaf.text for leaf in power.node("act").leaves("NAME")] == ["sell", "within"]

    @pytest.mark.parametrize("name", ["écluse", "屋台", "किसान", "กลุ่ม", "Straße-9", "שוק", "a.b.c", "x_y", "ß"])
    def test_names_are_of_any_script(self, name):
        assert tree(f"firm {name}").leaf("NAME").text == name

    def test_a_name_is_the_same_however_its_accents_are_written(self):
        composed, apart = "caf\u00e9", "cafe\u0301"
        assert tree(f"firm {apart}").leaf("NAME").text == composed
        leaf = tree(f"firm {apart}").leaf("NAME")
        assert leaf.end - leaf.start == len(apart)


class TestLineEnds:
    def test_a_line_ends_a_statement_and_so_does_a_semicolon(self):
        assert same_shape(tree("firm a {\n  count 3\n  kind b\n}"), tree("firm a { count 3; kind b }"))

    @pytest.mark.parametrize(
        "text",
        [
            "firm a { uses b,\n c }",
            "firm a { uses b # why\n , c }",
            "firm a\n{\n uses b, c\n}",
            "firm a { uses b, # one\n\n # two\n c }",
        ],
    )
    def test_a_list_goes_on_after_its_comma(self, text):
        assert [leaf.text for leaf in tree(text).node("uses").node("names").leaves("NAME")] == ["b", "c"]

    def test_a_decision_goes_on_after_and_before_or_and_in_brackets(self):
        one = tree("association x { powers { act requires a and (b or c) or d } }")
        other = tree("association x {\n powers {\n act requires a and\n (\n b or\n c\n )\n or d\n }\n}")
        assert same_shape(one, other)

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_line_ends_of_every_system(self, end):
        text = end.join(["# head", "firm a {", "  count 3  # three", "", "  kind b", "}", "firm c", ""])
        assert [block.keyword for block in read(text).blocks] == ["firm", "firm"]

    def test_a_comment_may_hold_anything_even_at_the_end(self):
        assert tree('firm a { count 3 } # ; } { " bar').kind == "entity"


class TestTexts:
    @pytest.mark.parametrize(
        ("written", "value"),
        [
            ('"plain"', "plain"),
            ('""', ""),
            (r'"a \"word\" and \\"', 'a "word" and \\'),
            (r'"one\ntwo\tthree"', "one\ntwo\tthree"),
            (r'"\u{2014}\u{110000}"', "\N{EM DASH}\N{REPLACEMENT CHARACTER}"),
            ('"""one line"""', "one line"),
            ('"""\n    First.\n      Deeper.\n\n    Last.\n    """', "First.\n  Deeper.\n\nLast."),
            ('"""First.\n    Second.\n    """', "First.\nSecond."),
            ('"""\r\n  a\r\n  b\r\n"""', "a\nb"),
            ('""""""', ""),
        ],
    )
    def test_what_a_text_says(self, written, value):
        leaf = next(leaf for leaf in tree(f"firm a {{ purpose {written} }}").tokens() if leaf.kind == "STRING")
        assert unquote(leaf) == value


class TestReuse:
    TEXT = "# a\nfirm a { count 3 }\n\nfirm b { foo }\n\nfirm c { count 5 }\n"

    def test_blocks_that_did_not_change_are_taken_over(self):
        before = parse("x.charter", self.TEXT).value
        after = parse("x.charter", self.TEXT.replace("count 5", "count 55"), before).value
        assert after.blocks[0] is before.blocks[0]
        assert after.blocks[1] is before.blocks[1]
        assert after.blocks[2].tree is not before.blocks[2].tree

    def test_a_block_that_moved_keeps_its_tree_and_its_findings_find_their_place(self):
        before = parse("x.charter", self.TEXT)
        after = parse("x.charter", "fund z\n\n\n" + self.TEXT, before.value)
        assert after.value.blocks[2].tree is before.value.blocks[1].tree
        (finding,) = after.findings
        assert after.value.source.slice(finding.span) == "foo"
        assert finding.span.block == 2

    @settings(max_examples=60, deadline=None)
    @given(text=charters(), data=st.data())
    def test_it_makes_no_difference(self, text, data):
        at = data.draw(st.integers(0, len(text)))
        edited = (
            text[:at] + data.draw(st.sampled_from(["", "\n", " ", "x", "}", '"', "# c\n", "firm new\n"])) + text[at:]
        )
        again = parse("x.charter", edited, parse("x.charter", text).value)
        anew = parse("x.charter", edited)
        assert again.findings == anew.findings
        assert [block.start for block in again.value.blocks] == [block.start for block in anew.value.blocks]
        pairs = zip(again.value.blocks, anew.value.blocks, strict=True)
        assert all(same_shape(one.tree, other.tree) for one, other in pairs)

    def test_another_file_is_no_earlier_state(self):
        other = parse("y.charter", self.TEXT).value
        assert {finding.file for finding in parse("x.charter", self.TEXT, other).findings} == {"x.charter"}


class TestWorkIsBounded:
    SIZE = 200_000

    @pytest.mark.parametrize(
        "text",
        [
            "{" * SIZE,
            "}" * SIZE,
            "firm a " + "{" * SIZE,
            "firm a {\n" + "}\n" * SIZE,
            "association a { powers { act requires " + "(" * SIZE,
            "association a { powers { act requires " + "(" * 10_000 + "b" + ")" * 10_000 + " } }",
            '"' * SIZE,
            "firm a {\n  purpose " + '"""' * (SIZE // 3),
            "firm a {\n  @@@" + "@" * SIZE,
            "hello world\n" * (SIZE // 12),
            "firm a {\n" + "  foo bar\n" * (SIZE // 10) + "}",
            "firm a {\n" + "  uses a,\n  count 3\n" * (SIZE // 20) + "}",
            "firm a { balance " + "1,111" * (SIZE // 5),
            "firm a { count " + "1" * SIZE + " }",
            "firm " + "a" * SIZE,
            "\n" * SIZE,
        ],
        ids=lambda text: text[:12] + text[-6:],
    )
    def test_on_any_heap_of_signs(self, text):
        result = parse("x.charter", text)
        assert 0 < len(result.findings) <= 205 or text.startswith("firm aaaa")

    def test_a_file_of_broken_declarations_is_not_listed_without_end(self):
        result = parse("x.charter", "firm a { foo }\n" * 500 + "firm b { count 3 }\n")
        assert len(result.findings) == 101
        assert "further ones are not listed" in result.findings[-1].message
        assert result.value.blocks[-1].tree is not None

    def test_what_was_not_read_is_read_once_the_rest_is_mended(self):
        broken = "firm a { foo }\n" * 150
        before = parse("x.charter", broken).value
        mended = broken.replace("firm a { foo }\n", "firm a { count 3 }\n", 149)
        assert len(parse("x.charter", mended, before).findings) == 1
