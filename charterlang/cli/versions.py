"""Two versions of a charter: two files, or a file and what it was at a commit."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from charterlang._records import record
from charterlang.cli.charters import compiled, misuse
from charterlang.source import Unreadable

if TYPE_CHECKING:
    from charterlang.compiler import Compilation

Versions = Annotated[
    list[str], typer.Argument(metavar="[OLD] NEW", help="Two charters; with `--against`, the new one alone.")
]
Against = Annotated[
    str, typer.Option("--against", metavar="COMMIT", help="Compare with the same file at a commit, such as `main`.")
]


@record
class CommittedFiles:
    """The files of a Git repository as they were at `commit`; paths are those of the work tree."""

    commit: str

    def read(self, path: str) -> bytes:
        """The bytes of a file at the commit; raises `Unreadable`."""
        folder, name = os.path.split(os.path.abspath(path))
        done = _git(["show", f"{self.commit}:./{name}"], folder)
        if done.returncode:
            raise Unreadable(path, f"there is no such file at {self.commit}")
        return done.stdout

    def resolve(self, path: str) -> str:
        """The canonical name of `path`; links are not followed, for they may have changed."""
        return os.path.abspath(path)


def two_versions(names: Sequence[str], against: str) -> tuple[Compilation, Compilation]:
    """The old and the new charter, compiled; a misuse where they are not two."""
    if against:
        if len(names) != 1:
            raise misuse("with `--against`, name one charter")
        (new,) = names
        folder = os.path.dirname(os.path.abspath(new))
        if (
            not os.path.isdir(folder)
            or _git(["rev-parse", "--verify", "--quiet", f"{against}^{{commit}}"], folder).returncode
        ):
            raise misuse(f"--against: `{against}` is no commit of the Git repository around {new}")
        return compiled(new, files=CommittedFiles(against)), compiled(new)
    if len(names) != 2:
        raise misuse("name two charters, the old and the new, or one and `--against COMMIT`")
    old, new = names
    return compiled(old), compiled(new)


def _git(arguments: list[str], folder: str) -> subprocess.CompletedProcess[bytes]:
    """Run Git in a folder; a misuse where there is no Git."""
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)  # noqa: S603, S607
    except FileNotFoundError:
        raise misuse("--against needs Git, which is not installed here") from None
    except NotADirectoryError:
        raise misuse(f"there is no folder {folder}") from None
