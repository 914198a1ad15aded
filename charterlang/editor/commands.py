"""What an editor can run: who could break a value, a preview of picture and papers, writing the papers."""

from __future__ import annotations

import html
import os

from charterlang import building, compiler
from charterlang._records import record
from charterlang.editor.hover import coalition_markdown, level_words, tie_words, verdict_markdown
from charterlang.editor.workspace import View
from charterlang.source import FileSystem, Severity


@record
class Preview:
    """A charter to look at: the picture as SVG, each paper as (name, title, HTML), and what stands in their way."""

    picture: str
    papers: tuple[tuple[str, str, str], ...]
    obstacles: tuple[str, ...]


def coalition(view: View, value: str, subject: str) -> str:
    """Who could break a value of a subject, or unbind a firm from it, and how, in Markdown."""
    if view.verdicts is None:
        return "This charter has not been examined yet."
    parts = [verdict_markdown(view, verdict) for verdict in view.verdicts.of(value, subject)]
    for tie in view.verdicts.ties:
        if (tie.value, tie.firm) == (value, subject):
            lines = [f"**{view.charter.label(tie.firm)}** and **{tie.value}**: {tie_words(tie)}"]
            lines += [step.text for step in tie.weak]
            lines += [f"What is missing: {words}" for words in tie.missing]
            if tie.protection is not None:
                lines.append(coalition_markdown(view, tie.protection))
            parts.append("\n\n".join(line for line in lines if line))
    return "\n\n---\n\n".join(parts) if parts else f"Nothing is known of `{value}` here."


def overview(view: View) -> str:
    """Every value and how it stands, a line each, in Markdown."""
    if view.verdicts is None:
        return "This charter has not been examined yet."
    lines = [
        f"- **{verdict.value}** of {view.charter.label(verdict.subject)}: {level_words(verdict.level)}"
        for verdict in view.verdicts.values
    ]
    return "\n".join(lines) or "This charter names no value."


def preview(files: FileSystem, path: str) -> Preview:
    """The picture and the papers of a charter in these files."""
    from charterlang.emit import emit
    from charterlang.pictures.circles import three_circles

    made = compiler.check(path, files)
    obstacles = tuple(each.message for each in made.findings if each.severity is Severity.ERROR)
    papers = () if made.unreadable else made.papers().value
    return Preview(
        "" if made.unreadable else three_circles(made.charter, made.verdicts),
        tuple((paper.id, paper.title, emit(paper, "html").decode()) for paper in papers),
        obstacles,
    )


def page(found: Preview) -> str:
    """A preview as one page: the picture, then each paper in a frame of its own."""
    parts = [f"<li>{html.escape(words)}</li>" for words in found.obstacles]
    problems = f"<h2>In the way of these papers</h2><ul>{''.join(parts)}</ul>" if parts else ""
    papers = "".join(
        f"<details><summary>{html.escape(title or name)}</summary>"
        f'<iframe sandbox title="{html.escape(title or name)}" srcdoc="{html.escape(text)}"></iframe></details>'
        for name, title, text in found.papers
    )
    return f"<!doctype html><meta charset=utf-8><style>{_STYLE}</style>{problems}{found.picture}{papers}"


_STYLE = (
    "body{font-family:sans-serif;margin:1rem}svg{max-width:100%;height:auto}"
    "iframe{width:100%;height:80vh;border:1px solid #999;background:#fff}"
)


def build(files: FileSystem, path: str, folder: str = "") -> tuple[bool, str]:
    """Write the papers of a charter; whether they are there, and a sentence about it."""
    from charterlang.output import InTheWay, NotWritable

    out = folder or os.path.join(os.path.dirname(path), "build", os.path.splitext(os.path.basename(path))[0])
    try:
        built = building.build(path, out, files=files)
    except NotWritable as problem:
        return False, f"{problem}. Nothing was written."
    except InTheWay as problem:
        return False, f"Nothing was written: in {problem.folder}, {', '.join(problem.names)} was changed by hand."
    if built.failed:
        return False, "No papers were written: mend the errors first."
    return True, f"Wrote {len(built.papers)} papers to {out}."
