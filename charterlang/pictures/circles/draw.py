"""The picture of three circles, drawn."""

from __future__ import annotations

from collections.abc import Sequence

from charterlang.model.charter import Charter
from charterlang.pictures.circles.cards import NOTE_SIZE, Plan, Print
from charterlang.pictures.circles.head import draw_head, head
from charterlang.pictures.circles.parts import STYLES, Scene, Style
from charterlang.pictures.circles.places import ANGLES, plan
from charterlang.pictures.circles.routes import BADGE, LABEL_LINE, LABEL_SIZE, Route, routes, trimmed
from charterlang.pictures.circles.scene import scene
from charterlang.pictures.curves import DEPTH, Curve, mark, turned
from charterlang.pictures.metrics import ASCENT, width
from charterlang.pictures.palette import CIRCLES, FAINT, LEVELS, MUTED, PAPER, level_word
from charterlang.pictures.svg import Box, Drawing, level_key
from charterlang.powers.verdicts import Level, Verdicts

_NAMES = {
    "commons": ("COMMONS", "value is created for all"),
    "association": ("ASSOCIATIONS", "protect and empower"),
    "firm": ("ETHICAL FIRMS", "make a living around them"),
}
_EMPTY = {
    "commons": ("no commons", "is declared"),
    "association": ("no association", "protects it"),
    "firm": ("no firm lives", "around it"),
}
_MARGIN = 28.0
_LINE_INK = "#5d6778"


def three_circles(charter: Charter, verdicts: Verdicts | None = None) -> str:
    """The commons, associations and firms of a charter in their circles, with their ties, as one SVG picture.

    With `verdicts`, ties that protect a value are coloured by its level, which a badge states too.
    """
    return _Picture(scene(charter, verdicts)).svg()


