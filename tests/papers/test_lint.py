"""Faults of a paper, each shown by the smallest paper that has it."""

import pytest

from charterlang.papers.lint import FaultKind, faults
from charterlang.papers.number import numbered
from charterlang.papers.tree import (
    Blank,
    Clause,
    Definition,
    Level,
    Paper,
    Paragraph,
    Picture,
    Reference,
    Table,
    Term,
    Text,
    Verbatim,
)

LONG = "Every member has one vote, and no member may cast the vote of more than one other member."


def said(clause_id, *inlines, level=Level.ARTICLE, children=(), heading=""):
    words = tuple(Text(each) if isinstance(each, str) else each for each in inlines)
    return Clause(clause_id, level, heading, blocks=(Paragraph(words),) if words else (), children=tuple(children))


def found(*clauses, **more):
    return faults(numbered(Paper("p", "bylaws", "P", "en", clauses=clauses, **more)))


def kinds(*clauses, **more):
    return [(fault.kind, fault.clause_id) for fault in found(*clauses, **more)]


def define(key, term, *meaning, **more):
    return Definition(key, term, meaning, **more)


def test_a_sound_paper_has_no_faults():
    definitions = (define("board", "Board", Text("the directors.")),)
    assert not kinds(
        said("a", Term("board", "Board"), " meets. See ", Reference("b")), said("b", LONG), definitions=definitions
    )


def test_a_term_that_nothing_defines_is_told_once():
    assert kinds(said("a", Term("x", "X"), Term("x", "Xs")), said("b", Term("x", "X"))) == [
        (FaultKind.TERM_UNDEFINED, "a")
    ]


@pytest.mark.parametrize("second", [define("board", "The Board", Text(".")), define("other", "board", Text("."))])
def test_a_term_defined_twice(second):
    definitions = (define("board", "Board", Text(".")), second)
    uses = said("a", Term("board", "Board"), Term(second.key, second.term))
    assert kinds(uses, definitions=definitions) == [(FaultKind.TERM_DEFINED_TWICE, "")]


def test_a_term_defined_but_used_only_by_itself():
    definitions = (define("board", "Board", Term("board", "Board")),)
    assert kinds(said("a", "Text."), definitions=definitions) == [(FaultKind.TERM_UNUSED, "")]


def test_a_term_used_by_another_definition_is_used():
    definitions = (define("a", "A", Term("b", "B")), define("b", "B", Term("a", "A")))
    assert not kinds(said("x", "Text."), definitions=definitions)


def test_references_to_clauses_that_are_not_there():
    definitions = (define("t", "T", Text("."), defined_in="nowhere"),)
    assert kinds(said("a", Reference("gone"), Reference("gone"), Term("t", "T")), definitions=definitions) == [
        (FaultKind.REFERENCE_DANGLING, "a"),
        (FaultKind.REFERENCE_DANGLING, ""),
    ]


def test_clauses_that_share_an_id_or_have_none():
    assert kinds(said("a", "One."), said("a", "Two."), said("", "Three.")) == [
        (FaultKind.ID_DUPLICATE, "a"),
        (FaultKind.ID_DUPLICATE, ""),
    ]


def test_a_clause_that_says_nothing():
    empty = said("a", "  ", heading="Purpose")
    assert [fault.text for fault in found(empty)] == ["Article 1, “Purpose” says nothing."]


@pytest.mark.parametrize("block", [Verbatim("words"), Picture("<svg/>", ""), Table(((Text("a"),),), ())])
def test_a_clause_may_say_it_in_a_table_a_picture_or_a_licence(block):
    assert not kinds(Clause("a", Level.ARTICLE, blocks=(block,)))


def test_a_heading_over_sections_is_not_empty():
    assert not kinds(said("a", children=[said("a.1", "Text.", level=Level.SECTION)]))


def test_clauses_that_say_the_same():
    assert kinds(said("a", LONG), said("b", LONG.upper().replace(" ", "  "))) == [(FaultKind.CLAUSE_REPEATED, "b")]


def test_short_texts_may_stand_twice():
    assert not kinds(said("a", "As the law provides."), said("b", "As the law provides."))


@pytest.mark.parametrize(
    ("clauses", "place"),
    [
        ([said("a", "x", level=Level.ITEM)], "a"),
        ([said("a", "x"), said("b", "y", level=Level.SECTION)], ""),
        ([said("a", "x", children=[said("b", "y", level=Level.PART)])], "b"),
        ([said("a", "x", level=Level.SECTION, children=[said("b", "y", level=Level.SECTION)])], "b"),
        ([said("a", "x", children=[said("b", "y", level=Level.ITEM), said("c", "z", level=Level.SECTION)])], "a"),
    ],
)
def test_clauses_where_no_clear_number_can_be_given(clauses, place):
    assert kinds(*clauses) == [(FaultKind.CLAUSE_MISPLACED, place)]


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ("20 %, 30 %", "5%"),
        ("31 March 2025 and 1 May 2026", "2025-03-31"),
        ("1.2.2025, 3.4.2026", "31/03/2025"),
        ("10,000 and 20,000", "10 000"),
    ],
)
def test_one_kind_of_figure_written_in_two_ways(usual, other):
    assert kinds(said("a", usual), said("b", f"It is {other}.")) == [(FaultKind.FORMAT_MIXED, "b")]


@pytest.mark.parametrize(
    "text", ["section 7.200 and section 7.201", "3/4 and 2/3", "20 % in 2025", "at 10.000 and 20.000"]
)
def test_figures_that_only_look_alike(text):
    assert not kinds(said("a", text))


def test_wording_kept_verbatim_may_write_as_it_likes():
    licence = Clause("l", Level.ARTICLE, blocks=(Verbatim("5% on 2025-03-31"),))
    assert not kinds(said("a", "20 % on 31 March 2025"), licence)


def test_blanks_are_listed_and_must_have_one_meaning():
    clauses = (said("a", Blank("seat", "the seat")), said("b", Blank("seat", "the office"), Blank("name", "a name")))
    assert [(fault.kind, fault.clause_id, fault.text) for fault in found(*clauses)] == [
        (FaultKind.BLANK_UNCLEAR, "b", "One blank is described in two ways: “the seat” and “the office”."),
        (FaultKind.BLANK, "a", "Blank: the seat."),
        (FaultKind.BLANK, "b", "Blank: a name."),
    ]
