"""A value stands lower than the bar this charter sets itself.

## What it checks

A charter may set a bar in its header (`bar entrenched`), or a project in its settings. Every value must then stand
at that level or above, for each breach that was examined. Without a bar, levels 0 and 1 are errors and level 2 is a
warning; this rule speaks only of values at level 3 or 4 below a bar that asks for more.

## Why it matters

The bar is the community's own word on how much must be in the way of a breach. For land, for names, for what took
decades to gather, one evening's simple majority may be too little.

## The law and sources

- Laws set such bars themselves: three quarters of votes cast to change the statutes of a German association (BGB
  s.33(1)), consent of all members to change its purpose, special resolutions of 75 % under the Companies Act 2006
  s.283.
- `charter explain community` and `charter explain entrenched` say what the levels mean.

## How to mend it

Raise the majority of the act the finding names, or join a second body to the decision. Or lower the bar, if level 3
is what you mean.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.pow.protection import fallen_values
from charterlang.checks.rule import Rule
from charterlang.powers.verdicts import Level
from charterlang.source import Finding, Severity

RULE = Rule("POW125", "value-below-the-bar", Severity.ERROR, looks_at=("fallen values",), protection=True)

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR; bar {bar} }}

value openness "Loom stays open." {{ kind openness }}

commons loom "Loom" {{
  kind software
  licence AGPL-3.0-or-later
  contributions under DCO
  access open to anyone
  upholds openness
}}

association foundation "Loom Foundation e.V." {{
  form de.ev
  purpose "To keep Loom free."
  protects loom
  members makers {{
    count 85
    open to anyone after 6 months admitted by makers
    vote one per member
  }}
  assembly meeting of makers {{ quorum 30%; decides by majority of votes cast }}
  board council {{ seats 5; 5 elected by makers; term 2 years; decides by majority }}
  powers {{
    act requires council
    relicense loom requires meeting
    close loom requires meeting
    amend articles requires meeting by 3/4
    dissolve requires meeting by 4/5
  }}
  on dissolution assets go to trust
}}

association trust "Software Commons Trust" {{ form de.stiftung; external }}
"""

BAD = _HEAD.format(bar="entrenched")

GOOD = _HEAD.format(bar="community")


def check(context: Context) -> Iterator[Finding]:
    """Yield each value at level 3 or 4 that the bar does not accept."""
    yield from fallen_values(context, RULE, Level.COMMUNITY, Level.ENTRENCHED)
