"""An agreement says nothing of where disputes go.

## What it checks

Every agreement with duties says where disputes go: it has `disputes …`.

## Why it matters

Without a path the first step is the court of the debtor's seat, which is the last place a volunteer association
goes. A cheap first step keeps quarrels small.

## The law and sources

- Where nothing is agreed the general rules on jurisdiction apply (Regulation (EU) 1215/2012 arts 4 and 7; 28 U.S.C.
  ss.1332 and 1391).
- Ostrom's sixth principle: cheap, local arenas settle conflicts (Ostrom 1990).

## How to mend it

Add the steps: `disputes mediation, then arbitration in "Berlin"`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("GOV220", "no-path-for-disputes", Severity.NOTE, looks_at=("agreements",))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

association foundation "Loom Foundation e.V." {{ form de.ev; purpose "To keep Loom free." }}

firm warp "Warp GmbH" {{ form de.gmbh }}

agreement partners "Partner agreement" {{
  between foundation, warp
  duties {{ warp contributes 3% of revenue to foundation }}
  term 5 years
  {disputes}
}}
"""

BAD = _HEAD.format(disputes="")

GOOD = _HEAD.format(disputes='disputes mediation, then arbitration in "Berlin"')


def check(context: Context) -> Iterator[Finding]:
    """Yield each agreement with duties and no path for disputes."""
    used = {duty.instrument for duty in context.charter.duties}
    for agreement in context.charter.agreements.values():
        if agreement.id not in used or agreement.disputes or not agreement.binding:
            continue
        line = 'disputes mediation, then arbitration in "PLACE"'
        yield RULE.finding(
            f"{agreement.label} says nothing of where disputes go",
            agreement.name_span or agreement.span,
            help=(f"add the steps: {line}",),
            fixes=context.insertion(agreement.span, "disputes mediation", "Begin with mediation"),
            subject=agreement.id,
        )
