"""A body has fewer founders or members than its legal form asks for.

## What it checks

The founders named in the particulars, else the members with a count, against the least number of the form.

## Why it matters

The register refuses a body with too few founders, and some laws dissolve one whose members have become too few.

## The law and sources

- For example seven members for a German association (BGB s.56; three to stay, s.73), three for a co-operative (GenG
  s.4), ten for an incorporated society in New Zealand (Incorporated Societies Act 2022). The finding cites the
  statute of the form.

## How to mend it

Find more founders, or a form that asks for fewer: `charter forms` shows the number.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.law.measures import founders
from charterlang.checks.rule import Rule
from charterlang.checks.words import a_form, capital, number
from charterlang.source import Finding, Severity

RULE = Rule("LAW150", "too-few-founders", Severity.ERROR, looks_at=("forms",))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

association foundation "Loom Foundation e.V." {{
  form de.ev
  purpose "To keep Loom free."
  members makers {{ count {count}; open to anyone after 6 months; vote one per member }}
}}
"""

BAD = _HEAD.format(count=4)

GOOD = _HEAD.format(count=12)


def check(context: Context) -> Iterator[Finding]:
    """Yield each body of the charter with too few founders."""
    for entity in context.facts.own:
        form = context.forms.get(entity.id)
        found = founders(context, entity) if form is not None else None
        if form is None or found is None or form.founders_min is None or found >= form.founders_min:
            continue
        doubts = form.doubts("founders")
        place = next((item.span for item in entity.particulars if item.key.replace("-", " ") == "founders"), None)
        yield RULE.finding(
            f"{capital(number(int(found)))} {'founds' if found == 1 else 'found'} {entity.label}, "
            f"and {a_form(form.english)} needs at least {number(form.founders_min)}",
            place or (entity.classes[0].span if entity.classes else entity.name_span),
            steps=(form.cites("founders"), *(f"recalled, not read: {doubt}" for doubt in doubts)),
            help=("find more founders, or take a form that asks for fewer",),
            subject=entity.id,
        )
