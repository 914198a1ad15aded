"""Nobody is said to hold an asset of the commons.

## What it checks

Every declared asset (a mark, a domain, a repository, land, data, a title) has a holder: it says `held by`, or
somebody's block says `holds`.

## Why it matters

What nobody holds by the charter somebody holds in fact: the person who registered the domain, the firm that applied
for the mark. In a quarrel the register decides, not the custom. The analysis cannot say who could take the asset
away, and the papers have to leave the line blank.

## The law and sources

- Trade marks belong to whoever is registered as their owner (Madrid Agreement and Protocol; Regulation (EU)
  2017/1001 art. 6; in the United States the owner is who uses or intends to use the mark, 15 U.S.C. s.1051).
- Domain names belong to the registrant by contract with the registrar; there is no title beyond the contract.
- Ostrom's first principle: it is clear what is held in common (Ostrom 1990; Cox and others 2010, 1B).

## How to mend it

Write `holds NAME` in the block of the body that protects the commons, and see that the register says the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import listing
from charterlang.source import Finding, Severity

RULE = Rule("AST110", "asset-without-holder", Severity.WARNING, looks_at=("assets",))

BAD = """
charter "Loom" { edition 1; jurisdiction DE; language en; currency EUR }

commons loom "Loom" {
  kind software
  licence AGPL-3.0-or-later
}

asset loom-mark "Word mark LOOM" {
  kind trademark
  of loom
}

association foundation "Loom Foundation e.V." {
  form de.ev
  protects loom
}
"""

GOOD = """
charter "Loom" { edition 1; jurisdiction DE; language en; currency EUR }

commons loom "Loom" {
  kind software
  licence AGPL-3.0-or-later
}

asset loom-mark "Word mark LOOM" {
  kind trademark
  of loom
}

association foundation "Loom Foundation e.V." {
  form de.ev
  protects loom
  holds loom-mark
}
"""


def check(context: Context) -> Iterator[Finding]:
    """Yield each asset without a holder, with the protector that should hold it where there is one."""
    for asset in context.charter.assets.values():
        if asset.holdings:
            continue
        protectors = [body for name in asset.of for body in context.facts.protectors.get(name, ()) if not body.external]
        fixes = [
            fix
            for body in protectors[:1]
            for fix in context.insertion(body.span, f"holds {asset.id}", f"Let {body.label} hold {asset.label}")
        ]
        who = listing([body.label for body in protectors], "or") or "the body that protects the commons"
        yield RULE.finding(
            f"Nobody is said to hold {asset.label}, so nobody knows who could take it away",
            asset.name_span or asset.span,
            help=(f"write `holds {asset.id}` in the block of its holder: best that of {who}",),
            fixes=tuple(fixes),
            subject=asset.id,
        )
