"""Writing what a charter yields: papers and pictures, into a folder, all of them or none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from charterlang._records import record
from charterlang.compiler import Compilation, check
from charterlang.settings import Settings
from charterlang.settings import find as find_settings
from charterlang.source import FileSystem, Finding, LocalFiles

if TYPE_CHECKING:
    from charterlang.output import Written
    from charterlang.papers.tree import Blank, Paper


FORMATS = ("docx", "pdf", "html", "md", "svg")
"""What `build` writes unless told otherwise. PDF is left out where its extra is not installed."""


@record
class BuiltPaper:
    """A paper as it was written: its files, the number of its articles and sections, and what it leaves blank."""

    paper: Paper
    files: tuple[str, ...]
    clauses: int
    blanks: tuple[Blank, ...]


@record
class Built:
    """What a build came to. `written` is None where nothing was written, because something is wrong with the charter.

    `findings` are those of the charter and, where it has no errors, those on the wording of its papers. `left_out` are
    formats that were not asked for by name and whose extra is not installed. `drawings` are the files of pictures.
    """

    compilation: Compilation
    folder: str
    findings: tuple[Finding, ...]
    papers: tuple[BuiltPaper, ...] = ()
    drawings: tuple[str, ...] = ()
    written: Written | None = None
    left_out: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether nothing was written."""
        return self.written is None


def build(
    path: str,
    out: str,
    *,
    formats: tuple[str, ...] = (),
    papers: tuple[str, ...] = (),
    language: str = "",
    templates: str = "",
    for_signing: bool = False,
    overwrite: bool = False,
    files: FileSystem | None = None,
    settings: Settings | None = None,
) -> Built:
    """Compile the charter at `path` and write its papers into the folder `out`, all of them or none.

    `formats` are names such as `docx`, `pdf`, `svg`; `papers` names or kinds of papers (`bylaws-kitchen`, `bylaws`).
    With either of them given, what an earlier build wrote beside stays; without, it goes. `overwrite` replaces papers
    that were changed by hand. Findings that the settings deselect still count: a paper must not rest on them.

    Raises:
        output.InTheWay: a file in `out` was written or changed by somebody else. Nothing was written.
        output.NotWritable: the operating system refused. Nothing was written.
        emit.MissingExtra: a format was asked for by name, and its package is not installed.
        UnknownPaper: no paper has the name or kind that was asked for.
        UnknownLanguage: there are no templates in the language that was asked for.
    """
    from charterlang.emit import MissingExtra
    from charterlang.output import write_folder
    from charterlang.papers.number import blanks

    compilation = _complete(path, files, settings, for_signing=for_signing)
    if compilation.failed:
        return Built(compilation, out, compilation.findings)
    made = compilation.papers(language, templates)
    findings = (*compilation.findings, *made.findings)
    if made.failed:
        return Built(compilation, out, findings)
    chosen = _chosen(made.value, papers)
    # What was asked for by name is written or refused; what is merely usual may be left out.
    wanted = formats or compilation.settings.formats
    contents: dict[str, bytes] = {}
    left_out: list[str] = []
    names: dict[str, list[str]] = {paper.id: [] for paper in chosen}
    for name in wanted or FORMATS:
        if name == "svg":
            continue
        try:
            for paper in chosen:
                file, data = _emitted(paper, name)
                contents[file] = data
                names[paper.id].append(file)
        except MissingExtra:
            if wanted:
                raise
            left_out.append(name)
    drawings = _drawings(compilation, wanted or FORMATS) if not papers else {}
    written = write_folder(out, {**contents, **drawings}, overwrite=overwrite, keep=bool(formats or papers))
    return Built(
        compilation,
        out,
        findings,
        tuple(BuiltPaper(paper, tuple(names[paper.id]), _clauses(paper), blanks(paper)) for paper in chosen),
        tuple(drawings),
        written,
        tuple(left_out),
    )


def _complete(path: str, files: FileSystem | None, settings: Settings | None, *, for_signing: bool) -> Compilation:
    """The compilation with all findings, whatever the settings choose to report."""
    files = files or LocalFiles()
    if settings is None:
        settings = find_settings(path, files).value[0]
    return check(path, files, replace(settings, select=(), ignore=()), for_signing=for_signing)


class UnknownPaper(Exception):  # noqa: N818  (it names what was asked for)
    """No paper has the name or kind that was asked for: `asked`; `known` are the kinds and names of those there are."""

    def __init__(self, asked: str, known: tuple[str, ...]) -> None:
        """Say what was asked for and what there is."""
        super().__init__(f"no paper is called {asked}; there are {', '.join(known)}")
        self.asked = asked
        self.known = known


def _chosen(papers: tuple[Paper, ...], asked: tuple[str, ...]) -> tuple[Paper, ...]:
    """The papers of these names or kinds, in their own order; all of them if nothing is asked for."""
    for word in asked:
        if not any(word in (paper.id, paper.kind) for paper in papers):
            raise UnknownPaper(word, tuple(dict.fromkeys(name for each in papers for name in (each.kind, each.id))))
    return tuple(paper for paper in papers if not asked or paper.id in asked or paper.kind in asked)


def _emitted(paper: Paper, format_name: str) -> tuple[str, bytes]:
    """The name and the bytes of a paper's file."""
    from charterlang.emit import FORMATS, emit

    return f"{paper.id}.{FORMATS[format_name].ending}", emit(paper, format_name)


def _drawings(compilation: Compilation, formats: tuple[str, ...]) -> dict[str, bytes]:
    """The pictures of a charter that come in one of these formats, as files."""
    from charterlang.pictures import PICTURES

    kinds = {"image/svg+xml": "svg", "text/html": "html"}
    return {
        f"{each.name}.{each.ending}": picture(compilation, each.name).encode()
        for each in PICTURES.values()
        if kinds.get(each.media_type) in formats
    }


def picture(compilation: Compilation, name: str) -> str:
    """The picture of that name (a key of `pictures.PICTURES`) of a compiled charter."""
    from charterlang.pictures import draw

    return draw(name, compilation.charter, compilation.verdicts, compilation.sources, compilation.analysis)


def _clauses(paper: Paper) -> int:
    """How many articles and sections a paper has."""
    from charterlang.papers.tree import Level as Rank

    return sum(clause.level in (Rank.ARTICLE, Rank.SECTION) for clause in paper.walk())
