"""Suiting a charter to another country's law: the remedies that findings bring along, and the shares of votes.

A model keeps to the law it was written under. Moved elsewhere, a majority may fall short of what the statute there
demands, or a board be too small: what can only be meant one way is changed, and said.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from charterlang.source import Edit, Finding, Fix, MemoryFiles, Severity

if TYPE_CHECKING:
    from charterlang.compiler import Compilation

_ROUNDS = 4
_SHARE_OF_AMENDMENTS = "LAW160"


def checked(path: str, text: str) -> Compilation:
    """A charter's text as a check finds it, with no settings but the usual ones."""
    from charterlang.compiler import check
    from charterlang.settings import Settings

    return check(path, MemoryFiles({path: text}), Settings())


def errors(compilation: Compilation) -> tuple[Finding, ...]:
    """The findings for which no papers would be written."""
    return tuple(finding for finding in compilation.findings if finding.severity is Severity.ERROR)


def suited(path: str, text: str) -> tuple[str, tuple[str, ...]]:
    """The text with what the law asks for put right where that can be done, and what was done, in words."""
    from charterlang.fixes import apply

    done: list[str] = []
    found = checked(path, text)
    for _ in range(_ROUNDS):
        wrong = errors(found)
        remedies = [fix for finding in wrong if (fix := _remedy(found, finding)) is not None]
        mended = apply(found.sources, remedies)
        if path not in mended.texts:
            break
        again = checked(path, mended.texts[path])
        if len(errors(again)) >= len(wrong):
            break
        text, found = mended.texts[path], again
        done += mended.applied
    return text, tuple(done)


def _remedy(found: Compilation, finding: Finding) -> Fix | None:
    """The first fix that a finding brings along; for too small a share of votes, the share the law asks for."""
    if finding.code == _SHARE_OF_AMENDMENTS:
        return _larger_share(found, finding)
    return finding.fixes[0] if finding.fixes else None


def _larger_share(found: Compilation, finding: Finding) -> Fix | None:
    """The shares of the power that a finding points at, raised to what the legal form asks for."""
    from charterlang import law

    entity = found.charter.entities.get(finding.subject.partition(".")[0])
    form = law.form(entity.form) if entity is not None and entity.form else None
    span, least = finding.span, form.amend_threshold if form is not None else None
    if span is None or least is None or entity is None or span.file not in found.loaded.documents:
        return None
    share = f"{least.numerator}/{least.denominator}"
    tree = found.loaded.documents[span.file].blocks[span.block].tree
    edits = tuple(
        Edit(found.loaded.documents[span.file].span(found.loaded.documents[span.file].blocks[span.block], leaf), share)
        for leaf in (tree.tokens() if tree is not None else ())
        if span.start <= leaf.start < span.end and leaf.kind == "FRACTION" and Fraction(leaf.text) < least
    )
    return Fix(f"{entity.label}: amend its articles by {share}", edits) if edits else None
