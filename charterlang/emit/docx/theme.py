"""The theme part: Word wants one in every document. Its colours and fonts are those of the styles."""

from __future__ import annotations

from charterlang.emit.docx.styles import INK, SERIF
from charterlang.emit.xml import DECLARATION, element

_COLORS = {
    "dk1": INK,
    "lt1": "FFFFFF",
    "dk2": "333333",
    "lt2": "F2F2F2",
    "accent1": "1D5247",
    "accent2": "B5562B",
    "accent3": "5C4700",
    "accent4": "34506B",
    "accent5": "6B3450",
    "accent6": "595959",
    "hlink": "1D5247",
    "folHlink": "595959",
}


def theme() -> str:
    """The theme."""
    colors = "".join(element(f"a:{name}", element("a:srgbClr", val=value)) for name, value in _COLORS.items())
    font = element("a:latin", typeface=SERIF) + element("a:ea", typeface="") + element("a:cs", typeface="")
    fonts = element("a:majorFont", font) + element("a:minorFont", font)
    fill = element("a:solidFill", element("a:schemeClr", val="phClr"))
    line = element("a:ln", fill, w="9525")
    effect = element("a:effectStyle", element("a:effectLst"))
    looks = (
        element("a:fillStyleLst", fill * 3)
        + element("a:lnStyleLst", line * 3)
        + element("a:effectStyleLst", effect * 3)
        + element("a:bgFillStyleLst", fill * 3)
    )
    elements = element(
        "a:themeElements",
        element("a:clrScheme", colors, name="Paper"),
        element("a:fontScheme", fonts, name="Paper"),
        element("a:fmtScheme", looks, name="Paper"),
    )
    namespace = "http://schemas.openxmlformats.org/drawingml/2006/main"
    return f'{DECLARATION}<a:theme xmlns:a="{namespace}" name="Paper">{elements}</a:theme>'
