"""Which papers a charter yields, and all of them written."""

from __future__ import annotations

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
from charterlang.papers.press import Press, TemplateFiles
from charterlang.papers.tree import Paper
from charterlang.powers.verdicts import Verdicts
from charterlang.source import Result, Sources


def write(
    charter: Charter,
    verdicts: Verdicts | None,
    sources: Sources,
    *,
    language: str = "en",
    templates: str | None = None,
) -> Result[tuple[Paper, ...]]:
    """All papers of a charter, numbered, in `language`.

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
    return Result(tuple(office.papers), tuple(office.findings))


def _forms(charter: Charter) -> dict[str, Form | None]:
    """The legal forms of all entities, by id."""
    from charterlang import law

    return {entity.form: law.form(entity.form) for entity in charter.entities.values() if entity.form}
