"""What flows where: whether value comes back, where the means come from, and when they run out.

Amounts are exact and by the year. Each body is reckoned in the currency in which most of its flows are told; another
currency counts only at a rate the charter declares, and what cannot be converted is named, never guessed. Gifts in
kind count as income at their declared worth, and pay nobody: they do not stretch a reserve.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import combinations

from charterlang._records import record
from charterlang.checks.context import Context
from charterlang.checks.flo import flo120_income_without_part as rent_rule
from charterlang.checks.flo.amounts import currency_of, income, is_one_giver, rate, yearly
from charterlang.checks.flo.returns import given, makes, owed
from charterlang.model.entities import Entity, EntityKind
from charterlang.model.things import Duty, Flow, Provision
from charterlang.source import Span

_NOUGHT = Fraction(0)
_REVENUE = frozenset({"revenue", "turnover", "income", "sales"})
HORIZON = 120
"""Months looked ahead: what lasts ten years counts as lasting."""


@record
class Loop:
    """One firm and one commons it uses: what the firm takes in by the year, and what comes back.

    `owed` are the duties of return that somebody may enforce; `owed_money` is what those on revenue come to, None where
    none is. `makes` says that the firm or its people take part in the making. `captured` is the income of a firm from
    which nothing can be enforced, less what it gives of its own will.
    """

    firm: str
    commons: str
    currency: str
    income: Fraction
    returned: Fraction
    owed: tuple[Duty, ...]
    owed_money: Fraction | None
    makes: bool
    span: Span | None

    @property
    def closed(self) -> bool:
        """Whether somebody may enforce a return."""
        return bool(self.owed)

    @property
    def share(self) -> Fraction | None:
        """What comes back out of the income; None where no income is told."""
        return self.returned / self.income if self.income else None

    @property
    def captured(self) -> Fraction:
        """What leaves for good, with nobody able to claim a part of it."""
        return _NOUGHT if self.closed else max(_NOUGHT, self.income - self.returned)


@record
class Loss:
    """What happens to a body if these givers leave: what is lost by the year, and the months its reserve then lasts.

    `gap` is how much money a year it then pays out beyond what still comes in; gifts in kind close no gap.
    `months` is None where it lasts beyond the horizon, or where no reserve is told (then `reserve_known` is False).
    """

    givers: tuple[str, ...]
    lost: Fraction
    share: Fraction
    gap: Fraction
    months: int | None


@record
class Funding:
    """Where a body's means come from, by the year. `outside` is the share from parties outside the three circles."""

    body: str
    currency: str
    income: Fraction
    spending: Fraction
    givers: tuple[tuple[str, Fraction], ...]
    outside: Fraction
    balance: Fraction | None
    months: int | None
    losses: tuple[Loss, ...]
    span: Span | None

    @property
    def largest(self) -> tuple[str, Fraction] | None:
        """Who gives most, and which share of all that is."""
        return (self.givers[0][0], self.givers[0][1] / self.income) if self.givers and self.income else None

    @property
    def sources(self) -> Fraction | None:
        """The effective number of sources: 1 divided by the sum of the squared shares."""
        squares = sum(((amount / self.income) ** 2 for _, amount in self.givers), _NOUGHT) if self.income else _NOUGHT
        return 1 / squares if squares else None

    def worst(self, number: int) -> Loss | None:
        """The loss of so many givers that hits hardest."""
        here = [loss for loss in self.losses if len(loss.givers) == number]
        return max(here, key=lambda loss: (-HORIZON if loss.months is None else -loss.months, loss.lost), default=None)


@record
class Hurt:
    """Somebody whom the meeting of a need touches: the remedies and duties that answer it, and where they are heard."""

    provision: str
    party: str
    by: str
    remedies: tuple[str, ...]
    heard_in: str
    span: Span | None

    @property
    def answered(self) -> bool:
        """Whether they have a remedy or a voice."""
        return bool(self.remedies or self.heard_in)


@record
class Flows:
    """The flow analysis of a charter.

    `hurt` are those whom a need's answer touches; `single` the needs that hang on one supplier; `rents` are payments to
    somebody without a part; `unconverted` are flows without a rate, with the currency they would have to be told in.
    """

    loops: tuple[Loop, ...]
    funding: tuple[Funding, ...]
    hurt: tuple[Hurt, ...]
    single: tuple[Provision, ...]
    rents: tuple[Flow, ...]
    unconverted: tuple[tuple[Flow, str], ...]


def value_flows(context: Context) -> Flows:
    """Loops of firms and commons, the funding of each body that pays or is paid, rents, and what has no rate."""
    loops = tuple(
        _loop(context, firm, commons)
        for firm in context.facts.firms
        for commons in firm.uses
        if commons in context.charter.commons
    )
    bodies = [*context.charter.of_kind(EntityKind.ASSOCIATION)]
    held = {fund.id for body in bodies for fund in context.book.funds.get(body.id, ())}
    bodies += [fund for fund in context.charter.of_kind(EntityKind.FUND) if fund.id not in held]
    funding = tuple(
        _funding(context, body)
        for body in bodies
        if any(context.book.income_of(body)) or any(context.book.spending_of(body))
    )
    rents = tuple(context.charter.flows[finding.subject] for finding in rent_rule.check(context))
    needs = context.charter.provisions.values()
    hurt = tuple(
        Hurt(need.id, each.party, each.by, (*each.remedies, *each.duty_of, *each.remedy_text), each.heard_in, each.span)
        for need in needs
        for each in need.affects
    )
    single = tuple(need for need in needs if len({mode.source or mode.kind for mode in need.modes}) == 1)
    return Flows(loops, funding, hurt, single, rents, tuple(_unconverted(context)))


