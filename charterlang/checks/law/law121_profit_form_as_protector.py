"""A body that may pay its owners is to protect a commons.

## What it checks

An association has a legal form that may not distribute to owners, or one that the tables list as fit for a
protector. A company for profit under the keyword `association` is an error.

## Why it matters

A protector that can be bought protects nobody against buying. Its shares may be sold, its directors are bound to
its shareholders, and its assets end with them.

## The law and sources

- Directors act for the success of the company for the benefit of its members (Companies Act 2006 s.172), or for its
  stockholders' benefit (*Dodge v Ford*, 204 Mich 459; Delaware case law on *Revlon*).
- Non-distribution is what makes a body non-profit: Abgabenordnung s.55, 26 U.S.C. s.501(c)(3), Loi du 1er juillet
  1901 art. 1.

## How to mend it

Found an association, a foundation, a non-profit company or a locked co-operative as protector; the company can be a
firm beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.law.roles import alternatives, is_for_profit
from charterlang.checks.rule import Rule
from charterlang.checks.words import a_form
from charterlang.model.entities import EntityKind
from charterlang.source import Finding, Severity

RULE = Rule("LAW121", "profit-form-as-protector", Severity.ERROR, looks_at=("forms",), protection=True)

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

association foundation "Loom Foundation" {{
  form {form}
  purpose "To keep Loom free."
}}
"""

BAD = _HEAD.format(form="de.gmbh")

GOOD = _HEAD.format(form="de.ev")


def check(context: Context) -> Iterator[Finding]:
    """Yield each protector in a form for profit."""
    for entity in context.charter.of_kind(EntityKind.ASSOCIATION):
        form = context.forms.get(entity.id)
        if form is None or "association" in form.roles or not is_for_profit(form):
            continue
        better = alternatives(form, "association")
        yield RULE.finding(
            f"{entity.label} is to protect a commons, but {a_form(form.english)} ({form.id}) may pay its owners",
            entity.form_span or entity.name_span,
            steps=(form.cites("distribution"),),
            help=(f"take a form that may not: {', '.join(better)}" if better else "`charter forms` lists such forms",),
            subject=entity.id,
        )
