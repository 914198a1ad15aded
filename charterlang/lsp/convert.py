"""The editor's records as types of the protocol."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lsprotocol import types as lsp

from charterlang.editor.diagnostics import Diagnostic
from charterlang.editor.places import Change, by_file
from charterlang.source import Severity

if TYPE_CHECKING:
    from charterlang.lsp.server import Session

SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.NOTE: lsp.DiagnosticSeverity.Information,
}


def diagnostic_of(session: Session, found: Diagnostic) -> lsp.Diagnostic:
    """A diagnostic of the protocol; an allowance that silences nothing is shown faded."""
    return lsp.Diagnostic(
        range=session.range(found.place),
        message=found.text,
        severity=SEVERITIES[found.severity],
        code=found.code,
        source="charter",
        tags=[lsp.DiagnosticTag.Unnecessary] if found.code == "ALW120" and session.can.faded else None,
        related_information=[
            lsp.DiagnosticRelatedInformation(session.location(each.place), each.text) for each in found.related
        ]
        if found.related and session.can.related
        else None,
    )


def edit_of(session: Session, changes: Iterable[Change]) -> lsp.WorkspaceEdit:
    """Changes as an edit of the workspace, with the versions of open buffers."""
    if not session.can.versioned_edits:
        return lsp.WorkspaceEdit(
            {session.uri(path): text_edits(session, mine) for path, mine in by_file(changes).items()}
        )
    documents: list[lsp.TextDocumentEdit | lsp.CreateFile | lsp.RenameFile | lsp.DeleteFile] = []
    for path, mine in by_file(changes).items():
        identifier = lsp.OptionalVersionedTextDocumentIdentifier(session.uri(path), session.versions.get(path))
        documents.append(lsp.TextDocumentEdit(identifier, list(text_edits(session, mine))))
    return lsp.WorkspaceEdit(document_changes=documents)


def text_edits(session: Session, changes: Iterable[Change]) -> list[lsp.TextEdit]:
    """Changes of one file as edits of its text."""
    return [lsp.TextEdit(session.range(change.place), change.text) for change in changes]


def markup(session: Session, place: str, text: str) -> lsp.MarkupContent | str:
    """A text in Markdown for "hover", "completion" or "signature"; plain where the editor shows no Markdown there."""
    if place in session.can.markdown:
        return lsp.MarkupContent(lsp.MarkupKind.Markdown, text)
    plain = re.sub(r"^```.*\n|^---\n+|\*\*|(?<=\s)\*(?=\w)|(?<=\w)\*(?=\s)|^# ", "", text, flags=re.MULTILINE)
    return plain.replace("`", "")
