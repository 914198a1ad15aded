"""What a firm owes to publish comes under a licence that the commons cannot take in.

## What it checks

For every duty to publish into a commons under a named licence (`publish improvements to loom under GPL-2.0-only`),
that material under that licence may enter a work released under the commons' licence.

## Why it matters

Work that cannot be taken in is of no use to the commons. Two licences that each want the whole cannot both have it,
and who joins them all the same loses the right to pass on either.

## The law and sources

- The published matrix of the Open Source Automation Development Lab (CC-BY-4.0), the opinions of the FSF, the
  compatibility lists of Creative Commons, and the licences' own clauses; the finding cites which.

## How to mend it

Let it be published under the licence of the commons (leave `under …` away), or under one that it can take in.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.lic.statements import main_licence
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("LIC140", "licences-that-do-not-go-together", Severity.ERROR, looks_at=("duties",))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

commons loom "Loom" {{
  kind software
  licence Apache-2.0
  contributions under DCO
}}

association foundation "Loom Foundation e.V." {{ form de.ev; purpose "To keep Loom free."; protects loom }}

firm warp "Warp GmbH" {{
  form de.gmbh
  uses loom
  duties {{ publish improvements to loom under {licence} within 3 months towards foundation }}
}}
"""

BAD = _HEAD.format(licence="GPL-2.0-only")

GOOD = _HEAD.format(licence="MIT")


def check(context: Context) -> Iterator[Finding]:
    """Yield each duty to publish under a licence the commons cannot take in."""
    from charterlang.law import spdx

    for duty in context.charter.duties:
        for name in duty.things if duty.licence else ():
            commons = context.charter.commons.get(name)
            licence = main_licence(commons) if commons is not None else None
            if commons is None or licence is None:
                continue
            answer = spdx.compatible(duty.licence, licence.expression)
            if answer.code != "N":
                continue
            yield RULE.finding(
                f"{commons.label} goes out under {licence.expression} and cannot take in work under {duty.licence}",
                duty.span,
                steps=tuple(text for text in (answer.note, answer.citation) if text),
                help=("let it be published under the licence of the commons: leave `under …` away",),
                subject=duty.id,
            )
