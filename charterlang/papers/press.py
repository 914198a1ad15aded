"""Templates: where they lie, and how one is run. Jinja2 lives here.

Templates come with the package; a folder of the user's shadows them file by file, by the same path below `templates/`
(`en/bylaws/purpose.md.j2`). They run in Jinja2's sandbox, and a name they use that nobody gave is an error. What they
print is put in as values (`papers.markup`), never as markup.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from charterlang._resources import folder as folder_of
from charterlang.papers.markup import MarkupFault, Node, Phrase, Value, read, token
from charterlang.papers.tree import Block, Paragraph, Picture, Table, Verbatim
from charterlang.source import Finding, Severity

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context

_ENDING = ".md.j2"
_VALUES = "values_of_this_rendering"


class TemplateFault(Exception):  # noqa: N818 - it names what is wrong with a template
    """A template that cannot be used: which file, which line (0 where unknown), and why, as a sentence."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        self.file, self.line, self.reason = file, line, reason
        super().__init__(f"{file}:{line}: {reason}")


class TemplateFiles:
    """The template files of all languages: the package's, shadowed by those of `folder`, if one is given."""

    def __init__(self, folder: str | None = None) -> None:
        """Look into `folder` first."""
        self.folder = folder
        self.shipped = str(folder_of("templates"))
        self._own = _files_below(folder) if folder else frozenset()
        self.read: set[str] = set()

    @property
    def own(self) -> frozenset[str]:
        """The paths of the user's own files, below their folder."""
        return self._own

    @property
    def idle(self) -> tuple[str, ...]:
        """The paths of the user's own files that nothing has asked for."""
        return tuple(sorted(self._own - self.read))

    @property
    def shipped_paths(self) -> tuple[str, ...]:
        """The paths of the package's own files."""
        return tuple(sorted(_shipped_files(self.shipped)))

    def exists(self, path: str) -> bool:
        """Whether there is a file of that path."""
        return path in self._own or path in _shipped_files(self.shipped)

    def place(self, path: str) -> str:
        """Where the file of that path lies on disk."""
        return os.path.join(self.folder or "", path) if path in self._own else os.path.join(self.shipped, path)

    def text(self, path: str) -> str:
        """The text of a file; KeyError if there is none."""
        if not self.exists(path):
            raise KeyError(path)
        place = self.place(path)
        self.read.add(path)
        try:
            with open(place, encoding="utf-8") as file:
                return file.read()
        except (OSError, UnicodeDecodeError) as problem:
            raise TemplateFault(place, 0, f"It cannot be read: {problem}.") from None

    def data(self, path: str) -> Any:
        """The contents of a JSON file; an empty object if there is none."""
        if not self.exists(path):
            return {}
        try:
            return json.loads(self.text(path))
        except json.JSONDecodeError as problem:
            raise TemplateFault(self.place(path), problem.lineno, f"It is not JSON: {problem.msg}.") from None


@cache
def _shipped_files(folder: str) -> frozenset[str]:
    """The paths of the package's own templates: they do not change while a program runs."""
    return _files_below(folder)


def _files_below(folder: str) -> frozenset[str]:
    found = []
    for place, _, names in os.walk(folder):
        below = os.path.relpath(place, folder).replace(os.sep, "/")
        found += [name if below == "." else f"{below}/{name}" for name in names if not name.startswith(".")]
    return frozenset(found)


class Press:
    """Runs templates of one language.

    `path("name", "bylaws/ev", "bylaws", "shared")` finds a clause's file in the first folder that has it.
    """

    def __init__(self, files: TemplateFiles, language: str) -> None:
        """Stand over `files` for `language`."""
        self.files = files
        self.language = language
        self._environment: Environment | None = None

    def path(self, clause: str, *folders: str) -> str:
        """The path of the file that words `clause`, or "" if no folder has one."""
        for folder in folders:
            path = f"{self.language}/{folder}/{clause}{_ENDING}"
            if self.files.exists(path):
                return path
        return ""

    def run(self, path: str, names: Mapping[str, Any]) -> tuple[list[Block], list[Node]]:
        """The blocks before the first clause, and the clauses, that the template at `path` words.

        Raises:
            TemplateFault: the template is broken, or uses what nobody gave it.
        """
        from jinja2 import TemplateError, TemplateSyntaxError

        values: list[Value] = []
        place = self.files.place(path)
        try:
            text = self.environment.get_template(path).render({**names, _VALUES: values})
            return read(text, values)
        except TemplateSyntaxError as problem:
            file = self.files.place(problem.name) if problem.name else place
            raise TemplateFault(file, problem.lineno, problem.message or "It is not a template.") from None
        except TemplateError as problem:
            file, line = self._line(problem, path)
            raise TemplateFault(file, line, f"{problem.message or problem}".rstrip(".") + ".") from None
        except MarkupFault as problem:
            raise TemplateFault(place, 0, str(problem)) from None
        except (TypeError, ValueError, AttributeError, KeyError, ArithmeticError, RecursionError) as problem:
            file, line = self._line(problem, path)
            if path not in self.files.own:
                raise
            raise TemplateFault(file, line, f"A value in it cannot be worked out ({problem}).") from None

    def _line(self, problem: BaseException, path: str) -> tuple[str, int]:
        """The file and line of the template where `problem` arose: the innermost frame that is template code."""
        found = (self.files.place(path), 0)
        trace = problem.__traceback__
        while trace is not None:
            name = trace.tb_frame.f_code.co_filename
            if name.endswith(_ENDING):
                found = (name, trace.tb_lineno)
            trace = trace.tb_next
        return found

    @property
    def environment(self) -> Environment:
        """The sandbox in which templates run; made when first needed, since Jinja2 is slow to import."""
        if self._environment is None:
            self._environment = _environment(self.files) if self.files.own else _usual_environment()
        return self._environment


@cache
def _usual_environment() -> Environment:
    """The sandbox of the package's own templates, which do not change while a program runs."""
    return _environment(TemplateFiles())


def _environment(files: TemplateFiles) -> Environment:
    from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound, pass_context
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from charterlang.papers.template_cache import compiled_templates

    class Shelf(BaseLoader):
        def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
            try:
                return files.text(template), files.place(template), lambda: True
            except KeyError:
                raise TemplateNotFound(template) from None

    @pass_context
    def put_in(context: Context, value: Any) -> str:
        """Keep what a template prints, and print the token that stands for it."""
        if isinstance(value, StrictUndefined):
            str(value)  # raises, naming what is missing
        if value is None:
            raise TypeError("a template prints nothing where it should print words")
        if not isinstance(value, str | int | Phrase | Table | Verbatim | Picture | Paragraph):
            value = str(value)
        values: list[Value] = context[_VALUES]
        if isinstance(value, str) and not value:
            return ""
        values.append(value)
        return token(len(values) - 1)

    return ImmutableSandboxedEnvironment(
        loader=Shelf(),
        undefined=StrictUndefined,
        finalize=put_in,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        optimized=False,
        bytecode_cache=compiled_templates(files.shipped),
    )


def report(findings: list[Finding], fault: TemplateFault) -> None:
    """Note a broken template among `findings`, once."""
    line = f", line {fault.line}" if fault.line else ""
    reason = fault.reason[:1].lower() + fault.reason[1:].rstrip(".")
    finding = Finding(
        "DOC101",
        Severity.ERROR,
        f"the clause template {fault.file}{line} cannot be used: {reason}",
        help=("correct the file, or take it out of your template folder: the usual wording is used then",),
        file=fault.file,
    )
    if finding not in findings:
        findings.append(finding)
