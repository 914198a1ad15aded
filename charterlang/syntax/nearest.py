"""Which word someone meant: the nearest of those that would fit, counted in slips of the hand."""

from __future__ import annotations

from collections.abc import Iterable


def distance(one: str, other: str, limit: int) -> int:
    """Letters to put in, take out, change or swap to make `other` of `one`; `limit + 1` if it takes more than that."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, wanted in enumerate(other, 1):
            cost = min(above[column] + 1, line[column - 1] + 1, above[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        if min(line) > limit:
            return limit + 1
        before, above = above, line
    return min(above[-1], limit + 1)


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that `word` is most likely a slip for, or None; of equals, the first."""
    if len(word) > 40:
        return None
    plain = word.casefold()
    found: tuple[int, int, str] | None = None
    for choice in choices:
        if choice == word:
            return choice
        # Two slips in a word of up to seven letters leave too little of it; short words allow none but a swap.
        longest = max(len(plain), len(choice))
        limit = 0 if longest < 3 else 1 if longest < 6 else 2 if longest < 10 else 3
        slips = distance(plain, choice.casefold(), limit)
        near = (slips, abs(len(plain) - len(choice)), choice)
        if slips <= limit and (found is None or near[:2] < found[:2]):
            found = near
    return found[2] if found else None
