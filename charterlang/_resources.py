"""Where the grammar and the templates lie: inside the installed package, or beside it in a working copy."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `name` ("grammar", "templates"): the wheel carries it under `_data/`, a checkout beside the package."""
    shipped = _PACKAGE / "_data" / name
    return shipped if shipped.is_dir() else _PACKAGE.parent / name
