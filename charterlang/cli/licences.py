"""`charter licences`: the licences a commons may have."""

from __future__ import annotations

from typing import Annotated

import typer

from charterlang.cli.shelves import Row, look_up, print_rows


def licences(
    word: Annotated[list[str] | None, typer.Argument(metavar="WORD...", help="An SPDX id, or words of a name.")] = None,
) -> None:
    """List licences, or say what one asks and gives.

    Words look for one: `charter licences creative commons`; an id says it all: `charter licences CC-BY-SA-4.0`.
    """
    from charterlang import law
    from charterlang.law.describe import describe_licence

    if word:
        look_up(" ".join(word), "licence", describe_licence, law.nearest_licences, _row)
    else:
        print_rows([_row(name) for name in law.licences()])


def _row(name: str) -> Row:
    from charterlang import law

    found = law.licence(name)
    return (name, found.reciprocity, found.name) if found else (name, "", "")
