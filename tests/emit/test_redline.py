"""Redlines: two versions of a paper as one Word document with tracked changes, to be accepted or rejected."""

import zipfile
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from conftest import pdf_text
from docx import Document
from openxml_audit import OpenXmlValidator
from sample import HOSTILE, article, item, numbered_sample, sample, section

from charterlang.emit import emit as emitted
from charterlang.emit.docx.redline import emit
from charterlang.papers.number import numbered
from charterlang.papers.redline import Changed, Mark, line, redline
from charterlang.papers.tree import (
    Basis,
    Blank,
    Definition,
    Paper,
    Paragraph,
    Reference,
    Signature,
    Strong,
    Table,
    Text,
    Verbatim,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data, name="word/document.xml"):
    return ET.fromstring(zipfile.ZipFile(BytesIO(data)).read(name))


def settled(data, *, accept):
    """The body of a document after all changes are accepted or rejected, as a word processor does it."""
    goes, stays = (f"{W}del", f"{W}ins") if accept else (f"{W}ins", f"{W}del")
    body = part(data).find(f"{W}body")

    def settle(parent):
        left = []
        carried = []
        for child in parent:
            if child.tag == goes or (child.tag == f"{W}tr" and child.find(f"{W}trPr/{goes}") is not None):
                continue
            if child.tag == stays:
                settle(child)
                left += list(child)
                continue
            settle(child)
            if child.tag == f"{W}tbl" and child.find(f"{W}tr") is None:
                continue
            if child.tag == f"{W}p":
                # A paragraph whose mark goes runs into the next one.
                if child.find(f"{W}pPr/{W}rPr") is not None and gone_marks.get(id(child)):
                    carried += [each for each in child if each.tag != f"{W}pPr"]
                    continue
                child[1:1] = carried
                carried = []
            left.append(child)
        assert not any(each.iter(f"{W}t") for each in carried if list(each.iter(f"{W}t")))
        parent[:] = left

    gone_marks = {id(p): p.find(f"{W}pPr/{W}rPr/{goes}") is not None for p in body.iter(f"{W}p")}
    settle(body)
    return body


def said(body):
    """The paragraphs that say something, in order."""
    found = []
    for contents in [each for each in body if each.tag == f"{W}sdt"]:
        body.remove(contents)
    for each in body.iter(f"{W}p"):
        words = "".join(t.text or "" for t in each.iter() if t.tag in {f"{W}t", f"{W}delText"})
        style = each.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        numbered_as = [n.get(f"{W}val") for n in each.iter(f"{W}ilvl")]
        if words:
            found.append((style, numbered_as, words))
    return found


def version(paper):
    return said(part(emitted(paper, "docx")).find(f"{W}body"))


def changes(data):
    return [each for each in part(data).iter() if each.tag in {f"{W}ins", f"{W}del"}]


def edited():
    """The sample with a change of every kind."""
    paper = sample()
    general, decisions = paper.clauses
    name, purpose = general.children
    powers, amendment = decisions.children
    seat = replace(
        name.children[1],
        heading="Office and seat",
        blocks=(
            Paragraph(
                (Text("Its office is at "), Blank("place", "place"), Text(". See "), Reference("audit"), Text("."))
            ),
        ),
        basis=(Basis("N-PCL § 402", "2025"),),
    )
    audit = article(
        "audit",
        "Audit",
        section(
            "audit.yearly", Text("The accounts are "), Strong("audited"), Text(" yearly by "), Blank("auditor", "who")
        ),
        blocks=(
            Table(((Text("Year"),), (Text("Who"),)), (((Text("1"),), (Text("members"),)),), "Turns"),
            Verbatim("A\nB"),
        ),
        basis=(Basis("N-PCL § 519", "2025"),),
        line=90,
    )
    table = powers.children[0].blocks[1]
    rows = (table.rows[0], (*table.rows[2][:2], (Text("nine tenths"),)), ((Text("Lend"),), (Text("board"),), ()))
    reserved = replace(powers.children[0], blocks=(powers.children[0].blocks[0], replace(table, rows=rows)))
    powers = replace(powers, children=(reserved, *powers.children[1:]))
    amendment = replace(amendment, children=tuple(reversed(amendment.children)))
    return numbered(
        replace(
            paper,
            title="Bylaws of the Friends of the Kitchen",
            subtitle="",
            preamble=(*paper.preamble, Paragraph((Text("And we share it."),))),
            definitions=(paper.definitions[0], Definition("auditor", "Auditor", (Text("who audits."),)), *paper.definitions[2:]),
            clauses=(
                replace(general, children=(audit, replace(name, children=(name.children[0], seat)), purpose)),
                replace(decisions, heading="Who may decide", children=(powers, amendment)),
            ),
            signatures=(*paper.signatures[:1], Signature("Another", "Chair")),
            annexes=paper.annexes[1:],
        )
    )  # fmt: skip


