"""A decision is left to a body that cannot decide.

## What it checks

No power, provision or change-of-control clause leaves a decision to an advisory organ or to a class without votes.
Of a body of which nobody says who controls it POW150 speaks.

## Why it matters

A decision by somebody who cannot decide is either void or taken by whoever is nearest. A consent that nobody is
able to give blocks for ever; one that anybody may give stops nothing.

## The law and sources

- A body acts through its organs (BGB ss.26 and 31, Art. 55 ZGB, Companies Act 2006 s.44 on signing).
- The organ that must use a veto has the power to sign: a rule for papers that must work together.

## How to mend it

Name an organ that decides, or give the body one: `board council { seats 5; 5 elected by members }`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.model.decisions import Deciding, Decision, leaves
from charterlang.source import Finding, Severity, Span

RULE = Rule("GOV140", "body-that-cannot-decide", Severity.ERROR, looks_at=("powers", "provisions", "agreements"))

_HEAD = """
charter "Kitchen" {{ edition 1; jurisdiction US-NY; language en; currency USD }}

association kitchen "Friends of the Kitchen" {{
  form us.ny.nfp
  purpose "To cook for all."
  members citizens {{ count 40; open to anyone; vote one per member }}
  assembly meeting of citizens {{ decides by majority }}
  group elders of citizens {{
    {nature}
  }}
  powers {{
    dissolve requires elders
  }}
}}
"""

BAD = _HEAD.format(nature="advisory")

GOOD = _HEAD.format(nature="decides by consent")


def _decisions(context: Context) -> Iterator[tuple[Decision, str, Span | None]]:
    """Every decision of a charter, what it is about, and where it stands."""
    for power in context.charter.powers:
        yield power.decision, power.id, power.span
    for provision in context.charter.provisions.values():
        if provision.decided_by is not None:
            yield provision.decided_by, provision.id, provision.span
    for agreement in context.charter.agreements.values():
        for change in agreement.changes_of_control:
            yield change.decision, agreement.id, change.span


def check(context: Context) -> Iterator[Finding]:
    """Yield each body that is asked for a decision it cannot take, where it is first asked."""
    seen: set[str] = set()
    for decision, subject, place in _decisions(context):
        for leaf in leaves(decision):
            name = leaf.body if isinstance(leaf, Deciding) else leaf.of
            reason = _incapable(context, name)
            if not reason or name in seen:
                continue
            seen.add(name)
            what = "A decision" if isinstance(leaf, Deciding) else "A consent"
            yield RULE.finding(
                f"{what} is left to {reason}",
                leaf.span or place,
                help=("name an organ that decides, or give the body one",),
                subject=subject,
            )


def _incapable(context: Context, name: str) -> str:
    """Why a body cannot decide; empty where it can, or where that is nobody's business here."""
    organ = context.charter.organs.get(name)
    if organ is not None:
        return f"the {context.label(name)}, which only advises" if organ.advisory else ""
    found = context.charter.classes.get(name)
    if found is not None:
        silent = found.voting is not None and found.voting.kind == "none"
        return f"the {context.label(name)}, who have no vote" if silent else ""
    return ""
