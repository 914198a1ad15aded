"""The papers beside constitutions: which clauses each has, and how it is drafted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from charterlang._records import record
from charterlang.law.form_rows import Form
from charterlang.model.entities import Particular
from charterlang.papers.assemble import Sheet
from charterlang.papers.desk import Desk, Office
from charterlang.papers.press import TemplateFault, report
from charterlang.papers.tree import Clause, Paper, Signature


@record
class Plan:
    """A kind of paper: the folder of its templates, its clauses and annexes in order, and what it calls itself.

    `body` and `deed` are keys of the catalogue; an empty `body` means that the paper is about nothing that needs a
    name of its own. A sheet to fill in or to read (a register) has no notice that it is a draft.
    """

    kind: str
    clauses: str
    deed: str
    body: str = ""
    annexes: str = ""
    draft: bool = True


PLANS: Mapping[str, Plan] = MappingProxyType(
    {
        plan.kind: plan
        for plan in (
            Plan(
                "licence",
                "subject licensor grant copyfair compatibility contributions marks data breach versions decisions locks"
                " law",
                "licence",
                annexes="texts",
            ),
            Plan("notice", "notice", "notice"),
            Plan(
                "contribution-agreement",
                "contributions terms grant promise employers persons warranty record law",
                "agreement-paper",
            ),
            Plan(
                "agreement",
                "parties purpose duties marks control network term ending breach amendment disputes law general",
                "agreement-paper",
                "agreement",
            ),
            Plan("protocol", "need options decision affected review", "protocol", annexes="ballot"),
            Plan("register-of-ties", "ties weak duties relied", "register", draft=False),
            Plan("protections", "reading matrix unexamined", "matrix", draft=False),
            Plan("minutes", "meeting resolutions elections closing", "minutes", annexes="consents"),
            Plan("assumptions-and-blanks", "blanks assumptions defaults open", "list", draft=False),
        )
    }
)
"""All kinds by name."""


def drafted(
    office: Office,
    kind: str,
    paper_id: str,
    title: str,
    *,
    subject: str = "",
    body: str = "",
    form: Form | None = None,
    particulars: tuple[Particular, ...] = (),
    signatures: Sequence[Signature] = (),
    page: str = "A4",
    home: str = "",
    names: Mapping[str, object] | None = None,
) -> Paper:
    """The paper of a kind, from its plan. `names` are what its templates may use beside the usual vocabulary."""
    plan, catalogue = PLANS[kind], office.catalogue
    own = body or (catalogue.name("bodies", plan.body) if plan.body else "")
    deed = catalogue.name("deeds", plan.deed)
    desk = Desk(
        office,
        paper_id,
        subject,
        own,
        deed,
        catalogue.name("members", "member"),
        form=form,
        particulars=particulars,
        home=home,
    )
    sheet = Sheet(desk, kind, title, notice=desk.notice if plan.draft else "")
    for clause in plan.clauses.split():
        sheet.clauses += _clauses(sheet, clause, kind, names or {})
    for annex in plan.annexes.split():
        sheet.annexes += _clauses(sheet, annex, kind, names or {})
    sheet.signatures += signatures
    return sheet.paper(paper_id, page)


def _clauses(sheet: Sheet, clause: str, folder: str, names: Mapping[str, object]) -> list[Clause]:
    try:
        return sheet.clauses_of(sheet.nodes(clause, folder, "shared", **names))
    except TemplateFault as fault:
        report(sheet.desk.office.findings, fault)
        return []
