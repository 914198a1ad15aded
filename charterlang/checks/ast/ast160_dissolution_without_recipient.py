"""Nothing says who takes what is left when a protector ends.

## What it checks

Every association that this charter constitutes, and every firm that is non-profit or owes an asset lock, names
under `on dissolution assets go to` who takes its assets, unless its legal form settles that by itself. All that do
not are told in one finding.

## Why it matters

Everything ends. What was gathered over years for a commons goes, where nothing is said, to the members of the day,
to the State, or to whom a court picks. The recipient clause is also what tax law asks to see first.

## The law and sources

- Without a clause the assets of a German association go to its members or to the State (BGB s.45); of a Swiss one
  to the public body of the seat (Art. 57 ZGB); a *stichting* says in its deed where a surplus goes (Dutch Civil
  Code 2:286).
- Tax relief asks for a recipient: Abgabenordnung s.61 (Germany), 26 C.F.R. 1.501(c)(3)-1(b)(4) (United States).

## How to mend it

Name a body of like purpose that may not pay out what it receives, and a second one in case the first is gone: `on
dissolution assets go to trust, else city`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import listing
from charterlang.model.entities import Entity, EntityKind
from charterlang.source import Finding, Label, Severity

RULE = Rule("AST160", "dissolution-without-recipient", Severity.WARNING, looks_at=("associations", "firms"))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction CH; language en; currency CHF }}

association foundation "Verein Loom" {{
  form ch.verein
  purpose "To keep Loom free."
  members makers {{ count 85; open to anyone after 6 months; vote one per member }}
  {clause}
}}

association trust "Software Commons Trust" {{ form ch.stiftung; external }}
"""

BAD = _HEAD.format(clause="")

GOOD = _HEAD.format(clause="on dissolution assets go to trust")


def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for all bodies of the charter that should name a recipient and do not."""
    silent = [
        entity
        for entity in context.facts.own
        if not (entity.dissolution is not None and (entity.dissolution.to or entity.dissolution.words))
        and _should_name_one(context, entity)
    ]
    if not silent:
        return
    first = silent[0]
    names = {entity.id for entity in silent}
    others = [
        other.id
        for other in context.charter.entities.values()
        if other.id not in names and context.facts.pays_owners(other) is False and other.kind is not EntityKind.FIRM
    ]
    recipient = others[0] if others else "RECIPIENT"
    statement = f"on dissolution assets go to {recipient}"
    law = [
        f"{entity.label}: {context.forms[entity.id].cites('dissolution')}"
        for entity in silent
        if entity.id in context.forms
    ]
    labels = listing([entity.label for entity in silent])
    ends = "it ends" if len(silent) == 1 else "they end"
    fix = [
        found
        for entity in silent
        for found in context.insertion(
            entity.span, statement, f"Let {context.label(recipient)} take what {entity.label} leaves"
        )
    ]
    yield RULE.finding(
        f"Nothing says who takes the assets of {labels} when {ends}",
        first.name_span or first.span,
        related=tuple(Label(entity.name_span, "nor here") for entity in silent[1:4] if entity.name_span is not None),
        steps=tuple(law),
        help=(f"name a body of like purpose that pays nothing out: {statement}",),
        fixes=tuple(fix) if others else (),
        subject=first.id,
    )


def _should_name_one(context: Context, entity: Entity) -> bool:
    """Whether a body's assets must not end with its owners."""
    if entity.kind is EntityKind.ASSOCIATION:
        return True
    locked = any(duty.kind == "asset-lock" for duty in context.facts.duties_of.get(entity.id, ()))
    return locked or context.facts.pays_owners(entity) is False
