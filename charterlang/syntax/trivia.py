"""What stands between the tokens of a block: comments and blank lines, which the tree does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

from charterlang._records import record
from charterlang.syntax.nodes import Leaf

_PIECE = re.compile(r"#[^\r\n]*|\r\n?|\n")


@record
class Comment:
    """One comment with its `#`; `after_blank` says that a blank line stands before it."""

    text: str
    after_blank: bool


@record
class Gap:
    """What stands before a token: a comment behind the one before, comments on lines of their own, a blank line."""

    trailing: str = ""
    own: tuple[Comment, ...] = ()
    blank: bool = False
    newline: bool = False

    @property
    def comments(self) -> bool:
        """Whether there is any comment."""
        return bool(self.trailing or self.own)


_NOTHING = Gap()


def _gap(text: str, first: bool) -> Gap:
    """The gap that is `text`; `first` if no token stands before it."""
    if not text or (text.isspace() and "\n" not in text and "\r" not in text):
        return _NOTHING
    trailing = ""
    own: list[Comment] = []
    newlines = 1 if first else 0
    broken = False
    for match in _PIECE.finditer(text):
        piece = match[0]
        if piece[0] != "#":
            newlines += 1
            broken = True
        elif newlines == 0:
            trailing = piece.rstrip()
        else:
            own.append(Comment(piece.rstrip(), newlines > 1 and not (first and not own)))
            newlines = 0
    return Gap(trailing, tuple(own), newlines > 1 and not (first and not own), broken)


def gaps(text: str, leaves: Iterable[Leaf]) -> tuple[dict[int, Gap], Gap]:
    """The gap before each leaf, by the leaf's offset, and the one behind the last."""
    before: dict[int, Gap] = {}
    position = 0
    first = True
    for leaf in leaves:
        before[leaf.start] = _gap(text[position : leaf.start], first)
        position = leaf.end
        first = False
    return before, _gap(text[position:], first)
