"""Keys of a commons in hands that do not protect it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from charterlang.checks.words import listing
from charterlang.source import Finding, Label

if TYPE_CHECKING:
    from charterlang.checks.context import Context
    from charterlang.checks.rule import Rule
    from charterlang.model.entities import Entity
    from charterlang.model.things import Asset


def astray(context: Context, rule: Rule, *, commercial: bool) -> Iterator[Finding]:
    """A finding for each commons and each holder of its keys that does not protect it."""
    facts = context.facts
    for commons in context.charter.commons.values():
        protectors = facts.protectors[commons.id]
        if not protectors:
            continue  # AST120 speaks of it
        held: dict[str, list[Asset]] = {}
        seen = context.breakers.get(commons.id, frozenset())
        for asset in facts.keys(commons):
            if asset.id in context.touched:
                continue
            for holder in facts.holders(asset):
                if holder in seen or _protects(context, holder, protectors):
                    continue
                if facts.is_commercial(holder) is commercial:
                    held.setdefault(holder, []).append(asset)
        for holder, assets in held.items():
            names = listing(facts.labels([asset.id for asset in assets]))
            own = [body for body in protectors if not body.external] or list(protectors)
            first = assets[0]
            yield rule.finding(
                f"{context.label(holder)} holds {names}, and not {own[0].label}, which protects {commons.label}",
                first.holdings[0].span or first.name_span or first.span,
                related=tuple(
                    Label(asset.name_span, "held there too") for asset in assets[1:4] if asset.name_span is not None
                ),
                help=(
                    f"let {own[0].id} hold it: `holds {first.id}`",
                    f"or say that it is held for it: `held by {holder} on behalf of {own[0].id}`",
                ),
                subject=first.id,
            )


def _protects(context: Context, holder: str, protectors: tuple[Entity, ...]) -> bool:
    """Whether a holder is one of the protectors, or in the hands of one."""
    body = context.facts.body(holder)
    return any(body is protector or context.facts.controls(protector.id, holder) for protector in protectors)
