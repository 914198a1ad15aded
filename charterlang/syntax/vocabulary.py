"""The words of the language by the place where they stand, read off the parse tables."""

from __future__ import annotations

import functools

from charterlang._records import record
from charterlang.syntax.automaton import Tables, load


@record
class Vocabulary:
    """`declarations` open a top-level block; `statements` maps a word to the rules in whose braces it opens one.

    `bodies` maps a rule to the words that open a statement in its braces, in the order of the grammar; `keywords` are
    all words of the language.
    """

    declarations: tuple[str, ...]
    statements: dict[str, tuple[str, ...]]
    bodies: dict[str, tuple[str, ...]]
    keywords: frozenset[str]

    @property
    def also_statements(self) -> frozenset[str]:
        """The words that open a declaration in the first column and a statement in braces (`currency`, `allow`)."""
        return frozenset(self.declarations) & frozenset(self.statements)


def _spelt(tables: Tables, state: int) -> tuple[str, ...]:
    """The words that a state can take, in the order of the grammar."""
    row = tables.rows[state]
    kinds = row if isinstance(row, dict) else {}
    return tuple(word for kind in kinds for word in tables.spelling.get(kind, ()))


@functools.cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the grammar that this copy of the program carries."""
    tables = load()
    statements: dict[str, list[str]] = {}
    bodies: dict[str, tuple[str, ...]] = {}
    for state, row in enumerate(tables.rows):
        body = row.get("LBRACE") if isinstance(row, dict) else None
        if body is None or body < 0:
            continue
        words = tuple(word for word in _spelt(tables, body) if word != "}")
        for owner in tables.under_way(state):
            if owner not in bodies:
                bodies[owner] = words
                for word in words:
                    statements.setdefault(word, []).append(owner)
    return Vocabulary(
        declarations=_spelt(tables, 0),
        statements={word: tuple(owners) for word, owners in sorted(statements.items())},
        bodies=dict(sorted(bodies.items())),
        keywords=frozenset(tables.words),
    )
