"""A firm lives on a commons and gives nothing back to it.

## What it checks

Every firm that `uses` a commons has a way back: a duty to contribute, pay or publish to those who protect or
produce it, or a flow to them, or a part in producing it. Where nothing at all comes back, this is an error. Where
what comes back is voluntary, FLO115 speaks. A firm that TIE110 already calls untied to reciprocity is left out.

## Why it matters

The feedback loop is broken: those who create the use value get no income from it, and those who sell it need not
care. A commons that is only drawn upon lives as long as its volunteers can afford it.

## The law and sources

- Michel Bauwens on the crisis of value and peer production; "'Occupy' as a business model" (2012).
- Licences do not do this: no open licence may ask for payment (Open Source Definition no.1; Open Definition 2.1
  s.2.1). The return has to be agreed.
- Ostrom's principle 2B: benefits match costs (Cox and others 2010).

## How to mend it

Agree on a return and write it as a duty: `contribute 3% of revenue to foundation`, `publish improvements to loom
within 3 months`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.flo.returns import returns, speaks_elsewhere
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("FLO110", "use-without-return", Severity.ERROR, looks_at=("firms",))

HEAD = """
charter "Loom" { edition 1; jurisdiction DE; language en; currency EUR }

commons loom "Loom" { kind software; licence AGPL-3.0-or-later; contributions under DCO }

association foundation "Loom Foundation e.V." { form de.ev; purpose "To keep Loom free."; protects loom }
"""

BAD = (
    HEAD
    + """
firm selvedge "Selvedge GmbH" {
  form de.gmbh
  uses loom
}
"""
)

GOOD = (
    HEAD
    + """
firm selvedge "Selvedge GmbH" {
  form de.gmbh
  uses loom
  duties { contribute 3% of revenue to foundation }
}
"""
)


def check(context: Context) -> Iterator[Finding]:
    """Yield each firm and commons without any way back."""
    for firm in context.facts.firms:
        if firm.external:
            continue
        for name in firm.uses:
            commons = context.charter.commons.get(name)
            if commons is None or speaks_elsewhere(context, firm) or returns(context, firm, commons):
                continue
            protectors = [body.id for body in context.facts.protectors[name]]
            creditor = protectors[0] if protectors else "PROTECTOR"
            statement = f"contribute 3% of revenue to {creditor}"
            yield RULE.finding(
                f"{firm.label} lives on {commons.label} and gives nothing back to it",
                firm.statements.get("uses") or firm.name_span,
                help=(
                    f"agree on a return that others may enforce: duties {{ {statement} }}",
                    f"or on work: duties {{ publish improvements to {name} within 3 months }}",
                ),
                verdict="return: none",
                subject=firm.id,
            )
