"""Which clauses a constitution has, by family of legal form: each family is a row of clause ids in order.

A clause id names a template file. It is looked for in the folder of the family first, then in that of its kind of paper
(`bylaws`, `articles`), then in `shared`; so families share their clauses and differ where a file of theirs says so.
"""

from __future__ import annotations

from types import MappingProxyType

from charterlang._records import record
from charterlang.law.form_rows import Form
from charterlang.model.entities import Entity, EntityKind

Parts = tuple[tuple[str, str], ...]
"""The parts of a paper in order: the id of each, and the ids of its clauses, parted by spaces."""


@record
class Family:
    """A family of legal forms.

    `paper` is the kind of paper (`bylaws`, `articles`, `clauses`); `body` and `deed` are the keys of what the body and
    the paper call themselves; `member` of what those who own or constitute it are called; `folders` where its clauses
    are looked for, the most particular first.
    """

    name: str
    paper: str
    body: str
    deed: str
    member: str
    folders: tuple[str, ...]
    parts: Parts

    @property
    def clauses(self) -> tuple[str, ...]:
        """The ids of all its clauses, in order."""
        return tuple(clause for _, clauses in self.parts for clause in clauses.split())


_ORGANS = ("organs", "meeting voting board groups offices officers conflicts")
_CLOSING = ("closing", "liability prescribed local transitional")

_ASSOCIATION: Parts = (
    ("general", "name seat purpose"),
    ("commons", "commons knowledge marks locks"),
    ("members", "membership organisations path capital leaving"),
    _ORGANS,
    ("decisions", "management reserved"),
    ("ties", "firms duties agreements provision nested"),
    ("money", "no-distribution money currencies accounts transparency"),
    ("order", "monitoring disputes"),
    ("changes", "amendment restructuring dissolution"),
    _CLOSING,
)
_FOUNDATION: Parts = (
    ("general", "name seat purpose endowment"),
    ("commons", "commons knowledge marks locks"),
    ("members", "membership organisations path capital leaving"),
    _ORGANS,
    ("decisions", "management reserved"),
    ("ties", "firms duties agreements provision nested"),
    ("money", "no-distribution money currencies accounts transparency"),
    ("order", "monitoring disputes"),
    ("changes", "amendment restructuring dissolution"),
    _CLOSING,
)
_FIRM: Parts = (
    ("general", "name seat purpose"),
    ("ties", "ties duties commons knowledge marks locks agreements firms provision nested"),
    ("members", "membership organisations capital leaving"),
    _ORGANS,
    ("decisions", "management reserved guardians"),
    ("work", "work"),
    ("money", "returns reserves money currencies accounts transparency"),
    ("order", "disputes"),
    ("changes", "amendment restructuring dissolution"),
    _CLOSING,
)
_INSERTED = {"officers", "conflicts", "liability"}
"""Clauses that a form prescribed by law already has, so that a paper to insert leaves them out."""


def _inserted(parts: Parts) -> Parts:
    kept = ((part, " ".join(each for each in clauses.split() if each not in _INSERTED)) for part, clauses in parts)
    return (("insertion", "insertion"), *((part, clauses) for part, clauses in kept if clauses))


def _row(name: str, paper: str, body: str, deed: str, member: str, parts: Parts, *folders: str) -> Family:
    return Family(name, paper, body, deed, member, (*(f"{paper}/{each}" for each in folders), paper, "shared"), parts)


