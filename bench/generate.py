"""Charters of any length, generated: the same size and seed always give the same text, and every name in it resolves.

Run `python bench/generate.py --lines 5000` (or `--declarations 1000`) to print one. Each ecology is a commons with its
mark, an association with classes, organs and powers, three firms with duties, an agreement, a provision and the flows
between them: about 150 lines and 20 declarations. Ecologies trade with one another, so the graph is connected.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from itertools import islice

_HEAD = """\
# A federation of commons, generated to measure with.
charter "Federation" {
  edition       1
  version       "1.0"
  jurisdiction  DE
  language      en
  currency      EUR
}

value openness "What we make is open to all."       { kind openness }
value reciprocity "Whoever takes gives back."       { kind reciprocity }
value self-rule "Those whom it affects decide."     { kind community-control }
"""

_WORDS = ("bread", "loom", "seed", "tide", "grove", "forge", "field", "river", "quarry", "orchard", "mill", "harbour")
_FORMS = ("de.eg", "de.gmbh", "fr.scic", "uk.cic")
_LICENCES = ("AGPL-3.0-or-later", "CC-BY-SA-4.0", "MPL-2.0", "CERN-OHL-S-2.0")
_ACTS = ("relicense", "transfer", "close", "lease", "sell")


def _commons(name: str, chance: random.Random) -> str:
    return f"""\
commons {name} "The {name} commons" {{
  kind           knowledge
  produces       "designs, code and test data of {name}"
  produced by    {name}-trust.makers, {name}-works, {name}-tools
  licence        {chance.choice(_LICENCES)}, irrevocable
  contributions  under DCO
  access         open to anyone
  upholds        openness, reciprocity
}}"""


def _mark(name: str) -> str:
    return f"""\
asset {name}-mark "Word mark {name.upper()}" {{
  kind  trademark
  of    {name}
}}"""


def _association(name: str, beyond: str, chance: random.Random) -> str:
    acts = "\n".join(
        f"    {act} {thing}  requires assembly by {chance.choice(('2/3', '3/4', '4/5'))} and council by 2/3"
        for act in _ACTS
        for thing in (name, f"{name}-mark")
    )
    return f"""\
# The protector of {name}.
association {name}-trust "Friends of {name}" {{
  form      de.ev
  purpose   "To protect {name} and to empower those who make it."
  protects  {name}
  holds     {name}-mark
  upholds   openness, reciprocity, self-rule
  empowers  makers by "stipends, hosting, legal defence"

  members makers {{
    count  {chance.randrange(20, 900)}
    open to anyone after {chance.randrange(1, 12)} months admitted by council
    vote   one per member
  }}

  members users {{
    count          {chance.randrange(100, 9000)}
    open to anyone
    usual turnout  {chance.randrange(5, 60)}%
    vote           one per member
  }}

  assembly assembly of makers, users {{
    quorum      {chance.randrange(10, 50)}%
    decides by  majority of votes cast
    meets       every 6 months
  }}

  board council {{
    seats 7
    3 elected by makers
    2 elected by users
    1 appointed by {name}-works
    1 appointed by {beyond}-trust
    term        2 years, staggered
    decides by  majority
  }}

  powers {{
    act  requires council
{acts}
    admit to makers  requires council
    amend articles   requires assembly by 3/4 and consent of {beyond}-trust
    dissolve         requires assembly by 4/5
  }}

  on dissolution assets go to {beyond}-trust
}}"""


def _firm(name: str, trade: str, chance: random.Random) -> str:
    return f"""\
firm {name}-{trade} "{name.title()} {trade.title()}" {{
  form     {chance.choice(_FORMS)}
  purpose  "To live well from {name}, and {name} from us."
  upholds  openness, reciprocity
  uses     {name}

  members workers {{
    count  {chance.randrange(5, 200)}
    vote   one per member
  }}

  assembly meeting of workers {{ decides by majority }}

  duties {{
    contribute {chance.randrange(3, 20)}% of surplus to {name}-trust
    publish improvements to {name} within {chance.randrange(1, 12)} months
    distribute at most {chance.randrange(20, 60)}% of surplus
    asset lock to {name}-trust
  }}

  powers {{
    amend articles  requires meeting by 3/4 and consent of {name}-trust testing purpose
    sell            requires meeting by 3/4 and (consent of {name}-trust or 2 of (meeting, workers by 4/5))
    dissolve        requires meeting by 3/4
  }}

  on dissolution assets go to {name}-trust
}}"""


def _agreement(name: str) -> str:
    return f"""\
