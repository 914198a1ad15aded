"""The charters somebody works on: open buffers over files, read again at every edit, judged when there is time.

Paths are POSIX strings, absolute ones for files of a machine. A file that others `use` is read as part of them: its
findings are those of every charter it belongs to. `Workspace` is not thread-safe but for `judge`, which only looks at
the reading it is given.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from charterlang import compiler
from charterlang._records import record
from charterlang.editor.places import Place, place_of
from charterlang.model.charter import Charter
from charterlang.model.load import Loaded
from charterlang.model.load import load as load_model
from charterlang.model.names import Names
from charterlang.powers.verdicts import Verdicts
from charterlang.settings import Settings
from charterlang.settings import find as find_settings
from charterlang.source import (
    FileSystem,
    Finding,
    LocalFiles,
    MemoryFiles,
    Result,
    SourceText,
    Span,
    Unreadable,
    decode,
)
from charterlang.syntax import Document, parse

ENDING = ".charter"
MOST_FILES = 2_000
"""How many charters of a folder are looked at for what they use."""

_USE = re.compile(r'^[ \t]*use[ \t]+"([^"\r\n]+)"', re.MULTILINE)
_PASSED_OVER = frozenset({"build", "dist", "node_modules", "__pycache__"})


@record(slots=False)
class Reading:
    """A charter as read: its model and all it uses, and the findings on its wording."""

    path: str
    loaded: Result[Loaded]
    settings: Settings
    said: tuple[Finding, ...] = ()
    texts: tuple[SourceText, ...] = ()

    @cached_property
    def wording(self) -> tuple[Finding, ...]:
        """What there is to say of syntax and names."""
        return compiler.wording(self.loaded, self.settings, self.said)


@record(slots=False)
class Judged:
    """What was found in a reading once its powers were analysed."""

    reading: Reading
    compilation: compiler.Compilation

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything there is to say."""
        return self.compilation.findings

    @property
    def verdicts(self) -> Verdicts:
        """Protections and ties."""
        return self.compilation.verdicts


@record(slots=False)
class View:
    """One file as an editor looks at it: as part of the charter `reading`; `judged` may be of an older reading."""

    path: str
    document: Document
    reading: Reading
    judged: Judged | None = None

    @property
    def loaded(self) -> Loaded:
        """The charter it belongs to, with its texts."""
        return self.reading.loaded.value

    @property
    def charter(self) -> Charter:
        """The model of that charter."""
        return self.loaded.charter

    @property
    def names(self) -> Names:
        """All names of that charter."""
        return self.loaded.names

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.document.source.text

    @property
    def verdicts(self) -> Verdicts | None:
        """What is known of protections and ties, perhaps from a moment ago."""
        return self.judged.verdicts if self.judged is not None else None

    def place(self, span: Span) -> Place:
        """Where a span of this charter stands."""
        return place_of(self.loaded.sources, span)


