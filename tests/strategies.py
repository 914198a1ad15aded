"""Charters made from the grammar itself, for properties that must hold of every charter that can be written."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from hypothesis import strategies as st

from charterlang.syntax.automaton import Rule, load

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
COMMENTS = ("# a note", "#", '# with { braces } and "quotes', "#! ünïcödé")
SEPARATORS = (
    "\n",
    "\n",
    "\n\n",
    "\n\n\n",
    ";",
    " ; ",
    "; # a note\n",
    " # a note\n",
    "\n# a note\n",
    "\n\n  # a note\n\n",
    "\r\n",
)


@functools.cache
def _rules() -> dict[str, list[Rule]]:
    found: dict[str, list[Rule]] = {}
    for rule in load().rules:
        found.setdefault(rule.origin, []).append(rule)
    return found


@functools.cache
def _depths() -> dict[str, int]:
    """The least number of nested rules it takes to write each nonterminal."""
    depths: dict[str, int] = {}
    changed = True
    while changed:
        changed = False
        for origin, rules in _rules().items():
            for rule in rules:
                parts = [part for part in rule.expansion if part in _rules()]
                if all(part in depths for part in parts):
                    depth = 1 + max((depths[part] for part in parts), default=0)
                    if depth < depths.get(origin, depth + 1):
                        depths[origin] = depth
                        changed = True
    return depths


def _cost(rule: Rule) -> int:
    return max((_depths()[part] for part in rule.expansion if part in _rules()), default=0)


@st.composite
def terminals(draw: st.DrawFn, start: str = "declaration", budget: int = 60) -> list[str]:
    """The terminals of one declaration, by name, as the grammar allows them."""
    found: list[str] = []
    stack = [start]
    while stack:
        symbol = stack.pop()
        rules = _rules().get(symbol)
        if rules is None:
            found.append(symbol)
            continue
        if len(rules) == 1:
            rule = rules[0]
        elif len(found) + len(stack) >= budget:
            rule = min(rules, key=lambda each: (_cost(each), len(each.expansion)))
        else:
            rule = rules[draw(st.integers(0, len(rules) - 1))]
        stack.extend(reversed(rule.expansion))
    return found


@st.composite
def declarations(draw: st.DrawFn, budget: int = 60) -> str:
    """The text of one declaration, with blanks, comments and line ends wherever they may stand."""
    tables = load()
    parts: list[str] = []
    depth = 0
    before = ""
    for kind in draw(terminals(budget=budget)):
        if kind == "_END":
            text = draw(st.sampled_from(SEPARATORS))
        elif kind in SAMPLES:
            text = draw(st.sampled_from(SAMPLES[kind]))
        else:
            text = draw(st.sampled_from(tables.spelling[kind]))
        if parts and kind != "_END":
            # Where a line end ends nothing, one may stand, with or without a comment.
            free = depth or before in {"COMMA", "AND", "OR", "LBRACE"}
            parts.append(
                draw(st.sampled_from((*BLANKS, "\n  ", " # a note\n "))) if free else draw(st.sampled_from(BLANKS))
            )
        parts.append(text)
        depth += (kind == "LPAR") - (kind == "RPAR")
        before = kind
    text = "".join(parts)
    # A line that begins with a declaration keyword would start a block of its own.
    return re.sub(r"(\n)(?=[^\W\d_])", r"\1 ", text)


@st.composite
def charters(draw: st.DrawFn, most: int = 4) -> str:
    """The text of a charter of a few declarations."""
    pieces = draw(st.lists(declarations(), min_size=1, max_size=most))
    separators = ("\n", "\n\n", "\n# between\n", "\n\n# apart\n\n", " # behind\n")
    text = draw(st.sampled_from(("", "# at the top\n", "\n\n# at the top\n\n")))
    for piece in pieces:
        text += piece + draw(st.sampled_from(separators))
    return text
