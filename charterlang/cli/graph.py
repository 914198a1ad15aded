"""`charter graph`: a charter as a picture, or its ties for other tools."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from charterlang.cli.charters import compiled, misuse
from charterlang.cli.options import CharterFile, one_of
from charterlang.pictures import PICTURES

CHOICE = "|".join(PICTURES)


def graph(
    file: CharterFile,
    name: Annotated[
        str, typer.Option("--as", metavar=CHOICE, help="What to draw.", callback=one_of(PICTURES))
    ] = "circles",
    out: Annotated[str, typer.Option("--out", "-o", metavar="FILE", help="Where to; standard output else.")] = "",
) -> None:
    """Draw a charter, or give its ties to other tools.

    The pictures are SVG (`circles`, `decides`, `flows`); `report` is a page in which one clicks parties together and
    sees what they could break; `mermaid`, `dot`, `graphml` and `json` are the tie graph for other programs.
    """
    from charterlang.building import picture
    from charterlang.output import NotWritable, write_file

    drawn = picture(compiled(file), name)
    if not out:
        sys.stdout.write(drawn)
        return
    try:
        write_file(out, drawn.encode())
    except NotWritable as problem:
        raise misuse(str(problem)) from None
