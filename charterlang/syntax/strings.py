"""What a string in a charter says: quotes off, escapes read, the margin of a long string taken away."""

from __future__ import annotations

import re

from charterlang.syntax.nodes import Leaf

_ESCAPE = re.compile(r"\\(u\{[0-9a-fA-F]{1,6}\}|[\s\S])")
_NAMED = {"n": "\n", "t": "\t"}


def _escape(match: re.Match[str]) -> str:
    word = match[1]
    if word.startswith("u{"):
        code = int(word[2:-1], 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\N{REPLACEMENT CHARACTER}"
    return _NAMED.get(word, word)


def dedent(text: str) -> str:
    r"""The text between `\"\"\"` marks without the margin its lines share, and without the line ends at its edges.

    The first line counts towards the margin only if it is the only one; a blank line never does.
    """
    lines = re.split(r"\r\n|\r|\n", text)
    rest = [line for line in lines[1:] if line.strip()]
    margin = min((len(line) - len(line.lstrip(" \t")) for line in rest), default=0)
    lines[1:] = [line[margin:] if line.strip() else "" for line in lines[1:]]
    if len(lines) > 1:
        lines[0] = lines[0].strip()
        if not lines[0]:
            del lines[0]
        if lines and not lines[-1].strip():
            del lines[-1]
    return "\n".join(line.rstrip() for line in lines)


def unquote(leaf: Leaf) -> str:
    r"""The value of a STRING leaf.

    In `"…"`, `\"`, `\\`, `\n`, `\t` and `\u{2014}` are read; in `\"\"\"…\"\"\"` they are too, after the margin that its
    lines share is taken off. A string that was never closed yields what there is of it.
    """
    text = leaf.text
    if text.startswith('"""'):
        inner = text[3:-3] if len(text) >= 6 and text.endswith('"""') else text[3:]
        return _ESCAPE.sub(_escape, dedent(inner))
    inner = text[1:-1] if len(text) >= 2 and text.endswith('"') else text[1:]
    return _ESCAPE.sub(_escape, inner)
