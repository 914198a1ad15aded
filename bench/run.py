"""What the command costs, as ratios within one run, so that machines and their moods cancel out.

    python bench/run.py               everything (a few minutes)
    python bench/run.py start         only how long it takes to start
    python bench/run.py speed         only lines a second, and how time grows with the text

Exit code 1 if a bar is missed.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generate import charter

ROOT = Path(__file__).parent.parent
COMMAND = str(Path(sys.executable).with_name("charter"))
EXAMPLE = str(ROOT / "examples" / "good" / "occupy-kitchen.charter")
ROUNDS = 11
missed: list[str] = []


def row(label: str, value: str, ratio: float | None = None, bar: float | None = None, than: str = "") -> None:
    said = f"  {label:<42} {value:>14}"
    if ratio is not None:
        said += f"   {ratio:5.2f} x {than}"
    if ratio is not None and bar is not None:
        said += f"   (bar {bar:g}: {'met' if ratio <= bar else 'MISSED'})"
        if ratio > bar:
            missed.append(label)
    print(said, flush=True)


# --- start ----------------------------------------------------------------------------------------------------------


def environment(cache: str) -> dict[str, str]:
    """As on a user's machine: compiled files are kept from one run to the next."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON") or key == "PYTHONPATH"}
    return {**env, "PYTHONPYCACHEPREFIX": cache}


def start() -> None:
    programs = {
        "python": [sys.executable, "-c", "pass"],
        "typer": [sys.executable, "-c", "import typer"],
        "libraries": [sys.executable, "-c", "import typer, lark, pydantic"],
        "version": [COMMAND, "--version"],
        "check": [COMMAND, "check", "--quiet", EXAMPLE],
        "help": [COMMAND, "--help"],
    }
    found: dict[str, list[float]] = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as cache:
        env = environment(cache)
        for turn in range(ROUNDS + 2):  # the first two fill the caches
            for name, command in programs.items():
                began = time.perf_counter()
                subprocess.run(command, env=env, cwd=ROOT, capture_output=True, check=False)
                if turn > 1:
                    found[name].append(time.perf_counter() - began)
    best = {name: min(times) for name, times in found.items()}
    lines = len(Path(EXAMPLE).read_text(encoding="utf-8").splitlines())
    print("Start (least wall time of several runs in turn)")
    for name, than, bar in (
        ("version", "typer", 1.3),
        ("help", "typer", None),
        ("check", "libraries", 2.0),
    ):
        label = {"version": "charter --version", "help": "charter --help", "check": f"charter check ({lines} lines)"}
        said = {"typer": "python -c 'import typer'", "libraries": "python -c 'import typer, lark, pydantic'"}
        row(label[name], f"{best[name] * 1000:.0f} ms", best[name] / best[than], bar, said[than])
    row("python -c pass", f"{best['python'] * 1000:.0f} ms")
    row("python -c 'import typer, lark, pydantic'", f"{best['libraries'] * 1000:.0f} ms")


# --- speed ----------------------------------------------------------------------------------------------------------


def seconds(work: Callable[[], Any], times: int = 3) -> float:
    """The least time of a few runs, in seconds of this process."""
    best = float("inf")
    for _ in range(times):
        gc.collect()
        began = time.process_time()
        with contextlib.redirect_stdout(io.StringIO()):
            work()
        best = min(best, time.process_time() - began)
    return best


def speed() -> None:
    import charterlang
    from charterlang.compiler import Compilation
    from charterlang.emit import emit
    from charterlang.syntax import parse

    def checked(text: str) -> Compilation:
        found = charterlang.check("a.charter", charterlang.MemoryFiles({"a.charter": text}), charterlang.Settings())
        assert found.verdicts.values
        return found

    text = charter(5_000)
    lines = text.count("\n")
    print(f"\nSpeed ({lines:,} lines, {len(text) // 1024} KB)")
    checked(charter(500))
    parsing = seconds(lambda: parse("a.charter", text), 5)
    checking = seconds(lambda: checked(text))
    found = checked(text)
    writing = seconds(lambda: [emit(paper, "md") for paper in found.papers().value], 1)
    row("parse", f"{lines / parsing:,.0f} lines/s")
    row("check", f"{lines / checking:,.0f} lines/s", checking / parsing, None, "parse")
    row(
        "build, Markdown",
        f"{lines / (checking + writing):,.0f} lines/s",
        (checking + writing) / checking,
        None,
        "check",
    )

    print("\nGrowth (time to check, tenfold text)")
    times: dict[int, float] = {}
    for size in (500, 5_000, 50_000):
        grown = charter(size)
        times[size] = (
            checking if size == 5_000 else seconds(lambda grown=grown: checked(grown), 3 if size < 5_000 else 1)
        )
        before = times.get(size // 10)
        ratio = times[size] / before if before else None
        row(
            f"{grown.count(chr(10)):,} lines",
            f"{times[size]:.2f} s",
            ratio,
            12.0 if before else None,
            f"{size // 10:,} lines",
        )


def main(arguments: list[str]) -> int:
    parts = {"start": start, "speed": speed}
    gc.disable()  # as the command does: it ends before there is anything worth collecting
    for name in arguments or parts:
        parts[name]()
    if missed:
        print(f"\nmissed: {', '.join(missed)}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
