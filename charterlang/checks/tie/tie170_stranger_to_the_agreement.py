"""An agreement lays a duty on somebody who is not a party to it.

## What it checks

Whoever owes a duty under an agreement is named under `between`, and a body that says `duties in AGREEMENT` is a
party to that agreement.

## Why it matters

A contract binds those who sign it. A duty laid on a stranger is void, and the tie that was meant is not there.

## The law and sources

- Privity: *Dunlop v Selfridge* [1915] AC 847; Code civil art. 1199; a contract at the expense of a third party is
  void in German law. (The other way round works: a stranger may be given a right, BGB s.328, Contracts (Rights of
  Third Parties) Act 1999.)
- A tie is written at both ends: a right in one paper, the duty in the other.

## How to mend it

Name the debtor under `between`, so that it signs; or move the duty into its own articles.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.model.things import Agreement
from charterlang.source import Edit, Finding, Fix, Severity, Span

RULE = Rule("TIE170", "stranger-to-the-agreement", Severity.ERROR, looks_at=("agreements",))

_HEAD = """
charter "Loom" { edition 1; jurisdiction DE; language en; currency EUR }

association foundation "Loom Foundation e.V." { form de.ev; purpose "To keep Loom free." }

firm warp "Warp GmbH" { form de.gmbh }
firm weft "Weft GmbH" { form de.gmbh }
"""

BAD = (
    _HEAD
    + """
agreement partners "Partner agreement" {
  between foundation, warp
  duties { weft contributes 3% of revenue to foundation }
  term 5 years
}
"""
)

GOOD = (
    _HEAD
    + """
agreement partners "Partner agreement" {
  between foundation, warp, weft
  duties { weft contributes 3% of revenue to foundation }
  term 5 years
}
"""
)


def check(context: Context) -> Iterator[Finding]:
    """Yield each stranger that an agreement is meant to bind, once for each agreement."""
    agreements = context.charter.agreements
    seen: set[tuple[str, str]] = set()
    owed = [
        (duty.debtor, duty.instrument, duty.span) for duty in context.charter.duties if duty.instrument in agreements
    ]
    owed += [
        (entity.id, name, entity.statements.get("duties") or entity.name_span)
        for entity in context.charter.entities.values()
        for name in entity.duties_in
        if name in agreements
    ]
    for debtor, name, place in owed:
        agreement = agreements[name]
        if not debtor or (debtor, name) in seen or _is_party(context, debtor, agreement):
            continue
        seen.add((debtor, name))
        label = context.label(debtor)
        yield RULE.finding(
            f"{label} is not a party to {agreement.label}, so it cannot be bound by it",
            place,
            help=(f"name it among the parties: between {', '.join((*agreement.between, debtor))}",),
            fixes=_joins(agreement, debtor, label),
            subject=agreement.id,
        )


def _is_party(context: Context, debtor: str, agreement: Agreement) -> bool:
    """Whether the debtor, or the body it belongs to, signs."""
    body = context.facts.body(debtor)
    return any(
        party == debtor or (body is not None and context.facts.body(party) is body) for party in agreement.between
    )


def _joins(agreement: Agreement, debtor: str, label: str) -> tuple[Fix, ...]:
    """The edit that names the debtor among the parties."""
    place = agreement.statements.get("between")
    if place is None:
        return ()
    end = Span(place.file, place.block, place.end, place.end)
    return (Fix(f"Make {label} a party", (Edit(end, f", {debtor}"),)),)
