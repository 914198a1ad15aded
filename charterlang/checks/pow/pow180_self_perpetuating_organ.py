"""An organ fills most of its own seats, or somebody holds office for life.

## What it checks

No board or office of a body that this charter constitutes fills half or more of its seats itself (`filled by
itself`, or seats appointed by the organ itself), and nobody sits for life (`for life`, `term life`).

## Why it matters

Whoever chooses their own successors answers to nobody. That can be the point: a foundation without members has to
fill its board somehow, and independence from the day's majority is worth something. But then the board is a party
of its own in every question, and the values it alone can break stand at level 2 at most.

## The law and sources

- Lawful for foundations in most places (Dutch Civil Code 2:285 and following, BGB s.84, Art. 83 ZGB); many model
  statutes warn against it, and some laws do not let members' bodies do it.
- Ostrom's third and fourth principles: collective choice, and monitors who are accountable (Ostrom 1990).

## How to mend it

Let somebody else fill some of the seats: members, users, workers, a public body, a sister association. Or limit
terms, and give an outside body the power to remove (`removable by …`).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from charterlang.checks.context import Context
from charterlang.checks.facts import HALF
from charterlang.checks.rule import Rule
from charterlang.checks.words import percent
from charterlang.model.entities import Organ
from charterlang.source import Finding, Severity

RULE = Rule("POW180", "self-perpetuating-organ", Severity.WARNING, looks_at=("organs",))

BAD = """
charter "Archive" { edition 1; jurisdiction NL; language en; currency EUR }

commons archive "The archive" { kind knowledge; licence CC-BY-SA-4.0 }

association keepers "Stichting Archief" {
  form nl.stichting
  purpose "To keep the archive."
  protects archive
  board trustees { seats 5; filled by itself; decides by majority }
}
"""

GOOD = """
charter "Archive" { edition 1; jurisdiction NL; language en; currency EUR }

commons archive "The archive" { kind knowledge; licence CC-BY-SA-4.0 }

party readers "Readers of the archive" { side community; count 900 }

association keepers "Stichting Archief" {
  form nl.stichting
  purpose "To keep the archive."
  protects archive
  board trustees {
    seats 5
    2 filled by itself
    3 elected by readers
    term 3 years
    decides by majority
  }
}
"""


def own_share(organ: Organ) -> Fraction:
    """The part of the seats an organ fills itself."""
    share = organ.self_filling or Fraction(0)
    for line in organ.seat_lines:
        if line.by == organ.id:
            share += line.share or (Fraction(line.number or 0, organ.seats) if organ.seats else Fraction(0))
    return share


def check(context: Context) -> Iterator[Finding]:
    """Yield each organ of the charter's own bodies that chooses its own successors."""
    for entity in context.facts.own:
        for organ in entity.organs:
            if organ.advisory or organ.kind not in {"board", "office"} or organ.id in context.touched:
                continue
            share = own_share(organ)
            name = f"the {context.label(organ.id)} of {entity.label}"
            if organ.for_life:
                message = f"Whoever sits in {name} stays there for life, and answers to nobody"
            elif share >= HALF:
                part = "all" if share >= 1 else percent(share)
                message = (
                    f"Those in {name} fill {part} of its seats themselves: they answer to nobody but their successors"
                )
            else:
                continue
            yield RULE.finding(
                message,
                organ.span,
                help=(
                    "let members, users, workers or another association fill some of the seats",
                    "or limit the terms and say who may remove them: `removable by …`",
                ),
                subject=organ.id,
            )
