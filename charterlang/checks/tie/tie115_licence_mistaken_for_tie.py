"""All that binds a firm to the commons is a licence, a mark, a certificate, or a mission status.

## What it checks

A firm that is not tied to a value (see TIE110), and whose only bonds are agreements of the kinds `licence`,
`trademark-licence` or `certification`, or a legal form whose mission status is a label (benefit corporation,
*société à mission*, *società benefit*).

## Why it matters

A licence says what one may do with the work, not how the firm shall use its freedom. A mark can be given back. A
certificate is not renewed. A mission status obliges the directors to weigh interests, and the shareholders may end
it with the majority that made it; nobody outside can sue on it. All four are worth having. None of them ties.

## The law and sources

- Public benefit corporation: Delaware General Corporation Law ss.362 to 368; only stockholders may sue on the
  balancing duty (s.367), and the status ends by amendment of the certificate (s.242).
- *Société à mission*: Code de commerce L.210-10 to L.210-12; the sanction is the loss of the mention.
- *Società benefit*: Legge 208/2015 art. 1, commi 376 to 384.

## How to mend it

Keep the licence or the status, and add a tie that others can enforce: a veto share for the protector, its consent
to changes of the articles, or an agreement with duties, a term and a consequence.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.tie.tie110_untied_firm import GOOD as TIED
from charterlang.checks.tie.tie110_untied_firm import LOOM
from charterlang.checks.tie.untied import bound_by, loose, only_licensed, untied_finding
from charterlang.source import Finding, Severity

RULE = Rule("TIE115", "licence-mistaken-for-tie", Severity.ERROR, looks_at=("untied firms",), protection=True)

BAD = (
    LOOM
    + """
firm warp "Warp GmbH" {
  form de.gmbh
  upholds reciprocity
  uses loom
  shares common { held by owners 100%; votes by share; profit by share }
}

person owners "The owners of Warp" { count 3 }

asset loom-mark "Word mark LOOM" { kind trademark; of loom; held by foundation }

agreement mark-licence "Licence of the mark LOOM" {
  kind trademark-licence
  between foundation, warp
  duties { foundation licenses loom-mark to warp }
  term 5 years
}
"""
)

GOOD = TIED


def check(context: Context) -> Iterator[Finding]:
    """Yield each firm that mistakes a licence or a label for a tie."""
    for name, verdicts in context.untied.items():
        firm = context.charter.entities[name]
        open_to_it = loose(verdicts)
        if not open_to_it or not only_licensed(context, firm):
            continue
        agreements = [
            context.charter.agreements[found]
            for found in bound_by(context, firm)
            if found in context.charter.agreements
        ]
        named = agreements[0].label if agreements else "its mission status"
        reason = f"{named} is all that binds {firm.label}, and it can do without it or let it lapse"
        yield untied_finding(context, RULE, firm, open_to_it, reason)
