"""How the lines run: gentle arcs that pass by the cards they do not belong to, and words where there is room for them.

Each line may bend to either side by several degrees; the one is taken that meets the fewest cards, names and other
lines. Then each line gets a label: its level and as many of its words as find a free place on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from math import cos, sin

from charterlang._records import record
from charterlang.pictures.circles.cards import Plan, detail
from charterlang.pictures.circles.parts import Line, Scene
from charterlang.pictures.crowd import Crowd
from charterlang.pictures.curves import DEPTH, Curve, Point, bent, between, distance
from charterlang.pictures.metrics import wrapped
from charterlang.pictures.svg import Box, width

_BENDS = (0.0, 0.03, -0.03, 0.06, -0.06, 0.13, -0.13, 0.2, -0.2, 0.28, -0.28, 0.37, -0.37, 0.46, -0.46)
_GAP = 5.0
"""The free space between a card and the mark of a line."""

LABEL_SIZE = 11.5
LABEL_LINE = 13.5
BADGE = 8.5


@record
class Label:
    """What is written on a line: a badge if it bears a level, and words; `box` is what it fills."""

    box: Box
    words: tuple[str, ...]
    badge: bool


@record
class Route:
    """A line and its way; the label is None where there is nothing to say or no room to say it."""

    line: Line
    curve: Curve
    label: Label | None = None


def routes(scene: Scene, plan: Plan, frame: Box, reserved: Sequence[Box]) -> list[Route]:
    """All lines with their ways and labels, in the order of the scene, within `frame` and clear of `reserved`."""
    order = sorted(range(len(scene.lines)), key=lambda place: (not scene.lines[place].style.levelled, place))
    done: dict[int, Curve] = {}
    crowd = Crowd()
    for place in order:
        done[place] = _way(scene.lines[place], plan, crowd, frame, reserved)
        crowd.add(done[place].points(40), place)
    labels = _labels(scene, plan, [done[place] for place in range(len(scene.lines))], crowd, frame, reserved)
    return [Route(line, done[place], labels.get(place)) for place, line in enumerate(scene.lines)]


def _way(line: Line, plan: Plan, crowd: Crowd, frame: Box, reserved: Sequence[Box]) -> Curve:
    source, target = plan.boxes[line.source], plan.boxes[line.target]
    strange = [box for name, box in plan.boxes.items() if name not in {line.source, line.target}]
    a, b = (source.cx, source.cy), (target.cx, target.cy)
    gaps = _gaps(line)
    best, least = None, 0.0
    for bend in _BENDS:
        curve = between(bent(a, b, bend), source, target, *gaps)
        points = curve.points(28)
        reach = _around(points)
        cost = abs(bend) * 130 + 0.25 * sum(distance(p, q) for p, q in pairwise(points))
        for box in strange:
            if box.meets(reach, 7):
                cost += 260 * sum(box.holds(x, y, 7) for x, y in points)
        cost += 160 * sum(not frame.holds(x, y, 6) for x, y in points)
        for box in (*plan.names.values(), *reserved):
            cost += 200 * sum(box.holds(x, y, 2) for x, y in points)
        cost += sum(crowd.nearness(x, y, 16.0) for x, y in points)
        if best is None or round(cost, 3) < least:
            best, least = curve, round(cost, 3)
    assert best is not None
    return best


def _around(points: Sequence[Point]) -> Box:
    """The box around points."""
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return Box(left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top)


def _gaps(line: Line) -> tuple[float, float]:
    return _GAP if line.both else 3.0, _GAP if line.style.end else 3.0


# --- labels ----------------------------------------------------------------------------------------------------------


def _labels(
    scene: Scene, plan: Plan, curves: Sequence[Curve], crowd: Crowd, frame: Box, reserved: Sequence[Box]
) -> dict[int, Label]:
    """A label for each line that finds room for one; lines with a level choose first, and always show it."""
    most = (3, 1, 0)[detail(scene)]
    many = len(scene.lines)
    most = min(most, 3 if many <= 14 else 2 if many <= 22 else 1 if many <= 34 else 0)
    taken: list[Box] = [*plan.boxes.values(), *plan.names.values(), *reserved, *_walls(frame)]
    found: dict[int, Label] = {}
    order = sorted(
        range(many), key=lambda place: (scene.lines[place].level is None, -len(scene.lines[place].words), place)
    )
    for place in order:
        line = scene.lines[place]
        badge = line.style.levelled and line.level is not None
        best = _best(curves[place], line, badge, most, taken, partial(crowd.within, but=place))
        if best is not None:
            found[place] = best
            taken.append(best.box)
    return found


def _walls(frame: Box) -> list[Box]:
    """What lies around the frame, as four boxes that no label may meet."""
    far = 4000.0
    return [
        Box(frame.x - far, frame.y - far, far, frame.h + 2 * far),
        Box(frame.right, frame.y - far, far, frame.h + 2 * far),
        Box(frame.x - far, frame.y - far, frame.w + 2 * far, far),
        Box(frame.x - far, frame.bottom, frame.w + 2 * far, far),
    ]


def _best(
    curve: Curve, line: Line, badge: bool, most: int, taken: Sequence[Box], hides: Callable[[Box], int]
) -> Label | None:
    """The label with the most words in the place that hides the least."""
    best: Label | None = None
    least = 0.0
    for count, room in _variants(min(most, len(line.words))):
        if not count and not badge:
            continue
        words = tuple(word for phrase in line.words[:count] for word in wrapped(phrase, LABEL_SIZE, room, 2))
        for t, side in _spots():
            box = _beside(_box(curve.at(t), words, badge), curve.heading(t), side)
            blocked = sum(box.meets(other, 3) for other in taken)
            if blocked and (count or not badge):
                continue
            hidden = hides(box.grown(2))
            if (count or not badge) and (hidden > 3 or (not side and _shown(curve, box) < 15)):
                continue
            cost = 46.0 * (most - count) + 40 * abs(t - 0.5) + 1000 * blocked + 45 * abs(side) + 16 * hidden
            cost += 12.0 if room < _ROOM else 0.0
            if best is None or cost < least:
                best, least = Label(box, words, badge), cost
    return best


_ROOM, _TIGHT = 128.0, 84.0
"""How wide the words of a label may be, and how wide where there is less room."""


def _variants(most: int) -> Iterator[tuple[int, float]]:
    """How many phrases a label may have, and how wide."""
    for count in range(most, -1, -1):
        yield count, _ROOM
        if count:
            yield count, _TIGHT


def _spots() -> Iterator[tuple[float, int]]:
    """Where on a line a label may stand, from the middle outwards; on it, or on one side of it."""
    for side in (0, 1, -1):
        yield 0.5, side
        for step in range(1, 16):
            yield 0.5 + step * 0.024, side
            yield 0.5 - step * 0.024, side


def _beside(box: Box, heading: float, side: int) -> Box:
    """A box on a line that runs along `heading`, moved to one side so that it just leaves the line free."""
    if not side:
        return box
    across, down = -sin(heading) * side, cos(heading) * side
    away = abs(across) * box.w / 2 + abs(down) * box.h / 2 + 5
    return Box(box.x + across * away, box.y + down * away, box.w, box.h)


def _shown(curve: Curve, box: Box) -> float:
    """How much of a line a label leaves to see at that end where it leaves less."""
    points = curve.points(40)
    lengths = [distance(p, q) for p, q in pairwise(points)]
    hidden = [place for place, point in enumerate(points) if box.holds(*point)]
    if not hidden:
        return sum(lengths)
    return min(sum(lengths[: hidden[0]]), sum(lengths[hidden[-1] :]))


def _box(middle: Point, words: Sequence[str], badge: bool) -> Box:
    """The box of a label around a point."""
    wide = max((width(word, LABEL_SIZE) for word in words), default=0.0)
    tall = len(words) * LABEL_LINE
    w = (wide + 10 if words else 0.0) + (2 * BADGE + 3 if badge else 0.0)
    h = max(tall + 5, 2 * BADGE + 3 if badge else 0.0)
    return Box(middle[0] - w / 2, middle[1] - h / 2, w, h)


def trimmed(route: Route) -> Curve:
    """The drawn part of a route's curve: it ends where its marks begin."""
    curve = route.curve
    length = max(distance(curve.a, curve.b), 1.0)
    back = DEPTH[route.line.style.end] / length
    front = DEPTH[route.line.style.end] / length if route.line.both else 0.0
    return curve.cut(min(front, 0.4), max(1 - back, 0.6))
