"""Runs and paragraphs: the words of a document and how they are set."""

from __future__ import annotations

from charterlang.emit.characters import running
from charterlang.emit.xml import escaped


def w(name: str, /, *content: str, **attributes: str) -> str:
    """An element of WordprocessingML; its attributes are in the same namespace."""
    written = "".join(f' w:{key}="{escaped(value)}"' for key, value in attributes.items())
    inner = "".join(content)
    return f"<w:{name}{written}>{inner}</w:{name}>" if inner else f"<w:{name}{written}/>"


def text(words: str) -> str:
    """The text element of a run, its spaces kept."""
    return f'<w:t xml:space="preserve">{escaped(running(words))}</w:t>'


def run(content: str, *properties: str) -> str:
    """A run of markup with its properties, which must stand in the order of the schema."""
    return w("r", w("rPr", *properties) if properties else "", content)


def plain(words: str, *properties: str) -> str:
    """A run of plain words."""
    return run(text(words), *properties) if words else ""


def bold(words: str) -> str:
    """Words in bold."""
    return plain(words, w("b"))


def italic(words: str) -> str:
    """Words in italics."""
    return plain(words, w("i"))


def tab() -> str:
    """A tabulator."""
    return run(w("tab"))


def paragraph(style: str, *content: str, properties: str = "") -> str:
    """A paragraph in a style; `properties` stand after the style in the order of the schema."""
    return w("p", w("pPr", w("pStyle", val=style), properties), *content)
