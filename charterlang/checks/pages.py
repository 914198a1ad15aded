"""Writes what is made from the rules: the table of rules and the pages in `docs/rules/`.

`python -m charterlang.checks.pages` writes them; with `--check` it writes nothing and fails when something is out
of step.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import cast

from charterlang.checks.families import FAMILIES
from charterlang.checks.rule import Entry, RuleModule

HERE = Path(__file__).parent
PAGES = HERE.parent.parent / "docs" / "rules"
_FILES = "[a-z][a-z][a-z]/[a-z][a-z][a-z][0-9][0-9][0-9]_*.py"


def modules() -> Iterator[tuple[str, RuleModule]]:
    """Every rule's module, by its path below this package, in the order of the codes."""
    for path in sorted(HERE.glob(_FILES), key=lambda found: found.name):
        name = f"{path.parent.name}.{path.stem}"
        yield name, cast("RuleModule", import_module(f"charterlang.checks.{name}"))


def rows() -> tuple[Entry, ...]:
    """The table of rules, read off their files."""
    found = []
    for name, module in modules():
        rule = module.RULE
        fault = (module.__doc__ or "").strip().partition("\n")[0]
        severity = rule.severity.value
        found.append(
            Entry(
                rule.code,
                rule.name,
                severity,
                rule.protection,
                rule.since,
                name,
                rule.looks_at,
                rule.for_signing,
                fault,
            )
        )
    order = [family.letters for family in FAMILIES]
    return tuple(sorted(found, key=lambda entry: (order.index(entry.code[:3]), entry.code)))


def table_text(entries: tuple[Entry, ...]) -> str:
    """The text of `table.py`."""
    lines = [
        '"""The table of rules, listed without importing any. Written by `python -m charterlang.checks.pages`."""',
        "",
        "from charterlang.checks.rule import Entry",
        "",
        "# fmt: off",
        "RULES: tuple[Entry, ...] = (",
    ]
    for entry in entries:
        first = ", ".join(_quoted(value) for value in entry[:5])
        second = f"{_quoted(entry.module)},"
        third = f"{_quoted(entry.looks_at)}, {entry.for_signing},"
        lines += [f"    Entry({first},", *(f"          {row}" for row in (second, third, f"{_quoted(entry.fault)}),"))]
    return "\n".join([*lines, ")", ""])


def _quoted(value: object) -> str:
    """A value as the formatter would write it."""
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, tuple):
        return f"({', '.join(map(_quoted, value))}{',' if len(value) == 1 else ''})"
    return repr(value)


def page_texts(entries: tuple[Entry, ...]) -> Mapping[str, str]:
    """The text of every page, by file name."""
    from charterlang.checks.explain import lower_codes, lower_page, rule_page

    texts = {f"{entry.code}.md": rule_page(entry) for entry in entries}
    texts.update((f"{code}.md", lower_page(page)) for code, page in lower_codes().items())
    texts["README.md"] = index_text(entries)
    return texts


def index_text(entries: tuple[Entry, ...]) -> str:
    """The index of all codes, a table for each family."""
    from charterlang.checks.explain import lower_codes

    rows = [(entry.code, entry.name, entry.severity, entry.fault) for entry in entries]
    rows += [(page.code, page.name, page.severity, page.fault) for page in lower_codes().values()]
    parts = [
        "# The rules",
        "Every finding has a code. `charter explain CODE` prints its page.",
        "Codes from 900 to 999 of each family are left to rules of others.",
        "This index and the pages beside it are written by `python -m charterlang.checks.pages`.",
    ]
    for family in FAMILIES:
        mine = [row for row in rows if row[0].startswith(family.letters)]
        if mine:
            table = ["| code | name | severity | fault |", "|---|---|---|---|"]
            table += [
                f"| [{code}]({code}.md) | {name} | {severity} | {fault} |" for code, name, severity, fault in mine
            ]
            parts.append(f"## {family.letters}: {family.title.lower()}\n\n{family.about}\n\n" + "\n".join(table))
    return "\n\n".join(parts) + "\n"


def table_out_of_step() -> dict[Path, str | None]:
    """The table of rules, if it differs from what it should be."""
    return _differing({HERE / "table.py": table_text(rows())})


def pages_out_of_step(pages: Path = PAGES) -> dict[Path, str | None]:
    """The pages that differ from what they should be: path to text, or to None where the file should go."""
    wanted = {pages / name: text for name, text in page_texts(rows()).items()}
    wrong = _differing(wanted)
    wrong.update((path, None) for path in pages.glob("*.md") if path not in wanted)
    return wrong


def _differing(wanted: Mapping[Path, str]) -> dict[Path, str | None]:
    """The files whose text is another."""
    return {path: text for path, text in wanted.items() if not path.exists() or path.read_text("utf-8") != text}


def main(arguments: list[str]) -> int:
    """Write what is out of step, the table first since the pages are made through it; or only say so with `--check`."""
    checking = "--check" in arguments
    found = False
    for out_of_step in (table_out_of_step, pages_out_of_step):
        for path, text in sorted(out_of_step().items()):
            found = True
            if checking:
                print(f"{path.name} is out of step with the rules; run python -m charterlang.checks.pages")
            elif text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    return 1 if found and checking else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
