"""A rule of the legal form is broken.

## What it checks

Rules that are particular to a legal form, as far as a charter says enough to judge: how many classes a
multi-stakeholder co-operative has and between which weights, who may fill the board, how many votes one member may
have, which part of the votes capital may have, what must stay in reserve, whether a path for disputes or a
recipient is named. Founders, boards, distribution, votes and amendment have rules of their own.

## Why it matters

These are the conditions on which the form is granted. The register, the auditing federation or the ministry will
look at them, and losing the form may cost the lock that came with it.

## The law and sources

- For example three categories of members and colleges of 10 to 50 % in a SCIC (Loi 47-1775 arts 19 septies and
  octies), votes of investors in a European Cooperative Society (Regulation (EC) 1435/2003 art. 59), a dispute
  procedure in a New Zealand society (Incorporated Societies Act 2022). The finding cites the statute of the form.

## How to mend it

Change what the finding names until the rule is met, or take another form.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from charterlang.checks.context import Context
from charterlang.checks.law.measures import MEASURES, Measured, holds, weights
from charterlang.checks.rule import Rule
from charterlang.checks.words import a_form
from charterlang.law.form_rows import Form, FormRule
from charterlang.model.entities import Entity
from charterlang.source import Finding, Severity

RULE = Rule("LAW220", "rule-of-the-form-broken", Severity.ERROR, looks_at=("forms",))

_HEAD = """
charter "Common ground" {{ edition 1; jurisdiction NZ; language en; currency NZD }}

association commons-society "Common Ground Incorporated" {{
  form nz.incorporated-society
  purpose "To keep the gardens open."
  members gardeners {{ count 24; open to anyone after 1 month; vote one per member }}
  board committee {{ seats 3; 3 elected by gardeners; term 2 years }}
  {disputes}
}}
"""

BAD = _HEAD.format(disputes="")

GOOD = _HEAD.format(disputes="disputes mediation, then arbitration")

_SUBJECTS = {
    "members.live": ("has {found} members", "{bound}"),
    "committee": ("has {found} seats on its committee", "{bound}"),
    "supervisory": ("has {found} seats on its supervisory board", "{bound}"),
    "board.chosen_by_outsiders": ("lets outsiders fill {part} of its board", "{part_bound}"),
    "board.non_members": ("lets non-members fill {part} of its board", "{part_bound}"),
    "delegated_seats": ("has {part} of its supervisory board appointed", "{part_bound}"),
    "board.appointment": ("has a board that only chooses its own successors", ""),
    "categories": ("has {found} classes of members with a vote", "{bound}"),
    "groups": ("has {found} classes of members with a vote", "{bound}"),
    "votes.max": ("does not cap the votes of one member", "{bound}"),
    "capital.votes": ("gives capital {found} % of the votes", "{bound} %"),
    "ordinary.votes": ("leaves its members {found} % of the votes", "{bound} %"),
    "patron.votes": ("leaves its members {part} of the votes", "{part_bound}"),
    "investor.votes": ("gives investors {found} % of the votes", "{bound} %"),
    "public_bodies.capital": ("has {found} % of its capital in public hands", "{bound} %"),
    "voting": ("does not give each member one vote", ""),
    "reserves.percent": ("keeps {found} % of its surplus in reserve", "{bound} %"),
    "reserve.legal": ("keeps {found} % of its surplus in reserve", "{bound} %"),
    "reserves.legal.percent": ("keeps {found} % of its surplus in reserve", "{bound} %"),
    "asset_lock": ("does not lock its assets", ""),
    "assets-on-dissolution": ("does not say who takes its assets in the end", ""),
    "dissolution.clause": ("does not say who takes its assets in the end", ""),
    "destination_of_surplus": ("does not say who takes its assets in the end", ""),
    "dispute-settlement": ("does not say where disputes go", ""),
    "dispute_procedure": ("does not say where disputes go", ""),
    "return.maximum": ("sets no most that owners may get", ""),
    "control.forprofit": ("is steered by a body for profit", ""),
    "legal_persons.members": ("has firms and other bodies as {part} of its members", "{part_bound}"),
}
"""What is said of a body that breaks a rule, and the bound beside it, by the rule's field."""

