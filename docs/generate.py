"""Writes every file that is made from others, or with `--check` says which are out of step.

python docs/generate.py            writes
python docs/generate.py --check    writes nothing; exit code 1 if a file is not what it should be
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


def schema_text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def check_schema() -> str:
    from charterlang.render.report_models import schema

    return schema_text(schema())


def settings_schema() -> str:
    from charterlang.settings import schema

    return schema_text(schema())


def command_reference() -> str:
    from charterlang.cli.reference import reference

    return reference()


def three_circles() -> str:
    import charterlang
    from charterlang.pictures.circles import three_circles as drawn

    found = charterlang.check(str(ROOT / "examples" / "good" / "occupy-kitchen.charter"))
    return drawn(found.charter, found.verdicts)


def language() -> str:
    from language_tables import page

    return page()


FILES: dict[str, Callable[[], str]] = {
    "docs/schemas/check.schema.json": check_schema,
    "docs/schemas/settings.schema.json": settings_schema,
    "docs/command.md": command_reference,
    "docs/language.md": language,
    "docs/images/three-circles.svg": three_circles,
}
"""Each generated file and what makes its text."""

MODULES = (
    "charterlang.syntax.tables",
    "charterlang.syntax.reference",
    "charterlang.syntax.highlighting",
    "charterlang.checks.pages",
)
"""Modules that write files of their own; each has `main(arguments)` with `--check`."""


def out_of_step() -> Iterator[tuple[Path, str]]:
    for name, make in FILES.items():
        path, text = ROOT / name, make()
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            yield path, text


def main(arguments: list[str]) -> int:
    from importlib import import_module

    checking = "--check" in arguments
    wrong = 0
    for path, text in out_of_step():
        wrong += 1
        if checking:
            print(f"{path.relative_to(ROOT)} is out of step; run: python docs/generate.py")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"wrote {path.relative_to(ROOT)}")
    for name in MODULES:
        wrong += import_module(name).main(["--check"] if checking else [])
    return 1 if checking and wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
