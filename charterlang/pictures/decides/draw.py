"""The picture of who decides, laid out and drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from charterlang._records import record
from charterlang.model.charter import Charter
from charterlang.pictures.curves import mark
from charterlang.pictures.decides.chart import Arrow, Block, Body, Chart, chart
from charterlang.pictures.layers import Item, Layout, Name, arrange, backward, columns
from charterlang.pictures.metrics import LINE, fitted, width, wrapped
from charterlang.pictures.palette import CIRCLES, FAINT, INK, MUTED, PAPER, SHADE, level_word
from charterlang.pictures.svg import Box, Drawing, level_key, number
from charterlang.powers.verdicts import Level, Verdicts

_MARGIN = 28.0
_TITLE = 13.0
_NOTE = 11.0
_WORDS = 10.5
_PORT = 15.0
_PARTY = 176.0
_ORGAN = 186.0
_BLOCK = 330.0
_ALLEY = 128.0
"""The room between two columns, where the arrows run."""

_GAP = 16.0
_CAPTION = 32.0
"""The room for the name of a text above its powers."""


def who_decides(charter: Charter, verdicts: Verdicts | None = None) -> str:
    """Parties, bodies and powers of a charter from left to right, as one SVG picture.

    With `verdicts`, each act carries the level of the weakest value that it could break.
    """
    return _Picture(chart(charter, verdicts)).svg()


@record
class _Text:
    """A body or block as it will be printed: lines of title, lines of note, and the box it needs."""

    title: tuple[str, ...]
    note: tuple[str, ...]
    w: float
    h: float


class _Picture:
    """One picture on its way."""

    def __init__(self, shown: Chart) -> None:
        self.chart = shown
        self.drawing = Drawing("decides")
        self.arrows = list(shown.arrows)
        self.texts: dict[str, _Text] = {body.id: self._body_text(body) for body in shown.bodies}
        self.texts.update((block.id, self._block_text(block)) for block in shown.blocks)
        self.layout, self.turned = self._layout()
        self.boxes = self._boxes()

    # --- measuring ---------------------------------------------------------------------------------------------------

    def _entering(self, name: str) -> list[Arrow]:
        return [arrow for arrow in self.arrows if arrow.target == name]

    def _body_text(self, body: Body) -> _Text:
        w = _ORGAN if body.organ else _PARTY
        title = wrapped(body.title, _TITLE, w - 20, 2, bold=True)
        note = wrapped(body.note, _NOTE, w - 20, 2)
        h = 16 + len(title) * _TITLE * LINE + len(note) * _NOTE * LINE
        return _Text(title, note, w, max(h, _PORT * len(self._entering(body.id)) + 8))

    def _block_text(self, block: Block) -> _Text:
        lines = [wrapped(act, _TITLE, _BLOCK - (66 if block.never else 50), 2, bold=True) for act, _, _ in block.acts]
        title = tuple("\n".join(line) for line in lines)
        how = f"{block.how} (by law)" if block.by_law else block.how
        note = () if block.never else wrapped(how, _NOTE, _BLOCK - 28, 3)
        h = 14 + _tall(title) + len(note) * _NOTE * LINE + (4 if note else 0)
        return _Text(title, note, _BLOCK, max(h, _PORT * len(self._entering(block.id)) + 8))

    # --- layout ------------------------------------------------------------------------------------------------------

    def _layout(self) -> tuple[Layout, set[int]]:
        """Columns from parties over bodies to powers; arrows that close a circle are turned round for the layout."""
        names: list[Name] = [body.id for body in self.chart.bodies]
        inner = [arrow for arrow in self.arrows if arrow.target in set(names)]
        pairs: list[tuple[Name, Name]] = [(arrow.source, arrow.target) for arrow in inner]
        back = backward(names, pairs)
        forward = [pair for place, pair in enumerate(pairs) if place not in back]
        organs: dict[Name, int] = {body.id: 1 for body in self.chart.bodies if body.organ}
        column = columns(names, forward, organs)
        last = max(column.values(), default=0) + 1
        column.update((block.id, max(last, 1)) for block in self.chart.blocks)
        turned = {place for place, arrow in enumerate(self.arrows) if column[arrow.source] >= column[arrow.target]}
        links = [(arrow.source, arrow.target) for place, arrow in enumerate(self.arrows) if place not in turned]
        items = [Item(body.id, self.texts[body.id].h) for body in self.chart.bodies]
        items += [Item(block.id, self.texts[block.id].h, block.holder) for block in self.chart.blocks]
        return arrange(items, links, column, gap=_GAP, between=_CAPTION), turned

    def _boxes(self) -> dict[str, Box]:
        layout = self.layout
        widths: dict[int, float] = {}
        for name, text in self.texts.items():
            widths[layout.column[name]] = max(widths.get(layout.column[name], 0.0), text.w)
        self.lefts: dict[int, float] = {}
        x = _MARGIN
        for place in range(max(widths, default=0) + 1):
            self.lefts[place] = x
            x += widths.get(place, 0.0) + _ALLEY
        self.widths = widths
        self.title = wrapped(f"{self.chart.title}: who decides", 26, max(x - _ALLEY - _MARGIN, 584.0), 2, bold=True)
        self.top = 142.0 + 26 * LINE * (len(self.title) - 1)
        boxes = {}
        for name, text in self.texts.items():
            left = self.lefts[layout.column[name]]
            boxes[name] = Box(left, self.top + layout.top[name], widths[layout.column[name]], text.h)
        return boxes

    # --- drawing -----------------------------------------------------------------------------------------------------

    def svg(self) -> str:
        drawing, shown = self.drawing, self.chart
        if not shown.blocks and not shown.bodies:
            drawing.text(_MARGIN, self.top - 50, "The charter says of nobody what they may decide.", 14, fill=MUTED)
        right = max((box.right for box in self.boxes.values()), default=480.0) + 6
        w = max(right + _MARGIN, 640.0)
        drawing.lines(_MARGIN, 50, self.title, 26, bold=True)
        self._heads()
        self._frames()
        ports = self._ports()
        for place, arrow in enumerate(self.arrows):
            self._arrow(place, arrow, ports)
        for body in shown.bodies:
            self._body(body)
        for block in shown.blocks:
            self._block(block)
        for place, arrow in enumerate(self.arrows):
            self._said(place, arrow, ports)
        bottom = max((box.bottom for box in self.boxes.values()), default=self.top - 32) + 34
        bottom = self._legend(bottom, w)
        return drawing.finish(w, bottom + 22, f"{shown.title}: who decides", describe(shown))

    def _heads(self) -> None:
        last = max(self.lefts, default=0) + (0 if self.chart.blocks else 1)
        for word, first, final in (("Parties", 0, 0), ("Bodies", 1, last - 1), ("Powers", last, last)):
            there = [place for place in range(first, final + 1) if self.widths.get(place)]
            if there:
                x, right = self.lefts[there[0]], self.lefts[there[-1]] + self.widths[there[-1]]
                self.drawing.text(x, self.top - 50, word, 13, bold=True, fill=MUTED)
                self.drawing.line(x, self.top - 42, right, self.top - 42, stroke=FAINT)

    def _frames(self) -> None:
        """A shaded frame around the powers of one text, with its name."""
        groups: dict[str, list[Block]] = {}
        for block in self.chart.blocks:
            groups.setdefault(block.holder, []).append(block)
        for blocks in groups.values():
            boxes = [self.boxes[block.id] for block in blocks]
            top, bottom = min(box.y for box in boxes), max(box.bottom for box in boxes)
            self.drawing.rect(
                Box(boxes[0].x - 8, top - 26, boxes[0].w + 16, bottom - top + 34), radius=10.0, fill=SHADE
            )
            title = fitted(blocks[0].title, 12, boxes[0].w, bold=True)
            self.drawing.text(boxes[0].x, top - 9, title, 12, bold=True, fill=CIRCLES[blocks[0].circle].words)

    def _ports(self) -> dict[tuple[int, str], float]:
        """The height at which each arrow leaves and enters: in the order of where it comes from and goes to."""
        found: dict[tuple[int, str], float] = {}
        for name, box in self.boxes.items():
            coming = [place for place, arrow in enumerate(self.arrows) if arrow.target == name]
            going = [place for place, arrow in enumerate(self.arrows) if arrow.source == name]
            coming.sort(key=self._from)
            going.sort(key=self._to)
            for end, places in (("end", coming), ("start", going)):
                step = min(_PORT if end == "end" else 9.0, (box.h - 10) / max(len(places), 1))
                y = box.cy - step * (len(places) - 1) / 2
                for place in places:
                    found[place, end] = y
                    y += step
        return found

    def _links(self) -> dict[int, int]:
        """Which link of the layout each arrow is."""
        straight = [place for place in range(len(self.arrows)) if place not in self.turned]
        return {place: number_ for number_, place in enumerate(straight)}

    def _from(self, place: int) -> float:
        arrow = self.arrows[place]
        passes = self._passes(place)
        return passes[-1][1] if passes else self.boxes[arrow.source].cy

    def _to(self, place: int) -> float:
        arrow = self.arrows[place]
        passes = self._passes(place)
        return passes[0][1] if passes else self.boxes[arrow.target].cy

    def _passes(self, place: int) -> Sequence[tuple[float, float, float]]:
        """The (left, height, right) of the columns that an arrow passes."""
        number_ = self._links().get(place)
        if number_ is None:
            return ()
        return [
            (self.lefts[column], self.top + y, self.lefts[column] + self.widths.get(column, 0.0))
            for column, y in self.layout.passes[number_]
        ]

    def _arrow(self, place: int, arrow: Arrow, ports: Mapping[tuple[int, str], float]) -> None:
        source, target = self.boxes[arrow.source], self.boxes[arrow.target]
        y1, y2 = ports[place, "start"], ports[place, "end"]
        colour = self._colour(arrow)
        if place in self.turned:
            d, tip = self._loop(source, target, y1, y2)
        else:
            x, y = source.right, y1
            d = f"M{number(x)} {number(y)}"
            for left, middle, right in (*self._passes(place), (target.x - 7, y2, 0.0)):
                half = (left - x) / 2
                bend = (x + half, y, left - half, middle, left, middle)
                d += "C" + " ".join(number(each) for each in bend)
                if right:
                    d += f"L{number(right)} {number(middle)}"
                x, y = right, middle
            tip = (target.x - (4 if arrow.consent else 1), y2)
        drawing = self.drawing
        dash = "6 4" if arrow.either else None
        drawing.path(d, fill="none", stroke=PAPER, stroke_width="4.5", stroke_opacity="0.8")
        drawing.path(d, fill="none", stroke=colour, stroke_width="1.5", stroke_dasharray=dash)
        shape, filled = mark("bar" if arrow.consent else "arrow", tip, 0.0, 7.0)
        drawing.path(
            shape, fill=colour if filled else "none", stroke=colour, stroke_width="2" if arrow.consent else "1"
        )

    def _loop(self, source: Box, target: Box, y1: float, y2: float) -> tuple[str, tuple[float, float]]:
        """An arrow that leads back: out to the right, round, and in from the left."""
        out, back = source.right + 26, target.x - 26
        under = max(source.bottom, target.bottom) + _GAP * 0.6
        points = ((out, y1), (out, under), (back, under), (back, y2))
        d = f"M{number(source.right)} {number(y1)}" + "".join(f"L{number(x)} {number(y)}" for x, y in points)
        return d + f"L{number(target.x - 7)} {number(y2)}", (target.x - 1, y2)

    def _colour(self, arrow: Arrow) -> str:
        for body in self.chart.bodies:
            if body.id == arrow.source:
                return CIRCLES[body.circle].edge if body.circle != "outside" else "#7c8696"
        return MUTED

    def _said(self, place: int, arrow: Arrow, ports: Mapping[tuple[int, str], float]) -> None:
        if not arrow.words:
            return
        target = self.boxes[arrow.target]
        said = fitted(arrow.words, _WORDS, _ALLEY - 34)
        x, y = target.x - 13, ports[place, "end"]
        wide = width(said, _WORDS)
        self.drawing.rect(Box(x - wide - 3, y - 6.5, wide + 5, 13), radius=6.0, fill=PAPER, fill_opacity="0.92")
        self.drawing.text(x, y + _WORDS * 0.36, said, _WORDS, anchor="end", fill=INK)

    def _body(self, body: Body) -> None:
        drawing, box, text, tint = self.drawing, self.boxes[body.id], self.texts[body.id], CIRCLES[body.circle]
        drawing.open(id=drawing.id(body.id), title=f"{body.title}: {body.note}" if body.note else body.title)
        drawing.rect(
            box, radius=8.0 if body.organ else min(box.h / 2, 20.0), fill=tint.fill if body.organ else PAPER,
            stroke=tint.edge, stroke_width="1.4",
        )  # fmt: skip
        tall = len(text.title) * _TITLE * LINE + len(text.note) * _NOTE * LINE
        y = box.cy - tall / 2 + _TITLE * 0.92
        y = drawing.lines(box.cx, y, text.title, _TITLE, bold=True, anchor="middle")
        drawing.lines(box.cx, y - 1, text.note, _NOTE, anchor="middle", fill="#465063")
        drawing.close()

    def _block(self, block: Block) -> None:
        drawing, box, text, tint = self.drawing, self.boxes[block.id], self.texts[block.id], CIRCLES[block.circle]
        drawing.open(id=drawing.id(block.id), title=f"{block.title}: {', '.join(act for act, _, _ in block.acts)}")
        drawing.rect(box, radius=7.0, fill=PAPER, stroke=tint.edge, stroke_width="1.2")
        drawing.rect(Box(box.x, box.y + 6, 3.5, box.h - 12), radius=1.7, fill=tint.edge)
        tall = _tall(text.title) + len(text.note) * _NOTE * LINE + (4 if text.note else 0)
        y = box.cy - tall / 2 + 14
        for line, (_, level, examined) in zip(text.title, block.acts, strict=True):
            lines = line.split("\n")
            drawing.lines(box.x + 14, y, lines, _TITLE, bold=True)
            if examined:
                drawing.badge(box.right - 17, y - 4.5, level, 8.0)
            elif block.never:
                drawing.text(box.right - 12, y, "never", 12, bold=True, anchor="end", fill=MUTED)
            y += _tall((line,))
        drawing.lines(box.x + 14, y - 1, text.note, _NOTE, fill=MUTED)
        drawing.close()

    def _legend(self, y: float, w: float) -> float:
        drawing = self.drawing
        drawing.line(_MARGIN, y - 14, w - _MARGIN, y - 14, stroke=FAINT)
        x = _MARGIN
        rows = (
            ("arrow", False, "fills or decides"),
            ("bar", False, "must agree"),
            ("arrow", True, "one of several is enough"),
        )
        for kind, dashed, meaning in rows:
            drawing.line(
                x, y + 6, x + 26, y + 6, stroke=MUTED, stroke_width="1.5", stroke_dasharray="6 4" if dashed else None
            )
            shape, filled = mark(kind, (x + 34, y + 6), 0.0, 7.0)
            drawing.path(shape, fill=MUTED if filled else "none", stroke=MUTED, stroke_width="1.5")
            drawing.text(x + 44, y + 10, meaning, 12)
            x += 44 + width(meaning, 12) + 24
        if any(examined for block in self.chart.blocks for _, _, examined in block.acts):
            y += 28
            lead = "How well values stand against an act:"
            drawing.text(_MARGIN, y + 10, lead, 12, fill=MUTED)
            x = _MARGIN + width(lead, 12) + 12
            if x + sum(width(level.word, 12) + 41 for level in Level) > w - _MARGIN:
                x, y = _MARGIN, y + 22
            level_key(drawing, x, y + 6, list(Level))
        if self.chart.omitted:
            y += 26
            drawing.text(
                _MARGIN, y + 10, f"For clearness {self.chart.omitted} more powers are left out.", 12, fill=MUTED
            )
        return y + 16


def _tall(titles: Sequence[str]) -> float:
    """How high the names of acts stand, one beneath the other."""
    return sum(19 + title.count("\n") * _TITLE * LINE for title in titles)


def describe(shown: Chart) -> str:
    """The picture in sentences."""
    titles = {body.id: body.title for body in shown.bodies}
    parts = []
    for arrow in shown.arrows:
        if arrow.target in titles:
            said = f" ({arrow.words})" if arrow.words else ""
            parts.append(f"{titles[arrow.source]} fills {titles[arrow.target]}{said}.")
    for block in shown.blocks:
        for act, level, examined in block.acts:
            stands = f" Values stand {level_word(level)} against it." if examined else ""
            who = "nobody" if block.never else block.how
            parts.append(f"{block.title}, to {act}: {who}.{stands}")
    return " ".join(parts) or "The charter says of nobody what they may decide."
