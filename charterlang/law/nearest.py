"""Names close to one that is not known: by spelling, by words, by country."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

_WORD = re.compile(r"[a-z0-9]+")
_ENOUGH = 0.6


def fold(text: str) -> str:
    """`text` in small letters without accents, for comparing."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def words(text: str) -> tuple[str, ...]:
    """The words of `text`, folded."""
    return tuple(_WORD.findall(fold(text)))


def nearest(asked: str, names: Mapping[str, Iterable[str]], limit: int = 5) -> list[str]:
    """The keys of `names` closest to `asked`, best first, at most `limit`.

    Each key stands for itself and for the texts given with it (titles, countries). Spelling of the key counts first,
    then how many of the asked words its texts hold; what is neither close nor sharing a word is left out.
    """
    folded, wanted = fold(asked), words(asked)
    scored = []
    for key, texts in names.items():
        close = _ratio(folded, fold(key), 0.4)
        told = {word for text in (key, *texts) for word in words(text)}
        shared = sum(max((_alike(word, known) for known in told), default=0.0) for word in wanted)
        score = max(close, 0.95 * shared / len(wanted) if wanted else 0.0) + close / 100
        if score >= _ENOUGH:
            scored.append((-score, key))
    return [key for _, key in sorted(scored)[:limit]]


def _alike(one: str, other: str) -> float:
    """How alike two words are: 1 for the same, less for a slip of the pen, 0 for different ones."""
    if one == other:
        return 1.0
    if min(len(one), len(other)) < 4:
        return 0.0
    if one.startswith(other) or other.startswith(one):
        return 0.9
    ratio = _ratio(one, other, 0.8)
    return ratio if ratio >= 0.8 else 0.0


def _ratio(one: str, other: str, enough: float) -> float:
    """How alike two texts are, from 0 to 1; some value below `enough` where a glance shows that it is below."""
    matcher = SequenceMatcher(None, one, other)
    # Both are upper bounds of the ratio and far cheaper than it.
    for glance in (matcher.real_quick_ratio, matcher.quick_ratio):
        if glance() < enough:
            return 0.0
    return matcher.ratio()
