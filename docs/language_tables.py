"""Fills the tables of `docs/language.md` from the tables that the compiler itself reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from charterlang.model.vocabulary import Table

PAGE = Path(__file__).parent / "language.md"
_PLACE = re.compile(r"<!-- made: ([a-z-]+) -->\n.*?<!-- end -->", re.DOTALL)


def page() -> str:
    """The page with every table between its marks made anew."""
    made = tables()
    return _PLACE.sub(lambda place: _between(place[1], made[place[1]]()), PAGE.read_text(encoding="utf-8"))


def tables() -> dict[str, Callable[[], str]]:
    """What makes each table, by the name in its marks."""
    from charterlang.model import kinds
    from charterlang.model.actions import ACTIONS

    words = {
        "statuses": kinds.STATUSES,
        "value-kinds": kinds.VALUE_KINDS,
        "commons-kinds": kinds.COMMONS_KINDS,
        "contributions": kinds.CONTRIBUTION_TERMS,
        "disputes": kinds.DISPUTE_STEPS,
        "exits": kinds.EXITS,
        "asset-kinds": kinds.ASSET_KINDS,
        "sides": kinds.SIDES,
        "actions": ACTIONS,
        "consent-tests": kinds.CONSENT_TESTS,
        "lock-bases": kinds.LOCK_BASES,
        "agreement-kinds": kinds.AGREEMENT_KINDS,
        "share-bases": kinds.BASES_OF_SHARE,
        "modes": kinds.MODES,
        "currency-kinds": kinds.CURRENCY_KINDS,
    }
    found: dict[str, Callable[[], str]] = {name: partial(_of_words, table) for name, table in words.items()}
    return {**found, "levels": _levels, "library": _library}


def _between(name: str, table: str) -> str:
    return f"<!-- made: {name} -->\n{table}\n<!-- end -->"


def _of_words(words: Table) -> str:
    phrase = words.phrase
    rows = [(f"`{word.word}`", word.meaning, ", ".join(f"`{other}`" for other in word.synonyms)) for word in words]
    if any(row[2] for row in rows):
        return _table((phrase, "meaning", "also written"), rows)
    return _table((phrase, "meaning"), [row[:2] for row in rows])


def _levels() -> str:
    from charterlang.powers.verdicts import Level

    return _table(("level", "name", "who can break it"), [(str(int(each)), each.word, each.meaning) for each in Level])


def _library() -> str:
    from charterlang.model.library import parts

    shelves: dict[str, list[str]] = {}
    for name in parts():
        shelf, _, _ = name.rpartition("/")
        shelves.setdefault(shelf, []).append(f"`{name}`")
    return _table(("shelf", "parts"), [(f"`{shelf}`", ", ".join(names)) for shelf, names in shelves.items()])


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)
