"""A duty is owed to nobody who could enforce it.

## What it checks

Every duty names, by itself or by the instrument it stands in, somebody outside the debtor who may enforce it: a
creditor (`to …`, `towards …`) or an enforcer (`enforced by …`). Duties that a statute lays down are left out. A
mere limit on distribution, which members can enforce among themselves, is told as a note, and not at all where the
articles cannot be amended without somebody outside.

## Why it matters

A duty without a creditor is a resolution for the new year. The debtor can drop it, and nobody is wronged in a way a
court would hear. It is also no tie: the analysis counts it as if it were not there.

## The law and sources

- An obligation entitles a creditor to a performance (BGB s.241; Code civil art. 1100 and following); for a contract
  for the benefit of somebody else: BGB s.328, Contracts (Rights of Third Parties) Act 1999.
- Articles bind the members and the company; an outsider cannot sue on them unless they give a class right
  (Companies Act 2006 s.33).

## How to mend it

Say to whom it is owed: `publish improvements to loom within 1 month towards foundation`, or who may hold the debtor
to it: `enforced by foundation`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.tie.duty_words import duty_words
from charterlang.checks.words import listing
from charterlang.source import Edit, Finding, Fix, Label, Severity, Span

RULE = Rule("TIE120", "duty-nobody-can-enforce", Severity.WARNING, looks_at=("duties",))

BAD = """
charter "Loom" { edition 1; jurisdiction DE; language en; currency EUR }

firm weft "Weft eG" {
  form de.eg
  members workers { count 40; open to anyone after 6 months; vote one per member }
  duties {
    must "repair what was sold, for as long as it is used"
  }
}
"""

GOOD = """
charter "Loom" { edition 1; jurisdiction DE; language en; currency EUR }

association menders "Menders e.V." { form de.ev; purpose "To keep things in repair." }

firm weft "Weft eG" {
  form de.eg
  members workers { count 40; open to anyone after 6 months; vote one per member }
  duties {
    must "repair what was sold, for as long as it is used" towards menders
  }
}
"""


def check(context: Context) -> Iterator[Finding]:
    """Yield each debtor with duties that nobody may enforce, all of them in one finding."""
    for debtor, duties in context.facts.duties_of.items():
        spoken = context.weak_ties(debtor)
        loose = [
            duty
            for duty in duties
            if duty.binding
            and not duty.source
            and not context.facts.enforcer(duty)
            and duty.id not in spoken
            and not (duty.kind == "distribute" and _guarded(context, debtor))
        ]
        if not loose:
            continue
        body = context.facts.body(debtor)
        protectors = [
            found.id for name in (body.uses if body else ()) for found in context.facts.protectors.get(name, ())
        ]
        creditor = protectors[0] if protectors else "NAME"
        places = [duty.span for duty in loose if duty.span is not None]
        edits = tuple(
            Edit(Span(place.file, place.block, place.end, place.end), f" towards {creditor}") for place in places
        )
        title = f"Owe it to {context.label(creditor)}"
        weight = Severity.NOTE if all(duty.kind == "distribute" for duty in loose) else Severity.WARNING
        what = listing([duty_words(context, duty) for duty in loose])
        yield RULE.finding(
            f"Nobody may hold {context.label(debtor)} to its duty to {what}",
            places[0] if places else None,
            severity=weight,
            label="nobody may enforce this",
            related=tuple(Label(place, "nor this") for place in places[1:4]),
            help=(
                f"say to whom it is owed: `towards {creditor}`",
                f"or who holds the debtor to it: `enforced by {creditor}`",
            ),
            fixes=(Fix(title, edits),) if protectors and edits else (),
            subject=debtor,
        )


def _guarded(context: Context, debtor: str) -> bool:
    """Whether somebody outside the debtor must agree before its articles change."""
    body = context.facts.body(debtor)
    powers = context.facts.amending(body) if body is not None else ()
    return body is not None and bool(powers) and all(context.facts.outsiders(power.decision, body) for power in powers)
