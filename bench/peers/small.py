"""A charter of many small declarations: about 125 bytes each, all names resolving, every commons protected."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

_HEAD = """\
charter "Federation" {
  edition       1
  jurisdiction  DE
  currency      EUR
}
value openness "What we make is open to all." { kind openness }
value self-rule "Those whom it affects decide." { kind community-control }
"""


def _ecology(name: str, beyond: str) -> Iterator[str]:
    """Twenty-five declarations around one commons."""
    yield f"""\
commons {name} "The {name} commons" {{
  kind knowledge
  licence CC-BY-SA-4.0
  contributions under DCO
  upholds openness, self-rule
}}
"""
    yield f"""\
association {name}-trust "Friends of {name}" {{
  form de.ev
  purpose "To keep {name} open."
  protects {name}
  upholds openness, self-rule
  members people {{
    count 120
    open to anyone after 3 months admitted by assembly
    vote one per member
  }}
  assembly assembly of people {{ quorum 30%; decides by majority }}
  board council {{ seats 5; 5 elected by people; term 2 years }}
  powers {{
    act requires council
    relicense {name} requires assembly by 3/4 and council by 2/3
    amend articles requires assembly by 3/4
    dissolve requires assembly by 4/5
  }}
  on dissolution assets go to {beyond}-trust
}}
"""
    for kind in ("works", "tools"):
        yield f"""\
firm {name}-{kind} "{name} {kind} eG" {{
  form de.eg
  uses {name}
  upholds openness
  members workers {{ count 12; open to anyone after 6 months; vote one per member }}
  duties {{ contribute 10% of surplus to {name}-trust }}
  powers {{ amend articles requires workers by 3/4 and consent of {name}-trust }}
}}
"""
    yield f"fund {name}-fund {{ held by {name}-trust }}\n"
    for kind in ("trademark", "domain", "repository"):
        yield f"asset {name}-{kind} {{ kind {kind}; of {name}; held by {name}-trust }}\n"
    for number in range(6):
        yield f'party {name}-neighbour-{number} "Neighbours of the {name} commons" {{ side community; count {number + 8} }}\n'
    yield f"""\
provision {name}-meals {{
  need "A meal a day"
  by gift from {name}-neighbour-0
  by purchase from {name}-works paid by {name}-fund
  decided by {name}-trust.assembly
  affects {name}-neighbour-1 by "noise" remedied by {name}-fund
}}
"""
    for number in range(8):
        target = f"{name}-trust" if number % 2 else f"{beyond}-works"
        yield f"flow {name}-return-of-month-{number} from {name}-works to {target} {number + 1}00 EUR per month\n"
    yield f"expect openness of {name} is entrenched\n"
    yield f"expect nobody among {name}-works, {name}-tools can relicense {name}\n"


def federation(declarations: int) -> str:
    """A charter of about `declarations` declarations."""
    names = [f"c{number:03}" for number in range(declarations // 25)]
    pairs = zip(names, [*names[1:], names[0]], strict=True)
    bodies = (text for name, beyond in pairs for text in _ecology(name, beyond))
    return _HEAD + "".join(islice(bodies, declarations - 3))
