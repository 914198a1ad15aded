"""The machine that runs the parse tables over one block of text.

Text is cut into tokens as the parse goes, since what a word is depends on what may stand there: words of the language
are ordinary names wherever only a name can stand. The machine stops at the first token that fits nowhere and says so;
`charterlang.syntax.recovery` decides how to go on.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from charterlang.syntax.nodes import Leaf, Node
from charterlang.syntax.tables import Rule, Tables

# Brackets within brackets within brackets: beyond this a decision is not meant for people.
DEEPEST = 40

# A line end is no end where the statement cannot be over, or where the next line goes on with what no statement begins with.
_UNFINISHED = frozenset({None, "COMMA", "AND", "OR", "LBRACE"})
_GOES_ON = re.compile(r"[ \t\u00a0\u202f\u3000]*(?:[{,)]|(?:and|or)(?![\w-]))")


class Token(NamedTuple):
    """A token as cut: `kind` as the grammar names it, or BAD (a character outside the language) or DEEP."""

    kind: str
    text: str
    start: int
    end: int


class Machine:
    """A parse under way: the automaton's stacks, and where in the text it is."""

    __slots__ = ("accepted", "depth", "position", "previous", "states", "tables", "text", "values")

    def __init__(self, tables: Tables, text: str) -> None:
        """Stand at the start of `text`."""
        self.tables = tables
        self.text = text
        self.position = 0
        self.depth = 0
        self.previous: str | None = None
        self.states = [0]
        self.values: list[Any] = []
        self.accepted = False

    def fork(self) -> Machine:
        """A copy to try things on, without the tree."""
        other = Machine(self.tables, self.text)
        other.position, other.depth, other.previous = self.position, self.depth, self.previous
        other.states = self.states.copy()
        other.values = [None] * len(self.values)
        return other

    def can_take(self, kind: str) -> bool:
        """Whether a token of `kind` fits here: it can be shifted after whatever reductions it brings about."""
        rows, rules, gotos, states = self.tables.rows, self.tables.rules, self.tables.gotos, self.states
        height = len(states)
        pushed: list[int] = []
        while True:
            row = rows[pushed[-1] if pushed else states[height - 1]]
            action = row if isinstance(row, int) else row.get(kind)
            if action is None:
                return False
            if action >= 0:
                return True
            rule = rules[-1 - action]
            above = min(rule.length, len(pushed))
            del pushed[len(pushed) - above :]
            height -= rule.length - above
            pushed.append(gotos[pushed[-1] if pushed else states[height - 1]][rule.origin])

    def settle(self) -> None:
        """Make the reductions that are due whatever comes next."""
        rows = self.tables.rows
        while isinstance(action := rows[self.states[-1]], int):
            self._reduce(self.tables.rules[-1 - action])

    def next(self) -> Token:
        """The next token as the parse stands, without taking it; `_END` tokens that end nothing are passed over."""
        self.settle()
        tables = self.tables
        scanner = tables.scanner(self.states[-1])
        row = tables.rows[self.states[-1]]
        assert isinstance(row, dict)
        text = self.text
        position = self.position
        while True:
            match = scanner.pattern.match(text, position)
            assert match is not None
            group = match.lastindex
            assert group is not None
            start, end = match.span(group)
            kind = scanner.kinds[group]
            if kind != "_END":
                break
            position = end
            if not (self.depth or self.previous in _UNFINISHED or _GOES_ON.match(text, end)):
                return Token(kind, match[group], start, end)
            self.position = end
        word = match[group]
        meanings = tables.words.get(word)
        if meanings is not None:
            kind = self._meaning(meanings, kind, row)
            if kind == "LPAR" and self.depth >= DEEPEST:
                kind = "DEEP"
        return Token(kind, word, start, end)

    def _meaning(self, meanings: tuple[str, ...], kind: str, row: dict[str, int]) -> str:
        """Which terminal a word is here: a keyword where one fits, else what its spelling makes it."""
        possible = [name for name in (*meanings, kind) if name in row]
        if len(possible) == 1:
            return possible[0]
        for name in possible:
            if self.can_take(name):
                return name
        return kind or meanings[0]

    def take(self, token: Token) -> bool:
        """Take a token: reduce as it asks for and shift it. False, and nothing more done, where it does not fit."""
        kind = token.kind
        rows, rules = self.tables.rows, self.tables.rules
        if not self.can_take(kind):
            return False
        while True:
            row = rows[self.states[-1]]
            action = row if isinstance(row, int) else row[kind]
            if action < 0:
                self._reduce(rules[-1 - action])
                continue
            break
        self.states.append(action)
        self.values.append(Leaf(kind, token.text, token.start, token.end))
        self.position = token.end
        self.previous = kind
        if kind == "LPAR":
            self.depth += 1
        elif kind == "RPAR" and self.depth:
            self.depth -= 1
        elif kind == "$END":
            self.accepted = True
        return True

    def _reduce(self, rule: Rule) -> None:
        length = rule.length
        states, values = self.states, self.values
        parts = values[len(values) - length :]
        del values[len(values) - length :]
        del states[len(states) - length :]
        states.append(self.tables.gotos[states[-1]][rule.origin])
        values.append(build(rule, parts))

    def run(self) -> Token | None:
        """Take tokens until the text is at its end (None) or one does not fit (that token)."""
        while not self.accepted:
            token = self.next()
            if not self.take(token):
                return token
        return None

    def tree(self) -> Node | None:
        """The declaration, once the parse is over."""
        start = self.values[0] if self.values else None
        return start.children[0] if isinstance(start, Node) and start.children else None


def build(rule: Rule, parts: list[Any]) -> Any:
    """What a reduction makes of its parts: a node, the only child it has, or a list for its parent to take in."""
    kind = rule.kind
    if kind is None:
        if rule.keep and rule.keep[0] == 2:
            # The left part is a list that nothing else holds: it grows in place.
            gathered = parts[0]
            if gathered is None:
                return None
            rest = zip(rule.keep[1:], parts[1:], strict=True)
        else:
            gathered = []
            rest = zip(rule.keep, parts, strict=True)
        for keep, part in rest:
            if keep == 1:
                gathered.append(part)
            elif keep == 2 and part:
                gathered += part
        return gathered
    children: list[Any] = []
    for keep, part in zip(rule.keep, parts, strict=True):
        if keep == 1:
            children.append(part)
        elif keep == 2 and part:
            children += part
    if rule.expand_one and len(children) == 1:
        return children[0]
    if not children or children[0] is None:
        return None
    return Node(kind, tuple(children), children[0].start, children[-1].end)
