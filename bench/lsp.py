"""How long an author waits for the language server: from a keystroke to the diagnostics it brings, and for completion.

Run `python bench/lsp.py [LINES]` (5,000 by default). The real server is driven over standard input and output, as an
editor drives it. A keystroke's time is from sending the edit to reading the diagnostics that follow it; the cold check
is a `charter check` of the same file in the same run. What is bounded are ratios and medians of one run.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from generate import charter

KEYSTROKES = 60
MEMORY_EDITS = 10_000


class Client:
    """As little of an editor as can be."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "charterlang.cli.main", "lsp"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.count = 0
        self.version = 1
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self.tell("initialized", {})

    def tell(self, method: str, params: Any, **more: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def receive(self) -> dict[str, Any]:
        length = 0
        while (line := self.process.stdout.readline()).strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(length))

    def ask(self, method: str, params: Any) -> Any:
        self.count += 1
        self.tell(method, params, id=self.count)
        while True:
            message = self.receive()
            if message.get("id") == self.count and "method" not in message:
                return message.get("result")

    def diagnostics(self, version: int) -> list[dict[str, Any]]:
        """The diagnostics of a version of the text, or of a later one."""
        while True:
            message = self.receive()
            if message.get("method") == "textDocument/publishDiagnostics":
                params = message["params"]
                if (params.get("version") or 0) >= version:
                    return params["diagnostics"]

    def edit(self, uri: str, line: int, start: int, end: int, text: str) -> None:
        self.version += 1
        change = {
            "range": {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}},
            "text": text,
        }
        document = {"uri": uri, "version": self.version}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})

    def memory(self) -> float:
        """What the server holds in memory, in MiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(status.split("VmRSS:")[1].split()[0]) / 1024


def row(label: str, value: str, bound: str = "") -> None:
    print(f"{label:<58} {value:>14}   {bound}", flush=True)


def main() -> None:
    lines = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    text = charter(lines)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "federation.charter"
        file.write_text(text, encoding="utf-8")
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "charterlang.cli.main", "check", str(file)], check=False, stdout=subprocess.DEVNULL
        )
        cold = time.perf_counter() - start
        measured(text, file.as_uri(), cold)


def measured(text: str, uri: str, cold: float) -> None:
    client = Client()
    document = {"uri": uri, "languageId": "charter", "version": 1, "text": text}
    client.tell("textDocument/didOpen", {"textDocument": document})
    client.diagnostics(1)
    client.ask("workspace/executeCommand", {"command": "charter.showCoalition", "arguments": [uri]})

    at = text.index("decides by  majority", len(text) // 2)
    line = text.count("\n", 0, at)
    column = at - text.rfind("\n", 0, at) - 1 + len("decides by  ")
    word = "majority"
    times = []
    for stroke in range(KEYSTROKES):
        # Every stroke changes what is wrong: the word is broken by one key and mended by the next.
        broken = stroke % 2 == 0
        start = time.perf_counter()
        if broken:
            client.edit(uri, line, column + len(word) - 1, column + len(word), "")
        else:
            client.edit(uri, line, column + len(word) - 1, column + len(word) - 1, "y")
        client.diagnostics(client.version)
        times.append(time.perf_counter() - start)
        time.sleep(0.05)
    median = statistics.median(times)
    row("lines of the charter", f"{text.count(chr(10)):,}")
    row("cold check of the whole charter", f"{cold * 1000:,.0f} ms")
    row("keystroke to diagnostics, median", f"{median * 1000:,.1f} ms", "at most 50 ms")
    row("keystroke to diagnostics / cold check", f"{median / cold:.3f}", "at most 0.05")

    midst = []
    for stroke in range(10):
        time.sleep(0.5)  # by now what was written is being judged
        start = time.perf_counter()
        text_of = (len(word) - 1, len(word), "") if stroke % 2 == 0 else (len(word) - 1, len(word) - 1, "y")
        client.edit(uri, line, column + text_of[0], column + text_of[1], text_of[2])
        client.diagnostics(client.version)
        midst.append(time.perf_counter() - start)
    row("the same in the midst of judging", f"{statistics.median(midst) * 1000:,.1f} ms")

    completions = []
    for _ in range(KEYSTROKES):
        start = time.perf_counter()
        position = {"line": line, "character": column}
        client.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": position})
        completions.append(time.perf_counter() - start)
    row("completion, median", f"{statistics.median(completions) * 1000:,.1f} ms", "at most 30 ms")
    memory(client)
    client.ask("shutdown", None)
    client.tell("exit", None)
    client.process.wait()


def memory(client: Client) -> None:
    """What many edits of a small charter leave behind."""
    uri = "file:///commons/small.charter"
    text = charter(150)
    document = {"uri": uri, "languageId": "charter", "version": 1, "text": text}
    client.tell("textDocument/didOpen", {"textDocument": document})
    at = text.index("decides by  majority")
    line, column = text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1
    held = []
    for edit in range(MEMORY_EDITS):
        client.edit(uri, line, column, column + (edit % 2), "" if edit % 2 else "x")
        client.diagnostics(client.version)
        if edit in {MEMORY_EDITS // 10, MEMORY_EDITS - 1}:
            held.append(client.memory())
    row("memory after all edits / after a tenth of them", f"{held[1] / held[0]:.3f}", f"{MEMORY_EDITS:,} edits")


if __name__ == "__main__":
    main()
