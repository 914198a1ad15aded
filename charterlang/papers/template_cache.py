"""Compiled templates, kept beside the templates as Python keeps its own compiled files.

Compiling all templates takes longer than running them. What is compiled lies in a `__pycache__` folder next to the
package's templates, and is as much to be trusted as these; it is not written where Python would not write its own
(`PYTHONDONTWRITEBYTECODE`) or where the folder is not ours to write. Templates of a user's folder are never kept.
"""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import BytecodeCache
    from jinja2.bccache import Bucket


def compiled_templates(shipped: str, folder: str) -> BytecodeCache:
    """The cache of the templates that lie below `shipped`, in its subfolder `folder`."""
    from jinja2 import BytecodeCache, __version__

    class Compiled(BytecodeCache):
        """Keeps a file for each shipped template; Jinja2 checks that it fits the template's text and this Python."""

        def load_bytecode(self, bucket: Bucket) -> None:
            with suppress(OSError, EOFError, ValueError, TypeError), open(self._place(bucket), "rb") as file:
                bucket.load_bytecode(file)

        def dump_bytecode(self, bucket: Bucket) -> None:
            if sys.dont_write_bytecode or not self._keeps(bucket):
                return
            place = self._place(bucket)
            with suppress(OSError):
                os.makedirs(os.path.dirname(place), exist_ok=True)
                handle, unfinished = tempfile.mkstemp(dir=os.path.dirname(place))
                try:
                    with os.fdopen(handle, "wb") as file:
                        bucket.write_bytecode(file)
                    os.replace(unfinished, place)
                except OSError:
                    os.remove(unfinished)

        def get_cache_key(self, name: str, filename: str | None = None) -> str:
            return filename or name

        def _keeps(self, bucket: Bucket) -> bool:
            return os.path.abspath(bucket.key).startswith(os.path.abspath(shipped) + os.sep)

        def _place(self, bucket: Bucket) -> str:
            below = os.path.relpath(bucket.key, shipped).replace(os.sep, "-")
            return os.path.join(shipped, folder, f"{below}.{sys.implementation.cache_tag}-{__version__}.pyc")

    return Compiled()
