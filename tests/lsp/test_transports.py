"""The server over TCP and over a WebSocket, and the command's answers to slips."""

from __future__ import annotations

import asyncio
import json
import socket
import sys

import pytest

from charterlang.cli.main import run

SERVER = [sys.executable, "-m", "charterlang.cli.main", "lsp"]
HELLO = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {"processId": None, "rootUri": None, "capabilities": {}},
}


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.mark.asyncio
async def test_it_answers_over_tcp() -> None:
    port = free_port()
    server = await asyncio.create_subprocess_exec(*SERVER, "--tcp", str(port))
    try:
        reader, writer = await _connected(port)
        body = json.dumps(HELLO).encode()
        writer.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        while (line := await asyncio.wait_for(reader.readline(), 20)).strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert json.loads(await reader.readexactly(length))["result"]["serverInfo"]["name"] == "charter"
        writer.close()
    finally:
        server.terminate()
        await server.wait()


async def _connected(port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    for _ in range(200):
        try:
            return await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.1)
    raise AssertionError("nobody listens")


@pytest.mark.asyncio
async def test_it_answers_over_a_websocket() -> None:
    from websockets.asyncio.client import connect

    port = free_port()
    server = await asyncio.create_subprocess_exec(*SERVER, "--websocket", f"127.0.0.1:{port}")
    try:
        _, writer = await _connected(port)
        writer.close()
        async with connect(f"ws://127.0.0.1:{port}") as talk:
            await talk.send(json.dumps(HELLO))
            answer = json.loads(await asyncio.wait_for(talk.recv(), 20))
        assert answer["result"]["capabilities"]["hoverProvider"]
    finally:
        server.terminate()
        await server.wait()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--tcp", "sofa"), "`sofa` is no port"),
        (("--tcp", "1", "--websocket", "2"), "choose one of --stdio, --tcp and --websocket"),
    ],
)
def test_a_slip_is_answered(arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lsp", *arguments]) == 2
    assert said in capsys.readouterr().err
