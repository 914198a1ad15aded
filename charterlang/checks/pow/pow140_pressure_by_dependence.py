"""Somebody carries most of what a body lives on, or lends to it: pressure, though no power in law.

## What it checks

Dependences that give no right and yet carry weight: one party pays most of what a body with members lives on, or a
creditor lends to it and may act in default. Where dependence breaks a value by itself (continuity, independence),
the finding on that value says so.

## Why it matters

Who pays the piper need not call the tune; they can stop paying. It is no power in law, so it lowers no level. It is
still what people in the room know, and a reserve or a second payer changes it.

## The law and sources

- A creditor's rights begin with default: enforcement, and in insolvency the sale of what there is (InsO ss.80 and
  159; 11 U.S.C. s.363).
- Usual bounds, by custom: no source of income above 25 to 30 %, reserves for three to six months.

## How to mend it

Name a second source of funds, or a reserve that lasts until one is found; agree on what happens in default while
nobody is in default.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import capital
from charterlang.source import Finding, Severity

RULE = Rule("POW140", "pressure-by-dependence", Severity.NOTE, looks_at=("notes",))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

value openness "Loom stays open." {{ kind openness }}

commons loom "Loom" {{ kind software; licence AGPL-3.0-or-later; contributions under DCO; upholds openness }}

firm patron "Patron GmbH" {{ form de.gmbh; external }}

association foundation "Loom Foundation e.V." {{
  form de.ev
  purpose "To keep Loom free."
  protects loom
  funded by patron {share}
  members makers {{ count 85; open to anyone after 6 months admitted by makers; vote one per member }}
  assembly meeting of makers {{ quorum 30%; decides by majority }}
  board council {{ seats 5; 5 elected by makers; term 2 years }}
  powers {{ relicense loom requires meeting by 3/4; amend articles requires meeting by 3/4 }}
}}
"""

BAD = _HEAD.format(share="80%")

GOOD = _HEAD.format(share="20%")

_KINDS = frozenset({"pressure", "debt"})


def check(context: Context) -> Iterator[Finding]:
    """Yield what the analysis says of pressure, where no value shows it already."""
    for note in context.verdicts.notes:
        if note.kind not in _KINDS:
            continue
        advice = note.help or "agree now on what the creditor may do in default, and on what it may not"
        yield RULE.finding(capital(note.text), note.span, help=(advice,), subject=note.subject)
