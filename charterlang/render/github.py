"""Findings as workflow commands, which GitHub shows beside the changed lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from charterlang.render.palette import Style
from charterlang.render.places import once, place, whole_message
from charterlang.source import Finding, Severity

if TYPE_CHECKING:
    from charterlang.compiler import Compilation

_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(compilations: Sequence[Compilation], style: Style) -> str:
    """One command a finding; the width and colours of `style` do not matter here."""
    del style
    return "".join(
        f"{_command(finding, compilation)}\n" for compilation, findings in once(compilations) for finding in findings
    )


def _command(finding: Finding, compilation: Compilation) -> str:
    where = place(finding.span, finding.file or compilation.file, compilation.sources)
    properties = {"file": where.file, "line": str(where.line), "endLine": str(where.end_line)}
    if where.line == where.end_line:
        properties |= {"col": str(where.column), "endColumn": str(where.end_column)}
    properties["title"] = f"{finding.code} {finding.verdict}".strip()
    said = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_WORDS[finding.severity]} {said}::{_data(whole_message(finding))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
