"""The passes in order: a charter goes in; the model, the verdicts, the findings and the papers come out.

This is the only file that knows all passes. It reads no file but through `FileSystem`, and writes nothing but papers.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from charterlang.settings import Settings
from charterlang.source import FileSystem, Finding, LocalFiles, Result, Severity, Sources

if TYPE_CHECKING:
    from charterlang.checks.allowances import Silenced
    from charterlang.checks.expectations import Outcome
    from charterlang.model import Charter
    from charterlang.papers.tree import Paper
    from charterlang.powers import Analysis
    from charterlang.powers.verdicts import Verdicts
    from charterlang.syntax import Document

FORMATS = ("docx", "pdf", "html", "md")
"""What `build` writes unless told otherwise; PDF only where its extra is installed."""


@dataclass(frozen=True)
class Compilation:
    """A charter as far as it could be compiled.

    `file` is the path as it was asked for. `findings` are what stands after the charter's own allowances, as a reader
    meets them; `silenced` what those allowances keep quiet. `outcomes` are the charter's expectations and whether they
    hold. `unreadable` is true where a file could not even be read.
    """

    file: str
    charter: Charter
    sources: Sources
    documents: Mapping[str, Document]
    analysis: Analysis
    findings: tuple[Finding, ...]
    silenced: tuple[Silenced, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    settings: Settings = field(default_factory=Settings)
    unreadable: bool = False

    @cached_property
    def verdicts(self) -> Verdicts:
        """What the power analysis concludes."""
        return self.analysis.verdicts

    @property
    def failed(self) -> bool:
        """Whether a finding is an error, so that no papers are written."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)
