"""A code raised below the checks: the same page as a rule has, kept in tables."""

from __future__ import annotations

from typing import NamedTuple


class Page(NamedTuple):
    """What there is to say of a code: its name, severity, the fault in a sentence, why it matters, how to mend it."""

    code: str
    name: str
    severity: str
    fault: str
    why: str
    mend: str
    bad: str = ""
    good: str = ""
