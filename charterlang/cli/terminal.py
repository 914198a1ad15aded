"""The terminal that a command speaks to: its width, its colours, and a word of progress where work takes long."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from charterlang.render.palette import Style

LEAST_WIDTH = 80
PIPE_WIDTH = 100
MOST_WIDTH = 120
PATIENCE = 0.5


def style(stream: TextIO | None = None) -> Style:
    """How to show text on `stream` (standard output unless said).

    Colours only on a terminal, and never with NO_COLOR set or TERM=dumb; FORCE_COLOR asks for them anywhere.
    """
    stream = stream or sys.stdout
    live = stream.isatty()
    colour = live and os.environ.get("TERM") != "dumb" and not os.environ.get("NO_COLOR")
    if os.environ.get("FORCE_COLOR") and not os.environ.get("NO_COLOR"):
        colour = True
    return Style(_width(stream, live=live), colour)


def _width(stream: TextIO, *, live: bool) -> int:
    """The columns to write in: the terminal's within reason, COLUMNS where it is set."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        columns = int(said)
    elif live:
        try:
            columns = os.get_terminal_size(stream.fileno()).columns
        except (OSError, ValueError):
            columns = PIPE_WIDTH
    else:
        columns = PIPE_WIDTH
    return min(max(columns, LEAST_WIDTH), MOST_WIDTH)


@contextmanager
def progress(words: str, *, quiet: bool = False) -> Iterator[None]:
    """Say `words` on the terminal if the work inside takes over half a second, and take them back at its end."""
    stream = sys.stderr
    if quiet or not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    shown = threading.Event()

    def show() -> None:
        shown.set()
        stream.write(f"\r{words} …")
        stream.flush()

    timer = threading.Timer(PATIENCE, show)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if shown.is_set():
            stream.write("\r\x1b[2K")
            stream.flush()


def settle_encoding() -> None:
    """Keep a terminal that cannot show every character from stopping the command: what it lacks becomes `?`."""
    for stream in (sys.stdout, sys.stderr):
        encoding = (getattr(stream, "encoding", "") or "").lower().replace("-", "")
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and encoding != "utf8":
            reconfigure(errors="replace")
