"""The charter does not say yet what a registrar will ask for.

## What it checks

For every body that this charter constitutes and that has a legal form: its registered office, its first board, its
founders where the form asks for some, its purpose, and what the form asks for besides, such as capital, county,
agent or area. All of it is told in one note; with `--for-signing` it is an error.

## Why it matters

The papers are complete but for these lines; they show there as marked blanks. Better to know the list before the
appointment.

## The law and sources

- What articles and registrations must contain: for instance BGB ss.57 to 59, GmbHG s.3, Companies Act 2006 ss.9 to
  13, N-PCL s.402, Delaware General Corporation Law s.102. `charter forms ID` lists the points of a form.

## How to mend it

Add them to the body: `particulars { registered office "…"; first board "…", "…"; founders "…", "…" }`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import many
from charterlang.law.form_rows import Form
from charterlang.model.entities import Entity
from charterlang.source import Finding, Severity

RULE = Rule("PAP110", "particulars-a-registrar-asks-for", Severity.NOTE, looks_at=("forms",))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

association foundation "Loom Foundation e.V." {{
  form de.ev
  purpose "To keep Loom free."
  members makers {{ count 12; open to anyone after 6 months; vote one per member }}
  {particulars}
}}
"""

BAD = _HEAD.format(particulars="")

GOOD = _HEAD.format(
    particulars="""particulars {
    registered office "Sonnenallee 1, 12047 Berlin"
    first board "Ada", "Ben", "Cem"
    founders "Ada", "Ben", "Cem", "Dora", "Eva", "Fritz", "Gül"
  }"""
)

_BY_CLAUSE = {
    "capital": "capital",
    "minimum-capital": "capital",
    "county": "county",
    "agent": "agent",
    "area": "area",
    "endowment": "endowment",
    "guarantee": "guarantee",
}
_SAME = {
    "registered office": {"registered office", "office", "seat", "registered seat", "address"},
    "first board": {"first board", "initial directors", "first directors", "directors", "board"},
    "founders": {"founders", "incorporators", "founding members"},
}
_PURPOSE = frozenset({"purpose", "purposes", "object", "objects"})


def check(context: Context) -> Iterator[Finding]:
    """Yield one finding with everything that is still missing."""
    missing: dict[str, list[Entity]] = {}
    for entity in context.facts.own:
        form = context.forms.get(entity.id)
        if form is not None:
            for key in _wanted(entity, form):
                missing.setdefault(key, []).append(entity)
    if not missing:
        return
    count = sum(len(bodies) for bodies in missing.values())
    listed = ", ".join(f"{key} ({', '.join(body.id for body in bodies)})" for key, bodies in missing.items())
    first = next(iter(missing.values()))[0]
    key = next(iter(missing))
    statement = 'purpose "…"' if key == "purpose" else f'particulars {{ {key} "…" }}'
    yield RULE.finding(
        f"A registrar will ask for {many(count, 'thing')} that the charter does not say yet: {listed}",
        first.name_span or first.span,
        severity=Severity.ERROR if context.for_signing else Severity.NOTE,
        help=(f"write them where they belong, as in {first.id}: {statement}",),
        subject=first.id,
    )


def _wanted(entity: Entity, form: Form) -> Iterator[str]:
    """What a body of that form still has to say."""
    given = {item.key.replace("-", " ").casefold() for item in entity.particulars if item.values}
    wanted = ["registered office", "first board"]
    if form.founders_min:
        wanted.append("founders")
    wanted += [key for clause, key in _BY_CLAUSE.items() if clause in form.required_clauses]
    for key in dict.fromkeys(wanted):
        if key == "registered office" and entity.seat:
            continue
        if not given & _SAME.get(key, {key}):
            yield key
    if not entity.purpose and _PURPOSE & set(form.required_clauses):
        yield "purpose"
