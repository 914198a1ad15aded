"""When there is too much to show: the least tied cards are gathered into one, the lesser lines left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from charterlang.pictures.circles.parts import STYLES, Card, Line
from charterlang.powers.verdicts import Level

CAPACITY = MappingProxyType({"commons": 8, "association": 8, "firm": 10, "meeting": 4, "outside": 10})
"""How many cards of a circle are shown before the least tied are folded into one."""


def fold(
    cards: dict[str, Card], lines: list[Line]
) -> tuple[dict[str, Card], list[Line], Mapping[str, tuple[str, ...]]]:
    """Cards beyond the capacity of a circle, the least tied first, gathered into one card each."""
    degree = dict.fromkeys(cards, 0)
    for line in lines:
        weight = 3 if line.style.levelled else 1
        degree[line.source] += weight
        degree[line.target] += weight
    instead: dict[str, str] = {}
    folded: dict[str, tuple[str, ...]] = {}
    for circle, room in CAPACITY.items():
        here = [card for card in cards.values() if card.circle == circle]
        if len(here) <= room:
            continue
        place = {card.id: number for number, card in enumerate(here)}
        kept = sorted(here, key=lambda card: (-degree[card.id], place[card.id]))[: room - 1]
        rest = [card for card in here if card not in kept]
        name = f"more {circle}"
        folded[name] = tuple(card.title for card in rest)
        instead.update((card.id, name) for card in rest)
        title = f"and {len(rest)} more {_PLURALS[circle]}"
        cards[name] = Card(name, circle, title, faint=True, said=", ".join(card.title for card in rest))
    if not instead:
        return cards, lines, folded
    kept_cards = {name: card for name, card in cards.items() if name not in instead}
    return kept_cards, _merged(lines, instead), folded


_PLURALS = {
    "commons": "commons",
    "association": "associations",
    "firm": "firms",
    "meeting": "provisions",
    "outside": "parties",
}


MOST_LINES = 40
"""How many lines a picture bears before the lesser ones are left out."""


def strongest(lines: list[Line]) -> list[Line]:
    """As many lines as a picture bears: the worst levels first, then the stronger kinds; given in their order."""
    if len(lines) <= MOST_LINES:
        return lines
    order = list(STYLES)

    def weight(place: int) -> tuple[int, int, int]:
        line = lines[place]
        weak = 0 if line.level is not None and line.level < Level.COMMUNITY else 1
        return weak, order.index(line.style.name), place

    ranked = sorted(range(len(lines)), key=weight)
    tied: set[str] = set()
    kept: list[int] = []
    for place in ranked:  # nobody stands there untied
        ends = {lines[place].source, lines[place].target}
        if not ends <= tied:
            kept.append(place)
            tied |= ends
    kept += [place for place in ranked if place not in set(kept)]
    return [lines[place] for place in sorted(kept[:MOST_LINES])]


def _merged(lines: list[Line], instead: Mapping[str, str]) -> list[Line]:
    """Lines to folded cards lead to the card that stands for them; of several, the strongest stays."""
    order = list(STYLES)
    found: dict[frozenset[str], Line] = {}
    for line in lines:
        source, target = (instead.get(end, end) for end in (line.source, line.target))
        if source == target:
            continue
        moved = line
        if (source, target) != (line.source, line.target):
            guarded = instead.get(line.guarded, line.guarded)
            moved = replace(line, source=source, target=target, words=(), guarded=guarded)
        key = frozenset((source, target))
        known = found.get(key)
        if known is None:
            found[key] = moved
            continue
        first = min((known, moved), key=lambda each: order.index(each.style.name))
        levels = [each.level for each in (known, moved) if each.style is first.style and each.level is not None]
        said = (*known.said, *moved.said)
        found[key] = replace(first, level=min(levels) if levels else None, said=said)
    return list(found.values())
