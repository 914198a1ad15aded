"""Writing a folder of papers whole or not at all.

Everything is first written into a folder beside the target; only when all of it is there are files put in place, one
rename each, and put back if one of them fails. A manifest in the folder says which files were written and what was in
them: only those are ever replaced or taken away, and one that somebody has changed since is not touched.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from charterlang._records import record

MANIFEST = ".charter-build.json"


class NotWritable(Exception):  # noqa: N818  (names the state of the folder, as the reader meets it)
    """A folder that papers cannot be written to; `reason` is a sentence part such as "it is a file"."""

    def __init__(self, path: str, reason: str) -> None:
        """Say of `path` why nothing can be written there."""
        super().__init__(f"cannot write to {path}: {reason}")
        self.path = path
        self.reason = reason


class InTheWay(Exception):  # noqa: N818  (names the state of the folder, as the reader meets it)
    """Files in the target folder that no build wrote, or that were changed since: `names`, below `folder`."""

    def __init__(self, folder: str, names: tuple[str, ...]) -> None:
        """Name what stands in the way in `folder`."""
        super().__init__(f"{folder} holds files that this build did not write: {', '.join(names)}")
        self.folder = folder
        self.names = names


@record
class Written:
    """What became of a folder: the files that are in it now, those that are new in content, those taken away."""

    files: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


def write_folder(folder: str, contents: Mapping[str, bytes], *, overwrite: bool = False, keep: bool = False) -> Written:
    """Make `folder` hold `contents` (bytes by file name), and nothing an earlier build left there unless `keep`.

    Raises:
        InTheWay: a file of that name is not as a build left it (unless `overwrite`). Nothing was written.
        NotWritable: the operating system refused. The folder is as it was.
    """
    try:
        earlier = _manifest(folder)
        there = {name: _digest_of(os.path.join(folder, name)) for name in (*earlier, *contents)}
        wanted = {name: _digest(data) for name, data in contents.items()}
        changed = tuple(name for name in contents if there[name] != wanted[name])
        foreign = tuple(name for name in changed if there[name] is not None and there[name] != earlier.get(name))
        if foreign and not overwrite:
            raise InTheWay(folder, foreign)
        rest = {name: digest for name, digest in earlier.items() if name not in contents}
        stale = () if keep else tuple(name for name, digest in rest.items() if there[name] == digest)
        manifest = {**wanted, **(rest if keep else {})}
        _put(folder, {name: contents[name] for name in changed}, manifest, stale)
    except OSError as problem:
        raise NotWritable(problem.filename or folder, _reason(problem)) from problem
    return Written(tuple(contents), changed, stale)


def write_file(path: str, data: bytes) -> None:
    """Replace the file at `path` in one step, keeping its permissions; raises `NotWritable`."""
    # A link stays a link: what it points at is replaced.
    target = os.path.realpath(path)
    try:
        with _beside(target) as work:
            fresh = os.path.join(work, "file")
            _write(fresh, data)
            if os.path.exists(target):
                shutil.copymode(target, fresh)
            os.replace(fresh, target)
    except OSError as problem:
        raise NotWritable(path, _reason(problem)) from problem


def _put(folder: str, fresh: Mapping[str, bytes], digests: Mapping[str, str], stale: tuple[str, ...]) -> None:
    """Put `fresh` files into `folder`, take `stale` ones out, and write the manifest; or leave all as it was."""
    manifest = {"written by": "charter build", "files": dict(sorted(digests.items()))}
    text = json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"
    with _beside(folder) as work:
        ready, aside = os.path.join(work, "ready"), os.path.join(work, "aside")
        os.mkdir(ready)
        os.mkdir(aside)
        for name, data in {**fresh, MANIFEST: text.encode()}.items():
            _write(os.path.join(ready, name), data)
        if not os.path.exists(folder):
            os.rename(ready, folder)
            return
        moved: list[tuple[str, bool]] = []
        try:
            for name in (*fresh, *stale, MANIFEST):
                target = os.path.join(folder, name)
                old = os.path.lexists(target)
                if old:
                    os.rename(target, os.path.join(aside, name))
                moved.append((name, old))
                if name not in stale:
                    os.rename(os.path.join(ready, name), target)
        except BaseException:
            for name, old in reversed(moved):
                target = os.path.join(folder, name)
                if old:
                    os.replace(os.path.join(aside, name), target)
                elif os.path.lexists(target):
                    os.remove(target)
            raise


@contextmanager
def _beside(path: str) -> Iterator[str]:
    """A working folder next to `path`, on the same disk, gone afterwards."""
    parent, name = os.path.split(os.path.abspath(path))
    os.makedirs(parent, exist_ok=True)
    work = tempfile.mkdtemp(prefix=f".{name}-", dir=parent)
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _write(path: str, data: bytes) -> None:
    with open(path, "wb") as file:
        file.write(data)


def _manifest(folder: str) -> dict[str, str]:
    """What an earlier build wrote into `folder`: digests by file name; names that lead elsewhere are not believed."""
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise NotWritable(folder, "it is a file; name a folder")
    try:
        with open(os.path.join(folder, MANIFEST), encoding="utf-8") as file:
            said: Any = json.load(file)["files"]
        names = {str(name): str(digest) for name, digest in said.items()}
    except (FileNotFoundError, ValueError, LookupError, TypeError, AttributeError):
        return {}
    return {
        name: digest for name, digest in names.items() if name == os.path.basename(name) and name not in {".", ".."}
    }


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _digest_of(path: str) -> str | None:
    """The digest of a file, None if there is none; a folder or a link in its place is never what a build wrote."""
    if os.path.islink(path) or os.path.isdir(path):
        return "other"
    try:
        with open(path, "rb") as file:
            return _digest(file.read())
    except FileNotFoundError:
        return None


def _reason(problem: OSError) -> str:
    return (problem.strerror or str(problem)).lower()