agreement {name}-partners "{name.title()} Partner Agreement" {{
  between {name}-trust, {name}-works

  duties {{
    {name}-works contributes 3% of revenue to {name}-trust
    {name}-trust licenses {name}-mark to {name}-works
  }}

  term       5 years, renewable
  terminate  requires {name}-trust.council
  on breach  {name}-works loses licence of {name}-mark after 60 days
  disputes   mediation, then arbitration in "Berlin"
}}"""


def _provision(name: str) -> str:
    return f"""\
provision {name}-care "Keeping {name} well" {{
  need        "Repairs within 14 days, for everyone"
  by          commons from {name}-trust.makers
  by          purchase from {name}-works
  decided by  {name}-trust.assembly
  affects     {name}-neighbours by "noise and lost trade" remedied by duty of {name}-works
}}"""


def _ecology(name: str, beyond: str, chance: random.Random) -> Iterator[str]:
    """The declarations of one commons and those around it."""
    yield _commons(name, chance)
    yield _mark(name)
    yield _association(name, beyond, chance)
    for trade in ("works", "tools", "school"):
        yield _firm(name, trade, chance)
    yield f'party {name}-neighbours "Those who live near {name}" {{\n  side   community\n  count  2000\n}}'
    yield f'investor {name}-lender "Lender to {name}"'
    yield f'fund {name}-fund "Fund of {name}" {{ held by {name}-trust }}'
    yield _agreement(name)
    yield _provision(name)
    for number, (giver, taker) in enumerate(
        (("works", "trust"), ("tools", "trust"), ("trust", "fund"), ("fund", "school"))
    ):
        amount = chance.randrange(1, 900) * 100
        yield f"flow {name}-{number} from {name}-{giver} to {name}-{taker} {amount} EUR per month"
    yield f"flow {name}-abroad from {name}-works to {beyond}-trust {chance.randrange(1, 90) * 100} EUR per year"
    yield f"expect openness of {name} is entrenched"


def _declarations(seed: int) -> Iterator[str]:
    """Declarations without end; each ecology leans on the first, so all names resolve once that one is whole."""
    chance = random.Random(seed)
    first = f"{_WORDS[0]}-0"
    number = 0
    while True:
        name = f"{_WORDS[number % len(_WORDS)]}-{number // len(_WORDS)}"
        yield from _ecology(name, first, chance)
        number += 1


_ECOLOGY = 17


def charter(lines: int = 0, *, declarations: int = 0, seed: int = 7) -> str:
    """A charter of about so many lines, or of exactly so many declarations, its head among them.

    Cut off by lines it ends with a whole ecology; cut off by declarations the last ecology may be in part, with names
    that are not declared.
    """
    if declarations:
        made = islice(_declarations(seed), max(declarations - 4, 0))
        return _HEAD + "\n" + "\n\n".join(made) + "\n"
    parts = [_HEAD]
    count = _HEAD.count("\n")
    source = _declarations(seed)
    while count < lines:
        ecology = "\n\n".join(islice(source, _ECOLOGY)) + "\n"
        parts.append(ecology)
        count += ecology.count("\n") + 1
    return "\n".join(parts)


def main() -> None:
    options = argparse.ArgumentParser(description="Print a generated charter.")
    options.add_argument("--lines", type=int, default=5000)
    options.add_argument("--declarations", type=int, default=0)
    options.add_argument("--seed", type=int, default=7)
    given = options.parse_args()
    print(charter(given.lines, declarations=given.declarations, seed=given.seed), end="")


if __name__ == "__main__":
    main()
