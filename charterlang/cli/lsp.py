"""`charter lsp`: the language server, for editors to start."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer

from charterlang.cli.charters import misuse


def lsp(
    tcp: Annotated[str, typer.Option("--tcp", metavar="[HOST:]PORT", help="Serve one editor over TCP.")] = "",
    websocket: Annotated[
        str, typer.Option("--websocket", metavar="[HOST:]PORT", help="Serve one editor over a WebSocket.")
    ] = "",
    stdio: Annotated[
        bool, typer.Option("--stdio", help="Serve over standard input and output, as is done anyway.")
    ] = False,
) -> None:
    """Serve an editor: findings while one types, hover, completion, rename and the rest.

    Editors start this by themselves; see `docs/editors.md`. It needs the extra: `pip install 'charterlang[lsp]'`.
    """
    if bool(tcp) + bool(websocket) + stdio > 1:
        raise misuse("choose one of --stdio, --tcp and --websocket")
    host, port = _address(tcp or websocket)
    try:
        serve = import_module(_SERVER).serve
    except ModuleNotFoundError as problem:
        if (problem.name or "").split(".")[0] not in {"pygls", "lsprotocol"}:
            raise
        raise misuse("the language server needs its extra: pip install 'charterlang[lsp]'") from None
    serve(host, port, websocket=bool(websocket))


_SERVER = "charterlang.lsp.server"
"""One door does not import another: this one is opened by its name."""


def _address(said: str) -> tuple[str, int]:
    """The host and the port of `HOST:PORT` or `PORT`; ("", 0) for nothing."""
    if not said:
        return "", 0
    host, _, port = said.rpartition(":")
    if not port.isdigit() or not 0 < int(port) < 65536:
        raise misuse(f"`{said}` is no port; write a number such as 2087, or HOST:PORT")
    return host.strip("[]"), int(port)
