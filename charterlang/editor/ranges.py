"""Stretches of a file: what can be folded, what grows around a selection, what links elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from charterlang._records import record
from charterlang.editor.places import Place
from charterlang.editor.workspace import View
from charterlang.syntax import Node

_COMMENTS = re.compile(r"(?:^[ \t]*#[^\r\n]*(?:\r\n|\r|\n|\Z))+", re.MULTILINE)


@record
class Fold:
    """What can be folded: `kind` is "braces", "text", "uses" or "comment"."""

    place: Place
    kind: str


@record
class Link:
    """A place that links to a file of a charter, or to a page of the web (`url`)."""

    place: Place
    path: str = ""
    url: str = ""
    tip: str = ""


def folds(view: View) -> tuple[Fold, ...]:
    """Everything of a file that stands in braces, quotes or comments over several lines, and runs of `use`."""
    found = dict.fromkeys((*_braces(view), *_comments(view), *_uses(view)))
    return tuple(sorted(found, key=lambda each: (each.place, each.kind)))


def _braces(view: View) -> Iterator[Fold]:
    for block in view.document.blocks:
        if block.tree is None or "\n" not in block.text.replace("\r", "\n"):
            continue
        opened: list[int] = []
        for leaf in block.tree.tokens():
            if leaf.kind == "LBRACE":
                opened.append(leaf.start)
            elif leaf.kind == "RBRACE" and opened and leaf.text:
                start = opened.pop()
                if _lines(block.text[start : leaf.start]):
                    yield Fold(Place(view.path, block.start + start, block.start + leaf.start), "braces")
            elif leaf.kind == "STRING" and _lines(leaf.text):
                yield Fold(Place(view.path, block.start + leaf.start, block.start + leaf.end), "text")


def _comments(view: View) -> Iterator[Fold]:
    for match in _COMMENTS.finditer(view.text):
        text = match[0].rstrip()
        if _lines(text):
            yield Fold(Place(view.path, match.start(), match.start() + len(text)), "comment")


def _uses(view: View) -> Iterator[Fold]:
    run: list[Place] = []
    for block in (*view.document.blocks, None):
        if block is not None and block.keyword == "use" and block.tree is not None:
            run.append(Place(view.path, block.start + block.tree.start, block.start + len(block.text.rstrip())))
            continue
        if len(run) > 1:
            yield Fold(Place(view.path, run[0].start, run[-1].end), "uses")
        run = []


def _lines(text: str) -> bool:
    return "\n" in text or "\r" in text


def selections(view: View, offset: int) -> tuple[Place, ...]:
    """What grows around an offset: the word, the statement, what is in the braces, the declaration, the file."""
    block = view.document.block_at(offset)
    found: list[Place] = []

    def add(start: int, end: int) -> None:
        place = Place(view.path, start, end)
        if start <= offset <= end and (not found or (place != found[-1] and _around(place, found[-1]))):
            found.append(place)

    for part in reversed(view.document.path_at(offset)):
        if isinstance(part, Node):
            opening, closing = part.leaf("LBRACE"), part.leaf("RBRACE")
            if opening is not None and closing is not None and closing.text:
                add(block.start + opening.end, block.start + closing.start)
        add(block.start + part.start, block.start + part.end)
    add(block.start, block.start + len(block.text.rstrip()))
    add(0, len(view.text))
    return tuple(found)


def _around(outer: Place, inner: Place) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def links(view: View) -> tuple[Link, ...]:
    """Files that are used, licences and legal forms with a page of their own."""
    return tuple(sorted((*_used_files(view), *_licences(view)), key=lambda link: link.place))


def _used_files(view: View) -> Iterable[Link]:
    for span, path in view.loaded.uses:
        if span.file == view.path:
            place = view.place(span)
            start, end = place.start, place.end
            written = view.text[start:end]
            if written.startswith("use"):
                start += len(written) - len(written[3:].lstrip())
            yield Link(Place(view.path, start, end), path=path, tip=f"open {path}")


def _licences(view: View) -> Iterable[Link]:
    from charterlang import law

    for block in view.document.blocks:
        if block.tree is None or block.keyword not in {"commons", "firm", "association", "agreement"}:
            continue
        for leaf in block.tree.tokens():
            if leaf.kind == "SPDX" and leaf.text and law.licence(leaf.text) is not None:
                if leaf.text.startswith("LicenseRef-"):
                    continue
                place = Place(view.path, block.start + leaf.start, block.start + leaf.end)
                yield Link(place, url=f"https://spdx.org/licenses/{leaf.text}.html", tip=f"the text of {leaf.text}")
