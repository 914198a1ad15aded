"""Cards as they are printed, and the plan that gives each its place."""

from __future__ import annotations

from collections.abc import Mapping

from charterlang._records import record
from charterlang.pictures.circles.parts import Card, Scene
from charterlang.pictures.metrics import LINE, wrapped
from charterlang.pictures.svg import Box

Point = tuple[float, float]

_PADDING = 9.0
NOTE_SIZE = 11.5


@record
class Circle:
    """A circle of the picture."""

    x: float
    y: float
    r: float


@record
class Print:
    """A card as it will be printed: its title and small print in lines, their sizes."""

    card: Card
    title: tuple[str, ...]
    notes: tuple[str, ...]
    size: float
    w: float
    h: float


@record
class Plan:
    """The picture with every card in its place; `names` are the boxes that the names of the circles fill."""

    circles: Mapping[str, Circle]
    prints: Mapping[str, Print]
    boxes: Mapping[str, Box]
    names: Mapping[str, Box]


def detail(scene: Scene) -> int:
    """How much is said: 0 for a small charter, 1 for a middling one, 2 for a large one."""
    count = len(scene.cards)
    return 0 if count <= 16 else 1 if count <= 28 else 2


def printed(card: Card, how: int) -> Print:
    """A card broken into lines, at one of three degrees of detail."""
    room, size, title_lines, note_lines = ((146.0, 14.0, 3, 5), (136.0, 12.5, 3, 2), (126.0, 12.0, 3, 0))[how]
    if card.circle == "meeting":
        room -= 18.0
    title = wrapped(card.title, size, room, title_lines, bold=True)
    notes: list[str] = []
    for note in card.notes:
        if len(notes) < note_lines:
            notes.extend(wrapped(note, NOTE_SIZE, room, min(2, note_lines - len(notes))))
    h = 2 * _PADDING + len(title) * size * LINE + len(notes) * NOTE_SIZE * LINE
    return Print(card, title, tuple(notes), size, room + 2 * _PADDING + 2, h)
