"""The ways by which value comes back from a firm to a commons it uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from charterlang.checks.context import Context
    from charterlang.model.entities import Entity
    from charterlang.model.things import Commons, Duty, Flow

_RETURNS = frozenset({"contribute", "pay", "publish", "pay-floor", "license", "hire"})


def circle(context: Context, firm: Entity, commons: Commons) -> frozenset[str]:
    """Those to whom a return would go: who protects and who makes the commons, the firm itself apart."""
    bodies = [body.id for body in context.facts.protectors[commons.id]]
    makers = [name for name in commons.produced_by if context.facts.body(name) is not firm]
    makers += [body.id for name in makers if (body := context.facts.body(name)) is not None]
    funds = [fund.id for name in bodies for fund in context.book.funds.get(name, ())]
    return frozenset((*bodies, *makers, *funds, commons.id))


def owed(context: Context, firm: Entity, commons: Commons) -> tuple[Duty, ...]:
    """The firm's duties to give back that somebody may enforce."""
    to = circle(context, firm, commons)
    return tuple(
        duty
        for duty in context.facts.duties_of.get(firm.id, ())
        if duty.kind in _RETURNS
        and duty.binding
        and context.facts.enforcer(duty)
        and (duty.creditor in to or commons.id in duty.things or context.facts.enforcer(duty) in to)
    )


def given(context: Context, firm: Entity, commons: Commons) -> tuple[Flow, ...]:
    """What the firm in fact gives back, owed or not."""
    to = circle(context, firm, commons)
    return tuple(
        flow for flow in context.book.spending_of(firm) if flow.target in to or flow.target.partition(".")[0] in to
    )


def makes(context: Context, firm: Entity, commons: Commons) -> bool:
    """Whether the firm or its people take part in making the commons."""
    return any(context.facts.body(name) is firm for name in commons.produced_by) or any(
        to in {commons.id, ""} for _, to in firm.contributes
    )


def returns(context: Context, firm: Entity, commons: Commons) -> bool:
    """Whether anything comes back, owed or not."""
    unenforced = any(
        duty.kind in _RETURNS and (duty.creditor or commons.id in duty.things)
        for duty in context.facts.duties_of.get(firm.id, ())
    )
    return bool(
        owed(context, firm, commons) or given(context, firm, commons) or makes(context, firm, commons) or unenforced
    )


def speaks_elsewhere(context: Context, firm: Entity) -> bool:
    """Whether a finding on ties already says that the firm is not held to reciprocity."""
    values = context.charter.values
    return any(
        not verdict.harmless and verdict.value in values and values[verdict.value].kind == "reciprocity"
        for verdict in context.untied.get(firm.id, ())
    )


def tied_nowhere(context: Context, firm: Entity) -> bool:
    """Whether a finding on ties already says that nothing binds the firm."""
    return any(not verdict.harmless for verdict in context.untied.get(firm.id, ()))
