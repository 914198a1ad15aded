"""What changes texts: renaming, fixes, layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

from charterlang.editor import actions, layout, names
from charterlang.editor.diagnostics import diagnostics, overlapping
from charterlang.lsp.convert import diagnostic_of, edit_of, text_edits

if TYPE_CHECKING:
    from charterlang.lsp.server import CharterServer, Session

FIX_ALL = f"{lsp.CodeActionKind.SourceFixAll.value}.charter"
_KINDS = {
    actions.QUICK_FIX: lsp.CodeActionKind.QuickFix.value,
    actions.SUPPRESS: f"{lsp.CodeActionKind.QuickFix.value}.allow",
    actions.FIX_ALL: FIX_ALL,
}


class Refused(JsonRpcException):
    """A request that cannot be done, with a sentence for the author."""

    CODE = lsp.LSPErrorCodes.RequestFailed.value
    MESSAGE = "This cannot be done"


def register(server: CharterServer) -> None:
    """Let the server change texts."""
    session = server.session

    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepared(params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder:
        view = session.view(params.text_document.uri)
        if view is None:
            raise Refused("this file cannot be read")
        try:
            place, name = names.renamed(view, session.lines(view.path).offset(params.position))
        except names.CannotRename as problem:
            raise Refused(str(problem)) from None
        return lsp.PrepareRenamePlaceholder(session.range(place), name)

    @server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    def renamed(params: lsp.RenameParams) -> lsp.WorkspaceEdit:
        view = session.view(params.text_document.uri)
        if view is None:
            raise Refused("this file cannot be read")
        offset = session.lines(view.path).offset(params.position)
        try:
            changes = names.rename(session.workspace, view, offset, params.new_name)
        except names.CannotRename as problem:
            raise Refused(str(problem)) from None
        return edit_of(session, changes)

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(list(_KINDS.values())))
    def acted(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        return _actions(session, params)

    @server.feature(lsp.TEXT_DOCUMENT_FORMATTING)
    def formatted(params: lsp.DocumentFormattingParams) -> list[lsp.TextEdit]:
        view = session.view(params.text_document.uri)
        return text_edits(session, layout.whole(view)) if view is not None else []

    @server.feature(lsp.TEXT_DOCUMENT_RANGE_FORMATTING)
    def formatted_part(params: lsp.DocumentRangeFormattingParams) -> list[lsp.TextEdit]:
        view = session.view(params.text_document.uri)
        if view is None:
            return []
        lines = session.lines(view.path)
        start, end = lines.offset(params.range.start), lines.offset(params.range.end)
        return text_edits(session, layout.part(view, start, end))

    first, *more = layout.TYPED

    @server.feature(lsp.TEXT_DOCUMENT_ON_TYPE_FORMATTING, lsp.DocumentOnTypeFormattingOptions(first, more))
    def typed(params: lsp.DocumentOnTypeFormattingParams) -> list[lsp.TextEdit]:
        view = session.view(params.text_document.uri)
        if view is None:
            return []
        offset = session.lines(view.path).offset(params.position)
        return text_edits(session, layout.typed(view, offset, params.ch))


def _actions(session: Session, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """The actions for a range, of the kinds that are asked for."""
    view = session.view(params.text_document.uri)
    if view is None:
        return []
    lines = session.lines(view.path)
    start, end = lines.offset(params.range.start), lines.offset(params.range.end)
    found = overlapping(diagnostics(session.workspace, view.path), start, end)
    only = [str(getattr(kind, "value", kind)) for kind in params.context.only or ()]
    made = []
    for action in actions.actions(session.workspace, view, found):
        kind = _KINDS[action.kind]
        if only and not any(kind == each or kind.startswith(f"{each}.") for each in only):
            continue
        answers = [diagnostic_of(session, action.diagnostic)] if action.diagnostic is not None else None
        edit = edit_of(session, action.changes)
        preferred = True if action.preferred else None
        made.append(lsp.CodeAction(action.title, kind, answers, preferred, edit=edit))
    return made
