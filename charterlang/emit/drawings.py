"""Drawings: how large an SVG is, and what it looks like as dots for readers that know no SVG."""

from __future__ import annotations

import re
import struct
import zlib

_ROOT = re.compile(r"<svg\b[^>]*>", re.DOTALL)
_ATTRIBUTE = re.compile(r"""\s(width|height|viewBox)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_LENGTH = re.compile(r"^\s*(\d+(?:\.\d+)?)\s*(px)?\s*$")
_DOTS_PER_PIXEL = 3


def size(svg: str) -> tuple[float, float]:
    """Width and height in pixels, from the attributes of the root or its view box; 300 by 150 when it says neither."""
    root = _ROOT.search(svg)
    found = {name: one or two for name, one, two in _ATTRIBUTE.findall(root.group())} if root else {}
    box = [float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", found.get("viewBox", ""))]
    width, height = (_LENGTH.match(found.get(name, "")) for name in ("width", "height"))
    if width and height:
        return float(width.group(1)), float(height.group(1))
    if len(box) == 4 and box[2] > 0 and box[3] > 0:
        return box[2], box[3]
    return 300.0, 150.0


def dots(svg: str) -> bytes:
    """The drawing as PNG, three dots to the pixel.

    It is drawn by the engine of the `pdf` extra; without it, the picture is an empty frame of the right shape, for
    the few readers that show dots instead of the drawing itself.
    """
    width, height = size(svg)
    try:
        import typst
    except ModuleNotFoundError:
        return _frame(round(width), round(height))
    source = (
        f"#set page(width: {width}pt, height: {height}pt, margin: 0pt)\n"
        '#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%)'
    )
    drawn = typst.compile(source.encode(), format="png", ppi=72.0 * _DOTS_PER_PIXEL, sys_inputs={"svg": svg})
    assert isinstance(drawn, bytes)
    return drawn


def _frame(width: int, height: int) -> bytes:
    """A white PNG with a thin grey edge."""
    edge, inner = b"\x00" + b"\xb0" * width, b"\x00\xb0" + b"\xff" * max(width - 2, 0) + b"\xb0"
    rows = edge + inner * max(height - 2, 0) + edge
    header = struct.pack(">IIBBBBB", width, max(height, 2), 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    written = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)
