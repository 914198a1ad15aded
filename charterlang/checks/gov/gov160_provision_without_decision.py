"""A provision does not say who decides how the need is met.

## What it checks

Every provision says who decides how the need is met: it has `decided by …`.

## Why it matters

Where the three circles meet, citizens decide the shape of their provisioning: what is given, what is bought, from
whom. If nobody is named, whoever pays decides.

## The law and sources

- Michel Bauwens, "'Occupy' as a business model" (2012): citizens choose their provisioning systems by their values.
- Marvin Brown, *Civilizing the Economy* (2010): the economy as provision, civic before commercial.
- Who decides is one of the six economic questions every charter is asked.

## How to mend it

Name the body and, if it has none, its rule: `decided by kitchen.food-group`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("GOV160", "provision-without-decision", Severity.WARNING, looks_at=("provisions",))

_HEAD = """
charter "Kitchen" {{ edition 1; jurisdiction US-NY; language en; currency USD }}

association kitchen "Friends of the Kitchen" {{
  form us.ny.nfp
  purpose "To cook for all."
  members citizens {{ count 40; open to anyone; vote one per member }}
  group food-group of citizens {{ decides by consent }}
}}

provision meals "Hot meals" {{
  need "Three meals a day for everyone"
  by gift from kitchen
  {decided}
}}
"""

BAD = _HEAD.format(decided="")

GOOD = _HEAD.format(decided="decided by kitchen.food-group")


def check(context: Context) -> Iterator[Finding]:
    """Yield each provision that nobody decides."""
    groups = [
        organ.id for entity in context.facts.own for organ in entity.organs if organ.kind in {"group", "assembly"}
    ]
    for provision in context.charter.provisions.values():
        if provision.decided_by is not None:
            continue
        body = groups[0] if groups else "GROUP"
        yield RULE.finding(
            f"Nothing says who decides how {provision.label} is provided",
            provision.name_span or provision.span,
            help=(f"name the body: `decided by {body}`",),
            fixes=context.insertion(provision.span, f"decided by {body}", f"Let {context.label(body)} decide")
            if groups
            else (),
            subject=provision.id,
        )
