"""What each word of a file is, for colouring by meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator

from charterlang._records import record
from charterlang.editor.workspace import View
from charterlang.model.mention import CLASS_KINDS, ENTITY_KINDS, ORGAN_KINDS
from charterlang.syntax import Leaf, Node

KINDS = (
    "namespace", "class", "interface", "struct", "typeParameter", "type", "property", "variable", "enumMember",
    "function", "keyword", "string", "number", "comment", "operator", "macro",
)  # fmt: skip
"""The kinds of tokens, by the names that editors colour: see `_DECLARED` and `_LEAVES` for what each stands for."""

MODIFIERS = ("declaration", "defaultLibrary", "readonly")

_DECLARED = {
    **dict.fromkeys(ENTITY_KINDS, "class"),
    **dict.fromkeys(CLASS_KINDS, "struct"),
    **dict.fromkeys(ORGAN_KINDS, "interface"),
    "commons": "namespace",
    "value": "variable",
    "asset": "property",
    "agreement": "typeParameter",
    "currency": "type",
    "provision": "variable",
    "flow": "variable",
}
_LEAVES = {
    "STRING": "string",
    "FORM": "type",
    "SPDX": "type",
    "LIBRARY": "namespace",
    "INTEGER": "number",
    "DECIMAL": "number",
    "PERCENT": "number",
    "FRACTION": "number",
    "DATE": "number",
}
_COMMENT = re.compile(r'"""[\s\S]*?(?:"""|\Z)|"[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*+"?|(#[^\r\n]*)')


@record(order=True)
class Token:
    """A word on one line: `start` and `length` in code points, `kind` one of `KINDS`, `modifiers` of `MODIFIERS`."""

    start: int
    length: int
    kind: str
    modifiers: tuple[str, ...] = ()


def tokens(view: View, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of the blocks that touch a stretch of the file (all of it unless said), none overlapping."""
    last = len(view.text) if end is None else end
    named: dict[int, dict[int, tuple[str, bool]]] = {}
    for symbol in view.names.symbols.values():
        if symbol.span is not None and symbol.span.file == view.path:
            named.setdefault(symbol.span.block, {})[symbol.span.start] = (symbol.kind, True)
    for reference in view.names.references:
        if reference.span.file == view.path:
            kind = view.names.kind(reference.id)
            named.setdefault(reference.span.block, {})[reference.span.start] = (kind, False)
    found: list[Token] = []
    for block in view.document.blocks:
        if block.start > last or block.start + len(block.text) < start:
            continue
        pieces = list(_leaves(block.tree, named.get(block.number, {}))) if block.tree is not None else []
        pieces += [
            Token(match.start(1), match.end(1) - match.start(1), "comment")
            for match in _COMMENT.finditer(block.text)
            if match[1]
        ]
        for token in sorted(pieces):
            found.extend(_on_lines(token, block.text, block.start))
    return tuple(found)


def _leaves(tree: Node, named: dict[int, tuple[str, bool]]) -> Iterator[Token]:
    """The tokens of a block, by offsets in it."""
    stack: list[tuple[Node | Leaf, str]] = [(tree, "")]
    while stack:
        part, parent = stack.pop()
        if isinstance(part, Node):
            stack.extend((child, part.kind) for child in reversed(part.children))
            continue
        if part.start == part.end:
            continue
        kind = _LEAVES.get(part.kind)
        modifiers: tuple[str, ...] = ()
        if part.kind == "NAME":
            known = named.get(part.start)
            if known is not None:
                kind = _DECLARED.get(known[0], "property")
                modifiers = ("declaration",) if known[1] else ()
            else:
                kind = "function" if parent == "act" else "macro" if parent == "allow" else "enumMember"
        elif kind is None:
            kind = "keyword" if part.text[:1].isalpha() else None
        if kind is not None:
            yield Token(part.start, part.end - part.start, kind, modifiers)


def _on_lines(token: Token, text: str, base: int) -> Iterator[Token]:
    """A token, cut where its text goes over lines, with absolute offsets."""
    written = text[token.start : token.start + token.length]
    if "\n" not in written and "\r" not in written:
        yield Token(base + token.start, token.length, token.kind, token.modifiers)
        return
    for match in re.finditer(r"[^\r\n]+", written):
        yield Token(base + token.start + match.start(), len(match[0]), token.kind, token.modifiers)
