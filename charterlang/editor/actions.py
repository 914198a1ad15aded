"""What an editor can do about findings: their fixes, all safe fixes at once, an allowance with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from charterlang import fixes
from charterlang._records import record
from charterlang.checks import registry
from charterlang.checks.edits import insertion
from charterlang.editor.diagnostics import Diagnostic, findings_now
from charterlang.editor.places import Change, Place, changes_of
from charterlang.editor.workspace import View, Workspace
from charterlang.source import MemoryFiles, Severity, Sources, Span

QUICK_FIX, FIX_ALL, SUPPRESS = "quickfix", "source.fixAll", "quickfix.suppress"
_NEVER_ALLOWED = ("SYN", "SRC", "SET", "ALW")


@record
class Action:
    """Something to do: its changes, the finding it answers, and whether it is the one that most would choose."""

    title: str
    kind: str
    changes: tuple[Change, ...]
    diagnostic: Diagnostic | None = None
    preferred: bool = False


def actions(workspace: Workspace, view: View, found: Iterable[Diagnostic]) -> tuple[Action, ...]:
    """What can be done about these diagnostics of a file."""
    made: list[Action] = []
    for diagnostic in found:
        safe = next((remedy for remedy in diagnostic.remedies if remedy.safe), None)
        for remedy in diagnostic.remedies:
            if remedy.changes:
                title = remedy.title[:1].upper() + remedy.title[1:]
                made.append(Action(title, QUICK_FIX, remedy.changes, diagnostic, remedy is safe))
        made.extend(_allowance(view, diagnostic))
    made.extend(fix_all(workspace, view))
    return tuple(made)


def _allowance(view: View, diagnostic: Diagnostic) -> Iterator[Action]:
    """Silencing a finding in place, with a reason to be written."""
    code = diagnostic.code
    if code.startswith(_NEVER_ALLOWED) or diagnostic.finding.span is None:
        return
    entry = registry.find(code)
    statement = f'allow {code} because "say why"'
    if entry is not None and entry.protection and diagnostic.severity is Severity.ERROR:
        statement += ' signed by "who, and when"'
    for fix in insertion(view.loaded.sources, _block_name(view, diagnostic), statement, f"Allow {code}, with a reason"):
        yield Action(fix.title, SUPPRESS, changes_of(view.loaded.sources, fix.edits), diagnostic)


def _block_name(view: View, diagnostic: Diagnostic) -> Span | None:
    """The name of the declaration in which an allowance would stand: the innermost that may hold one."""
    document = view.loaded.documents.get(diagnostic.place.path)
    span = diagnostic.finding.span
    if document is None or span is None or span.block >= len(document.blocks):
        return None
    name = diagnostic.finding.subject
    while name:
        symbol = view.names.symbols.get(name)
        if symbol is not None and symbol.span is not None and symbol.kind not in {"duty", "element", "flow"}:
            if (symbol.span.file, symbol.span.block) == (span.file, span.block):
                return symbol.span
            break
        name = name.rpartition(".")[0]
    tree = document.blocks[span.block].tree
    if tree is None:
        return None
    for leaf in tree.tokens():
        if leaf.kind in {"NAME", "STRING"} and leaf.text:
            return Span(span.file, span.block, leaf.start, leaf.end)
    return None


def fix_all(workspace: Workspace, view: View) -> Iterator[Action]:
    """Every safe fix of the file at once; nothing where there is none."""
    path, reading = view.path, view.reading
    judged = workspace.judged(reading.path)
    sources = Sources([*reading.loaded.value.sources, *reading.texts])
    findings = [each for each in findings_now(reading, judged) if each.file == path]
    done = fixes.apply(sources, fixes.safe_fixes(findings))
    new = done.texts.get(path)
    if new is not None and new != view.text:
        count = len(done.applied)
        title = f"Mend all that can be mended safely ({count} {'fix' if count == 1 else 'fixes'})"
        yield Action(title, FIX_ALL, minimal(path, view.text, new))


def minimal(path: str, old: str, new: str) -> tuple[Change, ...]:
    """The changes that turn one text into another, line by line, so that cursors and marks stay where they are."""
    from difflib import SequenceMatcher

    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    starts = [0]
    for line in before:
        starts.append(starts[-1] + len(line))
    changes = []
    for tag, first, last, from_, to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            changes.append(Change(Place(path, starts[first], starts[last]), "".join(after[from_:to])))
    return tuple(changes)


def with_text(workspace: Workspace, path: str, text: str) -> MemoryFiles:
    """The texts as they would be with one of them changed."""
    files = workspace.files
    return replace(files, texts={**files.texts, path: text})
