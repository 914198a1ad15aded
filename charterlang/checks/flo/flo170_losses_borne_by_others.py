"""Those who take the surplus do not bear the losses.

## What it checks

Where a body says who takes its surplus and who bears its losses, commercial parties are not among the first alone
while the public, the community or an association is among the second.

## Why it matters

Gains privatised, losses socialised: those who decide how much is risked do not pay for it. It is the rule of every
crisis, and it begins in the articles.

## The law and sources

- Partners share losses as they share profits, unless agreed otherwise; who takes all the profit and bears no loss
  has made a leonine bargain, void in the civil codes (Code civil art. 1844-1; Codice civile art. 2265).
- The polluter pays: Treaty on the Functioning of the European Union art. 191(2).

## How to mend it

Let those who take the surplus bear losses first: `losses borne by owners`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import listing
from charterlang.source import Finding, Severity

RULE = Rule("FLO170", "losses-borne-by-others", Severity.WARNING, looks_at=("losses",))

_HEAD = """
charter "Mine" {{ edition 1; jurisdiction DE; language en; currency EUR }}

investor fund "The fund"
public county "The county" {{ side community }}

firm mine "Mine GmbH" {{
  form de.gmbh
  surplus 100% to fund
  losses borne by {who}
}}
"""

BAD = _HEAD.format(who="county")

GOOD = _HEAD.format(who="fund")


def check(context: Context) -> Iterator[Finding]:
    """Yield each body whose gains and losses go separate ways."""
    for entity in context.charter.entities.values():
        gains = [share.to for share in entity.surplus]
        private = [name for name in gains if context.facts.is_commercial(name)]
        others = [name for name in entity.losses if name not in gains and not context.facts.is_commercial(name)]
        if not private or not others or set(private) & set(entity.losses):
            continue
        yield RULE.finding(
            f"The surplus of {entity.label} goes to {listing(context.facts.labels(private))}, "
            f"and its losses to {listing(context.facts.labels(others))}",
            entity.statements.get("losses") or entity.name_span,
            help=(f"let those who take the surplus bear losses first: `losses borne by {private[0]}`",),
            subject=entity.id,
        )
