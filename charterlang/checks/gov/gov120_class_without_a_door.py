"""A class has a vote, but nothing says how one becomes a member of it.

## What it checks

Every class of members with a vote says who may join (`open to …`), or that it is closed, or names its members
(`held by …`). All the classes of one body are told in one finding; for a firm
as a note, since its staff or its partners are known.

## Why it matters

A vote is worth what its door is worth. Where nothing is said, whoever keeps the list decides who may vote. And
those who make the commons should be able to see how they come to have a say in it.

## The law and sources

- Entry and exit of members belong into the statutes in most laws: BGB s.58 no.1, N-PCL s.601, Art. 70 ZGB,
  Incorporated Societies Act 2022 s.26 (New Zealand), GenG ss.15 and 65.
- Each class with a vote has a way in and a way out: a rule for papers that must work together. Ostrom's first and
  third principles.

## How to mend it

Add the door: `open to anyone after 6 months admitted by members`, `open to workers`, or `closed`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import listing
from charterlang.model.entities import EntityKind
from charterlang.source import Finding, Label, Severity

RULE = Rule("GOV120", "class-without-a-door", Severity.WARNING, looks_at=("classes",))

_HEAD = """
charter "Kitchen" {{ edition 1; jurisdiction US-NY; language en; currency USD }}

association kitchen "Friends of the Kitchen" {{
  form us.ny.nfp
  purpose "To cook for all."
  members citizens {{
    count 40
    {door}
    vote one per member
  }}
}}
"""

BAD = _HEAD.format(door="")

GOOD = _HEAD.format(door="open to anyone after 1 month")


def check(context: Context) -> Iterator[Finding]:
    """Yield each body of the charter with classes that have a vote and no way in."""
    for entity in context.facts.own:
        shut = [
            found
            for found in entity.classes
            if found.kind == "members"
            and not found.source
            and found.door is None
            and not found.closed
            and not found.holdings
            and not (found.voting is not None and found.voting.kind == "none")
        ]
        if not shut:
            continue
        names = listing(context.facts.labels([found.id for found in shut]))
        places = [found.span for found in shut if found.span is not None]
        line = "open to anyone after 6 months"
        yield RULE.finding(
            f"Nothing says how one comes to be among the {names} of {entity.label}, who have a vote",
            places[0] if places else entity.name_span,
            severity=Severity.WARNING if entity.kind is EntityKind.ASSOCIATION else Severity.NOTE,
            related=tuple(Label(place, "and here") for place in places[1:4]),
            help=(f"say who may join: `{line} admitted by …`, `open to …`, or `closed`",),
            fixes=tuple(
                fix
                for found in shut[:1]
                for fix in context.insertion(found.span, line, "Open it to anyone after six months")
            ),
            subject=shut[0].id,
        )
