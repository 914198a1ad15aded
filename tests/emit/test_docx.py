"""Word documents: what Word and LibreOffice make of them, and what a lawyer finds in them."""

import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from conftest import pdf_text
from docx import Document
from openxml_audit import OpenXmlValidator
from sample import article, item, numbered_sample, section

from charterlang.emit import emit
from charterlang.papers.number import blanks, inlines_of, numbered
from charterlang.papers.sources import notes
from charterlang.papers.tree import Basis, Blank, Clause, Level, Paper, Reference, Table, Term, Text, Verbatim

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GERMAN = {
    "article label": "§ {number}",
    "section label": "({number})",
    "section reference": "{above} {label}",
    "item label": "{number})",
    "item reference": "{above} Buchst. {label}",
    "Page {page} of {pages}": "Seite {page} von {pages}",
}
CONTRACT = {"article label": "{number}.", "article reference": "clause {label}"}


def part(data, name="word/document.xml"):
    return ET.fromstring(zipfile.ZipFile(BytesIO(data)).read(name))


def in_words(words):
    """A short paper numbered in the manner of `words`, whose last section refers to all ranks before it."""
    refer = (Reference("one"), Text("; "), Reference("one.b"), Text("; "), Reference("one.b.x"), Text("."))
    tree = (
        article(
            "one",
            "Name",
            section("one.a", Text("First.")),
            section("one.b", Text("Second:"), children=[item("one.b.x", Text("x."))]),
        ),
        article("two", "Seat", section("two.a", Text("See "), *refer)),
    )
    return numbered(Paper("p", "bylaws", "Paper", "en", clauses=tree, words=words))


def without_parts():
    return numbered(
        Paper("p", "bylaws", "Paper", "en", clauses=(article("a", "Purpose", section("a.a", Text("Text."))),))
    )


SAMPLE = numbered_sample()


@pytest.mark.parametrize(
    "paper",
    [
        SAMPLE,
        numbered_sample("Letter"),
        without_parts(),
        in_words(GERMAN),
        Paper("p", "note", "Nothing in it", "fr"),
        numbered(
            Paper(
                "p",
                "deal",
                "Sections only",
                "de",
                clauses=(section("a", Text("One.")), section("b", Text("Two."), children=[item("c", Text("x"))])),
            )
        ),
    ],
    ids=["sample", "letter", "without parts", "german", "empty", "sections only"],
)
def test_the_file_is_sound(paper, tmp_path):
    path = tmp_path / "paper.docx"
    path.write_bytes(emit(paper, "docx"))
    result = OpenXmlValidator().validate(path)
    assert not [error.description for error in result.errors]


