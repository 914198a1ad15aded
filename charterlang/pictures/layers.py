"""Layered layout, left to right: who stands in which column, in which order, how high.

After K. Sugiyama, S. Tagawa and M. Toda, "Methods for visual understanding of hierarchical system structures" (1981):
columns by the longest way, long links through places held free in the columns they pass, order by the mean place of
neighbours, then heights that pull each item towards its neighbours without changing the order.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import field
from itertools import pairwise

from charterlang._records import record

Name = Hashable


@record
class Item:
    """Something to place: its name, how high it is, and the group whose members stay together in their column."""

    name: Name
    height: float
    group: str = ""


@record
class Layout:
    """Where everything stands: `column` of each item, `top` edges, and for each link the places it passes.

    `passes[i]` are (column, middle) of link i in the columns between its ends. `height` is that of the whole.
    """

    column: Mapping[Name, int]
    top: Mapping[Name, float]
    passes: Sequence[tuple[tuple[int, float], ...]] = field(default=())
    height: float = 0.0


def backward(names: Sequence[Name], links: Sequence[tuple[Name, Name]]) -> set[int]:
    """The links to turn round so that none leads back: those that close a circle, walking in the order of the names."""
    leaving: dict[Name, list[int]] = {name: [] for name in names}
    entering = dict.fromkeys(names, 0)
    for place, (a, b) in enumerate(links):
        leaving[a].append(place)
        if a != b:
            entering[b] += 1
    state: dict[Name, int] = {}
    back: set[int] = set()
    for start in sorted(names, key=lambda name: entering[name] > 0):
        if start in state:
            continue
        state[start] = 1
        stack = [(start, iter(leaving[start]))]
        while stack:
            name, rest = stack[-1]
            for place in rest:
                after = links[place][1]
                if state.get(after) == 1:
                    back.add(place)
                elif after not in state:
                    state[after] = 1
                    stack.append((after, iter(leaving[after])))
                    break
            else:
                state[name] = 2
                stack.pop()
    return back


def columns(
    names: Sequence[Name], links: Sequence[tuple[Name, Name]], fixed: Mapping[Name, int] | None = None
) -> dict[Name, int]:
    """The column of each: as far right as its longest way, those in `fixed` at least there; no link leads back."""
    entering = dict.fromkeys(names, 0)
    after: dict[Name, list[Name]] = {name: [] for name in names}
    for a, b in links:
        entering[b] += 1
        after[a].append(b)
    column = {name: (fixed or {}).get(name, 0) for name in names}
    ready = [name for name in names if not entering[name]]
    for name in ready:
        for later in after[name]:
            column[later] = max(column[later], column[name] + 1)
            entering[later] -= 1
            if not entering[later]:
                ready.append(later)
    return column


def arrange(
    items: Sequence[Item],
    links: Sequence[tuple[Name, Name]],
    column: Mapping[Name, int],
    *,
    gap: float,
    lanes: Sequence[float] = (),
    between: float = 0.0,
) -> Layout:
    """The order and height of all items, given their columns; every link leads to a column further right.

    Items of one column stand `gap` apart, and `between` more where another group begins. `lanes` are the heights that
    the links need in the columns they pass, 8 where none is given.
    """
    known = {item.name: item for item in items}
    last = max(column.values(), default=0)
    order: list[list[Name]] = [[] for _ in range(last + 1)]
    for item in items:
        order[column[item.name]].append(item.name)
    heights: dict[Name, float] = {item.name: item.height for item in items}
    near: dict[Name, list[Name]] = {item.name: [] for item in items}
    far: dict[Name, list[Name]] = {item.name: [] for item in items}
    ways: list[list[Name]] = []
    for place, (a, b) in enumerate(links):
        way = [a]
        for step in range(column[a] + 1, column[b]):
            through = ("lane", place, step)
            heights[through] = lanes[place] if lanes else 8.0
            order[step].append(through)
            near[through], far[through] = [], []
            way.append(through)
        way.append(b)
        ways.append(way[1:-1])
        for one, other in pairwise(way):
            far[one].append(other)
            near[other].append(one)
    group = {name: known[name].group if name in known else "" for name in heights}
    for sweep in range(12):
        forward = sweep % 2 == 0
        for step in range(1, last + 1) if forward else range(last - 1, -1, -1):
            _sort(order, step, near if forward else far, group, step - 1 if forward else step + 1)
    gaps = [
        [gap + (between if group[name] and group[name] != group[before] else 0.0) for before, name in pairwise(names)]
        for names in order
    ]
    top = _heights(order, heights, near, far, gaps)
    low = min(top.values(), default=0.0)
    top = {name: y - low for name, y in top.items()}
    passes = [
        tuple((column[links[place][0]] + 1 + step, top[name] + heights[name] / 2) for step, name in enumerate(way))
        for place, way in enumerate(ways)
    ]
    height = max((top[name] + heights[name] for name in heights), default=0.0)
    return Layout(dict(column), {name: top[name] for name in known}, passes, height)


def _sort(
    order: list[list[Name]], step: int, beside: Mapping[Name, list[Name]], group: Mapping[Name, str], other: int
) -> None:
    """Sort one column by the mean place of the neighbours in the column beside it; groups stay together."""
    place = {name: number for number, name in enumerate(order[other])}
    here = {name: number for number, name in enumerate(order[step])}
    scale = len(place) / max(len(here), 1)

    def wish(name: Name) -> float:
        found = [place[each] for each in beside[name] if each in place]
        return sum(found) / len(found) if found else here[name] * scale

    wishes = {name: wish(name) for name in order[step]}
    groups: dict[str, list[float]] = {}
    for name in order[step]:
        if group[name]:
            groups.setdefault(group[name], []).append(wishes[name])
    means = {name: sum(found) / len(found) for name, found in groups.items()}
    order[step].sort(
        key=lambda name: (
            round(means.get(group[name], wishes[name]), 6),
            group[name],
            round(wishes[name], 6),
            here[name],
        )
    )


def _heights(
    order: Sequence[Sequence[Name]], heights: Mapping[Name, float], near: Mapping[Name, list[Name]],
    far: Mapping[Name, list[Name]], gaps: Sequence[Sequence[float]],
) -> dict[Name, float]:  # fmt: skip
    """Top edges: each column is stacked, then drawn towards the middle of its neighbours, order kept."""
    top: dict[Name, float] = {}
    for names, apart in zip(order, gaps, strict=True):
        y = 0.0
        for name, gap in zip(names, (*apart, 0.0), strict=False):
            top[name] = y
            y += heights[name] + gap
        for name in names:
            top[name] -= y / 2

    def middle_of(name: Name) -> float:
        return top[name] + heights[name] / 2

    for sweep in range(16):
        steps = range(len(order)) if sweep % 2 == 0 else range(len(order) - 1, -1, -1)
        for step in steps:
            names = order[step]
            wishes = []
            for name in names:
                around = [middle_of(each) for each in (*near[name], *far[name])]
                wishes.append((sum(around) / len(around) if around else middle_of(name)) - heights[name] / 2)
            tall = [heights[name] + gap for name, gap in zip(names, (*gaps[step], 0.0), strict=False)]
            top.update(zip(names, _spread(wishes, tall), strict=True))
    return top


def _spread(wishes: Sequence[float], tall: Sequence[float]) -> list[float]:
    """Top edges as near to the wishes as can be, in order and apart: items that push each other share their wish.

    `tall` is the height of each with the gap beneath it.
    """
    blocks: list[tuple[float, int, float]] = []  # sum of the wishes for the top of the block, members, height
    for wish, height in zip(wishes, tall, strict=True):
        total, count, reach = wish, 1, height
        while blocks and blocks[-1][0] / blocks[-1][1] + blocks[-1][2] > total / count:
            before_total, before_count, before_reach = blocks.pop()
            total = before_total + total - before_reach * count
            count += before_count
            reach += before_reach
        blocks.append((total, count, reach))
    found: list[float] = []
    for total, count, _ in blocks:
        y = total / count
        for height in tall[len(found) : len(found) + count]:
            found.append(y)
            y += height
    return found
