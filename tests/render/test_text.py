"""What people read on a terminal. The pictures below are the specification: columns count."""

from __future__ import annotations

import re

import pytest

from charterlang.render.columns import untabbed, width, wrap
from charterlang.render.palette import Style
from charterlang.render.text import finding_text
from charterlang.source import Finding, Label, Severity, Sources, SourceText, Span


def shown(text: str, finding: Finding, columns: int = 100, *more: SourceText, **options: bool) -> str:
    sources = Sources([SourceText("kitchen.charter", text), *more])
    return finding_text(finding, sources, Style(columns), **options)


def place(text: str, words: str, file: str = "kitchen.charter") -> Span:
    start = text.index(words)
    return Span(file, 0, start, start + len(words))


def pointing(text: str, words: str, label: str = "here") -> Finding:
    return Finding("SYN102", Severity.ERROR, "something", place(text, words), label)


def test_a_slip_of_the_pen() -> None:
    text = "\n" * 80 + "    relicense cookbook     require general-assembly by 3/4\n"
    finding = Finding(
        "SYN102",
        Severity.ERROR,
        "expected `requires` or `never` after this power",
        place(text, "require"),
        "did you mean `requires`?",
        steps=("a power says who may do what: ACTION THING requires DECISION",),
    )
    assert shown(text, finding) == (
        "error[SYN102]: expected `requires` or `never` after this power\n"
        "  --> kitchen.charter:81:28\n"
        "   |\n"
        "81 |     relicense cookbook     require general-assembly by 3/4\n"
        "   |                            ^^^^^^^ did you mean `requires`?\n"
        "   = a power says who may do what: ACTION THING requires DECISION"
    )


def test_a_protection_that_does_not_hold() -> None:
    text = "\n" * 17 + "  contributions  under CLA to brindle-inc\n" + "\n" * 26 + "    held by harbour-fund 55%\n"
    finding = Finding(
        "POW110",
        Severity.ERROR,
        "Harbour Fund can close future versions of Brindle alone",
        place(text, "under CLA to brindle-inc"),
        "brindle-inc may relicense all contributions",
        related=(Label(place(text, "harbour-fund 55%"), "a majority of votes"),),
        steps=(
            "Harbour Fund holds 55 % of the votes of Brindle, Inc.",
            "so it appoints its directors, and they act for the company",
        ),
        help=(
            """take contributions under DCO, or name a protector who tests the purpose:
relicense brindle requires act and consent of PROTECTOR testing purpose""",
        ),
        verdict="openness: exposed (0)",
    )
    assert shown(text, finding, 101, explained=True) == (
        "error[POW110]: Harbour Fund can close future versions of Brindle alone          openness: exposed (0)\n"
        "  --> kitchen.charter:18:18\n"
        "   |\n"
        "18 |   contributions  under CLA to brindle-inc\n"
        "   |                  ^^^^^^^^^^^^^^^^^^^^^^^^ brindle-inc may relicense all contributions\n"
        "   |\n"
        "45 |     held by harbour-fund 55%\n"
        "   |             ^^^^^^^^^^^^^^^^ a majority of votes\n"
        "   = 1. Harbour Fund holds 55 % of the votes of Brindle, Inc.\n"
        "     2. so it appoints its directors, and they act for the company\n"
        "   = help: take contributions under DCO, or name a protector who tests the purpose:\n"
        "           relicense brindle requires act and consent of PROTECTOR testing purpose\n"
        "   = why it matters and what the law says: charter explain POW110"
    )


def test_a_verdict_without_room_stands_on_a_line_of_its_own() -> None:
    finding = Finding("POW110", Severity.ERROR, "x" * 60, verdict="openness: exposed (0)", file="a.charter")
    first, second, third = shown("", finding, 80).split("\n")
    assert first == f"error[POW110]: {'x' * 60}"
    assert second == "openness: exposed (0)".rjust(80)
    assert third == " --> a.charter"


