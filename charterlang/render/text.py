"""Findings as people read them on a terminal: a fact, the place, the reasons in order, and a way forward."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from charterlang.render.columns import harmless, width, wrap
from charterlang.render.excerpt import excerpt, gutter, mark
from charterlang.render.palette import Style
from charterlang.render.places import once
from charterlang.source import Finding, Label, Sources

if TYPE_CHECKING:
    from charterlang.compiler import Compilation

_HELP = "help: "


def render(compilations: Sequence[Compilation], style: Style) -> str:
    """Every finding, and for each charter a summary. Where to read more is said once for each code."""
    from charterlang.render.summary import heading, value_lines

    out: list[str] = []
    for compilation, findings in once(compilations):
        out.extend(findings_text(findings, compilation.sources, style))
        if not compilation.unreadable:
            out.append("\n".join([heading(compilation, style), *value_lines(compilation, style)]) + "\n")
    return "\n".join(out)


def render_findings(compilations: Sequence[Compilation], style: Style) -> str:
    """The findings alone."""
    told = [
        each for compilation, found in once(compilations) for each in findings_text(found, compilation.sources, style)
    ]
    return "\n".join(told)


def findings_text(findings: Sequence[Finding], sources: Sources, style: Style) -> list[str]:
    """Each finding with a line end; the first of each code says where to read more about it."""
    from charterlang.render.rules import known

    told: set[str] = set()
    out = []
    for finding in findings:
        explained = finding.code not in told and known(finding.code) is not None
        told.add(finding.code)
        out.append(finding_text(finding, sources, style, explained=explained) + "\n")
    return out


def finding_text(finding: Finding, sources: Sources, style: Style, *, explained: bool = False) -> str:
    """One finding, without a line end after it; `explained` adds where to read why it matters and what the law says."""
    known = finding.span is not None and finding.span.file in sources
    places = [] if finding.span is None or not known else [Label(finding.span, finding.label)]
    related = [label for label in finding.related if label.span.file in sources]
    digits = gutter(sources, [*places, *related])
    lines = _headline(finding, style)
    arrow = " " * digits + style.paint("gutter", "-->")
    if not places:
        if finding.file:
            lines.append(f"{arrow} {harmless(finding.file)}")
    else:
        lines.append(f"{arrow} {harmless(sources.where(places[0].span))}")
        lines.extend(_excerpts(finding, places, related, sources, digits, style))
    lines.extend(_reasons(finding, digits, style, explained=explained))
    return "\n".join(lines)


def _headline(finding: Finding, style: Style) -> list[str]:
    """`error[POW110]: what is the matter`, and the verdict at the right margin, on a line of its own if need be."""
    tag = f"{finding.severity}[{finding.code}]:"
    rows = wrap(f"{tag} {harmless(finding.message)}", style.width)
    painted = [style.paint("headline", row) for row in rows]
    painted[0] = style.paint(finding.severity, tag) + style.paint("headline", rows[0][len(tag) :])
    verdict = harmless(finding.verdict)
    if verdict:
        free = style.width - width(rows[-1]) - width(verdict)
        if free >= 2:
            painted[-1] += " " * free + style.paint("verdict", verdict)
        else:
            painted.append(" " * max(0, style.width - width(verdict)) + style.paint("verdict", verdict))
    return painted


def _excerpts(
    finding: Finding, places: Sequence[Label], related: Sequence[Label], sources: Sources, digits: int, style: Style
) -> list[str]:
    """What the finding points at: its own place first, then the places it is related to, file by file."""
    home = places[0].span.file
    marks = [mark(sources, places[0].span, places[0].text, finding.severity)]
    marks += [mark(sources, label.span, label.text, "related") for label in related if label.span.file == home]
    out = excerpt(sources, home, marks, digits, style)
    for file in dict.fromkeys(label.span.file for label in related if label.span.file != home):
        here = [label for label in related if label.span.file == file]
        out.append(" " * digits + style.paint("gutter", ":::") + f" {harmless(sources.where(here[0].span))}")
        out += excerpt(sources, file, [mark(sources, x.span, x.text, "related") for x in here], digits, style)
    return out


def _reasons(finding: Finding, digits: int, style: Style, *, explained: bool) -> list[str]:
    """The steps in order, the help, and where to read more, each beneath a `=`."""
    lead = " " * digits + " " + style.paint("gutter", "=") + " "
    beneath = " " * (digits + 3)
    room = style.width - digits - 3
    out: list[str] = []
    steps = finding.steps
    for number, step in enumerate(steps, 1):
        count = f"{number}. ".rjust(len(f"{len(steps)}. ")) if len(steps) > 1 else ""
        rows = _rows(harmless(step), room - len(count))
        out.append((lead if number == 1 else beneath) + count + rows[0])
        out.extend(beneath + " " * len(count) + row for row in rows[1:])
    for help_ in finding.help:
        rows = _rows(harmless(help_), room - len(_HELP))
        out.append(lead + style.paint("good", _HELP.rstrip()) + " " + rows[0])
        out.extend(beneath + " " * len(_HELP) + row for row in rows[1:])
    if explained:
        out.append(f"{lead}why it matters and what the law says: charter explain {finding.code}")
    return out


def _rows(text: str, room: int) -> list[str]:
    """The text wrapped; where it has lines of its own, those after the first are charter text and stay whole."""
    first, *kept = text.split("\n")
    return [*wrap(first, room), *kept]
