"""What a file declares, as an outline; and what all charters declare, by name."""

from __future__ import annotations

from collections.abc import Iterator

from charterlang._records import record
from charterlang.editor.places import Place
from charterlang.editor.workspace import View, Workspace
from charterlang.syntax import Leaf, Node, unquote
from charterlang.syntax.document import Block

_INSIDE = ("members", "shares", "organ", "power", "duty", "lock", "hold")
_GATHERED = ("powers", "duties")


@record
class Outline:
    """A declaration: `kind` is its keyword, `place` all of it, `name_place` what is shown of it when it is chosen."""

    name: str
    detail: str
    kind: str
    place: Place
    name_place: Place
    children: tuple[Outline, ...] = ()


@record
class Found:
    """A declared name of some charter: `inside` is the entity it belongs to, "" at the top."""

    name: str
    kind: str
    place: Place
    inside: str


def outline(view: View) -> tuple[Outline, ...]:
    """The declarations of a file, each with what it holds, in the order of the text."""
    found = []
    for block in view.document.blocks:
        node = block.tree
        if node is not None and node.kind == "start":
            node = next(node.nodes(), None)
        if node is not None and node.start < node.end:
            found.append(_outline(view.path, block, node))
    return tuple(found)


def _outline(path: str, block: Block, node: Node) -> Outline:
    keyword = next((leaf.text for leaf in node.leaves() if leaf.text), node.kind)
    named = node.leaf("NAME") if node.kind not in {"power", "duty", "allow", "expect"} else None
    title = node.node("title")
    text = title.leaf("STRING") if title is not None else node.leaf("STRING")
    if named is not None and named.text:
        name, shown = named.text, named
        detail = unquote(text) if text is not None and text.text else ""
    else:
        name, detail = _first_line(block.text[node.start : node.end]), ""
        shown = next((leaf for leaf in node.tokens() if leaf.text), Leaf("", "", node.start, node.end))
        keyword = node.kind if node.kind in {"power", "duty", "lock"} else keyword
    base = block.start
    return Outline(
        name or keyword,
        detail,
        keyword,
        Place(path, base + node.start, base + node.end),
        Place(path, base + shown.start, base + min(shown.end, node.end)),
        tuple(_outline(path, block, child) for child in _children(node)),
    )


def _children(node: Node) -> Iterator[Node]:
    for child in node.nodes():
        if child.kind in _INSIDE and child.start < child.end:
            yield child
        elif child.kind in _GATHERED:
            yield from _children(child)


def _first_line(text: str) -> str:
    """A statement as one line of moderate length."""
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59]}…"


def find(workspace: Workspace, query: str, limit: int = 200) -> tuple[Found, ...]:
    """The names, in all known charters, that hold the letters of `query` in their order; the nearest first."""
    wanted = query.casefold()
    found: dict[Found, int] = {}
    for root in dict.fromkeys(root for path in workspace.charters for root in workspace.roots(path)):
        view = workspace.view(root)
        if view is None:
            continue
        for symbol in view.names.symbols.values():
            if symbol.span is None or symbol.kind in {"duty", "element"} or symbol.span.file.startswith("std/"):
                continue
            title = str(getattr(view.charter.elements.get(symbol.id), "title", ""))
            rank = min(_rank(wanted, symbol.id.casefold()), 1 + _rank(wanted, title.casefold()))
            if rank < _NO_MATCH:
                owner, _, name = symbol.id.rpartition(".")
                found[Found(name, symbol.kind, view.place(symbol.span), owner)] = rank
    return tuple(sorted(found, key=lambda each: (found[each], each.name, each.place))[:limit])


_NO_MATCH = 9


def _rank(wanted: str, name: str) -> int:
    """How well a name fits: 0 for its beginning, 2 inside, 4 by its letters in order, 9 not at all."""
    if not wanted or name.startswith(wanted) or f".{wanted}" in name:
        return 0
    if wanted in name:
        return 2
    letters = iter(name)
    return 4 if all(letter in letters for letter in wanted) else _NO_MATCH
