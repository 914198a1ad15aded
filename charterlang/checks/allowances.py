"""Findings that a charter silences in place: `allow CODE because "…"`, with `signed by` for errors of protection.

An allowance speaks for the element in whose block it stands, or for the whole charter. It names a code (`POW110`),
a rule (`exposed-value`) or the start of a code (`GOV`); an error of protection must be named whole. What is
silenced is kept apart with its reason, so that the papers and the report can show it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from charterlang.checks import registry
from charterlang.checks.explain import lower_codes
from charterlang.model import Charter
from charterlang.model.things import Allowance
from charterlang.source import Edit, Finding, Fix, Severity, Span


class Silenced(NamedTuple):
    """A finding that an allowance silences."""

    finding: Finding
    allowance: Allowance


class Sifted(NamedTuple):
    """What is left to say, and what was silenced with which reason. `kept` holds the findings on allowances too."""

    kept: tuple[Finding, ...]
    silenced: tuple[Silenced, ...]


UNSIGNED, IDLE, UNKNOWN = "ALW110", "ALW120", "ALW130"
_NEVER = ("SYN", "SRC", "ALW")
_LATER = "DOC"
"""Findings that are made when papers are written: until then nobody knows whether an allowance for one is idle."""


def sift(charter: Charter, findings: Iterable[Finding]) -> Sifted:
    """Part `findings` into those that stand and those that the charter's allowances silence."""
    kept: list[Finding] = []
    silenced: list[Silenced] = []
    used: set[int] = set()
    unsigned: set[int] = set()
    for finding in findings:
        fitting = [
            (number, allowance)
            for number, allowance in enumerate(charter.allowances)
            if _names(allowance, finding) and _covers(charter, allowance, finding)
        ]
        granted = next((found for found in fitting if _enough(found[1], finding)), None)
        if granted is not None:
            used.add(granted[0])
            silenced.append(Silenced(finding, granted[1]))
        else:
            unsigned.update(number for number, _ in fitting)
            kept.append(finding)
    for number, allowance in enumerate(charter.allowances):
        kept.extend(_remarks(allowance, used=number in used, unsigned=number in unsigned))
    return Sifted(tuple(sorted(kept, key=Finding.order)), tuple(silenced))


def silent(charter: Charter, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Those of `findings` that no allowance silences; nothing is said of the allowances themselves."""
    for finding in findings:
        fitting = (allowance for allowance in charter.allowances if _names(allowance, finding))
        if not any(_covers(charter, allowance, finding) and _enough(allowance, finding) for allowance in fitting):
            yield finding


def _names(allowance: Allowance, finding: Finding) -> bool:
    """Whether an allowance names that finding, by code, by rule or by the start of the code."""
    if finding.code.startswith(_NEVER):
        return False
    entry = registry.find(finding.code)
    return finding.code.startswith(allowance.code.upper()) or (entry is not None and allowance.code == entry.name)


def _covers(charter: Charter, allowance: Allowance, finding: Finding) -> bool:
    """Whether the finding speaks of the element in which the allowance stands, or of something inside it."""
    scope = allowance.scope
    if not scope or finding.subject == scope or finding.subject.startswith(f"{scope}."):
        return True
    if finding.verdict.startswith(f"{scope}:"):  # an allowance inside a value
        return True
    element = charter.elements.get(scope)
    return element is not None and _inside(finding.span, element.span)


def _inside(inner: Span | None, outer: Span | None) -> bool:
    """Whether one place lies within another."""
    if inner is None or outer is None or (inner.file, inner.block) != (outer.file, outer.block):
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def _enough(allowance: Allowance, finding: Finding) -> bool:
    """Whether the allowance carries what the finding asks: a whole code and a signature for errors of protection."""
    entry = registry.find(finding.code)
    protection = finding.code in UNRULED_PROTECTION if entry is None else entry.protection
    if not protection or finding.severity is not Severity.ERROR:
        return True
    names = (finding.code,) if entry is None else (entry.code, entry.name)
    return bool(allowance.signed_by) and allowance.code in names


UNRULED_PROTECTION = frozenset({"DOC107"})
"""Errors of protection that no rule raises but the papers do: what protects a value is not among what people sign."""


def _remarks(allowance: Allowance, *, used: bool, unsigned: bool) -> Iterator[Finding]:
    """What there is to say of an allowance itself."""
    code = allowance.code
    if not _known(code):
        from charterlang.checks.explain import nearest

        near = nearest(code)
        yield Finding(
            UNKNOWN,
            Severity.WARNING,
            f"No finding is called {code}, so this allowance silences nothing",
            allowance.span,
            help=(f"did you mean `{near[0]}`?",) if near else ("`charter rules` lists all codes",),
        )
    elif unsigned:
        yield Finding(
            UNSIGNED,
            Severity.ERROR,
            f"{code} reports a value that can be broken; only a signed allowance, naming the whole code, silences it",
            allowance.span,
            help=('add who takes responsibility: `signed by "NAME, DATE"`',),
        )
    elif not used and not code.upper().startswith(_LATER):
        yield Finding(
            IDLE,
            Severity.WARNING,
            f"This allowance silences nothing: there is no {code} here any more",
            allowance.span,
            help=("take the line out, so that it does not hide a later finding",),
            fixes=(Fix("Take the allowance out", (Edit(allowance.span, ""),), safe=True),) if allowance.span else (),
        )


def _known(code: str) -> bool:
    """Whether a code, the start of one, or a rule's name exists."""
    upper = code.upper()
    if registry.find(code) is not None or (upper[3:].startswith("9") and upper[3:].isdigit()):
        return True
    codes = (*(entry.code for entry in registry.entries()), *lower_codes())
    return any(known.startswith(upper) for known in codes)
