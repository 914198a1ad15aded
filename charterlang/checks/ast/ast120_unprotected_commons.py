"""No association protects a commons.

## What it checks

Every commons is named under `protects` in the block of at least one association (or of a body outside the charter
that is declared as one).

## Why it matters

A commons without a protector belongs, in the end, to whoever holds its keys. Somebody has to be there to hold the
mark and the domain, to refuse a consent, to go to court, and to outlive the firms that live around it. That
somebody must not be for profit: an owner who may be bought cannot guard against buying.

## The law and sources

- A right that nobody may enforce binds nobody: associations and foundations have legal personality for that purpose
  (for instance BGB ss.21 and 80, Loi du 1er juillet 1901, Charities Act 2011, Internal Revenue Code s.501(c)(3)).
- Michel Bauwens, "'Occupy' as a business model" (2012): commons at the core, for-benefit associations that protect
  them, ethical firms around them.

## How to mend it

Declare an `association` of a non-profit legal form that `protects` the commons and `holds` its keys; `charter
forms` lists the forms. If a body elsewhere already does this, declare it with `external`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.model.entities import EntityKind
from charterlang.source import Finding, Severity

RULE = Rule("AST120", "unprotected-commons", Severity.ERROR, looks_at=("commons",), protection=True)

BAD = """
charter "Brindle" { edition 1; jurisdiction US-DE; language en; currency USD }

commons brindle "Brindle" {
  kind software
  licence MPL-2.0
}

firm brindle-inc "Brindle, Inc." {
  form us.de.c-corp
  uses brindle
}
"""

GOOD = """
charter "Brindle" { edition 1; jurisdiction US-DE; language en; currency USD }

commons brindle "Brindle" {
  kind software
  licence MPL-2.0
}

association friends "Friends of Brindle" {
  form us.501c3
  purpose "To keep Brindle open."
  protects brindle
}

firm brindle-inc "Brindle, Inc." {
  form us.de.c-corp
  uses brindle
}
"""


def check(context: Context) -> Iterator[Finding]:
    """Yield each commons that no association protects."""
    associations = [body.id for body in context.charter.of_kind(EntityKind.ASSOCIATION)]
    for commons in context.charter.commons.values():
        if any(body.kind is EntityKind.ASSOCIATION for body in context.facts.protectors[commons.id]):
            continue
        others = context.facts.protectors[commons.id]
        whom = f"; {others[0].label} is declared as a {others[0].kind.value}" if others else ""
        advice = f"write `protects {commons.id}` in the block of an association of a non-profit form"
        if associations:
            advice += f", such as {associations[0]}"
        yield RULE.finding(
            f"No association protects {commons.label}: nobody is there to hold its keys and to refuse{whom}",
            commons.name_span or commons.span,
            help=(advice, "`charter forms` lists the forms that may protect a commons"),
            subject=commons.id,
        )
