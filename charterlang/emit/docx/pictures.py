"""Drawings in a document: the SVG itself, with dots for readers that know no SVG."""

from __future__ import annotations

from charterlang.emit.characters import fit
from charterlang.emit.docx.words import run, w
from charterlang.emit.drawings import dots, size
from charterlang.emit.xml import escaped
from charterlang.papers.tree import Picture

_UNITS_PER_PIXEL = 9525
_UNITS_PER_TWENTIETH = 635

_INLINE = (
    '<wp:inline distT="0" distB="0" distL="0" distR="0" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name="Picture {number}" descr="{words}"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}" descr="{words}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="{dots}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{svg}"/>'
    "</a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline>"
)


class Pictures:
    """The drawings of one document; `media` are their files: name and bytes."""

    def __init__(self) -> None:
        self.media: list[tuple[str, bytes]] = []

    def drawing(self, picture: Picture, most: int) -> str:
        """A run that shows the drawing, at most `most` twentieths of a point wide."""
        number = len(self.media) // 2 + 1
        width, height = size(picture.svg)
        scale = min(_UNITS_PER_PIXEL, most * _UNITS_PER_TWENTIETH / width)
        self.media.append((f"picture{number}.png", dots(picture.svg)))
        self.media.append((f"picture{number}.svg", fit(picture.svg).encode()))
        shown = _INLINE.format(
            width=round(width * scale),
            height=round(height * scale),
            number=number,
            words=escaped(picture.alternative),
            dots=relationship(f"picture{number}.png"),
            svg=relationship(f"picture{number}.svg"),
        )
        return run(w("drawing", shown))


def relationship(name: str) -> str:
    """The name under which the document knows a media file."""
    return f"r_{name.replace('.', '_')}"
