"""What may be written at a place, for an editor that offers it."""

from __future__ import annotations

import re

from charterlang._records import record
from charterlang.syntax.document import Document
from charterlang.syntax.machine import Machine
from charterlang.syntax.place import owner, rules_here
from charterlang.syntax.recovery import Recovery

_OPAQUE = re.compile(r'#[^\r\n]*(\Z)?|"""[\s\S]*?(?:"""|(\Z))|"[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*+(?:"|(\Z))?')
_WORD_BEFORE = re.compile(r"[\w.-]*\Z")


@record
class Expectation:
    """One terminal that may stand at a place.

    `words` are its spellings, empty for a pattern such as NAME; `rules` are the rules it would continue, innermost
    first, so `("holding", "held_by")` for the NAME behind `held by`; `body` is the rule in whose braces the place is.
    """

    kind: str
    words: tuple[str, ...]
    rules: tuple[str, ...]
    body: str


def completions(document: Document, offset: int) -> tuple[Expectation, ...]:
    """What may stand at an absolute offset, whatever of a word is already written there; nothing within a text.

    What comes before is read as `parse` reads it, slips and all; what comes after does not count.
    """
    block = document.block_at(offset)
    before = block.text[: max(offset - block.start, 0)]
    if any(
        match.end() == len(before) and any(group is not None for group in match.groups())
        for match in _OPAQUE.finditer(before)
    ):
        return ()
    word = _WORD_BEFORE.search(before)
    start = word.start() if word else len(before)
    before = before[:start]
    found: list[Expectation] = []
    machine = _stand(before)
    if machine is not None:
        found += _expectations(machine)
    if before.endswith(("\n", "\r")):
        found += _expectations(Recovery("").machine)
    return tuple(found)


def _stand(text: str) -> Machine | None:
    """The parse of a block's beginning, up to the end of what there is of it."""
    recovery = Recovery(text)
    while (token := recovery.machine.next()).kind != "$END":
        if not recovery.machine.take(token) and not recovery.turn(token):
            return None
    return recovery.machine


def _expectations(machine: Machine) -> list[Expectation]:
    spelling = machine.tables.spelling
    body = owner(machine)
    return [
        Expectation(kind, spelling.get(kind, ()), tuple(dict.fromkeys(rules_here(machine, kind))), body)
        for kind in machine.acceptable()
        if kind not in {"_END", "$END"}
    ]
