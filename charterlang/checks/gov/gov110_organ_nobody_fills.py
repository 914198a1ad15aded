"""Nobody fills the seats of an organ.

## What it checks

Every board and office says who fills its seats, every assembly and group says of whom it consists. Organs of bodies
outside the charter, and organs the law fills in, are left out.

## Why it matters

An organ without people decides nothing, and whoever acts in its name acts without right. The analysis cannot follow
the question of who decides beyond it.

## The law and sources

- How the board is formed belongs into the statutes: BGB s.58 no.3 (Germany), Art. 69 ZGB (Switzerland), N-PCL s.703
  (New York), Dutch Civil Code 2:37.

## How to mend it

Add a line for the seats: `5 elected by members`, `1 appointed by city`, `all filled by itself`; or the classes of
an assembly: `assembly meeting of members`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.model.entities import Entity, Organ
from charterlang.source import Finding, Severity

RULE = Rule("GOV110", "organ-nobody-fills", Severity.WARNING, looks_at=("organs",))

_HEAD = """
charter "Kitchen" {{ edition 1; jurisdiction US-NY; language en; currency USD }}

association kitchen "Friends of the Kitchen" {{
  form us.ny.nfp
  purpose "To cook for all."
  members citizens {{ count 400; open to anyone; vote one per member }}
  board council {{
    seats 7
    {filled}
    decides by majority
  }}
}}
"""

BAD = _HEAD.format(filled="")

GOOD = _HEAD.format(filled="7 elected by citizens")


def check(context: Context) -> Iterator[Finding]:
    """Yield each organ of the charter's own bodies that nobody sits in."""
    for entity in context.facts.own:
        for organ in entity.organs:
            if organ.source or organ.classes or organ.seat_lines or organ.held_by or organ.represents:
                continue
            if organ.self_filling or organ.for_life:
                continue
            yield RULE.finding(
                f"Nobody is said to sit in the {context.label(organ.id)} of {entity.label}",
                organ.span,
                help=(_advice(entity, organ),),
                subject=organ.id,
            )


def _advice(entity: Entity, organ: Organ) -> str:
    """The line that would fill it."""
    members = entity.classes[0].name if entity.classes else "CLASS"
    if organ.kind in {"assembly", "group"}:
        return f"say of whom it consists: `{organ.kind} {organ.name} of {members}`"
    if organ.kind == "office":
        return "say who holds it: `held by NAME`, or `1 elected by CLASS`"
    return f"say who fills the seats: `{organ.seats or 'all'} elected by {members}`"
