"""Numbers: what a reader sees before a clause, and how the text refers to it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charterlang.papers.number import blanks, inlines_of, letters, numbered, roman
from charterlang.papers.tree import Blank, Clause, Definition, Level, Paper, Paragraph, Reference, Table, Text
from charterlang.papers.words import fill


def clause(clause_id, level, *children, refer=()):
    blocks = (Paragraph(tuple(Reference(target) for target in refer)),) if refer else ()
    return Clause(clause_id, level, blocks=blocks, children=children)


def article(clause_id, *children, **more):
    return clause(clause_id, Level.ARTICLE, *children, **more)


def section(clause_id, *children, **more):
    return clause(clause_id, Level.SECTION, *children, **more)


def item(clause_id, *children, **more):
    return clause(clause_id, Level.ITEM, *children, **more)


def paper(*clauses, annexes=(), **more):
    return Paper("p", "bylaws", "P", "en", clauses=clauses, annexes=tuple(annexes), **more)


def labels(a_paper):
    return {each.id: each.label for each in numbered(a_paper).walk()}


def references(a_paper):
    return {inline.target: inline.text for _, inline in inlines_of(numbered(a_paper)) if isinstance(inline, Reference)}


def test_articles_run_through_all_parts():
    parts = [clause(part, Level.PART, article(f"{part}1"), article(f"{part}2")) for part in "ab"]
    assert labels(paper(*parts)) == {
        "a": "Part I", "a1": "Article 1", "a2": "Article 2", "b": "Part II", "b1": "Article 3", "b2": "Article 4",
    }  # fmt: skip


def test_sections_and_items_start_over_beneath_what_holds_them():
    found = labels(
        paper(
            article("a", section("a.x", item("a.x.p"), item("a.x.q", item("deep", item("deeper", item("deepest")))))),
            article("b", section("b.x", item("b.x.p")), section("b.y"), item("b.p")),
        )
    )
    assert found["a.x"] == "1.1"
    assert found["a.x.q"] == "(b)"
    assert [found["deep"], found["deeper"], found["deepest"]] == ["(i)", "(A)", "(1)"]
    assert [found["b.x"], found["b.x.p"], found["b.y"], found["b.p"]] == ["2.1", "(a)", "2.2", "(a)"]


def test_annexes_take_letters_and_what_they_hold_is_numbered_beneath():
    annexes = (article("x"), section("y", section("y.1", item("y.1.a")), article("y.2", section("y.2.1"))))
    assert labels(paper(annexes=annexes)) == {
        "x": "Annex A", "y": "Annex B", "y.1": "B.1", "y.1.a": "(a)", "y.2": "B.2", "y.2.1": "B.2.1",
    }  # fmt: skip


def test_an_annex_stands_under_a_heading_whatever_level_it_came_with():
    assert numbered(paper(annexes=[section("x")])).annexes[0].level is Level.ARTICLE


def test_a_paper_of_sections_alone_counts_them_plainly():
    assert labels(paper(section("a"), section("b", item("b.1")))) == {"a": "1", "b": "2", "b.1": "(a)"}


def test_references_read_as_the_text_needs_them():
    tree = paper(
        clause("part", Level.PART, article("one", section("one.one", item("it", item("nested"))), item("straight"))),
        article("two", refer=("part", "one", "one.one", "it", "nested", "straight", "annex", "annex.one", "annex.it")),
        annexes=[article("annex", section("annex.one", item("annex.it")))],
    )
    assert references(tree) == {
        "part": "Part I",
        "one": "Article 1",
        "one.one": "section 1.1",
        "it": "section 1.1 (a)",
        "nested": "section 1.1 (a)(i)",
        "straight": "Article 1 (a)",
        "annex": "Annex A",
        "annex.one": "section A.1",
        "annex.it": "section A.1 (a)",
    }


def test_references_are_filled_in_tables_definitions_and_the_preamble_too():
    here = (Reference("a"),)
    tree = paper(
        replace(article("a"), blocks=(Table((here,), ((here,),)),)),
        preamble=(Paragraph(here),),
        definitions=(Definition("t", "T", here),),
    )
    found = [inline.text for _, inline in inlines_of(numbered(tree)) if isinstance(inline, Reference)]
    assert found == ["Article 1"] * 4


def test_a_reference_to_nothing_says_so():
    assert references(paper(article("a", refer=("gone",)))) == {"gone": "[no clause “gone”]"}


def test_the_words_around_the_numbers_are_those_of_the_paper():
    german = {
        "article label": "§ {number}",
        "section label": "({number})",
        "section reference": "{above} {label}",
        "item label": "{number})",
        "item reference": "{above} Buchst. {label}",
    }
    tree = paper(
        article("a", section("a.1"), section("a.2", item("a.2.a"))),
        article("b", refer=("a", "a.2", "a.2.a")),
        words=german,
    )
    assert labels(tree) == {"a": "§ 1", "a.1": "(1)", "a.2": "(2)", "a.2.a": "a)", "b": "§ 2"}
    assert references(tree) == {"a": "§ 1", "a.2": "§ 1 (2)", "a.2.a": "§ 1 (2) Buchst. a)"}


def test_a_contract_numbers_clauses_without_a_word_and_refers_to_them_with_one():
    words = {"article label": "{number}.", "article reference": "clause {label}"}
    tree = paper(article("a"), article("b", refer=("a",)), words=words)
    assert labels(tree) == {"a": "1.", "b": "2."}
    assert references(tree) == {"a": "clause 1"}


def test_numbering_again_changes_nothing():
    tree = numbered(paper(article("a", section("a.1")), article("b", refer=("a.1", "gone")), annexes=[article("x")]))
    assert numbered(tree) == tree


def test_blanks_are_listed_once_each_in_reading_order():
    def ask(*keys):
        return Paragraph(tuple(Blank(key, f"the {key}") for key in keys))

    tree = paper(replace(article("a"), blocks=(ask("seat", "name"),)), preamble=(ask("name"), Paragraph((Text("x"),))))
    assert [blank.key for blank in blanks(tree)] == ["name", "seat"]


@pytest.mark.parametrize(
    ("number", "digits"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (49, "XLIX"), (1994, "MCMXCIV")]
)
def test_roman_numerals(number, digits):
    assert roman(number) == digits


@pytest.mark.parametrize(("number", "word"), [(1, "a"), (26, "z"), (27, "aa"), (28, "bb"), (53, "aaa")])
def test_letters_count_as_word_processors_do(number, word):
    assert letters(number) == word


@given(st.text(), st.text())
def test_what_is_filled_in_is_never_read_as_a_brace_again(template, value):
    assert fill("{x}", {"x": "{y}", "y": "no"}) == "{y}"
    assert fill(template, {}) == template
    assert fill("a {x} b", {"x": value}) == f"a {value} b"
