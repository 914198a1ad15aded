"""Insiders can break a value the charter promises, and no class of members need agree.

## What it checks

For every value and every act that would break it, the power analysis looks for the smallest group that can bring
the act about. This finding says that for one value that group needs insiders (a sitting board, founders, staff, an
organ that fills its own seats, an officer for life, a public body as owner, a non-profit whose control nobody
described), but no class of members.

## Why it matters

Insiders mean well more often than not, and they change. A board elected in spring may sell in autumn: elections
correct what can be undone, and a sale cannot. A self-perpetuating board answers to nobody but its own successors.

## The law and sources

- Directors act for a body within their term; what they sell to an outsider in good faith stays sold (BGB s.26,
  Companies Act 2006 ss.40 and 171, Delaware General Corporation Law ss.141 and 271).
- For acts that cannot be undone many laws ask members too, but not for all of them and not everywhere: see `charter
  forms` for what the form of the body gives.
- Ostrom's third principle: those affected by the rules take part in changing them (Ostrom 1990).

## How to mend it

Let the members decide what cannot be undone: `relicense THING requires MEETING by 3/4`. Or ask for the consent of a
guardian whom the insiders do not choose.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.pow.protection import fallen_values
from charterlang.checks.rule import Rule
from charterlang.powers.verdicts import Level
from charterlang.source import Finding, Severity

RULE = Rule("POW120", "value-in-insider-hands", Severity.WARNING, looks_at=("fallen values",), protection=True)

BAD = """
charter "Loom" { edition 1; jurisdiction DE; language en; currency EUR }

value name "The name stays with the makers." { kind identity }

commons loom "Loom" {
  kind software
  licence AGPL-3.0-or-later
  contributions under DCO
  access open to anyone
  upholds name
}

asset loom-mark "Word mark LOOM" { kind trademark; of loom }

association foundation "Loom Foundation e.V." {
  form de.ev
  purpose "To keep Loom free."
  protects loom
  holds loom-mark
  members makers {
    count 85
    open to anyone after 6 months admitted by makers
    vote one per member
  }
  assembly meeting of makers { quorum 30%; decides by majority of votes cast }
  board council { seats 5; 5 elected by makers; term 2 years; decides by majority }
  powers {
    act requires council
    transfer loom-mark requires council
    amend articles requires meeting by 3/4
    dissolve requires meeting by 4/5
  }
  on dissolution assets go to trust
}

association trust "Software Commons Trust" { form de.stiftung; external }
"""

GOOD = """
charter "Loom" { edition 1; jurisdiction DE; language en; currency EUR }

value name "The name stays with the makers." { kind identity }

commons loom "Loom" {
  kind software
  licence AGPL-3.0-or-later
  contributions under DCO
  access open to anyone
  upholds name
}

asset loom-mark "Word mark LOOM" { kind trademark; of loom }

association foundation "Loom Foundation e.V." {
  form de.ev
  purpose "To keep Loom free."
  protects loom
  holds loom-mark
  members makers {
    count 85
    open to anyone after 6 months admitted by makers
    vote one per member
  }
  assembly meeting of makers { quorum 30%; decides by majority of votes cast }
  board council { seats 5; 5 elected by makers; term 2 years; decides by majority }
  powers {
    act requires council
    act on loom-mark requires council
    withhold loom-mark requires meeting by 3/4
    transfer loom-mark requires meeting by 3/4
    sell loom-mark never
    amend articles requires meeting by 3/4
    dissolve requires meeting by 4/5
  }
  on dissolution assets go to trust
}

association trust "Software Commons Trust" { form de.stiftung; external }
"""


def check(context: Context) -> Iterator[Finding]:
    """Yield each value whose weakest breach is within the reach of insiders."""
    yield from fallen_values(context, RULE, Level.INSIDER)
