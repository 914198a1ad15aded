"""Edition 1 stays what it is: what it once accepted it accepts for good, and it means what Lark makes of the grammar."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from charterlang._resources import folder
from charterlang.syntax import Leaf, Node, format_document, parse
from charterlang.syntax.automaton import GRAMMAR, load

FROZEN = Path(__file__).parent / "edition-1" / "every-rule.charter"
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.charter"))


def test_all_it_ever_accepted_is_accepted():
    result = parse(FROZEN.name, FROZEN.read_text(encoding="utf-8"))
    assert result.findings == ()
    assert len(result.value.blocks) >= 640
    assert format_document(result.value) == FROZEN.read_text(encoding="utf-8")


def test_every_rule_and_every_word_is_among_it():
    """When the grammar grows, add a line for each new rule to the frozen file; never change or take away one."""
    parts = [
        part for block in parse("x", FROZEN.read_text(encoding="utf-8")).value.blocks for part in block.tree.walk()
    ]
    kinds = {rule.kind for rule in load().rules if rule.kind} - {"start", "declaration", "decision"}
    assert kinds - {part.kind for part in parts if isinstance(part, Node)} == set()
    words = {(kind, word) for kind, spelt in load().spelling.items() for word in spelt}
    assert words - {(part.kind, part.text) for part in parts if isinstance(part, Leaf)} == set()


class LineEnds:
    """For Lark: drops the line ends that end nothing."""

    always_accept = ("_END",)

    def process(self, stream: Iterator[Any]) -> Iterator[Any]:
        before, depth = None, 0
        for token in stream:
            if token.type == "_END" and (depth or before in {None, "COMMA", "AND", "OR", "LBRACE"}):
                continue
            depth += (token.type == "LPAR") - (token.type == "RPAR")
            before = token.type
            yield token


@pytest.fixture(scope="module")
def lark():
    from lark import Lark

    grammar = (folder("grammar") / GRAMMAR).read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", postlex=LineEnds(), keep_all_tokens=True, maybe_placeholders=False)


def ours(part: Node | Leaf) -> Any:
    return part.text if isinstance(part, Leaf) else (part.kind, [ours(child) for child in part.children])


def larks(part: Any) -> Any:
    if not hasattr(part, "children"):
        return str(part)
    kept = [child for child in part.children if getattr(child, "type", "") != "_END"]
    return (str(part.data), [larks(child) for child in kept])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_our_trees_are_larks_trees(path, lark):
    for block in parse(path.name, path.read_text(encoding="utf-8")).value.blocks:
        (declaration,) = larks(lark.parse(block.text))[1]
        assert ours(block.tree) == declaration
