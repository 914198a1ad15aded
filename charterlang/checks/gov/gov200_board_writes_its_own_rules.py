"""A board may amend the text that says how it is chosen.

## What it checks

In every body that this charter constitutes, a board, group or office alone, without members and without anybody
outside, does not hold the power to amend the articles or their rules on organs.

## Why it matters

Who amends the constitution alone controls the body. A board that may change how it is elected need not be elected
again, and every rule that binds it lasts as long as it likes.

## The law and sources

- Members amend the statutes in most laws: BGB s.33, Art. 65 ZGB, GenG s.16, Companies Act 2006 s.21. In the United
  States bylaws may be left to the board (Delaware General Corporation Law s.109, N-PCL s.602); that is the case to
  look out for.
- The board alone does not change purpose, lock or members' rights: a standard clause of good bylaws.

## How to mend it

Ask the members, or a guardian, too: `amend articles requires meeting by 3/4`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.model.decisions import Consent, Never, Power, leaves
from charterlang.model.entities import Entity
from charterlang.source import Finding, Severity

RULE = Rule("GOV200", "board-writes-its-own-rules", Severity.WARNING, looks_at=("powers",), protection=True)

_HEAD = """
charter "Archive" {{ edition 1; jurisdiction US-CA; language en; currency USD }}

association archive "Archive" {{
  form us.ca.nonprofit
  purpose "To keep the archive."
  members readers {{ count 200; open to anyone after 6 months; vote one per member }}
  assembly meeting of readers {{ quorum 20%; decides by majority }}
  board trustees {{ seats 5; 5 elected by readers; term 2 years; decides by majority }}
  powers {{
    act requires trustees
    amend articles requires {body}
  }}
}}
"""

BAD = _HEAD.format(body="trustees")

GOOD = _HEAD.format(body="meeting by 2/3")

_PARTS = ("articles", "articles.organs", "articles.powers")


def check(context: Context) -> Iterator[Finding]:
    """Yield each power of a board over its own constitution, once for each body, where no value already shows it."""
    for entity in context.facts.own:
        for power in entity.powers:
            if power.act.action != "amend" or power.act.thing not in {f"{entity.id}.{part}" for part in _PARTS}:
                continue
            if (
                power.id in context.touched
                or isinstance(power.decision, Never)
                or not _board_alone(context, entity, power)
            ):
                continue
            who = context.label(next(leaves(power.decision)).body)  # type: ignore[union-attr]
            others = [organ.name for organ in entity.organs if organ.kind == "assembly"]
            advice = (
                f"amend articles requires {others[0]} by 2/3" if others else "let members decide, or ask for a consent"
            )
            yield RULE.finding(
                f"The {who} alone may amend the articles of {entity.label}, and so the rules by which it is chosen",
                power.span or entity.name_span,
                help=(f"ask somebody else too: {advice}",),
                subject=power.id,
            )
            break


def _board_alone(context: Context, entity: Entity, power: Power) -> bool:
    """Whether only boards, groups and offices of the body decide."""
    bodies = list(leaves(power.decision))
    own = {organ.id for organ in entity.organs if organ.kind in {"board", "office", "group"}}
    return bool(bodies) and all(not isinstance(leaf, Consent) and leaf.body in own for leaf in bodies)
