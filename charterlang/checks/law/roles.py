"""Which forms suit which circle."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from charterlang.law.form_rows import Form


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
