"""The lines that sum up a charter: how many values hold, and for each who would have to agree to break it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from charterlang.render.columns import harmless, width, wrap
from charterlang.render.palette import Style
from charterlang.source import Finding, Severity

if TYPE_CHECKING:
    from charterlang.compiler import Compilation
    from charterlang.powers.verdicts import Level, ValueVerdict

_LEAST_NAME = 10
_LEVEL_COLUMN = 13


def many(count: int, one: str, more: str = "") -> str:
    """A count with its noun: `1 error`, `4 blanks`."""
    return f"{count} {one if count == 1 else more or one + 's'}"


def heading(compilation: Compilation, style: Style, *more: str, also: Sequence[Finding] = ()) -> str:
    """`occupy-kitchen.charter   3 values protected · 0 errors · 1 warning`, and `more` counts behind.

    `also` are findings beside those of the compilation, which count too.
    """
    values = compilation.verdicts.values
    held = sum(_held(compilation, found) for found in values)
    protected = (
        f"{many(held, 'value')} protected" if held == len(values) else f"{held} of {len(values)} values protected"
    )
    counts = [protected] if values else []
    found = Counter(finding.severity for finding in (*compilation.findings, *also))
    for severity in (Severity.ERROR, Severity.WARNING):
        words = many(found[severity], severity.value)
        counts.append(style.paint(severity.value, words) if found[severity] else words)
    counts += [many(found[Severity.NOTE], "note")] if found[Severity.NOTE] else []
    if compilation.silenced:
        counts.append(f"{len(compilation.silenced)} allowed")
    return f"{style.paint('headline', harmless(compilation.file))}   {' · '.join([*counts, *more])}"


def _held(compilation: Compilation, found: ValueVerdict) -> bool:
    """Whether a value was examined and stands well enough to give no finding."""
    return found.level is not None and compilation.context.weight(found.level) is None


def value_lines(compilation: Compilation, style: Style) -> list[str]:
    """One line a value: its name, its level, and who would have to agree to break it."""
    values = compilation.verdicts.values
    names = [_name(found, values) for found in values]
    column = max((width(name) for name in names), default=0)
    column = max(column, _LEAST_NAME)
    lines: list[str] = []
    for name, found in zip(names, values, strict=True):
        word = "not examined" if found.level is None else found.level.word
        room = style.width - 2 - column - 2 - _LEVEL_COLUMN
        rows = wrap(harmless(_in_a_line(compilation, found)), room)
        lead = f"  {name}{' ' * (column - width(name))}  "
        level = style.paint(_colour(found.level), word) + " " * (_LEVEL_COLUMN - len(word))
        lines.append(f"{lead}{level}{rows[0]}".rstrip())
        lines.extend(" " * (column + 4 + _LEVEL_COLUMN) + row for row in rows[1:])
    return lines


def _name(found: ValueVerdict, values: Sequence[ValueVerdict]) -> str:
    """The value's name, with whose it is where there are several."""
    alone = sum(other.value == found.value for other in values) == 1
    return harmless(found.value if alone else f"{found.value} of {found.subject}")


def _colour(level: Level | None) -> str:
    if level is None:
        return "warning"
    return ("error", "error", "warning", "good", "good", "good")[level]


def _in_a_line(compilation: Compilation, found: ValueVerdict) -> str:
    """Who would have to agree to break a value, or what stands in the way of everybody."""
    from charterlang.checks.phrases import breach_words, group_words
    from charterlang.powers.verdicts import Level

    weakest = found.weakest
    if weakest is None:
        return "nothing here could break it, as far as the charter says"
    if weakest.level is None:
        return weakest.missing
    if not weakest.coalition:
        reasons = weakest.bars or weakest.steps
        return reasons[0].text if reasons else weakest.level.meaning
    if weakest.level <= Level.INSIDER:
        return breach_words(compilation.context, weakest)
    group = group_words(compilation.context, weakest.coalition)
    leave = ", or leave together" if weakest.by_exit else ""
    return f"{group} would have to agree{leave}"
