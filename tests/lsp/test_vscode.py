"""The extension for VS Code builds, and its client's library speaks with the real server."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

EXTENSION = Path(__file__).parent.parent.parent / "editors" / "vscode"


@pytest.mark.skipif(shutil.which("npm") is None, reason="npm is not installed")
def test_the_extension_builds_and_its_client_speaks_with_the_server(tmp_path: Path) -> None:
    folder = tmp_path / "vscode"
    shutil.copytree(EXTENSION, folder, ignore=shutil.ignore_patterns("node_modules", "out", "*.vsix"))
    if (EXTENSION / "node_modules").is_dir():
        (folder / "node_modules").symlink_to(EXTENSION / "node_modules")
    elif npm(folder, "install", "--no-audit", "--no-fund").returncode:
        pytest.skip("the packages that the extension is built with cannot be had")
    built = npm(folder, "run", "package")
    assert built.returncode == 0, built.stdout
    names = zipfile.ZipFile(folder / "charterlang.vsix").namelist()
    assert {"extension/out/extension.js", "extension/syntaxes/charter.tmLanguage.json"} <= set(names)
    tested = npm(folder, "test", CHARTER_COMMAND=f"{sys.executable} -m charterlang.cli.main lsp")
    assert tested.returncode == 0, tested.stdout
    assert "# pass 2" in tested.stdout


def npm(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["npm", *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
