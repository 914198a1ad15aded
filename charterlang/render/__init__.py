"""What the compiler found, in the words of whoever reads it: people, editors, build servers.

Each format is a module with `render(compilations, style) -> str`. This table is the only list of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from charterlang._records import record

if TYPE_CHECKING:
    from charterlang.compiler import Compilation
    from charterlang.render.palette import Style


@record
class Format:
    """A format of findings: the module that renders it, and who reads it, in a few words."""

    module: str
    title: str


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": Format("charterlang.render.text", "for people, on a terminal"),
        "json": Format("charterlang.render.json_", "for programs; its schema is docs/schemas/check.schema.json"),
        "sarif": Format("charterlang.render.sarif", "SARIF 2.1.0, for code scanning"),
        "github": Format("charterlang.render.github", "annotations in GitHub's workflows"),
        "gitlab": Format("charterlang.render.gitlab", "GitLab's code quality report"),
    }
)


def render(compilations: Sequence[Compilation], format_name: str, style: Style) -> str:
    """The findings of these compilations in the format of that name (a key of `FORMATS`), ready to be written out."""
    rendered: str = import_module(FORMATS[format_name].module).render(compilations, style)
    return rendered


TEST_FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": Format("charterlang.render.outcomes", "for people, on a terminal"),
        "junit": Format("charterlang.render.junit", "JUnit XML, for build servers"),
    }
)


def render_tests(compilations: Sequence[Compilation], format_name: str, style: Style, *, quiet: bool = False) -> str:
    """What these charters expect and whether it holds, in the format of that name (a key of `TEST_FORMATS`).

    `quiet` leaves out what holds, where the format allows it.
    """
    rendered: str = import_module(TEST_FORMATS[format_name].module).render(compilations, style, quiet=quiet)
    return rendered
