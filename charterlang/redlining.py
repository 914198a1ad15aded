"""The papers of two versions of a charter side by side: a redline for each paper that both of them yield."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charterlang._records import record

if TYPE_CHECKING:
    from charterlang.compiler import Compilation

ENDING = ".redline.docx"


@record
class Redlined:
    """What became of the papers.

    `changed` are the files of redlines, each with the number of places in which its versions differ: 0 for a paper
    that is the same in both but, perhaps, for its sources. `added` and `removed` are the names of papers that only
    one version yields.
    """

    folder: str
    changed: tuple[tuple[str, int], ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]


def redline_papers(old: Compilation, new: Compilation, folder: str) -> Redlined:
    """Write the redlines of two charters without errors into `folder`; what else is in it stays.

    Raises:
        output.InTheWay: a file in `folder` was written or changed by somebody else. Nothing was written.
        output.NotWritable: the operating system refused. Nothing was written.
    """
    from charterlang.emit.docx.redline import emit
    from charterlang.output import write_folder
    from charterlang.papers.redline import places, redline

    before = {paper.id: paper for paper in old.papers().value}
    after = {paper.id: paper for paper in new.papers().value}
    found = {name: redline(before[name], paper) for name, paper in after.items() if name in before}
    write_folder(folder, {f"{name}{ENDING}": emit(each) for name, each in found.items()}, keep=True)
    return Redlined(
        folder,
        tuple((f"{name}{ENDING}", places(each)) for name, each in found.items()),
        tuple(name for name in after if name not in before),
        tuple(name for name in before if name not in after),
    )
