"""A real client, told to be one editor after another, against the real server in a process of its own."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator

import pytest
import pytest_lsp
from lsprotocol import types as lsp
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities, make_test_lsp_client

SERVER = [sys.executable, "-m", "charterlang.cli.main", "lsp"]

EDITORS = ("visual_studio_code", "neovim@0.11.0", "emacs@29.1")


def editor() -> LanguageClient:
    """A client that answers what a server may ask of it."""
    made = make_test_lsp_client()
    for method in (
        lsp.WORKSPACE_CODE_LENS_REFRESH,
        lsp.WORKSPACE_INLAY_HINT_REFRESH,
        lsp.CLIENT_REGISTER_CAPABILITY,
    ):

        @made.feature(method)
        def answer(client: LanguageClient, params: object) -> None:
            """Nothing needs to be done."""

    return made


@pytest_lsp.fixture(
    config=ClientServerConfig(server_command=SERVER, client_factory=editor), scope="module", params=EDITORS
)
async def client(client_: LanguageClient, request: pytest.FixtureRequest) -> AsyncIterator[None]:
    """An editor that says it can do what that editor can do."""
    params = lsp.InitializeParams(capabilities=client_capabilities(request.param), initialization_options={"delay": 10})
    await client_.initialize_session(params)
    yield
    await client_.shutdown_session()


@pytest_lsp.fixture(config=ClientServerConfig(server_command=SERVER, client_factory=editor), scope="module")
async def plain(client_: LanguageClient) -> AsyncIterator[None]:
    """An editor that can do nothing in particular: diagnostics are pushed, positions are UTF-16."""
    await client_.initialize_session(
        lsp.InitializeParams(capabilities=lsp.ClientCapabilities(), initialization_options={"delay": 10})
    )
    yield
    await client_.shutdown_session()
