"""How the parse goes on after a slip: skip to the end of the statement."""

from __future__ import annotations

from charterlang.source import Finding, Severity, Span
from charterlang.syntax.machine import Machine, Token
from charterlang.syntax.nodes import Node
from charterlang.syntax.tables import load


def parse_block(path: str, number: int, text: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """The declaration in a block's text, and what there is to say about it."""
    machine = Machine(load(), text)
    token = machine.run()
    if token is None:
        return machine.tree(), ()
    return None, (
        Finding(
            "SYN102", Severity.ERROR, f"`{token.text}` does not fit here", Span(path, number, token.start, token.end)
        ),
    )
