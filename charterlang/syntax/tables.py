"""Write the parse tables of the grammar, or check that they fit it.

python -m charterlang.syntax.tables            writes grammar/charter.tables.json
python -m charterlang.syntax.tables --check    exit code 1 if that file does not fit grammar/charter.lark
"""

from __future__ import annotations

import json
import sys

from charterlang._resources import folder
from charterlang.syntax.automaton import GRAMMAR, TABLES, compiled


def main(arguments: list[str]) -> int:
    """Write the tables, or with `--check` compare them with what the grammar gives now."""
    place = folder("grammar")
    grammar = (place / GRAMMAR).read_text(encoding="utf-8")
    text = json.dumps(compiled(grammar), separators=(",", ":"), ensure_ascii=True) + "\n"
    target = place / TABLES
    if "--check" in arguments:
        fits = target.is_file() and target.read_text(encoding="utf-8") == text
        if not fits:
            print(f"{target.name} does not fit {GRAMMAR}; run: python -m charterlang.syntax.tables")
        return 0 if fits else 1
    target.write_text(text, encoding="utf-8", newline="\n")
    print(f"wrote {target.name}: {len(text) // 1024} KiB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
