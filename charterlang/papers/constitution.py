"""Bylaws of associations and articles of firms, drafted clause by clause in the order of their family."""

from __future__ import annotations

from collections.abc import Iterable

from charterlang.law.form_rows import Form
from charterlang.law.rows import trust
from charterlang.model.entities import Entity
from charterlang.papers.assemble import Sheet, part
from charterlang.papers.body import Body
from charterlang.papers.desk import Desk, Office, required
from charterlang.papers.families import Family, family_of, part_places
from charterlang.papers.markup import Node
from charterlang.papers.press import TemplateFault, report
from charterlang.papers.tree import Clause, Paper, Signature
from charterlang.source import Finding, Severity

_LAST = ("prescribed", "local")
"""Clauses drafted after all others, since they say what the others left unsaid; they keep their place in the order."""


def constitution(office: Office, entity: Entity) -> Paper:
    """The bylaws of an association, or the articles of a firm."""
    form = office.form(entity.id)
    family = family_of(entity, form)
    catalogue = office.catalogue
    desk = Desk(
        office,
        f"{family.paper}-{entity.id}",
        entity.id,
        catalogue.name("bodies", family.body),
        catalogue.name("deeds", family.deed),
        catalogue.name("members", family.member),
        form,
        Body(office.charter, entity, form, family),
        part_places(family.clauses),
        entity.particulars,
    )
    key = "title insert" if family.name.startswith("insert") else "title constitution"
    title = str(catalogue.say(key, deed=desk.deed, of=entity.title or entity.id))
    sheet = Sheet(desk, family.paper, title, _subtitle(desk, form), desk.notice)
    drafted = _drafted(sheet, family, form)
    for part_id, clauses in family.parts:
        articles = [clause for each in clauses.split() for clause in drafted.get(each, ())]
        if articles:
            sheet.clauses.append(part(part_id, catalogue.name("parts", part_id), articles))
    sheet.signatures.append(Signature(entity.title or entity.id, str(catalogue.say("signing for the body"))))
    _check_form(sheet, entity, form)
    return sheet.paper(desk.paper, page_of(desk.jurisdiction))


def page_of(jurisdiction: str) -> str:
    """The paper size of a jurisdiction: Letter in the United States and Canada, A4 elsewhere."""
    return "Letter" if jurisdiction[:2] in ("US", "CA") else "A4"


def _subtitle(desk: Desk, form: Form | None) -> str:
    if form is None:
        return ""
    said = desk.catalogue.say("subtitle", form=form.english, native=form.native_name, place=desk.place)
    return str(said)


def _drafted(sheet: Sheet, family: Family, form: Form | None) -> dict[str, list[Clause]]:
    """The clauses of each id of the family."""
    drafted: dict[str, list[Clause]] = {}
    for clause in (each for each in family.clauses if each not in _LAST):
        drafted[clause] = _clause(sheet, clause, family)
    if form is not None:
        drafted["prescribed"] = _prescribed(sheet, form)
        drafted["local"] = _local(sheet, form)
    return drafted


def _clause(sheet: Sheet, clause: str, family: Family) -> list[Clause]:
    try:
        return sheet.clauses_of(sheet.nodes(clause, *family.folders))
    except TemplateFault as fault:
        report(sheet.desk.office.findings, fault)
        return []


def _prescribed(sheet: Sheet, form: Form) -> list[Clause]:
    """The article with what the law obliges the text to state, where the form has such a text."""
    press = sheet.desk.office.press
    if not press.path(form.id, "prescribed"):
        return []
    try:
        return sheet.clauses_of(sheet.nodes(form.id, "prescribed"))
    except TemplateFault as fault:
        report(sheet.desk.office.findings, fault)
        return []


def _local(sheet: Sheet, form: Form) -> list[Clause]:
    """An article with a section for each required subject that no other clause covers."""
    press = sheet.desk.office.press
    sections: list[Node] = []
    for subject in _uncovered(sheet, form):
        if press.path(subject, "required"):
            try:
                sections += sheet.nodes(subject, "required")
            except TemplateFault as fault:
                report(sheet.desk.office.findings, fault)
    if not sections:
        return []
    (article,) = sheet.nodes("local", "shared")
    article.children += sections
    return sheet.clauses_of([article])


def _uncovered(sheet: Sheet, form: Form) -> Iterable[str]:
    return [each for each in dict.fromkeys(map(required, form.required_clauses)) if each not in sheet.covers]


def _check_form(sheet: Sheet, entity: Entity, form: Form | None) -> None:
    """Report what the form wants said and no clause says."""
    if form is None:
        return
    span = entity.form_span or entity.span
    law = (form.cites("required_clauses"),)
    found = sheet.desk.office.findings
    for subject in _uncovered(sheet, form):
        message = f"the constitution of {entity.label} must cover “{subject.replace('-', ' ')}”, and no clause does"
        help_ = ("add a clause for it, or take back the one that was left out",)
        found.append(Finding("DOC105", Severity.ERROR, message, span, steps=law, help=help_, subject=entity.id))
    if form.prescribed_text is None:
        return
    for number, point in enumerate(form.prescribed_text.points, 1):
        if str(number) not in sheet.points:
            message = f"the law asks the constitution of {entity.label} to state this, and no clause does: {point}"
            law = (f"{form.prescribed_text.provision}; {trust(form.last_verified, form.confidence)}",)
            found.append(Finding("DOC108", Severity.ERROR, message, span, steps=law, subject=entity.id))
