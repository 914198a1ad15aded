"""How long a million debts take to clear: `python bench/clearing.py [DEBTS] [PARTIES]`.

The debts are drawn so that few parties have many of them, as in trade; the draw is the same each time.
"""

from __future__ import annotations

import random
import resource
import sys
import time

from charterlang.ties.clearing import clear
from charterlang.ties.obligations import read_obligations


def table(debts: int, parties: int) -> str:
    chance = random.Random(1)
    lines = ["id,debtor,creditor,amount,currency,due"]
    for at in range(debts):
        debtor = creditor = 0
        while debtor == creditor:
            debtor, creditor = int(parties * chance.random() ** 2), int(parties * chance.random() ** 2)
        amount = int(chance.lognormvariate(10, 1.5)) + 1
        due = f"2026-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        lines.append(f"{at},p{debtor},p{creditor},{amount // 100}.{amount % 100:02d},EUR,{due}")
    return "\n".join(lines)


def main() -> None:
    debts = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    parties = int(sys.argv[2]) if len(sys.argv) > 2 else 50_000
    text = table(debts, parties)
    start = time.perf_counter()
    obligations, _ = read_obligations(text)
    read = time.perf_counter()
    (found,) = clear(obligations)
    done = time.perf_counter()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    share = 100 * found.cleared / found.gross
    print(f"{debts:,} debts among {parties:,} parties: read in {read - start:.1f} s, cleared in {done - read:.1f} s")
    print(f"struck off {share:.1f}% of {found.gross:,.2f}; {memory:.1f} GiB at most")


if __name__ == "__main__":
    main()
