"""The server survives whatever an editor, a disk or an author does, and says the same as a fresh check afterwards."""

from __future__ import annotations

import asyncio
import json
import random
import sys
from pathlib import Path

import pytest
from buffers import EXAMPLES, Buffer, codes, until
from lsprotocol import types as lsp
from pytest_lsp import LanguageClient

from charterlang import compiler

pytestmark = pytest.mark.asyncio(loop_scope="module")

KITCHEN = (EXAMPLES / "good" / "occupy-kitchen.charter").read_text(encoding="utf-8")


async def test_diagnostics_come_while_one_types_and_go_when_it_is_mended(plain: LanguageClient) -> None:
    buffer = Buffer(plain, "file:///commons/typing.charter", KITCHEN)
    settled = codes(await buffer.pushed(lambda found: "GOV120" in codes(found)))
    buffer.replace("requires council\n", "require council\n")
    assert any(code.startswith("SYN") for code in codes(await buffer.pushed(lambda found: codes(found) != settled)))
    buffer.replace("require council\n", "requires council\n")
    await buffer.pushed(lambda found: codes(found) == settled)
    buffer.close()


async def test_every_keystroke_of_a_charter_is_survived(plain: LanguageClient) -> None:
    text = (EXAMPLES / "bad" / "brindle-inc.charter").read_text(encoding="utf-8")
    buffer = Buffer(plain, "file:///commons/keys.charter", "")
    for end in range(1, len(text), 3):
        buffer.write(text[:end])
    buffer.write(text)
    found = await buffer.pushed(lambda found: "POW110" in codes(found))
    made = compiler.check(str(EXAMPLES / "bad" / "brindle-inc.charter"))
    assert sorted(codes(found)) == sorted(each.code for each in made.findings if each.file == made.file)
    buffer.close()


async def test_random_edits_end_where_a_fresh_check_ends(plain: LanguageClient, tmp_path: Path) -> None:
    chance = random.Random(7)
    path = tmp_path / "edited.charter"
    buffer = Buffer(plain, path.as_uri(), KITCHEN)
    for _ in range(60):
        start = chance.randrange(len(buffer.text))
        end = min(len(buffer.text), start + chance.randrange(12))
        buffer.write(
            buffer.text[:start] + chance.choice(("", "\n", "{", '"', "}", "x", " never\n")) + buffer.text[end:]
        )
    path.write_text(buffer.text, encoding="utf-8")
    fresh = compiler.check(str(path))
    wanted = sorted((each.code, each.message) for each in fresh.findings if each.file == str(path))
    await buffer.pushed(lambda found: sorted((each.code, _headline(each)) for each in found) == _headlines(fresh, path))
    assert wanted
    buffer.close()


def _headline(found: lsp.Diagnostic) -> str:
    return found.message.splitlines()[0]


def _headlines(fresh: compiler.Compilation, path: Path) -> list[tuple[str, str]]:
    from charterlang.editor.diagnostics import in_words

    return sorted((each.code, in_words(each).splitlines()[0]) for each in fresh.findings if each.file == str(path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
async def test_positions_count_what_was_agreed_upon(encoding: str) -> None:
    """An emoji is 4 bytes, 2 units of UTF-16 and one code point; an accent of its own is 2, 1 and 1."""
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "charterlang.cli.main", "lsp", stdin=-1, stdout=-1, limit=2**22
    )
    talk = Talk(server)
    general = {"positionEncodings": [encoding]}
    told = await talk.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {"general": general}})
    assert told["capabilities"]["positionEncoding"] == encoding
    await talk.tell("initialized", {})
    uri = "file:///commons/emoji.charter"
    line = 'value openness "\U0001f331 cafe\u0301" { kind opennes }'
    text = f"{line}\n"
    await talk.tell(
        "textDocument/didOpen",
        {"textDocument": {"uri": uri, "languageId": "charter", "version": 1, "text": text}},
    )
    column = {"utf-8": 36, "utf-16": 33, "utf-32": 32}[encoding]
    found = await talk.hear("textDocument/publishDiagnostics")
    (slip,) = [each for each in found["diagnostics"] if each["code"] == "NAM111"]
    assert slip["range"]["start"] == {"line": 0, "character": column}
    insert = {"start": {"line": 0, "character": column + 7}, "end": {"line": 0, "character": column + 7}}
    change = {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"range": insert, "text": "s"}]}
    await talk.tell("textDocument/didChange", change)
    while any(each["code"] == "NAM111" for each in found["diagnostics"]):
        found = await talk.hear("textDocument/publishDiagnostics")
    await talk.end()


