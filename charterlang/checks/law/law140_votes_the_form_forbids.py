"""Members vote in a way the legal form does not allow.

## What it checks

Where the form gives each member one vote, no class votes by share or by stake; where it caps the votes of one
holder, the class has a cap. A class of shares beside the members is a warning, since several laws let investors
vote within limits.

## Why it matters

A vote in the wrong currency is void, or turns the body into another one in the eyes of the register. One member,
one vote is also what keeps a co-operative from being bought.

## The law and sources

- For example GenG s.43(3) (one vote, up to three for special merit), Regulation (EC) 1435/2003 art. 59,
  Co-operative and Community Benefit Societies Act 2014 with the registrar's policy, N.Y. Cooperative Corporations
  Law s.88. The finding cites the statute of the form.

## How to mend it

Write `vote one per member`; give those who bring capital a capped interest instead of votes.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.rule import Rule
from charterlang.checks.words import a_form
from charterlang.source import Finding, Severity

RULE = Rule("LAW140", "votes-the-form-forbids", Severity.ERROR, looks_at=("forms",))

_HEAD = """
charter "Bakery" {{ edition 1; jurisdiction DE; language en; currency EUR }}

firm bakery "The bakery eG" {{
  form de.eg
  purpose "To bake together."
  members bakers {{ count 12; open to anyone after 6 months; {vote} }}
}}
"""

BAD = _HEAD.format(vote="votes by share")

GOOD = _HEAD.format(vote="vote one per member")

_BY_STAKE = frozenset({"share", "patronage"})


def check(context: Context) -> Iterator[Finding]:
    """Yield each class that votes by stake where the form counts heads."""
    for entity in context.facts.own:
        form = context.forms.get(entity.id)
        if form is None or form.voting.rule not in {"one-member-one-vote", "capped-votes"}:
            continue
        for found in entity.classes:
            voting = found.voting
            if voting is None or voting.kind not in _BY_STAKE or voting.source:
                continue
            capped = voting.cap is not None or voting.cap_votes is not None
            if form.voting.rule == "capped-votes" and capped:
                continue
            mild = found.kind == "shares" or voting.kind == "patronage" or capped
            how = "by what they hold" if voting.kind == "share" else "by what they trade"
            limits = "; ".join(form.voting.limits)
            who = f"The {context.label(found.id)} of {entity.label}"
            yield RULE.finding(
                f"{who} vote {how}, but in {a_form(form.english)} each member has one vote",
                voting.span or found.span,
                severity=Severity.WARNING if mild else Severity.ERROR,
                steps=tuple(text for text in (form.cites("voting"), limits) if text),
                help=("write `vote one per member`",),
                fixes=context.replacement(voting.span, "votes by share", "vote one per member"),
                subject=found.id,
            )
