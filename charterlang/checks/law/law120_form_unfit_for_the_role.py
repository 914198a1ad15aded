"""A legal form does not suit the circle the body stands in.

## What it checks

An association has a form that may protect a commons, and a firm one that may earn a livelihood around it. A form
for profit as protector has a finding of its own (LAW121).

## Why it matters

A foundation that only holds and guards can hardly trade; a membership association that trades as its main business
loses its status. A body in the wrong form does its work against its own law.

## The law and sources

- Associations may not have a business as their main aim: BGB ss.21 and 22, Art. 60 ZGB, Loi du 1er juillet 1901
  art. 1.
- Co-operatives further their members' business (GenG s.1); charities may trade within limits only (Charities Act
  2011, 26 U.S.C. s.511).

## How to mend it

Take a form that suits: `charter forms` lists the roles of each. Or declare the body in the other circle.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.law.roles import alternatives, is_for_profit
from charterlang.checks.rule import Rule
from charterlang.checks.words import a_form
from charterlang.model.entities import EntityKind
from charterlang.source import Finding, Severity

RULE = Rule("LAW120", "form-unfit-for-the-role", Severity.ERROR, looks_at=("forms",))

_HEAD = """
charter "Kitchen" {{ edition 1; jurisdiction DE; language en; currency EUR }}

firm bakery "The bakery" {{
  form {form}
  purpose "To bake."
}}
"""

BAD = _HEAD.format(form="de.stiftung")

GOOD = _HEAD.format(form="de.eg")


def check(context: Context) -> Iterator[Finding]:
    """Yield each body whose form is closed to its circle."""
    for entity in context.charter.of_kind(EntityKind.ASSOCIATION, EntityKind.FIRM):
        form = context.forms.get(entity.id)
        if form is None or entity.kind.value in form.roles or (entity.kind == "association" and is_for_profit(form)):
            continue
        what = "protect a commons" if entity.kind is EntityKind.ASSOCIATION else "do business around a commons"
        better = alternatives(form, entity.kind.value)
        yield RULE.finding(
            f"{entity.label} is to {what}, and {a_form(form.english)} ({form.id}) is not made for that",
            entity.form_span or entity.name_span,
            steps=(form.cites(),),
            help=(
                f"take a form that is: {', '.join(better)}"
                if better
                else "`charter forms` lists the roles of each form",
            ),
            subject=entity.id,
        )
