"""Texts that come and go: buffers, files on disk, folders; and diagnostics for who asks for them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lsprotocol import types as lsp

from charterlang.editor.diagnostics import diagnostics
from charterlang.editor.workspace import ENDING
from charterlang.lsp.abilities import abilities
from charterlang.lsp.convert import diagnostic_of
from charterlang.lsp.uris import path_of
from charterlang.settings import FILE, SHARED_FILE

if TYPE_CHECKING:
    from charterlang.lsp.server import CharterServer, Session


def register(server: CharterServer) -> None:
    """Let the server hear of texts, and say what is found in them."""
    session = server.session

    @server.feature(lsp.INITIALIZE)
    def initialize(params: lsp.InitializeParams) -> None:
        _learn(session, params)

    @server.feature(lsp.INITIALIZED)
    def initialized(params: lsp.InitializedParams) -> None:
        session.encoding = server.server_capabilities.position_encoding or lsp.PositionEncodingKind.Utf16
        _watch(server)

    @server.feature(lsp.SHUTDOWN)
    def shutdown(params: None) -> None:
        session.judging.shut_down()

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        _write(session, document.uri, document.version, document.text)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        _encoding(server)
        uri = params.text_document.uri
        text = session.buffers.get(path_of(uri), "")
        for change in params.content_changes:
            text = _changed(session, text, change)
        _write(session, uri, params.text_document.version, text)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        path = session.path(params.text_document.uri)
        roots = session.workspace.roots(path)
        session.buffers.pop(path, None)
        session.versions.pop(path, None)
        session.workspace.close(path)
        session.results.forget(path)
        if session.workspace.text(path) is None:
            session.send(path, ())
            session.uris.pop(path, None)
            roots = tuple(root for root in roots if root != path)
        if roots:
            session.changed(roots[0])

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: lsp.DidSaveTextDocumentParams) -> None:
        path = session.path(params.text_document.uri)
        session.workspace.forget(path)
        session.changed(path)

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched(params: lsp.DidChangeWatchedFilesParams) -> None:
        for event in params.changes:
            path = path_of(event.uri)
            session.workspace.forget(path)
            if event.type == lsp.FileChangeType.Deleted and path not in session.workspace.open_files:
                session.send(path, ())
        for path in session.workspace.open_files:
            session.changed(path)

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders(params: lsp.DidChangeWorkspaceFoldersParams) -> None:
        for folder in params.event.removed:
            session.workspace.leave(path_of(folder.uri))
        for folder in params.event.added:
            session.workspace.scan(path_of(folder.uri))

    @server.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configured(params: lsp.DidChangeConfigurationParams) -> None:
        _configure(session, params.settings)

    _register_pulls(server)


def _register_pulls(server: CharterServer) -> None:
    """Let the server answer who asks for diagnostics."""
    session = server.session
    options = lsp.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=True, identifier="charter")

    @server.feature(lsp.TEXT_DOCUMENT_DIAGNOSTIC, options)
    async def diagnostic(params: lsp.DocumentDiagnosticParams) -> lsp.DocumentDiagnosticReport:
        path = session.path(params.text_document.uri)
        if "diagnostic" not in session.can.refreshes:
            for root in session.workspace.roots(path):
                await session.judging.current(root)
        found = diagnostics(session.workspace, path)
        name = session.results.name("diagnostics", path, found)
        if name == params.previous_result_id:
            return lsp.RelatedUnchangedDocumentDiagnosticReport(result_id=name)
        made = [diagnostic_of(session, each) for each in found]
        return lsp.RelatedFullDocumentDiagnosticReport(items=made, result_id=name)

    @server.feature(lsp.WORKSPACE_DIAGNOSTIC)
    async def workspace_diagnostic(params: lsp.WorkspaceDiagnosticParams) -> lsp.WorkspaceDiagnosticReport:
        before = {path_of(each.uri): each.value for each in params.previous_result_ids}
        items: list[lsp.WorkspaceFullDocumentDiagnosticReport | lsp.WorkspaceUnchangedDocumentDiagnosticReport] = []
        for path in session.workspace.charters:
            for root in session.workspace.roots(path):
                await session.judging.current(root)
            found = diagnostics(session.workspace, path)
            name = session.results.name("diagnostics", path, found)
            version = session.versions.get(path)
            uri = session.uri(path)
            if before.get(path) == name:
                items.append(lsp.WorkspaceUnchangedDocumentDiagnosticReport(uri=uri, result_id=name, version=version))
            else:
                made = [diagnostic_of(session, each) for each in found]
                items.append(
                    lsp.WorkspaceFullDocumentDiagnosticReport(uri=uri, items=made, version=version, result_id=name)
                )
        return lsp.WorkspaceDiagnosticReport(items)


def _learn(session: Session, params: lsp.InitializeParams) -> None:
    """What the editor says of itself and of the folders it works on."""
    session.can = abilities(params.capabilities)
    _configure(session, params.initialization_options)
    folders = [folder.uri for folder in params.workspace_folders or ()]
    if not folders and params.root_uri:
        folders = [params.root_uri]
    for uri in folders:
        path = path_of(uri)
        if os.path.isdir(path):
            session.workspace.scan(path)


def _configure(session: Session, said: object) -> None:
    """Settings of the editor: `delay`, in milliseconds, before a charter is judged."""
    delay = said.get("delay") if isinstance(said, dict) else None
    if isinstance(delay, int | float) and 0 <= delay <= 60_000:
        session.judging.delay = delay / 1000


def _watch(server: CharterServer) -> None:
    """Ask to be told of charters and settings that change on disk, where the editor can tell."""
    workspace = server.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace is not None else None
    if watching is None or not watching.dynamic_registration:
        return
    patterns = (f"**/*{ENDING}", f"**/{FILE}", f"**/{SHARED_FILE}")
    options = lsp.DidChangeWatchedFilesRegistrationOptions([lsp.FileSystemWatcher(each) for each in patterns])
    registration = lsp.Registration("files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    server.client_register_capability(lsp.RegistrationParams([registration]))


def _encoding(server: CharterServer) -> None:
    """The units agreed upon, for clients that never say `initialized`."""
    server.session.encoding = server.server_capabilities.position_encoding or lsp.PositionEncodingKind.Utf16


def _changed(session: Session, text: str, change: lsp.TextDocumentContentChangeEvent) -> str:
    """A text with one change made."""
    if isinstance(change, lsp.TextDocumentContentChangeWholeDocument):
        return change.text
    from charterlang.lsp.positions import Lines

    lines = Lines(text, session.encoding)
    start, end = lines.offset(change.range.start), lines.offset(change.range.end)
    return text[:start] + change.text + text[max(start, end) :]


def _write(session: Session, uri: str, version: int | None, text: str) -> None:
    """A buffer holds this text now."""
    path = session.path(uri)
    # Half of a character that needs two units is none: it is replaced, and counts as many units as before.
    if not text.isascii():
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    session.buffers[path] = text
    if version is not None:
        session.versions[path] = version
    session.workspace.write(path, text.removeprefix("\ufeff"))
    session.changed(path)
