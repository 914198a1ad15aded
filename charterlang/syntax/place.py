"""Where in the language a parse stands: in which statement, in whose braces, after what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from charterlang.syntax.machine import Machine, Token
from charterlang.syntax.nodes import Node
from charterlang.syntax.wording import BODIES, noun, quoted

_TEXTS = re.compile(r'"[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*+"')


def begins_declaration(machine: Machine) -> bool:
    """Whether nothing of the declaration has been read."""
    return len(machine.states) == 1


def begins_statement(machine: Machine) -> bool:
    """Whether the parse stands in braces and nothing of the next statement has been read."""
    return bool(machine.opened) and len(machine.states) == machine.opened[-1][2]


def is_over(kinds: list[str]) -> bool:
    """Whether the declaration is complete and nothing may follow."""
    return set(kinds) <= {"_END", "$END"}


def rules_here(machine: Machine, kind: str = "") -> Iterator[str]:
    """The rules under way, innermost first, as they would be with a token of `kind` taken; not beyond the statement."""
    trial = machine.fork()
    floor = machine.opened[-1][2] if machine.opened else 1
    if kind:
        trial.take(Token(kind, "", trial.position, trial.position))
        yield from machine.tables.under_way(trial.states[-1])
        trial.settle()
    for state in (*reversed(trial.states[floor - 1 :]), *reversed(machine.states[floor - 1 :])):
        yield from machine.tables.under_way(state)


def whole_statement(machine: Machine) -> str:
    """The rule of the statement just read, where one is complete; "" otherwise."""
    last = machine.values[-1] if machine.values else None
    return last.kind if isinstance(last, Node) else ""


def head(text: str, brace: int) -> str:
    """What an open brace belongs to, as it was written: `firm vendors`."""
    line = text[:brace].rstrip()
    start = max(line.rfind(mark) for mark in "\n\r;{}") + 1
    words = _TEXTS.sub("", line[start:]).split()[:2]
    return quoted(" ".join(words)) if words else "this declaration"


def owner(machine: Machine) -> str:
    """The rule in whose braces the parse stands, "" outside braces."""
    if not machine.opened:
        return ""
    below = machine.states[machine.opened[-1][0] - 2]
    return next((rule for rule in machine.tables.under_way(below) if rule in BODIES), "")


def body(machine: Machine) -> str:
    """In whose braces the parse stands, in words: "a firm", "the powers"."""
    rule = owner(machine)
    if rule in {"entity", "organ"}:
        word = head(machine.text, machine.opened[-1][1]).strip("`").split()[0]
        return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
    return BODIES.get(rule, "this declaration")


def after(machine: Machine, rules: list[str]) -> str:
    """What was read last, for "expected … after …"."""
    last = machine.last
    if last is None:
        return ""
    if last.kind == "NAME":
        return noun(rules) or quoted(last.text)
    if last.kind == "STRING":
        return "this text"
    return quoted(last.text)


def declared(machine: Machine) -> str:
    """The rule of a declaration that was read to its end, "" if there is none."""
    part = machine.values[0] if machine.values else None
    while isinstance(part, Node) and part.kind == "start":
        part = part.children[0]
    return part.kind if isinstance(part, Node) else ""
