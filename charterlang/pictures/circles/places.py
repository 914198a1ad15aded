"""Where everything stands in the picture of three circles.

The circles stand like a clover leaf, commons on top, and grow until all cards fit: bodies and commons where their
circle meets no other, provisions in the middle. Outside parties stand in a column on either side, near their own.
Cards that could stand in each other's place are exchanged as long as that makes the lines shorter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import cos, radians, sin, sqrt

from charterlang.pictures.circles.cards import Circle, Plan, Print, detail, printed
from charterlang.pictures.circles.exchange import exchanged
from charterlang.pictures.circles.parts import Scene
from charterlang.pictures.metrics import width
from charterlang.pictures.svg import Box

ANGLES = {"commons": -90.0, "association": 150.0, "firm": 30.0}
"""The direction in which each circle lies from the middle."""

_SPREADS = (0.62, 0.66, 0.7)
"""How far each circle may stand from the middle, as a part of its radius: the first with room for all is taken."""


def plan(scene: Scene) -> Plan:
    """Every card in its place, around the point (0, 0) where the circles meet."""
    how = detail(scene)
    prints = {card.id: printed(card, how) for card in scene.cards}
    names = {circle: width(_name(circle), 16, bold=True) for circle in ANGLES}
    circles, boxes = _grown(prints, how, len(scene.lines))
    outside = [each for each in prints.values() if each.card.circle == "outside"]
    slots = _columns(circles, outside, how)
    boxes.update(_first(outside, slots))
    boxes = _restacked(circles, prints, boxes, exchanged(scene, prints, boxes, slots), _GAPS[how])
    return Plan(circles, prints, boxes, _name_boxes(circles, names))


def _grown(prints: Mapping[str, Print], how: int, lines: int) -> tuple[dict[str, Circle], dict[str, Box]]:
    """The smallest circles that hold all cards, and the cards in them."""
    r = (244.0, 230.0, 220.0)[how] + min(4.0 * max(lines - 12, 0), 60.0)
    while True:
        for spread in _SPREADS:
            circles = {
                name: Circle(spread * r * cos(radians(angle)), spread * r * sin(radians(angle)), r)
                for name, angle in ANGLES.items()
            }
            boxes = _inside(circles, prints, _GAPS[how])
            if boxes is not None:
                return circles, boxes
        r *= 1.04


def _name(circle: str) -> str:
    return {"commons": "COMMONS", "association": "ASSOCIATIONS", "firm": "ETHICAL FIRMS"}[circle]


def _name_boxes(circles: Mapping[str, Circle], widths: Mapping[str, float]) -> dict[str, Box]:
    """The names stand at the far end of each circle: on top of the upper one, at the foot of the lower ones."""
    found = {}
    for name, circle in circles.items():
        wide = max(widths[name], 160.0)
        top = circle.y - circle.r + 18 if name == "commons" else circle.y + circle.r - 56
        found[name] = Box(circle.x - wide / 2, top, wide, 36)
    return found


# --- inside the circles ----------------------------------------------------------------------------------------------


_GAPS = ((62.0, 50.0, 40.0), (44.0, 32.0, 22.0), (30.0, 20.0, 14.0))
"""How far rows of cards stand apart at each degree of detail: the first that fits."""


def _inside(circles: Mapping[str, Circle], prints: Mapping[str, Print], gaps: Sequence[float]) -> dict[str, Box] | None:
    """A place for each card within its part of the circles; None if they are too small."""
    boxes: dict[str, Box] = {}
    for name in (*ANGLES, "meeting"):
        cards = [each for each in prints.values() if each.card.circle == name]
        if not cards:
            continue
        stack = _stack(circles, name, cards, gaps)
        if stack is not None:
            boxes.update(stack)
            continue
        w, h = max(each.w for each in cards), max(each.h for each in cards)
        for gap in gaps:
            slots = _slots(circles, name, len(cards), w, h, gap)
            if slots is not None:
                break
        else:
            return None
        for each, (x, y) in zip(cards, slots, strict=True):
            boxes[each.card.id] = Box(x - each.w / 2, y - each.h / 2, each.w, each.h)
    return boxes


def _stack(
    circles: Mapping[str, Circle], name: str, cards: Sequence[Print], gaps: Sequence[float]
) -> dict[str, Box] | None:
    """Cards of a lower circle one above the other, each with its own height; None if that leaves no room.

    The upper ones lean outwards, the lower ones inwards, so that each looks to the middle past the others.
    """
    own = circles[name] if name in ANGLES else None
    if own is None or name == "commons" or len(cards) > 6:
        return None
    others = [circle for other, circle in circles.items() if other != name]
    lean = 1 if own.x > 0 else -1
    for gap in gaps:
        tall = sum(each.h for each in cards) + gap * (len(cards) - 1)
        for shift in _shifts(own.r):
            y = own.y * 1.36 - tall / 2 + shift
            if y + tall > own.y + own.r - 62:
                continue
            found: dict[str, Box] = {}
            for place, each in enumerate(cards):
                band = _band([own], others, y, each.h)
                if band is None or band[1] - band[0] < each.w:
                    break
                side = 1 - 2 * place / (len(cards) - 1) if len(cards) > 1 else 0.0
                free = (band[1] - band[0] - each.w) / 2
                middle = (band[0] + band[1]) / 2 + lean * side * free * 0.8
                found[each.card.id] = Box(middle - each.w / 2, y, each.w, each.h)
                y += each.h + gap
            if len(found) == len(cards):
                return found
    return None


def _restacked(
    circles: Mapping[str, Circle], prints: Mapping[str, Print], first: Mapping[str, Box], boxes: dict[str, Box],
    gaps: Sequence[float],
) -> dict[str, Box]:  # fmt: skip
    """Stacks whose cards have changed places, stacked again with the height of each; as at first where that fails."""
    for name in ("association", "firm"):
        cards = [each for each in prints.values() if each.card.circle == name]
        if _stack(circles, name, cards, gaps) is None:
            continue
        cards.sort(key=lambda each: boxes[each.card.id].cy)
        again = _stack(circles, name, cards, gaps)
        boxes.update(again if again is not None else {each.card.id: first[each.card.id] for each in cards})
    return boxes


def _slots(
    circles: Mapping[str, Circle], name: str, count: int, w: float, h: float, gap: float
) -> list[tuple[float, float]] | None:
    """The middles of `count` places of w by h in rows, as near as can be to the heart of a part of the circles."""
    r = next(iter(circles.values())).r
    if name == "meeting":
        inside, others, heart = list(circles.values()), [], (0.0, 0.0)
        low, high = -r, r
    else:
        own = circles[name]
        inside, others = [own], [circle for other, circle in circles.items() if other != name]
        heart = (own.x * 1.62, own.y * 1.5 if name == "commons" else own.y * 1.36)
        low, high = (own.y - r + 58, r) if name == "commons" else (-r, own.y + r - 60)
    for rows in range(1, count + 1):
        tall = rows * h + (rows - 1) * gap
        for shift in _shifts(r):
            top = heart[1] - tall / 2 + shift
            if top < low or top + tall > high:
                continue
            bands = [_band(inside, others, top + row * (h + gap), h) for row in range(rows)]
            if any(band is None for band in bands):
                continue
            spans = [band for band in bands if band is not None]
            rooms = [int((right - left + gap) // (w + gap)) for left, right in spans]
            if min(rooms) < 1 or sum(rooms) < count:
                continue
            return list(_rows(spans, rooms, count, w, h, gap, top, heart[0]))
    return None


def _shifts(r: float) -> Iterator[float]:
    yield 0.0
    for step in range(8, int(r), 8):
        yield float(step)
        yield float(-step)


def _band(inside: Sequence[Circle], others: Sequence[Circle], y: float, h: float) -> tuple[float, float] | None:
    """From where to where a row from y to y + h may reach: within some circles, clear of others."""
    pad = 11.0
    left, right = -1e9, 1e9
    for circle in inside:
        away = max(abs(y - circle.y), abs(y + h - circle.y))
        r = circle.r - pad
        if away >= r:
            return None
        half = sqrt(r * r - away * away)
        left, right = max(left, circle.x - half), min(right, circle.x + half)
    free = [(left, right)]
    for circle in others:
        near = 0.0 if y <= circle.y <= y + h else min(abs(y - circle.y), abs(y + h - circle.y))
        r = circle.r + pad
        if near < r:
            half = sqrt(r * r - near * near)
            free = [
                part
                for low, high in free
                for part in ((low, min(high, circle.x - half)), (max(low, circle.x + half), high))
                if part[1] > part[0]
            ]
    return max(free, key=lambda part: part[1] - part[0], default=None)


def _rows(
    spans: Sequence[tuple[float, float]], rooms: Sequence[int], count: int, w: float, h: float, gap: float, top: float,
    heart: float,
) -> Iterator[tuple[float, float]]:  # fmt: skip
    """The middles of the places, row by row; fuller rows where there is more room."""
    filled = [0] * len(spans)
    for _ in range(count):
        row = min(range(len(spans)), key=lambda row: (filled[row] >= rooms[row], filled[row] / rooms[row], row))
        filled[row] += 1
    for row, ((left, right), number) in enumerate(zip(spans, filled, strict=True)):
        if not number:
            continue
        between = min(gap * 1.4, (right - left - number * w) / max(number, 1)) if number > 1 else 0.0
        wide = number * w + (number - 1) * between
        middle = min(max(heart, left + wide / 2), right - wide / 2)
        for place in range(number):
            yield middle - wide / 2 + w / 2 + place * (w + between), top + row * (h + gap) + h / 2


# --- outside ---------------------------------------------------------------------------------------------------------


def _columns(circles: Mapping[str, Circle], outside: Sequence[Print], how: int) -> list[tuple[float, float]]:
    """The middles of the places beside the circles: left and right in turn, from the middle up and down."""
    if not outside:
        return []
    lower = circles["firm"]
    w, h = max(each.w for each in outside), max(each.h for each in outside)
    x = lower.x + lower.r + (76, 46, 36)[how] + w / 2
    pitch = h + (26, 16, 12)[how]
    top, bottom = circles["commons"].y - 0.1 * lower.r, lower.y + lower.r - h / 2
    each_side = max(3, (len(outside) + 1) // 2 + 1)
    height = max(bottom - top, (each_side - 1) * pitch)
    number = int(height // pitch) + 1
    middle = (top + bottom) / 2
    heights = [middle + (row - (number - 1) / 2) * (height / max(number - 1, 1)) for row in range(number)]
    return [(side * x, y) for y in heights for side in (-1, 1)]


def _first(outside: Sequence[Print], slots: Sequence[tuple[float, float]]) -> dict[str, Box]:
    found = {}
    for each, (x, y) in zip(outside, slots, strict=False):
        found[each.card.id] = Box(x - each.w / 2, y - each.h / 2, each.w, each.h)
    return found
