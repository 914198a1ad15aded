"""The licences a charter names, wherever it names them, and what they are for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from charterlang.checks.context import Context
    from charterlang.model.things import Commons, Licence
    from charterlang.source import Span

WORKS = frozenset({"knowledge", "software", "data", "design", "culture", "standard", "model"})
"""Kinds of commons that copyright or database right covers: without a licence nobody else may use them."""


class Named(NamedTuple):
    """A licence expression, the element that names it, and where."""

    expression: str
    subject: str
    span: Span | None


def named(context: Context) -> Iterator[Named]:
    """Every licence expression of a charter."""
    for commons in context.charter.commons.values():
        for licence in commons.licences:
            yield Named(licence.expression, commons.id, licence.span)
    for duty in context.charter.duties:
        if duty.licence:
            yield Named(duty.licence, duty.id, duty.span)
    for agreement in context.charter.agreements.values():
        for consequence in agreement.consequences:
            if consequence.licence:
                yield Named(consequence.licence, agreement.id, consequence.span)


def main_licence(commons: Commons) -> Licence | None:
    """The licence of the commons as a whole."""
    return next((licence for licence in commons.licences if not licence.material), None)


def upholds(context: Context, commons: Commons, kind: str) -> bool:
    """Whether a commons upholds a value of that kind."""
    values = context.charter.values
    return any(name in values and values[name].kind == kind for name in commons.upholds)
