"""What a firm gives back to a commons, it gives only as long as it likes.

## What it checks

A firm that uses a commons and gives something back, by a flow, by work or by a promise, without a duty that anybody
outside it may enforce. A firm that TIE110 already calls untied is left out.

## Why it matters

Gifts are welcome and are not a plan. In the first lean year, or under the next owner, what is not owed is cut; and
those who build on it learn of it when it is gone.

## The law and sources

- Gifts promised without form can often not be claimed (BGB s.518; in English law for want of consideration); a duty
  in an agreement can.
- Ostrom's principle 2B: benefits match costs (Cox and others 2010).

## How to mend it

Write the return as a duty to the protector: `contribute 3% of revenue to foundation`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.flo.flo110_use_without_return import GOOD as OWED
from charterlang.checks.flo.flo110_use_without_return import HEAD
from charterlang.checks.flo.returns import given, makes, owed, returns, tied_nowhere
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("FLO115", "return-nobody-enforces", Severity.WARNING, looks_at=("firms",))

BAD = (
    HEAD
    + """
firm selvedge "Selvedge GmbH" {
  form de.gmbh
  uses loom
}

flow sponsoring from selvedge to foundation 5000 EUR per year
"""
)

GOOD = OWED


def check(context: Context) -> Iterator[Finding]:
    """Yield each firm and commons with a return that is not owed to anybody."""
    for firm in context.facts.firms:
        if firm.external:
            continue
        for name in firm.uses:
            commons = context.charter.commons.get(name)
            if commons is None or tied_nowhere(context, firm) or owed(context, firm, commons):
                continue
            if not returns(context, firm, commons):
                continue
            flows = given(context, firm, commons)
            what = "work" if makes(context, firm, commons) and not flows else "money"
            protectors = [body.id for body in context.facts.protectors[name]]
            creditor = protectors[0] if protectors else "PROTECTOR"
            yield RULE.finding(
                f"{firm.label} gives {what} back to {commons.label} only as long as it likes: nobody may enforce it",
                flows[0].span if flows else firm.statements.get("uses") or firm.name_span,
                help=(f"write it as a duty: duties {{ contribute 3% of revenue to {creditor} }}",),
                verdict="return: not owed",
                subject=firm.id,
            )
