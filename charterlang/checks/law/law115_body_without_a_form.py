"""An association or firm has no legal form.

## What it checks

Every association and firm that this charter constitutes says which legal form it has.

## Why it matters

Without a form nobody knows who is liable, how it is founded, or what law fills in where the charter is silent. In
most places people who act together without a form are a partnership, each liable for all.

## The law and sources

- Partnerships arise without any form and with full liability: BGB ss.705 and 721, Partnership Act 1890 ss.1 and 9,
  Code civil art. 1871 and following.
- An unincorporated association may hold nothing in its own name in many laws.

## How to mend it

Choose one: `charter forms` lists them with what each demands, forbids and fills in. If it is not yet decided, leave
it; the papers then follow the family (association, firm) alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("LAW115", "body-without-a-form", Severity.WARNING)

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

association foundation "Loom Foundation" {{
  {form}
  purpose "To keep Loom free."
}}
"""

BAD = _HEAD.format(form="")

GOOD = _HEAD.format(form="form de.ev")


def check(context: Context) -> Iterator[Finding]:
    """Yield each body without a form, with forms of the charter's jurisdiction that would do."""
    from charterlang import law

    place = context.charter.header.jurisdiction
    for entity in context.facts.own:
        if entity.form:
            continue
        entries = [entry for name in law.forms() if (entry := law.form_entry(name)) is not None]
        fit = [
            entry.id
            for entry in entries
            if entity.kind.value in entry.roles and entry.jurisdiction in {place, place.split("-")[0]}
        ]
        advice = f"such as {', '.join(f'`form {name}`' for name in fit[:3])}" if fit else "`charter forms` lists them"
        yield RULE.finding(
            f"{entity.label} has no legal form, so no law fills in what the charter leaves unsaid",
            entity.name_span or entity.span,
            help=(f"choose one, {advice}",),
            subject=entity.id,
        )
