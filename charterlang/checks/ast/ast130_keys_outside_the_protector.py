"""Somebody other than its protector holds a key of a commons.

## What it checks

The name, the domain, the repository, the release channel, the registry, the title and the land of a commons are
held by a body that protects it, or by somebody who holds them on behalf of one. Commercial holders have a rule of
their own (AST140).

## Why it matters

Each key is a lever of its own. A right to fork saves the published work, never the name under which people look for
it, nor the address from which updates come. A friend who holds the domain for years may leave, die, divorce or be
sued.

## The law and sources

- Marks: the registered owner decides (Regulation (EU) 2017/1001 arts 9 and 20; 15 U.S.C. ss.1060 and 1114).
- Domains: the registrant of record decides, by the terms of the registry and the registrar.
- Who holds for another as a trustee is bound by the trust or the mandate, but only if there is one, and it can be
  proved.

## How to mend it

Transfer the key to the protector and write `holds …` in its block; or state on whose behalf it is held: `held by
ana on behalf of foundation`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.ast.keys import astray
from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("AST130", "keys-outside-the-protector", Severity.WARNING, looks_at=("assets",))

HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

commons loom "Loom" {{ kind software; licence AGPL-3.0-or-later }}

person ana "Ana" {{ side community }}

asset home "loom.example" {{ kind domain; of loom; held by {holder} }}

association foundation "Loom Foundation e.V." {{
  form de.ev
  purpose "To keep Loom free."
  protects loom
}}
"""

BAD = HEAD.format(holder="ana")

GOOD = HEAD.format(holder="foundation")


def check(context: Context) -> Iterator[Finding]:
    """Yield, for each commons, the keys held by people and bodies that do not protect it."""
    yield from astray(context, RULE, commercial=False)
