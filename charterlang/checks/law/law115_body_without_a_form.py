"""An association or firm has no legal form.

## What it checks

Every association and firm that this charter constitutes says which legal form it has. All that do not are told in
one finding.

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
from charterlang.checks.words import listing
from charterlang.source import Finding, Label, Severity

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
    """Yield one finding for all bodies without a form, with forms of the charter's jurisdiction that would do."""
    bare = [entity for entity in context.facts.own if not entity.form]
    if not bare:
        return
    first = bare[0]
    fit = _fitting(context.charter.header.jurisdiction, first.kind.value)
    advice = (f"choose one, such as {', '.join(f'`form {name}`' for name in fit)}",) if fit else ()
    has = "has" if len(bare) == 1 else "have"
    names = listing([entity.label for entity in bare])
    yield RULE.finding(
        f"{names} {has} no legal form, so no law fills in what the charter leaves unsaid",
        first.name_span or first.span,
        related=tuple(Label(entity.name_span, "nor has this") for entity in bare[1:4] if entity.name_span is not None),
        help=(*advice, "`charter forms` lists them, with what each demands, forbids and fills in"),
        subject=first.id,
    )


def _fitting(place: str, role: str) -> list[str]:
    """Up to three forms of a place that suit a role."""
    from charterlang import law

    entries = [entry for name in law.forms() if (entry := law.form_entry(name)) is not None]
    country = place.split("-", maxsplit=1)[0]
    return [entry.id for entry in entries if role in entry.roles and entry.jurisdiction in {place, country}][:3]
