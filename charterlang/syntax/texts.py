"""Slips with quotation marks: never closed, of another kind, or one too many."""

from __future__ import annotations

import re

from charterlang.syntax.characters import PARTNERS, QUOTES
from charterlang.syntax.machine import Machine, Token
from charterlang.syntax.slips import OPAQUE, Cause, Change, Slip, line_from, line_start, patched

_LONG = 'a text over several lines stands between `"""` and `"""`'
_SHORT = 'a text on one line ends with `"`; over several lines it stands between `"""` and `"""`'


def quotation(machine: Machine, token: Token) -> Cause | None:
    """A quotation mark that opens no text."""
    if token.kind != "BAD":
        return None
    if token.text == '"':
        return _long_unclosed(machine.text, token.start) or _unclosed(machine.text, token.start)
    if token.text in QUOTES:
        return _curly(machine.text, token.start, token.text)
    return None


def _long_unclosed(text: str, at: int) -> Cause | None:
    if not text.startswith('"""', at):
        return None
    slip = Slip("SYN104", at, at + 3, "this long text is never closed", 'a closing `"""` is missing', (_LONG,))
    return Cause(slip, instead=Token("STRING", text[at:].rstrip(), at, len(text)))


def _unclosed(text: str, at: int) -> Cause:
    written = line_from(text, at)
    if written.endswith("{"):
        written = written[:-1].rstrip()
    end = at + max(len(written), 1)
    slip = Slip(
        "SYN104",
        at,
        end,
        "this text is never closed",
        'a closing `"` is missing',
        (_SHORT,),
        'close the text with `"`',
        (Change(end, end, '"'),),
    )
    return Cause(slip, instead=Token("STRING", f'{written}"', at, end))


def _curly(text: str, at: int, mark: str) -> Cause:
    end = at + len(line_from(text, at))
    places = range(at + 1, end)
    partners = PARTNERS.get(mark, mark)
    closing = next((place for place in places if text[place] in partners), -1)
    if closing < 0:
        closing = next((place for place in places if text[place] in QUOTES or text[place] == '"'), -1)
    if closing < 0:
        slip = Slip("SYN104", at, at + 1, "this text is never closed", 'a closing `"` is missing on this line')
        return Cause(slip, patched(text, at, end))
    inner = text[at + 1 : closing].replace('"', "'")
    slip = Slip(
        "SYN105",
        at,
        closing + 1,
        f"a text stands in straight quotation marks, not in `{mark}`",
        'write `"`',
        fix="write straight quotation marks",
        changes=(Change(at, at + 1, '"'), Change(closing, closing + 1, '"')),
    )
    return Cause(slip, patched(text, at, closing + 1, f'"{inner}"'))


def unpaired(machine: Machine, token: Token) -> Cause | None:
    """What follows a text on its line shows that the text ended at a mark that was not meant to end it."""
    text, last = machine.text, machine.last
    if (
        last is None
        or last.kind != "STRING"
        or last.text.startswith('"""')
        or text[last.end : token.start].strip(" \t")
    ):
        return None
    start = line_start(text, token.start)
    line = line_from(text, start)
    loose = [start + found.start() for found in OPAQUE.finditer(line) if _is_open(found[0])]
    if loose:
        label = "no mark closes the text that begins here"
        return Cause(Slip("SYN104", loose[-1], loose[-1] + 1, "the quotation marks on this line do not pair up", label))
    end = start + line.rfind('"') + 1
    if token.start > last.end or end <= last.end or token.kind in {"COMMA", "RPAR", "RBRACE", "_END", "LBRACE"}:
        return None
    whole = '"' + re.sub(r'(?<!\\)"', r"\"", text[last.start + 1 : end - 1]) + '"'
    slip = Slip(
        "SYN104",
        last.start,
        end,
        "this text ends at its second quotation mark",
        'a quotation mark within a text is written `\\"`',
        fix='write `\\"` within the text',
        changes=(Change(last.start, end, whole),),
    )
    return Cause(slip)


def _is_open(written: str) -> bool:
    """Whether a stretch that OPAQUE found is a text without its closing mark."""
    return written[0] == '"' and not re.fullmatch(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', written)
