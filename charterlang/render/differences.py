"""Two versions of a charter side by side: what changed, and which protections fell or rose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from charterlang.render.columns import harmless, wrap
from charterlang.render.palette import Style

if TYPE_CHECKING:
    from charterlang.checks.context import Context
    from charterlang.compare import Change, Shift
    from charterlang.powers.verdicts import Protection
    from charterlang.redlining import Redlined

_MARKS = {"added": "+", "removed": "-", "changed": "~"}
_ROLES = {"added": "added", "removed": "removed", "changed": "warning"}


def changes_text(found: Sequence[Change], style: Style) -> list[str]:
    """One line an element that came or went; for one that changed, a line for each field: old → new."""
    lines = []
    for change in found:
        title = f" “{change.label}”" if change.label not in ("", change.element.rpartition(".")[2]) else ""
        head = f"{_MARKS[change.kind]} {change.element}"
        lines.append(style.paint(_ROLES[change.kind], harmless(head)) + harmless(title))
        for name, old, new in change.what:
            rows = wrap(harmless(f"{name}: {old} → {new}"), style.width - 6)
            lines += [f"    {rows[0]}", *(f"      {row}" for row in rows[1:])]
    return lines


def redlines_text(found: Redlined, style: Style) -> list[str]:
    """The redlines that show a change, the number of those that show none, and the papers without a counterpart."""
    lines = [f"redlines in {harmless(found.folder)}:"]
    for name, places in found.changed:
        if places:
            lines.append(f"  {harmless(name)}: {places} change{'s' if places != 1 else ''}")
    same = sum(not places for _, places in found.changed)
    if same:
        lines.append(
            f"  {same} more without a change" if same != len(found.changed) else f"  {same}, none with a change"
        )
    lines += [style.paint("added", f"+ {harmless(name)}, a new paper") for name in found.added]
    lines += [style.paint("removed", f"- {harmless(name)}, no longer a paper") for name in found.removed]
    return lines


def shifts_text(found: Sequence[Shift], old: Context, new: Context, style: Style) -> list[str]:
    """One entry a protection that stands otherwise: from what to what, and who could break it now."""
    from charterlang.checks.phrases import standing

    lines = []
    for shift in found:
        context = old if shift.gone else new
        what = f"{shift.value} of {context.label(shift.subject)}"
        if shift.firm:
            what = f"the tie of {context.label(shift.subject)} to {shift.value}"
        if shift.gone:
            move = f"is given up (it was {standing(shift.before)})"
        elif shift.new:
            move = f"is new: {standing(shift.after)}"
        elif shift.before == shift.after:
            move = f"stays {standing(shift.after)}, but fewer suffice to break it"
        else:
            move = f"{'falls' if shift.fell else 'rises'} from {standing(shift.before)} to {standing(shift.after)}"
        rows = wrap(harmless(f"{what} {move}"), style.width - 2)
        role = "error" if shift.fell else "good"
        lines += [style.paint(role, f"{'↓' if shift.fell else '↑'} {rows[0]}"), *(f"  {row}" for row in rows[1:])]
        if shift.fell and shift.now is not None and shift.now.coalition:
            lines += _now(shift.now, new, style)
    return lines


def _now(protection: Protection, context: Context, style: Style) -> list[str]:
    """Who could break it now, and how."""
    from charterlang.checks.phrases import breach_words
    from charterlang.checks.words import sentence

    lines = [
        f"    {row}" for row in wrap(harmless(sentence(f"now {breach_words(context, protection)}")), style.width - 4)
    ]
    for number, step in enumerate(protection.steps, 1):
        first, *rest = wrap(harmless(step.text), style.width - 7)
        lines += [f"    {number}. {first}", *(f"       {row}" for row in rest)]
    return lines
