"""What machine-readable formats share: where a finding is, and what makes it the same finding tomorrow."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from charterlang._records import record
from charterlang.source import Finding, Sources, Span

if TYPE_CHECKING:
    from charterlang.compiler import Compilation


@record
class Place:
    """A stretch of a file in lines and columns, both from 1; the end is exclusive. Columns count code points."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


def place(span: Span | None, file: str, sources: Sources) -> Place:
    """Where a span is; the start of `file` where there is no text to point at."""
    if span is None or span.file not in sources:
        return Place(relative(file))
    start, end = sources.start(span), sources.end(span)
    return Place(relative(span.file), start.line, start.column, end.line, end.column)


def relative(file: str) -> str:
    """A path as a repository names it: from the working folder where it lies beneath it, with forward slashes."""
    if os.path.isabs(file):
        near = os.path.relpath(file)
        file = file if near.startswith("..") else near
    return file.replace(os.sep, "/")


def fingerprints(findings: Iterable[Finding], sources: Sources) -> Iterator[str]:
    """For each finding a name that outlives edits elsewhere: from its code, file, subject and the words it points at.

    Two findings that share all of these are told apart by their order.
    """
    from hashlib import sha256

    seen: Counter[str] = Counter()
    for finding in findings:
        words = sources[finding.span.file].slice(finding.span) if finding.span and finding.span.file in sources else ""
        key = "\0".join((finding.code, relative(finding.file), finding.subject, " ".join(words.split())[:400]))
        seen[key] += 1
        yield sha256(f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def once(compilations: Iterable[Compilation]) -> Iterator[tuple[Compilation, tuple[Finding, ...]]]:
    """Each compilation with its findings; one in a file that several charters use is told with the first of them."""
    told: set[Finding] = set()
    for compilation in compilations:
        fresh = tuple(finding for finding in compilation.findings if finding not in told)
        told.update(fresh)
        yield compilation, fresh


def whole_message(finding: Finding) -> str:
    """Message, reasons and help as plain text, for formats that have one field for them.

    What stands beneath the carets is a reason where no others are given; else it only says which of them is meant.
    """
    lines = [finding.message + (f" ({finding.verdict})" if finding.verdict else "")]
    if finding.label and not finding.steps:
        lines.append(finding.label)
    count = len(finding.steps) > 1
    lines += [f"{number}. {step}" if count else step for number, step in enumerate(finding.steps, 1)]
    lines += [f"help: {help_}" for help_ in finding.help]
    return "\n".join(lines)
