"""A consent stands in the way of a breach, but on grounds that have nothing to do with the value.

## What it checks

Consents on the way to a breach of a value that say what they test (`testing price`), and do not test that value.
They stay among the steps and lift no level. Where the value is below the bar, the finding on it says so instead.

## Why it matters

An authority may refuse only on the ground the law gives it. Merger control looks at competition, a notary at the
form, a court at the price: none of them will save the purpose, and people who counted on them were disappointed.

## The law and sources

- Powers of authorities are bound by their purpose: Regulation (EC) 139/2004 art. 2 for mergers; the attorney
  general's and the court's approval of a charity's dispositions test value and purpose, by N-PCL s.511.
- A consent protects only what it tests: price, fair value and creditors' value only the money; competition,
  procedure, disclosure and solvency no value of the charter.

## How to mend it

Ask for a consent that tests the value: `consent of NAME testing purpose`; or leave the tests away, so that it may
be refused freely.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import listing
from charterlang.source import Finding, Severity

RULE = Rule("POW170", "consent-that-tests-something-else", Severity.NOTE, looks_at=("passed consents",))

_HEAD = """
charter "House" {{ edition 1; jurisdiction DE; language en; currency EUR }}

value use "The house stays a home." {{ kind stewardship; breached by sell house }}

commons house "The house" {{ kind housing; upholds use }}

public court "The court" {{ side guardian }}

association keepers "House Keepers e.V." {{
  form de.ev
  purpose "To keep the house a home."
  protects house
  members people {{ count 40; open to anyone after 6 months admitted by people; vote one per member }}
  assembly meeting of people {{ quorum 30%; decides by majority }}
  board council {{ seats 5; 5 elected by people; term 2 years }}
  powers {{
    sell house requires meeting by 3/4 and consent of court testing {test}
    amend articles requires meeting by 3/4 and consent of court testing {test}
  }}
}}
"""

BAD = _HEAD.format(test="price")

GOOD = _HEAD.format(test="purpose")


def check(context: Context) -> Iterator[Finding]:
    """Yield each consent that does not protect the values it stands before, once for each consent."""
    values: dict[str, list[str]] = {}
    for verdict in context.verdicts.values:
        if context.weight(verdict.level) is not None:
            continue
        for protection in verdict.protections:
            for name in protection.passed:
                values.setdefault(name, []).append(verdict.value)
    for power, consent in context.facts.consents():
        spared = values.pop(consent.of, None)
        if not spared or not consent.tests:
            continue
        tests = listing([test.replace("-", " ") for test in consent.tests])
        whose = f"The consent of {context.label(consent.of)}"
        yield RULE.finding(
            f"{whose} tests {tests}, which does not protect {listing(sorted(set(spared)))}",
            consent.span or power.span,
            help=(f"let it test the value: consent of {consent.of} testing purpose",),
            subject=power.id,
        )
