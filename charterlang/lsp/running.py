"""What an editor can have run: who could break a value, a preview, the papers."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from lsprotocol import types as lsp

from charterlang.editor import commands
from charterlang.editor.marks import BUILD, PREVIEW, SHOW_COALITION

if TYPE_CHECKING:
    from charterlang.lsp.server import CharterServer


def register(server: CharterServer) -> None:
    """Let the server run commands. Each takes the URI of a charter first."""
    session = server.session

    @server.command(SHOW_COALITION)
    async def coalition(uri: str, *about: str) -> str:
        """Who could break a VALUE of a SUBJECT, in Markdown; every value and its level where none is named."""
        path = session.path(uri)
        await session.judging.current(session.workspace.roots(path)[0])
        view = session.workspace.view(path)
        if view is None:
            return "This file cannot be read."
        return commands.coalition(view, about[0], "".join(about[1:2])) if about else commands.overview(view)

    @server.command(PREVIEW)
    async def preview(uri: str) -> str:
        """The picture and the papers of a charter, as one HTML page."""
        root = session.workspace.roots(session.path(uri))[0]
        return commands.page(await asyncio.to_thread(commands.preview, session.workspace.snapshot(), root))

    @server.command(BUILD)
    async def build(uri: str, *into: str) -> str:
        """Write the papers into a folder, beside the charter unless said; says what was written, or why nothing was."""
        root = session.workspace.roots(session.path(uri))[0]
        done, words = await asyncio.to_thread(commands.build, session.workspace.snapshot(), root, "".join(into[:1]))
        kind = lsp.MessageType.Info if done else lsp.MessageType.Error
        server.window_show_message(lsp.ShowMessageParams(kind, words))
        return words
