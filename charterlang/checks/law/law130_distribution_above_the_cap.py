"""More may go to owners than the legal form allows.

## What it checks

What a body may pay its owners (`distribute at most …`, surplus shares to its own members or to those who keep
profit, classes with `profit by share`) against the cap of its legal form: nothing, a share of profit, or a formula.
A formula that is no number is left to the reader.

## Why it matters

What goes beyond the cap is unlawful: it is to be paid back, may cost the status, and those who decided it may be
liable.

## The law and sources

- For example: no distribution in an association (26 U.S.C. s.501(c)(3), Loi du 1er juillet 1901); 35 % of profit in
  a community interest company limited by shares (CIC Regulations 2005, regs 17 to 22); 57.5 % of surplus to
  reserves in a SCIC (Loi 47-1775 arts 16 and 19 nonies). The finding cites the statute of the form.

## How to mend it

Lower the share, or give the body a form with a higher cap.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from charterlang.checks.context import Context
from charterlang.checks.law.measures import distributed
from charterlang.checks.rule import Rule
from charterlang.checks.words import a_form
from charterlang.law.form_rows import Form
from charterlang.model.entities import Entity
from charterlang.source import Finding, Severity, Span

RULE = Rule("LAW130", "distribution-above-the-cap", Severity.ERROR, looks_at=("forms",))

_HEAD = """
charter "Orchard" {{ edition 1; jurisdiction GB; language en; currency GBP }}

firm orchard "Orchard CIC" {{
  form uk.cic-shares
  purpose "To keep an orchard for the village."
  duties {{ distribute at most {share}% of surplus }}
}}
"""

BAD = _HEAD.format(share=50)

GOOD = _HEAD.format(share=35)


def check(context: Context) -> Iterator[Finding]:
    """Yield each body of the charter that may pay out more than its form allows."""
    for entity in context.facts.own:
        form = context.forms.get(entity.id)
        paid = distributed(context, entity) if form is not None else None
        cap = _cap(form) if form is not None else None
        if form is None or paid is None or cap is None or paid <= cap:
            continue
        most = "nothing" if cap == 0 else f"at most {float(cap):g} % of its profit"
        pays = f"{entity.label} may pay its owners {float(paid):g} % of its surplus"
        yield RULE.finding(
            f"{pays}, but {a_form(form.english)} may pay them {most}",
            _place(context, entity),
            steps=(form.cites("distribution"),),
            help=(f"write `distribute at most {float(cap):g}% of surplus`" if cap else "write `distribute nothing`",),
            subject=entity.id,
        )


def _cap(form: Form) -> Fraction | None:
    """The most percent of profit that may go to owners, by the form's caps or by its rules."""
    caps = [cap for cap in (form.owners_cap(),) if cap is not None]
    rules = [rule for rule in form.checks if rule.field in {"distribution", "distribution.percent"}]
    caps.extend(Fraction(str(rule.value)) for rule in rules if rule.op in {"<=", "==", "<"})
    return min(caps, default=None)


def _place(context: Context, entity: Entity) -> Span | None:
    """Where the distribution is written."""
    duties = [duty.span for duty in context.facts.duties_of.get(entity.id, ()) if duty.kind == "distribute"]
    places = [
        *duties,
        *(share.span for share in entity.surplus),
        *(found.span for found in entity.classes if found.profit),
    ]
    return next((place for place in places if place is not None), entity.name_span)
