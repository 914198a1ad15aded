"""What charters expect and whether it holds, as JUnit XML: a suite a charter, a case an expectation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from charterlang.render.columns import harmless
from charterlang.render.palette import Style
from charterlang.render.places import relative

if TYPE_CHECKING:
    from charterlang.compiler import Compilation


def render(compilations: Sequence[Compilation], style: Style, *, quiet: bool = False) -> str:
    """The report; how text is shown on a terminal does not matter here."""
    del style, quiet
    outcomes = [outcome for compilation in compilations for outcome in compilation.outcomes]
    failures = sum(not outcome.holds for outcome in outcomes)
    head = f'<testsuites name="charter test" tests="{len(outcomes)}" failures="{failures}" errors="0">'
    suites = "".join(_suite(compilation) for compilation in compilations if compilation.outcomes)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{suites}</testsuites>\n'


def _suite(compilation: Compilation) -> str:
    file = relative(compilation.file)
    failures = sum(not outcome.holds for outcome in compilation.outcomes)
    counts = f'tests="{len(compilation.outcomes)}" failures="{failures}" errors="0" skipped="0"'
    lines = [f"  <testsuite name={_attribute(file)} {counts}>"]
    for outcome in compilation.outcomes:
        span = outcome.expectation.span
        line = compilation.sources.start(span).line if span else 1
        said = " ".join(compilation.sources[span.file].slice(span).split()) if span else outcome.text
        case = f"    <testcase classname={_attribute(file)} name={_attribute(said)} file={_attribute(file)}"
        case += f' line="{line}" time="0"'
        if outcome.holds:
            lines.append(f"{case}/>")
            continue
        steps = "\n".join(f"{number}. {step}" for number, step in enumerate(outcome.steps, 1))
        lines.append(f"{case}>")
        lines.append(f"      <failure message={_attribute(outcome.text)}>{escape(harmless(steps))}</failure>")
        lines.append("    </testcase>")
    return "\n".join([*lines, "  </testsuite>"]) + "\n"


def _attribute(text: str) -> str:
    return quoteattr(harmless(text))
