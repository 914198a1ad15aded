"""Applying fixes: edits in spans become new texts, as one round or round after round until nothing is left to mend."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from charterlang._records import record
from charterlang.source import Edit, Finding, Fix, Sources

ROUNDS = 12
"""How often a charter is read anew after fixes before the rest is left to its author."""


@record
class Fixed:
    """What fixing came to: the new text of every file that changed, and the titles of what was applied, in order."""

    texts: Mapping[str, str]
    applied: tuple[str, ...]


def apply(sources: Sources, fixes: Iterable[Fix]) -> Fixed:
    """Apply fixes that do not touch one another; of two that do, the earlier one is applied and the later left."""
    edits: dict[str, list[tuple[int, int, str]]] = {}
    applied: list[str] = []
    for fix in fixes:
        wanted = [_absolute(sources, edit) for edit in fix.edits]
        if any(_clash(edits.get(file, ()), start, end, text) for file, start, end, text in wanted):
            continue
        for file, start, end, text in wanted:
            edits.setdefault(file, []).append((start, end, text))
        applied.append(fix.title)
    return Fixed({file: _edited(sources[file].text, changes) for file, changes in edits.items()}, tuple(applied))


def safe_fixes(findings: Iterable[Finding]) -> tuple[Fix, ...]:
    """The fixes that keep the meaning of a charter: the first safe one of every finding."""
    firsts = (next((fix for fix in finding.fixes if fix.safe), None) for finding in findings)
    return tuple(fix for fix in firsts if fix is not None)


def fix_all(look: Callable[[Mapping[str, str]], tuple[Sources, Iterable[Finding]]]) -> Fixed:
    """Apply safe fixes until none is left.

    `look` reads the charter with some texts in place of what its files hold, and returns its sources and findings.
    """
    texts: dict[str, str] = {}
    applied: list[str] = []
    for _ in range(ROUNDS):
        sources, findings = look(texts)
        done = apply(sources, safe_fixes(findings))
        if not done.applied:
            break
        texts.update(done.texts)
        applied.extend(done.applied)
    return Fixed(texts, tuple(applied))


def _absolute(sources: Sources, edit: Edit) -> tuple[str, int, int, str]:
    start, end = sources[edit.span.file].offsets(edit.span)
    return edit.span.file, start, end, edit.replacement


def _clash(taken: Iterable[tuple[int, int, str]], start: int, end: int, text: str) -> bool:
    """Whether an edit overlaps one that is taken, or inserts other words at the same place."""
    return any(
        (start < other_end and other_start < end) or (start == other_start and (start, end, text) != other)
        for other in taken
        for other_start, other_end in [other[:2]]
    )


def _edited(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end, replacement in sorted(set(changes)):
        pieces += (text[done:start], replacement)
        done = end
    return "".join((*pieces, text[done:]))
