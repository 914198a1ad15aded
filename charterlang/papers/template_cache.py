"""Compiled templates, kept in a folder of the user's own, because compiling all of them takes longer than running them.

The folder is `charterlang/templates` in the user's cache (`XDG_CACHE_HOME`, `~/.cache`, `~/Library/Caches` or
`%LOCALAPPDATA%`); `CHARTERLANG_CACHE` names another, or none when it is empty. What lies there is code that will be
run, so a folder that others may write to is not read. Only the package's own templates are kept.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import BytecodeCache
    from jinja2.bccache import Bucket


def cache_folder() -> str:
    """The folder in which compiled templates are kept, "" for none."""
    named = os.environ.get("CHARTERLANG_CACHE")
    if named is not None:
        return os.path.join(named, "templates") if named else ""
    home = os.path.expanduser("~")
    if home == "~":
        return ""
    usual = {"darwin": os.path.join(home, "Library", "Caches"), "win32": os.environ.get("LOCALAPPDATA", "")}
    base = os.environ.get("XDG_CACHE_HOME") or usual.get(sys.platform, os.path.join(home, ".cache"))
    return os.path.join(base, "charterlang", "templates") if base else ""


def is_private(folder: str) -> bool:
    """Whether a folder is there, belongs to this user, and nobody else may write to it."""
    try:
        found = os.lstat(folder)
    except OSError:
        return False
    if not stat.S_ISDIR(found.st_mode):
        return False
    return sys.platform == "win32" or (found.st_uid == os.geteuid() and not found.st_mode & 0o022)


def compiled_templates(shipped: str) -> BytecodeCache | None:
    """The cache of the templates below `shipped`; None where nothing may be kept."""
    from jinja2 import BytecodeCache

    folder = cache_folder()
    if not folder:
        return None

    class Compiled(BytecodeCache):
        """Keeps a file for each template; Jinja2 checks that it fits the template's text, itself and this Python."""

        def load_bytecode(self, bucket: Bucket) -> None:
            if is_private(folder):
                with suppress(OSError, EOFError, ValueError, TypeError), open(_place(bucket), "rb") as file:
                    bucket.load_bytecode(file)

        def dump_bytecode(self, bucket: Bucket) -> None:
            if not os.path.abspath(bucket.key).startswith(os.path.abspath(shipped) + os.sep):
                return
            with suppress(OSError):
                os.makedirs(folder, mode=0o700, exist_ok=True)
                if not is_private(folder):
                    return
                handle, unfinished = tempfile.mkstemp(dir=folder)
                with os.fdopen(handle, "wb") as file:
                    bucket.write_bytecode(file)
                os.replace(unfinished, _place(bucket))

        def get_cache_key(self, name: str, filename: str | None = None) -> str:
            return filename or name

    def _place(bucket: Bucket) -> str:
        name = hashlib.sha256(f"{bucket.key} {sys.implementation.cache_tag}".encode()).hexdigest()
        return os.path.join(folder, f"{name[:32]}.compiled")

    return Compiled()
