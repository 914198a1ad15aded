"""The editor's URIs and the compiler's paths."""

from __future__ import annotations

import os
from importlib.resources import files

from pygls.uris import from_fs_path, to_fs_path

_LIBRARY = "std/"


def path_of(uri: str) -> str:
    """The path of a URI: that of a file, with slashes; any other URI (an unsaved buffer) stands for itself."""
    if not uri.startswith("file:"):
        return uri
    path = to_fs_path(uri)
    return os.path.normpath(path).replace(os.sep, "/") if path else uri


def uri_of(path: str) -> str:
    """The URI of a path; a part of the standard library is a file of the compiler."""
    if path.startswith(_LIBRARY):
        path = str(files("charterlang") / path)
    elif ":" in path and not os.path.isabs(path):
        return path
    return from_fs_path(os.path.abspath(path)) or path
