"""Where the grammar and the templates lie: inside the installed package, or beside it in a working copy."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `name` ("grammar", "templates"): under `_data/` in a wheel, beside the package in a checkout."""
    shipped = _PACKAGE / "_data" / name
    return shipped if shipped.is_dir() else _PACKAGE.parent / name
