"""What charters expect and whether it holds, as people read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from charterlang.render.columns import harmless, wrap
from charterlang.render.palette import Style
from charterlang.render.summary import many

if TYPE_CHECKING:
    from charterlang.compiler import Compilation

_HOLDS, _FAILS = "holds", "fails"


def render(compilations: Sequence[Compilation], style: Style, *, quiet: bool = False) -> str:
    """One line for what holds, more for what does not: what was found instead, and why; then the count."""
    lines: list[str] = []
    held = failed = 0
    for compilation in compilations:
        for outcome in compilation.outcomes:
            held += outcome.holds
            failed += not outcome.holds
            if outcome.holds and quiet:
                continue
            span = outcome.expectation.span
            where = compilation.sources.where(span) if span else compilation.file
            said = " ".join(compilation.sources[span.file].slice(span).split()) if span else outcome.text
            word = style.paint("good", _HOLDS) if outcome.holds else style.paint("error", _FAILS)
            lines.append(f"{word}  {harmless(where)}  {harmless(said)}")
            if not outcome.holds:
                steps = [f"{number}. {step}" for number, step in enumerate(outcome.steps, 1)]
                for text in (f"found: {outcome.text}", *steps):
                    lines.extend(f"       {row}" for row in wrap(harmless(text), style.width - 7))
    total = f"{many(held + failed, 'expectation')}: {held} {_hold(held)}, {failed} {_fail(failed)}"
    return "\n".join([*lines, *([""] if lines else []), total]) + "\n"


def _hold(count: int) -> str:
    return "holds" if count == 1 else "hold"


def _fail(count: int) -> str:
    return "fails" if count == 1 else "fail"
