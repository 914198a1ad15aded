"""An open file as an editor holds it, and waiting for what a server says of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from lsprotocol import types as lsp
from pytest_lsp import LanguageClient

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
T = TypeVar("T")


class Buffer:
    """An open file, as an editor holds it."""

    def __init__(self, client: LanguageClient, uri: str, text: str) -> None:
        self.client, self.uri, self.text, self.version = client, uri, text, 1
        client.diagnostics.pop(uri, None)
        client.text_document_did_open(
            lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, "charter", self.version, text))
        )

    @property
    def document(self) -> lsp.TextDocumentIdentifier:
        return lsp.TextDocumentIdentifier(self.uri)

    def at(self, words: str, into: int = 1) -> lsp.Position:
        """The place some letters into the first appearance of some words (the texts of these tests are ASCII)."""
        offset = self.text.index(words) + into
        before = self.text[:offset]
        return lsp.Position(before.count("\n"), offset - (before.rfind("\n") + 1))

    def whole(self) -> lsp.Range:
        return lsp.Range(lsp.Position(0, 0), lsp.Position(self.text.count("\n") + 1, 0))

    def write(self, text: str) -> None:
        self.version += 1
        self.text = text
        self.client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                lsp.VersionedTextDocumentIdentifier(version=self.version, uri=self.uri),
                [lsp.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    def replace(self, old: str, new: str) -> None:
        """Send an edit of one place, as a keystroke is sent."""
        start, end = self.at(old, 0), self.at(old, len(old))
        self.version += 1
        self.text = self.text.replace(old, new, 1)
        self.client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                lsp.VersionedTextDocumentIdentifier(version=self.version, uri=self.uri),
                [lsp.TextDocumentContentChangePartial(lsp.Range(start, end), new)],
            )
        )

    def close(self) -> None:
        self.client.text_document_did_close(lsp.DidCloseTextDocumentParams(self.document))

    async def pushed(self, wanted: Callable[[list[lsp.Diagnostic]], bool]) -> list[lsp.Diagnostic]:
        """The diagnostics pushed for this file, once they are as wanted."""
        return await until(lambda: list(self.client.diagnostics.get(self.uri, [])), wanted)

    async def pulled(self, wanted: Callable[[list[lsp.Diagnostic]], bool]) -> list[lsp.Diagnostic]:
        """The diagnostics of this file as they are asked for, once they are as wanted."""
        for _ in range(200):
            report = await self.client.text_document_diagnostic_async(lsp.DocumentDiagnosticParams(self.document))
            if wanted(report.items):
                return report.items
            await asyncio.sleep(0.05)
        raise AssertionError("the diagnostics never came to be as wanted")

    async def judged(self) -> None:
        """Wait until the charter was judged."""
        await self.client.workspace_execute_command_async(lsp.ExecuteCommandParams("charter.showCoalition", [self.uri]))


async def until(look: Callable[[], T], wanted: Callable[[T], bool], seconds: float = 20) -> T:
    for _ in range(int(seconds / 0.02)):
        found = look()
        if wanted(found):
            return found
        await asyncio.sleep(0.02)
    raise AssertionError("what was waited for never came")


def codes(found: list[lsp.Diagnostic]) -> list[str]:
    return [str(each.code) for each in found]
