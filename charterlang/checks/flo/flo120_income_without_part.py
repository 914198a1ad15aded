"""Somebody is paid out of the circle, and nothing says for what.

## What it checks

Money that flows regularly to a person, an investor, a party or an outside firm, which has no part in what it comes
from: it makes no commons, supplies no provision, owes nothing, works nowhere, lends nothing, holds no share, and
the flow names neither a duty nor a purpose.

## Why it matters

Income without a part is rent. It may be an oversight of the charter, a payment for work nobody wrote down; then
write it down. If it is not, the circle is paying somebody for owning the road.

## The law and sources

- Productive contribution against rent-seeking is one of the questions put to every charter here; Marjorie Kelly,
  *Owning Our Future* (2012), on generative and extractive ownership.
- Non-profits may pay nobody more than what they receive is worth: 26 U.S.C. s.4958 (excess benefit), Abgabenordnung
  s.55(1) no.3.

## How to mend it

Say what the money is for (`for "hosting"`), under which duty it is paid (`under partner-agreement`), or what the
receiver contributes (`contributes labour to loom`). Or end it.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.model.entities import Entity, EntityKind
from charterlang.source import Finding, Severity

RULE = Rule("FLO120", "income-without-part", Severity.WARNING, looks_at=("flows",))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

association foundation "Loom Foundation e.V." {{ form de.ev; purpose "To keep Loom free." }}

person heir "The heir" {{ count 1 }}

flow rent from foundation to heir 24000 EUR per year{what}
"""

BAD = _HEAD.format(what="")

GOOD = _HEAD.format(what=' for "looking after the servers"')


def check(context: Context) -> Iterator[Finding]:
    """Yield each regular payment to somebody without a part."""
    for flow in context.charter.flows.values():
        receiver = context.charter.entities.get(flow.target)
        if receiver is None or not flow.per or flow.in_kind or flow.under or flow.what or _has_part(context, receiver):
            continue
        yield RULE.finding(
            f"{receiver.label} is paid by {context.label(flow.source)}, and nothing says for what",
            flow.name_span or flow.span,
            help=(
                'say what it is for: `for "…"`, or the duty it is paid under: `under NAME`',
                f"or what {receiver.id} contributes: `contributes labour to …`",
            ),
            subject=flow.id,
        )


def _has_part(context: Context, receiver: Entity) -> bool:
    """Whether a receiver gives anything, or is of those for whom it all is."""
    if receiver.kind in {EntityKind.ASSOCIATION, EntityKind.PUBLIC, EntityKind.FUND} or receiver.side == "community":
        return True
    if receiver.kind is EntityKind.FIRM and not receiver.external:
        return True
    mine = {receiver.id, *(found.id for found in receiver.classes)}
    return bool(receiver.contributes) or not context.book.partakers.isdisjoint(mine)
