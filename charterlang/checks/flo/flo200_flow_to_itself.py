"""A flow begins and ends with the same party, or moves nothing.

## What it checks

A flow goes from one party to another, and its amount is more than nothing.

## Why it matters

What moves in a circle of one adds to every sum and to nobody's purse. It is usually a slip of the pen for another name.

## The law and sources

- Transfers within one body are no income: consolidation in accounts (for instance HGB s.305, IFRS 10.B86).

## How to mend it

Name the other party, or take the flow out.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("FLO200", "flow-to-itself", Severity.ERROR, looks_at=("flows",))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

association foundation "Loom Foundation e.V." {{ form de.ev; purpose "To keep Loom free." }}
party users "Users" {{ side community; count 4000 }}

flow donations from {source} to foundation 5000 EUR per month
"""

BAD = _HEAD.format(source="foundation")

GOOD = _HEAD.format(source="users")


def check(context: Context) -> Iterator[Finding]:
    """Yield each flow that goes nowhere."""
    for flow in context.charter.flows.values():
        if flow.source == flow.target:
            message = f"The flow {flow.title or flow.id} goes from {context.label(flow.source)} to itself"
        elif not flow.money.amount:
            message = f"The flow {flow.title or flow.id} moves nothing"
        else:
            continue
        yield RULE.finding(
            message, flow.name_span or flow.span, help=("name the other party, or take the flow out",), subject=flow.id
        )
