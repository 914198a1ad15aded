"""Looking at an SVG without drawing it: its texts and where they stand by the widths that the pictures use themselves."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import combinations

from charterlang.pictures.svg import Box, text_box

SVG = "{http://www.w3.org/2000/svg}"


def parsed(svg: str) -> ET.Element:
    root = ET.fromstring(svg)
    assert root.tag == f"{SVG}svg"
    return root


def texts(svg: str) -> list[tuple[str, Box]]:
    """Every text with the box it fills. No text and no group around one is moved by a transform."""
    root = parsed(svg)
    assert not any("transform" in element.attrib for element in root.iter() if element.tag in {f"{SVG}g", f"{SVG}text"})
    found = []
    for element in root.iter(f"{SVG}text"):
        said = "".join(element.itertext())
        found.append(
            (
                said,
                text_box(
                    float(element.attrib["x"]),
                    float(element.attrib["y"]),
                    said,
                    float(element.attrib["font-size"]),
                    bold=element.attrib.get("font-weight") == "bold",
                    anchor=element.attrib.get("text-anchor", "start"),
                ),
            )
        )
    return found


def outside(svg: str) -> list[str]:
    """The texts that reach beyond the picture."""
    x, y, w, h = (float(each) for each in parsed(svg).attrib["viewBox"].split())
    return [said for said, box in texts(svg) if box.x < x or box.y < y or box.right > x + w or box.bottom > y + h]


def overlapping(svg: str) -> list[tuple[str, str]]:
    """Texts that stand on each other by more than a hair."""
    return [
        (one, other)
        for (one, a), (other, b) in combinations(texts(svg), 2)
        if min(a.right, b.right) - max(a.x, b.x) > 1 and min(a.bottom, b.bottom) - max(a.y, b.y) > 1
    ]


def ids(svg: str) -> list[str]:
    return [element.attrib["id"] for element in parsed(svg).iter() if "id" in element.attrib]
