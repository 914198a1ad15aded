"""Drawing SVG by hand: escaping, text that keeps to its measure, badges, and a frame that screen readers understand.

Every picture is one self-contained element: no script, no link, no font, no style sheet, nothing that could run or be
fetched. Colours stand as attributes, so that Word, Typst and browsers draw the same. Coordinates are in tenths.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape as _escape

from charterlang._records import record
from charterlang.pictures.metrics import ASCENT, DESCENT, LINE, is_measured, width, wrapped
from charterlang.pictures.palette import INK, LEVELS, PAPER, level_mark, level_word
from charterlang.powers.verdicts import Level

FONT = "Helvetica, Arial, 'Liberation Sans', 'Nimbus Sans', sans-serif"

# What XML forbids, and marks that reorder the text around them: a label must read as it is stored.
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)


def clean(text: str) -> str:
    """`text` on one line, without characters that no picture may hold."""
    return " ".join(_UNFIT.sub("", text).split())


def escape(text: str) -> str:
    """`text` as it stands between tags and within double quotes."""
    return _escape(clean(text), quote=True)


def number(value: float) -> str:
    """A coordinate, rounded to a tenth: `12`, `12.5`."""
    rounded = round(value, 1)
    return str(int(rounded)) if rounded == int(rounded) else f"{rounded:.1f}"


def attributes(given: dict[str, object]) -> str:
    """Attributes as written; `_` stands for `-`, a trailing `_` is dropped, None leaves one out."""
    written = []
    for key, value in given.items():
        if value is None:
            continue
        name = key.rstrip("_").replace("_", "-") if not key.startswith("view") else key
        shown = number(value) if isinstance(value, float) else escape(str(value))
        written.append(f' {name}="{shown}"')
    return "".join(written)


@record
class Box:
    """A rectangle by its left, top, width and height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def cx(self) -> float:
        """The middle, across."""
        return self.x + self.w / 2

    @property
    def cy(self) -> float:
        """The middle, down."""
        return self.y + self.h / 2

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    def meets(self, other: Box, gap: float = 0.0) -> bool:
        """Whether the two overlap, or come closer than `gap`."""
        return (
            self.x < other.right + gap
            and other.x < self.right + gap
            and self.y < other.bottom + gap
            and other.y < self.bottom + gap
        )

    def holds(self, x: float, y: float, gap: float = 0.0) -> bool:
        """Whether a point lies inside, or closer than `gap`."""
        return self.x - gap < x < self.right + gap and self.y - gap < y < self.bottom + gap

    def grown(self, by: float) -> Box:
        """The box with `by` more on every side."""
        return Box(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)


def text_box(x: float, y: float, text: str, size: float, *, bold: bool = False, anchor: str = "start") -> Box:
    """The box that a line of text with its base line at `y` fills."""
    wide = width(text, size, bold=bold)
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return Box(left, y - ASCENT * size, wide, (ASCENT + DESCENT) * size)