class _Picture:
    """One picture on its way."""

    def __init__(self, shown: Scene) -> None:
        self.scene = shown
        self.drawing = Drawing("circles")
        self.plan = plan(shown)
        around = _around(self.plan)
        self.head = head(shown, self.plan, around)
        self.frame = Box(around.x, around.y - self.head.lift, around.w, around.h + self.head.lift)
        self.routes = routes(shown, self.plan, self.frame, (self.head.title_box, self.head.values_box))
        self.dx, self.dy = _MARGIN - self.frame.x, _MARGIN - self.frame.y

    def svg(self) -> str:
        self._circles()
        draw_head(self.drawing, self.head, self.dx, self.dy)
        for route in self.routes:
            self._route(route)
        for name, printed in self.plan.prints.items():
            self._card(printed, self._moved(self.plan.boxes[name]))
        for route in self.routes:
            self._label(route)
        bottom = self._legend(_MARGIN, _MARGIN + self.frame.h + 26, self.frame.w)
        w = self.frame.w + 2 * _MARGIN
        return self.drawing.finish(w, bottom + _MARGIN - 8, f"{self.scene.title}: three circles", describe(self.scene))

    def _moved(self, box: Box) -> Box:
        return Box(box.x + self.dx, box.y + self.dy, box.w, box.h)

    # --- circles and cards -------------------------------------------------------------------------------------------

    def _circles(self) -> None:
        drawing = self.drawing
        drawing.open(id=drawing.id("circles"))
        for name, circle in self.plan.circles.items():
            tint = CIRCLES[name]
            drawing.circle(
                circle.x + self.dx, circle.y + self.dy, circle.r, fill=tint.fill, fill_opacity="0.72",
                stroke=tint.edge, stroke_width="1.6",
            )  # fmt: skip
        for name in ANGLES:
            box = self._moved(self.plan.names[name])
            title, line = _NAMES[name]
            drawing.text(box.cx, box.y + 14, title, 16, bold=True, anchor="middle", fill=CIRCLES[name].words)
            drawing.text(box.cx, box.y + 32, line, 12, anchor="middle", fill=CIRCLES[name].words)
            if not any(card.circle == name for card in self.scene.cards):
                self._empty(name)
        drawing.close()

    def _empty(self, name: str) -> None:
        """Says that there is nothing in a circle: what is missing is part of the picture."""
        circle = self.plan.circles[name]
        x, y = circle.x * 1.62 + self.dx, circle.y * (1.5 if name == "commons" else 1.36) + self.dy
        for line in _EMPTY[name]:
            self.drawing.text(x, y, line, 14, anchor="middle", fill=CIRCLES[name].words)
            y += 18

    def _card(self, printed: Print, box: Box) -> None:
        card, drawing = printed.card, self.drawing
        tint = CIRCLES[card.circle]
        said = " — ".join(filter(None, (card.title, ", ".join(card.notes), card.said)))
        drawing.open(id=drawing.id(card.id), title=said)
        drawing.rect(
            box, radius=box.h / 2 if card.circle == "meeting" and box.h < 60 else 9.0, fill=PAPER, stroke=tint.edge,
            stroke_width="1.8" if not card.faint else "1.2", stroke_dasharray="4 3" if card.faint else None,
        )  # fmt: skip
        if card.circle != "outside":
            drawing.rect(Box(box.x + 14, box.y - 1.5, box.w - 28, 3), radius=1.5, fill=tint.edge)
        y = box.y + (box.h - printed.h) / 2 + 9 + printed.size * (ASCENT + 0.12)
        y = drawing.lines(box.cx, y, printed.title, printed.size, bold=True, anchor="middle")
        drawing.lines(box.cx, y - 1, printed.notes, NOTE_SIZE, anchor="middle", fill=MUTED)
        drawing.close()

    # --- lines -------------------------------------------------------------------------------------------------------

    def _route(self, route: Route) -> None:
        line, drawing = route.line, self.drawing
        curve = _shifted(trimmed(route), self.dx, self.dy)
        whole = _shifted(route.curve, self.dx, self.dy)
        colour, thick = _look(line.style, line.level)
        titles = {card.id: card.title for card in self.scene.cards}
        drawing.open(id=drawing.id(f"{line.source}-{line.target}"), title="; ".join(line.said))
        drawing.path(curve.d, fill="none", stroke=PAPER, stroke_width="5", stroke_opacity="0.75")
        drawing.path(
            curve.d, fill="none", stroke=colour, stroke_width=f"{thick:g}", stroke_dasharray=line.style.dash or None,
            stroke_linecap="round" if line.style.name == "value" else None,
        )  # fmt: skip
        self._mark(line.style.end, whole.b, whole.heading(1), colour)
        if line.both:
            self._mark(line.style.end, whole.a, turned(whole.heading(0)), colour)
        if line.guarded in titles:
            tip, heading = (
                (whole.b, whole.heading(1)) if line.guarded == line.target else (whole.a, turned(whole.heading(0)))
            )
            self._mark("bar", tip, heading, colour)
        drawing.close()

    def _mark(self, kind: str, tip: tuple[float, float], heading: float, colour: str) -> None:
        if not kind:
            return
        d, filled = mark(kind, tip, heading)
        fill = colour if filled else PAPER if kind == "hollow" else "none"
        width_ = "2.4" if kind == "bar" else "1.5"
        self.drawing.path(d, fill=fill, stroke=colour, stroke_width=width_, stroke_linejoin="round")

    def _label(self, route: Route) -> None:
        label, drawing = route.label, self.drawing
        if label is None:
            return
        box = self._moved(label.box)
        colour, _ = _look(route.line.style, route.line.level)
        if label.words:
            drawing.rect(box, radius=min(box.h / 2, 9.5), fill=PAPER, stroke=colour, stroke_width="0.9")
        left = box.x
        if label.badge:
            middle = box.x + BADGE + 1.5
            drawing.badge(middle, box.cy, route.line.level, BADGE)
            left = box.x + 2 * BADGE + 1
        x = (left + box.right) / 2
        y = box.cy - len(label.words) * LABEL_LINE / 2 + LABEL_SIZE * 0.96
        for word in label.words:
            drawing.text(x, y, word, LABEL_SIZE, anchor="middle")
            y += LABEL_LINE

    # --- the legend --------------------------------------------------------------------------------------------------

    def _legend(self, x: float, y: float, room: float) -> float:
        """What the lines and badges mean, in rows; the height at which it ends."""
        drawing = self.drawing
        drawing.line(x, y - 12, x + room, y - 12, stroke=FAINT, stroke_width="1")
        y += 8
        used = {line.style.name for line in self.scene.lines}
        styles = [style for style in STYLES.values() if style.name in used]
        guards = any(line.guarded for line in self.scene.lines) and "guards" not in used
        if guards:
            styles.append(STYLES["guards"])
        at = x
        for style in styles:
            need = 50 + width(style.meaning, 12.5) + 22
            if at + need > x + room and at > x:
                at, y = x, y + 22
            self._swatch(style, at, y)
            drawing.text(at + 50, y + 4, style.meaning, 12.5)
            at += need
        if any(line.style.levelled and line.level is not None for line in self.scene.lines) or self.scene.values:
            y += 30 if styles else 0
            lead = "How well a value or a tie stands:"
            drawing.text(x, y + 4, lead, 12.5, fill=MUTED)
            at = x + width(lead, 12.5) + 12
            need = 6 * 41 + sum(width(level.word, 12.5) for level in Level)
            if at + need > x + room:
                at, y = x, y + 24
            level_key(drawing, at, y, list(Level), 12.5)
        if self.scene.omitted:
            y += 24
            ties_ = "one lesser tie is" if self.scene.omitted == 1 else f"{self.scene.omitted} lesser ties are"
            drawing.text(x, y + 4, f"For clearness {ties_} left out.", 12.5, fill=MUTED)
        return y + 14

    def _swatch(self, style: Style, x: float, y: float) -> None:
        colour = LEVELS[Level.ENTRENCHED].fill if style.levelled else _LINE_INK
        _, thick = _look(style, None)
        curve = Curve((x, y), (x + 21, y), (x + 42 - DEPTH[style.end], y))
        self.drawing.path(
            curve.d, fill="none", stroke=colour, stroke_width=f"{thick:g}", stroke_dasharray=style.dash or None,
            stroke_linecap="round" if style.name == "value" else None,
        )  # fmt: skip
        self._mark(style.end, (x + 42, y), 0.0, colour)


