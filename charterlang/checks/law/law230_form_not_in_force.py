"""A legal form is a bill, and no law yet.

## What it checks

Bodies whose form the tables mark as not enacted.

## Why it matters

A form that is discussed cannot be registered. Found the body in a form there is, and keep the wish on record.

## The law and sources

- The row of the form names the bill and its state (`charter forms ID`); for instance the company with bound assets
  in Germany.

## How to mend it

Take a form in force with a veto share or a foundation as owner, and convert when the law comes.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.law.roles import alternatives
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("LAW230", "form-not-in-force", Severity.ERROR, looks_at=("forms",))

_HEAD = """
charter "Mill" {{ edition 1; jurisdiction DE; language en; currency EUR }}

firm mill "The mill" {{
  form {form}
  purpose "To mill for the region."
}}
"""

BAD = _HEAD.format(form="de.gmgv")

GOOD = _HEAD.format(form="de.gmbh")


def check(context: Context) -> Iterator[Finding]:
    """Yield each body in a form that is not yet law."""
    for entity in context.facts.own:
        form = context.forms.get(entity.id)
        if form is None or not any(
            rule.field == "form" and rule.op == "enacted" and not rule.value for rule in form.checks
        ):
            continue
        better = [name for name in alternatives(form, entity.kind.value) if f"`{form.id}`" not in name]
        yield RULE.finding(
            f"{form.native_name} ({form.id}) is a bill and no law yet: {entity.label} cannot be registered in it",
            entity.form_span or entity.name_span,
            steps=(form.cites(),),
            help=(f"take a form in force: {', '.join(better)}",),
            subject=entity.id,
        )
