"""An agreement says neither how long it runs nor who may end it.

## What it checks

Every agreement with duties has a `term`, or is `unlimited`, or says who may `terminate` it.

## Why it matters

A contract for an indefinite time may be ended by any party, with notice. A tie of that kind is as long as the
notice period.

## The law and sources

- Contracts of indefinite duration may be ended by either party: Code civil art. 1211; BGB s.314 for grave reason
  and the rules on notice of each kind of contract; in English law on reasonable notice where nothing else is
  agreed.

## How to mend it

State the term and who may end it: `term 5 years, renewable` and `terminate requires foundation.council`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("TIE155", "agreement-without-term", Severity.WARNING, looks_at=("agreements",))

_HEAD = """
charter "Loom" { edition 1; jurisdiction DE; language en; currency EUR }

association foundation "Loom Foundation e.V." { form de.ev; purpose "To keep Loom free." }

firm warp "Warp GmbH" { form de.gmbh }
"""

BAD = (
    _HEAD
    + """
agreement partners "Partner agreement" {
  between foundation, warp
  duties { warp contributes 3% of revenue to foundation }
}
"""
)

GOOD = (
    _HEAD
    + """
agreement partners "Partner agreement" {
  between foundation, warp
  duties { warp contributes 3% of revenue to foundation }
  term 5 years, renewable
}
"""
)


def check(context: Context) -> Iterator[Finding]:
    """Yield each agreement with duties that anybody may end."""
    used = {duty.instrument for duty in context.charter.duties}
    for agreement in context.charter.agreements.values():
        lasts = agreement.term or agreement.unlimited or agreement.until
        ends = any(power.act.action == "terminate" for power in agreement.powers)
        if agreement.id not in used or lasts or ends or not agreement.binding:
            continue
        yield RULE.finding(
            f"{agreement.label} has no term, so any of its parties may end it with notice",
            agreement.name_span or agreement.span,
            help=("say how long it runs and who may end it: `term 5 years, renewable`, `terminate requires …`",),
            fixes=context.insertion(agreement.span, "term 5 years, renewable", "Give it a term of five years"),
            subject=agreement.id,
        )
