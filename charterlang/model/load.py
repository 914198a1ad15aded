"""From a file to a charter: it and all it uses are read, parsed and lowered, and their names resolved together."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import field

from charterlang._records import record
from charterlang.model.assemble import Kept, Placed, assemble
from charterlang.model.charter import Charter
from charterlang.model.library import ROOT, parts, path_of, read_part
from charterlang.model.lower import Declaration, lower
from charterlang.model.lower.declaration import Use
from charterlang.model.names import Names
from charterlang.source import (
    Edit,
    FileSystem,
    Finding,
    Fix,
    Label,
    Result,
    Severity,
    Sources,
    Span,
    Unreadable,
    decode,
)
from charterlang.syntax import Block, Document, parse

_PROJECT_MARKS = ("charter.toml", "pyproject.toml", ".git")


@record
class Loaded:
    """A charter with the texts it was read from.

    `documents` are the parsed files by the path under which they are shown. `names` knows where every name is declared
    and used, `uses` which file each `use` brought in, as (place, path). `lowered` keeps what each block declared, and
    `kept` what that came to, so that a later load of the same files (`earlier`) need not do again what has not changed.
    """

    charter: Charter
    sources: Sources
    documents: dict[str, Document] = field(default_factory=dict)
    names: Names = field(default_factory=lambda: Names(()), repr=False)
    uses: tuple[tuple[Span, str], ...] = ()
    lowered: dict[tuple[str, int], tuple[Block, Declaration | None]] = field(default_factory=dict, repr=False)
    kept: Kept = field(default_factory=Kept, repr=False)


def load(path: str, files: FileSystem, root: str | None = None, earlier: Loaded | None = None) -> Result[Loaded]:
    """The charter in the file at `path`, with everything it uses.

    `root` is the folder that no `use` may leave: by default that of the project around the file (the nearest folder
    above with a `charter.toml`, `pyproject.toml` or `.git`), or the file's own. Never raises: a file that cannot be
    read is the finding `SRC101` without a place, where it is the first one, and `NAM121` at its `use` otherwise.
    """
    return _Loading(files, root, earlier).load(path)


@record
class _Open:
    """A file under way: its document, how far down the `use`s it lies, and by which `use` it was reached."""

    document: Document
    blocks: Iterator[Block]
    depth: int
    use: Use | None
    library: bool


class _Loading:
    """One load."""

    def __init__(self, files: FileSystem, root: str | None, earlier: Loaded | None) -> None:
        self.files = files
        self.root = root
        self.earlier = earlier
        self.findings: list[Finding] = []
        self.documents: dict[str, Document] = {}
        self.lowered: dict[tuple[str, int], tuple[Block, Declaration | None]] = {}
        self.placed: list[Placed] = []
        self.uses: list[tuple[Span, str]] = []
        self.stack: list[_Open] = []
        self.read: dict[str, str] = {}

    def load(self, path: str) -> Result[Loaded]:
        """Read `path` and all it uses, depth first, so that what is used stands where its `use` stands."""
        try:
            data = decode(path, self.files.read(path))
        except Unreadable as problem:
            finding = Finding("SRC101", Severity.ERROR, str(problem), file=path)
            return Result(Loaded(Charter(path), Sources()), (finding,))
        self.read[self.files.resolve(path)] = path
        self._open(path, data, 0, None, library=False)
        while self.stack:
            current = self.stack[-1]
            block = next(current.blocks, None)
            if block is None:
                self.stack.pop()
            else:
                self._block(current, block)
        kept = self.earlier.kept if self.earlier is not None else None
        assembled, names, kept = assemble(path, self.placed, kept)
        sources = Sources(document.source for document in self.documents.values())
        loaded = Loaded(assembled.value, sources, self.documents, names, tuple(self.uses), self.lowered, kept)
        return Result(loaded, (*self.findings, *assembled.findings))

    def _open(self, path: str, text: str, depth: int, use: Use | None, *, library: bool) -> None:
        """Parse a file and go on with its blocks."""
        before = self.earlier.documents.get(path) if self.earlier is not None else None
        parsed = parse(path, text, before)
        self.findings.extend(parsed.findings)
        self.documents[path] = parsed.value
        self.stack.append(_Open(parsed.value, iter(parsed.value.blocks), depth, use, library))

    def _block(self, current: _Open, block: Block) -> None:
        """Lower one block, or follow it where it is a `use`."""
        declaration = self._lowered(current.document.source.path, block)
        if declaration is None:
            return
        self.placed.append(Placed(declaration, current.depth, current.library))
        if declaration.use is not None:
            self._follow(current, declaration.use)

    def _lowered(self, path: str, block: Block) -> Declaration | None:
        """What a block declares, taken over from before if it has not changed."""
        key = (path, block.number)
        if self.earlier is not None:
            before = self.earlier.lowered.get(key)
            if before is not None and before[0].tree is block.tree:
                self.lowered[key] = before
                return before[1]
        declaration = lower(path, block)
        self.lowered[key] = (block, declaration)
        return declaration

    # --- use ---------------------------------------------------------------------------------------------------------

    def _follow(self, current: _Open, use: Use) -> None:
        """Read what a `use` brings in, unless it was read before."""
        if use.library:
            self._follow_library(current, use)
            return
        if current.library:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(current.document.source.path), use.target))
            self._follow_library(current, Use(target.removesuffix(".charter"), library=True, span=use.span))
            return
        if not use.target.strip() or "\0" in use.target:
            self._say("NAM121", "this `use` names no file", use, help_=('write use "FILE.charter"',))
            return
        here = current.document.source.path
        path = posixpath.normpath(posixpath.join(posixpath.dirname(here), use.target))
        real = self.files.resolve(path)
        if posixpath.isabs(use.target) or not self._inside(real):
            self._say(
                "NAM122",
                f"`use` cannot leave the project: {use.target} lies outside of it",
                use,
                help_=("copy the file into the project, or set the project's root above both",),
            )
            return
        known = self.read.get(real)
        if known is not None:
            self.uses.append((use.span, known))
            self._cycle(known, use)
            return
        try:
            text = decode(path, self.files.read(path))
        except Unreadable as problem:
            self._say("NAM121", f"cannot use {use.target}: {problem.reason}", use, label=f"looked for {path}")
            return
        self.read[real] = path
        self.uses.append((use.span, path))
        self._open(path, text, current.depth + 1, use, library=False)

    def _follow_library(self, current: _Open, use: Use) -> None:
        """Read a part of the standard library."""
        path = path_of(use.target)
        if path in self.documents:
            self.uses.append((use.span, path))
            self._cycle(path, use)
            return
        data = read_part(use.target) if use.target.startswith(f"{ROOT}/") else None
        if data is None:
            self._unknown_part(use)
            return
        self.uses.append((use.span, path))
        self._open(path, decode(path, data), current.depth + 1, use, library=True)

    def _unknown_part(self, use: Use) -> None:
        from difflib import get_close_matches

        near = get_close_matches(use.target, parts(), 3, 0.5)
        self._say(
            "NAM123",
            f"the standard library has no `{use.target}`",
            use,
            label=f"did you mean `{near[0]}`?" if near else "",
            help_=() if near else ("it has " + ", ".join(parts()),),
            fixes=tuple(Fix(f"write `{name}`", (Edit(use.span, name),)) for name in near),
        )

    def _cycle(self, path: str, use: Use) -> None:
        """A file that was read before is not read again; if it is still open, files use each other in a circle."""
        opened = [each.document.source.path for each in self.stack]
        if path not in opened:
            return
        chain = self.stack[opened.index(path) + 1 :]
        links = [each.use for each in chain if each.use is not None]
        names = " → ".join((path, *(each.document.source.path for each in chain), path))
        self._say(
            "NAM120",
            f"these files use one another in a circle: {names}",
            use,
            label="the circle closes here",
            related=tuple(Label(link.span, "one link of it") for link in links),
            help_=("move what both need into a file of its own, and let both use that",),
        )

    def _inside(self, real: str) -> bool:
        """Whether a path, links followed, lies inside the project."""
        root = self._root()
        if root == ".":
            return not posixpath.isabs(real) and real != ".." and not real.startswith("../")
        return real == root or real.startswith(root.rstrip("/") + "/")

    def _root(self) -> str:
        """The folder of the project, links followed."""
        if self.root is None:
            first = next(iter(self.read))
            folder = posixpath.dirname(first)
            self.root = folder or "."
            above = folder
            while True:
                if any(self._there(posixpath.join(above, mark)) for mark in _PROJECT_MARKS):
                    self.root = above or "."
                    break
                if posixpath.dirname(above) == above:
                    break
                above = posixpath.dirname(above)
        return self.files.resolve(self.root)

    def _there(self, path: str) -> bool:
        """Whether there is a file or a folder at `path`."""
        try:
            self.files.read(path)
        except Unreadable as problem:
            return "folder" in problem.reason
        return True

    def _say(
        self,
        code: str,
        message: str,
        use: Use,
        *,
        label: str = "",
        related: tuple[Label, ...] = (),
        help_: tuple[str, ...] = (),
        fixes: tuple[Fix, ...] = (),
    ) -> None:
        self.findings.append(
            Finding(code, Severity.ERROR, message, use.span, label=label, related=related, help=help_, fixes=fixes)
        )
