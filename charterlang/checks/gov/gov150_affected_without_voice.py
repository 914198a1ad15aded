"""Somebody whom a provision affects has neither a voice in it nor a remedy.

## What it checks

Every party that a provision `affects` is either heard (`heard in …`, or a member of a body that decides), or made
good (`remedied by` a fund, or by a duty of somebody). A remedy in words alone counts for nothing: nobody can
enforce it.

## Why it matters

At Zuccotti Park the free kitchen took the trade of the street vendors around it. Nobody had meant them harm, and
nobody had asked them. The Vendor Project repaired it: money was collected and meals were bought from the vendors. A
provision that touches others asks them, or makes good what it costs them.

## The law and sources

- Michel Bauwens, "'Occupy' as a business model" (2012).
- Those affected by the rules take part in changing them (Ostrom 1990, third principle); the commons must not load
  its costs on others.
- In public law the affected are heard as a matter of course: for instance VwVfG s.28 (Germany), the rules on
  consultation elsewhere.

## How to mend it

Give them a voice, `heard in food-group`, or a remedy, `remedied by vendor-fund` or `remedied by duty of kitchen`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.powers.care import has_remedy, has_voice
from charterlang.source import Edit, Finding, Fix, Severity, Span

RULE = Rule("GOV150", "affected-without-voice", Severity.ERROR, looks_at=("provisions",), protection=True)

_HEAD = """
charter "Kitchen" {{ edition 1; jurisdiction US-NY; language en; currency USD }}

party vendors "Street vendors" {{ side community; count 60 }}

association kitchen "Friends of the Kitchen" {{
  form us.ny.nfp
  purpose "To cook for all."
  members citizens {{ count 40; open to anyone; vote one per member }}
  group food-group of citizens {{ decides by consent }}
}}

fund vendor-fund "Vendor Project fund" {{ held by kitchen }}

provision meals "Hot meals" {{
  need "Three meals a day for everyone"
  by gift from kitchen
  decided by kitchen.food-group
  affects vendors by "trade lost to free food"{remedy}
}}
"""

BAD = _HEAD.format(remedy="")

GOOD = _HEAD.format(remedy=" remedied by vendor-fund")


def check(context: Context) -> Iterator[Finding]:
    """Yield each affected party without voice or remedy."""
    for provision in context.charter.provisions.values():
        for affected in provision.affects:
            if has_remedy(affected) or has_voice(context.world, provision, affected):
                continue
            by = f" ({affected.by})" if affected.by else ""
            place = affected.span
            funds = [entity.id for entity in context.charter.of_kind("fund")]
            fixes: tuple[Fix, ...] = ()
            if place is not None and funds:
                end = Span(place.file, place.block, place.end, place.end)
                fixes = (Fix(f"Let {context.label(funds[0])} make it good", (Edit(end, f" remedied by {funds[0]}"),)),)
            remedy = "a remedy that anybody must give" if affected.remedy_text else "a remedy"
            touched = f"{provision.label} affects {context.label(affected.party)}{by}"
            yield RULE.finding(
                f"{touched}, who have neither a voice in it nor {remedy}",
                place or provision.name_span,
                help=(
                    "give them a voice: `heard in GROUP`, or a seat in the body that decides",
                    "or a remedy: `remedied by FUND`, `remedied by duty of NAME`",
                ),
                fixes=fixes,
                verdict="care: no voice, no remedy",
                subject=provision.id,
            )
