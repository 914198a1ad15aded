"""The slow half of a check, on a thread of its own: a moment after the last keystroke, and ended by the next."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from charterlang.editor.workspace import Judged, Workspace

log = logging.getLogger(__name__)


class _Superseded(Exception):  # noqa: N818  (a state of the work, not a mistake)
    """A newer edit makes what is being worked out worthless."""


class Judging:
    """Keeps what was judged up to date. `delay` seconds pass between the last edit and the work on it."""

    def __init__(self, workspace: Workspace, done: Callable[[Judged], None], delay: float) -> None:
        """Judge the charters of `workspace`; `done` is called, on the event loop, with what was found."""
        self.delay = delay
        self._workspace = workspace
        self._done = done
        self._thread = ThreadPoolExecutor(1, "judging")
        self._stop = Event()
        self._timer: asyncio.TimerHandle | None = None
        self._locks: dict[str, asyncio.Lock] = {}
        self._tasks: set[asyncio.Task[Judged | None]] = set()

    def edited(self, roots: Iterable[str]) -> None:
        """A text changed: end what is under way, and judge these charters once the hands rest."""
        wanted = tuple(roots)
        self._stop.set()
        self._stop = Event()
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(self.delay, self._start, wanted)

    def _start(self, roots: tuple[str, ...]) -> None:
        for root in roots:
            task = asyncio.ensure_future(self.current(root))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def current(self, root: str) -> Judged | None:
        """What there is to find in a charter as it is now; None if the compiler itself broke over it."""
        async with self._locks.setdefault(root, asyncio.Lock()):
            while True:
                reading = self._workspace.reading(root)
                known = self._workspace.judged(root)
                if known is not None and known.reading is reading:
                    return known
                stop = self._stop

                def pause(stop: Event = stop) -> None:
                    if stop.is_set():
                        raise _Superseded

                try:
                    loop = asyncio.get_running_loop()
                    judged = await loop.run_in_executor(self._thread, self._workspace.judge, reading, pause)
                except _Superseded:
                    await asyncio.sleep(self.delay)
                    continue
                except RuntimeError:
                    if self._stop.is_set():  # the server is being shut down
                        return None
                    log.exception("the compiler broke over %s", root)
                    return None
                except Exception:
                    log.exception("the compiler broke over %s", root)
                    return None
                self._workspace.keep(judged)
                self._done(judged)

    def shut_down(self) -> None:
        """End what is under way and start nothing more."""
        self._stop.set()
        if self._timer is not None:
            self._timer.cancel()
        self._thread.shutdown(wait=False, cancel_futures=True)
