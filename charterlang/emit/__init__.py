"""Emitters: one numbered clause tree in, the bytes of one format out.

Each emitter is a module with `emit(paper) -> bytes`, pure and deterministic, that sees nothing but the tree. They are
loaded when first asked for, because some bring heavy companions.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from charterlang._records import record

if TYPE_CHECKING:
    from charterlang.papers.tree import Paper


@record
class Format:
    """A format papers come in: the ending of its files, the module that emits it, and what it is, in a few words."""

    ending: str
    module: str
    title: str


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "docx": Format("docx", "charterlang.emit.docx", "Word document"),
        "pdf": Format("pdf", "charterlang.emit.pdf", "PDF"),
        "html": Format("html", "charterlang.emit.html", "web page in one file"),
        "md": Format("md", "charterlang.emit.markdown", "Markdown"),
        "akn": Format("akn.xml", "charterlang.emit.akoma_ntoso", "Akoma Ntoso 3.0 XML"),
        "json": Format("json", "charterlang.emit.tree_json", "the clause tree as JSON"),
        "txt": Format("txt", "charterlang.emit.plain_text", "plain text"),
    }
)


class MissingExtra(Exception):  # noqa: N818 - it says what is missing, not that something broke
    """A format needs a package that is not installed. `extra` names what to install: `charterlang[pdf]`."""

    def __init__(self, extra: str, purpose: str) -> None:
        self.extra = extra
        super().__init__(f"To write {purpose}, install the extra: pip install 'charterlang[{extra}]'.")


def emit(paper: Paper, format_name: str) -> bytes:
    """The numbered `paper` in the format of that name (a key of `FORMATS`).

    Raises:
        KeyError: no such format.
        MissingExtra: the format needs a package that is not installed.
    """
    emitted: bytes = import_module(FORMATS[format_name].module).emit(paper)
    return emitted
