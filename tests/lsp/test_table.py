"""The table of docs/editors.md: what the server offers is in it, and every row names a test that is there."""

from __future__ import annotations

import re
from pathlib import Path

from charterlang.lsp.server import make_server

HERE = Path(__file__).parent
ROWS = re.findall(
    r"^\| `([\w/]+)` \| .* \| `(test_\w+)` \|$",
    (HERE.parent.parent / "docs/editors.md").read_text("utf-8"),
    re.MULTILINE,
)
NO_QUESTION = re.compile(r"initialize|shutdown|did[A-Z]|workspace/did|publishDiagnostics")


def test_every_method_of_the_server_has_a_row_and_no_row_is_made_up() -> None:
    server = make_server()
    offered = {name for name in server.protocol.fm.features if not NO_QUESTION.search(name)}
    rows = {method for method, _ in ROWS if not NO_QUESTION.search(method)}
    assert rows == offered | {"workspace/executeCommand"}


def test_every_row_names_a_test_that_is_there() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in HERE.glob("test_*.py"))
    assert ROWS
    assert [name for _, name in ROWS if f"def {name}(" not in tests] == []
