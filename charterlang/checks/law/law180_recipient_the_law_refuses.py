"""The law does not let the named recipient take the assets.

## What it checks

Who takes the assets on dissolution, where the legal form restricts it: asset-locked bodies, bodies with exempt
purposes, co-operatives or their federations, and never the body itself.

## Why it matters

A clause for a recipient that may not take is void; the law, the court or the regulator then chooses, and the
register may refuse the papers at the start.

## The law and sources

- For example the Community Interest Company Regulations 2005 (asset-locked body, not itself), 26 C.F.R.
  1.501(c)(3)-1(b)(4) (exempt purpose), Ley 27/1999 for Spanish co-operatives. The finding cites the statute of the
  form.

## How to mend it

Name a recipient of the kind the law asks for.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import a_form
from charterlang.model.entities import Entity, EntityKind
from charterlang.source import Finding, Label, Severity

RULE = Rule("LAW180", "recipient-the-law-refuses", Severity.ERROR, looks_at=("dissolutions",))

_HEAD = """
charter "Orchard" {{ edition 1; jurisdiction GB; language en; currency GBP }}

firm orchard "Orchard CIC" {{
  form uk.cic-guarantee
  purpose "To keep an orchard for the village."
  on dissolution assets go to {recipient}
}}

firm grocer "Grocer Ltd" {{ form uk.ltd; external }}
association friends "Friends of the Orchard" {{ form uk.cio; external }}
"""

BAD = _HEAD.format(recipient="grocer")

GOOD = _HEAD.format(recipient="friends")

_FIELDS = frozenset({"asset_lock.recipient", "dissolution.recipient"})
_KINDS = {
    "asset-locked-body": "a body whose assets are locked by law",
    "exempt-purpose": "a body with an exempt purpose, or a public body",
    "cooperative-or-federation": "a co-operative or a federation of co-operatives",
}


def check(context: Context) -> Iterator[Finding]:
    """Yield each recipient that the form does not let take, the first for each body."""
    for entity in context.facts.own:
        form = context.forms.get(entity.id)
        dissolution = entity.dissolution
        if form is None or dissolution is None or not dissolution.to:
            continue
        for rule in form.checks:
            if rule.field not in _FIELDS:
                continue
            refused = next(
                (name for name in dissolution.to if not _fits(context, entity, name, rule.value, rule.op)), None
            )
            if refused is None:
                continue
            wanted = _KINDS.get(str(rule.value), "somebody else")
            body = context.charter.entities.get(refused)
            refusal = f"{context.label(refused)} may not take the assets of {entity.label}"
            yield RULE.finding(
                f"{refusal}: {a_form(form.english)} leaves them to {wanted}",
                dissolution.span or entity.name_span,
                related=(Label(body.name_span, "may not take them"),) if body is not None and body.name_span else (),
                steps=(form.cites("dissolution"),),
                help=(f"name {wanted}",),
                subject=entity.id,
            )
            break


def _fits(context: Context, entity: Entity, name: str, value: object, op: str) -> bool:
    """Whether a recipient meets the rule; what is not known passes."""
    recipient = context.facts.body(name)
    if op == "not-self" or recipient is entity:
        return recipient is not entity
    form = context.forms.get(name)
    if recipient is None or (form is None and recipient.kind is not EntityKind.INVESTOR):
        return True
    if form is None:
        return False
    if value == "asset-locked-body":
        return form.is_statutory_lock or (form.nonprofit and form.distribution_none)
    if value == "exempt-purpose":
        return form.nonprofit
    return form.kind == "cooperative" if value == "cooperative-or-federation" else True
