"""Pictures of a charter: pure functions from the model and the verdicts to text, the same bytes for the same charter.

`PICTURES` names them all; `draw` makes one. Nothing is imported before it is asked for, nothing outside this program is
needed, and no picture runs a script (the report does), fetches anything or names a path.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from charterlang._records import record

if TYPE_CHECKING:
    from charterlang.model.charter import Charter
    from charterlang.powers.analyse import Analysis
    from charterlang.powers.verdicts import Verdicts
    from charterlang.source import Sources

__all__ = ["PICTURES", "Picture", "draw"]


@record
class Picture:
    """One kind of picture: what it shows, the ending of its file, its media type, and the function that draws it.

    `wants` are what the function takes beside the charter and the verdicts: `sources`, `analysis`.
    """

    name: str
    title: str
    ending: str
    media_type: str
    function: str
    wants: tuple[str, ...] = ()


_SVG = "image/svg+xml"

PICTURES: Mapping[str, Picture] = MappingProxyType(
    {
        each.name: each
        for each in (
            Picture("circles", "Three circles", "svg", _SVG, "charterlang.pictures.circles:three_circles"),
            Picture("decides", "Who decides", "svg", _SVG, "charterlang.pictures.decides:who_decides"),
            Picture("flows", "Value flows", "svg", _SVG, "charterlang.pictures.flows:value_flows"),
            Picture(
                "report", "Who could break this", "html", "text/html", "charterlang.pictures.report:report",
                ("sources", "analysis"),
            ),
            Picture("mermaid", "The tie graph in Mermaid", "mmd", "text/plain", "charterlang.pictures.mermaid:mermaid"),
            Picture("dot", "The tie graph in DOT", "dot", "text/vnd.graphviz", "charterlang.pictures.dot:dot"),
            Picture(
                "graphml", "The tie graph in GraphML", "graphml", "application/graphml+xml",
                "charterlang.pictures.graphml:graphml", ("sources",),
            ),
            Picture(
                "json", "The tie graph in JSON", "json", "application/json",
                "charterlang.pictures.json_graph:json_graph", ("sources",),
            ),
        )
    }
)  # fmt: skip
"""Every picture by its name."""


def draw(
    name: str,
    charter: Charter,
    verdicts: Verdicts | None = None,
    sources: Sources | None = None,
    analysis: Analysis | None = None,
) -> str:
    """The picture of that name; KeyError if there is none. What a picture has no use for is left aside."""
    picture = PICTURES[name]
    module, _, function = picture.function.partition(":")
    given = {"sources": sources, "analysis": analysis}
    drawn: str = getattr(import_module(module), function)(
        charter, verdicts, **{key: given[key] for key in picture.wants}
    )
    return drawn
