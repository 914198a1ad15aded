"""A charter names no key of a commons: no name, no domain, no repository, no title.

## What it checks

A commons of software, knowledge, data, design, culture or a platform has at least one declared asset by which it
could be lost (a mark, a domain, a repository, a channel, a registry, an account), and a commons of land, housing or
buildings has its title.

## Why it matters

The work may be free while the name is not. Names, domains and places of publication are the levers most captures
were made with, and they are often held by whoever happened to set them up. What the charter does not name, the
papers cannot hand to the protector.

## The law and sources

- A free licence grants no right to the name (Apache-2.0 s.6; CC-BY-SA-4.0 s.2(b)(2)); marks, domains and accounts
  are separate things with holders of their own.
- Ostrom's first principle: it is clear what is held in common (Cox and others 2010, 1B).

## How to mend it

In the block of the protector write what it holds: `holds trademark "NAME"`, `holds domain "name.example"`, `holds
repository "…"`.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import listing
from charterlang.source import Finding, Severity

RULE = Rule("AST115", "keys-left-unsaid", Severity.NOTE, looks_at=("commons",))

_HEAD = """
charter "Loom" { edition 1; jurisdiction DE; language en; currency EUR }

commons loom "Loom" { kind software; licence AGPL-3.0-or-later }
"""

BAD = (
    _HEAD
    + """
association foundation "Loom Foundation e.V." {
  form de.ev
  purpose "To keep Loom free."
  protects loom
}
"""
)

GOOD = (
    _HEAD
    + """
association foundation "Loom Foundation e.V." {
  form de.ev
  purpose "To keep Loom free."
  protects loom
  holds trademark "LOOM", domain "loom.example"
}
"""
)

_KEYS = {
    **dict.fromkeys(
        ("software", "data", "platform", "standard", "model"), ("its name", "its domain", "its repository")
    ),
    **dict.fromkeys(("knowledge", "design", "culture"), ("its name", "its domain")),
    **dict.fromkeys(
        ("land", "housing", "space", "forest", "pasture", "infrastructure", "energy"), ("the title to it",)
    ),
}
_STATEMENTS = {
    "its name": 'trademark "…"',
    "its domain": 'domain "…"',
    "its repository": 'repository "…"',
    "the title to it": 'land "…"',
}


def check(context: Context) -> Iterator[Finding]:
    """Yield each protected commons of which no asset is declared at all."""
    for commons in context.charter.commons.values():
        wanted = _KEYS.get(commons.kind, ())
        protectors = [body for body in context.facts.protectors[commons.id] if not body.external]
        if not wanted or not protectors or commons.copyright is not None or commons.channel_held_by:
            continue
        if context.facts.assets_of[commons.id]:
            continue
        statement = "holds " + ", ".join(_STATEMENTS[key] for key in wanted)
        yield RULE.finding(
            f"Nothing says who holds {listing(wanted)}: {commons.label} can be lost with any of them",
            commons.name_span or commons.span,
            help=(f"write in the block of {protectors[0].id} what it holds: {statement}",),
            subject=commons.id,
        )
