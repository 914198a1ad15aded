"""Words from a charter are words in every format, whatever they look like."""

import json
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from conftest import pdf_text
from markdown_it import MarkdownIt
from sample import HOSTILE, SVG

from charterlang.emit import FORMATS, emit
from charterlang.emit.characters import running
from charterlang.papers.number import numbered
from charterlang.papers.tree import (
    Basis,
    Blank,
    Clause,
    Definition,
    Emphasis,
    Level,
    Origin,
    Paper,
    Paragraph,
    Picture,
    Reference,
    Signature,
    Strong,
    Table,
    Term,
    Text,
    Verbatim,
)

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def everywhere(words):
    """A paper that says `words` wherever a paper can say anything."""
    line = (
        Text(words),
        Strong(words),
        Emphasis(words),
        Term("t", words),
        Blank(words, words),
        Reference(words),
        Reference("a"),
    )
    blocks = (
        Paragraph((Text(words),)),
        Paragraph(line),
        Table((line,), ((line,),), words),
        Verbatim(words),
        Picture(SVG, words, words),
    )
    clause = Clause("a", Level.ARTICLE, words, blocks, basis=(Basis(words, words, words),), origin=(Origin(words, 1),))
    item = Clause("a.a", Level.ITEM, words, (Paragraph((Text(words),)),))
    return numbered(
        Paper(
            id="paper",
            kind="bylaws",
            title=words,
            subtitle=words,
            notice=words,
            language="en",
            preamble=blocks,
            definitions=(Definition("t", words, line),),
            clauses=(replace(clause, children=(item,)),),
            signatures=(Signature(words, words),),
            annexes=(replace(clause, id="x"),),
            meta={"author": words, "keywords": words, "subject": words},
        )
    )


def tame():
    """The same paper with words that no format could mistake."""
    return everywhere("tame")


class Skeleton(HTMLParser):
    """The tags of a page, and its words."""

    def __init__(self):
        super().__init__()
        self.tags, self.words = [], []

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, tuple(name for name, _ in attributes)))

    def handle_data(self, data):
        self.words.append(data)

    def handle_comment(self, _):
        self.tags.append(("comment", ()))

    def handle_pi(self, _):
        self.tags.append(("instruction", ()))


def skeleton(page):
    read = Skeleton()
    read.feed(page.decode())
    return read


def xml_shape(data):
    """The elements of a document, line breaks apart: verbatim words keep theirs."""
    return [each.tag for each in ET.fromstring(data).iter() if each.tag not in {f"{W}br", f"{W}t", f"{AKN}eol"}]


@pytest.mark.parametrize("words", HOSTILE)
def test_html(words):
    read = skeleton(emit(everywhere(words), "html"))
    assert read.tags == skeleton(emit(tame(), "html")).tags
    assert "".join(read.words).count(running(words)) >= 20


@pytest.mark.parametrize("words", HOSTILE)
def test_markdown(words):
    """A reader of CommonMark makes the same page of it as of tame words, with the words themselves in it."""

    def read(paper):
        return skeleton(MarkdownIt("commonmark").enable("table").render(emit(paper, "md").decode()).encode())

    fresh = read(everywhere(words))
    assert fresh.tags == read(tame()).tags
    assert " ".join("".join(fresh.words).split()).count(" ".join(running(words).split())) >= 20


@pytest.mark.parametrize("words", HOSTILE)
def test_word(words):
    """The parts of the document hold the same elements as for tame words; no field says what a charter says."""
    fresh, known = (zipfile.ZipFile(BytesIO(emit(paper, "docx"))) for paper in (everywhere(words), tame()))
    assert fresh.namelist() == known.namelist()
    for name in known.namelist():
        if name.endswith((".xml", ".rels")):
            assert xml_shape(fresh.read(name)) == xml_shape(known.read(name)), name
    document = ET.fromstring(fresh.read("word/document.xml"))
    paragraphs = ["".join(each.itertext()) for each in document.iter(f"{W}p")]
    assert sum(running(words) in paragraph for paragraph in paragraphs) >= 10
    instructions = {each.text.split()[0] for each in document.iter(f"{W}instrText")}
    assert instructions == {"TOC", "PAGEREF", "REF"}


@pytest.mark.parametrize("words", HOSTILE)
def test_akoma_ntoso(words):
    data = emit(everywhere(words), "akn")
    assert xml_shape(data) == xml_shape(emit(tame(), "akn"))
    assert "".join(ET.fromstring(data).itertext()).count(running(words)) >= 15


@pytest.mark.parametrize("words", HOSTILE)
def test_json(words):
    paper = json.loads(emit(everywhere(words), "json"))["paper"]
    assert running(paper["title"]) == running(paper["clauses"][0]["heading"]) == running(words)


def test_pdf(tmp_path):
    """All at once, since drawing is slow: the words come out as they went in."""
    items = tuple(
        Clause(f"h{place}", Level.SECTION, blocks=(Paragraph((Text(words),)),)) for place, words in enumerate(HOSTILE)
    )
    text = pdf_text(emit(numbered(Paper("p", "bylaws", "Hostile", "en", clauses=items)), "pdf"), tmp_path)
    lines = [" ".join(line.split()) for line in text.splitlines()]
    for place, words in enumerate(HOSTILE, 1):
        if words.isascii() and words.isprintable():
            assert f"{place} {' '.join(words.split())}" in lines


def test_pdf_takes_such_words_wherever_a_paper_has_words():
    for words in HOSTILE:
        assert emit(everywhere(words), "pdf").startswith(b"%PDF")


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_through_what_reorders_or_ends_a_text(name):
    data = emit(everywhere("a\u202eb\u2066c\x00d\x1be\ufffff\ud800g"), name)
    if name == "docx":
        data = zipfile.ZipFile(BytesIO(data)).read("word/document.xml")
    if name != "pdf":
        assert "abcdefg" in data.decode().replace("\\", "")
        assert not re.search("[\u202e\u2066\x00\x1b\uffff]|\\\\u[0-9a-f]{4}", data.decode())
