"""A mutual credit has no limit to what a member may owe.

## What it checks

Every currency of the kind mutual credit declares a limit (`debit limit 500 minuto per member`).

## Why it matters

In a mutual credit the debts of one are the savings of the others. Without a limit one member who leaves in debt
takes from all.

## The law and sources

- By custom of working systems a member may owe about two percent of yearly turnover; balances sum to nothing; there
  is a rule for those who leave in debt.
- Where units are issued to the public against money the law of e-money and payment services may apply (Directive
  2009/110/EC; Directive (EU) 2015/2366 with its exemption for limited networks, art. 3(k)).

## How to mend it

Set limits both ways: `debit limit 500 minuto per member` and `credit limit 1000 minuto per member`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("FLO190", "mutual-credit-without-limits", Severity.WARNING, looks_at=("currencies",))

_HEAD = """
charter "Circle" {{ edition 1; jurisdiction DE; language en; currency EUR }}

currency talent "Talent" {{
  kind mutual-credit
  unit "one hour"
  {limit}
}}
"""

BAD = _HEAD.format(limit="")

GOOD = _HEAD.format(limit="debit limit 40 talent per member")


def check(context: Context) -> Iterator[Finding]:
    """Yield each mutual credit without a limit."""
    for currency in context.charter.currencies.values():
        if currency.kind != "mutual-credit" or currency.limits:
            continue
        statement = f"debit limit 40 {currency.id} per member"
        yield RULE.finding(
            f"Nothing limits what a member may owe in {currency.title or currency.id}",
            currency.name_span or currency.span,
            help=(f"set a limit: `{statement}`",),
            fixes=context.insertion(currency.span, statement, "Set a limit of 40"),
            subject=currency.id,
        )
