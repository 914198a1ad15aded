"""An outside consent or veto is written into a form that does not carry it, or only within limits.

## What it checks

Consents that a body's own articles give to somebody outside it over amending, dissolving, converting, merging or
selling, against what the legal form allows to outsiders: an error where it allows none, a note where it does within
limits.

## Why it matters

The golden share is the strongest tie there is, where the law carries it. Where members may vote it away, or a
clause for outsiders is void, it is a line of print. Then another instrument has to do the work.

## The law and sources

- Carried, for example: Dutch Civil Code 2:232 (a right for outsiders that cannot be amended away), GmbHG s.3(2)
  with BGB s.35, Companies Act 2006 ss.22 and 630. Not carried or limited: BGE 97 II 108 (Swiss association),
  co-operatives with one vote for each member.
- The finding cites what is known of the form, and instruments that would do instead.

## How to mend it

Use the instrument the finding names: a membership for the guardian with a class right, a contract with a cost of
breach, a trademark licence, a ground lease.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import a_form, listing
from charterlang.law.form_rows import Form
from charterlang.model.decisions import Consent, leaves
from charterlang.source import Finding, Severity

RULE = Rule("LAW170", "veto-the-form-does-not-carry", Severity.ERROR, looks_at=("forms",))

_HEAD = """
charter "Mission" {{ edition 1; jurisdiction FR; language en; currency EUR }}

association gardiens "Les Gardiens" {{ form fr.association-1901; purpose "To guard the work." }}

firm atelier "L'Atelier" {{
  form {form}
  purpose "To mend things."
  shares parts {{ held by people 100%; votes by share }}
  powers {{ sell requires parts by 2/3 and consent of gardiens testing purpose }}
}}

person people "The founders" {{ count 3 }}
"""

BAD = _HEAD.format(form="fr.societe-mission")

GOOD = _HEAD.format(form="fr.sas")

_ACTS = frozenset({"amend", "dissolve", "convert", "merge", "sell", "transfer"})


def check(context: Context) -> Iterator[Finding]:
    """Yield each body of the charter that gives outsiders a consent its form does not carry, once."""
    for entity in context.facts.own:
        form = context.forms.get(entity.id)
        if form is None or form.outside_veto.possible not in {"no", "limited"}:
            continue
        barred = form.outside_veto.possible == "no"
        if not barred and not form.outside_veto.how:
            continue
        for power in entity.powers:
            outside = [
                leaf
                for leaf in leaves(power.decision)
                if isinstance(leaf, Consent) and context.facts.body(leaf.of) is not entity
            ]
            if power.source or power.act.action not in _ACTS or not outside:
                continue
            who = context.label(outside[0].of)
            fault = (
                "does not carry a consent of outsiders"
                if barred
                else "carries a consent of outsiders within limits only"
            )
            yield RULE.finding(
                f"{who} is to consent to acts of {entity.label}, but {a_form(form.english)} {fault}",
                outside[0].span or power.span,
                severity=RULE.severity if barred else Severity.NOTE,
                steps=tuple(text for text in (form.outside_veto.how, form.cites("outside_veto")) if text),
                help=(_instead(form),),
                subject=power.id,
            )
            break


def _instead(form: Form) -> str:
    """Instruments that bind without a veto, as far as the tables know."""
    from charterlang import law

    rows = [row for name in law.instruments() if (row := law.instrument(name)) is not None]
    fit = [
        row.name[:1].lower() + row.name[1:]
        for row in rows
        if row.undo.needs_holder_consent == "yes"
        and row.strength >= 3
        and row.supports(form.id)
        and row.id != "golden-share"
    ]
    return (
        f"what would do instead: {listing(fit[:3], 'or')}" if fit else "bind it by an agreement with a cost of breach"
    )
