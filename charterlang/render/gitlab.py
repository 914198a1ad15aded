"""Findings as a GitLab code quality report."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from charterlang.render.palette import Style
from charterlang.render.places import fingerprints, once, place, whole_message
from charterlang.source import Severity

if TYPE_CHECKING:
    from charterlang.compiler import Compilation

_WORDS = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(compilations: Sequence[Compilation], style: Style) -> str:
    """A JSON list with one issue a finding; the width and colours of `style` do not matter here."""
    del style
    issues = []
    for compilation, findings in once(compilations):
        for finding, fingerprint in zip(findings, fingerprints(findings, compilation.sources), strict=True):
            where = place(finding.span, finding.file or compilation.file, compilation.sources)
            issues.append(
                {
                    "description": whole_message(finding),
                    "check_name": finding.code,
                    "fingerprint": fingerprint,
                    "severity": _WORDS[finding.severity],
                    "location": {"path": where.file, "lines": {"begin": where.line, "end": where.end_line}},
                }
            )
    return json.dumps(issues, indent=2, ensure_ascii=False) + "\n"
