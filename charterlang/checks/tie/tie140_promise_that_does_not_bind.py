"""A promise is said not to bind, or may be taken back by whoever made it.

## What it checks

Duties marked `not binding` or `revocable`, and agreements that are not binding, or that one party may revoke.

## Why it matters

Declarations of intent, pledges and memoranda have their use: they say what is meant. They hold nobody to it. The
analysis counts them as nothing, so a reader of the charter should not count on them either.

## The law and sources

- Without the intention to be bound there is no contract (for instance *Balfour v Balfour* [1919] 2 KB 571; BGB
  s.118 and the rules on declarations of intent).
- A promise that the promisor may revoke at will is no obligation (Code civil art. 1304-2).
- A pledge made to the public may bind as an estoppel, within limits, where others relied on it; do not build on
  that.

## How to mend it

Take out `not binding` or `revocable`, or give the right to take it back to somebody else. If a mere statement is
what you mean, keep it and do not count on it: `allow TIE140 because "…"`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.tie.duty_words import duty_words
from charterlang.source import Finding, Severity

RULE = Rule("TIE140", "promise-that-does-not-bind", Severity.WARNING, looks_at=("duties", "agreements"))

BAD = """
charter "Loom" { edition 1; jurisdiction DE; language en; currency EUR }

association foundation "Loom Foundation e.V." { form de.ev; purpose "To keep Loom free." }

firm weft "Weft eG" {
  form de.eg
  members workers { count 40; open to anyone after 6 months; vote one per member }
  duties { contribute 8% of surplus to foundation, revocable }
}
"""

GOOD = """
charter "Loom" { edition 1; jurisdiction DE; language en; currency EUR }

association foundation "Loom Foundation e.V." { form de.ev; purpose "To keep Loom free." }

firm weft "Weft eG" {
  form de.eg
  members workers { count 40; open to anyone after 6 months; vote one per member }
  duties { contribute 8% of surplus to foundation }
}
"""


def check(context: Context) -> Iterator[Finding]:
    """Yield each duty and each agreement that binds nobody."""
    facts = context.facts
    for agreement in context.charter.agreements.values():
        if not agreement.binding:
            fault = "does not bind"
        elif agreement.revocable_by:
            fault = f"lasts only as long as {context.label(agreement.revocable_by)} likes"
        else:
            continue
        yield RULE.finding(
            f"{agreement.label} {fault}, so nothing in it counts as a tie",
            agreement.statements.get("binding") or agreement.name_span or agreement.span,
            help=("make it binding, or do not count on it",),
            subject=agreement.id,
        )
    for duty in context.charter.duties:
        if duty.id in context.weak_ties(duty.debtor):
            continue
        debtor = facts.body(duty.debtor)
        who = context.label(duty.debtor)
        if not duty.binding:
            fault = f"{who} says it will {duty_words(context, duty)}, but not bindingly"
        elif duty.revocable_by and facts.body(duty.revocable_by) is debtor:
            fault = f"{who} may take back its duty to {duty_words(context, duty)} whenever it likes"
        else:
            continue
        yield RULE.finding(
            fault,
            duty.span,
            help=("take out what makes it a mere promise, or do not count on it",),
            subject=duty.id,
        )
