"""What the compiler has to say: findings as plain data, apart from how they are shown."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import Generic, TypeVar

from charterlang._records import record
from charterlang.source.text import Span

T = TypeVar("T")


class Severity(StrEnum):
    """How much a finding weighs: an error fails the build, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a note: for sorting and thresholds."""
        return ("error", "warning", "note").index(self.value)


@record
class Label:
    """A place and a few words about it."""

    span: Span
    text: str


@record
class Edit:
    """Replace the text at `span` with `replacement`; an empty span inserts."""

    span: Span
    replacement: str


@record
class Fix:
    """A remedy that is one or more edits. A `safe` fix keeps the meaning; others want the author's eye."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


@record
class Finding:
    """One thing to tell the reader: a fact, a reason, a place and a way forward.

    `code` is stable (`POW110`); `subject` is the id of the model element it speaks of, if any; `verdict` is the
    short state shown beside the headline (`openness: exposed (0)`); `steps` is the derivation, in order;
    `help` says what to do. `span` is None only where there is no text to point at (an unreadable file).
    """

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    label: str = ""
    related: tuple[Label, ...] = ()
    steps: tuple[str, ...] = ()
    help: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    verdict: str = ""
    subject: str = ""
    file: str = ""

    def __post_init__(self) -> None:
        """A finding with a span belongs to the file of that span."""
        if self.span is not None and not self.file:
            object.__setattr__(self, "file", self.span.file)

    def order(self) -> tuple[str, int, int, int, str, str]:
        """A key that sorts findings as a reader meets them: by file and place, errors first at one place."""
        place = (self.span.block, self.span.start) if self.span else (-1, -1)
        return (self.file, *place, self.severity.rank, self.code, self.message)


@record
class Result(Generic[T]):
    """What a pass returns: a value, whole or partial, and the findings made on the way."""

    value: T
    findings: tuple[Finding, ...] = field(default=())

    @property
    def failed(self) -> bool:
        """Whether any finding is an error."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)
