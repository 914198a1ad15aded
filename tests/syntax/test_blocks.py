"""Where a file is cut into blocks."""

from __future__ import annotations

import pytest

from charterlang.syntax.blocks import cut


def pieces(text: str) -> list[tuple[str, str]]:
    found = cut(text)
    assert "".join(text[piece.start : piece.end] for piece in found) == text
    return [(piece.keyword, text[piece.start : piece.end]) for piece in found]


def test_a_block_starts_at_a_keyword_in_the_first_column():
    assert pieces("firm a\nfund b\n") == [("firm", "firm a\n"), ("fund", "fund b\n")]


def test_an_indented_keyword_starts_none():
    assert len(pieces("firm a {\n  fund b\n}\n")) == 1


def test_comments_directly_above_belong_to_the_declaration():
    assert pieces("firm a\n# free\n\n# of b\n# too\nfund b\n")[1] == ("fund", "# of b\n# too\nfund b\n")


def test_what_stands_above_the_first_declaration_belongs_to_it_if_it_is_comment():
    assert pieces("\n# head\n\nfirm a\n") == [("firm", "\n# head\n\nfirm a\n")]


def test_other_text_above_the_first_declaration_is_a_block_of_its_own():
    assert pieces("12 words\n\nfirm a\n") == [("", "12 words\n\n"), ("firm", "firm a\n")]


def test_a_text_without_declarations_is_one_block():
    assert pieces("# nothing\n") == [("", "# nothing\n")]
    assert pieces("") == [("", "")]


def test_a_misspelt_keyword_starts_a_block():
    assert [word for word, _ in pieces("asociation a {\n}\nfirm b\n")] == ["asociation", "firm"]


def test_an_unknown_word_that_declares_starts_a_block():
    assert [word for word, _ in pieces("firm b\nspaceship enterprise {\n}\n")] == ["firm", "spaceship"]


def test_statements_in_the_first_column_stay_within_their_braces():
    text = 'firm a {\nform de.eg\npurpose "x"\n}\nfund b\n'
    assert [word for word, _ in pieces(text)] == ["firm", "fund"]


@pytest.mark.parametrize("word", ["currency EUR", 'allow X because "y"'])
def test_words_that_open_both_are_statements_within_braces(word):
    assert len(pieces(f'charter "X" {{\n{word}\n}}\n')) == 1


def test_a_declaration_ends_an_unclosed_brace():
    assert [word for word, _ in pieces("firm a {\n  form de.eg\n\ncurrency b {\n}\nfirm c\n")] == [
        "firm",
        "currency",
        "firm",
    ]


def test_a_long_text_may_hold_what_looks_like_declarations():
    text = 'clause a {\n  text """\nfirm b {\n}\n"""\n}\nfirm c\n'
    assert [word for word, _ in pieces(text)] == ["clause", "firm"]


def test_a_long_text_never_closed_is_ended_by_a_declaration():
    text = 'clause a {\n  text """\nuse of the name\n}\n\nfirm b {\n  purpose """x"""\n}\n'
    assert [word for word, _ in pieces(text)] == ["clause", "firm"]


def test_braces_and_quotes_in_comments_and_texts_do_not_count():
    text = 'firm a { # {{ "\n  purpose "{{{"\n}\nspaceship b {\n}\n'
    assert [word for word, _ in pieces(text)] == ["firm", "spaceship"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do(end):
    text = end.join(["# of a", "firm a", "", "# of b", "fund b", ""])
    assert [word for word, _ in pieces(text)] == ["firm", "fund"]
    assert pieces(text)[1][1].startswith("# of b")
