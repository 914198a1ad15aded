"""Licences: what each grants, demands and leaves open, and for what kind of material it was written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from charterlang.law.rows import UNVERIFIED, Confidence, Row, Words, trust

Family = Literal[
    "public-domain", "permissive", "weak-copyleft", "strong-copyleft", "network-copyleft", "copyfair", "non-open"
]
Reciprocity = Literal["none", "weak", "strong", "network", "economic"]
"""What must come back, from nothing to whole derivatives, also when only served; `economic`: from commercial use."""

Domain = Literal["software", "works", "docs", "hardware", "data", "fonts", "seed", "biomaterial", "land"]


class Approvals(Row):
    """Who calls the licence open: the OSI, the FSF, the Open Definition. None: not known, so not to be claimed."""

    osi: bool | None
    fsf_libre: bool | None
    open_definition: bool | None


class Licence(Row):
    """One licence.

    `id` is its SPDX id, or a `LicenseRef-` where SPDX has none (`spdx` is then None). `domains` are the kinds of
    material it was written for; `commercial_use` who may use the material for gain; `obligations` what users must do,
    as slugs; `reciprocity` what comes back. `term` says for how long it is granted, on the ground of `term_basis`:
    `irrevocable` and `whole-term` (as long as the right lasts, ending only for breach) cannot be taken back, `silent`
    leaves it to the law of the place, `by-contract` to the contract, `unread` is not known. `last_verified` is None
    where no text was read.
    """

    id: Words
    spdx: Words | None
    name: Words
    family: Family
    domains: tuple[Domain, ...]
    approvals: Approvals
    commercial_use: Literal[
        "any",
        "none",
        "cooperatives-and-nonprofits",
        "reciprocity-fee",
        "delayed",
        "restricted-field",
        "guardian-consent",
        "by-contract",
        "per-lease",
    ]
    obligations: tuple[Words, ...]
    reciprocity: Reciprocity
    term: Literal["irrevocable", "whole-term", "silent", "by-contract", "unread"]
    term_basis: Words
    steward: str = ""
    sources: tuple[Words, ...]
    last_verified: int | None
    confidence: Confidence
    note: str = ""

    @property
    def is_open(self) -> bool | None:
        """Whether the OSI, the FSF or the Open Definition calls it open.

        False where its terms keep some people or uses out; None where none of the three is known to have called it
        open and nothing in it says otherwise: then it must not be claimed.
        """
        if any((self.approvals.osi, self.approvals.fsf_libre, self.approvals.open_definition)):
            return True
        closed = self.family in ("copyfair", "non-open") or self.approvals.open_definition is False
        return False if closed else None

    @property
    def is_irrevocable(self) -> bool | None:
        """Whether a version once published under it stays so for good; None where the text does not say."""
        return {"irrevocable": True, "whole-term": True, "by-contract": False}.get(self.term)

    @property
    def is_copyfair(self) -> bool:
        """Whether commercial use is kept for, or paid back to, the circle: reciprocal, and by that not open."""
        return self.family == "copyfair"

    @property
    def bars_enclosure(self) -> bool:
        """Whether whole derivatives must stay under its terms when passed on."""
        return self.reciprocity in ("strong", "network", "economic")

    @property
    def recalled(self) -> bool:
        """Whether the row rests on general knowledge alone."""
        return set(self.sources) == {UNVERIFIED} or self.confidence == "low"

    def cites(self) -> str:
        """The licence by name and how far the row may be trusted."""
        return f"{self.name}; {trust(self.last_verified, self.confidence)}"


class LicenceException(Row):
    """An additional permission joined to a licence by WITH.

    `effect` is `weak` where works that take the material in may go under other terms, so that only the material itself
    must come back, and `same` where the permission is too narrow to change what comes back.
    """

    id: Words
    effect: Literal["weak", "same"]
    words: Words


class LicencesAbout(Row):
    """What is true of the whole table: its month, its disclaimers, and the rule that a licence alone ties weakly."""

    compiled: Words
    disclaimer: Words
    reciprocity_values: Mapping[str, Words]
    approvals_note: Words
    openness_warning: Words
    tie_rule: Words
