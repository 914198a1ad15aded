"""`charter check` beside the linter of another language for contracts, in turn, within one run.

Concerto (npm: @accordproject/concerto-cli, concerto-linter) describes contract data as declarations, and `concerto lint`
checks a model of them. Both get 1,000 declarations of about 125 KB. What is compared is the time a user waits: one
command, started cold, on one file. Peers are installed on demand into a cache folder outside the repository
(CHARTERLANG_BENCH_CACHE, else the user's cache folder).

    python bench/peers/run.py
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from run import COMMAND, environment, missed, row
from small import federation

DECLARATIONS = 1_000
ROUNDS = 5
PEERS = ("@accordproject/concerto-cli@4.2.0", "@accordproject/concerto-linter@5.0.0")
BAR = 0.5


def cache() -> Path:
    said = os.environ.get("CHARTERLANG_BENCH_CACHE")
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(said) if said else Path(home) / "charterlang-bench"


def concerto() -> str:
    """The command of the peer, installed if it is not there."""
    folder = cache() / "concerto"
    command = folder / "node_modules" / ".bin" / "concerto"
    if not command.exists():
        npm = shutil.which("npm")
        if npm is None:
            sys.exit("npm is not installed: the peer cannot be measured")
        folder.mkdir(parents=True, exist_ok=True)
        print(f"installing {', '.join(PEERS)} into {folder} …", flush=True)
        subprocess.run([npm, "install", "--no-audit", "--no-fund", "--silent", *PEERS], cwd=folder, check=True)
    return str(command)


def model() -> str:
    """A Concerto model of as many declarations and about the same size, with nothing for its linter to mind."""
    lines = ["@description('A federation of commons.')", "namespace org.example.federation@1.0.0", ""]
    for number in range(DECLARATIONS):
        name = f"Declaration{number:04}"
        lines += [f"concept {name} {{", "  o String title", "  o Integer memberCount"]
        lines += [f"  o Declaration{number - 1:04} holder optional"] if number else []
        lines += ["  o Boolean openToAnyone", "}", ""]
    return "\n".join(lines)


def main() -> int:
    peer = concerto()
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder, "federation.charter"), Path(folder, "federation.cto")
        ours.write_text(federation(DECLARATIONS), encoding="utf-8")
        theirs.write_text(model(), encoding="utf-8")
        env = environment(str(Path(folder, "pycache")))
        commands = {
            "charter check": [COMMAND, "check", "--quiet", str(ours)],
            "concerto lint": [peer, "lint", "--ruleset", "default", "--model", str(theirs)],
        }
        best = dict.fromkeys(commands, float("inf"))
        for turn in range(ROUNDS + 1):  # the first one fills the caches
            for name, command in commands.items():
                began = time.perf_counter()
                done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
                if done.returncode not in (0, 1) or "mistake in the compiler" in done.stderr:
                    sys.exit(f"{name} failed: {done.stderr[-500:]}")
                if turn:
                    best[name] = min(best[name], time.perf_counter() - began)
        print(
            f"{DECLARATIONS:,} declarations: {ours.stat().st_size // 1000} KB of charter, {theirs.stat().st_size // 1000} KB of Concerto"
        )
        row("concerto lint", f"{best['concerto lint']:.2f} s")
        row(
            "charter check",
            f"{best['charter check']:.2f} s",
            best["charter check"] / best["concerto lint"],
            BAR,
            "concerto lint",
        )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
