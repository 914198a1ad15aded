"""What is made from the grammar: the reference, the colours of editors and of Pygments."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pygments import lex
from pygments.token import Comment, Keyword, Literal, Name, Number, Operator, String

from charterlang.syntax import format_document, highlighting, parse, reference
from charterlang.syntax.pygments_lexer import CharterLexer
from charterlang.syntax.reference_examples import EXAMPLES
from charterlang.syntax.vocabulary import vocabulary

ROOT = Path(__file__).parents[2]
CHARTERS = sorted((ROOT / "examples").rglob("*.charter"))


@pytest.mark.parametrize("module", [reference, highlighting], ids=lambda module: module.__name__.rpartition(".")[2])
def test_what_is_written_down_is_in_step(module):
    assert module.main(["--check"]) == 0


class TestTheReference:
    PAGE = (ROOT / reference.TARGET).read_text(encoding="utf-8")

    def test_every_declaration_has_its_section(self):
        for word in vocabulary().declarations:
            assert re.search(rf"^## .*\b{word}\b", self.PAGE, re.MULTILINE), word

    @pytest.mark.parametrize("rule", EXAMPLES)
    def test_good_examples_are_whole_and_in_order(self, rule):
        result = parse("x.charter", EXAMPLES[rule][0])
        assert result.findings == ()
        assert format_document(result.value) == EXAMPLES[rule][0]
        assert {block.tree.kind for block in result.value.blocks} == {rule}

    @pytest.mark.parametrize("rule", EXAMPLES)
    def test_bad_examples_are_told_of(self, rule):
        assert parse("x.charter", EXAMPLES[rule][1]).findings

    def test_every_statement_is_in_it(self):
        for word in vocabulary().statements:
            assert not word[0].isalpha() or re.search(rf"\b{word}\b", self.PAGE), word

    def test_rules_of_the_grammar_that_leave_no_node_are_written_out(self):
        assert not re.search(r"[`(| ]_[a-z]", self.PAGE)


class TestPygments:
    @pytest.mark.parametrize("path", CHARTERS, ids=lambda path: path.stem)
    def test_it_keeps_every_character(self, path):
        text = path.read_text(encoding="utf-8")
        assert "".join(value for _, value in lex(text, CharterLexer())) == text

    def test_what_gets_which_colour(self):
        text = (
            '# note\nfirm vendors "T\\"s" {\n  held by a 20%\n  powers { sell x requires b by majority and c }\n'
            "  term 6 months; adopted on 2012-03-12\n}\n"
        )
        found = {(value, kind) for kind, value in lex(text, CharterLexer())}
        assert {
            ("# note", Comment.Single),
            ("firm", Keyword.Declaration),
            ("vendors", Name.Class),
            ('\\"', String.Escape),
            ("held", Keyword),
            ("20%", Number),
            ("requires", Operator.Word),
            ("majority", Name.Builtin),
            ("and", Operator.Word),
            ("sell", Name),
            ("months", Keyword.Type),
            ("2012-03-12", Literal.Date),
        } <= found  # fmt: skip


class TestTextMate:
    def test_its_patterns_can_be_read_and_say_what_they_find(self):
        grammar = json.loads((ROOT / highlighting.TARGET).read_text(encoding="utf-8"))
        assert grammar["scopeName"] == "source.charter"
        for pattern in grammar["patterns"]:
            for key in ("match", "begin", "end"):
                if key in pattern:
                    re.compile(pattern[key])
        declared = next(pattern for pattern in grammar["patterns"] if "declaration" in json.dumps(pattern))
        assert re.match(declared["match"], "association kitchen {").groups() == ("association", "kitchen")
        assert not re.match(declared["match"], "associations are here")
