"""What the commands that look things up share: a list, one thing in words, or what a slip may have meant."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from charterlang.cli.charters import misuse
from charterlang.cli.terminal import style
from charterlang.render.columns import width

if TYPE_CHECKING:
    from charterlang.law.describe import Section

Row = tuple[str, ...]


def markdown(title: str, sections: Iterable[Section]) -> str:
    """Sections as a page: one fact a paragraph, several as a list."""
    parts = [f"# {title}"]
    for section in sections:
        facts = section.lines if len(section.lines) == 1 else [f"- {line}" for line in section.lines]
        parts.append(f"## {section.heading}\n" + "\n".join(facts))
    return "\n\n".join(parts) + "\n"


def print_rows(rows: Sequence[Row]) -> None:
    """A table of short columns and a last one that is cut at the margin."""
    if not rows:
        return
    shown = style()
    columns = [max(width(row[place]) for row in rows) for place in range(len(rows[0]) - 1)]
    for row in rows:
        lead = "".join(cell + " " * (column - width(cell) + 2) for cell, column in zip(row, columns, strict=False))
        room = max(shown.width - width(lead), 20)
        last = row[-1] if width(row[-1]) <= room else _cut(row[-1], room)
        print(shown.paint("headline", row[0]) + (lead + last)[len(row[0]) :].rstrip())


def _cut(text: str, room: int) -> str:
    while width(text) > room - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def look_up(
    asked: str,
    kind: str,
    describe: Callable[[str], tuple[Section, ...] | None],
    nearest: Callable[[str], Sequence[str]],
    row: Callable[[str], Row],
) -> None:
    """Print the thing called `asked`, or the things it may mean; a misuse if there is neither."""
    from charterlang.render.markdown import page

    sections = describe(asked)
    if sections is not None:
        sys.stdout.write(page(markdown(asked, sections), style()))
        return
    near = nearest(asked)
    if not near:
        raise misuse(f"there is no {kind} called `{asked}`, nor one whose name comes close")
    print_rows([row(name) for name in near])
