"""`charter forms`: the legal forms a charter may name."""

from __future__ import annotations

from typing import Annotated

import typer

from charterlang.cli.charters import misuse
from charterlang.cli.shelves import Row, look_up, print_rows

_Role = Annotated[str, typer.Option("--role", metavar="association|firm", help="Only forms fit for that circle.")]
_Place = Annotated[
    str, typer.Option("--in", metavar="PLACE", help="Only forms of a jurisdiction: `DE`, `US-NY`, `US`.")
]


def forms(
    word: Annotated[
        list[str] | None, typer.Argument(metavar="WORD...", help="An id, or words of a name or country.")
    ] = None,
    role: _Role = "",
    place: _Place = "",
) -> None:
    """List legal forms, or say what one asks.

    Words look for one: `charter forms new york co-operative`; an id says it all: `charter forms us.ny.nfp`.
    """
    from charterlang import law
    from charterlang.law.describe import describe_form

    if word:
        look_up(" ".join(word), "legal form", describe_form, law.nearest_forms, _row)
        return
    rows = [_row(name) for name in law.forms() if _fits(name, role, place)]
    if not rows:
        raise misuse("no legal form in the tables fits that; `charter forms` lists them all")
    print_rows(rows)


def _fits(name: str, role: str, place: str) -> bool:
    from charterlang import law

    entry = law.form_entry(name)
    if entry is None:
        return False
    here = entry.jurisdiction.casefold()
    asked = place.casefold()
    return (not role or role in entry.roles) and (not place or here == asked or here.startswith(f"{asked}-"))


def _row(name: str) -> Row:
    from charterlang import law

    entry = law.form_entry(name)
    if entry is None:
        return (name, "", "", "")
    english = f" ({entry.english})" if entry.english != entry.native_name else ""
    return (name, entry.jurisdiction, ", ".join(entry.roles), entry.native_name + english)
