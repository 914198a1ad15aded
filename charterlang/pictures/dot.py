"""The tie graph in the language of Graphviz."""

from __future__ import annotations

from charterlang.model.charter import Charter
from charterlang.pictures.palette import CIRCLES, LEVELS, level_mark
from charterlang.pictures.svg import clean
from charterlang.powers.verdicts import Level, Verdicts
from charterlang.ties.graph import Levels, ties
from charterlang.ties.kinds import Circle
from charterlang.ties.model import Places

_SHAPES = {"party": "box", "class": "ellipse", "organ": "hexagon", "thing": "folder", "instrument": "note"}
_TITLES = {
    Circle.COMMONS: "Commons",
    Circle.ASSOCIATION: "Associations",
    Circle.FIRM: "Firms",
    Circle.MEETING: "Where the circles meet",
    Circle.OUTSIDE: "Around them",
}


def dot(charter: Charter, verdicts: Verdicts | None = None) -> str:
    """The tie graph of a charter as a `digraph`, a cluster for each circle; levels colour the ties that bear one."""
    places, levels = Places(charter), Levels(verdicts)
    lines = [
        "digraph charter {",
        f"  graph [label={_label(charter.header.title)} labelloc=t rankdir=LR fontname=Helvetica compound=true];",
        "  node [fontname=Helvetica fontsize=11 style=filled fillcolor=white];",
        '  edge [fontname=Helvetica fontsize=9 color="#566072"];',
    ]
    for number, circle in enumerate(Circle):
        here = [node for node in places.nodes.values() if node.circle == circle]
        if not here:
            continue
        tint = CIRCLES[str(circle)]
        lines.append(f"  subgraph cluster_{number} {{")
        lines.append(
            f'    label={quoted(_TITLES[circle])} style="rounded,filled" fillcolor="{tint.fill}" color="{tint.edge}";'
        )
        for node in here:
            shape = _SHAPES.get(node.family, "box")
            rim = ' style="rounded,filled"' if node.family in {"party", "provision"} else ""
            lines.append(f"    {quoted(node.id)} [label={_label(node.label)} shape={shape}{rim}];")
        lines.append("  }")
    for tie in ties(charter):
        level = levels.of(tie)
        text = tie.text.replace("&", "&amp;")
        said = f"{tie.kind}\\n{_inner(text)}" if tie.text else tie.kind
        lines.append(f'  {quoted(tie.source)} -> {quoted(tie.target)} [label="{said}"{_look(level)}];')
    return "\n".join([*lines, "}", ""])


def _look(level: Level | None) -> str:
    if level is None:
        return ""
    paint = LEVELS[level]
    return f' color="{paint.fill}" penwidth=2 headlabel="{level_mark(level)}"'


def _inner(text: str) -> str:
    """A text as it stands within double quotes: quotes and backslashes have no meaning of their own."""
    return clean(text).replace("\\", "\\\\").replace('"', '\\"')


def quoted(text: str) -> str:
    """A text as a quoted string."""
    return f'"{_inner(text)}"'


def _label(text: str) -> str:
    """A text as a label, in which an ampersand would begin the name of a character."""
    return quoted(text.replace("&", "&amp;"))
