"""The tie graph in Mermaid, which many places that show Markdown draw by themselves."""

from __future__ import annotations

from charterlang.model.charter import Charter
from charterlang.pictures.palette import CIRCLES, LEVELS, level_mark
from charterlang.pictures.svg import clean
from charterlang.powers.verdicts import Level, Verdicts
from charterlang.ties.graph import Levels, ties
from charterlang.ties.kinds import Circle
from charterlang.ties.model import Places, Tie

_SHAPES = {
    "party": ('["', '"]'),
    "class": ('(["', '"])'),
    "organ": ('{{"', '"}}'),
    "thing": ('[("', '")]'),
    "instrument": ('[/"', '"/]'),
    "provision": ('("', '")'),
}
_TITLES = {
    Circle.COMMONS: "Commons",
    Circle.ASSOCIATION: "Associations",
    Circle.FIRM: "Firms",
    Circle.MEETING: "Where the circles meet",
    Circle.OUTSIDE: "Around them",
}
MOST_EDGES = 400
"""How many arrows are written: Mermaid refuses to draw more than 500 unless it is told to."""

_LESSER = ("is affiliated with", "belongs to", "votes", "may enforce", "is party to", "admits", "empowers", "watches")
"""Kinds of ties that are left out first where there are too many; others say much the same."""


def mermaid(charter: Charter, verdicts: Verdicts | None = None) -> str:
    """The tie graph of a charter as a flowchart, a frame for each circle; ties between the same two share an arrow."""
    places, levels = Places(charter), Levels(verdicts)
    names = {node.id: f"n{number}" for number, node in enumerate(places.nodes.values())}
    lines = ["flowchart LR"]
    for circle in Circle:
        here = [node for node in places.nodes.values() if node.circle == circle]
        if not here:
            continue
        lines.append(f'  subgraph {circle}s["{_TITLES[circle]}"]')
        for node in here:
            left, right = _SHAPES.get(node.family, _SHAPES["party"])
            lines.append(f"    {names[node.id]}{left}{label(node.label)}{right}:::{circle}")
        lines.append("  end")
    colours: list[str] = []
    for number, (source, target, said, level) in enumerate(_arrows(charter, levels)):
        lines.append(f'  {names[source]} -->|"{said}"| {names[target]}')
        if level is not None:
            colours.append(f"  linkStyle {number} stroke:{LEVELS[level].fill},stroke-width:3px")
    for circle in Circle:
        tint = CIRCLES[str(circle)]
        lines.append(f"  classDef {circle} fill:{tint.fill},stroke:{tint.edge},color:#1b2230")
    return "\n".join([*lines, *colours, ""])


def _arrows(charter: Charter, levels: Levels) -> list[tuple[str, str, str, Level | None]]:
    found: dict[tuple[str, str], list[Tie]] = {}
    for tie in ties(charter):
        found.setdefault((tie.source, tie.target), []).append(tie)
    if len(found) > MOST_EDGES:
        pairs = {pair: [tie for tie in group if tie.kind not in _LESSER] for pair, group in found.items()}
        found = dict([(pair, group) for pair, group in pairs.items() if group][:MOST_EDGES])
    arrows = []
    for (source, target), group in found.items():
        words = dict.fromkeys(f"{tie.kind}: {tie.text}" if tie.text else tie.kind for tie in group)
        known = [level for level in map(levels.of, group) if level is not None]
        level = min(known) if known else None
        badge = [f"({level_mark(level)})"] if level is not None else []
        arrows.append((source, target, "<br/>".join(label(word) for word in [*words, *badge]), level))
    return arrows


def label(text: str) -> str:
    """A text as it stands within quotes: what Mermaid, Markdown or a page could take for marks is spelt as a code."""
    return "".join(character if _is_plain(character) else f"#{ord(character)};" for character in clean(text))


def _is_plain(character: str) -> bool:
    return character.isalnum() or character in " .,:;-+/%'()!?=" or ord(character) > 0x2000