def _loop(context: Context, firm: Entity, name: str) -> Loop:
    commons = context.charter.commons[name]
    unit = currency_of(context, firm)
    total = sum(income(context, firm).values(), _NOUGHT)
    returned = sum((_in(context, flow, unit) for flow in given(context, firm, commons)), _NOUGHT)
    duties = owed(context, firm, commons)
    on_revenue = [duty.share for duty in duties if duty.share is not None and duty.base in _REVENUE]
    owed_money = sum(on_revenue, _NOUGHT) * total if on_revenue and total else None
    place = firm.statements.get(f"uses {name}") or firm.statements.get("uses") or firm.name_span
    return Loop(firm.id, name, unit, total, returned, duties, owed_money, makes(context, firm, commons), place)


def _in(context: Context, flow: Flow, unit: str) -> Fraction:
    """What a flow comes to in a year in `unit`; nought for a single payment, and where no rate is declared."""
    amount, worth = yearly(flow), rate(context.charter, flow.money.currency, unit)
    return _NOUGHT if amount is None or worth is None else amount * worth


def _funding(context: Context, body: Entity) -> Funding:
    unit = currency_of(context, body)
    coming, going = list(context.book.income_of(body)), list(context.book.spending_of(body))
    givers = income(context, body)
    total = sum(givers.values(), _NOUGHT)
    outside = sum((amount for name, amount in givers.items() if _is_outside(context, name)), _NOUGHT)
    purses = [body, *context.book.funds.get(body.id, ())]
    told = [
        Fraction(purse.balance.amount) * worth
        for purse in purses
        if purse.balance is not None and (worth := rate(context.charter, purse.balance.currency, unit)) is not None
    ]
    balance = sum(told, _NOUGHT) if told else None
    ranked = tuple(sorted(givers.items(), key=lambda pair: (-pair[1], pair[0])))
    paid_out = sum((_in(context, flow, unit) for flow in going if not flow.in_kind), _NOUGHT)
    losses: list[Loss] = []
    for number in (1, 2):
        for gone in combinations([name for name, _ in ranked], number):
            lost = sum((givers[name] for name in gone), _NOUGHT)
            left = [flow for flow in coming if flow.source not in gone]
            months = None if balance is None else _months(context, balance, left, going, unit)
            cash = sum((_in(context, flow, unit) for flow in left if not flow.in_kind), _NOUGHT)
            gap = max(_NOUGHT, paid_out - cash)
            losses.append(Loss(gone, lost, lost / total if total else _NOUGHT, gap, months))
    return Funding(
        body.id,
        unit,
        total,
        paid_out,
        ranked,
        outside / total if total else _NOUGHT,
        balance,
        None if balance is None else _months(context, balance, coming, going, unit),
        tuple(losses),
        body.name_span,
    )


def _is_outside(context: Context, name: str) -> bool:
    """Whether a giver stands outside commons, association and firms: it is public, an investor, or merely named."""
    body = context.facts.body(name)
    if body is None or name in context.charter.classes:
        return False
    if body.kind in {EntityKind.PUBLIC, EntityKind.INVESTOR}:
        return True
    return body.external and is_one_giver(context, name)


def _months(
    context: Context, balance: Fraction, coming: Iterable[Flow], going: Iterable[Flow], unit: str
) -> int | None:
    """In how many whole months a reserve is used up, begun in the worst month; None beyond the horizon.

    A flow that names its months runs in those; any other is spread evenly over the year.
    """
    change = [_NOUGHT] * 12
    for sign, flows in ((1, coming), (-1, going)):
        for flow in flows:
            if flow.in_kind:
                continue
            months = flow.months or range(1, 13)
            for month in months:
                change[month - 1] += sign * _in(context, flow, unit) / len(months)
    if all(amount >= 0 for amount in change):
        return None
    return min((found for first in range(12) if (found := _lasts(balance, change, first)) is not None), default=None)


def _lasts(balance: Fraction, change: list[Fraction], first: int) -> int | None:
    for month in range(HORIZON):
        balance += change[(first + month) % 12]
        if balance < 0:
            return month
    return None


def _unconverted(context: Context) -> Iterator[tuple[Flow, str]]:
    """Each flow that a body's figures leave out for want of a rate, and the currency of that body."""
    seen: set[str] = set()
    for entity in context.charter.entities.values():
        unit = currency_of(context, entity)
        for flow in (*context.book.income_of(entity), *context.book.spending_of(entity)):
            if flow.id not in seen and rate(context.charter, flow.money.currency, unit) is None:
                seen.add(flow.id)
                yield flow, unit


def captured_by_currency(loops: Iterable[Loop]) -> Mapping[str, Fraction]:
    """What is captured in all, currency by currency; a firm that uses several commons counts once."""
    most: dict[tuple[str, str], Fraction] = {}
    for loop in loops:
        key = (loop.currency, loop.firm)
        most[key] = max(most.get(key, _NOUGHT), loop.captured)
    found: dict[str, Fraction] = {}
    for (currency, _), amount in most.items():
        if amount:
            found[currency] = found.get(currency, _NOUGHT) + amount
    return found
