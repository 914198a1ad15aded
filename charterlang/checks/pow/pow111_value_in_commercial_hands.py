"""Commercial parties together, or members who would share in the proceeds, can break a promised value.

## What it checks

For every value and every act that would break it, the power analysis looks for the smallest group that can bring
the act about. This finding says that for one value that group is made of commercial parties: investors, firms,
lenders, holders of stakes they may sell. A class of members that would itself gain from the breach counts as
commercial in that breach; the level is then *contingent*, and the finding states the threshold, the usual turnout
and the margin.

## Why it matters

Parties with the same interest do not check one another. Two funds that hold a majority together will agree when a
buyer comes, and members who are offered a share of the reserves may vote for the payout even where they would never
have sold the purpose. Some did and some did not; a charter should not hang on it.

## The law and sources

- Shareholders may combine their votes freely; a voting agreement is lawful in most places (Delaware General
  Corporation Law s.218; in Germany as an agreement among shareholders).
- Demutualisation by members' vote with a payout: for instance the building societies of the United Kingdom under
  the Building Societies Act 1986, ss.97 to 102.
- A lock that protects the money alone does not keep the purpose, and the reverse.

## How to mend it

Ask for the consent of somebody who does not gain: the association that protects the commons, or a guardian who may
test the purpose. Where members would gain, give the proceeds of such an act to a locked body, so that nobody votes
on their own payout.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.pow.protection import fallen_values
from charterlang.checks.rule import Rule
from charterlang.powers.verdicts import Level
from charterlang.source import Finding, Severity

RULE = Rule("POW111", "value-in-commercial-hands", Severity.ERROR, looks_at=("fallen values",), protection=True)

BAD = """
charter "Harvest" { edition 1; jurisdiction DE; language en; currency EUR }

value openness "The seed catalogue stays open." { kind openness }

commons catalogue "The seed catalogue" {
  kind data
  licence ODbL-1.0
  contributions under CLA to harvest
  access open to anyone
  upholds openness
}

investor first-fund "First Fund"
investor second-fund "Second Fund"
person founders "The founders" { count 3 }

firm harvest "Harvest GmbH" {
  form de.gmbh
  uses catalogue
  shares common {
    held by first-fund 40%, second-fund 40%, founders 20%
    votes by share
    profit by share
  }
}
"""

GOOD = """
charter "Harvest" { edition 1; jurisdiction DE; language en; currency EUR }

value openness "The seed catalogue stays open." { kind openness }

commons catalogue "The seed catalogue" {
  kind data
  licence ODbL-1.0
  contributions under inbound=outbound
  access open to anyone
  upholds openness
}

association growers "Growers' Association e.V." {
  form de.ev
  purpose "To keep the seed catalogue open."
  protects catalogue
  members people {
    count 120
    open to anyone after 6 months admitted by people
    vote one per member
  }
  assembly meeting of people { quorum 30%; decides by majority of votes cast }
  board council { seats 5; 5 elected by people; term 2 years; decides by majority }
  powers {
    act requires council
    relicense catalogue requires meeting by 3/4
    close catalogue requires meeting by 3/4
    amend articles requires meeting by 3/4
    dissolve requires meeting by 4/5
  }
  on dissolution assets go to trust
}

association trust "Seed Trust" { form de.stiftung; external }
"""


def check(context: Context) -> Iterator[Finding]:
    """Yield each value whose weakest breach is within the reach of commercial parties together."""
    yield from fallen_values(context, RULE, Level.COMMERCIAL)
