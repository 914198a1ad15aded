"""Lowering: from the tree of one block to what it declares, before any name is resolved.

Each family of declarations has a module and, in it, a table from kinds of nodes to functions: to add a statement to
the language, add a rule to the grammar and a row to the table. A block is lowered on its own, from its tree alone, so
an editor may keep the declaration of a block that has not changed. Names stay `Mention`s until all declarations are
known.
"""

from charterlang.model.lower.declaration import Declaration, Hold, Symbol
from charterlang.model.lower.dispatch import lower

__all__ = ["Declaration", "Hold", "Symbol", "lower"]
