"""`charter instruments`: the legal ties between a commons, its protector and its firms."""

from __future__ import annotations

from typing import Annotated

import typer

from charterlang.cli.shelves import Row, look_up, print_rows


def instruments(
    word: Annotated[list[str] | None, typer.Argument(metavar="WORD...", help="An id, or words of a name.")] = None,
) -> None:
    """List legal ties, or say what one locks.

    Words look for one; an id says it all: what it binds, who holds it, who can undo it, where it failed.
    """
    from charterlang import law
    from charterlang.law.describe import describe_instrument

    if word:
        look_up(" ".join(word), "instrument", describe_instrument, law.nearest_instruments, _row)
    else:
        print_rows([_row(name) for name in law.instruments()])


def _row(name: str) -> Row:
    from charterlang import law

    found = law.instrument(name)
    return (name, str(found.strength), found.name) if found else (name, "", "")
