"""What a build came to, as people read it: the charter in a line, its papers, and what a registrar will still ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from charterlang.render.columns import harmless, width, wrap
from charterlang.render.palette import Style
from charterlang.render.summary import heading, many, value_lines

if TYPE_CHECKING:
    from charterlang.building import Built, BuiltPaper

_PRINCIPAL = frozenset({"bylaws", "articles", "agreement", "licence", "contribution-agreement", "protocol"})
_FILLED_LATER = frozenset({"minutes"})
_GAP = 3


def built_text(built: Built, style: Style) -> str:
    """The report of a build that wrote its papers, with a line end after it."""
    missing = _blanks(built)
    counts = [many(len(missing), "blank")] if missing else []
    on_papers = built.findings[len(built.compilation.findings) :]
    lines = [heading(built.compilation, style, *counts, also=on_papers), *value_lines(built.compilation, style)]
    lines += [f"papers in {harmless(built.folder)}:", *_papers(built, style)]
    if missing:
        said = [f"{what} ({', '.join(who)})" if any(who) else what for what, who in missing.items()]
        lines += wrap(f"blanks a registrar will ask for: {harmless(', '.join(said))}", style.width)
    lines += [_left_out(name) for name in built.left_out]
    notice = next((each.paper.notice for each in built.papers if each.paper.notice), "")
    lines += wrap(harmless(notice), style.width) if notice else []
    return "\n".join(lines) + "\n"


def _blanks(built: Built) -> dict[str, list[str]]:
    """What the papers leave blank, each with the entities it is missing for; minutes are filled in at the meeting."""
    found: dict[str, list[str]] = {}
    for each in built.papers:
        if each.paper.kind in _FILLED_LATER:
            continue
        for blank in each.blanks:
            who, _, what = blank.key.rpartition(".")
            holders = found.setdefault(what.replace("-", " "), [])
            if who not in holders:
                holders.append(who)
    return found


def _papers(built: Built, style: Style) -> list[str]:
    """The principal papers one a line, the first with all its endings; then the others and the drawings."""
    principal = [each for each in built.papers if each.paper.kind in _PRINCIPAL and each.files]
    others = [each for each in built.papers if each not in principal and each.files]
    names = [_files(each, whole=place == 0) for place, each in enumerate(principal)]
    column = max((width(name) for name in names), default=0) + _GAP
    lines = [
        f"  {name}{' ' * (column - width(name))}{many(each.clauses, 'clause')}"
        for name, each in zip(names, principal, strict=True)
    ]
    rest = [*(each.files[0] for each in others), *built.drawings]
    if rest:
        lines += [f"  {row}" for row in _joined(rest, style.width - 2)]
    return lines


def _files(built: BuiltPaper, *, whole: bool) -> str:
    """`bylaws-kitchen.docx  .pdf  .html`, or `bylaws-kitchen.docx …`."""
    first, *more = built.files
    if not whole:
        return f"{first} …" if more else first
    return "  ".join([first, *(name[len(built.paper.id) :] for name in more)])


def _joined(names: Sequence[str], room: int) -> list[str]:
    """Names with a dot between them, as many as fit on a line."""
    rows = [names[0]]
    for name in names[1:]:
        longer = f"{rows[-1]} · {name}"
        if width(longer) <= room:
            rows[-1] = longer
        else:
            rows.append(name)
    return rows


def _left_out(name: str) -> str:
    return f"{name.upper()} was left out; to have it: pip install 'charterlang[{name}]'"
