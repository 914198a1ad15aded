"""The law gives a body an organ that the charter does not mention.

## What it checks

Supervisory boards, enforcers and auditors that the legal form asks for in every case, and of which the charter
declares no organ. A note: meeting and board are filled in by the compiler, these are not.

## Why it matters

The organ exists whether or not the charter speaks of it, and it has powers. Who sits there should be said before
the register asks.

## The law and sources

- For example the *Aufsichtsrat* of a co-operative (GenG s.9, with an exception for up to 20 members), the enforcer
  of a purpose trust, the auditors of an Austrian association (VerG s.5(5)). The finding cites the statute of the
  form.

## How to mend it

Declare it: `board supervisory-board { seats 3; 3 elected by members }`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import listing
from charterlang.model.entities import Entity
from charterlang.source import Finding, Severity

RULE = Rule("LAW152", "organ-the-law-asks-for", Severity.NOTE, looks_at=("forms",))

_HEAD = """
charter "Club" {{ edition 1; jurisdiction AT; language en; currency EUR }}

association club "Verein Werkstatt" {{
  form at.verein
  purpose "To keep a workshop open to all."
  members makers {{ count 40; open to anyone after 1 month; vote one per member }}
  board council {{ seats 3; 3 elected by makers; term 2 years }}
  {more}
}}
"""

BAD = _HEAD.format(more="")

GOOD = _HEAD.format(more="board auditors { seats 2; 2 elected by makers; term 2 years }")

_WORDS = {
    "supervision": ("supervis", "aufsicht", "surveillance", "enforcer", "steward", "protector", "committee", "mission"),
    "audit": ("audit", "prüf", "revis", "rechnungs", "commissaire", "sindac", "fiscal", "kansa", "kanji"),
}


def check(context: Context) -> Iterator[Finding]:
    """Yield each body of the charter without an organ that its law asks for; all of them in one note."""
    for entity in context.facts.own:
        form = context.forms.get(entity.id)
        if form is None or not entity.organs:
            continue
        wanted = [organ for organ in form.default_organs if organ.kind in _WORDS and not _has(entity, organ.kind)]
        if not wanted:
            continue
        names = listing([organ.name for organ in wanted])
        yield RULE.finding(
            f"The law gives {entity.label} one organ more, of which the charter does not speak: {names}"
            if len(wanted) == 1
            else f"The law gives {entity.label} organs of which the charter does not speak: {names}",
            entity.form_span or entity.name_span,
            steps=(form.cites("organs"),),
            help=("say who sits there: `board NAME { seats 3; 3 elected by … }`",),
            subject=entity.id,
        )


def _has(entity: Entity, kind: str) -> bool:
    """Whether one of a body's organs goes by a name for that kind."""
    names = " ".join(f"{organ.name} {organ.title}" for organ in entity.organs).casefold()
    return any(word in names for word in _WORDS[kind])
