"""Words of the language that are not grammar: small tables of words with a meaning each.

A charter may use other words too, and keeps them; a word that no table knows is reported with the nearest known ones,
and the analysis counts it for nothing. Findings, completion and the language reference all read these tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import cached_property

from charterlang._records import record


@record
class Word:
    """A word of the language: what it means, in a sentence, and what else people write for it."""

    word: str
    meaning: str
    synonyms: tuple[str, ...] = ()


@record(slots=False)
class Table:
    """Words of one sort. `phrase` names the sort as a sentence would: "kind of value"."""

    phrase: str
    entries: tuple[Word, ...] = field(repr=False)

    @cached_property
    def _spellings(self) -> Mapping[str, Word]:
        found = {other: entry for entry in self.entries for other in entry.synonyms}
        found.update((entry.word, entry) for entry in self.entries)
        return found

    def find(self, word: str) -> Word | None:
        """The entry of a word or of its synonym, in any letter case."""
        return self._spellings.get(word) or self._spellings.get(word.casefold())

    def nearest(self, word: str) -> tuple[str, ...]:
        """The words closest in spelling to one that is not known, best first, three at most."""
        from difflib import get_close_matches

        close = get_close_matches(word.casefold(), self._spellings, 3, 0.6)
        return tuple(dict.fromkeys(self._spellings[spelling].word for spelling in close))

    def __contains__(self, word: object) -> bool:
        """Whether the table knows the word."""
        return isinstance(word, str) and self.find(word) is not None

    def __iter__(self) -> Iterator[Word]:
        """The entries, in the order of the table."""
        return iter(self.entries)

    @property
    def words(self) -> tuple[str, ...]:
        """The words alone, in the order of the table."""
        return tuple(entry.word for entry in self.entries)


def table(phrase: str, entries: Iterable[tuple[str, str] | tuple[str, str, str]]) -> Table:
    """A table of (word, meaning) or (word, meaning, "synonym synonym") rows."""
    return Table(phrase, tuple(Word(row[0], row[1], tuple(row[2].split()) if len(row) > 2 else ()) for row in entries))
