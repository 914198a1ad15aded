"""Texts made from the grammar itself, whoever makes the choices: hypothesis in the properties, chance in the fuzzing."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from charterlang.syntax.automaton import Rule, load

T = TypeVar("T")
Choose = Callable[[int], int]
"""Chooses one of so many: a number from 0 to one less."""

NAMES = (
    "council", "cookbook", "kitchen", "act", "sell", "purpose", "articles", "general-assembly", "EUR", "x", "board",
    "data", "value", "kitchen.council", "écluse", "屋台", "किसान", "Straße-9", "use", "members", "care", "votes",
)  # fmt: skip
TEXTS = (
    '"To feed the street"', '""', '"a \\"quoted\\" word"', '"# no comment { }"', '"x; y, z and w"', '"屋台 ünïcödé"',
    '"""\n    over\n      lines\n    """', '"""one { line"""',
)  # fmt: skip
SAMPLES: dict[str, Sequence[str]] = {
    "NAME": NAMES,
    "STRING": TEXTS,
    "INTEGER": ("1", "7", "400", "007"),
    "DECIMAL": ("1.5", "0.25"),
    "PERCENT": ("20%", "12.5 %", "100%"),
    "FRACTION": ("2/3", "3/4"),
    "DATE": ("2012-03-12", "2026-02-28"),
    "FORM": ("de.ev", "us.ny.worker-coop"),
    "LIBRARY": ("std/values/openness", "std/rules"),
    "SPDX": ("MIT", "CC-BY-SA-4.0", "GPL-2.0+", "0BSD"),
}
BLANKS = (" ", "  ", "\t", " \t ")
SEPARATORS = (
    "\n", "\n", "\n\n", "\n\n\n", ";", " ; ", "; # a note\n", " # a note\n", "\n# a note\n", '\n\n  # with { and "\n\n',
    "\r\n",
)  # fmt: skip
BETWEEN = ("\n", "\n\n", "\n# between\n", "\n\n# apart\n\n", " # behind\n")


@functools.cache
def rules() -> dict[str, list[Rule]]:
    """The rules of the grammar by what they define."""
    found: dict[str, list[Rule]] = {}
    for rule in load().rules:
        found.setdefault(rule.origin, []).append(rule)
    return found


@functools.cache
def depths() -> dict[str, int]:
    """The least number of nested rules it takes to write each nonterminal."""
    found: dict[str, int] = {}
    changed = True
    while changed:
        changed = False
        for origin, choices in rules().items():
            for rule in choices:
                parts = [part for part in rule.expansion if part in rules()]
                if all(part in found for part in parts):
                    depth = 1 + max((found[part] for part in parts), default=0)
                    if depth < found.get(origin, depth + 1):
                        found[origin] = depth
                        changed = True
    return found


def _cost(rule: Rule) -> tuple[int, int]:
    deepest = max((depths()[part] for part in rule.expansion if part in rules()), default=0)
    return deepest, len(rule.expansion)


def terminals(choose: Choose, start: str = "declaration", budget: int = 60) -> list[str]:
    """The terminals of one declaration, by name, as the grammar allows them; no longer than need be beyond `budget`."""
    found: list[str] = []
    stack = [start]
    while stack:
        symbol = stack.pop()
        choices = rules().get(symbol)
        if choices is None:
            found.append(symbol)
            continue
        if len(choices) == 1:
            rule = choices[0]
        elif len(found) + len(stack) >= budget:
            rule = min(choices, key=_cost)
        else:
            rule = choices[choose(len(choices))]
        stack.extend(reversed(rule.expansion))
    return found


def declaration(choose: Choose, budget: int = 60) -> str:
    """One declaration, with blanks, comments and line ends wherever they may stand."""

    def one_of(values: Sequence[T]) -> T:
        return values[choose(len(values))]

    spelling = load().spelling
    parts: list[str] = []
    depth = 0
    before = ""
    for kind in terminals(choose, budget=budget):
        choices = SEPARATORS if kind == "_END" else SAMPLES[kind] if kind in SAMPLES else spelling[kind]
        text = one_of(choices)
        if parts and kind != "_END":
            # Where a line end ends nothing, one may stand, with or without a comment.
            free = depth or before in {"COMMA", "AND", "OR", "LBRACE"}
            parts.append(one_of((*BLANKS, "\n  ", " # a note\n ") if free else BLANKS))
        parts.append(text)
        depth += (kind == "LPAR") - (kind == "RPAR")
        before = kind
    # A line that begins with a declaration keyword would start a block of its own.
    return re.sub(r"\n(?=[^\W\d_])", "\n ", "".join(parts))


def charter(choose: Choose, most: int = 4) -> str:
    """A charter of up to `most` declarations."""
    text = ("", "# at the top\n", "\n\n# at the top\n\n")[choose(3)]
    for _ in range(1 + choose(most)):
        text += declaration(choose) + BETWEEN[choose(len(BETWEEN))]
    return text
