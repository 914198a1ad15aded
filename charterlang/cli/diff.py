"""`charter diff`: what changed between two charters, and which protections fell or rose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from charterlang.cli.charters import misuse
from charterlang.cli.main import FINDINGS
from charterlang.cli.terminal import style
from charterlang.cli.versions import Against, Versions, two_versions

if TYPE_CHECKING:
    from charterlang.compiler import Compilation


def diff(
    charters: Versions,
    against: Against = "",
    docx: Annotated[
        str, typer.Option("--docx", metavar="FOLDER", help="Write the papers as Word documents with tracked changes.")
    ] = "",
) -> None:
    """Say what changed, and what fell or rose.

    Elements that came (`+`), went (`-`) or changed (`~`), then every protection that stands otherwise than before. The
    exit code is 0 whatever the answer; `charter breaking` is the gate.

    With `--docx`, each paper of both versions is written with its changes tracked, for Word or LibreOffice: to accept
    all of them gives the new paper, to reject them the old one. While a charter has errors it has no papers: the exit
    code is 1.
    """
    from charterlang.compare import changes, shifts
    from charterlang.render.differences import changes_text, shifts_text

    if docx.endswith(".docx"):
        raise misuse("--docx: name a folder; there is a document for each paper")
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
    if docx:
        print()
        _redlines(old, new, docx)


def _redlines(old: Compilation, new: Compilation, folder: str) -> None:
    """Write the redlines, and say what was written."""
    from charterlang.output import InTheWay, NotWritable
    from charterlang.redlining import redline_papers
    from charterlang.render.differences import redlines_text

    for each in (old, new):
        if each.failed:
            print(f"No redlines were written: {each.file} has errors, which `charter check` shows.")
            raise typer.Exit(FINDINGS)
    try:
        found = redline_papers(old, new, folder)
    except NotWritable as problem:
        raise misuse(f"{problem}. Nothing was written.") from None
    except InTheWay as problem:
        raise misuse(
            f"nothing was written: in {problem.folder}, {', '.join(problem.names)} did not come from this command, or "
            "was changed since.\n  Move it, or choose another folder."
        ) from None
    for line in redlines_text(found, style()):
        print(line)