FAMILIES = MappingProxyType(
    {
        family.name: family
        for family in (
            _row("association", "bylaws", "association", "statutes", "member", _ASSOCIATION),
            _row("us-nonprofit", "bylaws", "corporation", "bylaws", "member", _ASSOCIATION, "us-nonprofit"),
            _row("ev", "bylaws", "association", "statutes", "member", _ASSOCIATION, "ev"),
            _row("loi-1901", "bylaws", "association", "statutes", "member", _ASSOCIATION, "loi-1901"),
            _row("foundation", "bylaws", "foundation", "statutes", "member", _FOUNDATION, "foundation"),
            _row("trust", "bylaws", "trust", "deed", "beneficiary", _FOUNDATION, "trust", "foundation"),
            _row("guarantee-company", "bylaws", "company", "articles", "member", _ASSOCIATION, "guarantee"),
            _row("cooperative", "articles", "cooperative", "statutes", "member", _FIRM, "cooperative"),
            _row("us-cooperative", "articles", "cooperative", "bylaws", "member", _FIRM, "cooperative"),
            _row("scic", "articles", "cooperative", "statutes", "member", _FIRM, "scic", "cooperative"),
            _row("scop", "articles", "cooperative", "statutes", "member", _FIRM, "scop", "cooperative"),
            _row("company", "articles", "company", "articles", "shareholder", _FIRM, "company"),
            _row("llc", "articles", "company", "agreement", "member", _FIRM, "company"),
            _row("corporation", "articles", "corporation", "certificate", "shareholder", _FIRM, "company"),
            _row("partnership", "articles", "partnership", "agreement", "member", _FIRM, "company"),
            _row("benefit", "articles", "corporation", "certificate", "shareholder", _FIRM, "benefit", "company"),
            _row("generic-firm", "articles", "enterprise", "articles", "member", _FIRM),
            _row("generic-association", "bylaws", "association", "statutes", "member", _ASSOCIATION),
            _row("insert-association", "bylaws", "company", "clauses", "member", _inserted(_ASSOCIATION), "insert"),
            _row("insert-firm", "articles", "company", "clauses", "member", _inserted(_FIRM), "insert", "company"),
        )
    }
)
"""All families by name."""

_BY_FORM = {
    "de.ev": "ev",
    "fr.association-1901": "loi-1901",
    "fr.scic": "scic",
    "fr.scop": "scop",
    "us.de.pbc": "benefit",
    "us.de.llc": "llc",
    "us.de.c-corp": "corporation",
    "uk.llp": "partnership",
    "us.501c3": "us-nonprofit",
    "us.501c4": "us-nonprofit",
}
PRESCRIBED = frozenset({"uk.cic-guarantee", "uk.cic-shares", "uk.cio", "ie.clg", "in.section-8"})
"""Forms whose constitution follows a model that the law or the regulator prescribes: ours are clauses to insert.

UK: Companies (Audit, Investigations and Community Enterprise) Act 2004 s. 32 with SI 2005/1788; Charities Act 2011
s. 206 with SI 2012/3012. Ireland: Companies Act 2014 Schedule 10. India: Companies Act 2013 s. 8 with Form INC-13.
"""


def family_of(entity: Entity, form: Form | None) -> Family:
    """The family of an association or a firm, by its legal form."""
    protector = entity.kind is EntityKind.ASSOCIATION
    if form is None:
        return FAMILIES["generic-association" if protector else "generic-firm"]
    if form.id in PRESCRIBED:
        return FAMILIES["insert-association" if protector else "insert-firm"]
    named = _BY_FORM.get(form.id)
    if named and (FAMILIES[named].paper == "bylaws") is protector:
        return FAMILIES[named]
    us = form.jurisdiction.startswith("US")
    if form.kind == "cooperative":
        return FAMILIES["us-cooperative" if us else "cooperative"] if not protector else FAMILIES["association"]
    if not protector:
        return FAMILIES["company"]
    by_kind = {
        "association": "us-nonprofit" if us else "association",
        "foundation": "foundation",
        "trust": "trust",
        "company": "guarantee-company",
        "status": "association",
    }
    return FAMILIES[by_kind.get(form.kind, "association")]


def part_places(clauses: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Which of a paper's clauses word a part of its constitution (`articles.powers` and its like)."""
    wanted = {
        "powers": ("management", "reserved", "guardians"),
        "purpose": ("purpose",),
        "asset-lock": ("no-distribution", "returns", "reserves", "locks", "dissolution"),
        "name": ("name",),
        "members": ("membership", "leaving"),
        "organs": ("meeting", "board"),
        "dissolution": ("dissolution",),
        "distribution": ("no-distribution", "returns"),
        "surplus": ("returns",),
        "duties": ("ties", "duties"),
        "amendment": ("amendment",),
        "voting": ("voting",),
        "locks": ("locks",),
    }
    return {part: tuple(each for each in places if each in clauses) for part, places in wanted.items()}
