"""Under a licence that asks nothing back, an outside party holds both name and place of publication.

## What it checks

A commons under a permissive licence of which somebody who does not protect it holds the name (mark) and the channel
(domain, repository, registry, release channel). Where a value already shows that the commons can be closed, that
finding says it.

## Why it matters

A permissive licence lets anybody publish a closed version. Whoever also holds the name and the place where people
look can make that version the one everybody gets, without any right to the copyright. It has been done.

## The law and sources

- Permissive licences allow derivatives under other terms (MIT; BSD-3-Clause; Apache-2.0 s.4); none of them grants
  the name (Apache-2.0 s.6; BSD-3-Clause clause 3).

## How to mend it

Let the protector hold the name or the channel, best both; or take a licence under which derivatives stay open
(`MPL-2.0`, `AGPL-3.0-or-later`).
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.facts import CHANNELS, NAMES
from charterlang.checks.lic.statements import main_licence
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Label, Severity

RULE = Rule("LIC170", "name-and-channel-in-one-hand", Severity.WARNING, looks_at=("assets",), protection=True)

_HEAD = """
charter "Cache" {{ edition 1; jurisdiction US-DE; language en; currency USD }}

commons cache "Cache" {{
  kind software
  licence {licence}
  contributions under DCO
}}

asset mark "Word mark CACHE" {{ kind trademark; of cache; held by cache-inc }}
asset forge "The repository" {{ kind repository; of cache; held by cache-inc }}

firm cache-inc "Cache, Inc." {{ form us.de.c-corp }}
"""

BAD = _HEAD.format(licence="BSD-3-Clause")

GOOD = _HEAD.format(licence="MPL-2.0")


def check(context: Context) -> Iterator[Finding]:
    """Yield each commons that its name and channel can close."""
    from charterlang.law import spdx

    facts = context.facts
    for commons in context.charter.commons.values():
        licence = main_licence(commons)
        if licence is None or context.breached("relicense", commons.id):
            continue
        keys = facts.keys(commons)
        names = {holder: asset for asset in keys if asset.kind in NAMES for holder in facts.holders(asset)}
        channels = {holder: asset for asset in keys if asset.kind in CHANNELS for holder in facts.holders(asset)}
        both = [
            holder for holder in names if holder in channels and facts.body(holder) not in facts.protectors[commons.id]
        ]
        if not both or spdx.reciprocity(licence.expression) != "none":
            continue
        name, channel = names[both[0]], channels[both[0]]
        yield RULE.finding(
            f"{context.label(both[0])} holds the name and the place of publication of {commons.label}, "
            f"and {licence.expression} lets it publish closed versions there",
            name.name_span or name.span,
            related=tuple(
                Label(place, text)
                for place, text in ((channel.name_span, "held by the same"), (licence.span, "asks nothing back"))
                if place is not None
            ),
            help=(
                "let the protector hold the name or the channel",
                "or take a licence under which derivatives stay open",
            ),
            subject=commons.id,
        )
