"""What the compiler says of a slip in the wording: one function a kind, in whole sentences.

Each returns plain data, a `Slip` in offsets of the block; `charterlang.syntax.recovery` makes findings of them.
"""

from __future__ import annotations

from dataclasses import field

from charterlang._records import record


@record
class Change:
    """Replace the text from `start` to `end` of the block with `text`."""

    start: int
    end: int
    text: str


@record
class Slip:
    """One slip: where it is, what is wrong, and what would put it right. Offsets count from the block's start."""

    code: str
    start: int
    end: int
    message: str
    label: str = ""
    help: tuple[str, ...] = ()
    fix: str = ""
    changes: tuple[Change, ...] = ()
    related: tuple[tuple[int, int, str], ...] = field(default=())
