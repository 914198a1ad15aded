"""One paper, one structure: every format shows the same clauses in the same order under the same numbers."""

import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from conftest import pdf_text
from sample import numbered_sample, sample

from charterlang.emit import FORMATS, emit
from charterlang.papers.number import inlines_of, numbered
from charterlang.papers.tree import Reference

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"

_LABEL = re.compile(r"(Part [IVX]+|Article \d+|Annex [A-Z]|\d+\.\d+|[A-Z]\.\d+|\([a-z]+\))\.?\s+(\S+)")


def clauses(paper):
    """The number of each clause and the first word after it, in reading order."""
    return [(clause.label, first_word(clause)) for clause in paper.walk()]


def first_word(clause):
    words = clause.heading or "".join(inline.text for inline in clause.blocks[0].inlines[:1])
    return plain(words.replace("\ufffe", " "))


def plain(words):
    """The letters and digits a word starts with; notes, full stops and signs of markup fall away."""
    return next(iter(re.findall(r"\w+", words)), "")


def in_lines(text):
    """The clauses of a text laid out in lines: each starts its line with its number."""
    found = [_LABEL.match(line.strip()) for line in text.splitlines()]
    return [(match[1], plain(re.sub(r"\d$", "", match[2]))) for match in found if match]


class Page(HTMLParser):
    """Collects the numbers within the main text of a page, and the first words after each."""

    def __init__(self):
        super().__init__()
        self.found, self.open, self.main, self.after = [], [], False, False

    def handle_starttag(self, tag, attributes):
        self.main = self.main or tag == "main"
        if tag not in {"img", "meta"}:
            self.open.append(dict(attributes).get("class"))

    def handle_endtag(self, tag):
        self.main = self.main and tag != "main"
        self.open.pop()

    def handle_data(self, data):
        if self.main and self.open[-1] == "number":
            self.found.append((data, ""))
        elif self.main and self.found and not self.found[-1][1]:
            self.found[-1] = (self.found[-1][0], plain(data))


def from_markdown(data):
    return in_lines(re.sub(r"(?m)^[ ]*(#+|-) |\*\*|\\", "", data.decode()))


def from_text(data):
    return in_lines(data.decode())


def from_html(data):
    page = Page()
    page.feed(data.decode())
    return page.found


def from_akoma_ntoso(data):
    found = []
    for element in ET.fromstring(data).iter():
        number = element.find(f"{AKN}num")
        if number is not None:
            rest = element.find(f"{AKN}heading")
            rest = rest if rest is not None else element.find(f".//{AKN}p")
            found.append((number.text, plain(rest.text or "")))
    return found


def from_json(data):
    def walk(clause):
        first = clause["blocks"][0] if clause["blocks"] else {}
        words = clause["heading"] or "".join(inline.get("text", "") for inline in first.get("inlines", [])[:1])
        yield clause["label"], plain(words)
        for child in clause["children"]:
            yield from walk(child)

    paper = json.loads(data)["paper"]
    return [each for clause in paper["clauses"] + paper["annexes"] for each in walk(clause)]


READERS = {"md": from_markdown, "txt": from_text, "html": from_html, "akn": from_akoma_ntoso, "json": from_json}


def without_hostile_words(found):
    """Words that other formats would read as markup are another test's matter: here only their numbers count."""
    return [(label, word if word in EXPECTED_WORDS else "") for label, word in found]


PLAIN = numbered_sample()
HOSTILE_IDS = {clause.id for clause in PLAIN.walk() if clause.id.startswith("hostile.")}
EXPECTED_WORDS = {first_word(clause) for clause in PLAIN.walk() if clause.id not in HOSTILE_IDS}
EXPECTED = without_hostile_words(clauses(PLAIN))


@pytest.mark.parametrize("name", READERS)
def test_the_format_shows_every_clause_in_order_under_its_number(name):
    assert without_hostile_words(READERS[name](emit(PLAIN, name))) == EXPECTED


def test_pdf_shows_every_clause_in_order_under_its_number(tmp_path):
    assert without_hostile_words(in_lines(pdf_text(emit(PLAIN, "pdf"), tmp_path, first_page=2))) == EXPECTED


def test_word_processors_count_to_the_same_numbers(office, tmp_path):
    printed = office({"sample": emit(PLAIN, "docx")})["sample"]
    assert without_hostile_words(in_lines(pdf_text(printed, tmp_path, first_page=2))) == EXPECTED


def test_every_format_is_tested_here():
    assert {*READERS, "pdf", "docx"} == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_equal_papers_give_equal_bytes(name):
    assert emit(numbered(sample()), name) == emit(numbered(sample()), name)


@pytest.mark.parametrize("name", ["md", "txt", "html", "akn", "json"])
def test_references_read_alike_everywhere(name):
    text = re.sub(r"<[^>]*>|\\", "", emit(PLAIN, name).decode())
    for _, inline in inlines_of(PLAIN):
        if isinstance(inline, Reference):
            assert inline.text in text.replace("\n", " ").replace("    ", "")
