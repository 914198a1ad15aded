"""Which papers a charter yields, and all of them written."""

from __future__ import annotations

from difflib import get_close_matches

from charterlang.law.form_rows import Form
from charterlang.model import Charter
from charterlang.model.entities import EntityKind
from charterlang.papers.catalogue import Catalogue
from charterlang.papers.charter_papers import (
    agreement_paper,
    assumptions_and_blanks,
    minutes,
    protections,
    protocol_paper,
    register_of_ties,
)
from charterlang.papers.commons_papers import licence_papers
from charterlang.papers.constitution import constitution
from charterlang.papers.desk import Office
from charterlang.papers.edits import unplaced
from charterlang.papers.findings import paper_findings
from charterlang.papers.press import Press, TemplateFiles
from charterlang.papers.tree import Paper
from charterlang.powers.verdicts import Verdicts
from charterlang.source import Finding, Result, Severity, Sources


def write(
    charter: Charter,
    verdicts: Verdicts | None,
    sources: Sources,
    *,
    language: str = "en",
    templates: str | None = None,
) -> Result[tuple[Paper, ...]]:
    """All papers of a charter, numbered, in `language`, and everything there is to say about them.

    `templates` is a folder whose files shadow those of the package, by the same path (`en/bylaws/purpose.md.j2`).
    """
    files = TemplateFiles(templates)
    office = Office(charter, verdicts, sources, Catalogue(files, language), Press(files, language), _forms(charter))
    bodies = [each for each in charter.of_kind(EntityKind.ASSOCIATION, EntityKind.FIRM) if not each.external]
    papers = office.papers
    papers += [constitution(office, each) for each in bodies]
    for commons in charter.commons.values():
        papers += licence_papers(office, commons)
    papers += [agreement_paper(office, each) for each in charter.agreements.values()]
    papers += [protocol_paper(office, each) for each in charter.provisions.values()]
    papers.append(register_of_ties(office))
    if verdicts is not None:
        papers.append(protections(office))
    papers += [minutes(office, each) for each in bodies]
    papers.append(assumptions_and_blanks(office))
    office.findings += unplaced(office, papers)
    office.findings += _idle(files)
    office.findings += paper_findings(charter, verdicts, papers)
    return Result(tuple(papers), tuple(office.findings))


def _idle(files: TemplateFiles) -> list[Finding]:
    """Findings for the files of a template folder that shadow nothing and are used by nothing."""
    found = []
    for path in files.idle:
        near = get_close_matches(path, files.shipped_paths, 1, 0.6)
        help_ = (f"did you mean `{near[0]}`?",) if near else ("a file replaces the template of the same path",)
        message = f"the template `{path}` replaces none and is not used"
        found.append(Finding("DOC109", Severity.WARNING, message, help=help_, file=files.place(path)))
    return found


def _forms(charter: Charter) -> dict[str, Form | None]:
    """The legal forms of all entities, by id."""
    from charterlang import law

    return {entity.form: law.form(entity.form) for entity in charter.entities.values() if entity.form}
