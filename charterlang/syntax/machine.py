"""The machine that runs the parse tables over one block of text.

Text is cut into tokens as the parse goes, since what a word is depends on what may stand there: words of the language
are ordinary names wherever only a name can stand. The machine stops at the first token that fits nowhere and says so;
`charterlang.syntax.recovery` decides how to go on.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Any, NamedTuple

from charterlang.syntax.automaton import Rule, Tables, load
from charterlang.syntax.nodes import Leaf, Node

# Brackets within brackets within brackets: beyond this a decision is not meant for people.
DEEPEST = 40

# A line end ends nothing after these, nor before a line that goes on with what no statement begins with.
_UNFINISHED = frozenset({None, "COMMA", "AND", "OR", "LBRACE"})
_GOES_ON = re.compile(r"[ \t\u00a0\u202f\u3000]*([{,)]|(?:and|or)(?![\w-]))")


class Token(NamedTuple):
    """A token as cut: `kind` as the grammar names it, `text` as written, a name in Unicode's form NFC.

    No rule takes a BAD one (a character outside the language), a DEEP one (a bracket too many levels down) or a NODAY
    (a date that no calendar has).
    """

    kind: str
    text: str
    start: int
    end: int


def _is_a_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


class Machine:
    """A parse under way: the automaton's stacks, and where in the text it is.

    `opened` holds for each open brace the height of the state stack above it, its offset, and the height at the start
    of the statement under way. A `dry` machine builds no tree: it is there to try things on.
    """

    __slots__ = ("accepted", "depth", "last", "opened", "position", "previous", "states", "tables", "text", "values")

    def __init__(self, tables: Tables, text: str) -> None:
        """Stand at the start of `text`."""
        self.tables = tables
        self.text = text
        self.position = 0
        self.depth = 0
        self.previous: str | None = None
        self.last: Token | None = None
        self.states = [0]
        self.values: list[Any] | None = []
        self.opened: list[tuple[int, int, int]] = []
        self.accepted = False

    def fork(self) -> Machine:
        """A dry copy to try things on."""
        other = Machine(self.tables, self.text)
        other.position, other.depth, other.previous, other.last = self.position, self.depth, self.previous, self.last
        other.states = self.states.copy()
        other.opened = self.opened.copy()
        other.values = None
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

    def acceptable(self) -> list[str]:
        """The kinds of token that fit here, in the order of the grammar."""
        self.settle()
        row = self.tables.rows[self.states[-1]]
        assert isinstance(row, dict)
        return [kind for kind in row if self.can_take(kind)]

    def settle(self) -> None:
        """Make the reductions that are due whatever comes next."""
        rows = self.tables.rows
        while isinstance(action := rows[self.states[-1]], int):
            self._reduce(self.tables.rules[-1 - action])

    def next(self) -> Token:
        """The next token as the parse stands, without taking it; line ends that end nothing are passed over."""
        self.settle()
        tables = self.tables
        state = self.states[-1]
        scanner = tables.scanner(state)
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
            if not (self.depth or self.previous in _UNFINISHED or self._goes_on(end)):
                return Token(kind, match[group], start, end)
            position = end
        word = match[group]
        meanings = tables.words.get(word)
        if meanings is not None:
            kind = self._meaning(meanings, kind, tables.rows[state])
            if kind == "LPAR" and self.depth >= DEEPEST:
                kind = "DEEP"
        if kind == "NAME" and not word.isascii():
            word = unicodedata.normalize("NFC", word)
        elif kind == "DATE" and not _is_a_day(word):
            kind = "NODAY"
        return Token(kind, word, start, end)

    def _goes_on(self, end: int) -> bool:
        """Whether the line behind a line end goes on with the statement under way."""
        joint = _GOES_ON.match(self.text, end)
        return joint is not None and self.can_take(self.tables.words[joint[1]][0])

    def _meaning(self, meanings: tuple[str, ...], kind: str, row: dict[str, int] | int) -> str:
        """Which terminal a word is here: a keyword where one fits, else what its spelling makes it."""
        assert isinstance(row, dict)
        possible = [name for name in (*meanings, kind) if name in row]
        if len(possible) == 1:
            return possible[0]
        for name in possible:
            if self.can_take(name):
                return name
        return kind or meanings[0]

    def take(self, token: Token) -> bool:
        """Take a token: reduce as it asks for and shift it. False, and nothing done, where it does not fit."""
        kind = token.kind
        rows = self.tables.rows
        row = rows[self.states[-1]]
        action = row if isinstance(row, int) else row.get(kind)
        if action is None:
            return False
        if action < 0:
            if not self.can_take(kind):
                return False
            rules = self.tables.rules
            while action < 0:
                self._reduce(rules[-1 - action])
                row = rows[self.states[-1]]
                action = row if isinstance(row, int) else row[kind]
        states = self.states
        states.append(action)
        if self.values is not None:
            self.values.append(Leaf(kind, token.text, token.start, token.end))
        self.position = token.end
        self.previous = kind
        if kind != "_END":
            self.last = token
        if kind == "LBRACE":
            self.opened.append((len(states), token.start, len(states)))
        elif kind == "RBRACE":
            self.opened.pop()
        elif kind == "_END":
            if self.opened:
                base, brace, _ = self.opened[-1]
                self.opened[-1] = (base, brace, len(states))
        elif kind == "LPAR":
            self.depth += 1
        elif kind == "RPAR":
            self.depth -= 1
        elif kind == "$END":
            self.accepted = True
        return True

    def _reduce(self, rule: Rule) -> None:
        length = rule.length
        states, values = self.states, self.values
        del states[len(states) - length :]
        states.append(self.tables.gotos[states[-1]][rule.origin])
        if values is not None:
            parts = values[len(values) - length :]
            del values[len(values) - length :]
            values.append(build(rule, parts))

    def run(self) -> Token | None:
        """Take tokens until the text is at its end (None) or one does not fit (that token)."""
        while not self.accepted:
            token = self.next()
            if not self.take(token):
                return token
        return None

    def back_to_statement(self) -> None:
        """Forget the statement under way; only where a brace is open."""
        height = self.opened[-1][2]
        del self.states[height:]
        if self.values is not None:
            del self.values[height - 1 :]
        self.depth = 0

    def tree(self) -> Node | None:
        """The declaration, once the parse is over."""
        start = self.values[0] if self.accepted and self.values else None
        tree = start.children[0] if isinstance(start, Node) and start.children else None
        return tree if isinstance(tree, Node) else None


def parse_whole(text: str) -> Node | None:
    """The declaration in a block's text if there is no slip in it."""
    machine = Machine(load(), text)
    return machine.tree() if machine.run() is None else None


def build(rule: Rule, parts: list[Any]) -> Any:
    """What a reduction makes of its parts: a node, the only child it has, or a list for its parent to take in."""
    if rule.kind is None and rule.keep and rule.keep[0] == 2:
        # The left part is a list that nothing else holds: it grows in place.
        gathered: list[Any] = parts[0]
        rest = zip(rule.keep[1:], parts[1:], strict=True)
    else:
        gathered = []
        rest = zip(rule.keep, parts, strict=True)
    for keep, part in rest:
        if keep == 1:
            gathered.append(part)
        elif keep == 2:
            gathered += part
    if rule.kind is None:
        return gathered
    if rule.expand_one and len(gathered) == 1:
        return gathered[0]
    return Node(rule.kind, tuple(gathered), gathered[0].start, gathered[-1].end)
