"""Clearing: debts that cancel one another round a circle, so that they need no money.

If A owes B, B owes C and C owes A, the least of the three can be struck from each, and nobody is richer or poorer.
`clear` strikes off the most that can be struck so, over all circles at once: the largest circulation in the network of
debts. It is multilateral set-off for liquidity saving (Fleischman, Dini and Littera, "Liquidity-Saving through
Obligation-Clearing and Mutual Credit", Journal of Risk and Financial Management 13(12):295, 2020; the mathematics in
Fleischman and Dini, JRFM 14(9):452, 2021). Then, if members may go into debit with all the others up to a limit, it
pays what is left by credit among them: each credit is somebody's debit, so the balances always sum to nought.

What holds, always: in each currency every party's claims less its debts, with its credit, are after as they were
before, to the last cent; no obligation grows; what is left has no circle. How much is cleared does not depend on the
order of the lines. Currencies are never mixed.

Among debts between the same two parties, those due first are cleared first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

from charterlang._records import record
from charterlang.ties.circulation import Arc, largest_circulation
from charterlang.ties.obligations import Obligation

_NEVER = "9999-99-99"
_NOUGHT = Decimal(0)


@record
class Limits:
    """How far a member's balance of credit may fall below nought (`debit`) and rise above (`credit`, None: any)."""

    debit: Decimal
    credit: Decimal | None = None


@record
class Settled:
    """What became of one obligation: struck off against others, paid by credit, and left to pay in money."""

    obligation: Obligation
    cleared: Decimal
    credited: Decimal

    @property
    def remaining(self) -> Decimal:
        """What is left to pay in money."""
        return self.obligation.amount - self.cleared - self.credited


@record
class Position:
    """A party in one currency: what it owes and is owed, before and after, and its balance of credit after.

    `claims - debts` equals `claims_left - debts_left + balance`.
    """

    party: str
    debts: Decimal
    claims: Decimal
    debts_left: Decimal
    claims_left: Decimal
    balance: Decimal

    @property
    def net(self) -> Decimal:
        """What it is owed beyond what it owes; clearing never changes it."""
        return self.claims - self.debts


@record
class Clearing:
    """The clearing of one currency: obligations in the order in which they came, parties by name."""

    currency: str
    settled: tuple[Settled, ...]
    positions: tuple[Position, ...]

    @property
    def gross(self) -> Decimal:
        """All that is owed."""
        return sum((each.obligation.amount for each in self.settled), _NOUGHT)

    @property
    def cleared(self) -> Decimal:
        """What was struck off without any money."""
        return sum((each.cleared for each in self.settled), _NOUGHT)

    @property
    def credited(self) -> Decimal:
        """What was paid by credit among the members."""
        return sum((each.credited for each in self.settled), _NOUGHT)

    @property
    def remaining(self) -> Decimal:
        """What is left to pay in money."""
        return self.gross - self.cleared - self.credited

    @property
    def money_needed_before(self) -> Decimal:
        """The least money that could settle everything before: the sum of what parties owe beyond their claims."""
        return sum((-each.net for each in self.positions if each.net < 0), _NOUGHT)

    @property
    def money_needed_after(self) -> Decimal:
        """The same for what is left."""
        owed = (each.debts_left - each.claims_left for each in self.positions)
        return sum((each for each in owed if each > 0), _NOUGHT)


def clear(obligations: Sequence[Obligation], limits: Mapping[str, Limits] | None = None) -> tuple[Clearing, ...]:
    """Clear the obligations, currency by currency in the order of their names.

    `limits` gives the limits of mutual credit by currency; without, nothing is paid by credit. Raises what
    `largest_circulation` raises.
    """
    by_currency: dict[str, list[Obligation]] = {}
    for each in obligations:
        by_currency.setdefault(each.currency, []).append(each)
    return tuple(_one_currency(name, by_currency[name], (limits or {}).get(name)) for name in sorted(by_currency))


def decimals(amounts: Iterable[Decimal]) -> int:
    """How many digits behind the point are needed to write all of these amounts."""
    return max((max(0, -int(each.as_tuple().exponent)) for each in amounts), default=0)


