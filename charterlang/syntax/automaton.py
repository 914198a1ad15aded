"""The parse tables: made from the grammar once, shipped as data beside it, read in a few milliseconds.

The data names the checksum of the grammar it was made from. Where it does not fit (someone is editing the grammar), the
tables are computed anew in memory, which takes about half a second. `python -m charterlang.syntax.tables` writes them.
"""

from __future__ import annotations

import functools
import json
import re
import zlib
from collections.abc import Sequence
from dataclasses import field
from typing import Any, NamedTuple

from charterlang._records import record
from charterlang._resources import folder

GRAMMAR = "charter.lark"
TABLES = "charter.tables.json"

# What `charterlang.syntax.grammar` writes; raised whenever the shape of the data changes.
FORMAT = 3


class Rule(NamedTuple):
    """How a reduction builds: pop `length` parts, and make a node of `kind` (None: hand the parts up).

    `keep` says of each part whether it is dropped (0), kept (1) or handed up as a list (2).
    """

    origin: str
    kind: str | None
    expand_one: bool
    length: int
    keep: Sequence[int]
    expansion: Sequence[str]


class Scanner(NamedTuple):
    """How text is cut where a given set of prior patterns may stand: `kinds` are the terminals by group number."""

    pattern: re.Pattern[str]
    kinds: tuple[str, ...]


class Help(NamedTuple):
    """What the grammar's comment says of a rule: `says` what it means, `shape` how it is written, `more` the rest."""

    says: str
    shape: str
    more: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.says}: {self.shape}" if self.shape else self.says


@record
class Tables:
    """An LALR(1) automaton with the words of its language.

    `rows[s]` maps a terminal to shift-to-state (>= 0) or reduce-by-rule (-1 - r); a row that is a bare number always
    does that. `kernels[s]` are the rules under way in a state. `words` maps a word to the terminals that can be
    written so, `spelling` a terminal to its words; `patterns` are the others: (name, priority, pattern).
    """

    rows: Sequence[dict[str, int] | int]
    gotos: Sequence[dict[str, int]]
    rules: Sequence[Rule]
    kernels: Sequence[Sequence[int]]
    words: dict[str, tuple[str, ...]]
    spelling: dict[str, tuple[str, ...]]
    patterns: Sequence[tuple[str, int, str]]
    help_lines: dict[str, list[str]]
    scanners: dict[tuple[str, ...], Scanner] = field(default_factory=dict)
    state_scanners: dict[int, Scanner] = field(default_factory=dict)

    def scanner(self, state: int) -> Scanner:
        """The scanner for a state: patterns with a priority are tried only where the state can take them."""
        found = self.state_scanners.get(state)
        if found is None:
            row = self.rows[state]
            accepted = row if isinstance(row, dict) else {}
            prior = tuple(name for name, priority, _ in self.patterns if priority and name in accepted)
            found = self.scanners.get(prior)
            if found is None:
                found = self.scanners[prior] = self._scanner(prior)
            self.state_scanners[state] = found
        return found

    def _scanner(self, prior: tuple[str, ...]) -> Scanner:
        pattern = {name: text for name, _, text in self.patterns}
        apart = {"WHITESPACE", "COMMENT", "_END"}
        order = [name for name, _, _ in self.patterns if name in prior]
        order += [name for name, priority, _ in self.patterns if not priority and name not in apart]
        blank = f"(?:{pattern['WHITESPACE']}|{pattern['COMMENT']}(?![\\r\\n]))*+"
        # Words that are no names ("{", ",", "inbound=outbound") come first, the longest before its beginnings.
        name = re.compile(pattern["NAME"])
        marks = sorted((word for word in self.words if not name.fullmatch(word)), key=lambda word: (-len(word), word))
        groups = [f"({pattern['_END']})", f"({'|'.join(map(re.escape, marks))})"]
        groups += [f"({pattern[kind]})" for kind in order]
        # Whatever else stands there is a bad character; the empty match is the end of the text.
        kinds = ("", "_END", "", *order, "BAD", "$END")
        return Scanner(re.compile(f"{blank}(?:{'|'.join(groups)}|([\\s\\S])|(\\Z))"), kinds)

    @property
    def help(self) -> dict[str, Help]:
        """What the grammar says of its rules, by rule name."""
        return {rule: _help(lines) for rule, lines in self.help_lines.items()}

    def under_way(self, state: int) -> list[str]:
        """The names of the rules that a state is in the middle of, those that leave nodes."""
        kinds = (self.rules[number].kind for number in self.kernels[state])
        return list(dict.fromkeys(kind for kind in kinds if kind))


def fingerprint(grammar: str) -> str:
    """What ties tables to a grammar: a checksum of its text, line ends made equal, and its length."""
    text = grammar.replace("\r\n", "\n").encode("utf-8")
    return f"{zlib.crc32(text):08x}-{len(text)}"


def _help(lines: list[str]) -> Help:
    says, colon, shape = lines[0].rpartition(": ")
    return Help(says, shape, tuple(lines[1:])) if colon else Help(shape, "", tuple(lines[1:]))


def tables_from(data: dict[str, Any]) -> Tables:
    """The tables that `compile_grammar` described."""
    words: dict[str, tuple[str, ...]] = {}
    for name, _, spelt, _ in data["terminals"]:
        for word in spelt or ():
            # A keyword of one spelling goes before a choice of words.
            words[word] = (name, *words.get(word, ())) if len(spelt) == 1 else (*words.get(word, ()), name)
    return Tables(
        rows=data["states"],
        gotos=data["gotos"],
        rules=[
            Rule(origin, kind, expand, len(keep), keep, expansion)
            for origin, kind, expand, expansion, keep in data["rules"]
        ],
        kernels=data["kernels"],
        words=words,
        spelling={name: tuple(spelt) for name, _, spelt, _ in data["terminals"] if spelt},
        patterns=[(name, priority, text) for name, priority, _, text in data["terminals"] if text],
        help_lines=data["help"],
    )


@functools.cache
def load() -> Tables:
    """The tables of the grammar that this copy of the program carries."""
    place = folder("grammar")
    grammar = (place / GRAMMAR).read_text(encoding="utf-8")
    try:
        data = json.loads((place / TABLES).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        data = {}
    if (data.get("grammar"), data.get("format")) != (fingerprint(grammar), FORMAT):
        data = compiled(grammar)
    return tables_from(data)


def compiled(grammar: str) -> dict[str, Any]:
    """The tables of a grammar's text, computed now."""
    from charterlang.syntax.grammar import compile_grammar

    return {"grammar": fingerprint(grammar), "format": FORMAT, **compile_grammar(grammar)}
