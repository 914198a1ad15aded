"""Where the elements of the model stand in the charter."""

from __future__ import annotations

import os
from collections.abc import Iterable

from charterlang.model import Charter
from charterlang.papers.tree import Origin
from charterlang.source import Sources, Span


def span_of(charter: Charter, name: str) -> Span | None:
    """The place of an element, or of a statement in one: `kitchen`, `kitchen.powers.dissolve`, `kitchen.purpose`."""
    found = charter.elements.get(name)
    if found is not None:
        span: Span | None = getattr(found, "name_span", None) or found.span
        return span
    owner, _, statement = name.rpartition(".")
    holder = charter.elements.get(owner)
    statements: dict[str, Span] = getattr(holder, "statements", {})
    if statement in statements:
        return statements[statement]
    return span_of(charter, owner) if owner else None


def origins(charter: Charter, sources: Sources, names: Iterable[str]) -> tuple[Origin, ...]:
    """The places of elements as readers of a paper find them, each once, in the order of the file."""
    found: set[tuple[str, int]] = set()
    for name in names:
        span = span_of(charter, name)
        if span is not None and span.file in sources:
            found.add((_shown(charter, span.file), sources.start(span).line))
    return tuple(Origin(file, line) for file, line in sorted(found))


def _shown(charter: Charter, file: str) -> str:
    """A file as a reader of a paper should see it: relative to the folder of the charter."""
    home = os.path.dirname(charter.file)
    below = os.path.relpath(file, home) if home and os.path.isabs(file) == os.path.isabs(home) else file
    return os.path.basename(file) if below.startswith("..") or os.path.isabs(below) else below.replace(os.sep, "/")
