"""The charter lets the constitution be amended by a smaller majority than the law asks for.

## What it checks

The share of votes by which `amend articles` is decided, against the least share of the legal form. Where the law
lets the statutes set less this is a note; laws that name no share, and shares nobody has read, are left out.

## Why it matters

Where the law sets a floor, a resolution below it is void, and where it does not, an easy amendment makes every
other rule easy: who can amend the constitution gains every power it governs.

## The law and sources

- For example three quarters of the votes cast (BGB s.33(1), unless the statutes say otherwise; GenG s.16; Companies
  Act 2006 ss.21 and 283), two thirds in many co-operative laws. The finding cites the statute of the form.

## How to mend it

Write the share the law asks for, or a larger one: `amend articles requires meeting by 3/4`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.gov.bodies import HALF, strength
from charterlang.checks.law.roles import statutes_may_differ
from charterlang.checks.rule import Rule
from charterlang.checks.words import a_form
from charterlang.model.decisions import Never
from charterlang.source import Finding, Severity

RULE = Rule("LAW160", "amendment-below-the-floor", Severity.ERROR, looks_at=("forms",))

_HEAD = """
charter "Bakery" {{ edition 1; jurisdiction DE; language en; currency EUR }}

firm bakery "The bakery eG" {{
  form de.eg
  purpose "To bake together."
  members bakers {{ count 12; open to anyone after 6 months; vote one per member }}
  assembly meeting of bakers {{ decides by majority of votes cast }}
  powers {{ amend articles requires meeting{share} }}
}}
"""

BAD = _HEAD.format(share="")

GOOD = _HEAD.format(share=" by 3/4")


def check(context: Context) -> Iterator[Finding]:
    """Yield each power to amend the articles that asks too little."""
    for entity in context.facts.own:
        form = context.forms.get(entity.id)
        floor = form.amend_threshold if form is not None else None
        if form is None or floor is None or floor <= HALF:
            continue
        for power in context.facts.amending(entity):
            asked = strength(context, power.decision)
            if power.source or isinstance(power.decision, Never) or asked is None or asked >= floor:
                continue
            share = f"{floor.numerator}/{floor.denominator}" if floor < 1 else "unanimity"
            has = "more than half" if asked == HALF else f"{asked.numerator}/{asked.denominator}"
            free = statutes_may_differ(form)
            rule = (
                f"the law of {a_form(form.english)} suggests {share}"
                if free
                else f"{a_form(form.english)} needs {share}"
            )
            yield RULE.finding(
                f"{entity.label} may amend its articles by {has}, and {rule}",
                power.span or entity.name_span,
                severity=Severity.NOTE if free else RULE.severity,
                steps=(form.cites("amendment"), form.amendment.basis),
                help=(f"write `by {share}`",),
                subject=power.id,
            )
            break
