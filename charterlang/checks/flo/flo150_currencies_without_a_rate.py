"""A body has flows in several currencies, and nothing says what one is worth in the other.

## What it checks

Where a body receives or pays in more than one currency, a rate is declared between them (`currency minuto { rate …
is … }`).

## Why it matters

Sums over two currencies mean nothing, and no rate is guessed here. Shares of income, reserves and returns are then
told for one of them only, and the rest is left out.

## The law and sources

- Accounts are kept in one currency (for instance HGB s.244, Companies Act 2006 s.469 on the exchange rate in
  directors' and accounts' figures); a unit of time or a mutual credit needs a declared worth to enter them.
- Mutual credit and barter have a worth for the tax on turnover.

## How to mend it

Declare the rate you use: `currency minuto { kind time; rate 60 minuto is 40 EUR }`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.flo.amounts import rate
from charterlang.checks.rule import Rule
from charterlang.checks.words import listing
from charterlang.model.entities import EntityKind
from charterlang.source import Finding, Severity

RULE = Rule("FLO150", "currencies-without-a-rate", Severity.WARNING, looks_at=("flows",))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

party users "Users" {{ side community; count 4000 }}

association foundation "Loom Foundation e.V." {{ form de.ev; purpose "To keep Loom free." }}

currency minuto "Minuto" {{
  unit "one minute of work"
  {rate}
}}

flow donations from users to foundation 5000 EUR per month
flow hours from users to foundation 900 minuto per month
"""

BAD = _HEAD.format(rate="")

GOOD = _HEAD.format(rate="rate 60 minuto is 40 EUR")


def check(context: Context) -> Iterator[Finding]:
    """Yield each set of currencies that meet in a body without a rate, once."""
    seen: set[frozenset[str]] = set()
    for entity in context.charter.of_kind(EntityKind.ASSOCIATION, EntityKind.FIRM):
        flows = [*context.book.income_of(entity), *context.book.spending_of(entity)]
        units = list(dict.fromkeys(flow.money.currency for flow in flows))
        loose = [unit for unit in units[1:] if rate(context.charter, units[0], unit) is None]
        told = frozenset((*units[:1], *loose))
        if not loose or told in seen:
            continue
        seen.add(told)
        flow = next(flow for flow in flows if flow.money.currency in loose)
        yield RULE.finding(
            f"{entity.label} deals in {listing([units[0], *loose])}, and nothing says what one is worth in the other",
            flow.name_span or flow.span,
            help=(f"declare the rate you use: rate 1 {loose[0]} is … {units[0]}",),
            subject=flow.id,
        )
