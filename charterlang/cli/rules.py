"""`charter rules`: every code a finding can have."""

from __future__ import annotations

from typing import Annotated

import typer

from charterlang.cli.charters import misuse
from charterlang.cli.shelves import print_rows


def rules(
    codes: Annotated[
        list[str] | None, typer.Argument(metavar="CODES...", help="Only codes that begin so: `POW`.")
    ] = None,
) -> None:
    """List the codes of findings.

    `charter explain CODE` says more of each.
    """
    from charterlang.checks import registry
    from charterlang.checks.explain import lower_codes

    rows = [(entry.code, entry.severity, entry.fault) for entry in registry.entries()]
    rows += [(page.code, page.severity, page.fault) for page in lower_codes().values()]
    wanted = tuple(code.upper() for code in codes or ())
    if wanted:
        rows = [row for row in rows if row[0].startswith(wanted)]
    if not rows:
        raise misuse(f"no code begins with {' or '.join(wanted)}; `charter rules` lists them all")
    print_rows(rows)
