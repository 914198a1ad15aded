"""A party that is there for its owners' gain holds a key of a commons.

## What it checks

The name, the domain, the repository, the release channel, the registry, the title and the land of a commons that
has a protector are not held by an investor, by a firm whose legal form lets it pay its owners freely, or by a party
of the commercial side. Where the power analysis already reports the key, this rule is silent.

## Why it matters

A key in a firm's hands goes where the firm goes: to a buyer, to a creditor, to an administrator. In most captures
on record the lever was a name, a domain or a registry that a friendly firm had held for years.

## The law and sources

- What a company holds is part of its assets and may be sold with it, or by its insolvency administrator (InsO s.80;
  Insolvency Act 1986 sch.4; 11 U.S.C. s.363).
- A contract that obliges the firm to hand the key over is a claim like others in an insolvency, unless a right in
  the thing or a trust secures it.

## How to mend it

Let the protector hold the key and license its use to the firm: a trademark licence or a service contract gives the
firm what it needs.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.ast.ast130_keys_outside_the_protector import HEAD
from charterlang.checks.ast.keys import astray
from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("AST140", "key-in-commercial-hands", Severity.WARNING, looks_at=("assets",), protection=True)

_FIRM = """
firm warp "Warp GmbH" {
  form de.gmbh
  uses loom
}
"""

BAD = HEAD.format(holder="warp") + _FIRM

GOOD = HEAD.format(holder="foundation") + _FIRM


def check(context: Context) -> Iterator[Finding]:
    """Yield, for each commons, the keys held by commercial parties."""
    yield from astray(context, RULE, commercial=True)
