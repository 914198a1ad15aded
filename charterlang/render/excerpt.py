"""Lines of a charter with marks beneath them: a line number, the line, and carets under the place that is meant."""

from __future__ import annotations

from collections.abc import Sequence

from charterlang._records import record
from charterlang.render.columns import harmless, untabbed, width, wrap
from charterlang.render.palette import Style
from charterlang.source import Label, Sources, Span

_LEAST_ROOM = 24


@record
class Mark:
    """A stretch of one line to underline: `start` and `end` count code points from the start of line `line`."""

    line: int
    start: int
    end: int
    text: str
    role: str


def mark(sources: Sources, span: Span, text: str, role: str) -> Mark:
    """The mark for a span. One that runs over several lines is marked on its first line that says something."""
    source = sources[span.file]
    begin, end = source.offsets(span)
    first = source.position(begin)
    line = source.line(first.line)
    start = first.column - 1
    stop = min(start + end - begin, len(line))
    written = line[start:stop].rstrip()
    return Mark(first.line, min(start, len(line)), start + max(len(written), 1), text, role)


def gutter(sources: Sources, labels: Sequence[Label]) -> int:
    """How many digits the greatest line number of these places has."""
    return max((len(str(sources.start(label.span).line)) for label in labels), default=1)


def excerpt(sources: Sources, file: str, marks: Sequence[Mark], digits: int, style: Style) -> list[str]:
    """The lines of `file` that `marks` stand on, in the order of the marks, each with what is to be said beneath it.

    Marks on one line share it; lines that do not follow one another are set apart.
    """
    bar = style.paint("gutter", f"{' ' * digits} |")
    out = [bar]
    shown: list[int] = []
    for each in marks:
        if each.line in shown:
            continue
        if shown and each.line != shown[-1] + 1:
            out.append(bar)
        shown.append(each.line)
        out.extend(_line(sources[file].line(each.line), [m for m in marks if m.line == each.line], digits, style))
    return out


def _line(text: str, marks: Sequence[Mark], digits: int, style: Style) -> list[str]:
    """One line of the charter and the rows of marks beneath it."""
    room = max(style.width - digits - 3, _LEAST_ROOM)
    # Tabs are widened first: from here on, places count code points of what is shown.
    places = [(len(untabbed(text[: each.start])), len(untabbed(text[: each.end]))) for each in marks]
    shown, dropped = _cropped(harmless(untabbed(text)), places, room)
    number = style.paint("gutter", f"{marks[0].line:>{digits}} |")
    bar = style.paint("gutter", f"{' ' * digits} |")
    out = [f"{number} {shown}".rstrip()]
    for each, (start, end) in zip(marks, places, strict=True):
        indent = width(shown[: max(start - dropped, 0)])
        carets = "^" * max(1, width(shown[: max(end - dropped, 0)]) - indent)
        label = harmless(each.text)
        if label and indent + len(carets) + 1 + width(label) <= room:
            carets += f" {label}"
            label = ""
        out.append(f"{bar} {' ' * indent}{style.paint(each.role, carets)}")
        if label:
            indent = min(indent, max(0, room - width(label)), room // 2)
            out.extend(f"{bar} {' ' * indent}{style.paint(each.role, row)}" for row in wrap(label, room - indent))
    return out


def _cropped(text: str, places: Sequence[tuple[int, int]], room: int) -> tuple[str, int]:
    """As much of a long line as fits around the marked places, and how many code points were cut off on its left."""
    if width(text) <= room:
        return text, 0
    start, end = min(start for start, _ in places), max(end for _, end in places)
    first = 0 if width(text[:end]) < room else max(0, start - room // 4)
    cut = text[first : first + room]
    before, after = "…" if first else "", "…" if first + room < len(text) else ""
    while width(cut) + len(before) + len(after) > room:
        cut, after = cut[:-1], "…"
    return f"{before}{cut}{after}", first - len(before)
