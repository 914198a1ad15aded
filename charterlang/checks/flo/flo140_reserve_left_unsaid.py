"""Nothing says what a protector has in reserve, so nobody can tell whether it can run out.

## What it checks

An association or fund of the charter that lives on flows and pays out flows says what it holds (`balance 50000
EUR`). Told once for all bodies, as a note.

## Why it matters

"Can we run out?" is the second question about money, after "from where did it come?". With a balance the months
until then can be computed, and what fails first when a funder leaves; without one they cannot.

## The law and sources

- A reserve of three to six months is usual, by custom. Tax law may set an upper bound (Abgabenordnung s.62,
  Germany).

## How to mend it

Add `balance 50000 EUR` to the body or its fund.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.flo.amounts import currency_of, income, spending
from charterlang.checks.rule import Rule
from charterlang.checks.words import listing
from charterlang.model.entities import EntityKind
from charterlang.source import Finding, Severity

RULE = Rule("FLO140", "reserve-left-unsaid", Severity.NOTE, looks_at=("flows",))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

party users "Users" {{ side community; count 4000 }}

association foundation "Loom Foundation e.V." {{
  form de.ev
  purpose "To keep Loom free."
  {balance}
  members makers {{ count 85; open to anyone after 6 months; vote one per member }}
}}

flow donations from users to foundation 5000 EUR per month
flow stipends from foundation to foundation.makers 4000 EUR per month
"""

BAD = _HEAD.format(balance="")

GOOD = _HEAD.format(balance="balance 20000 EUR")


def check(context: Context) -> Iterator[Finding]:
    """Yield one note for all bodies that live on flows and do not say what they hold."""
    silent = []
    for entity in context.charter.of_kind(EntityKind.ASSOCIATION):
        here = context.book.purses(entity)
        told = any(context.charter.entities[name].balance for name in here if name in context.charter.entities)
        if not entity.external and not told and income(context, entity) and spending(context, entity):
            silent.append(entity)
    if not silent:
        return
    first = silent[0]
    statement = f"balance 50000 {currency_of(context, first)}"
    has = "has" if len(silent) == 1 else "have"
    names = listing([entity.label for entity in silent])
    yield RULE.finding(
        f"Nothing says what {names} {has} in reserve, so whether it can run out is unknown",
        first.name_span or first.span,
        help=(f"say what is there: `{statement}`",),
        subject=first.id,
    )
