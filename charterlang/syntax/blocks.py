"""Where a file is cut: a top-level block starts at a declaration keyword in the first column.

A block is the unit of parsing, of recovery and of reuse while someone types. Comment lines that stand directly above
a declaration belong to its block; so does everything beneath it up to the next one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

KEYWORDS = (
    "charter", "use", "value", "commons", "asset", "association", "firm", "party", "person", "investor", "public", "fund",
    "agreement", "currency", "provision", "flow", "define", "clause", "expect", "allow",
)  # fmt: skip

_CANDIDATE = re.compile(r"^(?:[^\W\d_][\w-]*)", re.MULTILINE)
_TOKEN = re.compile(r'#[^\r\n]*|"""[\s\S]*?(?:"""|(\Z))|"(?:[^"\\\r\n]|\\.)*"?')
_LOOKS_DECLARED = re.compile(r'[ \t]+[^\W\d_][\w.-]*[ \t]*(?:"|\{|$)', re.MULTILINE)
_BARE_CHARTER = re.compile(r'[ \t]+"')


@dataclass(frozen=True, slots=True)
class Cut:
    """One block as cut: from `start` (comments above included) to `end`; `keyword` is its first word, "" if none."""

    start: int
    end: int
    keyword: str
    at: int


def _comment_start(text: str, start: int) -> int:
    """Where the comment lines directly above the line at `start` begin."""
    while start:
        line = text.rfind("\n", 0, start - 1) + 1
        if not text.startswith("#", line):
            return start
        start = line
    return start


def cut(text: str) -> list[Cut]:
    """The blocks of a text, in order; together they are the text. A text without a declaration is one block."""
    starts: list[tuple[int, str]] = []
    for match in _CANDIDATE.finditer(text):
        starts.append((match.start(), match[0]))
    if '"""' in text:
        starts = _outside_strings(text, starts)
    cuts: list[Cut] = []
    heads = [(_comment_start(text, at), at, word) for at, word in starts]
    if not heads:
        return [Cut(0, len(text), "", len(text))]
    heads[0] = (0, *heads[0][1:])
    for number, (start, at, word) in enumerate(heads):
        end = heads[number + 1][0] if number + 1 < len(heads) else len(text)
        cuts.append(Cut(start, end, word, at))
    return cuts


def _outside_strings(text: str, starts: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Without the starts that lie in a long string. If some long string is never closed, the line that ended it is
    found by its looks: one that declares something.
    """
    marks = [match for match in _TOKEN.finditer(text) if match[0].startswith('"""')]
    closed = all(match[1] is None for match in marks)
    kept = []
    ranges = iter([match.span() for match in marks])
    if closed:
        begin, end = next(ranges, (len(text), len(text)))
        for at, word in starts:
            while at >= end:
                begin, end = next(ranges, (len(text) + 1, len(text) + 1))
            if at < begin:
                kept.append((at, word))
        return kept
    position = 0
    opened = -1
    index = 0
    while index < len(starts):
        at, word = starts[index]
        while opened < 0 and position < at:
            match = _TOKEN.search(text, position, at)
            if match is None:
                position = at
            elif match[0].startswith('"""') and match[1] is not None:
                opened = match.start() + 3
            else:
                position = match.end()
        if opened >= 0:
            close = text.find('"""', opened, at)
            if close >= 0:
                opened, position = -1, close + 3
                continue
            looks = _LOOKS_DECLARED if word != "charter" else _BARE_CHARTER
            if word in KEYWORDS and looks.match(text, at + len(word)):
                opened, position = -1, at
                kept.append((at, word))
        else:
            kept.append((at, word))
        index += 1
    return kept
