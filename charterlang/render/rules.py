"""What is known of the rule behind a code, for formats that carry it along."""

from __future__ import annotations

from typing import NamedTuple

from charterlang.source import Severity


class Known(NamedTuple):
    """A code's name, its fault in one sentence, and how much it weighs unless a finding says otherwise."""

    name: str
    fault: str
    severity: Severity


def known(code: str) -> Known | None:
    """What is known of `code`; None for a code that only a project's own rules use."""
    from charterlang.checks import registry
    from charterlang.checks.explain import lower_codes

    found = registry.find(code) or lower_codes().get(code)
    return Known(found.name, found.fault, Severity(found.severity)) if found else None
