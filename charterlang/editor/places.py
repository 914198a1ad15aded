"""Places in files by absolute offsets, and changes to them: what editors are told instead of spans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from charterlang._records import record
from charterlang.source import Edit, Sources, Span


@record(order=True)
class Place:
    """The stretch from `start` to `end` (exclusive) of the file at `path`, in code points."""

    path: str
    start: int
    end: int

    def holds(self, offset: int) -> bool:
        """Whether an offset lies in this place or at one of its ends."""
        return self.start <= offset <= self.end


@record
class Change:
    """Put `text` in the place of what stands at `place`."""

    place: Place
    text: str


def place_of(sources: Sources, span: Span) -> Place:
    """The place of a span; the start of its file where the text is shorter by now."""
    source = sources[span.file]
    if span.block >= len(source.block_starts):
        return Place(span.file, 0, 0)
    start, end = source.offsets(span)
    return Place(span.file, min(start, len(source.text)), min(end, len(source.text)))


def changes_of(sources: Sources, edits: Iterable[Edit]) -> tuple[Change, ...]:
    """Edits by absolute offsets; those of files that were not read are left out."""
    return tuple(Change(place_of(sources, edit.span), edit.replacement) for edit in edits if edit.span.file in sources)


def applied(text: str, changes: Iterable[Change]) -> str:
    """A text with the changes to it made; changes must not overlap."""
    for change in sorted(changes, key=lambda each: each.place, reverse=True):
        text = text[: change.place.start] + change.text + text[change.place.end :]
    return text


def by_file(changes: Iterable[Change]) -> Mapping[str, tuple[Change, ...]]:
    """Changes gathered by the file they change."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(change.place.path, []).append(change)
    return {path: tuple(each) for path, each in found.items()}
