"""The head of the picture: its title on the left, the values and how well they stand on the right."""

from __future__ import annotations

from collections.abc import Mapping
from math import hypot

from charterlang._records import record
from charterlang.pictures.circles.cards import Circle, Plan
from charterlang.pictures.circles.parts import Scene
from charterlang.pictures.metrics import LINE, fitted, width, wrapped
from charterlang.pictures.palette import MUTED, SHADE, level_word
from charterlang.pictures.svg import Box, Drawing
from charterlang.powers.verdicts import Level

_TITLE = 28.0
_VALUE = 14.0
_SMALL = 12.0
_MOST = 6


@record
class Row:
    """One value: its name, its level and the sentence the community stands by, in lines."""

    value: str
    level: Level | None
    sentence: tuple[str, ...] = ()


@record
class Head:
    """Title and values in their boxes, clear of the circles; `lift` is how far they rise above them."""

    title: tuple[str, ...]
    subtitle: str
    title_box: Box
    rows: tuple[Row, ...]
    values_box: Box
    lift: float


def head(scene: Scene, plan: Plan, around: Box) -> Head:
    """The head of a picture that fills `around`: with the sentences of the values if there is room for them."""
    full = _head(scene, plan, around, with_sentences=True)
    if full.lift <= 40 and len(full.rows) <= 4:
        return full
    return _head(scene, plan, around, with_sentences=False)


def _head(scene: Scene, plan: Plan, around: Box, *, with_sentences: bool) -> Head:
    title = wrapped(scene.title, _TITLE, max(around.w * 0.42, 240.0), 2, bold=True)
    subtitle = fitted(scene.subtitle, 13.0, max(around.w * 0.42, 240.0))
    wide = max([width(line, _TITLE, bold=True) for line in title] + [width(subtitle, 13.0)])
    tall = len(title) * _TITLE * LINE + 20
    rows = _rows(scene, 236.0 if with_sentences else 0.0)
    right = max((_row_width(row) for row in rows), default=0.0)
    down = sum(_row_height(row) for row in rows) + 34 if rows else 0.0
    lift = 0.0
    while True:
        title_box = Box(around.x, around.y - lift, wide, tall)
        values_box = Box(around.right - right, around.y - lift, right, down)
        if _clear(title_box, plan) and _clear(values_box, plan) and not (rows and title_box.meets(values_box, 16)):
            return Head(title, subtitle, title_box, rows, values_box, lift)
        lift += 6


def _clear(box: Box, plan: Plan) -> bool:
    circles: Mapping[str, Circle] = plan.circles
    for circle in circles.values():
        dx = max(box.x - circle.x, 0.0, circle.x - box.right)
        dy = max(box.y - circle.y, 0.0, circle.y - box.bottom)
        if hypot(dx, dy) < circle.r + 12:
            return False
    return not any(box.meets(other, 12) for other in plan.boxes.values())


def _rows(scene: Scene, room: float) -> tuple[Row, ...]:
    """Each value once, with its weakest level; the weakest six where there are more."""
    weakest: dict[str, Level | None] = {}
    sentences: dict[str, str] = {}
    for value, sentence, _, level in scene.values:
        known = weakest.get(value, level)
        weakest[value] = level if known is None else known if level is None else min(known, level)
        sentences[value] = sentence
    rows = [
        Row(
            fitted(value, _VALUE, 150, bold=True),
            level,
            wrapped(sentences[value], _SMALL, room, 3) if room and sentences[value] else (),
        )
        for value, level in weakest.items()
    ]
    if len(rows) > _MOST:
        rows.sort(key=lambda row: 9 if row.level is None else int(row.level))
    return tuple(rows[:_MOST])


def _row_width(row: Row) -> float:
    own = width(row.value, _VALUE, bold=True) + 8 + width(level_word(row.level), 13.0)
    return max([own, *(width(line, _SMALL) for line in row.sentence), 170.0]) + 54


def _row_height(row: Row) -> float:
    return 25 + (len(row.sentence) * _SMALL * LINE + 6 if row.sentence else 0.0)


def draw_head(drawing: Drawing, head: Head, dx: float, dy: float) -> None:
    """Draws the head, moved by (dx, dy)."""
    x, y = head.title_box.x + dx, head.title_box.y + dy + 24
    for line in head.title:
        drawing.text(x, y, line, _TITLE, bold=True)
        y += _TITLE * LINE
    drawing.text(x, y - 8, head.subtitle, 13.0, fill=MUTED)
    if not head.rows:
        return
    box = Box(head.values_box.x + dx, head.values_box.y + dy, head.values_box.w, head.values_box.h)
    drawing.rect(box, radius=10.0, fill=SHADE)
    drawing.text(box.x + 14, box.y + 22, "How well its values stand", _SMALL, fill=MUTED)
    y = box.y + 45
    for row in head.rows:
        drawing.badge(box.x + 23, y, row.level)
        drawing.text(box.x + 40, y + 5, row.value, _VALUE, bold=True)
        after = box.x + 48 + width(row.value, _VALUE, bold=True)
        drawing.text(after, y + 5, level_word(row.level), 13.0, fill=MUTED)
        drawing.lines(box.x + 40, y + 22, row.sentence, _SMALL, fill=MUTED)
        y += _row_height(row)