def _around(plan: Plan) -> Box:
    """The box around circles and cards."""
    boxes = [Box(c.x - c.r, c.y - c.r, 2 * c.r, 2 * c.r) for c in plan.circles.values()]
    boxes += plan.boxes.values()
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left - 6, top, right - left + 12, bottom - top)


def _look(style: Style, level: Level | None) -> tuple[str, float]:
    """The colour and thickness of a line."""
    if not style.levelled:
        return _LINE_INK, 1.5
    thick = {"protects": 3.0, "binds": 2.4, "uses": 2.0}.get(style.name, 2.0)
    return (_LINE_INK if level is None else LEVELS[level].fill), thick


def _shifted(curve: Curve, dx: float, dy: float) -> Curve:
    (ax, ay), (cx, cy), (bx, by) = curve.a, curve.c, curve.b
    return Curve((ax + dx, ay + dy), (cx + dx, cy + dy), (bx + dx, by + dy))


def describe(shown: Scene) -> str:
    """The picture in sentences."""
    titles = {card.id: card.title for card in shown.cards}

    def names(circle: str) -> str:
        return _listed([card.title for card in shown.cards if card.circle == circle])

    parts = [
        f"{lead}: {found}."
        for lead, found in (
            ("Commons", names("commons")),
            ("Associations", names("association")),
            ("Firms", names("firm")),
            ("Where the circles meet", names("meeting")),
            ("Around them", names("outside")),
        )
        if found
    ]
    for value, _, subject, level in shown.values:
        parts.append(f"{value} of {subject} is {level_word(level)}.")
    for line in shown.lines:
        stands = f", {level_word(line.level)}" if line.style.levelled and line.level is not None else ""
        said = f" ({', '.join(line.words)})" if line.words else ""
        parts.append(f"{titles[line.source]} and {titles[line.target]}: {line.style.meaning}{stands}{said}.")
    return " ".join(parts) or "The charter declares nothing yet."


def _listed(found: Sequence[str]) -> str:
    return ", ".join(found)