class Drawing:
    """An SVG picture on its way. `prefix` keeps its ids apart from those of other pictures on one page."""

    def __init__(self, prefix: str) -> None:
        """Begin with an empty picture."""
        self.prefix = prefix
        self._parts: list[str] = []
        self._definitions: dict[str, str] = {}
        self._ids: dict[str, int] = {}
        self._depth = 0

    def id(self, name: str) -> str:
        """An id that no other element of the picture has."""
        plain = re.sub(r"[^A-Za-z0-9_.-]+", "-", f"{self.prefix}-{name}")
        self._ids[plain] = self._ids.get(plain, 0) + 1
        count = self._ids[plain]
        if count == 1:
            return plain
        return self.id(f"{name}-{count}")

    def raw(self, markup: str) -> None:
        """Markup that is safe already."""
        self._parts.append("  " * self._depth + markup)

    def define_once(self, name: str, markup: str) -> None:
        """A definition (a pattern, a clip path) with the id `name`, written once however often it is asked for."""
        if name not in self._definitions:
            self._ids[name] = 1
            self._definitions[name] = markup

    def element(self, name: str, **given: object) -> None:
        """An empty element."""
        self.raw(f"<{name}{attributes(given)}/>")

    def open(self, name: str = "g", *, title: str = "", **given: object) -> None:
        """Open a group; with a `title`, screen readers meet it as one thing and pointers show its title."""
        self.raw(f"<{name}{attributes(given)}>")
        self._depth += 1
        if title:
            self.raw(f"<title>{escape(title)}</title>")

    def close(self, name: str = "g") -> None:
        """Close a group."""
        self._depth -= 1
        self.raw(f"</{name}>")

    def rect(self, box: Box, *, radius: float = 0.0, **given: object) -> None:
        """A rectangle."""
        round_ = radius or None
        self.element("rect", x=box.x, y=box.y, width=box.w, height=box.h, rx=round_, **given)

    def line(self, x1: float, y1: float, x2: float, y2: float, **given: object) -> None:
        """A straight line."""
        self.element("line", x1=float(x1), y1=float(y1), x2=float(x2), y2=float(y2), **given)

    def circle(self, x: float, y: float, r: float, **given: object) -> None:
        """A circle."""
        self.element("circle", cx=float(x), cy=float(y), r=float(r), **given)

    def path(self, d: str, **given: object) -> None:
        """A path."""
        self.element("path", d=d, **given)

    def text(
        self, x: float, y: float, words: str, size: float, *, bold: bool = False, anchor: str = "start",
        fill: str = INK, **given: object,
    ) -> None:  # fmt: skip
        """A line of text, its base line at `y`, held to the width it was measured at whatever font draws it."""
        words = clean(words)
        if not words:
            return
        held = number(width(words, size, bold=bold)) if len(words) > 3 and is_measured(words) else None
        given = {
            "x": float(x), "y": float(y), "font_size": number(size), "font_weight": "bold" if bold else None,
            "text_anchor": None if anchor == "start" else anchor, "fill": fill, **given,
        }  # fmt: skip
        length = f' textLength="{held}" lengthAdjust="spacingAndGlyphs"' if held else ""
        self.raw(f"<text{attributes(given)}{length}>{escape(words)}</text>")

    def lines(
        self, x: float, y: float, words: Iterable[str], size: float, *, bold: bool = False, anchor: str = "start",
        fill: str = INK,
    ) -> float:  # fmt: skip
        """Lines of text from a first base line at `y`; the base line that would come next."""
        for line in words:
            self.text(x, y, line, size, bold=bold, anchor=anchor, fill=fill)
            y += size * LINE
        return y

    def badge(self, x: float, y: float, level: Level | None, r: float = 8.5) -> None:
        """A round badge with the digit of a level, its middle at (x, y)."""
        paint = LEVELS[level]
        self.circle(x, y, r, fill=paint.fill, stroke=PAPER, stroke_width="1.5")
        size = r * 1.3
        self.text(x, y + size * 0.36, level_mark(level), size, bold=True, anchor="middle", fill=paint.words)

    def finish(self, w: float, h: float, title: str, description: str) -> str:
        """The whole picture, w by h, with the title and description that screen readers give."""
        title_id, description_id = self.id("title"), self.id("description")
        head = attributes(
            {
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {number(w)} {number(h)}", "width": number(w),
                "height": number(h), "role": "img", "aria_labelledby": f"{title_id} {description_id}",
                "font_family": FONT,
            }
        )  # fmt: skip
        definitions = [f"<defs>{''.join(self._definitions.values())}</defs>"] if self._definitions else []
        return "\n".join(
            [
                f"<svg{head}>",
                f'<title id="{title_id}">{escape(title)}</title>',
                f'<desc id="{description_id}">{escape(description)}</desc>',
                *definitions,
                f'<rect width="{number(w)}" height="{number(h)}" fill="{PAPER}"/>',
                *self._parts,
                "</svg>\n",
            ]
        )


def level_key(drawing: Drawing, x: float, y: float, levels: Sequence[Level | None], size: float = 12.0) -> float:
    """A row that explains the badges, its middle at height `y`; the x where it ends."""
    for level in levels:
        drawing.badge(x + 8.5, y, level)
        x += 23
        word = level_word(level)
        drawing.text(x, y + size * 0.36, word, size)
        x += width(word, size) + 18
    return x - 18


__all__ = [
    "Box",
    "Drawing",
    "attributes",
    "clean",
    "escape",
    "level_key",
    "number",
    "text_box",
    "width",
    "wrapped",
]
