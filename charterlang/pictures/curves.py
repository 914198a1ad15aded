"""Curves between boxes: sampling, cutting, and the marks at their ends."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, cos, hypot, pi, sin

from charterlang._records import record
from charterlang.pictures.svg import Box, number

Point = tuple[float, float]


@record
class Curve:
    """A quadratic Bézier curve by its start, control and end."""

    a: Point
    c: Point
    b: Point

    def at(self, t: float) -> Point:
        """The point at t, from 0 to 1."""
        s = 1 - t
        return (
            s * s * self.a[0] + 2 * s * t * self.c[0] + t * t * self.b[0],
            s * s * self.a[1] + 2 * s * t * self.c[1] + t * t * self.b[1],
        )

    def heading(self, t: float) -> float:
        """The direction at t, in radians."""
        dx = (1 - t) * (self.c[0] - self.a[0]) + t * (self.b[0] - self.c[0])
        dy = (1 - t) * (self.c[1] - self.a[1]) + t * (self.b[1] - self.c[1])
        return atan2(dy, dx)

    def cut(self, start: float, end: float) -> Curve:
        """The part of the curve from `start` to `end`."""
        a, b = self.at(start), self.at(end)
        s, t = 1 - start, start
        # the control point of the part: where both tangents meet, by de Casteljau
        u = end
        c = (
            s * (1 - u) * self.a[0] + (s * u + t * (1 - u)) * self.c[0] + t * u * self.b[0],
            s * (1 - u) * self.a[1] + (s * u + t * (1 - u)) * self.c[1] + t * u * self.b[1],
        )
        return Curve(a, c, b)

    def points(self, count: int) -> list[Point]:
        """So many points along the curve, both ends among them."""
        return [self.at(step / (count - 1)) for step in range(count)]

    @property
    def d(self) -> str:
        """The curve as path data."""
        (ax, ay), (cx, cy), (bx, by) = self.a, self.c, self.b
        return f"M{number(ax)} {number(ay)}Q{number(cx)} {number(cy)} {number(bx)} {number(by)}"


def bent(a: Point, b: Point, bend: float) -> Curve:
    """A curve from a to b whose middle lies `bend` times their distance off the straight line."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    return Curve(a, ((a[0] + b[0]) / 2 - dy * bend * 2, (a[1] + b[1]) / 2 + dx * bend * 2), b)


def between(curve: Curve, source: Box, target: Box, gap_start: float, gap_end: float) -> Curve:
    """The part of a curve that lies outside its two boxes and as far from them as the marks need."""
    start, end = source.grown(gap_start), target.grown(gap_end)
    first = _leaving(curve, start, [n / 60 for n in range(61)])
    last = _leaving(curve, end, [1 - n / 60 for n in range(61)])
    return curve.cut(first, last) if first < last else curve


def _leaving(curve: Curve, box: Box, steps: Sequence[float]) -> float:
    """Where on the curve, walking along `steps`, it is out of the box for the first time."""
    inside = steps[0]
    for t in steps:
        if not box.holds(*curve.at(t)):
            outside = t
            break
        inside = t
    else:
        return steps[0]
    for _ in range(10):
        middle = (inside + outside) / 2
        if box.holds(*curve.at(middle)):
            inside = middle
        else:
            outside = middle
    return outside


def polygon(points: Sequence[Point]) -> str:
    """A closed path through points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def mark(kind: str, tip: Point, heading: float, size: float = 8.0) -> tuple[str, bool]:
    """The path data of an end mark that points along `heading`, its tip at a point; and whether it is filled."""
    x, y = tip

    def place(along: float, across: float) -> Point:
        return (
            x + along * cos(heading) - across * sin(heading),
            y + along * sin(heading) + across * cos(heading),
        )

    if kind in {"arrow", "hollow"}:
        wing = size * 0.55
        return polygon([place(0, 0), place(-size * 1.2, wing), place(-size * 1.2, -wing)]), kind == "arrow"
    if kind == "open":
        (ax, ay), (bx, by) = place(-size, size * 0.6), place(-size, -size * 0.6)
        return f"M{number(ax)} {number(ay)}L{number(x)} {number(y)}L{number(bx)} {number(by)}", False
    if kind == "bar":
        (ax, ay), (bx, by) = place(-1, size * 0.85), place(-1, -size * 0.85)
        return f"M{number(ax)} {number(ay)}L{number(bx)} {number(by)}", False
    if kind == "diamond":
        return polygon(
            [place(0, 0), place(-size * 0.7, size * 0.45), place(-size * 1.4, 0), place(-size * 0.7, -size * 0.45)]
        ), True
    middle = place(-size * 0.45, 0)
    r = number(size * 0.45)
    left, right = number(middle[0] - size * 0.45), number(size * 0.9)
    return f"M{left} {number(middle[1])}a{r} {r} 0 1 0 {right} 0a{r} {r} 0 1 0 -{right} 0Z", True


DEPTH = {"arrow": 9.0, "hollow": 9.5, "open": 1.0, "bar": 1.0, "diamond": 11.0, "dot": 7.0, "": 0.0}
"""How far each mark of the usual size reaches back from its tip; the line ends there."""


def distance(a: Point, b: Point) -> float:
    """How far two points are apart."""
    return hypot(a[0] - b[0], a[1] - b[1])


def turned(heading: float) -> float:
    """The opposite direction."""
    return heading + pi
