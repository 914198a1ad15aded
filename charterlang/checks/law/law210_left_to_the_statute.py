"""The law fills in what the charter leaves unsaid.

## What it checks

Organs, votes, majorities and recipients that the charter does not state and the legal form supplies. Told with
`--for-signing` only, as one note for each body.

## Why it matters

Nothing is wrong with leaving a matter to the statute. But the analysis counts on it, statutes change, and who signs
should know what is not in the text.

## The law and sources

- Each item is cited with the statute it comes from, the year it was read and the confidence.

## How to mend it

Write down what you want to be sure of; leave the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import many
from charterlang.model.entities import Entity
from charterlang.source import Finding, Severity

RULE = Rule("LAW210", "left-to-the-statute", Severity.NOTE, looks_at=("forms",), for_signing=True)

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

association foundation "Loom Foundation e.V." {{
  form de.ev
  purpose "To keep Loom free."
  members makers {{ count 12; open to anyone after 6 months; vote one per member }}
  assembly meeting of makers {{ decides by majority of votes cast }}
  board council {{ seats 3; 3 elected by makers; term 2 years; decides by majority }}
  {powers}
}}
"""

BAD = _HEAD.format(powers="")

GOOD = _HEAD.format(powers="powers { amend articles requires meeting by 3/4 }")


def check(context: Context) -> Iterator[Finding]:
    """Yield one note for each body of the charter with what its law fills in."""
    for entity in context.facts.own:
        filled = list(_filled(context, entity))
        if not filled:
            continue
        yield RULE.finding(
            f"The law fills in {many(len(filled), 'matter')} for {entity.label} that the charter leaves unsaid",
            entity.form_span or entity.name_span,
            steps=tuple(filled),
            help=("write down what you want to be sure of",),
            subject=entity.id,
        )


def _filled(context: Context, entity: Entity) -> Iterator[str]:
    """Each matter, in words, with its statute."""
    for organ in entity.organs:
        if organ.source:
            yield f"the {organ.title or organ.name} ({organ.source})"
    for found in entity.classes:
        if found.voting is not None and found.voting.source:
            how = "one vote each" if found.voting.kind == "each" else "votes by share"
            yield f"{how} for the {context.label(found.id)} ({found.voting.source})"
    for power in entity.powers:
        if power.source:
            yield f"who may {power.act.action} {context.label(power.act.thing)} ({power.source})"
    if entity.dissolution is not None and entity.dissolution.source:
        yield f"who takes the assets in the end ({entity.dissolution.source})"
