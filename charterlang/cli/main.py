"""Where `charter` starts. What it need not import, it does not: `charter --version` imports nothing but this."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from charterlang import __version__

FINE, FINDINGS, MISUSE = 0, 1, 2
"""Exit codes: nothing is wrong; something is wrong with the charter; the command was misused or could not work."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run `charter` with these arguments (those of the process by default) and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given in (["--version"], ["-V"]):
        print(f"charter {__version__}")
        return FINE
    from charterlang.cli.app import run_command

    try:
        return run_command(given)
    except Exception as bug:
        import os

        if os.environ.get("CHARTER_DEBUG") == "1":
            raise
        print(_apology(bug, given), file=sys.stderr)
        return MISUSE


def _apology(bug: Exception, given: Sequence[str]) -> str:
    """What is said when the compiler itself breaks."""
    import traceback

    place = traceback.extract_tb(bug.__traceback__)[-1]
    where = f"{place.filename.replace(chr(92), '/').rpartition('charterlang/')[2]}:{place.lineno}"
    what = str(bug).splitlines()[0][:200] if str(bug) else ""
    return (
        "charter: this is a mistake in the compiler, not in your charter.\n"
        f"  {type(bug).__name__}{': ' if what else ''}{what} (at {where}, charter {__version__})\n"
        "  Please report it to the project, with the charter if you may share it, and this line:\n"
        f"    charter {' '.join(given)}\n"
        "  Set CHARTER_DEBUG=1 to see the whole trace."
    )


if __name__ == "__main__":
    sys.exit(run())