async def test_a_file_that_is_used_is_checked_as_part_of_its_charter(plain: LanguageClient, tmp_path: Path) -> None:
    (tmp_path / "values.charter").write_text('value openness "Open." { kind openness }\n', encoding="utf-8")
    main = tmp_path / "main.charter"
    text = 'use "values.charter"\n\ncommons book "The Book" {\n  licence CC-BY-SA-4.0\n  upholds openness\n}\n'
    main.write_text(text, encoding="utf-8")
    buffer = Buffer(plain, main.as_uri(), text)
    await buffer.pushed(lambda found: bool(found) and not any(code.startswith("NAM") for code in codes(found)))
    values = Buffer(plain, (tmp_path / "values.charter").as_uri(), 'value openness "Open." { kind openness }\n')
    values.replace("openness", "candour")
    await buffer.pushed(lambda found: "NAM101" in codes(found))
    values.replace("candour", "openness")
    await buffer.pushed(lambda found: bool(found) and "NAM101" not in codes(found))
    where = await plain.text_document_definition_async(lsp.DefinitionParams(buffer.document, buffer.at("upholds ", 10)))
    assert [each.uri for each in where] == [values.uri]
    values.close()
    buffer.close()


async def test_files_that_change_and_go_on_disk_are_read_again(plain: LanguageClient, tmp_path: Path) -> None:
    values = tmp_path / "values.charter"
    values.write_text('value openness "Open." { kind openness }\n', encoding="utf-8")
    main = tmp_path / "main.charter"
    buffer = Buffer(plain, main.as_uri(), 'use "values.charter"\n\nexpect openness is at least community\n')
    await buffer.pushed(lambda found: bool(found) and "NAM121" not in codes(found))
    values.unlink()
    _changed(plain, values, lsp.FileChangeType.Deleted)
    await buffer.pushed(lambda found: "NAM121" in codes(found))
    values.write_bytes(b"\xff\xfev\0a\0l\0u\0e\0")
    _changed(plain, values, lsp.FileChangeType.Created)
    await buffer.pushed(lambda found: any("UTF-16" in each.message for each in found))
    values.write_text('value openness "Open." { kind openness }\n', encoding="utf-8")
    _changed(plain, values, lsp.FileChangeType.Changed)
    await buffer.pushed(lambda found: bool(found) and "NAM121" not in codes(found))
    buffer.close()


def _changed(client: LanguageClient, path: Path, kind: lsp.FileChangeType) -> None:
    client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([lsp.FileEvent(path.as_uri(), kind)]))


@pytest.mark.parametrize(
    "text",
    [
        "\ud83d",
        "\0\0\0",
        "\ufeffvalue a",
        "\r\r\n\n\u2028\u0085\x0b" * 40,
        "{" * 5_000,
        'value x """' + "\n" * 1_000,
        "x " * 500_000,
    ],
    ids=["half a character", "zeros", "byte-order mark", "line ends", "braces", "open text", "a megabyte of words"],
)
async def test_texts_that_are_no_charters_are_survived(plain: LanguageClient, text: str) -> None:
    buffer = Buffer(plain, "file:///commons/odd.charter", text)
    await plain.text_document_hover_async(lsp.HoverParams(buffer.document, lsp.Position(0, 1)))
    await plain.text_document_completion_async(lsp.CompletionParams(buffer.document, lsp.Position(0, 1)))
    await plain.text_document_formatting_async(
        lsp.DocumentFormattingParams(buffer.document, lsp.FormattingOptions(2, insert_spaces=True))
    )
    await plain.text_document_semantic_tokens_full_async(lsp.SemanticTokensParams(buffer.document))
    await plain.text_document_folding_range_async(lsp.FoldingRangeParams(buffer.document))
    buffer.write('value openness "Open." { kind opennes }\n')
    await buffer.pushed(lambda found: "NAM111" in codes(found))
    buffer.close()
    await until(lambda: plain.diagnostics.get(buffer.uri), lambda found: not found)


class Talk:
    """The protocol spoken by hand, for what a client library would not say."""

    def __init__(self, server: asyncio.subprocess.Process) -> None:
        self.server, self.count = server, 0

    async def tell(self, method: str, params: object) -> None:
        await self._send({"method": method, "params": params})

    async def ask(self, method: str, params: object) -> dict[str, object]:
        self.count += 1
        await self._send({"id": self.count, "method": method, "params": params})
        while True:
            message = await self._receive()
            if message.get("id") == self.count and "method" not in message:
                return message["result"]

    async def hear(self, method: str) -> dict[str, object]:
        while True:
            message = await self._receive()
            if message.get("method") == method:
                return message["params"]

    async def end(self) -> None:
        await self.ask("shutdown", None)
        await self.tell("exit", None)
        assert await asyncio.wait_for(self.server.wait(), 10) == 0

    async def _send(self, message: dict[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        await self.server.stdin.drain()

    async def _receive(self) -> dict[str, object]:
        length = 0
        while (line := await asyncio.wait_for(self.server.stdout.readline(), 20)).strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(await self.server.stdout.readexactly(length))
