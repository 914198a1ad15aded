"""The markup of templates: what it makes of template text, and that values are never read as markup."""

import pytest

from charterlang.papers.markup import MarkupFault, Passage, Phrase, inlines, read, slug, token
from charterlang.papers.tree import Emphasis, Level, Paragraph, Reference, Strong, Table, Term, Text, Verbatim


def line(text, *values):
    return inlines(text, values)


def test_running_text_holds_terms_references_and_marks():
    assert line("The [Board] of [Boards](board) sees [[purpose]], *soon* and **now**.") == (
        Text("The "),
        Term("board", "Board"),
        Text(" of "),
        Term("board", "Boards"),
        Text(" sees "),
        Reference("purpose"),
        Text(", "),
        Emphasis("soon"),
        Text(" and "),
        Strong("now"),
        Text("."),
    )


def test_a_passage_keeps_its_words_together():
    assert line("Pay{? under [[money]]?}.") == (
        Text("Pay"),
        Passage("", (Text(" under "), Reference("money"))),
        Text("."),
    )


@pytest.mark.parametrize("wrong", ["Pay{? under [[money]].", "Pay?} now."])
def test_a_passage_must_be_closed(wrong):
    with pytest.raises(MarkupFault):
        line(wrong)


@pytest.mark.parametrize(
    "hostile",
    [
        "**bold**",
        "*soft*",
        "[[purpose]]",
        "[Board]",
        "{?gone?}",
        "{{ 7*7 }}",
        "# heading",
        "@ states x",
        "- item",
        "| a |",
    ],
)
def test_a_value_is_plain_words(hostile):
    assert line(f"says {token(0)}.", hostile) == (Text(f"says {hostile}."),)


def test_a_value_cannot_name_a_later_value():
    assert line(f"{token(0)} {token(1)}", token(1), "secret") == (Text(" secret"),)


def test_white_space_in_a_value_is_one_space():
    assert line(token(0), "one\n\n two\tthree") == (Text("one two three"),)


def test_a_name_that_ends_in_a_full_stop_ends_the_sentence():
    assert line(f"It pays {token(0)}.", "Loom e.V.") == (Text("It pays Loom e.V."),)
    assert line(f"It pays {token(0)}...", "Loom e.V.") == (Text("It pays Loom e.V...."),)


def test_a_phrase_keeps_what_is_set_in_it():
    phrase = Phrase((Text("the "), Term("board", "Board")))
    assert line(f"by {token(0)} alone", phrase) == (Text("by the "), Term("board", "Board"), Text(" alone"))


def test_clauses_have_sections_items_and_directives():
    blocks, (article,) = read(
        "A preamble.\n\n"
        "# money | Money\n@ states a, b\n@ law Act s. 1, 2\n"
        "## money.sources\nIt is funded by\n- gifts; and\n  - of money\n- #money.work work.\n"
        "## money.year | Year\nThe year.\n",
        (),
    )
    assert blocks == [Paragraph((Text("A preamble."),))]
    assert (article.id, article.level, article.heading) == ("money", Level.ARTICLE, "Money")
    assert article.directives == {"states": ["a", "b"], "law": ["Act s. 1, 2"]}
    sources, year = article.children
    assert [(item.id, item.blocks[0].inlines[0].text) for item in sources.children] == [
        ("money.sources.1", "gifts; and"),
        ("money.work", "work."),
    ]
    assert [item.id for item in sources.children[0].children] == ["money.sources.1.1"]
    assert year.heading == "Year"


def test_a_table_and_a_block_value_stand_in_their_clause():
    _, (article,) = read(f"# a | A\n| X | Y |\n| {token(0)} | 2 |\n\n{token(1)}\n", ("1 | 1", Verbatim("a\n b")))
    table, verbatim = article.blocks
    assert table == Table(((Text("X"),), (Text("Y"),)), (((Text("1 | 1"),), (Text("2"),)),))
    assert verbatim == Verbatim("a\n b")


@pytest.mark.parametrize(
    "wrong",
    [
        "@ states a",
        "- item",
        "#  two spaces",
        "# a | A\n- item\n\ntext after an item",
        "# a | A\n| X | Y |\n| 1 |",
    ],
)
def test_what_is_not_markup_is_a_fault(wrong):
    with pytest.raises(MarkupFault):
        read(wrong, ())


def test_a_table_may_not_stand_in_running_text():
    with pytest.raises(MarkupFault):
        read(f"# a | A\nsee {token(0)} here", (Verbatim("x"),))


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("kitchen.General Assembly", "kitchen.general-assembly"),
        ("a__b", "a-b"),
        ("Über uns!", "über-uns"),
        ("-x.", "x"),
    ],
)
def test_ids_are_small_and_hyphenated(text, made):
    assert slug(text) == made
