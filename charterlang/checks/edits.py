"""Where a statement can be added to a block: found in the text, past strings and comments."""

from __future__ import annotations

import re

from charterlang.source import Edit, Fix, Sources, Span

_HEAD = re.compile(r'(?:"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|[^{}\n#;"])*')
_TOKEN = re.compile(r'"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|#[^\n]*|[{}]')


def insertion(sources: Sources | None, place: Span | None, statement: str, title: str) -> tuple[Fix, ...]:
    """A fix that adds `statement` as the last line of the block declared at `place`; () where there is no text.

    `place` is the whole declaration, or its name. A declaration without a block gets one.
    """
    if sources is None or place is None or place.file not in sources:
        return ()
    source = sources[place.file]
    text = source.text
    start, end = source.offsets(place)
    if text[end - 1 : end] == "}":
        close: int | None = end - 1
    else:
        head = _HEAD.match(text, end)
        after = head.end() if head is not None else end
        close = _closing(text, after) if text[after : after + 1] == "{" else None
        if close is None:
            offset = len(text[:after].rstrip())
            return (Fix(title, (Edit(_at(place, start, offset), f" {{ {statement} }}"),)),)
    line = text.rfind("\n", 0, close) + 1
    indent = text[line:close]
    if indent.strip():  # the brace closes a line with statements on it
        before = text[start:close].rstrip()
        joint = " " if before.endswith(("{", ";")) else "; "
        return (Fix(title, (Edit(_at(place, start, len(text[:close].rstrip())), f"{joint}{statement}"),)),)
    rows = "".join(f"{indent}  {row}\n" for row in statement.splitlines())
    return (Fix(title, (Edit(_at(place, start, line), rows),)),)


def _at(place: Span, start: int, offset: int) -> Span:
    """An empty span at an absolute offset, counted from the block of `place`."""
    inside = place.start + offset - start
    return Span(place.file, place.block, inside, inside)


def _closing(text: str, opening: int) -> int | None:
    """The offset of the brace that closes the one at `opening`; None where it is missing."""
    depth = 0
    for token in _TOKEN.finditer(text, opening):
        if token[0] == "{":
            depth += 1
        elif token[0] == "}":
            depth -= 1
            if depth == 0:
                return token.start()
    return None


def within(sources: Sources | None, place: Span | None, words: str) -> Span | None:
    """Where `words` stand in what is declared at `place`; None where they do not, or where there is no text."""
    if sources is None or place is None or place.file not in sources or not words:
        return None
    source = sources[place.file]
    start, end = source.offsets(place)
    head = _HEAD.match(source.text, end)
    if source.text[end - 1 : end] != "}" and head is not None and source.text[head.end() : head.end() + 1] == "{":
        end = (_closing(source.text, head.end()) or end) + 1  # `place` is a name: look into its block too
    offset = source.text[start:end].find(words)
    if offset < 0:
        return None
    return Span(place.file, place.block, place.start + offset, place.start + offset + len(words))
