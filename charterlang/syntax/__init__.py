"""From a charter's text to a tree, with kind words for every slip, and back to text in good order.

`parse` never fails: it cuts the file into top-level blocks, parses each on its own and returns the tree there is, with
findings. Lark computes the parse tables ahead of time (`charterlang.syntax.tables`); nothing here imports it to parse.
"""

from charterlang.syntax.completion import Expectation, completions
from charterlang.syntax.document import Block, Document, parse
from charterlang.syntax.formatter import format_document, format_range
from charterlang.syntax.nodes import Leaf, Node, same_shape
from charterlang.syntax.strings import unquote

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
