"""Papers as plain words, their contents, and the shape of their tables."""

import pytest

from charterlang.papers.number import numbered
from charterlang.papers.outline import outline
from charterlang.papers.plain import block_text, column_shares, heading_text
from charterlang.papers.sources import notes, sources
from charterlang.papers.tree import (
    Basis,
    Blank,
    Clause,
    Definition,
    Level,
    Origin,
    Paper,
    Paragraph,
    Picture,
    Reference,
    Signature,
    Table,
    Text,
    Verbatim,
)


def table(*rows):
    first, *others = tuple(tuple((Text(cell),) for cell in row) for row in rows)
    return Table(first, tuple(others))


@pytest.mark.parametrize(
    ("label", "heading", "line"),
    [
        ("Article 7", "Purpose", "Article 7. Purpose"),
        ("7.2", "Notice", "7.2 Notice"),
        ("A.1", "Notice", "A.1 Notice"),
        ("§ 7", "Name", "§ 7 Name"),
        ("7.", "Fees", "7. Fees"),
        ("(a)", "", "(a)"),
        ("", "Purpose", "Purpose"),
    ],
)
def test_a_heading_in_one_line(label, heading, line):
    assert heading_text(label, heading) == line


def test_blocks_in_plain_words():
    assert (
        block_text(Paragraph((Text("At "), Blank("o", "the office"), Blank("x", "")))) == "At [____ the office][____]"
    )
    assert block_text(table(["Act", "Organ"], ["Sell", "all"])) == "Act\tOrgan\nSell\tall"
    assert block_text(Verbatim(" a\n b")) == " a\n b"
    assert block_text(Picture("<svg/>", "Two circles")) == "Two circles"


def test_columns_share_the_width_by_what_they_hold():
    narrow, wide = column_shares(
        table(["No.", "Text"], ["1", "a long text that goes on for rather more than one line"]), 90
    )
    assert narrow + wide == pytest.approx(1)
    assert wide > 3 * narrow


def test_no_column_is_narrower_than_its_longest_word():
    shares = column_shares(table(["Level", "By"], ["incompatibilities", "word " * 100]), 60)
    assert shares[0] * 60 > len("incompatibilities")


def origin(line):
    return (Origin("kitchen.charter", line),)


PAPER = numbered(
    Paper(
        "p",
        "bylaws",
        "P",
        "en",
        preamble=(Paragraph((Text("We."),)),),
        definitions=(Definition("t", "T", (Text("."),), defined_in="a"),),
        clauses=(
            Clause(
                "a",
                Level.ARTICLE,
                "Purpose",
                children=(
                    Clause(
                        "a.x",
                        Level.SECTION,
                        basis=(Basis("Law § 1", "2025", "a name"), Basis("Law § 2.")),
                        origin=origin(3),
                    ),
                    Clause("a.y", Level.SECTION, origin=origin(3)),
                ),
                origin=origin(3),
            ),
        ),
        signatures=(Signature("A"),),
        annexes=(Clause("x", Level.ARTICLE, "Text", basis=(Basis("Law § 3"),)),),
    )
)


def test_the_contents_name_what_has_a_heading():
    assert [(entry.label, entry.heading) for entry in outline(PAPER)] == [
        ("", "Preamble"), ("Article 1", "Purpose"), ("", "Signatures"), ("Annex A", "Text"), ("", "Sources"),
    ]  # fmt: skip


def test_notes_are_numbered_through_the_paper():
    found = [(note.number, note.clause_id, note.text) for each in notes(PAPER).values() for note in each]
    assert found == [
        (1, "a.x", "Law § 1: a name (checked 2025)."),
        (2, "a.x", "Law § 2."),
        (3, "x", "Law § 3."),
    ]


def test_sources_lead_each_clause_back_and_do_not_repeat_what_stands_above():
    rows = [[("".join(inline.text for inline in cell)) for cell in row] for row in sources(PAPER).rows]
    assert rows == [
        ["Article 1, Purpose", "kitchen.charter, line 3", ""],
        ["section 1.1", "kitchen.charter, line 3", "Law § 1; Law § 2."],
        ["Annex A, Text", "", "Law § 3"],
    ]
    assert [inline for row in sources(PAPER).rows for inline in row[0] if isinstance(inline, Reference)]
    assert sources(numbered(Paper("p", "k", "T", "en", clauses=(Clause("a", Level.ARTICLE),)))) is None
