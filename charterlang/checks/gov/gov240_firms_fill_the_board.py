"""Firms together fill more than a third of a protector's board.

## What it checks

In an association that protects a commons, firms and investors together do not fill more than a third of the seats
of any board, by electing or appointing.

## Why it matters

A protector that the firms steer protects the firms. They may well sit in it; users and makers should not find
themselves outvoted by them on the day a licence is at stake.

## The law and sources

- Usual caps of multi-stakeholder bodies: a third for each group on the board of a community land trust, 10 to 50 %
  of the votes for each college of a *société coopérative d'intérêt collectif* (Loi 47-1775 art. 19 octies), at most
  30 % for investors in a co-operative (for instance Regulation (EC) 1435/2003 art. 59: 25 %).
- The association is not controlled by the firms it binds: a rule for papers that must work together.

## How to mend it

Give members more seats, or the firms fewer; `limit 1 seat per employer` keeps one firm's staff from filling the
members' seats too.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import listing, percent
from charterlang.model.entities import EntityKind
from charterlang.source import Finding, Severity

RULE = Rule("GOV240", "firms-fill-the-board", Severity.WARNING, looks_at=("associations",), protection=True)

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

commons loom "Loom" {{ kind software; licence AGPL-3.0-or-later }}

firm weft "Weft GmbH" {{ form de.gmbh; external }}
firm warp "Warp GmbH" {{ form de.gmbh; external }}

association foundation "Loom Foundation e.V." {{
  form de.ev
  purpose "To keep Loom free."
  protects loom
  members makers {{ count 85; open to anyone after 6 months; vote one per member }}
  members vendors {{ held by weft, warp; vote one per member }}
  board council {{
    seats 6
    {makers} elected by makers
    {vendors} elected by vendors
    term 2 years
  }}
}}
"""

BAD = _HEAD.format(makers=3, vendors=3)

GOOD = _HEAD.format(makers=4, vendors=2)

_MOST = Fraction(1, 3)


def check(context: Context) -> Iterator[Finding]:
    """Yield each board of a protector in which firms have too many seats, where no value already shows it."""
    for entity in context.facts.own:
        if not entity.protects:
            continue
        for organ in entity.organs:
            if organ.kind != "board" or organ.id in context.touched:
                continue
            parts = {by: share for by, share in context.facts.seats(organ).items() if _is_business(context, by)}
            together = sum(parts.values(), Fraction(0))
            if together <= _MOST:
                continue
            board = f"the {context.label(organ.id)} of {entity.label}"
            yield RULE.finding(
                f"Firms fill {percent(together)} of the seats in {board}, which should guard against them",
                organ.span,
                help=(
                    f"let members fill more seats than {listing(context.facts.labels(list(parts)))}",
                    "and keep one employer from filling the members' seats too: `limit 1 seat per employer`",
                ),
                subject=organ.id,
            )


def _is_business(context: Context, name: str) -> bool:
    """Whether a filler of seats is a firm or an investor, or a class of them."""
    found = context.charter.classes.get(name)
    if found is not None and found.holdings:
        return all(_is_business(context, held.holder) for held in found.holdings)
    entity = context.charter.entities.get(name)
    return entity is not None and entity.kind in {EntityKind.FIRM, EntityKind.INVESTOR}
