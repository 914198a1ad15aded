"""`charter build`: the papers of a charter, all of them or none."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from charterlang.cli.charters import misuse, opened
from charterlang.cli.main import FINDINGS, MISUSE
from charterlang.cli.options import CharterFile, ForSigning, Language, Quiet, Templates, unknown, words
from charterlang.cli.terminal import progress, style
from charterlang.source import Severity

if TYPE_CHECKING:
    from charterlang.building import Built


def build(
    file: CharterFile,
    out: Annotated[str, typer.Option("--out", "-o", metavar="FOLDER", help="Where the papers go.")],
    papers: Annotated[
        list[str] | None,
        typer.Option(
            "--papers", metavar="NAMES", help="Only these papers, by name or kind: `bylaws`, `licence-cookbook`."
        ),
    ] = None,
    to: Annotated[
        list[str] | None,
        typer.Option("--to", metavar="FORMATS", help="Only these formats: `docx,pdf,html,md,akn,json,txt,svg`."),
    ] = None,
    lang: Language = "",
    templates: Templates = "",
    for_signing: ForSigning = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace papers that were changed by hand.")] = False,
    quiet: Quiet = False,
) -> None:
    """Write the papers of a charter into a folder.

    Nothing is written while the charter has errors, or while a paper in the folder was changed by hand since it was
    built. The exit code is 0 if the papers are there, 1 if the charter has errors, 2 if they could not be written.
    """
    from charterlang.emit import MissingExtra
    from charterlang.output import InTheWay, NotWritable
    from charterlang.settings import PAPER_FORMATS, PICTURE_FORMATS

    known = (*PAPER_FORMATS, *PICTURE_FORMATS)
    wrong = next((name for name in words(to) if name not in known), "")
    if wrong:
        raise misuse(f"--to: {unknown(wrong, known)}")
    if templates and not os.path.isdir(templates):
        raise misuse(f"--templates: there is no folder {templates}")
    try:
        built = _built(file, out, words(to), words(papers), lang, templates, for_signing, overwrite, quiet)
    except MissingExtra as problem:
        raise misuse(str(problem)) from None
    except NotWritable as problem:
        raise misuse(f"{problem}. Nothing was written.") from None
    except InTheWay as problem:
        raise misuse(
            f"nothing was written: in {problem.folder}, {', '.join(problem.names)} did not come from this command, or "
            f"was changed since.\n  Move it, choose another folder, or say --overwrite."
        ) from None
    _show(built, quiet=quiet)
    if built.failed:
        raise typer.Exit(MISUSE if built.compilation.unreadable else FINDINGS)


def _built(
    file: str,
    out: str,
    formats: tuple[str, ...],
    papers: tuple[str, ...],
    language: str,
    templates: str,
    for_signing: bool,
    overwrite: bool,
    quiet: bool,
) -> Built:
    """The build, with a word of progress while it takes its time."""
    from charterlang import building, compiler

    name, files = opened(file)
    with progress(f"building the papers of {name}", quiet=quiet):
        try:
            return building.build(
                name,
                out,
                formats=formats,
                papers=papers,
                language=language,
                templates=templates,
                for_signing=for_signing,
                overwrite=overwrite,
                files=files,
            )
        except building.UnknownPaper as problem:
            raise misuse(f"--papers: {unknown(problem.asked, problem.known)}") from None
        except compiler.UnknownLanguage as problem:
            raise misuse(f"--lang: {problem}") from None


def _show(built: Built, *, quiet: bool) -> None:
    """Errors and warnings, then the report; notes are counted here and shown by `charter check`."""
    from charterlang.render.built import built_text
    from charterlang.render.summary import heading
    from charterlang.render.text import findings_text

    shown = style()
    compilation = built.compilation
    weighty = [finding for finding in built.findings if finding.severity is not Severity.NOTE]
    out = findings_text(weighty, compilation.sources, shown)
    if built.failed and not compilation.unreadable:
        on_papers = built.findings[len(compilation.findings) :]
        out.append(f"{heading(compilation, shown, also=on_papers)}\nno papers were written: mend the errors first\n")
    elif not built.failed and not quiet:
        out.append(built_text(built, shown))
    sys.stdout.write("\n".join(out))
