"""The page, put together from its template, its style, its script and the data of one charter."""

from __future__ import annotations

import base64
import hashlib
import json
from importlib.resources import files
from typing import TYPE_CHECKING

from charterlang.model.charter import Charter
from charterlang.pictures.circles import three_circles
from charterlang.pictures.decides import who_decides
from charterlang.pictures.flows import value_flows
from charterlang.pictures.report import view
from charterlang.pictures.report.power_data import power_data
from charterlang.pictures.svg import clean
from charterlang.powers.verdicts import Verdicts
from charterlang.source import Sources

if TYPE_CHECKING:
    from charterlang.powers.analyse import Analysis


def report(
    charter: Charter,
    verdicts: Verdicts | None = None,
    sources: Sources | None = None,
    analysis: Analysis | None = None,
) -> str:
    """The report on a charter as one HTML page.

    Lines are named where `sources` are given; the panel of coalitions is there where an `analysis` is. Without
    `verdicts` the analysis is asked for them; without either the page shows the pictures alone.
    """
    from jinja2 import Environment, StrictUndefined

    if verdicts is None:
        verdicts = analysis.verdicts if analysis is not None else Verdicts()
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_cleaned
    )
    # what the page marks as safe: its own style and script, pictures escaped where they are drawn, harmless JSON
    script = _part("power.js") + "\n" + _part("panel.js")
    power = power_data(analysis, verdicts) if analysis is not None else None
    shown = power is not None and bool(power["goals"]) and bool(power["parties"])
    page = environment.from_string(_part("page.html.jinja")).render(
        charter=charter,
        style=_part("page.css"),
        script=script if shown else "",
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() if shown else "",
        power=_harmless(power) if shown else "",
        asked={goal["protection"] for goal in power["goals"]} if power is not None and shown else set(),
        levels=view.badges(),
        values=view.values(charter, verdicts, sources),
        ties=view.ties(charter, verdicts, sources),
        notes=view.notes(verdicts, sources),
        flows=view.flows(charter),
        circles=three_circles(charter, verdicts),
        decides=who_decides(charter, verdicts),
        streams=value_flows(charter, verdicts),
    )
    return page.rstrip() + "\n"


def _part(name: str) -> str:
    """A file of the page."""
    return files("charterlang.pictures.report").joinpath(name).read_text("utf-8").rstrip("\n")


def _cleaned(value: object) -> object:
    """A text as a page may hold it; markup is clean already."""
    return clean(value) if type(value) is str else value


def _harmless(data: object) -> str:
    """JSON that cannot end the element it stands in."""
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
