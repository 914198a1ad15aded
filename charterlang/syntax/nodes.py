"""The tree of a declaration: nodes named after grammar rules, leaves for every word and mark that was written.

Offsets count code points from the start of the top-level block, so a tree stays true while text above it changes.
"""

from __future__ import annotations

from collections.abc import Iterator


class Leaf:
    """One token. `kind` is the terminal's name in the grammar ("NAME", "PERCENT", "REQUIRES", "LBRACE")."""

    __slots__ = ("end", "kind", "start", "text")

    def __init__(self, kind: str, text: str, start: int, end: int) -> None:
        """A token of `kind` written as `text` at `start` to `end` (exclusive) of its block."""
        self.kind = kind
        self.text = text
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"{self.kind}({self.text!r})"


class Node:
    """One rule of the grammar as it was used: `kind` is the rule's name, `children` what it was made of, in order."""

    __slots__ = ("children", "end", "kind", "start")

    def __init__(self, kind: str, children: tuple[Node | Leaf, ...], start: int, end: int) -> None:
        """A use of rule `kind` that spans `start` to `end` (exclusive) of its block."""
        self.kind = kind
        self.children = children
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"{self.kind}({', '.join(map(repr, self.children))})"

    def node(self, kind: str) -> Node | None:
        """The first child node of `kind`, if there is one."""
        return next(self.nodes(kind), None)

    def nodes(self, *kinds: str) -> Iterator[Node]:
        """The child nodes of any of `kinds`, in order; all child nodes if no kind is named."""
        for child in self.children:
            if child.__class__ is Node and (not kinds or child.kind in kinds):
                yield child

    def leaf(self, *kinds: str) -> Leaf | None:
        """The first child leaf of any of `kinds`, if there is one."""
        return next(self.leaves(*kinds), None)

    def leaves(self, *kinds: str) -> Iterator[Leaf]:
        """The child leaves of any of `kinds`, in order; all child leaves if no kind is named."""
        for child in self.children:
            if child.__class__ is Leaf and (not kinds or child.kind in kinds):
                yield child

    def walk(self) -> Iterator[Node | Leaf]:
        """This node and everything beneath it, in the order of the text."""
        stack: list[Node | Leaf] = [self]
        while stack:
            part = stack.pop()
            yield part
            if part.__class__ is Node:
                stack.extend(reversed(part.children))

    def tokens(self) -> Iterator[Leaf]:
        """Every leaf beneath this node, in the order of the text."""
        return (part for part in self.walk() if isinstance(part, Leaf))


def same_shape(one: Node | Leaf | None, other: Node | Leaf | None) -> bool:
    """Whether two trees are equal but for positions: the same rules and words, whatever their line ends."""
    pairs = [(one, other)]
    while pairs:
        left, right = pairs.pop()
        if isinstance(left, Leaf) and isinstance(right, Leaf):
            if left.kind != right.kind or _plain(left.text) != _plain(right.text):
                return False
        elif isinstance(left, Node) and isinstance(right, Node):
            if left.kind != right.kind or len(left.children) != len(right.children):
                return False
            pairs.extend(zip(left.children, right.children, strict=True))
        elif left is not right:
            return False
    return True


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
