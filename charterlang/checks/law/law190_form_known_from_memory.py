"""What is known of a legal form was recalled rather than read.

## What it checks

Bodies of a legal form whose row in the tables rests on general knowledge alone. With `--for-signing` also forms of
which single figures were recalled.

## Why it matters

The tables say of every fact where it comes from, in which year it was read, and how far it can be trusted. What was
recalled may be right; somebody should look before anybody signs.

## The law and sources

- `charter forms ID` shows each fact with its source, the year it was verified, and the confidence.

## How to mend it

Let a lawyer of the place check the facts the finding names. Nothing in the charter need change.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import listing
from charterlang.source import Finding, Severity

RULE = Rule("LAW190", "form-known-from-memory", Severity.NOTE, looks_at=("forms",))

_HEAD = """
charter "Kooperativ" {{ edition 1; jurisdiction SE; language en; currency SEK }}

firm coop "Kooperativet" {{
  form {form}
  purpose "To bake together."
}}
"""

BAD = _HEAD.format(form="se.ekonomisk-forening")

GOOD = _HEAD.format(form="de.eg").replace("SEK", "EUR").replace("SE;", "DE;")


def check(context: Context) -> Iterator[Finding]:
    """Yield each form that rests on memory, once, with the bodies that have it."""
    seen: set[str] = set()
    for entity in context.facts.own:
        form = context.forms.get(entity.id)
        if form is None or form.id in seen:
            continue
        doubts = form.doubts()
        if not form.recalled and not (context.for_signing and doubts):
            continue
        seen.add(form.id)
        bodies = [other.label for other in context.facts.own if other.form == form.id]
        what = "is known from memory only" if form.recalled else "is known from memory in part"
        yield RULE.finding(
            f"The law of {listing(bodies)} ({form.native_name}) {what}: have it checked before anybody signs",
            entity.form_span or entity.name_span,
            steps=(form.cites(), *(f"recalled, not read: {doubt}" for doubt in doubts)),
            help=(f"`charter forms {form.id}` shows each fact and its source",),
            subject=entity.id,
        )
