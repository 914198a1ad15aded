"""Nothing in the charter says who may do what would break a value.

## What it checks

A value is examined by the acts that would break it. Where the charter gives nobody a power over the thing, names no
holder and no organ that acts for it, there is nothing to compute. The verdict is then *not examined*: neither safe
nor in danger.

## Why it matters

Silence in a charter is not safety. Somebody can always shut an archive or hand over a name; the question is whether
the papers say who. Where they do not, whoever has the keys decides, and a court fills the gap with a general rule
nobody chose.

## The law and sources

- Where statutes are silent, the law of the form fills in who acts (for instance BGB s.26, Companies Act 2006 s.154
  with the model articles, N-PCL s.701). It does so only for a body with a legal form, and not for things that no
  body holds.
- In the analysis silence is never level 5.

## How to mend it

Write the power the finding names, with the body that shall decide: `close archive requires meeting by 3/4`, or
`close archive never`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.lic.statements import WORKS
from charterlang.checks.phrases import act_words
from charterlang.checks.rule import Rule
from charterlang.checks.words import capital, listing
from charterlang.model.decisions import Act
from charterlang.source import Finding, Severity

RULE = Rule("POW130", "unexamined-value", Severity.WARNING, looks_at=("unexamined values",))

BAD = """
charter "Archive" { edition 1; jurisdiction DE; language en; currency EUR }

value access "The archive can be read by all." { kind openness; breached by close archive }

commons archive "The village archive" {
  kind knowledge
  licence CC-BY-SA-4.0, irrevocable
  upholds access
}
"""

GOOD = """
charter "Archive" { edition 1; jurisdiction DE; language en; currency EUR }

value access "The archive can be read by all." { kind openness; breached by close archive }

commons archive "The village archive" {
  kind knowledge
  licence CC-BY-SA-4.0, irrevocable
  upholds access
}

association keepers "Archive Keepers e.V." {
  form de.ev
  purpose "To keep the archive open."
  protects archive
  members people {
    count 60
    open to anyone after 6 months admitted by people
    vote one per member
  }
  assembly meeting of people { quorum 30%; decides by majority of votes cast }
  board council { seats 3; 3 elected by people; term 2 years; decides by majority }
  powers {
    act requires council
    close archive requires meeting by 3/4
    amend articles requires meeting by 3/4
    dissolve requires meeting by 4/5
  }
  on dissolution assets go to village
}

public village "The village" { side community }
"""


def check(context: Context) -> Iterator[Finding]:
    """Yield each value of a subject with breaches that nothing in the charter lets the analysis judge."""
    for verdict in context.verdicts.values:
        silent = [found for found in verdict.protections if found.level is None and not _unlicensed(context, found.act)]
        if not silent:
            continue
        asked = listing([act_words(context, found.act, found.value) for found in silent], "or")
        subject = context.charter.elements.get(verdict.subject)
        place = next((found.span for found in silent if found.span is not None), None)
        yield RULE.finding(
            capital(f"nothing says who may {asked}, so {verdict.value} was not examined there"),
            place or getattr(subject, "name_span", None) or getattr(subject, "span", None),
            verdict=f"{verdict.value}: not examined",
            help=tuple(dict.fromkeys(found.missing for found in silent if found.missing))
            or tuple(f"write a power: {found.act.action} {found.act.thing} requires …" for found in silent[:3]),
            subject=verdict.subject,
        )


def _unlicensed(context: Context, act: Act) -> bool:
    """Whether nothing is known of an act because the commons has no licence yet: LIC160 says that."""
    commons = context.charter.commons.get(act.thing)
    return act.action == "relicense" and commons is not None and not commons.licences and commons.kind in WORKS
