"""A firm says it upholds a value, and nothing binds it to it.

## What it checks

A firm that names a value under `upholds` without any duty, consent or agreement that others could enforce, where
the value does not lie in its hands: whatever the firm does, the commons keeps it. Where the firm could break the
value, TIE110 speaks.

## Why it matters

The value is safe without the firm, so nothing is lost. But the reader of the charter, and the buyer of the product,
will take the word for a bond. A claim that binds nobody is advertising.

## The law and sources

- Claims about one's conduct that cannot be verified may be misleading: Directive 2005/29/EC arts 6 and 12, as
  amended by Directive (EU) 2024/825; 15 U.S.C. s.45 and the Green Guides (16 C.F.R. part 260).

## How to mend it

Add a duty that others may enforce, or take the value out of `upholds`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.tie.tie110_untied_firm import GOOD as TIED
from charterlang.checks.tie.tie110_untied_firm import LOOM
from charterlang.checks.words import listing
from charterlang.source import Finding, Severity

RULE = Rule("TIE112", "value-claimed-without-tie", Severity.WARNING, looks_at=("untied firms",))

_OPEN = LOOM.replace("reciprocity", "openness").replace("What is taken from Loom comes back.", "Loom stays open.")

BAD = (
    _OPEN
    + """
firm selvedge "Selvedge GmbH" {
  form de.gmbh
  upholds openness
  uses loom
  shares common { held by owners 100%; votes by share; profit by share }
}

person owners "The owners of Selvedge" { count 3 }
"""
)

GOOD = TIED


def check(context: Context) -> Iterator[Finding]:
    """Yield each firm that claims values nothing binds it to, but for those TIE110 speaks of."""
    for name, verdicts in context.untied.items():
        claimed = [verdict for verdict in verdicts if verdict.harmless and verdict.claimed]
        if not claimed or any(not verdict.harmless for verdict in verdicts):
            continue
        firm = context.charter.entities[name]
        values = listing(list(dict.fromkeys(verdict.value for verdict in claimed)))
        yield RULE.finding(
            f"{firm.label} says that it upholds {values}, but nothing binds it",
            claimed[0].span or firm.name_span,
            help=(
                *dict.fromkeys(text for verdict in claimed for text in verdict.missing),
                f"or take {values} out of `upholds`: the commons keeps it without this firm",
            ),
            verdict=f"{values}: claimed",
            subject=firm.id,
        )
