"""The terms of contribution let one party put future versions under other terms.

## What it checks

Contributions under a broad contributor agreement or an assignment to somebody who does not protect the commons,
without a promise of open licences only and without a decision of others. Where a value already shows that the
commons can be closed, that finding says it.

## Why it matters

Who may relicense every contribution is the owner of the future, whatever the licence of today. The agreement is
signed by the thousandth contributor as by the first, and none of them is asked again.

## The law and sources

- Assignment and licence of copyright: 17 U.S.C. ss.201(d) and 204; Copyright, Designs and Patents Act 1988 ss.90 to
  92; in Germany use rights by UrhG ss.31 and 31a, since authors' rights cannot be assigned (s.29).
- Fiduciary licence agreements bind the holder to free licences and let the rights fall back.

## How to mend it

Take contributions `under DCO` or `under inbound=outbound`; or let the protector hold them: `under fiduciary licence
to foundation only to open licences`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.source import Edit, Finding, Fix, Severity

RULE = Rule("LIC150", "terms-that-let-one-party-close", Severity.WARNING, looks_at=("contributions",), protection=True)

_HEAD = """
charter "Brindle" {{ edition 1; jurisdiction US-DE; language en; currency USD }}

commons brindle "Brindle" {{
  kind software
  licence MPL-2.0
  contributions under {terms}
}}

firm brindle-inc "Brindle, Inc." {{ form us.de.c-corp }}
"""

BAD = _HEAD.format(terms="CLA to brindle-inc")

GOOD = _HEAD.format(terms="DCO")


def check(context: Context) -> Iterator[Finding]:
    """Yield each commons whose contributions one party may close."""
    for commons in context.charter.commons.values():
        terms = commons.contributions
        if terms is None or terms.terms not in {"cla", "assignment"} or terms.only_open or terms.with_decision:
            continue
        holder = context.facts.body(terms.to)
        if holder in context.facts.protectors[commons.id] or context.breached("relicense", commons.id):
            continue
        written = "an assignment" if terms.terms == "assignment" else "a contributor agreement"
        fix = (
            (Fix("Take contributions under DCO", (Edit(terms.span, "contributions under DCO"),)),) if terms.span else ()
        )
        yield RULE.finding(
            f"{context.label(terms.to)} may put future versions of {commons.label} under any terms, by {written}",
            terms.span or commons.name_span,
            help=(
                "take contributions under terms that give nobody more: `contributions under DCO`",
                "or let the protector hold them: `under fiduciary licence to PROTECTOR only to open licences`",
            ),
            fixes=fix,
            subject=commons.id,
        )
