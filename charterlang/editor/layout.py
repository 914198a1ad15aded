"""Setting a charter in the one way, whole, in part, and while it is typed."""

from __future__ import annotations

from charterlang.editor.actions import minimal
from charterlang.editor.places import Change, Place, place_of
from charterlang.editor.workspace import View
from charterlang.syntax import format_document, format_range

TYPED = ("}", "\n")
"""The characters after which a line is set anew."""

_INDENT = "  "


def whole(view: View) -> tuple[Change, ...]:
    """The changes that set the whole file; none where it is set already."""
    return minimal(view.path, view.text, format_document(view.document))


def part(view: View, start: int, end: int) -> tuple[Change, ...]:
    """The changes that set the declarations between two offsets."""
    found: list[Change] = []
    for edit in format_range(view.document, start, end):
        place = place_of(view.loaded.sources, edit.span) if view.path in view.loaded.sources else None
        if place is None:
            begin, last = view.document.source.offsets(edit.span)
            place = Place(view.path, begin, last)
        for change in minimal(view.path, view.text[place.start : place.end], edit.replacement):
            moved = Place(view.path, place.start + change.place.start, place.start + change.place.end)
            found.append(Change(moved, change.text))
    return tuple(found)


def typed(view: View, offset: int, character: str) -> tuple[Change, ...]:
    """The change that sets the line at an offset after `character` was typed: its indent is that of its braces."""
    text = view.text
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    block = view.document.block_at(start)
    depth = _depth(text[block.start : start])
    if depth is None:
        return ()
    written = len(text) - start - len(text[start:].lstrip(" \t"))
    if text.startswith("}", start + written):
        depth = max(depth - 1, 0)
    elif character == "}":
        return ()
    indent = _INDENT * depth
    if text[start : start + written] == indent:
        return ()
    return (Change(Place(view.path, start, start + written), indent),)


def _depth(text: str) -> int | None:
    """How many braces are open at the end of a text; None inside of a quoted text."""
    depth, index = 0, 0
    while index < len(text):
        mark = text[index]
        if mark == "#":
            end = text.find("\n", index)
            index = len(text) if end < 0 else end
        elif text.startswith('"""', index):
            end = text.find('"""', index + 3)
            if end < 0:
                return None
            index = end + 3
            continue
        elif mark == '"':
            index += 1
            while index < len(text) and text[index] not in '"\r\n':
                index += 2 if text[index] == "\\" else 1
        elif mark in "{}":
            depth = max(depth + (1 if mark == "{" else -1), 0)
        index += 1
    return depth
