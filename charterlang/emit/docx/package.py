"""The file around the body: its parts, how they point at each other, and a zip that is the same each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from charterlang._records import record
from charterlang.emit.docx.blanks import STORE
from charterlang.emit.docx.body import SIDE_MARGIN, Body
from charterlang.emit.docx.contents import contents
from charterlang.emit.docx.fields import page_of_pages
from charterlang.emit.docx.notes import footnotes
from charterlang.emit.docx.numbering import numbering
from charterlang.emit.docx.pages import pages
from charterlang.emit.docx.pictures import relationship
from charterlang.emit.docx.styles import MONOSPACED, NAMESPACES, SERIF, language, styles
from charterlang.emit.docx.theme import theme
from charterlang.emit.docx.words import paragraph, plain, tab, w
from charterlang.emit.xml import DECLARATION, element, escaped
from charterlang.papers.tree import Paper
from charterlang.papers.words import template, word

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_XML = "application/xml"
_TOP, _BOTTOM = 1531, 1417
# Papers carry no clock: a paper is as old as its charter, and equal charters give equal bytes.
_CREATED = "2000-01-01T00:00:00Z"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


@record
class _Part:
    """A part: its path, its bytes, its content type, and how the document refers to it ("" when it does not)."""

    path: str
    content: bytes
    content_type: str
    relation: str = ""


def packed(paper: Paper, body: Body) -> bytes:
    """The .docx file of a paper."""
    parts = _document_parts(paper, body)
    media = [_Part(f"word/media/{name}", data, "") for name, data in body.pictures.media]
    properties = [
        _Part("docProps/core.xml", _core(paper).encode(), "application/vnd.openxmlformats-package.core-properties+xml"),
        _Part(
            "docProps/app.xml",
            _app(paper).encode(),
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        ),
    ]
    store = _store_parts(body) if body.blanks.found else []
    everything = [*parts, *properties, *store]
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "[Content_Types].xml", _content_types(everything).encode())
        _put(archive, "_rels/.rels", _package_relations().encode())
        _put(archive, "word/_rels/document.xml.rels", _document_relations(parts, body).encode())
        for part in (*everything, *media):
            _put(archive, part.path, part.content)
        if store:
            _put(
                archive,
                "customXml/_rels/item1.xml.rels",
                _relations([("rId1", f"{_OFFICE}customXmlProps", "itemProps1.xml")]).encode(),
            )
    return written.getvalue()


def _put(archive: zipfile.ZipFile, path: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(path, _ZIP_DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)


# --- parts -------------------------------------------------------------------------------------------------------


def _document_parts(paper: Paper, body: Body) -> list[_Part]:
    def part(name: str, content: str, kind: str, relation: str) -> _Part:
        return _Part(f"word/{name}.xml", content.encode(), f"{_WORD}{kind}+xml", relation)

    looks = styles(paper, body.text_width)
    notes = footnotes(body.every_note())
    parts = [
        part("document", _document(paper, body, looks, notes), "document.main", ""),
        part("styles", looks, "styles", "styles"),
        part("numbering", numbering(paper), "numbering", "numbering"),
        part("settings", _settings(paper), "settings", "settings"),
        part("fontTable", _fonts(), "fontTable", "fontTable"),
        part("footnotes", notes, "footnotes", "footnotes"),
        part("header1", _header(paper, body), "header", "header"),
        part("footer1", _footer(paper), "footer", "footer"),
        part("footer2", _footer(paper), "footer", "footer"),
    ]
    parts.append(_Part("word/theme/theme1.xml", theme().encode(), _THEME, "theme"))
    if body.blanks.found:
        parts.append(part("glossary/document", body.blanks.glossary(), "document.glossary", "glossaryDocument"))
    return parts


def _document(paper: Paper, body: Body, looks: str, notes: str) -> str:
    """The document part, its contents filled with the pages on which the headings will stand."""
    width, height = body.page
    side = str(SIDE_MARGIN)
    section = w(
        "sectPr",
        '<w:headerReference w:type="default" r:id="r_header1"/>',
        '<w:footerReference w:type="default" r:id="r_footer1"/>',
        '<w:footerReference w:type="first" r:id="r_footer2"/>',
        w("pgSz", w=str(width), h=str(height)),
        w("pgMar", top=str(_TOP), right=side, bottom=str(_BOTTOM), left=side, header="794", footer="680", gutter="0"),
        w("titlePg"),
    )
    face, text = body.face(), body.text()

    def document(found: Mapping[str, int]) -> str:
        listed = contents(paper, found) if body.has_contents else ""
        whole = w("body", face, listed, text, section)
        return f"{DECLARATION}<w:document {NAMESPACES}>{whole}</w:document>"

    return document(pages(document({}), looks, notes, (body.text_width, height - _TOP - _BOTTOM)))


def _header(paper: Paper, body: Body) -> str:
    words = paragraph("Header", body.title(), tab(), plain(word(paper, "Draft"), w("caps")))
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{words}</w:hdr>"


def _footer(paper: Paper) -> str:
    words = paragraph("Footer", page_of_pages(template(paper, "Page {page} of {pages}")))
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{words}</w:ftr>"


def _settings(paper: Paper) -> str:
    mode = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val="15")
    inner = "".join(
        (
            w("zoom", percent="100"),
            w("defaultTabStop", val="737"),
            w("characterSpacingControl", val="doNotCompress"),
            w("footnotePr", w("footnote", id="-1"), w("footnote", id="0")),
            w("compat", mode),
            w("themeFontLang", val=language(paper)),
            w("decimalSymbol", val="."),
            w("listSeparator", val=","),
        )
    )
    return f"{DECLARATION}<w:settings {NAMESPACES}>{inner}</w:settings>"


def _fonts() -> str:
    """The fonts asked for, and what to take where they are missing."""

    def font(name: str, instead: str, family: str, pitch: str) -> str:
        return w("font", w("altName", val=instead), w("family", val=family), w("pitch", val=pitch), name=name)

    inner = font(SERIF, "Caladea", "roman", "variable") + font(MONOSPACED, "Liberation Mono", "modern", "fixed")
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{inner}</w:fonts>"


def _store_parts(body: Body) -> list[_Part]:
    properties = (
        f'{DECLARATION}<ds:datastoreItem ds:itemID="{STORE}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>'
    )
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    return [
        _Part("customXml/item1.xml", body.blanks.store().encode(), _XML),
        _Part("customXml/itemProps1.xml", properties.encode(), kind),
    ]


# --- properties --------------------------------------------------------------------------------------------------


def _core(paper: Paper) -> str:
    author = paper.meta.get("author", "")
    fields = {
        "dc:title": paper.title,
        "dc:subject": paper.meta.get("subject", paper.subtitle),
        "dc:creator": author,
        "cp:keywords": paper.meta.get("keywords", ""),
        "dc:language": paper.language,
        "cp:lastModifiedBy": author,
    }
    written = "".join(element(name, escaped(value)) for name, value in fields.items() if value)
    moment = "".join(
        element(f"dcterms:{name}", _CREATED, xsi_type="dcterms:W3CDTF") for name in ("created", "modified")
    )
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{written}{moment}</cp:coreProperties>'
    )


def _app(paper: Paper) -> str:
    company = element("Company", escaped(paper.meta["author"])) if paper.meta.get("author") else ""
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>charterlang</Application>{company}</Properties>"
    )


# --- relations ---------------------------------------------------------------------------------------------------


def _relations(relations: list[tuple[str, str, str]]) -> str:
    written = "".join(element("Relationship", Id=name, Type=kind, Target=target) for name, kind, target in relations)
    return f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{written}</Relationships>'


def _package_relations() -> str:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return _relations(
        [
            ("rId1", f"{_OFFICE}officeDocument", "word/document.xml"),
            ("rId2", core, "docProps/core.xml"),
            ("rId3", f"{_OFFICE}extended-properties", "docProps/app.xml"),
        ]
    )


def _document_relations(parts: list[_Part], body: Body) -> str:
    relations = []
    for part in parts:
        if part.relation:
            target = part.path.removeprefix("word/")
            relations.append(
                (f"r_{target.removesuffix('.xml').replace('/', '_')}", f"{_OFFICE}{part.relation}", target)
            )
    relations += [(relationship(name), f"{_OFFICE}image", f"media/{name}") for name, _ in body.pictures.media]
    if body.blanks.found:
        relations.append(("r_blanks", f"{_OFFICE}customXml", "../customXml/item1.xml"))
    return _relations(relations)


def _content_types(parts: list[_Part]) -> str:
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": _XML,
        "png": "image/png",
        "svg": "image/svg+xml",
    }
    written = "".join(element("Default", Extension=ending, ContentType=kind) for ending, kind in defaults.items())
    written += "".join(
        element("Override", PartName=f"/{part.path}", ContentType=part.content_type)
        for part in parts
        if part.content_type != _XML
    )
    return f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{written}</Types>'
