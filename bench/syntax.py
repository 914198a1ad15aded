"""How fast a charter is read, measured against bare Lark on the same text in the same run.

Run `python bench/syntax.py [LINES]` (5,000 by default). Bare Lark is Lark's own LALR parser and contextual lexer with
the grammar as it is, warmed up, on the same blocks; its trees hold tokens as ours do. Times are the best of five, so
that machines and their moods cancel out; what is bounded are ratios.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from generate import charter

from charterlang._resources import folder
from charterlang.syntax import format_document, parse
from charterlang.syntax.automaton import GRAMMAR, TABLES, compiled, load, tables_from

GOAL_LINES = 25_000
"""Lines a second on one core, or else no slower than 1.3 times bare Lark."""


def best(run: Callable[[], Any], times: int = 5, clock: Callable[[], float] = time.process_time) -> float:
    """The least time of a few runs, in seconds of this process unless another clock is given."""
    found = float("inf")
    gc.collect()
    gc.disable()
    for _ in range(times):
        start = clock()
        run()
        found = min(found, clock() - start)
    gc.enable()
    return found


class PostLex:
    """For Lark: drops the line ends that end nothing, as our own reader does."""

    always_accept = ("_END",)

    def process(self, stream: Iterator[Any]) -> Iterator[Any]:
        before, depth = None, 0
        for token in stream:
            if token.type == "_END" and (depth or before in {None, "COMMA", "AND", "OR", "LBRACE"}):
                continue
            depth += (token.type == "LPAR") - (token.type == "RPAR")
            before = token.type
            yield token


def bare_lark(texts: list[str]) -> float:
    """Lark's own time for these blocks, once its lexers are built."""
    from lark import Lark

    grammar = (folder("grammar") / GRAMMAR).read_text(encoding="utf-8")
    lark = Lark(grammar, parser="lalr", postlex=PostLex(), keep_all_tokens=True, maybe_placeholders=False)

    def run() -> None:
        for text in texts:
            lark.parse(text)

    run()
    return best(run)


def cold(statement: str) -> float:
    """The wall time of a fresh interpreter that runs a statement."""
    return best(lambda: subprocess.run([sys.executable, "-c", statement], check=True), clock=time.perf_counter)


def row(label: str, value: str, bound: str = "") -> None:
    print(f"{label:<52} {value:>16}   {bound}")


def main() -> None:
    lines = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    text = charter(lines)
    lines = text.count("\n")
    load()
    whole = parse("x.charter", text).value
    ours = best(lambda: parse("x.charter", text))
    bare = bare_lark([block.text for block in whole.blocks])
    row("lines of the charter", f"{lines:,}")
    row("lines a second", f"{lines / ours:,.0f}", f"at least {GOAL_LINES:,} on one core")
    row("reading / bare Lark", f"{ours / bare:.2f}", "at most 1.3")

    middle = text.index("decides by  majority", len(text) // 2)
    edited = text[:middle] + "decides by  2/3" + text[middle + len("decides by  majority") :]
    again = best(lambda: parse("x.charter", edited, whole))
    row("one line edited / whole", f"{again / ours:.3f}", "at most 0.05")
    row("formatting / reading", f"{best(lambda: format_document(whole), 3) / ours:.2f}")

    broken = text.replace("requires council\n", "require council\n")
    slips = len(parse("x.charter", broken).findings)
    row(f"reading with {slips} slips / without", f"{best(lambda: parse('x.charter', broken), 3) / ours:.2f}")

    data = (folder("grammar") / TABLES).read_text(encoding="utf-8")
    grammar = (folder("grammar") / GRAMMAR).read_text(encoding="utf-8")
    loading = best(lambda: tables_from(json.loads(data)))
    row("loading the tables / computing them", f"{loading / best(lambda: compiled(grammar), 2):.3f}")
    bare_start = cold("import typer, lark, pydantic")
    first = cold("import charterlang.syntax as s; s.parse('x', 'firm x { count 3 }')")
    row("cold start to first tree / import typer, lark, pydantic", f"{first / bare_start:.2f}")

    longer = charter(lines * 10)
    growth = best(lambda: parse("x.charter", longer), 3) / ours
    row("time for ten times the lines / whole", f"{growth:.1f}", "at most 12")


if __name__ == "__main__":
    main()
