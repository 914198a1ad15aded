"""Evidence: why a goal follows from assumptions, as steps that can be checked one by one."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from charterlang._records import record
from charterlang.powers.circuit import Closure, Slice, System


@record
class Step:
    """One step: `head` holds because all of `inputs` do, by the rule called `label`; or because it was assumed.

    `head` and `inputs` are keys; `inputs` are those the rule really needs, a threshold no more than enough of them.
    A step without inputs is a fact, or an assumption if `assumed`. `proposition` is the number of the head.
    """

    label: object
    head: Hashable
    inputs: tuple[Hashable, ...]
    assumed: bool
    proposition: int


@record
class _Reason:
    """How a proposition is derived: by which gate from which inputs, and about how many steps that takes in all."""

    length: int
    gate: int | None
    inputs: tuple[int, ...]


def explain(system: System | Slice, goal: int, assumed: Iterable[int]) -> tuple[Step, ...]:
    """A proof of `goal` from `assumed`; raises ValueError if it does not follow.

    Every step but the last, which is the goal, is used by a later one; nothing is derived twice; what a step needs
    comes right before it unless it was needed earlier. Short proofs are preferred, ties broken by key.
    """
    whole = system.core
    target = system.local(goal)
    given = [local for local in map(system.local, assumed) if local is not None]
    closure = whole.closure(given)
    if target is None or target not in closure:
        raise ValueError("the goal does not follow from the assumptions")
    reasons = _reasons(whole, target, closure)
    steps: list[Step] = []
    told: set[int] = set()
    stack = [(target, False)]
    while stack:
        proposition, ready = stack.pop()
        if proposition in told:
            continue
        reason = reasons[proposition]
        if not ready:
            stack.append((proposition, True))
            stack.extend((needed, False) for needed in reversed(reason.inputs))
            continue
        told.add(proposition)
        steps.append(
            Step(
                None if reason.gate is None else whole.gate(reason.gate).label,
                whole.key(proposition),
                tuple(whole.key(needed) for needed in reason.inputs),
                reason.gate is None,
                system.name(proposition),
            )
        )
    return tuple(steps)


def _reasons(system: System, goal: int, closure: Closure) -> dict[int, _Reason]:
    """For all that the goal may rest on, the shortest way found to derive it from what was derived before it.

    Looking only at what was derived earlier keeps every proof free of circles.
    """
    cone = {goal}
    found = [goal]
    for proposition in found:
        if closure.cause(proposition) is None:
            continue
        for number in system.rules_for(proposition):
            for source, _ in system.gate(number).inputs:
                if source not in cone and source in closure and closure.place(source) < closure.place(proposition):
                    cone.add(source)
                    found.append(source)
    reasons: dict[int, _Reason] = {}
    for proposition in sorted(found, key=closure.place):
        if closure.cause(proposition) is None:
            reasons[proposition] = _Reason(1, None, ())
            continue
        best: _Reason | None = None
        for number in system.rules_for(proposition):
            gate = system.gate(number)
            ready = sorted(
                (reasons[source].length, system.rank(source), source, weight)
                for source, weight in gate.inputs
                if source in reasons
            )
            spare = sum(item[3] for item in ready) - gate.need
            if spare < 0:
                continue
            chosen = []
            for item in reversed(ready):  # leave out what takes longest to derive
                if item[3] <= spare:
                    spare -= item[3]
                else:
                    chosen.append(item)
            length = 1 + sum(item[0] for item in chosen)
            if best is None or length < best.length:
                inputs = sorted(chosen, key=lambda item: item[1])
                best = _Reason(length, number, tuple(item[2] for item in inputs))
        assert best is not None
        reasons[proposition] = best
    return reasons


def taking_part(system: System, goal: int, closure: Closure) -> set[int]:
    """The assumptions that take part in the derivation of `goal` as it first came about in `closure`.

    Not the shortest derivation, but found by looking at nothing beside it.
    """
    used: set[int] = set()
    seen = {goal}
    stack = [goal]
    while stack:
        proposition = stack.pop()
        number = closure.cause(proposition)
        if number is None:
            used.add(proposition)
            continue
        gate = system.gate(number)
        place = closure.place(proposition)
        weight = 0
        for at, source, part in sorted((closure.place(s), s, w) for s, w in gate.inputs if s in closure):
            if weight >= gate.need or at >= place:
                break
            weight += part
            if source not in seen:
                seen.add(source)
                stack.append(source)
    return used
