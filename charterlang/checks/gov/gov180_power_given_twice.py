"""The same power is given twice, with different decisions.

## What it checks

No two powers in one text allow the same act on the same thing by different decisions, and none is both allowed and
`never`.

## Why it matters

If two rules answer one question, the easier one is the rule. Who reads only the stricter line believes in a
protection that is not there. Where either way is meant, one line with `or` says so.

## The law and sources

- Statutes that contradict themselves are read against their makers or by what members could expect; a court
  decides, not the founder.
- The analysis lets any of the ways suffice, which is what an adversary would do.

## How to mend it

Keep one of the two, or join them: `sell house requires meeting by 3/4 or consent of trust`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.phrases import act_words
from charterlang.checks.rule import Rule
from charterlang.model.decisions import Act, Power
from charterlang.source import Edit, Finding, Fix, Label, Severity

RULE = Rule("GOV180", "power-given-twice", Severity.WARNING, looks_at=("powers",))

_HEAD = """
charter "Kitchen" {{ edition 1; jurisdiction US-NY; language en; currency USD }}

association kitchen "Friends of the Kitchen" {{
  form us.ny.nfp
  purpose "To cook for all."
  members citizens {{ count 40; open to anyone; vote one per member }}
  assembly meeting of citizens {{ decides by majority }}
  powers {{
    dissolve requires meeting by 4/5
    {second}
  }}
}}
"""

BAD = _HEAD.format(second="dissolve requires meeting")

GOOD = _HEAD.format(second="act requires meeting")


def check(context: Context) -> Iterator[Finding]:
    """Yield each power that a later line of the same text gives again, otherwise."""
    first: dict[tuple[str, Act, str], Power] = {}
    for power in context.charter.powers:
        if power.source:
            continue
        condition = f"{power.after}{power.on_behalf}{power.only_open}{power.until}"
        key = (power.holder, power.act, condition)
        earlier = first.setdefault(key, power)
        if earlier is power:
            continue
        again = "in the same way" if earlier.decision == power.decision else "and otherwise"
        fix = (Fix("Take this line out", (Edit(power.span, ""),)),) if power.span is not None else ()
        yield RULE.finding(
            f"This line says again, {again}, who may {act_words(context, power.act)}: the easier of the two counts",
            power.span,
            related=(Label(earlier.span, "said here first"),) if earlier.span is not None else (),
            help=("keep one of the two, or join them by `or`",),
            fixes=fix,
            subject=power.id,
        )
