"""How the statement under the cursor is written, while it is written: its shape, and which part of it is next."""

from __future__ import annotations

import re

from charterlang._records import record
from charterlang.editor.wording import help_of_rules
from charterlang.editor.workspace import View
from charterlang.syntax import Leaf, Node, completions

_PART = re.compile(r"[A-Z][A-Z-]+")
_VALUES = frozenset(
    {"NAME", "STRING", "INTEGER", "DECIMAL", "PERCENT", "FRACTION", "DATE", "FORM", "LIBRARY", "SPDX", "RULE"}
)


@record
class Signature:
    """The shape of a statement; `parts` are the stretches of `shape` to be filled in, `active` the one that is next."""

    shape: str
    says: str
    parts: tuple[tuple[int, int], ...]
    active: int


def signature(view: View, offset: int) -> Signature | None:
    """The shape of the innermost statement at an offset that the grammar explains; None outside of statements."""
    known = help_of_rules()
    around = [part for part in view.document.path_at(offset) if isinstance(part, Node)]
    rules = [part.kind for part in reversed(around)]
    expected = completions(view.document, offset)
    rules += [rule for each in expected for rule in each.rules]
    found = next((known[rule] for rule in rules if rule in known and known[rule].shape), None)
    if found is None:
        return None
    parts = tuple(match.span() for match in _PART.finditer(found.shape))
    statement = next((part for part in reversed(around) if part.kind in known), None)
    block = view.document.block_at(offset)
    written = 0
    if statement is not None:
        written = sum(
            isinstance(leaf, Leaf) and leaf.kind in _VALUES and leaf.end < offset - block.start
            for leaf in statement.walk()
        )
    return Signature(found.shape, found.says, parts, min(written, max(len(parts) - 1, 0)))
