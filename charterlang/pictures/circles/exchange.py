"""Cards change places as long as that makes lines shorter and fewer of them cross."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import hypot

from charterlang.pictures.circles.cards import Point, Print
from charterlang.pictures.circles.parts import Scene
from charterlang.pictures.svg import Box


def exchanged(
    scene: Scene, prints: Mapping[str, Print], boxes: Mapping[str, Box], slots: Sequence[tuple[float, float]]
) -> dict[str, Box]:
    """The same places, taken so that lines are short and cross little."""
    at = {name: (box.cx, box.cy) for name, box in boxes.items()}
    cost = _Cost(scene, prints, at)
    groups: dict[str, list[str]] = {}
    for name, each in prints.items():
        groups.setdefault(each.card.circle, []).append(name)
    for _ in range(6):
        better = False
        for circle, names in groups.items():
            taken = {at[name] for name in names}
            free = [slot for slot in slots if slot not in taken] if circle == "outside" else []
            for place, one in enumerate(names):
                for other in names[place + 1 :]:
                    before = cost((one, other))
                    at[one], at[other] = at[other], at[one]
                    if cost((one, other)) < before - 0.5:
                        better = True
                    else:
                        at[one], at[other] = at[other], at[one]
                for index, slot in enumerate(free):
                    before, home = cost((one,)), at[one]
                    at[one] = slot
                    if cost((one,)) < before - 0.5:
                        free[index] = home
                        better = True
                    else:
                        at[one] = home
        if not better:
            break
    return {
        name: Box(x - prints[name].w / 2, y - prints[name].h / 2, prints[name].w, prints[name].h)
        for name, (x, y) in at.items()
    }


class _Cost:
    """What the places of some cards cost: the length of lines, their crossings, the cards they run through."""

    def __init__(self, scene: Scene, prints: Mapping[str, Print], at: Mapping[str, Point]) -> None:
        self.at = at
        self.prints = prints
        self.edges = [(line.source, line.target) for line in scene.lines]
        self.touching: dict[str, list[int]] = {name: [] for name in at}
        for number, (source, target) in enumerate(self.edges):
            self.touching[source].append(number)
            self.touching[target].append(number)
        self.crossing = len(self.edges) <= 48
        self.through = len(self.edges) * len(at) <= 400

    def __call__(self, names: Sequence[str]) -> float:
        chosen = {number for name in names for number in self.touching[name]}
        looked = range(len(self.edges)) if self.through else sorted(chosen)
        total = 0.0
        for number in looked:
            a, b = self.edges[number]
            p, q = self.at[a], self.at[b]
            total += hypot(p[0] - q[0], p[1] - q[1])
            if self.crossing:
                others = range(number + 1, len(self.edges)) if self.through else range(len(self.edges))
                for other in others:
                    c, d = self.edges[other]
                    if (self.through or other not in chosen or other > number) and not {a, b} & {c, d}:
                        total += 70.0 * _cross(p, q, self.at[c], self.at[d])
            if self.through:
                total += 130.0 * sum(self._hits(p, q, name) for name in self.at if name not in {a, b})
        return round(total, 3)

    def _hits(self, p: Point, q: Point, name: str) -> bool:
        """Whether the straight line from p to q runs through a card."""
        (x, y), printed = self.at[name], self.prints[name]
        w, h = printed.w / 2 + 6, printed.h / 2 + 6
        if max(p[0], q[0]) < x - w or min(p[0], q[0]) > x + w or max(p[1], q[1]) < y - h or min(p[1], q[1]) > y + h:
            return False
        return any(
            abs(p[0] + (q[0] - p[0]) * t / 14 - x) < w and abs(p[1] + (q[1] - p[1]) * t / 14 - y) < h
            for t in range(1, 14)
        )


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the segments from a to b and from c to d cross."""

    def turn(p: Point, q: Point, s: Point) -> float:
        return (q[0] - p[0]) * (s[1] - p[1]) - (q[1] - p[1]) * (s[0] - p[0])

    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0
