"""`charter diff`: what changed between two charters, and which protections fell or rose."""

from __future__ import annotations

from charterlang.cli.terminal import style
from charterlang.cli.versions import Against, Versions, two_versions


def diff(charters: Versions, against: Against = "") -> None:
    """Say what changed, and what fell or rose.

    Elements that came (`+`), went (`-`) or changed (`~`), then every protection that stands otherwise than before. The
    exit code is 0 whatever the answer; `charter breaking` is the gate.
    """
    from charterlang.compare import changes, shifts
    from charterlang.render.differences import changes_text, shifts_text

    old, new = two_versions(charters, against)
    shown = style()
    changed = changes_text(changes(old.charter, new.charter), shown)
    moved = shifts_text(shifts(old.verdicts, new.verdicts), old.context, new.context, shown)
    for line in changed or ["Nothing changed in what the charters say."]:
        print(line)
    if changed:
        print()
        for line in moved or ["No protection fell or rose."]:
            print(line)
