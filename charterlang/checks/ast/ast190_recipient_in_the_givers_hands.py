"""The body that takes a firm's assets on dissolution is steered by that firm.

## What it checks

The recipient named on dissolution is not the body itself, nor controlled by it, nor, for a firm, by those who
control the firm.

## Why it matters

A recipient in the giver's hands is no recipient. The assets change their letterhead and stay where they were.

## The law and sources

- Some laws say it in so many words: the recipient of a community interest company may not be the company itself
  (CIC Regulations 2005, sch.1 to 3).
- The recipient named on dissolution exists, is locked, and is not controlled by the firm: a rule for papers that
  must work together.

## How to mend it

Name a body the firm does not steer.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("AST190", "recipient-in-the-givers-hands", Severity.ERROR, looks_at=("dissolutions",), protection=True)

_HEAD = """
charter "Maker" {{ edition 1; jurisdiction DE; language en; currency EUR }}

firm maker "Maker eG" {{
  form de.eg
  on dissolution assets go to foundation
}}

association foundation "Maker Foundation e.V." {{
  form de.ev
  purpose "To guard the work."
  members people {{ count 50; open to anyone after 6 months admitted by people; vote one per member }}
  board council {{
    seats 3
    {by_maker} appointed by maker
    {by_people} elected by people
  }}
}}
"""

BAD = _HEAD.format(by_maker=2, by_people=1)

GOOD = _HEAD.format(by_maker=1, by_people=2)


def check(context: Context) -> Iterator[Finding]:
    """Yield each body whose recipient it steers."""
    for entity in context.facts.own:
        dissolution = entity.dissolution
        for name in dissolution.to if dissolution is not None else ():
            recipient = context.charter.entities.get(name)
            if recipient is None or dissolution is None:
                continue
            itself = recipient is entity
            if not itself and not context.facts.controls(entity.id, recipient.id):
                continue
            whom = "itself" if itself else f"{recipient.label}, which it steers"
            yield RULE.finding(
                f"{entity.label} leaves its assets to {whom}",
                dissolution.span or entity.name_span,
                help=("name a body that others steer",),
                subject=entity.id,
            )