@pytest.mark.parametrize(
    ("text", "words", "row"),
    [
        ("\tfirm vendors {", "vendors", "1 |     firm vendors {\n  |          ^^^^^^^ here"),
        ('value "食べ物" kind', "kind", '1 | value "食べ物" kind\n  |                ^^^^ here'),
        ("# naïve cafe\u0301 shop", "shop", "1 | # naïve cafe\u0301 shop\n  |              ^^^^ here"),
        ("# 👩‍🌾 🇫🇷 ❤️ farm", "farm", "1 | # 👩‍🌾 🇫🇷 ❤️ farm\n  |            ^^^^ here"),
        ("firm x", "", "1 | firm x\n  | ^ here"),
    ],
    ids=["tab", "wide", "combining", "emoji", "nothing"],
)
def test_carets_stand_beneath_what_they_mean(text: str, words: str, row: str) -> None:
    assert shown(text, pointing(text, words)).split("\n", 3)[3] == row


def test_a_span_over_many_lines_is_marked_on_its_first() -> None:
    text = "firm a {\n  form x\n}\n"
    assert "1 | firm a {\n  | ^^^^^^^^ here" in shown(text, pointing(text, "firm a {\n  form x\n}"))


def test_marks_on_one_line_share_it_and_other_files_are_named() -> None:
    text = "firm a owns firm b\n"
    other = SourceText("values.charter", "value openness\n")
    finding = Finding(
        "NAM110",
        Severity.WARNING,
        "two",
        place(text, "firm a"),
        "first",
        related=(
            Label(place(text, "firm b"), "second"),
            Label(place(other.text, "openness", "values.charter"), "there"),
        ),
    )
    assert shown(text, finding, 100, other).split("\n")[2:] == [
        "  |",
        "1 | firm a owns firm b",
        "  | ^^^^^^ first",
        "  |             ^^^^^^ second",
        " ::: values.charter:1:7",
        "  |",
        "1 | value openness",
        "  |       ^^^^^^^^ there",
    ]


def test_a_long_line_is_cut_around_what_is_meant() -> None:
    text = "x" * 5000 + " bad " + "y" * 5000
    rows = shown(text, pointing(text, "bad"), 80).split("\n")
    assert rows[3] == "1 | …" + "x" * 18 + " bad " + "y" * 51 + "…"
    assert rows[4].index("^") == rows[3].index("bad")


def test_a_line_of_ten_million_braces_is_shown_at_once() -> None:
    text = "{" * 10_000_000
    rows = shown(text, Finding("SYN101", Severity.ERROR, "too deep", Span("kitchen.charter", 0, 9_000_000, 9_000_001)))
    assert max(map(len, rows.split("\n"))) <= 100


def test_nothing_is_wider_than_the_terminal() -> None:
    text = "  act requires " + "general-assembly or " * 10 + "nobody\n"
    finding = Finding(
        "GOV110",
        Severity.WARNING,
        "a sentence that goes on for rather longer than a terminal of eighty columns can show on one line",
        place(text, "nobody"),
        "a label that is too long to stand behind the carets, so that it has to go beneath them, wrapped",
        steps=("a reason that is " + "so very " * 20 + "long", "another " * 30),
        help=("do this " * 30,),
        verdict="openness: exposed (0)",
    )
    for columns in (80, 100, 120):
        assert max(width(row) for row in shown(text, finding, columns, explained=True).split("\n")) <= columns


def test_what_would_steer_a_terminal_is_made_visible() -> None:
    text = 'firm a "\x1b[31mred\x07 \u202egnp.exe"\n'
    finding = Finding("NAM110", Severity.ERROR, "a \x1b]0;title\x07 here", place(text, "firm"), "\x9b31m")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown(text, finding))


def test_colours_add_nothing_but_escapes() -> None:
    text = "firm a\n"
    sources = Sources([SourceText("kitchen.charter", text)])
    finding = Finding("X110", Severity.NOTE, "m", place(text, "a"), "l", steps=("s",), help=("h",), verdict="v")
    plain, painted = (finding_text(finding, sources, Style(80, colour)) for colour in (False, True))
    assert painted != plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain


def test_words_between_backticks_stay_together_and_no_break_spaces_hold() -> None:
    assert wrap("one two three four `five six` on", 24) == ["one two three four", "`five six` on"]
    assert wrap("a quorum of 30\u00a0% holds", 14) == ["a quorum of", "30\u00a0% holds"]


def test_tabs_reach_to_their_stops() -> None:
    assert untabbed("\ta\tbcd\te") == "    a   bcd e"