def _one_currency(currency: str, obligations: Sequence[Obligation], limits: Limits | None) -> Clearing:
    given = [each.amount for each in obligations]
    bounds = [] if limits is None else [limits.debit, *([limits.credit] if limits.credit is not None else [])]
    places = decimals((*given, *bounds))
    unit = 10**places
    units = [int(amount * unit) for amount in given]
    names = sorted({name for each in obligations for name in (each.debtor, each.creditor)})
    number = {name: at for at, name in enumerate(names)}
    pairs: dict[tuple[int, int], list[int]] = {}
    for at, each in enumerate(obligations):
        pairs.setdefault((number[each.debtor], number[each.creditor]), []).append(at)
    order = sorted(pairs)
    for pair in order:
        pairs[pair].sort(key=lambda at: (obligations[at].due or _NEVER, obligations[at].id, units[at]))
    owed = [sum(units[at] for at in pairs[pair]) for pair in order]

    struck = largest_circulation([Arc(*pair, amount) for pair, amount in zip(order, owed, strict=True)])
    paid = [0] * len(order)
    if limits is not None and limits.debit > 0:
        left = [amount - flow for amount, flow in zip(owed, struck, strict=True)]
        paid = _by_credit(order, left, len(names), limits, unit)

    cleared, credited = [0] * len(units), [0] * len(units)
    for pair, flow, credit in zip(order, struck, paid, strict=True):
        for at in pairs[pair]:
            cleared[at] = min(flow, units[at])
            credited[at] = min(credit, units[at] - cleared[at])
            flow -= cleared[at]  # noqa: PLW2901  (what is left of it for the next debt)
            credit -= credited[at]  # noqa: PLW2901

    def money(amount: int) -> Decimal:
        return Decimal(amount).scaleb(-places)

    settled = tuple(Settled(each, money(cleared[at]), money(credited[at])) for at, each in enumerate(obligations))
    return Clearing(currency, settled, _positions(names, order, owed, struck, paid, money))


def _by_credit(
    order: Sequence[tuple[int, int]], left: Sequence[int], bank: int, limits: Limits, unit: int
) -> list[int]:
    """How much of what is left on each pair the members pay by credit; node `bank` stands for all of them together."""
    down = int(limits.debit * unit)
    up = sum(left) if limits.credit is None else int(limits.credit * unit)
    open_pairs = [at for at, amount in enumerate(left) if amount]
    owes: dict[int, int] = {}
    owed: dict[int, int] = {}
    for at in open_pairs:
        debtor, creditor = order[at]
        owes[debtor] = owes.get(debtor, 0) + left[at]
        owed[creditor] = owed.get(creditor, 0) + left[at]
    arcs = [Arc(*order[at], left[at]) for at in open_pairs]
    # A debtor draws credit, a creditor holds it; nobody can use more than all it owes, or is owed.
    arcs += [Arc(bank, debtor, min(down, owes[debtor]), 0) for debtor in sorted(owes)]
    arcs += [Arc(creditor, bank, min(up, owed[creditor]), 0) for creditor in sorted(owed)]
    flows = largest_circulation(arcs)
    paid = [0] * len(left)
    for at, flow in zip(open_pairs, flows, strict=False):
        paid[at] = flow
    return paid


def _positions(
    names: Sequence[str],
    order: Sequence[tuple[int, int]],
    owed: Sequence[int],
    struck: Sequence[int],
    paid: Sequence[int],
    money: Callable[[int], Decimal],
) -> tuple[Position, ...]:
    """Each party's debts and claims, before and after."""
    sums = [[0, 0, 0, 0, 0] for _ in names]
    for (debtor, creditor), amount, flow, credit in zip(order, owed, struck, paid, strict=True):
        left = amount - flow - credit
        sums[debtor][0] += amount
        sums[creditor][1] += amount
        sums[debtor][2] += left
        sums[creditor][3] += left
        sums[debtor][4] -= credit
        sums[creditor][4] += credit
    return tuple(Position(name, *map(money, each)) for name, each in zip(names, sums, strict=True))
