"""The index of forms: a digest of all form files, so that listing and finding forms reads one small file.

It is derived: after adding or changing a form, run `python -m charterlang.law.index` and commit what it writes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

COLUMNS = ("id", "jurisdiction", "native_name", "english", "kind", "roles", "confidence")


def index_text(files: Iterable[bytes]) -> str:
    """The text of `forms/_index.json` for the given form files, one form a line, sorted by id."""
    rows: list[dict[str, Any]] = sorted((row for data in files for row in json.loads(data)["forms"]), key=_id)
    lines = (json.dumps([row[column] for column in COLUMNS], ensure_ascii=False) for row in rows)
    body = ",\n".join(f"  {line}" for line in lines)
    return f'{{\n "columns": {json.dumps(COLUMNS)},\n "forms": [\n{body}\n ]\n}}\n'


def form_files(folder: Path) -> list[Path]:
    """The files of forms in `folder`, one a jurisdiction; names with a leading underscore are not forms."""
    return sorted(path for path in folder.glob("*.json") if not path.name.startswith("_"))


def _id(row: dict[str, Any]) -> str:
    """The key by which the index is sorted."""
    return str(row["id"])


def main() -> None:
    """Write the index anew."""
    folder = Path(__file__).parent / "data" / "forms"
    text = index_text(path.read_bytes() for path in form_files(folder))
    (folder / "_index.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
