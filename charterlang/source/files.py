"""The one door to files: the command, the editor, the tests and a browser each bring their own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from charterlang._records import record


class Unreadable(Exception):  # noqa: N818  (names the state of the file, as the reader meets it)
    """A file that cannot be read as a charter; `reason` is a sentence part such as "it is a folder"."""

    def __init__(self, path: str, reason: str) -> None:
        """Say of `path` why it cannot be read."""
        super().__init__(f"cannot read {path}: {reason}")
        self.path = path
        self.reason = reason


class FileSystem(Protocol):
    """Where texts come from. Paths are POSIX strings; `root` is the folder no `use` may leave."""

    def read(self, path: str) -> bytes:
        """The bytes of a file; raises `Unreadable`."""

    def resolve(self, path: str) -> str:
        """One canonical name for a path, links followed, so that cycles and escapes are seen."""


@record
class LocalFiles:
    """The files of this machine. `limit` bytes is the most that one file may have."""

    limit: int = 32 * 1024 * 1024

    def read(self, path: str) -> bytes:
        """The bytes of the file at `path`; raises `Unreadable` with the reason in words."""
        try:
            if os.stat(path).st_size > self.limit:
                raise Unreadable(path, f"it is larger than {self.limit // (1024 * 1024)} MiB")
            return Path(path).read_bytes()
        except FileNotFoundError:
            raise Unreadable(path, "there is no such file") from None
        except IsADirectoryError:
            raise Unreadable(path, "it is a folder; name a .charter file in it") from None
        except PermissionError:
            raise Unreadable(path, "you may not read it (permission denied)") from None
        except (OSError, ValueError) as problem:
            raise Unreadable(path, getattr(problem, "strerror", None) or str(problem)) from None

    def resolve(self, path: str) -> str:
        """The real path, links followed."""
        return Path(path).resolve().as_posix()


@record
class MemoryFiles:
    """Texts held in memory, over another file system or none: unsaved buffers, tests, a browser."""

    texts: Mapping[str, str]
    beneath: FileSystem | None = None

    def read(self, path: str) -> bytes:
        """The text held under `path`, else what the file system beneath has."""
        if path in self.texts:
            return self.texts[path].encode("utf-8")
        if self.beneath is not None:
            return self.beneath.read(path)
        raise Unreadable(path, "there is no such file")

    def resolve(self, path: str) -> str:
        """The canonical name of `path`."""
        return self.beneath.resolve(path) if self.beneath else os.path.normpath(path)


def decode(path: str, data: bytes) -> str:
    """The text of a charter's bytes: UTF-8, a byte-order mark dropped; raises `Unreadable` otherwise."""
    if b"\0" in data[:8192]:
        wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        raise Unreadable(path, "it is UTF-16; save it as UTF-8" if wide else "it is not text (it holds NUL bytes)")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise Unreadable(path, f"line {line} is not UTF-8; save the file as UTF-8") from None
