"""Value flows: who gives what to whom, as streams whose breadth is what they come to in a year.

Each currency has a panel and a scale of its own; sums of different currencies are never added. What is given in kind is
hatched. Streams that lead back to where value came from run beneath the others. A single payment has no rhythm, so such
payments stand in a panel of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from charterlang._records import record
from charterlang.model.charter import Charter
from charterlang.model.things import Flow
from charterlang.pictures import numbers
from charterlang.pictures.layers import Item, Layout, Name, arrange, backward, columns
from charterlang.pictures.metrics import LINE, fitted, width, wrapped
from charterlang.pictures.palette import CIRCLES, FAINT, INK, MUTED, PAPER
from charterlang.pictures.svg import Box, Drawing, number
from charterlang.powers.verdicts import Verdicts
from charterlang.ties.model import Places

_MARGIN = 28.0
_CARD = 168.0
_ALLEY = 206.0
_PORT = 34.0
_GAP = 22.0
_HIGH = 230.0
"""How high all streams of the fullest column are together."""

_BROADEST = 84.0
"""The breadth of the broadest stream, at most."""

_LEAST = 2.0
"""The breadth of the thinnest stream."""

_LABEL = 11.0


@record
class Stream:
    """One flow as it is drawn: what it comes to in a year (or once), and how it is written in the charter."""

    flow: Flow
    value: Fraction
    said: str
    yearly: str


@record
class Panel:
    """The streams of one currency, or the single payments in it."""

    title: str
    streams: tuple[Stream, ...]


@record
class _Loop:
    """The way of a stream that leads back: columns, breadth, how far out to the right it runs, how far to the left."""

    start: int
    end: int
    breadth: float
    out: float
    back: float


def value_flows(charter: Charter, verdicts: Verdicts | None = None) -> str:
    """The flows of value that a charter states, as one SVG picture; `verdicts` change nothing in it."""
    del verdicts
    shown = panels(charter)
    title = f"{charter.header.title or 'Charter'}: value flows"
    drawing = Drawing("flows")
    places = Places(charter)
    y, w = 72.0, 640.0
    drawn = [_Sheet(panel, places, drawing) for panel in shown]
    w = max([w, *(sheet.w for sheet in drawn)])
    y += drawing.lines(_MARGIN, 50, wrapped(title, 26, w - 2 * _MARGIN, 2, bold=True), 26, bold=True) - 82.5
    for sheet in drawn:
        y = sheet.draw(y, w)
    if not shown:
        drawing.text(_MARGIN, y + 20, "The charter states no flow of value.", 14, fill=MUTED)
        y += 38
    else:
        y = _legend(drawing, y + 12, w, _circles(shown, places), in_kind=_any_in_kind(shown))
    return drawing.finish(w, y + 20, title, describe(charter, shown))


def panels(charter: Charter) -> tuple[Panel, ...]:
    """The flows of a charter, currency by currency: its own first, then in the order of the flows."""
    language = charter.header.languages[0] if charter.header.languages else "en"
    found: dict[tuple[str, bool], list[Stream]] = {(charter.header.currency, False): []}
    for flow in charter.flows.values():
        if flow.money.amount <= 0:
            continue
        value = yearly(flow)
        sum_ = f"{numbers.amount(flow.money.amount, language)} {flow.money.currency}"
        said = sum_ + (f" per {flow.per}" if flow.per else "") + (" in kind" if flow.in_kind else "")
        known = Fraction(flow.money.amount) if value is None else value
        a_year = "" if value is None or flow.per == "year" else f"{numbers.short(known, language)} a year"
        found.setdefault((flow.money.currency, value is None), []).append(Stream(flow, known, said, a_year))
    return tuple(
        Panel(f"{_currency(charter, code)}, {'single payments' if once else 'per year'}", tuple(streams))
        for (code, once), streams in found.items()
        if streams
    )


def yearly(flow: Flow) -> Fraction | None:
    """What a flow comes to in a year, None for a single payment; one that runs in some months counts for those only."""
    value = numbers.per_year(flow.money.amount, flow.per)
    if value is None or not flow.months or flow.per == "year":
        return value
    return value * len(set(flow.months)) / 12


def _currency(charter: Charter, code: str) -> str:
    declared = charter.currencies.get(code)
    return declared.title or code if declared is not None else code


class _Sheet:
    """One panel, laid out and drawn."""

    def __init__(self, panel: Panel, places: Places, drawing: Drawing) -> None:
        self.panel = panel
        self.places = places
        self.drawing = drawing
        self.streams = panel.streams
        self.names: list[Name] = list(
            dict.fromkeys(end for stream in self.streams for end in (stream.flow.source, stream.flow.target))
        )
        self.layout, self.turned = self._layout()
        self.loops = self._loops()
        last = max(self.layout.column.values())
        leaving = [loop.out + loop.breadth / 2 for loop in self.loops.values() if loop.start == last]
        entering = [loop.back + loop.breadth / 2 for loop in self.loops.values() if loop.end == 0]
        self.left = _MARGIN + max([0.0, *entering])
        self.w = self.left + (last + 1) * (_CARD + _ALLEY) - _ALLEY + max([0.0, *leaving]) + _MARGIN

    def breadth(self, stream: Stream) -> float:
        return max(float(stream.value) * self.scale, _LEAST)

    def _layout(self) -> tuple[Layout, set[int]]:
        pairs: list[tuple[Name, Name]] = [(stream.flow.source, stream.flow.target) for stream in self.streams]
        turned = backward(self.names, pairs)
        forward = [pair for place, pair in enumerate(pairs) if place not in turned]
        column = columns(self.names, forward)
        for name in reversed(self.names):  # a pure source stands next to where its value goes first
            after = [column[b] for a, b in forward if a == name]
            if after and not any(b == name for _, b in pairs):
                column[name] = min(after) - 1
        totals: dict[int, Fraction] = {}
        for name in self.names:
            totals[column[name]] = totals.get(column[name], Fraction(0)) + max(self._sums(name))
        broadest = max(stream.value for stream in self.streams)
        self.scale = min(_HIGH / float(max(totals.values())), _BROADEST / float(broadest))
        items = [Item(name, self._height(name)) for name in self.names]
        lanes = [self.breadth(stream) + 10 for place, stream in enumerate(self.streams) if place not in turned]
        return arrange(items, forward, column, gap=_GAP, lanes=lanes), turned

    def _sums(self, name: Name) -> tuple[Fraction, Fraction]:
        """What comes in and what goes out."""
        coming = sum((each.value for each in self.streams if each.flow.target == name), Fraction(0))
        going = sum((each.value for each in self.streams if each.flow.source == name), Fraction(0))
        return coming, going

    def _height(self, name: Name) -> float:
        sides = (
            [self.breadth(each) for each in self.streams if each.flow.target == name],
            [self.breadth(each) for each in self.streams if each.flow.source == name],
        )
        return max(54.0, *(sum(max(each + 6, _PORT) for each in side) + 8 for side in sides))

    # --- drawing -----------------------------------------------------------------------------------------------------

    def draw(self, y: float, w: float) -> float:
        drawing = self.drawing
        drawing.text(_MARGIN, y + 18, self.panel.title, 14, bold=True, fill=MUTED)
        drawing.line(_MARGIN, y + 27, w - _MARGIN, y + 27, stroke=FAINT)
        self.top = y + 48
        column, tops = self.layout.column, self.layout.top
        self.boxes = {
            name: Box(self._edge(column[name]), self.top + tops[name], _CARD, self._height(name)) for name in self.names
        }
        bottom = max(box.bottom for box in self.boxes.values())
        ports = self._ports()
        straight = [place for place in range(len(self.streams)) if place not in self.turned]
        middles: list[tuple[float, float]] = []
        depth = bottom
        for place, loop in self.loops.items():
            r = loop.breadth / 2 + 6
            apart = 14 if loop.breadth >= 16 else 20
            under = max(depth + apart + loop.breadth / 2, *(each + 2 * r for each in ports[place]))
            self._stream(self.streams[place], self._around(self.streams[place], loop, ports[place], under, r))
            flow = self.streams[place].flow
            middles.append(((self.boxes[flow.source].right + self.boxes[flow.target].x) / 2, under))
            depth = under + loop.breadth / 2 + (0 if loop.breadth >= 16 else 14)
        for place, stream in enumerate(self.streams):
            if place not in self.turned:
                self._stream(stream, self._through(stream, ports[place], self.layout.passes[straight.index(place)]))
        for name in self.names:
            self._card(name)
        for place, stream in enumerate(self.streams):
            if place not in self.turned:
                self._label(stream, self.boxes[stream.flow.source].right + 12, ports[place][0], "start")
        for place, (x, at) in zip(self.loops, middles, strict=True):
            self._label(self.streams[place], x, at, "middle")
        return depth + 20

    def _loops(self) -> dict[int, _Loop]:
        """The streams that lead back, the shortest first: each runs outside those before it."""
        column = self.layout.column
        rows = []
        for place in self.turned:
            flow = self.streams[place].flow
            rows.append((column[flow.source] - column[flow.target], place, column[flow.source], column[flow.target]))
        found: dict[int, _Loop] = {}
        for _, place, start, end in sorted(rows):
            breadth = self.breadth(self.streams[place])
            out = max([8.0, *(loop.out + loop.breadth / 2 + 6 for loop in found.values() if loop.start == start)])
            back = max([8.0, *(loop.back + loop.breadth / 2 + 6 for loop in found.values() if loop.end == end)])
            found[place] = _Loop(start, end, breadth, out + breadth / 2, back + breadth / 2)
        return found

    def _edge(self, column: int) -> float:
        """The left edge of the cards of a column."""
        return self.left + column * (_CARD + _ALLEY)

    def _ports(self) -> list[tuple[float, float]]:
        """The heights at which each stream leaves its source and enters its target, thickest room for each."""
        found = [[0.0, 0.0] for _ in self.streams]
        for name in self.names:
            box = self.boxes[name]
            for end in (0, 1):
                here = [
                    place
                    for place, stream in enumerate(self.streams)
                    if (stream.flow.source, stream.flow.target)[end] == name
                ]
                here = [place for _, place in sorted((self._other(place, end), place) for place in here)]
                rooms = [max(self.breadth(self.streams[place]) + 6, _PORT) for place in here]
                y = box.cy - sum(rooms) / 2
                for place, room in zip(here, rooms, strict=True):
                    found[place][end] = y + room / 2
                    y += room
        return [(one, other) for one, other in found]

    def _other(self, place: int, end: int) -> float:
        """Where a stream comes from or goes to, for the order of the ports; what leads back goes lowest, inner last."""
        flow = self.streams[place].flow
        if place in self.turned:
            return 1e6 - list(self.loops).index(place)
        return self.boxes[flow.target if end == 0 else flow.source].cy

    def _through(self, stream: Stream, port: tuple[float, float], passes: Sequence[tuple[int, float]]) -> str:
        source, target = self.boxes[stream.flow.source], self.boxes[stream.flow.target]
        x, y = source.right, port[0]
        d = f"M{number(x)} {number(y)}"
        stops = [(self._edge(column), self.top + middle) for column, middle in passes]
        for left, middle in [*stops, (target.x, port[1])]:
            half = (left - x) / 2
            d += "C" + " ".join(number(each) for each in (x + half, y, left - half, middle, left, middle))
            x, y = left, middle
            if (left, middle) != (target.x, port[1]):
                x += _CARD
                d += f"L{number(x)} {number(y)}"
        return d

    def _around(self, stream: Stream, loop: _Loop, port: tuple[float, float], under: float, r: float) -> str:
        """Out to the right, down, beneath everything, and up again to the target."""
        source, target = self.boxes[stream.flow.source], self.boxes[stream.flow.target]
        out, back = source.right + loop.out, target.x - loop.back
        y1, y2 = port
        ways = (
            ("M", source.right, y1), ("L", out - r, y1), ("Q", out, y1, out, y1 + r), ("L", out, under - r),
            ("Q", out, under, out - r, under), ("L", back + r, under), ("Q", back, under, back, under - r),
            ("L", back, y2 + r), ("Q", back, y2, back + r, y2), ("L", target.x, y2),
        )  # fmt: skip
        return "".join(way[0] + " ".join(number(float(each)) for each in way[1:]) for way in ways)

    def _tint(self, name: str) -> tuple[str, str]:
        node = self.places.nodes.get(name)
        circle = str(node.circle) if node is not None else "outside"
        return circle, CIRCLES[circle].edge

    def _stream(self, stream: Stream, d: str) -> None:
        drawing, flow = self.drawing, stream.flow
        circle, colour = self._tint(flow.source)
        paint, opacity = colour, "0.55"
        if flow.in_kind:
            paint, opacity = f"url(#{self._hatch(circle, colour)})", "1"
        label = self.places.charter.label
        said = f"{label(flow.source)} to {label(flow.target)}: {stream.said}"
        drawing.open(id=drawing.id(f"stream {flow.id}"), title=", ".join(filter(None, (said, stream.yearly))))
        drawing.path(d, fill="none", stroke=paint, stroke_width=number(self.breadth(stream)), stroke_opacity=opacity)
        drawing.close()

    def _hatch(self, circle: str, colour: str) -> str:
        """The id of a pattern of slanting lines; made when first needed."""
        name = f"{self.drawing.prefix}-hatch-{circle}"
        self.drawing.define_once(
            name,
            f'<pattern id="{name}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            f'<rect width="7" height="7" fill="{colour}" fill-opacity="0.22"/>'
            f'<rect width="2.6" height="7" fill="{colour}"/></pattern>',
        )
        return name

    def _card(self, name: Name) -> None:
        box, drawing = self.boxes[name], self.drawing
        _, colour = self._tint(str(name))
        language = (self.places.charter.header.languages or ("en",))[0]
        coming, going = self._sums(name)
        title = wrapped(self.places.charter.label(str(name)), 13, _CARD - 22, 2, bold=True)
        notes = [
            f"{word} {numbers.short(value, language)}" for word, value in (("in", coming), ("out", going)) if value
        ]
        drawing.open(id=drawing.id(str(name)), title=f"{self.places.charter.label(str(name))}: {', '.join(notes)}")
        drawing.rect(box, radius=7.0, fill=PAPER, stroke=colour, stroke_width="1.4")
        for x, any_ in ((box.x, coming), (box.right - 5, going)):
            if any_:
                drawing.rect(Box(x, box.y + 5, 5, box.h - 10), radius=2.0, fill=colour)
        tall = len(title) * 13 * LINE + 12
        y = box.cy - tall / 2 + 11
        y = drawing.lines(box.cx, y, title, 13, bold=True, anchor="middle")
        drawing.text(box.cx, y - 1, fitted(", ".join(notes), 11, _CARD - 18), 11, anchor="middle", fill=MUTED)
        drawing.close()

    def _label(self, stream: Stream, x: float, y: float, anchor: str) -> None:
        """What a stream is: where it leaves its source, or in the middle of its way back."""
        drawing = self.drawing
        words = [word for word in (fitted(stream.said, _LABEL, _ALLEY - 40), stream.yearly) if word]
        breadth = self.breadth(stream)
        first = y - len(words) * 6.5 + 10
        heights = [first + 13 * place for place in range(len(words))]
        if breadth < 16:  # a thin stream runs between its words
            heights = [y - breadth / 2 - 4, y + breadth / 2 + 11][: len(words)]
        for at, word, ink in zip(heights, words, (INK, MUTED), strict=False):
            wide = width(word, _LABEL)
            left = x - 4 if anchor == "start" else x - wide / 2 - 4
            drawing.rect(Box(left, at - 10, wide + 8, 13), radius=5.0, fill=PAPER, fill_opacity="0.82")
            drawing.text(x, at, word, _LABEL, anchor=anchor, fill=ink)


def _circles(shown: Sequence[Panel], places: Places) -> set[str]:
    """The circles from which streams come."""
    sources = {stream.flow.source for panel in shown for stream in panel.streams}
    return {str(places.nodes[name].circle) if name in places.nodes else "outside" for name in sources}


def _any_in_kind(shown: Sequence[Panel]) -> bool:
    return any(stream.flow.in_kind for panel in shown for stream in panel.streams)


def _legend(drawing: Drawing, y: float, w: float, circles: set[str], *, in_kind: bool) -> float:
    drawing.line(_MARGIN, y - 10, w - _MARGIN, y - 10, stroke=FAINT)
    said = "The breadth of a stream is its value; its colour is the circle it comes from."
    for line in wrapped(said, 12, w - 2 * _MARGIN):
        drawing.text(_MARGIN, y + 10, line, 12, fill=MUTED)
        y += 17
    x = _MARGIN
    rows = (("commons", "commons"), ("association", "associations"), ("firm", "firms"), ("outside", "others"))
    for circle, word in rows:
        if circle in circles:
            drawing.rect(Box(x, y + 2, 26, 10), radius=2.0, fill=CIRCLES[circle].edge, fill_opacity="0.55")
            drawing.text(x + 33, y + 11, word, 12)
            x += 33 + width(word, 12) + 22
    if in_kind:
        name = f"{drawing.prefix}-hatch-key"
        drawing.define_once(
            name,
            f'<pattern id="{name}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            f'<rect width="7" height="7" fill="#566072" fill-opacity="0.18"/>'
            f'<rect width="2.6" height="7" fill="#566072"/></pattern>',
        )
        drawing.rect(Box(x, y + 2, 26, 10), radius=2.0, fill=f"url(#{name})")
        drawing.text(x + 33, y + 11, "in kind", 12)
    return y + 18


def describe(charter: Charter, shown: Sequence[Panel]) -> str:
    """The picture in sentences."""
    parts = list(_sentences(charter, shown))
    return " ".join(parts) or "The charter states no flow of value."


def _sentences(charter: Charter, shown: Sequence[Panel]) -> Iterator[str]:
    for panel in shown:
        for stream in panel.streams:
            a_year = f", which is {stream.yearly}" if stream.yearly else ""
            yield (
                f"{charter.label(stream.flow.source)} gives {charter.label(stream.flow.target)} {stream.said}{a_year}."
            )
