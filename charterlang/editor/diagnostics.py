"""What there is to say of a file: at once after a keystroke, and whole when it was judged.

Until an edit is judged, what was found before still stands in the blocks that it did not touch; what it says of touched
blocks is left out. So nothing flickers, and nothing false is shown at a place that has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from charterlang._records import record
from charterlang.editor.places import Change, Place, changes_of, place_of
from charterlang.editor.workspace import Judged, Reading, Workspace
from charterlang.source import Finding, Fix, Severity, Sources, Span


@record
class Remark:
    """A place and a few words about it."""

    place: Place
    text: str


@record
class Remedy:
    """A fix in places; `safe` if it keeps the meaning."""

    title: str
    changes: tuple[Change, ...]
    safe: bool


@record
class Diagnostic:
    """A finding where an editor shows it. `text` is the message with its verdict, steps and help, line by line."""

    place: Place
    code: str
    severity: Severity
    message: str
    text: str
    related: tuple[Remark, ...]
    remedies: tuple[Remedy, ...]
    finding: Finding


def diagnostics(workspace: Workspace, path: str) -> tuple[Diagnostic, ...]:
    """What there is to say now of the file at `path`, in the order of its text."""
    found: dict[Diagnostic, None] = {}
    for root in workspace.roots(path):
        reading = workspace.reading(root)
        sources = Sources([*reading.loaded.value.sources, *reading.texts])
        for finding in findings_now(reading, workspace.judged(root)):
            if finding.file == path:
                found[_diagnostic(finding, sources)] = None
    return tuple(sorted(found, key=lambda each: (each.place, each.severity.rank, each.code, each.message)))


def findings_now(reading: Reading, judged: Judged | None) -> tuple[Finding, ...]:
    """The findings on a reading: all of them if it was judged, else those on its wording and what still stands."""
    if judged is None:
        return reading.wording
    if judged.reading is reading:
        return judged.findings
    return tuple(dict.fromkeys((*reading.wording, *_still_standing(judged, reading))))


def _still_standing(judged: Judged, now: Reading) -> Iterator[Finding]:
    """What was found by judging an earlier reading in blocks that have not changed since, where they stand now."""
    moved: dict[tuple[str, int], int] = {}
    documents = now.loaded.value.documents
    for path, before in judged.reading.loaded.value.documents.items():
        after = documents.get(path)
        if after is None:
            continue
        present = {id(block.tree): block.number for block in after.blocks if block.tree is not None}
        for block in before.blocks:
            number = present.get(id(block.tree)) if block.tree is not None else None
            if number is not None:
                moved[path, block.number] = number
    said = frozenset(judged.reading.wording)
    for finding in judged.findings:
        if finding not in said:
            kept = _moved(finding, moved)
            if kept is not None:
                yield kept


def _moved(finding: Finding, moved: Mapping[tuple[str, int], int]) -> Finding | None:
    """A finding with its places where they are now; None where its own place has changed."""

    def there(span: Span) -> Span | None:
        number = moved.get((span.file, span.block))
        return span if number == span.block else replace(span, block=number) if number is not None else None

    if finding.span is None:
        return finding
    span = there(finding.span)
    if span is None:
        return None
    related = tuple(replace(label, span=place) for label in finding.related if (place := there(label.span)) is not None)
    fixes = tuple(fix for each in finding.fixes if (fix := _moved_fix(each, moved)) is not None)
    return replace(finding, span=span, related=related, fixes=fixes)


def _moved_fix(fix: Fix, moved: Mapping[tuple[str, int], int]) -> Fix | None:
    edits = []
    for edit in fix.edits:
        number = moved.get((edit.span.file, edit.span.block))
        if number is None:
            return None
        edits.append(replace(edit, span=replace(edit.span, block=number)))
    return replace(fix, edits=tuple(edits))


def _diagnostic(finding: Finding, sources: Sources) -> Diagnostic:
    place = Place(finding.file, 0, 0)
    if finding.span is not None and finding.span.file in sources:
        place = place_of(sources, finding.span)
    related = tuple(
        Remark(place_of(sources, label.span), label.text) for label in finding.related if label.span.file in sources
    )
    remedies = tuple(Remedy(fix.title, changes_of(sources, fix.edits), fix.safe) for fix in finding.fixes)
    return Diagnostic(
        place, finding.code, finding.severity, finding.message, in_words(finding), related, remedies, finding
    )


def in_words(finding: Finding) -> str:
    """A finding as a few lines of text: what is wrong, where it stands, how it comes about, what to do."""
    lines = [finding.message]
    if finding.verdict:
        lines[0] += f" ({finding.verdict})"
    if finding.label:
        lines.append(finding.label)
    lines += [f"{number}. {step}" for number, step in enumerate(finding.steps, 1)]
    lines += [f"help: {line}" for line in finding.help]
    return "\n".join(lines)


def overlapping(found: Iterable[Diagnostic], start: int, end: int) -> tuple[Diagnostic, ...]:
    """The diagnostics that a stretch of the file touches."""
    return tuple(each for each in found if each.place.start <= end and start <= each.place.end)