_ADVICE = {
    "asset_lock": "add `asset lock to NAME` to its duties, or `on dissolution assets go to NAME`",
    "assets-on-dissolution": "add `on dissolution assets go to NAME`",
    "dissolution.clause": "add `on dissolution assets go to NAME`",
    "destination_of_surplus": "add `on dissolution assets go to NAME`",
    "dispute-settlement": "add `disputes mediation, then arbitration`",
    "dispute_procedure": "add `disputes mediation, then arbitration`",
    "return.maximum": "add `distribute at most …% of surplus` to its duties",
    "voting": "write `vote one per member`",
}
_RECIPIENT = frozenset({"assets-on-dissolution", "dissolution.clause", "destination_of_surplus", "asset_lock"})


def check(context: Context) -> Iterator[Finding]:
    """Yield each rule of its form that a body of the charter breaks."""
    for entity in context.facts.own:
        form = context.forms.get(entity.id)
        if form is None:
            continue
        for rule in form.checks:
            found = _found(context, entity, rule)
            if found is None or holds(rule, found) is not False or _told_elsewhere(entity, form, rule):
                continue
            yield _finding(entity, form, rule, found)
        yield from _weights(entity, form)


def _found(context: Context, entity: Entity, rule: FormRule) -> Measured | None:
    """What the charter says of a rule's field."""
    measure = MEASURES.get(rule.field)
    return measure(context, entity) if measure is not None else None


def _told_elsewhere(entity: Entity, form: Form, rule: FormRule) -> bool:
    """Whether a finding of another rule names the same fault."""
    if rule.field in _RECIPIENT and (entity.kind.value == "association" or form.nonprofit):
        return True  # AST160
    if rule.field == "board.appointment":
        return True  # POW180
    stake = any(found.voting is not None and found.voting.kind == "share" for found in entity.classes)
    return rule.field in {"votes.max", "voting"} and stake and form.one_member_one_vote  # LAW140


def _finding(entity: Entity, form: Form, rule: FormRule, found: Measured) -> Finding:
    """The rule, what the charter says instead, and where the rule comes from."""
    says, bound = _SUBJECTS[rule.field]
    figures = {"found": "", "part": "", "bound": rule.value, "part_bound": rule.value}
    if isinstance(found, Fraction):
        figures["found"] = f"{float(found):g}"
        figures["part"] = f"{found.numerator}/{found.denominator}" if found.denominator > 1 else str(found)
    limit = {">=": "at least ", ">": "more than ", "<=": "at most ", "<": "less than "}.get(rule.op, "")
    asked = (
        f", and {a_form(form.english)} asks for {limit}{bound.format(**figures)}"
        if bound
        else f", as {a_form(form.english)} must"
    )
    if rule.field == "control.forprofit":
        asked = f", which {a_form(form.english)} may not be"
    return RULE.finding(
        f"{entity.label} {says.format(**figures)}{asked}",
        entity.form_span or entity.name_span,
        severity=Severity(rule.severity),
        steps=(f"rule {rule.code}: {form.cites(rule.field.partition('.')[0])}",),
        help=(_ADVICE.get(rule.field, "change it until the rule is met, or take another form"),),
        subject=entity.id,
    )


def _weights(entity: Entity, form: Form) -> Iterator[Finding]:
    """Yield a finding where the weight of a college lies out of the bounds of the form."""
    for rule in form.checks:
        if rule.field != "college.weight" or not isinstance(rule.value, tuple):
            continue
        low, high = (Fraction(str(bound)) for bound in rule.value)
        wrong = [weight for weight in weights(entity) if not low <= weight <= high]
        if wrong:
            yield RULE.finding(
                f"{entity.label} gives one class {float(wrong[0]):g} % of the votes, "
                f"and {a_form(form.english)} asks for {float(low):g} to {float(high):g} %",
                entity.form_span or entity.name_span,
                steps=(f"rule {rule.code}: {form.cites('voting')}",),
                help=("change the weights until each lies between the bounds",),
                subject=entity.id,
            )
