"""The server: one session of one editor, with its workspace, its units, and what it was told."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterable
from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import FeatureRequestError
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method

from charterlang import __version__
from charterlang.editor.diagnostics import Diagnostic, diagnostics
from charterlang.editor.places import Place
from charterlang.editor.workspace import Judged, View, Workspace, roots_of
from charterlang.lsp.abilities import Abilities
from charterlang.lsp.convert import diagnostic_of
from charterlang.lsp.judging import Judging
from charterlang.lsp.positions import Lines
from charterlang.lsp.uris import path_of, uri_of

DELAY = 0.2
"""Seconds between the last keystroke and the judging of what was written."""


class Protocol(LanguageServerProtocol):
    """The protocol without a second copy of every buffer: the session keeps the texts itself.

    These are plain functions, since of each generator that handles a notification pygls keeps the outcome for good.
    """

    @lsp_method(lsp.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: lsp.DidOpenTextDocumentParams) -> None:
        """Hand an opened buffer on."""
        self.fm.features[lsp.TEXT_DOCUMENT_DID_OPEN](params)

    @lsp_method(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: lsp.DidChangeTextDocumentParams) -> None:
        """Hand a change on."""
        self.fm.features[lsp.TEXT_DOCUMENT_DID_CHANGE](params)

    @lsp_method(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: lsp.DidCloseTextDocumentParams) -> None:
        """Hand a closed buffer on."""
        self.fm.features[lsp.TEXT_DOCUMENT_DID_CLOSE](params)


class Session:
    """What the server knows of the editor it serves."""

    def __init__(self, server: CharterServer) -> None:
        """Nothing is open yet."""
        self._server = server
        self.workspace = Workspace()
        self.judging = Judging(self.workspace, self._judged, DELAY)
        self.encoding: lsp.PositionEncodingKind | str = lsp.PositionEncodingKind.Utf16
        self.buffers: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.uris: dict[str, str] = {}
        self.results = Results()
        self.can = Abilities()
        self._sent: dict[str, tuple[Diagnostic, ...]] = {}
        self._waiting: dict[str, None] = {}
        self._lines: dict[str, tuple[str, Lines]] = {}

    # --- texts and places --------------------------------------------------------------------------------------------

    def path(self, uri: str) -> str:
        """The path of a URI, remembering how the editor spells it."""
        path = path_of(uri)
        self.uris[path] = uri
        return path

    def uri(self, path: str) -> str:
        """The URI of a path as the editor spells it."""
        return self.uris.get(path) or uri_of(path)

    def view(self, uri: str) -> View | None:
        """The file of a URI as it is now."""
        return self.workspace.view(self.path(uri))

    def lines(self, path: str) -> Lines:
        """The lines of a file as it is now."""
        text = self._text(path)
        known = self._lines.get(path)
        if known is not None and known[0] is text:
            return known[1]
        made = Lines(text, self.encoding)
        self._lines[path] = (text, made)
        return made

    def _text(self, path: str) -> str:
        if path.startswith("std/"):
            from charterlang.model.library import read_part

            return (read_part(path.removesuffix(".charter")) or b"").decode()
        return self.workspace.text(path) or ""

    def range(self, place: Place) -> lsp.Range:
        """The range of a place."""
        return self.lines(place.path).range(place.start, place.end)

    def location(self, place: Place) -> lsp.Location:
        """The location of a place."""
        return lsp.Location(self.uri(place.path), self.range(place))

    # --- what is said ------------------------------------------------------------------------------------------------

    def changed(self, path: str) -> None:
        """A text changed: say at once what can be said at once, and have the rest worked out."""
        opened = self.workspace.open_files
        roots = self.workspace.roots(path)
        self.judging.edited(dict.fromkeys((*roots, *roots_of(self.workspace, opened))))
        self.publish(roots)

    def publish(self, roots: Iterable[str]) -> None:
        """Push what there is to say of all files of these charters, unless the editor asks for it by itself."""
        if self.can.pulls:
            return
        if not self._waiting:
            asyncio.get_running_loop().call_soon(self._publish_waiting)
        self._waiting.update(dict.fromkeys(roots))

    def _publish_waiting(self) -> None:
        roots, self._waiting = tuple(self._waiting), {}
        paths = dict.fromkeys(roots)
        for root in roots:
            paths.update(dict.fromkeys(self.workspace.reading(root).loaded.value.documents))
        for path in paths:
            if not path.startswith("std/"):
                self.send(path, diagnostics(self.workspace, path))

    def send(self, path: str, found: tuple[Diagnostic, ...]) -> None:
        """Push the diagnostics of a file, unless they were said before."""
        version = self.versions.get(path)
        if self._sent.get(path, ()) == found:
            return
        self._sent[path] = found
        if not found:
            del self._sent[path]
        self._server.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(self.uri(path), [diagnostic_of(self, each) for each in found], version)
        )

    def _judged(self, judged: Judged) -> None:
        """A charter was judged: say so."""
        self.publish((judged.reading.path,))
        server = self._server
        if self.can.pulls and "diagnostic" in self.can.refreshes:
            server.workspace_diagnostic_refresh(None)
        if "codeLens" in self.can.refreshes:
            server.workspace_code_lens_refresh(None)
        if "inlayHint" in self.can.refreshes:
            server.workspace_inlay_hint_refresh(None)


class Results:
    """Names for results, so that a client that has one already is told so instead of being sent it again."""

    def __init__(self) -> None:
        """No result is known."""
        self._known: dict[tuple[str, str], tuple[str, Any]] = {}
        self._count = 0

    def name(self, kind: str, path: str, value: Any) -> str:
        """The name of a result: the same as before if it equals what was named last."""
        known = self._known.get((kind, path))
        if known is not None and known[1] == value:
            return known[0]
        self._count += 1
        name = f"{kind}-{self._count}"
        self._known[kind, path] = (name, value)
        return name

    def last(self, kind: str, path: str) -> tuple[str, Any] | None:
        """The last result of a file, with its name."""
        return self._known.get((kind, path))

    def forget(self, path: str) -> None:
        """A file was closed."""
        for key in [key for key in self._known if key[1] == path]:
            del self._known[key]


class CharterServer(LanguageServer):
    """A language server for charters."""

    session: Session

    def __init__(self) -> None:
        """Serve nobody yet."""
        super().__init__(
            "charter", __version__, lsp.TextDocumentSyncKind.Incremental, None, protocol_cls=Protocol, max_workers=2
        )
        self.session = Session(self)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """A mistake of the server goes to its log, not into the author's way; a request has its own answer."""
        if source is FeatureRequestError:
            return
        self.window_log_message(
            lsp.LogMessageParams(lsp.MessageType.Error, f"charter: {type(error).__name__}: {error}")
        )


def make_server() -> CharterServer:
    """A server with all it can do."""
    from charterlang.lsp import asking, changing, running, showing, syncing

    server = CharterServer()
    for module in (syncing, asking, showing, changing, running):
        module.register(server)
    return server


def serve(host: str = "", port: int = 0, *, websocket: bool = False) -> None:
    """Serve one editor: over standard input and output, or over TCP or WebSocket where a port is given."""
    # A keystroke makes few objects and a charter holds many: looking through all of them for cycles takes longer than
    # answering, so it is done rarely.
    gc.set_threshold(50_000, 20, 50)
    server = make_server()
    if not port:
        server.start_io()
    elif websocket:
        server.start_ws(host or "127.0.0.1", port)
    else:
        server.start_tcp(host or "127.0.0.1", port)