class Workspace:
    """Open buffers over a file system, and what is known of the charters in them."""

    def __init__(self, files: FileSystem | None = None) -> None:
        """Work on `files`: the disk, unless said."""
        self._disk = files or LocalFiles()
        self._open: dict[str, str] = {}
        self._known: dict[str, tuple[str, ...]] = {}
        self._readings: dict[str, Reading] = {}
        self._fresh: set[str] = set()
        self._judged: dict[str, Judged] = {}
        self._settings: dict[str, Result[tuple[Settings, SourceText | None]]] = {}
        self._strays: dict[str, Document] = {}

    # --- texts -------------------------------------------------------------------------------------------------------

    @property
    def files(self) -> MemoryFiles:
        """The texts as they are now: buffers first, then the files beneath."""
        return MemoryFiles(self._open, self._disk)

    def snapshot(self) -> MemoryFiles:
        """The texts as they are now, whatever is written later: for work on another thread."""
        return MemoryFiles(dict(self._open), self._disk)

    @property
    def open_files(self) -> tuple[str, ...]:
        """The paths of open buffers, in the order in which they were opened."""
        return tuple(self._open)

    def write(self, path: str, text: str) -> None:
        """A buffer was opened or changed: it now holds `text`."""
        new = path not in self._open
        uses = _used(path, text)
        self._open[path] = text
        if new or self._known.get(path) != uses:
            self._known[path] = uses
            self._fresh.clear()
        else:
            self._touch(path)

    def close(self, path: str) -> None:
        """A buffer was closed: what the file holds counts again."""
        self._open.pop(path, None)
        self.forget(path)

    def forget(self, path: str) -> None:
        """A file changed, came or went: whatever was read of it is read again."""
        self._known.pop(path, None)
        text = self.text(path)
        if text is not None and path.endswith(ENDING):
            self._known[path] = _used(path, text)
        self._settings.clear()
        self._strays.pop(path, None)
        self._fresh.clear()
        for gone in [root for root in self._readings if root not in self._known]:
            del self._readings[gone]
            self._judged.pop(gone, None)

    def text(self, path: str) -> str | None:
        """The text of a file, None where it cannot be read."""
        try:
            return self._open[path] if path in self._open else decode(path, self._disk.read(path))
        except Unreadable:
            return None

    def scan(self, folder: str) -> None:
        """Learn which charters a folder of the machine holds and what they use."""
        for path in _charters(folder):
            if len(self._known) >= MOST_FILES:
                break
            if path not in self._known:
                text = self.text(path)
                self._known[path] = _used(path, text) if text is not None else ()
        self._fresh.clear()

    def leave(self, folder: str) -> None:
        """A folder is no longer worked on."""
        inside = folder.rstrip("/") + "/"
        for path in [path for path in self._known if path.startswith(inside) and path not in self._open]:
            self.forget(path)
            self._known.pop(path, None)

    @property
    def charters(self) -> tuple[str, ...]:
        """Every charter known, open or in a folder, sorted."""
        return tuple(sorted(self._known))

    def _touch(self, path: str) -> None:
        """Whatever was read of this file is no longer fresh."""
        for root in tuple(self._fresh):
            if path in self._readings[root].loaded.value.documents or path == root:
                self._fresh.discard(root)

    # --- reading -----------------------------------------------------------------------------------------------------

    def roots(self, path: str) -> tuple[str, ...]:
        """The charters that a file belongs to: those that use it and are used by none, else the file itself."""
        found: dict[str, None] = {}
        seen = {path}
        queue = [path]
        while queue:
            here = queue.pop(0)
            users = [user for user, used in self._known.items() if here in used]
            if not users:
                found[here] = None
            for user in users:
                if user not in seen:
                    seen.add(user)
                    queue.append(user)
        return tuple(found) or (path,)

    def reading(self, root: str) -> Reading:
        """The charter at `root` as its texts are now; what has not changed since it was last read is taken over."""
        before = self._readings.get(root)
        if before is not None and root in self._fresh:
            return before
        said = self._settings.get(root)
        if said is None:
            said = self._settings[root] = find_settings(root, self.files)
        settings, text = said.value
        earlier = before.loaded.value if before is not None else None
        loaded = load_model(root, self.files, root=settings.root or None, earlier=earlier)
        made = Reading(root, loaded, settings, said.findings, (text,) if text else ())
        self._readings[root] = made
        self._fresh.add(root)
        return made

    def view(self, path: str) -> View | None:
        """A file as part of the first charter it belongs to; None where it cannot be read."""
        for root in self.roots(path):
            reading = self.reading(root)
            document = reading.loaded.value.documents.get(path)
            if document is not None:
                return View(path, document, reading, self._judged.get(root))
        text = self.text(path)
        if text is None:
            return None
        return self._stray(path, text)

    def _stray(self, path: str, text: str) -> View:
        """A file that its charter does not reach (a `use` outside of the project): looked at alone."""
        reading = self.reading(path)
        document = reading.loaded.value.documents.get(path)
        if document is None:
            document = parse(path, text, self._strays.get(path)).value
            self._strays[path] = document
        return View(path, document, reading, self._judged.get(path))

    # --- judging -----------------------------------------------------------------------------------------------------

    def judged(self, root: str) -> Judged | None:
        """What was last found in a charter, perhaps in an earlier reading of it."""
        return self._judged.get(root)

    def is_judged(self, root: str) -> bool:
        """Whether what was found in a charter is of its present reading."""
        known = self._judged.get(root)
        return known is not None and known.reading is self.reading(root)

    @staticmethod
    def judge(reading: Reading, pause: Callable[[], None] | None = None) -> Judged:
        """Analyse a reading; what `pause` raises ends it. A pure function: it may run on another thread."""
        made = compiler.judge(reading.path, reading.loaded, reading.settings, reading.said, reading.texts, pause=pause)
        return Judged(reading, made)

    def keep(self, judged: Judged) -> None:
        """Remember what was found."""
        self._judged[judged.reading.path] = judged


def _used(path: str, text: str) -> tuple[str, ...]:
    """The files that a text brings in by `use`, as paths."""
    if "use" not in text:
        return ()
    folder = posixpath.dirname(path)
    return tuple(posixpath.normpath(posixpath.join(folder, match[1])) for match in _USE.finditer(text))


def _charters(folder: str) -> Iterator[str]:
    """The charters in a folder of the machine and the folders in it, hidden ones and what tools write passed over."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _PASSED_OVER)
        yield from (posixpath.join(here, name) for name in sorted(names) if name.endswith(ENDING))


def roots_of(workspace: Workspace, paths: Iterable[str]) -> tuple[str, ...]:
    """The charters that any of these files belong to, each once."""
    return tuple(dict.fromkeys(root for path in paths for root in workspace.roots(path)))
