"""An agreement across borders does not say which law governs it.

## What it checks

Agreements between bodies whose legal forms belong to different jurisdictions say `law …`.

## Why it matters

Two parties, two laws: which one says whether the duty is valid, how it is ended, and what a breach costs? Conflict
rules give an answer, after a year.

## The law and sources

- The parties choose the law of their contract (Regulation (EC) 593/2008 art. 3); without a choice it is that of the
  party who renders the characteristic performance (art. 4), which in a partnership nobody can tell.

## How to mend it

Choose one, best that of the protector: `law DE`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import listing
from charterlang.source import Finding, Severity

RULE = Rule("LAW200", "agreement-without-a-law", Severity.WARNING, looks_at=("agreements",))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

association foundation "Loom Foundation e.V." {{ form de.ev; purpose "To keep Loom free." }}
firm selvedge "Selvedge Inc." {{ form us.de.c-corp; purpose "To sell support." }}

agreement partners "Partner agreement" {{
  between foundation, selvedge
  duties {{ selvedge contributes 3% of revenue to foundation }}
  term 5 years
  disputes mediation
  {law}
}}
"""

BAD = _HEAD.format(law="")

GOOD = _HEAD.format(law="law DE")


def check(context: Context) -> Iterator[Finding]:
    """Yield each agreement between parties of different countries that chooses no law."""
    from charterlang.law.places import place_name

    for agreement in context.charter.agreements.values():
        places = {
            form.jurisdiction.split("-")[0]: form.jurisdiction
            for party in agreement.between
            if (body := context.facts.body(party)) is not None and (form := context.forms.get(body.id)) is not None
        }
        if agreement.law or len(places) < 2:
            continue
        first = context.charter.header.jurisdiction or next(iter(places.values()))
        names = listing([place_name(place) for place in places.values()])
        yield RULE.finding(
            f"{agreement.label} joins parties of {names}, and does not say which law governs it",
            agreement.name_span or agreement.span,
            help=(f"choose one: `law {first}`",),
            fixes=context.insertion(agreement.span, f"law {first}", f"Choose the law of {place_name(first)}"),
            subject=agreement.id,
        )
