"""Points by where they lie, so that what is near one is found without looking at all."""

from __future__ import annotations

from collections.abc import Iterable

from charterlang.pictures.svg import Box

_CELL = 32.0


class Crowd:
    """Points with a number each (of the line they belong to), gathered in square cells."""

    def __init__(self) -> None:
        """Begin with no point."""
        self._cells: dict[tuple[int, int], list[tuple[float, float, int]]] = {}

    def add(self, points: Iterable[tuple[float, float]], owner: int) -> None:
        """Add the points of a line."""
        for x, y in points:
            self._cells.setdefault((int(x // _CELL), int(y // _CELL)), []).append((x, y, owner))

    def within(self, box: Box, but: int) -> int:
        """How many points lie in a box, those of line `but` not counted."""
        left, right, top, bottom = box.x, box.right, box.y, box.bottom
        count = 0
        for column in range(int(left // _CELL), int(right // _CELL) + 1):
            for row in range(int(top // _CELL), int(bottom // _CELL) + 1):
                for x, y, owner in self._cells.get((column, row), ()):
                    count += left < x < right and top < y < bottom and owner != but
        return count

    def nearness(self, x: float, y: float, reach: float) -> float:
        """By how much the nearest point, across plus down, is nearer than `reach` (at most a cell); 0 if none is."""
        column, row = int(x // _CELL), int(y // _CELL)
        least = reach
        for beside in (column - 1, column, column + 1):
            for above in (row - 1, row, row + 1):
                for p, q, _ in self._cells.get((beside, above), ()):
                    away = abs(x - p) + abs(y - q)
                    least = min(least, away)
        return reach - least
