"""From a charter's text to a tree, with kind words for every slip, and back to text in good order.

`parse` never fails: it cuts the file into top-level blocks, parses each on its own and returns the tree there is, with
findings. Lark computes the parse tables ahead of time (`charterlang.syntax.tables`); nothing here imports it to parse.
"""

from typing import TYPE_CHECKING, Any

from charterlang.syntax.document import Block, Document, parse
from charterlang.syntax.nodes import Leaf, Node, same_shape
from charterlang.syntax.strings import unquote

if TYPE_CHECKING:
    from charterlang.syntax.completion import Expectation, completions
    from charterlang.syntax.formatter import format_document, format_range

_LATER = {
    "Expectation": "completion",
    "completions": "completion",
    "format_document": "formatter",
    "format_range": "formatter",
}


def __getattr__(name: str) -> Any:
    """What a plain check does not need is imported when it is first asked for."""
    if name not in _LATER:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"charterlang.syntax.{_LATER[name]}"), name)


__all__ = [
    "Block",
    "Document",
    "Expectation",
    "Leaf",
    "Node",
    "completions",
    "format_document",
    "format_range",
    "parse",
    "same_shape",
    "unquote",
]
