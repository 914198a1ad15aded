"""Power indices: how much say a vote really gives.

Weight is not power: with 50, 49 and 1 votes and 51 needed, the smallest has as much say as the second. Both indices
count in how many ways a player makes a losing coalition win. Banzhaf's counts coalitions (L. S. Penrose, "The
elementary statistics of majority voting", Journal of the Royal Statistical Society 109, 1946; J. F. Banzhaf,
"Weighted voting doesn't work", Rutgers Law Review 19, 1965); Shapley's and Shubik's counts orders of joining ("A
method for evaluating the distribution of power in a committee system", American Political Science Review 48, 1954).

All results are exact fractions. For weighted bodies they come from generating functions (I. Mann and L. S. Shapley,
"Values of large games VI", RAND 1962; S. J. Brams and P. J. Affuso, "Power and size", Theory and Decision 7, 1976):
time grows with players x quota for Banzhaf, players squared x quota for Shapley-Shubik. Bodies within bodies are any
monotone rule over up to 20 players, tried coalition by coalition.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import comb, factorial, gcd

from charterlang._records import record

MOST_PLAYERS = 20


@record
class Power:
    """The indices of all players, in the order in which they were given.

    `swings[i]` is the number of coalitions that player i makes win by joining. `banzhaf` shares all swings out so
    that the shares sum to one; `penrose` is the chance that player i decides if all others vote by a fair coin (the
    absolute Banzhaf index); `shapley` is the share of orders of joining in which player i is the one who turns it,
    and sums to one. All are zero where nobody can win, and where the empty coalition does.
    """

    swings: tuple[int, ...]
    banzhaf: tuple[Fraction, ...]
    penrose: tuple[Fraction, ...]
    shapley: tuple[Fraction, ...]


def weighted(weights: Sequence[int], quota: int) -> Power:
    """The indices in a body that decides once votes of weight `quota` are in favour.

    Weights are whole numbers, none negative, else ValueError.
    """
    if any(weight < 0 for weight in weights):
        raise ValueError("a weight must not be negative")
    total = sum(weights)
    if not 0 < quota <= total:
        return _power([0] * len(weights), [Fraction()] * len(weights))
    quota = min(quota, total + 1 - quota)  # to block is to win the other way round: same swings, less to count
    shared = gcd(*weights)  # at least one weight is positive here; 4000 and 2000 shares are 2 and 1
    weights, quota = [weight // shared for weight in weights], -(-quota // shared)
    players = len(weights)
    coalitions = _losing(weights, quota)
    by_size = _losing_by_size(weights, quota)
    known: dict[int, tuple[int, Fraction]] = {}  # players of one weight have one power
    for weight in set(weights):
        without = _less(coalitions, weight)
        swings = sum(without[max(0, quota - weight) : quota])
        orders = 0
        smaller: list[list[int]] = []
        for size in range(players):
            row = by_size[size][:]
            if size:
                for at in range(weight, quota):
                    row[at] -= smaller[-1][at - weight]
            smaller.append(row)
            orders += sum(row[max(0, quota - weight) :]) * factorial(size) * factorial(players - 1 - size)
        known[weight] = swings, Fraction(orders, factorial(players))
    return _power([known[weight][0] for weight in weights], [known[weight][1] for weight in weights])


def _losing(weights: Sequence[int], quota: int) -> list[int]:
    """How many coalitions have each weight below the quota."""
    counts = [1] + [0] * (quota - 1)
    for weight in weights:
        for at in range(quota - 1, weight - 1, -1):
            counts[at] += counts[at - weight]
    return counts


def _less(counts: list[int], weight: int) -> list[int]:
    """The same counts without one player of this weight; of a weightless one, who turns nothing, none is read."""
    counts = counts[:]
    for at in range(weight, len(counts)):
        counts[at] -= counts[at - weight]
    return counts


def _losing_by_size(weights: Sequence[int], quota: int) -> list[list[int]]:
    """For each size, how many coalitions of that size have each weight below the quota."""
    counts = [[0] * quota for _ in range(len(weights) + 1)]
    counts[0][0] = 1
    for done, weight in enumerate(weights):
        for size in range(done, -1, -1):
            smaller, larger = counts[size], counts[size + 1]
            for at in range(quota - weight):
                if smaller[at]:
                    larger[at + weight] += smaller[at]
    return counts


def compound(players: int, wins: Callable[[frozenset[int]], bool]) -> Power:
    """The indices under any rule: `wins` tells of a set of players, numbered from zero, whether it decides.

    More votes in favour must never turn a yes into a no, and the set of nobody must not win, else ValueError; at
    most `MOST_PLAYERS` players, since every one of the 2^n sets is asked about once.
    """
    if players > MOST_PLAYERS:
        raise ValueError(f"{players} players are too many to try every coalition; {MOST_PLAYERS} is the most")
    won = bytearray(1 << players)
    for mask in range(1 << players):
        won[mask] = wins(frozenset(at for at in range(players) if mask >> at & 1))
    if won[0]:
        raise ValueError("a coalition of nobody must not win")
    swings = [0] * players
    by_size = [[0] * players for _ in range(players)]
    for mask in range(1 << players):
        for at in range(players):
            if not mask >> at & 1:
                if won[mask] > won[mask | 1 << at]:
                    raise ValueError("more votes in favour must not turn a yes into a no")
                if won[mask] < won[mask | 1 << at]:
                    swings[at] += 1
                    by_size[at][mask.bit_count()] += 1
    shapley = [
        sum((Fraction(count, players * comb(players - 1, size)) for size, count in enumerate(counts)), Fraction())
        for counts in by_size
    ]
    return _power(swings, shapley)


def _power(swings: Sequence[int], shapley: Sequence[Fraction]) -> Power:
    """All indices from the swings and the Shapley-Shubik index."""
    every = sum(swings)
    return Power(
        tuple(swings),
        tuple(Fraction(count, every) if every else Fraction() for count in swings),
        tuple(Fraction(count, 1 << (len(swings) - 1)) for count in swings),
        tuple(shapley),
    )
