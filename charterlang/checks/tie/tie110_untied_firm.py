"""A firm is not legally tied to a value it upholds, or to the values of the commons it uses.

## What it checks

For every firm, every value it says it upholds, and every value of each commons it uses, something must bind the
firm that somebody outside it can enforce, and that its own organs cannot undo: a veto share, a duty in an agreement
with a term and a consequence, an asset lock with a recipient who may claim it, articles that need the protector's
consent to change. The firm's own breach of the value must stand at level 3 or above.

A charter that says itself that a firm stands outside, with an expectation such as `expect reciprocity of selvedge is
exposed`, is warned, not refused: its author knows, and so will its readers.

## Why it matters

This is the third circle: firms whose legal structure ties them to the commons, not to private profit. A firm with
good intentions and no tie is one sale away from a firm with other intentions. The buyer takes over contracts and
articles; intentions stay with the seller.

## The law and sources

- A promise binds who can be sued on it: duties need a debtor, a creditor who may enforce them, and a consequence.
- Articles bind members and the company among themselves, and may be changed by those who hold the votes, unless a
  class right or an entrenched consent stands in the way (for instance Companies Act 2006 ss.21, 22, 33 and 630;
  GmbHG s.53; AktG s.179).
- Michel Bauwens, "'Occupy' as a business model" (2012): ethical companies, whose legal structures tie them to the
  values and goals of the commons communities.

## How to mend it

Add the tie that the help names. Where an agreement is meant to do it, state the duties, to whom they are owed, the
term, and what a breach costs; where the articles are, make their amendment need the consent of the creditor.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.tie.untied import bound_by, loose, only_licensed, untied_finding
from charterlang.model.entities import Entity
from charterlang.source import Finding, Severity

RULE = Rule("TIE110", "untied-firm", Severity.ERROR, looks_at=("untied firms",), protection=True)

LOOM = """
charter "Loom" { edition 1; jurisdiction DE; language en; currency EUR }

value reciprocity "What is taken from Loom comes back." { kind reciprocity }

commons loom "Loom" {
  kind software
  licence AGPL-3.0-or-later
  contributions under DCO
  access open to anyone
  upholds reciprocity
}

association foundation "Loom Foundation e.V." {
  form de.ev
  purpose "To keep Loom free."
  protects loom
  members makers {
    count 85
    open to anyone after 6 months admitted by makers
    vote one per member
  }
  assembly congress of makers { quorum 30%; decides by majority of votes cast }
  board council { seats 5; 5 elected by makers; term 2 years; decides by majority }
  powers {
    act requires council
    relicense loom requires congress by 3/4
    amend articles requires congress by 3/4
    dissolve requires congress by 4/5
  }
  on dissolution assets go to trust
}

association trust "Software Commons Trust" { form de.stiftung; external }
"""

BAD = (
    LOOM
    + """
firm selvedge "Selvedge GmbH" {
  form de.gmbh
  upholds reciprocity
  uses loom
  shares common { held by crane 100%; votes by share; profit by share }
}

investor crane "Crane Ventures"
"""
)

GOOD = (
    LOOM
    + """
firm weft "Weft eG" {
  form de.eg
  upholds reciprocity
  uses loom
  members workers {
    count 40
    open to anyone after 6 months admitted by workers
    vote one per member
  }
  assembly meeting of workers { quorum 30%; decides by majority of votes cast }
  duties {
    publish improvements to loom within 1 month towards foundation
    contribute 8% of surplus to foundation
    asset lock to foundation
  }
  powers {
    amend articles requires meeting by 3/4 and consent of foundation
    sell requires meeting by 3/4 and consent of foundation
    convert requires meeting by 3/4 and consent of foundation
    dissolve requires meeting by 3/4
  }
  on dissolution assets go to foundation
}
"""
)


def check(context: Context) -> Iterator[Finding]:
    """Yield each firm that is not tied to some of its values, but for those with nothing but licences."""
    for name, verdicts in context.untied.items():
        firm = context.charter.entities[name]
        open_to_it = loose(verdicts)
        if not open_to_it or only_licensed(context, firm):
            continue
        reason = (
            ""
            if bound_by(context, firm)
            else f"{firm.label} has signed nothing: no agreement, no duty, no consent of others"
        )
        found = untied_finding(context, RULE, firm, open_to_it, reason)
        if all(verdict.value in _owned_up_to(context, firm) for verdict in open_to_it):
            told = "the charter itself expects this, so it is a warning"
            found = replace(found, severity=Severity.WARNING, steps=(*found.steps, told))
        yield found


def _owned_up_to(context: Context, firm: Entity) -> set[str]:
    """The values of which the charter itself expects that this firm leaves them open."""
    return {
        expected.value
        for expected in context.charter.expectations
        if expected.kind == "level"
        and expected.subject == firm.id
        and expected.level in {"exposed", "commercial", "insider"}
        and expected.compare != "at least"
    }