OLD = numbered_sample()
NEW = edited()
EMPTY = Paper("bylaws-kitchen", "bylaws", "Nothing yet", "en-US")
CASES = pytest.mark.parametrize(
    ("old", "new"),
    [(OLD, NEW), (NEW, OLD), (OLD, OLD), (EMPTY, OLD), (OLD, EMPTY)],
    ids=["changed", "changed back", "the same", "all new", "all gone"],
)


@CASES
def test_accepting_gives_the_new_paper_and_rejecting_the_old(old, new):
    data = emit(redline(old, new))
    assert said(settled(data, accept=True)) == version(new)
    assert said(settled(data, accept=False)) == version(old)


@CASES
def test_the_file_is_sound(old, new, tmp_path):
    data = emit(redline(old, new))
    path = tmp_path / "redline.docx"
    path.write_bytes(data)
    assert [str(each) for each in OpenXmlValidator().validate(path).errors] == []
    assert Document(BytesIO(data)).paragraphs


def test_the_same_paper_has_no_changes():
    assert changes(emit(redline(OLD, OLD))) == []


def test_changes_bear_one_author_one_date_and_numbers_of_their_own():
    found = changes(emit(redline(OLD, NEW)))
    assert {(each.get(f"{W}author"), each.get(f"{W}date")) for each in found} == {
        ("charterlang", "2000-01-01T00:00:00Z")
    }
    assert len({each.get(f"{W}id") for each in found}) == len(found)


def test_equal_versions_give_equal_bytes():
    assert emit(redline(OLD, edited())) == emit(redline(numbered_sample(), NEW))


def test_words_are_compared_not_letters_and_short_gaps_are_closed():
    found = line((Text("The board may sell the mark."),), (Text("The council may not sell the marks."),))
    assert [(each.mark if isinstance(each, Changed) else Mark.KEPT, each.text) for each in found] == [
        (Mark.KEPT, "The "),
        (Mark.DELETED, "board"),
        (Mark.INSERTED, "council"),
        (Mark.KEPT, " may"),
        (Mark.INSERTED, " not"),
        (Mark.KEPT, " sell the "),
        (Mark.DELETED, "mark"),
        (Mark.INSERTED, "marks"),
        (Mark.KEPT, "."),
    ]
    found = line((Text("Held by one two of the members"),), (Text("Held by three four of the members"),))
    assert [each.text for each in found] == ["Held by ", "one two", "three four", " of the members"]


def test_a_clause_that_moved_is_deleted_in_one_place_and_inserted_in_the_other():
    one, two = section("a.one", Text("One.")), section("a.two", Text("Two."), children=[item("a.two.x", Text("x"))])
    old, new = (Paper("p", "deal", "P", "en", clauses=(article("a", "A", *each),)) for each in ((one, two), (two, one)))
    (found,) = redline(numbered(old), numbered(new)).clauses
    assert sorted((each.mark, each.clause.id) for each in found.children) == [
        (Mark.DELETED, found.children[0].clause.id),
        (Mark.INSERTED, found.children[0].clause.id),
        (Mark.KEPT, found.children[1].clause.id),
    ]


def test_hostile_words_stay_words_in_a_redline():
    old, new = (
        numbered(Paper("p", "deal", "P", "en", clauses=(article("a", "A", *(section(f"s{at}", Text(text)) for at, text in each)),)))
        for each in ((list(enumerate(HOSTILE))), [(at, f"x {text}") for at, text in enumerate(reversed(HOSTILE))])
    )  # fmt: skip
    data = emit(redline(old, new))
    assert said(settled(data, accept=True)) == version(new)
    assert said(settled(data, accept=False)) == version(old)


def test_no_bookmark_stands_twice_and_every_reference_finds_one():
    document = part(emit(redline(OLD, NEW)))
    names = [each.get(f"{W}name") for each in document.iter(f"{W}bookmarkStart")]
    assert len(set(names)) == len(names)
    asked = [each.text.split()[1] for each in document.iter(f"{W}instrText") if each.text.split()[0] == "REF"]
    assert asked
    assert set(asked) <= set(names)


def test_libreoffice_shows_both_versions_side_by_side(office, tmp_path):
    shown = " ".join(pdf_text(office({"redline": emit(redline(OLD, NEW))})["redline"], tmp_path).split())
    assert "Who decidesmay decide" in shown
    assert "The accounts are audited yearly" in shown
    assert "The official text follows." in shown
