"""An organ's seats and the people who fill them do not add up.

## What it checks

Where an organ says how many seats it has (`seats 7`), the numbers in its seat lines (`3 elected by citizens`) and
the seats it fills itself sum to that number. Lines with a share (`half`, `60%`) count for that part of the seats;
`most` and `some` leave the sum open and the organ is not checked.

## Why it matters

Majorities are counted in seats. With a seat that nobody fills, four of seven becomes four of six; with one too
many, nobody knows whose vote does not count. The analysis counts seats as they are written, and so will a court.

## The law and sources

- The number of directors, or how it is fixed, must stand in the bylaws or the articles: Delaware General
  Corporation Law s.141(b), N-PCL s.702 (New York), BGB s.58 no.3 (Germany), Art. 69 ZGB (Switzerland).
- A body that is not filled as the statutes say may decide nothing valid, or need a court to fill it (BGB s.29).

## How to mend it

Change the number of seats, or the lines that fill them.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import many, number
from charterlang.model.entities import Organ
from charterlang.source import Finding, Label, Severity

RULE = Rule("GOV111", "seats-that-do-not-add-up", Severity.ERROR, looks_at=("organs",))

BAD = """
charter "Kitchen" { edition 1; jurisdiction US-NY; language en; currency USD }

association kitchen "Friends of the Kitchen" {
  form us.ny.nfp
  members citizens { count 400; vote one per member }
  members cooks { count 25; vote one per member }
  board council {
    seats 7
    3 elected by citizens
    2 elected by cooks
    decides by majority
  }
}
"""

GOOD = """
charter "Kitchen" { edition 1; jurisdiction US-NY; language en; currency USD }

association kitchen "Friends of the Kitchen" {
  form us.ny.nfp
  members citizens { count 400; vote one per member }
  members cooks { count 25; vote one per member }
  board council {
    seats 7
    4 elected by citizens
    3 elected by cooks
    decides by majority
  }
}
"""


def filled(organ: Organ) -> Fraction | None:
    """How many seats the lines of an organ fill; None where they leave that open or there are none."""
    if organ.seats is None or not (organ.seat_lines or organ.self_filling):
        return None
    total = Fraction(0)
    for line in organ.seat_lines:
        if line.number is not None:
            total += line.number
        elif line.share is not None and line.word not in {"most", "some"}:
            total += line.share * organ.seats
        else:
            return None
    return total + (organ.self_filling or 0) * organ.seats


def check(context: Context) -> Iterator[Finding]:
    """Yield each organ whose seats and seat lines differ."""
    for organ in context.charter.organs.values():
        total = filled(organ)
        if total is None or organ.seats is None or total == organ.seats:
            continue
        entity = context.charter.entities[organ.entity]
        name = f"{context.label(organ.id)} of {entity.label}"
        short = organ.seats - total
        count = number(int(abs(short))) if short == int(short) else f"{float(abs(short)):.1f}"
        what = f"nobody fills {count} of them" if short > 0 else f"the lines fill {count} too many"
        yield RULE.finding(
            f"There {'is' if organ.seats == 1 else 'are'} {many(organ.seats, 'seat')} in the {name}, but {what}",
            organ.span,
            related=tuple(Label(line.span, "fills seats") for line in organ.seat_lines if line.span is not None),
            help=(
                f"write `seats {int(total)}`" if total == int(total) else "let the parts make up a whole",
                "or change who fills how many of them",
            ),
            subject=organ.id,
        )
