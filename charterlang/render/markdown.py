"""Markdown pages on a terminal: wrapped, with headings set apart. It knows the little Markdown our own pages use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from charterlang.render.columns import wrap
from charterlang.render.palette import Style

_HEADING = re.compile(r"(#+) (.*)")
_ITEM = re.compile(r"((?:[-*]|\d+\.) )(.*)")
_WIDEST = 88


def page(markdown: str, style: Style) -> str:
    """The page as it is shown, ending with a line end."""
    return "\n".join(_lines(markdown, style)).rstrip("\n") + "\n"


def _lines(markdown: str, style: Style) -> Iterator[str]:
    room = min(style.width, _WIDEST)
    waiting: list[str] = []
    lead = ""

    def told() -> Iterator[str]:
        nonlocal lead
        if waiting:
            rows = wrap(_plain(" ".join(waiting)), room - len(lead))
            yield lead + rows[0]
            yield from (" " * len(lead) + row for row in rows[1:])
        waiting.clear()
        lead = ""

    fenced = False
    for line in markdown.splitlines():
        heading, item = _HEADING.fullmatch(line), _ITEM.match(line)
        if line.startswith("```"):
            yield from told()
            fenced = not fenced
        elif fenced:
            yield f"    {line}".rstrip()
        elif heading:
            yield from told()
            yield style.paint("headline", _plain(heading[2]))
        elif not line.strip() or line.startswith("|"):
            yield from told()
            yield line
        elif item:
            yield from told()
            lead = f"  {item[1]}"
            waiting.append(item[2])
        else:
            waiting.append(line.strip())
    yield from told()


def _plain(text: str) -> str:
    """Text without the marks of emphasis and links; backticks stay, for they mean words of the language."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\*\*([^*]+)\*\*", r"\1", text)
    return re.sub(r"(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])", r"\1", text)
