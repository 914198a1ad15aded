"""Which forms suit which circle."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from charterlang.law.form_rows import Form


_MAY_DIFFER = re.compile(
    r"unless (the )?(statutes|rules|articles)|(statutes|articles|organic rules|agreement) may (set|differ|vary)"
    r"|as (the )?(statutes|articles)|is silent|^custom"
)
_FIXED = re.compile(r"\bfixed\b")


def statutes_may_differ(form: Form) -> bool:
    """Whether the share of votes that amends the constitution is a default, from which its own text may depart.

    The table says so in words beside the share; where it says that a share is fixed for some matters, it is a floor
    here.
    """
    told = f"{form.amendment.basis} {form.amendment.rule}"
    return bool(_MAY_DIFFER.search(told)) and not _FIXED.search(told)


def is_for_profit(form: Form) -> bool:
    """Whether a body of that form may be there for its owners' gain."""
    return not form.nonprofit and not form.distribution_none


def alternatives(form: Form, role: str) -> list[str]:
    """Up to three forms of the same country that suit a role."""
    from charterlang import law

    country = form.jurisdiction.split("-")[0]
    entries = [entry for name in law.forms() if (entry := law.form_entry(name)) is not None]
    fit = [entry for entry in entries if role in entry.roles and entry.jurisdiction.split("-")[0] == country]
    near = sorted(fit, key=lambda entry: (entry.jurisdiction != form.jurisdiction, entry.id))
    return [f"`{entry.id}` ({entry.native_name})" for entry in near[:3]]
