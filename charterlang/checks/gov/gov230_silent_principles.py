"""A commons leaves some of Ostrom's questions unanswered.

## What it checks

For each commons with a protector, the eleven design principles: who may use it and what it is; whether the rules
fit; whether benefits match costs; who takes part in changing the rules; who watches use and condition; what follows
a breach; where conflicts go; whether the right to organise is recognised; how it is nested. (By which law the
protector is recognised, LAW115 asks.) A principle is answered where the charter has the statement that answers it.
Those left silent are told in one note.

## Why it matters

Ninety-one studies bear the principles out: commons that lasted answer most of them. They are a diagnosis and no
recipe; a commons of knowledge may leave some aside with good reason.

## The law and sources

- Elinor Ostrom, *Governing the Commons* (1990), the design principles.
- Michael Cox, Gwen Arnold, Sergio Villamayor Tomás, "A Review of Design Principles for Community-based Natural
  Resource Management", *Ecology and Society* 15(4):38 (2010).

## How to mend it

Answer what matters in your case: `boundaries "…"`, `rules "…"`, `monitored by …`, `sanctions "…", "…"`, `disputes
…`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from charterlang.checks.context import Context
from charterlang.checks.facts import Facts
from charterlang.checks.rule import Rule
from charterlang.checks.words import listing, many
from charterlang.model.entities import Entity
from charterlang.model.things import Commons
from charterlang.source import Finding, Severity

RULE = Rule("GOV230", "silent-principles", Severity.NOTE, looks_at=("commons",))

_HEAD = """
charter "Pasture" {{ edition 1; jurisdiction CH; language en; currency CHF }}

commons alp "The alp" {{
  kind pasture
  produces "grass for the summer"
  produced by keepers.herders
  access keepers.herders
  boundaries "the alp above the second gate, as on the map"
  {more}
}}

association keepers "Alpgenossenschaft" {{
  form ch.verein
  purpose "To keep the alp."
  protects alp
  members herders {{ count 30; open to anyone after 6 months; vote one per member }}
  assembly meeting of herders {{ decides by majority }}
  powers {{ amend articles requires meeting by 2/3 }}
}}
"""

BAD = _HEAD.format(more="")

GOOD = _HEAD.format(
    more="""rules "one cow for each winter's hay; looked at every spring"
  limits "not before the first of June"
  monitored by keepers.herders
  sanctions "a word", "a fine", "a summer away"
  disputes mediation, then court"""
)

Answer = Callable[[Facts, Commons, tuple[Entity, ...]], bool]

ANSWERS: tuple[tuple[str, str, str, Answer], ...] = (
    (
        "1A",
        "who may use it",
        'access … or boundaries "…"',
        lambda _, commons, __: bool(commons.access or commons.access_open or commons.access_text or commons.boundaries),
    ),
    (
        "1B",
        "what exactly it is",
        'produces "…"',
        lambda facts, commons, _: bool(commons.produces or commons.boundaries or facts.assets_of[commons.id]),
    ),
    (
        "2A",
        "why its rules fit",
        'rules "…"',
        lambda _, commons, __: bool(commons.rules or commons.limits or commons.licences),
    ),
    (
        "2B",
        "what users give back",
        "contributions …",
        lambda facts, commons, protectors: bool(
            commons.contributions or commons.limits or any(body.id in facts.creditors for body in protectors)
        ),
    ),
    (
        "3",
        "who takes part in changing the rules",
        "members with a vote",
        lambda _, __, protectors: any(body.classes or body.organs or body.external for body in protectors),
    ),
    ("4", "who watches over it", "monitored by …", lambda _, commons, __: bool(commons.monitored_by)),
    ("5", "what follows a breach", 'sanctions "…", "…"', lambda _, commons, __: bool(commons.sanctions)),
    (
        "6",
        "where conflicts go",
        "disputes …",
        lambda _, commons, protectors: bool(commons.disputes or any(body.disputes for body in protectors)),
    ),
)
"""Each principle asked here, what it asks, the statement that answers it, and whether a charter does."""


def check(context: Context) -> Iterator[Finding]:
    """Yield each commons with principles left silent, all of them in one note."""
    for commons in context.charter.commons.values():
        protectors = context.facts.protectors[commons.id]
        if not protectors:
            continue
        silent = [(what, how) for _, what, how, given in ANSWERS if not given(context.facts, commons, protectors)]
        if not silent:
            continue
        questions = listing([what for what, _ in silent], "or")
        statements = ", ".join(f"`{how}`" for _, how in silent)
        yield RULE.finding(
            f"{commons.label} does not say {questions} ({many(len(silent), 'design principle')} of Ostrom left silent)",
            commons.name_span or commons.span,
            help=(f"what would answer: {statements}",),
            subject=commons.id,
        )
