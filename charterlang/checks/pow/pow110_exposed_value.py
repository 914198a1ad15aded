"""One commercial party alone, or anyone who joins an open class, can break a value the charter promises.

## What it checks

For every value and every act that would break it, the power analysis looks for the smallest group that can bring
the act about: by a power the charter gives, by votes and seats, through any chain of holdings, by amending the rule
that forbids it, or by joining a class whose door stands open. This finding says that for one value that group is a
single commercial party, or nobody in particular. The steps show how; each rests on a line of the charter or on a
statute.

## Why it matters

A promise that one owner can take back is not a promise to anyone else. About two of three captures of a commons
that are on record needed one party only: the holder of the copyright, of the name, of most votes or of the debt.
Nothing illegal happened in most of them. The power was there, and circumstances changed.

## The law and sources

- Copyright: who holds all rights, by authorship, assignment or a broad contributor agreement, may publish the next
  version under other terms (Berne Convention arts 9 and 12). What was already licensed stays so where the licence
  says it is irrevocable (GPL-3.0 s.2, Apache-2.0 s.2, CC-BY-SA-4.0 s.2(a)).
- Companies: a majority of votes chooses the directors, who run the company: for instance Delaware General
  Corporation Law ss.141 and 216, Companies Act 2006 ss.168 and 282 (United Kingdom), GmbHG ss.46 and 47 (Germany).
- Trade marks: the registered owner may transfer the mark or forbid its use (Regulation (EU) 2017/1001 arts 9 and
  20).
- Elinor Ostrom, *Governing the Commons* (1990): those affected by the rules take part in changing them.

## How to mend it

Give the act to a body that stands for the value, or make it depend on the consent of one: an association of the
people who make and use the commons, or a guardian that may test the purpose. Take contributions under terms that
give no single party the right to close them (`DCO`, `inbound=outbound`, or a fiduciary licence). Let the mark and
the domain be held by the protector. The help under the finding names the smallest change that was found.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.pow.protection import fallen_values
from charterlang.checks.rule import Rule
from charterlang.powers.verdicts import Level
from charterlang.source import Finding, Severity

RULE = Rule("POW110", "exposed-value", Severity.ERROR, looks_at=("fallen values",), protection=True)

BAD = """
charter "Brindle" { edition 1; jurisdiction US-DE; language en; currency USD }

value openness "Brindle stays open." { kind openness }

commons brindle "Brindle" {
  kind software
  licence MPL-2.0
  contributions under CLA to brindle-inc
  access open to anyone
  upholds openness
}

investor harbour-fund "Harbour Fund"
person founders "The founders" { count 2 }

firm brindle-inc "Brindle, Inc." {
  form us.de.c-corp
  uses brindle
  shares common {
    held by founders 45%, harbour-fund 55%
    votes by share
    profit by share
  }
}
"""

GOOD = """
charter "Brindle" { edition 1; jurisdiction DE; language en; currency EUR }

value openness "Brindle stays open." { kind openness }

commons brindle "Brindle" {
  kind software
  licence AGPL-3.0-or-later
  contributions under DCO
  access open to anyone
  upholds openness
}

association makers "Brindle Makers e.V." {
  form de.ev
  purpose "To keep Brindle open."
  protects brindle
  members people {
    count 80
    open to anyone after 6 months admitted by people
    vote one per member
  }
  assembly meeting of people { quorum 30%; decides by majority of votes cast }
  board council { seats 5; 5 elected by people; term 2 years, staggered; decides by majority }
  powers {
    act requires council
    relicense brindle requires meeting by 3/4
    amend articles requires meeting by 3/4
    dissolve requires meeting by 4/5
  }
  on dissolution assets go to trust
}

association trust "Software Commons Trust" { form de.stiftung; external }
"""


def check(context: Context) -> Iterator[Finding]:
    """Yield each value whose weakest breach is within one commercial party's reach."""
    yield from fallen_values(context, RULE, Level.EXPOSED)
