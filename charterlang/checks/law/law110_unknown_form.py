"""A body has a legal form that the tables do not know.

## What it checks

Every `form` is the id of a legal form in the tables: `de.ev`, `uk.cbs`, `us.ny.nfp`.

## Why it matters

The form says who may found the body, how its members vote, who amends its constitution, where its assets go, and
what its papers have to contain. With an unknown form none of that is filled in, and none of it is checked.

## The law and sources

- Company, association and co-operative laws close the list of legal forms in most places (*numerus clausus*): a
  body has a form that the law knows, or it is none.

## How to mend it

Take the id the finding suggests, or look for it: `charter forms germany association`. A form that is not in the
tables can be left away; the papers then follow the family (association, co-operative, company) alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.source import Edit, Finding, Fix, Severity

RULE = Rule("LAW110", "unknown-form", Severity.ERROR, looks_at=("forms",))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

association foundation "Loom Foundation e.V." {{
  form {form}
  purpose "To keep Loom free."
}}
"""

BAD = _HEAD.format(form="de.verein")

GOOD = _HEAD.format(form="de.ev")


def check(context: Context) -> Iterator[Finding]:
    """Yield each body with a form that no table knows."""
    from charterlang import law

    for entity in context.charter.entities.values():
        if not entity.form or law.form_entry(entity.form) is not None:
            continue
        near = law.nearest_forms(entity.form, 3)
        place = entity.form_span
        fixes = context.replacement(place, entity.form, near[0]) if near else ()
        if near and place is not None and not fixes:
            fixes = (Fix(f"Write {near[0]}", (Edit(place, near[0]),)),)
        told = [f"{name} ({entry.native_name})" for name in near if (entry := law.form_entry(name)) is not None]
        yield RULE.finding(
            f"The tables know no legal form {entity.form}, so nothing of what the law says of {entity.label} is known",
            place or entity.name_span,
            help=(f"did you mean {' or '.join(told)}?" if told else "`charter forms` lists them, by country and kind",),
            fixes=fixes,
            subject=entity.id,
        )
