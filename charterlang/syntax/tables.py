"""The parse tables: made from the grammar once, shipped as data beside it, read in a few milliseconds.

    python -m charterlang.syntax.tables            writes grammar/charter.tables.json
    python -m charterlang.syntax.tables --check    says whether that file fits grammar/charter.lark (exit code 1 if not)

The data names the hash of the grammar it was made from. Where it does not fit (someone is editing the grammar), the
tables are computed anew in memory, which takes about half a second.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

GRAMMAR = "charter.lark"
TABLES = "charter.tables.json"


def grammar_folder() -> Path:
    """The folder of the grammar: inside the installed package, or beside it in a working copy."""
    package = Path(__file__).resolve().parent.parent
    shipped = package / "_data" / "grammar"
    return shipped if shipped.is_dir() else package.parent / "grammar"


@dataclass(frozen=True, slots=True)
class Rule:
    """How a reduction builds: pop `length` parts, and make a node of `kind` (None: hand the parts up)."""

    origin: int
    kind: str | None
    expand_one: bool
    length: int
    keep: tuple[int, ...]
    expansion: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scanner:
    """How text is cut where a given set of prior patterns may stand: `pattern` names its kinds by group number."""

    pattern: re.Pattern[str]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """An LALR(1) automaton. `rows[s]` maps a terminal to shift-to-state (>= 0) or reduce-by-rule (-1 - r); a row that
    is a bare number always reduces by that rule. `words` maps a word to the terminals that can be written so.
    """

    rows: tuple[dict[str, int] | int, ...]
    gotos: tuple[dict[int, int], ...]
    rules: tuple[Rule, ...]
    names: tuple[str, ...]
    kernels: tuple[tuple[int, ...], ...]
    words: dict[str, tuple[str, ...]]
    spelling: dict[str, tuple[str, ...]]
    patterns: tuple[tuple[str, int, str], ...]
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
        order = [name for name, _, _ in self.patterns if name in prior]
        order += [name for name, priority, _ in self.patterns if not priority and name not in {"WHITESPACE", "COMMENT"}]
        pattern = {name: text for name, _, text in self.patterns}
        blank = f"(?:{pattern['WHITESPACE']}|{pattern['COMMENT']}(?![\\r\\n]))*+"
        # Words that are no names ("{", ",", "inbound=outbound") come first, the longest before its beginnings.
        name = re.compile(pattern["NAME"])
        marks = sorted((word for word in self.words if not name.fullmatch(word)), key=lambda word: (-len(word), word))
        groups = [f"({pattern['_END']})", f"({'|'.join(map(re.escape, marks))})"]
        groups += [f"({pattern[kind]})" for kind in order if kind != "_END"]
        kinds = ["", "_END", "", *(kind for kind in order if kind != "_END"), "BAD", "$END"]
        # Whatever else stands there is a bad character; the empty match is the end of the text.
        return Scanner(re.compile(f"{blank}(?:{'|'.join(groups)}|([\\s\\S])|(\\Z))"), tuple(kinds))


def fingerprint(grammar: str) -> str:
    """What ties tables to a grammar: the hash of its text, line ends made equal."""
    return hashlib.sha256(grammar.replace("\r\n", "\n").encode("utf-8")).hexdigest()


def tables_from(data: dict[str, Any]) -> Tables:
    """The tables that `compile_grammar` described."""
    terminals = [*(term[0] for term in data["terminals"]), "$END"]
    rows: list[dict[str, int] | int] = []
    for state in data["states"]:
        if isinstance(state, int):
            rows.append(state)
        else:
            rows.append({terminals[key]: action for key, action in zip(state[::2], state[1::2], strict=True)})
    words: dict[str, tuple[str, ...]] = {}
    for name, _, spelt, _ in data["terminals"]:
        for word in spelt or ():
            # A keyword of one spelling goes before a choice of words.
            words[word] = (name, *words.get(word, ())) if len(spelt) == 1 else (*words.get(word, ()), name)
    return Tables(
        rows=tuple(rows),
        gotos=tuple(dict(zip(goto[::2], goto[1::2], strict=True)) for goto in data["gotos"]),
        rules=tuple(
            Rule(origin, kind, bool(expand), len(keep), tuple(keep), tuple(expansion))
            for origin, kind, expand, expansion, keep in data["rules"]
        ),
        names=tuple(data["names"]),
        kernels=tuple(map(tuple, data["kernels"])),
        words=words,
        spelling={name: tuple(spelt) for name, _, spelt, _ in data["terminals"] if spelt},
        patterns=tuple((name, priority, text) for name, priority, _, text in data["terminals"] if text),
    )


@functools.cache
def load() -> Tables:
    """The tables of the grammar that this copy of the program carries."""
    folder = grammar_folder()
    grammar = (folder / GRAMMAR).read_text(encoding="utf-8")
    try:
        data = json.loads((folder / TABLES).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        data = {}
    if data.get("grammar") != fingerprint(grammar):
        data = compiled(grammar)
    return tables_from(data)


def compiled(grammar: str) -> dict[str, Any]:
    """The tables of a grammar's text, computed now."""
    from charterlang.syntax.grammar import compile_grammar

    return {"grammar": fingerprint(grammar), **compile_grammar(grammar)}


def main(arguments: list[str]) -> int:
    """Write the tables, or with `--check` compare them with what the grammar gives now."""
    folder = grammar_folder()
    grammar = (folder / GRAMMAR).read_text(encoding="utf-8")
    text = json.dumps(compiled(grammar), separators=(",", ":"), ensure_ascii=True) + "\n"
    target = folder / TABLES
    if "--check" in arguments:
        fits = target.is_file() and target.read_text(encoding="utf-8") == text
        if not fits:
            print(f"{target.name} does not fit {GRAMMAR}; run: python -m charterlang.syntax.tables")
        return 0 if fits else 1
    target.write_text(text, encoding="utf-8", newline="\n")
    print(f"wrote {target.name}: {len(text) // 1024} KiB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
