"""On dissolution the assets end, over one or more recipients, with people who may keep them.

## What it checks

For every body that this charter constitutes and that may not pay its owners (an association, a non-profit, a firm
with an asset lock), the recipients are followed to the end of the chain. The end must not be a person, an investor,
a class of its own members, or a firm that may pay out what it receives.

## Why it matters

A lock is as strong as its last link. An association that leaves everything to a firm which may distribute is a
distribution with a detour.

## The law and sources

- Where the law locks assets it names who may take them: asset-locked bodies (Community Interest Company Regulations
  2005, sch.1 to 3), exempt purposes (26 C.F.R. 1.501(c)(3)-1(b)(4)), tax-privileged purposes (Abgabenordnung
  s.55(1) no.4).
- Follow recipients to the end of the chain: the rule of the analysis for the value `asset-lock`.

## How to mend it

Name another recipient: a foundation, a public body, an association of like purpose whose own assets are locked.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.ast.recipients import chain, keeps_for_owners
from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import listing
from charterlang.model.entities import Entity, EntityKind
from charterlang.source import Finding, Label, Severity

RULE = Rule("AST170", "assets-end-with-owners", Severity.ERROR, looks_at=("dissolutions",), protection=True)

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

association foundation "Loom Foundation e.V." {{
  form de.ev
  purpose "To keep Loom free."
  on dissolution assets go to {recipient}
}}

firm warp "Warp GmbH" {{ form de.gmbh }}

association trust "Software Commons Trust" {{ form de.stiftung; external }}
"""

BAD = _HEAD.format(recipient="warp")

GOOD = _HEAD.format(recipient="trust")


def check(context: Context) -> Iterator[Finding]:
    """Yield each locked body whose assets end with owners."""
    for entity in context.facts.own:
        dissolution = entity.dissolution
        if dissolution is None or dissolution.source or not dissolution.to or not _is_locked(context, entity):
            continue
        own = next((name for name in dissolution.to if context.facts.body(name) is entity), "")
        way = chain(context.facts, entity)
        if not own and (len(way.bodies) < 2 or way.circle or not keeps_for_owners(context.facts, way.end)):
            continue
        end = own or way.end
        through = way.bodies[1:-1] if not own else ()
        over = f" by way of {listing(context.facts.labels(through))}" if through else ""
        last = context.charter.entities.get(end)
        yield RULE.finding(
            f"The assets of {entity.label} end with {context.label(end)}{over}, which may keep them for its owners",
            dissolution.span or entity.name_span,
            related=(Label(last.name_span, "may pay out what it receives"),)
            if last is not None and last.name_span
            else (),
            help=(
                "name a body whose own assets are locked: a foundation, a public body, an association of like purpose",
            ),
            subject=entity.id,
        )


def _is_locked(context: Context, entity: Entity) -> bool:
    """Whether a body must not let its assets go to owners."""
    if entity.kind is EntityKind.ASSOCIATION:
        return True
    locked = any(duty.kind == "asset-lock" for duty in context.facts.duties_of.get(entity.id, ()))
    return locked or context.facts.pays_owners(entity) is False
