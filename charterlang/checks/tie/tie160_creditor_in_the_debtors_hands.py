"""The body that should hold a firm to its duties is steered by that firm.

## What it checks

For every duty with a creditor, the debtor does not control the creditor: not by most of its votes, nor by most
seats of its board, nor through any chain of holdings.

## Why it matters

A guardian chosen by the one it guards against will not sue. Two bodies in the same hands are one party with two
letterheads.

## The law and sources

- Where one person decides for both sides the law itself distrusts the act (BGB s.181, related-party rules of
  company and charity law).
- Control counts through chains of holdings: most laws on groups look through them (AktG s.17, Companies Act 2006
  s.1159).
- No association is controlled by the firms it binds: a rule for papers that must work together.

## How to mend it

Let others fill the majority of the creditor's board, or owe the duty to a body the debtor does not steer.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Label, Severity

RULE = Rule("TIE160", "creditor-in-the-debtors-hands", Severity.ERROR, looks_at=("duties",), protection=True)

_HEAD = """
charter "Mambo" {{ edition 1; jurisdiction DE; language en; currency EUR }}

firm maker "Maker GmbH" {{
  form de.gmbh
  duties {{ contribute 5% of surplus to foundation }}
}}

association foundation "Maker Foundation e.V." {{
  form de.ev
  purpose "To guard the work."
  members people {{ count 50; open to anyone after 6 months admitted by people; vote one per member }}
  board council {{
    seats 3
    {by_maker} appointed by maker
    {by_people} elected by people
  }}
}}
"""

BAD = _HEAD.format(by_maker=2, by_people=1)

GOOD = _HEAD.format(by_maker=1, by_people=2)


def check(context: Context) -> Iterator[Finding]:
    """Yield each pair of a debtor and a creditor in its hands, once."""
    seen: set[tuple[str, str]] = set()
    for duty in context.charter.duties:
        creditor = context.facts.enforcer(duty)
        debtor, guard = context.facts.body(duty.debtor), context.facts.body(creditor)
        if debtor is None or guard is None or (debtor.id, guard.id) in seen:
            continue
        seen.add((debtor.id, guard.id))
        if debtor is guard or not context.facts.controls(debtor.id, guard.id):
            continue
        yield RULE.finding(
            f"{debtor.label} steers {guard.label}, which should hold it to its duties",
            duty.span,
            related=(Label(guard.name_span, "the creditor, in the debtor's hands"),) if guard.name_span else (),
            help=(f"let others fill most seats of {guard.label}, or owe the duty to somebody else",),
            subject=guard.id,
        )
