"""The model charters that a founder may start from, and what there is in one to be named anew."""

from __future__ import annotations

import re
from collections.abc import Iterator

from charterlang._records import record
from charterlang.model.library import parts, path_of, read_part
from charterlang.model.load import Loaded, load
from charterlang.source import MemoryFiles, Sources, Span
from charterlang.syntax import Document, Node, unquote

SHELF = "std/models/"
BODIES = frozenset({"association", "firm"})


@record
class Body:
    """A declaration with a title of its own: its `keyword`, its `id`, where it stands, and what it says of itself.

    `external` marks a body that the charter only names; its papers are its own affair.
    """

    keyword: str
    id: str
    tree: Node
    block: int
    title: str = ""
    form: str = ""
    purpose: str = ""
    external: bool = False

    @property
    def founded(self) -> bool:
        """Whether this is a body that the charter founds, with papers of its own."""
        return self.keyword in BODIES and not self.external


@record
class Model:
    """A model charter. `about` is what it says of itself above its header, in a sentence or two."""

    name: str
    title: str
    about: str
    text: str
    loaded: Loaded

    @property
    def document(self) -> Document:
        """The model as parsed."""
        return self.loaded.documents[self.path]

    @property
    def path(self) -> str:
        """The path under which the model is shown."""
        return path_of(SHELF + self.name)

    @property
    def sources(self) -> Sources:
        """The model's text and what it uses."""
        return self.loaded.sources

    def offsets(self, span: Span) -> tuple[int, int]:
        """The absolute offsets of a place in the model's text."""
        return self.sources[self.path].offsets(span)

    def trees(self) -> Iterator[tuple[int, Node]]:
        """The declarations, each with the offset at which its block starts."""
        for block in self.document.blocks:
            if block.tree is not None:
                yield block.start, block.tree

    def bodies(self) -> tuple[Body, ...]:
        """What has a name and a title: first what is founded, the commons before all, then the others, in order."""
        found = [body for start, tree in self.trees() for body in _body(start, tree)]
        return tuple(sorted(found, key=lambda body: 0 if body.keyword == "commons" else 1 if body.founded else 2))


def models() -> tuple[str, ...]:
    """The names of the model charters, sorted."""
    return tuple(name.removeprefix(SHELF) for name in parts() if name.startswith(SHELF))


def model(name: str) -> Model | None:
    """The model charter of this name, None if there is none."""
    data = read_part(SHELF + name) if name in models() else None
    if data is None:
        return None
    text = data.decode()
    path = path_of(SHELF + name)
    loaded = load(path, MemoryFiles({path: text}), root="").value
    return Model(name, loaded.charter.header.title, _about(text), text, loaded)


def _about(text: str) -> str:
    """The comment with which a charter opens, as running text."""
    head = re.match(r"(?:#[^\n]*\n)*", text)
    return " ".join(line.lstrip("# ").strip() for line in head[0].splitlines()) if head else ""


_TITLED = frozenset({"commons", "association", "firm", "party", "person", "investor", "public", "fund"})


def _body(start: int, tree: Node) -> Iterator[Body]:
    first, name = next(tree.leaves(), None), tree.leaf("NAME")
    if first is None or name is None or first.text not in _TITLED:
        return
    yield Body(
        first.text,
        name.text,
        tree,
        start,
        title=said(tree, "title"),
        form=_word(tree.node("form")),
        purpose=said(tree, "purpose"),
        external=tree.node("external") is not None,
    )


def said(tree: Node, kind: str) -> str:
    """The text of the first string of a statement of that kind, "" if there is none."""
    node = tree.node(kind)
    leaf = next((part for part in node.tokens() if part.kind == "STRING"), None) if node is not None else None
    return unquote(leaf) if leaf is not None else ""


def _word(node: Node | None) -> str:
    leaves = list(node.tokens()) if node is not None else []
    return leaves[-1].text if leaves else ""
