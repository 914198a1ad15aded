"""An agreement obliges nobody to anything.

## What it checks

Every agreement states at least one duty, or a change-of-control consent, or a right it grants. One that only names
its parties binds them to nothing.

## Why it matters

An agreement is there to say who owes what to whom. If it is empty the papers come out empty too, and a firm that
was meant to be tied by it is not.

## The law and sources

- A contract needs terms that are certain enough to be performed (Code civil art. 1163; in English law certainty of
  terms; BGB ss.145 and 241).

## How to mend it

Add a `duties { … }` block: who contributes, publishes, licenses, reports or hands over what, to whom, and by when.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("TIE150", "agreement-without-duties", Severity.WARNING, looks_at=("agreements",))

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
  term 5 years
}
"""
)

GOOD = (
    _HEAD
    + """
agreement partners "Partner agreement" {
  between foundation, warp
  term 5 years
  duties { warp contributes 3% of revenue to foundation }
}
"""
)


def check(context: Context) -> Iterator[Finding]:
    """Yield each agreement without duties, consents or powers."""
    used = {duty.instrument for duty in context.charter.duties}
    for agreement in context.charter.agreements.values():
        if agreement.id in used or agreement.changes_of_control or agreement.purpose:
            continue
        if any(power.act.action not in {"terminate", "amend"} for power in agreement.powers):
            continue
        first = agreement.between[0] if agreement.between else "NAME"
        yield RULE.finding(
            f"{agreement.label} obliges nobody to anything",
            agreement.name_span or agreement.span,
            help=(f"say what is owed: duties {{ {first} contributes 3% of revenue to … }}",),
            subject=agreement.id,
        )
