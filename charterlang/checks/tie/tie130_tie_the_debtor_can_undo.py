"""A firm's own organs can strike the duties that tie it.

## What it checks

Duties that stand in a firm's own articles last as long as the articles do. This rule finds firms whose articles
hold duties towards others, while the power to amend them (`amend articles`, or the majority the legal form gives)
asks nobody outside the firm.

## Why it matters

Whoever can amend the rule can do what it forbids, one meeting later. Such a tie holds the firm only as long as the
firm wants to be held, and counts as level 2 at most.

## The law and sources

- Articles are changed by the majority the law or the articles ask for, and nobody else need agree, unless they say
  so: GmbHG s.53, GenG s.16, Companies Act 2006 ss.21 and 22 (provision for entrenchment), Delaware General
  Corporation Law s.242.
- A duty that depends on the debtor's own will alone is void as an obligation in the civil codes (Code civil art.
  1304-2).

## How to mend it

Let the amendment need the creditor's consent: `amend articles requires meeting by 3/4 and consent of foundation`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.tie.duty_words import duty_words
from charterlang.checks.words import listing
from charterlang.model.decisions import Either, Never, Power
from charterlang.model.entities import Entity, EntityKind
from charterlang.model.things import Duty
from charterlang.source import Edit, Finding, Fix, Label, Severity, Span

RULE = Rule("TIE130", "tie-the-debtor-can-undo", Severity.WARNING, looks_at=("duties",), protection=True)

_HEAD = """
charter "Loom" { edition 1; jurisdiction DE; language en; currency EUR }

association foundation "Loom Foundation e.V." { form de.ev; purpose "To keep Loom free." }

firm weft "Weft eG" {
  form de.eg
  members workers { count 40; open to anyone after 6 months; vote one per member }
  assembly meeting of workers { quorum 30%; decides by majority of votes cast }
  duties { contribute 8% of surplus to foundation }
"""

BAD = (
    _HEAD
    + """  powers { amend articles requires meeting by 3/4 }
}
"""
)

GOOD = (
    _HEAD
    + """  powers { amend articles requires meeting by 3/4 and consent of foundation }
}
"""
)


def check(context: Context) -> Iterator[Finding]:
    """Yield each firm whose duties stand in articles that it can amend alone."""
    facts = context.facts
    for debtor, duties in facts.duties_of.items():
        body = facts.body(debtor)
        if body is None or body.kind is not EntityKind.FIRM or body.external:
            continue
        spoken = context.weak_ties(body.id)
        owed = [
            duty
            for duty in duties
            if duty.binding and facts.enforcer(duty) and not duty.revocable_by and duty.id not in spoken
        ]
        mine = [duty for duty in owed if duty.instrument not in context.charter.agreements]
        if mine and (loose := _amended_alone(context, body)) is not None:
            yield _finding(context, body, mine, loose)


def _amended_alone(context: Context, body: Entity) -> tuple[Power, ...] | None:
    """The powers to amend its articles that ask nobody outside: () for the law's default, None if there are none."""
    powers = context.facts.amending(body)
    open_to = tuple(power for power in powers if not isinstance(power.decision, Never))
    if powers and not open_to:
        return None
    alone = tuple(power for power in open_to if not context.facts.outsiders(power.decision, body))
    return None if powers and not alone else alone


def _finding(context: Context, body: Entity, owed: list[Duty], alone: tuple[Power, ...]) -> Finding:
    """What is tied by whose leave, and the consent that would hold it."""
    creditor = context.facts.enforcer(owed[0])
    written = next((power for power in alone if power.span is not None and not power.source), None)
    statement = f"amend articles requires … and consent of {creditor}"
    fixes: tuple[Fix, ...] = ()
    if written is not None and written.span is not None and not isinstance(written.decision, Either):
        end = Span(written.span.file, written.span.block, written.span.end, written.span.end)
        fixes = (Fix(f"Ask for the consent of {context.label(creditor)}", (Edit(end, f" and consent of {creditor}"),)),)
    place = written.span if written is not None else owed[0].span
    what = listing([duty_words(context, duty) for duty in owed[:3]])
    return RULE.finding(
        f"{body.label} alone can strike its duty to {what} from its articles",
        place,
        label="asks nobody outside" if written is not None else "",
        related=tuple(
            Label(duty.span, "the duty") for duty in owed[:3] if duty.span not in (None, place) and duty.span
        ),
        help=(f"let the change need the creditor's consent: {statement}",),
        fixes=fixes,
        subject=body.id,
    )