def test_what_word_shows_before_it_computes_is_what_the_tree_says():
    """Each reference field already holds its number, and points at a bookmark that exists."""
    document = part(emit(SAMPLE, "docx"))
    marks = {mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")}
    fields = [code.text.split() for code in document.iter(f"{W}instrText") if code.text.split()[0] == "REF"]
    assert fields
    assert {field[1] for field in fields} <= marks
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", mark) for mark in marks)
    text = " ".join("".join(each.text or "" for each in p.iter(f"{W}t")) for p in document.iter(f"{W}p"))
    for _, inline in inlines_of(SAMPLE):
        if isinstance(inline, Reference):
            assert inline.text in text.replace("\u00a0", " ")


def test_references_follow_when_a_clause_is_put_in(office, tmp_path):
    """An article typed into the document moves every later number and every reference to it."""
    data = BytesIO()
    original = zipfile.ZipFile(BytesIO(emit(SAMPLE, "docx")))
    fresh = '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Put in</w:t></w:r></w:p>'
    with zipfile.ZipFile(data, "w") as changed:
        for name in original.namelist():
            content = original.read(name)
            if name == "word/document.xml":
                before, heading, after = content.decode().partition('<w:p><w:pPr><w:pStyle w:val="Heading2"/>')
                content = (before + fresh + heading + after).encode()
            changed.writestr(name, content)
    text = " ".join(pdf_text(office({"changed": data.getvalue()})["changed"], tmp_path, first_page=2).split())
    assert "Article 1 Put in Article 2 Name, form and seat" in text
    assert "as provided in section 5.1." in text
    assert "stands with section 3.1 (b)(ii), Article 5, Part II and Annex A." in text
    assert "amendment of Article 3 or of this section 5.2" in text


def test_other_manners_of_numbering_are_counted_by_the_word_processor_too(office, tmp_path):
    printed = office({"german": emit(in_words(GERMAN), "docx"), "contract": emit(in_words(CONTRACT), "docx")})
    german = " ".join(pdf_text(printed["german"], tmp_path).split()).replace("§ ", "§")
    assert "§1 Name (1) First. (2) Second: a) x. §2 Seat (1) See §1; §1 (2); §1 (2) Buchst. a)" in german
    assert "Seite 1 von 1" in german
    contract = " ".join(pdf_text(printed["contract"], tmp_path).split())
    assert "1. Name 1.1 First. 1.2 Second: (a) x. 2. Seat 2.1 See clause 1; section 1.2; section 1.2 (a)." in contract


def test_sections_without_articles_and_articles_in_annexes_are_counted_too(office, tmp_path):
    part_one = Clause(
        "p",
        Level.PART,
        "Terms",
        children=(section("s", Text("First."), children=[item("i", Text("x."))]), section("t", Text("Second."))),
    )
    part_two = Clause(
        "q", Level.PART, "More", children=(section("u", Text("Third, see "), Reference("v.b"), Text(".")),)
    )
    annex = article("v", "Annexed", article("v.a", "One", section("v.a.x", Text("Deep."))), article("v.b", "Two"))
    tree = numbered(Paper("p", "deal", "Deal", "en", clauses=(part_one, part_two), annexes=(annex,)))
    text = " ".join(pdf_text(office({"deal": emit(tree, "docx")})["deal"], tmp_path).split())
    assert "Part I Terms 1 First. (a) x. 2 Second. Part II More 3 Third, see section A.2." in text
    assert "Annex A Annexed A.1 One A.1.1 Deep. A.2 Two" in text


def test_headings_are_headings_and_clauses_are_lists():
    document = Document(BytesIO(emit(SAMPLE, "docx")))
    headings = [(each.style.name, each.text) for each in document.paragraphs if each.style.name.startswith("Heading")]
    assert headings == [
        ("Heading 1", "General provisions"),
        ("Heading 2", "Name, form and seat"),
        ("Heading 2", "Purpose"),
        ("Heading 1", "Who decides"),
        ("Heading 2", "Reserved powers"),
        ("Heading 2", "Amendment"),
    ]
    linked = {each.get(f"{W}val") for each in part(emit(SAMPLE, "docx"), "word/numbering.xml").iter(f"{W}pStyle")}
    assert {"Heading1", "Heading2", "Section", "Item1", "Item2", "AnnexHeading"} <= linked


def test_without_parts_articles_are_the_first_rank_of_headings():
    document = Document(BytesIO(emit(without_parts(), "docx")))
    assert ("Heading 1", "Purpose") in [(each.style.name, each.text) for each in document.paragraphs]


def test_the_contents_are_filled():
    document = part(emit(SAMPLE, "docx"))
    entries = [
        p for p in document.iter(f"{W}p") if (p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") or "").startswith("TOC")
    ]
    text = [
        "".join(
            "\t" if each.tag == f"{W}tab" else each.text or ""
            for run in p.iter(f"{W}r")
            for each in run
            if each.tag != f"{W}instrText"
        )
        for p in entries
    ]
    assert text[0] == "Contents"
    assert text[1:] == [
        "Preamble\t2", "Definitions\t2", "Part I\tGeneral provisions\t2", "Article 1\tName, form and seat\t2",
        "Article 2\tPurpose\t2", "Part II\tWho decides\t2", "Article 3\tReserved powers\t2", "Article 4\tAmendment\t4",
        "Signatures\t4", "Annex A\tLicence of the Cookbook\t5", "Annex B\tThe three circles\t6", "Sources\t7",
    ]  # fmt: skip


def test_blanks_are_controls_that_share_what_is_filled_in():
    data = emit(SAMPLE, "docx")
    controls = [each for each in part(data).iter(f"{W}sdt") if each.find(f"{W}sdtPr/{W}tag") is not None]
    keys = [each.find(f"{W}sdtPr/{W}tag").get(f"{W}val") for each in controls]
    assert keys == ["office", "guardian", "guardian"]
    assert len({each.find(f"{W}sdtPr/{W}id").get(f"{W}val") for each in controls}) == 3
    ties = [
        each.find(f"{W}sdtPr/{{http://schemas.microsoft.com/office/word/2012/wordml}}dataBinding") for each in controls
    ]
    assert [tie.get(f"{W}xpath")[-3:] for tie in ties] == ["[1]", "[2]", "[2]"]
    assert all(each.find(f".//{W}highlight") is not None for each in controls)
    assert [each.get("key") for each in part(data, "customXml/item1.xml")] == [blank.key for blank in blanks(SAMPLE)]


def test_statutory_bases_are_footnotes():
    data = emit(SAMPLE, "docx")
    marks = [each.get(f"{W}id") for each in part(data).iter(f"{W}footnoteReference")]
    texts = {each.get(f"{W}id"): "".join(each.itertext()) for each in part(data, "word/footnotes.xml")}
    wanted = [note for found in notes(SAMPLE).values() for note in found]
    assert marks == [str(note.number) for note in wanted]
    assert [texts[mark] for mark in marks] == [note.text for note in wanted]


def test_properties_pages_and_language():
    document = Document(BytesIO(emit(SAMPLE, "docx")))
    assert document.core_properties.title == SAMPLE.title
    assert document.core_properties.language == "en-US"
    assert document.core_properties.created == document.core_properties.modified
    assert document.sections[0].page_width.mm == pytest.approx(210, abs=0.1)
    assert Document(BytesIO(emit(numbered_sample("Letter"), "docx"))).sections[0].page_width.inches == 8.5
    assert part(emit(SAMPLE, "docx"), "word/styles.xml").find(f".//{W}lang").get(f"{W}val") == "en-US"
    header = part(emit(SAMPLE, "docx"), "word/header1.xml")
    assert "".join(header.itertext()) == SAMPLE.title + "Draft"


def test_signatures_are_kept_together():
    document = Document(BytesIO(emit(SAMPLE, "docx")))
    block = next(table for table in document.tables if table.cell(0, 0).text == SAMPLE.signatures[0].party)
    assert [block.cell(0, 2).text, block.cell(1, 2).text] == ["New York Street Vendors, Inc.", "Secretary"]
    assert all(row._tr.find(f".//{W}cantSplit") is not None for row in block.rows)
    assert all(
        paragraph.style.base_style or paragraph.style.paragraph_format.keep_with_next
        for row in block.rows
        for paragraph in row.cells[0].paragraphs
    )


def test_defined_terms_are_bold_where_they_are_defined():
    document = Document(BytesIO(emit(SAMPLE, "docx")))
    bold = [each.runs[0].text for each in document.paragraphs if each.style.name == "Definition" and each.runs[0].bold]
    assert bold == ["Board", "Cookbook", "Producers"]


def test_a_licence_keeps_its_lines():
    licence = Clause("l", Level.ARTICLE, "Licence", blocks=(Verbatim("one\n  two\n\nthree\tfour"),))
    document = Document(BytesIO(emit(numbered(Paper("p", "l", "L", "en", annexes=(licence,))), "docx")))
    assert [each.text for each in document.paragraphs if each.style.name == "Verbatim"] == [
        "one\n  two",
        "three   four",
    ]


def test_a_blank_within_a_reference_and_a_term_without_definition_do_no_harm(tmp_path):
    odd = section("a", Term("gone", "Thing"), Text(" "), Blank("k", ""), Reference("nowhere"))
    text = "".join(part(emit(numbered(Paper("p", "x", "X", "en", clauses=(odd,))), "docx")).itertext())
    assert "Thing [____][no clause “nowhere”]" in text


def long_paper():
    """A dozen pages with tables that cross them, notes, and items; its words are of many lengths, but always the same."""
    stock = "the board may amend any licence of commons without written consent well-founded majority association to in"
    stock = stock.split()

    def say(start, count):
        return (
            " ".join(stock[(start * 7 + place * place + place) % len(stock)] for place in range(count)).capitalize()
            + "."
        )

    def row(start):
        return tuple((Text(f"cell{start}x{column} {say(start + column, 1)}"),) for column in range(3))

    def one(number):
        table = Table(
            ((Text("Act"),), (Text("Organ"),), (Text("Majority"),)),
            tuple(row(number * 10 + place) for place in range(number % 9)),
            "Acts",
        )
        basis = (Basis(f"Law § {number}", "2025", say(number, 6)),) if number % 3 else ()
        items = [item(f"a{number}.i{place}", Text(say(place + number, 12))) for place in range(number % 5)]
        return article(
            f"a{number}",
            say(number, 2 + number % 3)[:-1],
            section(
                f"a{number}.x",
                Text(say(number, 30 + number * 11 % 60)),
                basis=basis,
                blocks=(table,) if number % 4 == 1 else (),
            ),
            section(f"a{number}.y", Text(say(number + 3, 40)), children=items, basis=basis[: number % 2]),
        )

    return numbered(
        Paper("long", "bylaws", "A long paper", "en", clauses=tuple(one(number) for number in range(1, 31)))
    )


def test_the_contents_name_the_pages_on_which_headings_come_to_stand(office, tmp_path):
    printed = office({"sample": emit(SAMPLE, "docx"), "long": emit(long_paper(), "docx")})
    for data in printed.values():
        said, real = {}, {}
        for number, page in enumerate(pdf_text(data, tmp_path).split("\f"), 1):
            for line in page.splitlines():
                heading = re.match(
                    r"\s*(Preamble|Definitions|Part [IVX]+|Article \d+|Annex [A-Z]|Signatures|Sources)(\s|$|\.\.)", line
                )
                entry = re.search(r"\.\.\s*(\d+)$", line)
                if heading and entry:
                    said[heading[1]] = int(entry[1])
                elif heading:
                    real.setdefault(heading[1], number)
        assert len(said) >= 12
        assert said == {name: real[name] for name in said}


def test_no_row_of_a_table_is_lost_between_pages(office, tmp_path):
    paper = long_paper()
    printed = office({"long": emit(paper, "docx")})["long"]
    cells = set(pdf_text(printed, tmp_path).split())
    rows = [row for clause in paper.walk() for block in clause.blocks if isinstance(block, Table) for row in block.rows]
    assert len(rows) >= 20
    for row in rows:
        for cell in row:
            assert cell[0].text.split()[0] in cells
