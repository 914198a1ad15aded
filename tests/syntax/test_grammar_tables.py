"""The parse tables: that they fit the grammar, and what they hold of it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from charterlang._resources import folder
from charterlang.syntax import automaton
from charterlang.syntax.automaton import GRAMMAR, TABLES, compiled, load, tables_from
from charterlang.syntax.grammar import AmbiguousGrammar, compile_grammar
from charterlang.syntax.tables import main
from charterlang.syntax.vocabulary import vocabulary


def grammar() -> str:
    return (folder("grammar") / GRAMMAR).read_text(encoding="utf-8")


def test_the_tables_beside_the_grammar_fit_it():
    assert main(["--check"]) == 0


def test_they_do_not_depend_on_how_the_machine_hashes():
    run = "from charterlang.syntax.tables import main; raise SystemExit(main(['--check']))"
    for seed in ("1", "2"):
        subprocess.run([sys.executable, "-c", run], check=True, env={"PYTHONHASHSEED": seed, "PATH": ""})


def test_parsing_imports_no_parser_generator():
    run = "import sys, charterlang.syntax as s; s.parse('x', 'firm x {}'); raise SystemExit('lark' in sys.modules)"
    subprocess.run([sys.executable, "-c", run], check=True)


def test_an_edited_grammar_is_compiled_anew(tmp_path, monkeypatch):
    data = json.loads((folder("grammar") / TABLES).read_text(encoding="utf-8"))
    (tmp_path / GRAMMAR).write_text(grammar().replace('"edition" INTEGER', '"issue" INTEGER'), encoding="utf-8")
    (tmp_path / TABLES).write_text(json.dumps(data), encoding="utf-8")
    monkeypatch.setattr(automaton, "folder", lambda _: tmp_path)
    assert "issue" in load.__wrapped__().words
    assert "issue" not in load().words


def test_a_damaged_file_is_compiled_anew(tmp_path, monkeypatch):
    (tmp_path / GRAMMAR).write_text(grammar(), encoding="utf-8")
    (tmp_path / TABLES).write_text("{", encoding="utf-8")
    monkeypatch.setattr(automaton, "folder", lambda _: tmp_path)
    assert load.__wrapped__().words == load().words


def test_a_grammar_that_leaves_a_choice_open_is_refused():
    with pytest.raises(AmbiguousGrammar, match="COMMA"):
        compile_grammar(
            'start: list ("," "end")?\nlist: NAME ("," NAME)*\nNAME: /[a-z]+/\n_END: /;/\nWHITESPACE: / /\nCOMMENT: /#/'
        )


def test_what_is_compiled_is_what_is_loaded():
    assert tables_from(compiled(grammar())).rows == load().rows


def test_every_statement_has_its_help():
    tables = load()
    openers = {word: rules for word, rules in vocabulary().statements.items() if word[0].isalpha()}
    first = {rule.expansion[0] for rule in tables.rules if rule.kind in tables.help and rule.expansion}
    lonely = [word for word in openers if not first & set(tables.words[word])]
    # A duty's verbs, a seat's counts and a licence's materials are helped by the rule around them.
    assert [word for word in lonely if not tables.help.keys() & set(openers[word])] == []


def test_a_help_says_something_and_shows_a_shape():
    for rule, text in load().help.items():
        assert text.says, rule
        assert not text.says.endswith("."), rule
    assert str(load().help["power"]) == "a power says who may do what: ACTION THING requires DECISION"


def test_the_words_of_a_declaration_open_it():
    assert set(vocabulary().declarations) == {
        "charter", "use", "value", "commons", "asset", "association", "firm", "party", "person", "investor", "public",
        "fund", "agreement", "currency", "provision", "flow", "define", "clause", "expect", "allow",
    }  # fmt: skip
    assert "form" in vocabulary().bodies["entity"]
    assert vocabulary().statements["licence"] == ("commons",)
