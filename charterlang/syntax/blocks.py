"""Where a file is cut: a top-level block starts at a declaration keyword in the first column.

A block is the unit of parsing, of recovery and of reuse while someone types. Comment lines that stand directly above
a declaration belong to its block; so does everything beneath it up to the next one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from charterlang.syntax.nearest import nearest
from charterlang.syntax.vocabulary import Vocabulary, vocabulary

_WORD = r"[^\W\d_][\w-]*"
_FIRST_WORD = re.compile(_WORD)
# A pattern that begins with a fixed character is searched for several times faster than one that begins with `^`.
_FIRST_COLUMN = re.compile(rf"\n({_WORD})")
_FIRST_COLUMN_RETURNS = re.compile(rf"[\r\n]({_WORD})")
_OPAQUE = re.compile(r'#[^\r\n]*|"""[\s\S]*?(?:"""|(?P<open>\Z))|"[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*+"?')
_DECLARES = re.compile(r'[ \t]+[^\W\d_][\w.-]*[ \t]*(?:["{#]|(?=[\r\n])|\Z)|[ \t]+"|[ \t]*\{')
_HAS_BODY = re.compile(r'[ \t]+[^\W\d_][\w.-]*[ \t]*(?:"[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*+"[ \t]*)?\{')

# A file of garbage is not searched for misspelt keywords without end.
_MOST_UNKNOWN = 200


class Cut(NamedTuple):
    """One block as cut, from `start`, comments above included, to `end`; `keyword` ("" if there is none) is at `at`."""

    start: int
    end: int
    keyword: str
    at: int


def cut(text: str) -> list[Cut]:
    """The blocks of a text, in order; together they are the text. A text without a declaration is one block."""
    lone = "\r" in text and text.count("\r") > text.count("\r\n")
    pattern = _FIRST_COLUMN_RETURNS if lone else _FIRST_COLUMN
    words = [(match.start(1), match[1]) for match in pattern.finditer(text)]
    if first := _FIRST_WORD.match(text):
        words.insert(0, (0, first[0]))
    if '"""' in text:
        words = _outside_strings(text, words)
    starts = _declarations(text, words, vocabulary())
    if not starts:
        return [Cut(0, len(text), "", len(text))]
    begins = [_comment_start(text, at) for at, _ in starts]
    ends = [*begins[1:], len(text)]
    cuts = [Cut(begin, end, word, at) for begin, end, (at, word) in zip(begins, ends, starts, strict=True)]
    if cuts[0].start == 0:
        return cuts
    if _OPAQUE.sub("", text[: cuts[0].start]).strip():
        return [Cut(0, cuts[0].start, "", cuts[0].start), *cuts]
    return [Cut(0, cuts[0].end, cuts[0].keyword, cuts[0].at), *cuts[1:]]


def _comment_start(text: str, at: int) -> int:
    """Where the comment lines directly above the line at `at` begin."""
    while at:
        end = at - 2 if text.startswith("\r\n", at - 2) else at - 1
        line = max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1
        if not text.startswith("#", line):
            return at
        at = line
    return at


def _declarations(text: str, words: list[tuple[int, str]], language: Vocabulary) -> list[tuple[int, str]]:
    """Of the words in the first column, those that open a block.

    A declaration keyword does so even if a brace is still open: then the brace was forgotten. A word that also opens
    a statement does so outside braces or with a body of its own; an unknown word, outside braces, if what follows
    reads like a declaration or the word is a slip of the pen for a keyword.
    """
    known = frozenset(language.declarations)
    doubtful = language.also_statements
    starts: list[tuple[int, str]] = []
    unknown = 0
    counted, depth = 0, 0
    for at, word in words:
        if word not in known or word in doubtful:
            depth = _depth(text, counted, at, depth)
            counted = at
            after = at + len(word)
            if word in known:
                if depth and not _HAS_BODY.match(text, after):
                    continue
            elif depth or unknown >= _MOST_UNKNOWN:
                continue
            else:
                unknown += 1
                if not (_DECLARES.match(text, after) or nearest(word, language.declarations)):
                    continue
        starts.append((at, word))
        counted, depth = at, 0
    return starts


def _depth(text: str, start: int, end: int, depth: int) -> int:
    """How many braces are open at `end`, if `depth` were at `start`."""
    part = text[start:end]
    if '"' in part or "#" in part:
        part = _OPAQUE.sub("", part)
    return max(depth + part.count("{") - part.count("}"), 0)


def _outside_strings(text: str, words: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Without the words that lie in a long string.

    If some long string is never closed, none can be trusted to end where it seems to: then a line that declares
    something with a body ends it.
    """
    spans = []
    closed = True
    for match in _OPAQUE.finditer(text):
        if match[0].startswith('"""'):
            spans.append(match.span())
            closed = closed and match["open"] is None
    known = frozenset(vocabulary().declarations)
    kept = []
    index = 0
    for at, word in words:
        while index < len(spans) and spans[index][1] <= at:
            index += 1
        inside = index < len(spans) and spans[index][0] < at
        if not inside or (not closed and word in known and _HAS_BODY.match(text, at + len(word))):
            kept.append((at, word))
    return kept
