"""`charter breaking`: the gate that a change must pass, so that no protection falls unseen."""

from __future__ import annotations

import typer

from charterlang.cli.main import FINDINGS
from charterlang.cli.options import Quiet
from charterlang.cli.terminal import style
from charterlang.cli.versions import Against, Versions, two_versions


def breaking(charters: Versions, against: Against = "", quiet: Quiet = False) -> None:
    """Fail if a protection falls.

    A protection falls if its level is lower than before, if it is no longer examined or given up, or if fewer suffice
    to break it. The exit code is 1 if one falls, else 0.
    """
    from charterlang.compare import shifts
    from charterlang.render.differences import shifts_text

    old, new = two_versions(charters, against)
    fallen = [shift for shift in shifts(old.verdicts, new.verdicts) if shift.fell]
    for line in shifts_text(fallen, old.context, new.context, style()):
        print(line)
    if fallen:
        raise typer.Exit(FINDINGS)
    if not quiet:
        print("No protection falls.")
