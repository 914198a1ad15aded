"""A slip in the wording as plain data, and the small tools that make and mend one.

Offsets count from the start of the block; `charterlang.syntax.recovery` makes findings of slips.
"""

from __future__ import annotations

import re

from charterlang._records import record
from charterlang.syntax.machine import Token

LINE = re.compile(r"[^\r\n]*")
# What the language does not look into: comments and texts, closed or not.
OPAQUE = re.compile(r'#[^\r\n]*|"""[\s\S]*?(?:"""|\Z)|"[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*+"?')


@record
class Change:
    """Replace the text from `start` to `end` of the block with `text`."""

    start: int
    end: int
    text: str


@record
class Slip:
    """One slip: where it is, what is wrong, and what would put it right."""

    code: str
    start: int
    end: int
    message: str
    label: str = ""
    help: tuple[str, ...] = ()
    fix: str = ""
    changes: tuple[Change, ...] = ()
    related: tuple[tuple[int, int, str], ...] = ()


@record
class Cause:
    """A slip whose cause is certain, and how to go on.

    `mended` is the block's text, as long as before, with which to start again; `instead` is what to read where the
    slip is; with neither, the statement is skipped.
    """

    slip: Slip
    mended: str | None = None
    instead: Token | None = None


def patched(text: str, start: int, end: int, instead: str = "") -> str:
    """The text with `start` to `end` written over by `instead`, filled up with blanks to the same length."""
    return text[:start] + instead.ljust(end - start) + text[end:]


def blanked(text: str, start: int) -> str:
    """The text with everything from `start` on blanked out, line ends kept."""
    return text[:start] + re.sub(r"[^\r\n]", " ", text[start:])


def written_otherwise(
    code: str, text: str, span: tuple[int, int], message: str, wanted: str, advice: tuple[str, ...] = ()
) -> Cause:
    """A stretch of text that ought to be `wanted`; mended in place where that is no longer than what is there."""
    start, end = span
    label = f"write {wanted}"
    slip = Slip(code, start, end, message, label, advice, label, (Change(start, end, wanted),))
    return Cause(slip, patched(text, start, end, wanted) if len(wanted) <= end - start else None)


def line_start(text: str, at: int) -> int:
    """The offset at which the line of `at` starts."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_from(text: str, at: int) -> str:
    """The rest of the line from `at` on, blanks at its end left out."""
    found = LINE.match(text, at)
    return found[0].rstrip() if found else ""


def first_on_line(text: str, at: int) -> bool:
    """Whether nothing but blanks stands before `at` on its line."""
    return not text[line_start(text, at) : at].strip()


def indent(text: str, at: int) -> int:
    """How far the line of `at` is indented."""
    start = line_start(text, at)
    return len(text[start:at]) - len(text[start:at].lstrip(" \t"))
