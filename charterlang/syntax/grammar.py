"""The one place where Lark works: from the grammar's text to parse tables as plain data.

Lark reads the grammar, expands it to plain rules and computes the LALR(1) automaton; what comes out is numbered in
an order that depends on the grammar's text alone, so that the same text always gives the same bytes.
"""

from __future__ import annotations

import re
from collections import deque
from typing import Any

_ALTERNATION = re.compile(r"[\w|()?:-]+")


class AmbiguousGrammar(Exception):  # noqa: N818  (a state of the grammar, shown to its author)
    """The grammar leaves a choice open that one token of lookahead cannot settle."""


def _words(pattern: str) -> list[str] | None:
    """The words of a terminal that is nothing but a choice of words, else None."""
    if not _ALTERNATION.fullmatch(pattern) or "|" not in pattern:
        return None
    return sorted(pattern.replace("(?:", "").replace(")", "").split("|"))


def _terminals(definitions: list[Any]) -> list[list[Any]]:
    """Each terminal as [name, priority, words or None, pattern or None], in the order of the grammar's text."""
    found = []
    for term in definitions:
        text = term.pattern.value if type(term.pattern).__name__ == "PatternStr" else None
        pattern = None if text is not None else term.pattern.to_regexp()
        words = [text] if text is not None else _words(pattern or "")
        found.append([term.name, term.priority, words, None if words else pattern])
    return found


_COMMENTED = re.compile(r"((?:^//.*\n)+)^[?!]?([a-z]\w*)(?:\.-?\d+)?:", re.MULTILINE)


def help_texts(grammar: str) -> dict[str, list[str]]:
    """The comment lines directly above each rule, by rule name, without their slashes."""
    return {
        match[2]: [line.removeprefix("//").strip() for line in match[1].splitlines()]
        for match in _COMMENTED.finditer(grammar)
    }


def compile_grammar(text: str) -> dict[str, Any]:
    """The tables of a grammar, ready for JSON; raises `AmbiguousGrammar` on any LALR(1) conflict.

    `terminals`: [name, priority, words, pattern]; `rules`: [origin, kind or None, inline one child?, expansion,
    keep], where `keep` says of each part 0 dropped, 1 kept, 2 its children kept; `states`: {terminal: action} with
    action `n` for shift to state n and `-1 - r` for reduce by rule r, or that action alone where nothing but one
    reduction is possible; `gotos`: {nonterminal: state}; `kernels`: the rules under way in each state.
    """
    from lark import Lark
    from lark.exceptions import GrammarError
    from lark.parsers.lalr_analysis import LALR_Analyzer

    lark = Lark(text, parser="lalr", keep_all_tokens=True, maybe_placeholders=False)
    analyzer: Any = LALR_Analyzer(lark.parser.parser_conf, debug=False, strict=True)
    try:
        analyzer.compute_lalr()
    except GrammarError as problem:
        raise AmbiguousGrammar(str(problem)) from None

    terminals = _terminals(list(lark.terminals))
    rules = sorted(
        {item.rule for itemset in analyzer.lr0_itemsets for item in itemset.closure},
        key=lambda rule: (rule.origin.name, rule.order, [part.name for part in rule.expansion]),
    )
    rule_number = {rule: number for number, rule in enumerate(rules)}
    start = analyzer.lr0_start_states["start"]
    numbers: dict[Any, int] = {start: 0}
    queue = deque([start])
    while queue:
        itemset = queue.popleft()
        for symbol in sorted(itemset.transitions, key=lambda part: part.name):
            reached = itemset.transitions[symbol]
            if reached not in numbers:
                numbers[reached] = len(numbers)
                queue.append(reached)

    order = {name: number for number, name in enumerate([*(term[0] for term in terminals), "$END"])}
    states: list[Any] = []
    gotos: list[dict[str, int]] = []
    kernels: list[list[int]] = []
    for itemset, number in numbers.items():
        actions: dict[str, int] = {}
        goto: dict[str, int] = {}
        for symbol in sorted(itemset.transitions, key=lambda part: part.name):
            (actions if symbol.is_term else goto)[str(symbol.name)] = numbers[itemset.transitions[symbol]]
        for symbol, reductions in itemset.lookaheads.items():
            best = max(reductions, key=lambda rule: rule.options.priority or 0)
            actions.setdefault(str(symbol.name), -1 - rule_number[best])
        if any(item.is_satisfied and item.rule.origin.name == "$root_start" for item in itemset.kernel):
            actions["$END"] = number
        only = set(actions.values())
        alone = len(only) == 1 and min(only) < 0
        states.append(min(only) if alone else {name: actions[name] for name in sorted(actions, key=order.__getitem__)})
        gotos.append(goto)
        kernels.append(sorted({rule_number[item.rule] for item in itemset.kernel}))

    return {
        "terminals": terminals,
        "rules": [
            [
                str(rule.origin.name),
                None if rule.origin.name.startswith(("_", "$")) else str(rule.alias or rule.origin.name),
                bool(rule.options.expand1),
                [part.name for part in rule.expansion],
                [
                    (0 if part.name.startswith("_") else 1) if part.is_term else 2 if part.name.startswith("_") else 1
                    for part in rule.expansion
                ],
            ]
            for rule in rules
        ],
        "states": states,
        "gotos": gotos,
        "kernels": kernels,
        "help": help_texts(text),
    }
