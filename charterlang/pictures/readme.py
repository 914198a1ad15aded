"""The picture at the head of the README: `python -m charterlang.pictures.readme` draws it, `--check` compares it.

It is the picture of three circles of the Occupy kitchen, drawn like any other from its charter.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
CHARTER = _ROOT / "examples" / "good" / "occupy-kitchen.charter"
PICTURE = _ROOT / "docs" / "images" / "three-circles.svg"


def picture() -> str:
    """The picture as it should be."""
    from charterlang.model.load import load
    from charterlang.pictures.circles import three_circles
    from charterlang.powers.analyse import Analysis
    from charterlang.source import LocalFiles

    charter = load(str(CHARTER), LocalFiles()).value.charter
    return three_circles(charter, Analysis(charter).verdicts)


def main(arguments: Sequence[str]) -> int:
    """Write the picture, or with `--check` say whether the one in the documentation is what it should be."""
    drawn = picture()
    if list(arguments) == ["--check"]:
        if PICTURE.is_file() and PICTURE.read_text("utf-8") == drawn:
            return 0
        print("docs/images/three-circles.svg is not up to date: run python -m charterlang.pictures.readme")
        return 1
    if arguments:
        print("usage: python -m charterlang.pictures.readme [--check]")
        return 2
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(drawn, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
