"""An organ does not say by which majority it decides.

## What it checks

Every board, assembly and group of the charter's own bodies says `decides by …`. Where the body has a legal form, whose
default then applies, this is told with `--for-signing` only. All the organs of one body are told in one note.

## Why it matters

Where nothing is said a simple majority is assumed, which is the law in most places, and those who expected consent
or two thirds will learn of it in the first quarrel.

## The law and sources

- Simple majority of the votes cast, where the statutes say nothing: BGB s.32(1), Art. 67 ZGB, N-PCL ss.613 and 708,
  Companies Act 2006 s.282.

## How to mend it

Add the rule: `decides by majority of votes cast`, `decides by consent`, `decides by 4 of 6`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import listing
from charterlang.source import Finding, Label, Severity

RULE = Rule("GOV130", "organ-without-a-rule", Severity.NOTE, looks_at=("organs",))

_HEAD = """
charter "Kitchen" {{ edition 1; jurisdiction US-NY; language en; currency USD }}

association kitchen "Friends of the Kitchen" {{
  purpose "To cook for all."
  members citizens {{ count 40; open to anyone; vote one per member }}
  group cooks of citizens {{
    meets every 1 month
    {rule}
  }}
}}
"""

BAD = _HEAD.format(rule="")

GOOD = _HEAD.format(rule="decides by consent")


def check(context: Context) -> Iterator[Finding]:
    """Yield each body of the charter with organs that do not say how they decide."""
    for entity in context.facts.own:
        silent = [
            organ
            for organ in entity.organs
            if organ.rule is None and not organ.source and not organ.advisory and organ.kind != "office"
        ]
        if not silent or (entity.id in context.forms and not context.for_signing):
            continue
        names = listing(context.facts.labels([organ.id for organ in silent]))
        places = [organ.span for organ in silent if organ.span is not None]
        yield RULE.finding(
            f"Nothing says by which majority the {names} of {entity.label} should decide: a simple one is assumed",
            places[0] if places else entity.name_span,
            related=tuple(Label(place, "nor here") for place in places[1:4]),
            help=("say it: `decides by majority of votes cast`, `decides by consent`, `decides by 2/3`",),
            fixes=tuple(
                fix
                for organ in silent[:1]
                for fix in context.insertion(
                    organ.span, "decides by majority of votes cast", "Say that a majority decides"
                )
            ),
            subject=silent[0].id,
        )
