"""Short words for ties: shares, rules, sums and duties in the few words that stand beside a line."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from charterlang.model.charter import Charter
from charterlang.model.decisions import Act, Rule
from charterlang.model.entities import SeatLine
from charterlang.model.quantities import Duration, Money
from charterlang.model.things import Duty
from charterlang.ties.model import ARTICLES


def percent(share: Fraction) -> str:
    """A share in percent, with one decimal where it is not whole: `55%`, `33.3%`."""
    points = share * 100
    return f"{points}%" if points.denominator == 1 else f"{float(points):.1f}%"


def amount(value: Decimal) -> str:
    """An amount with its thousands apart and no needless decimals: `500,000,000`, `12.50`."""
    whole = value == value.to_integral_value()
    return f"{int(value):,}" if whole else f"{value:,.2f}"


def money(sum_: Money, per: str = "") -> str:
    """A sum as charters write it: `5,000 USD per month`."""
    return f"{amount(sum_.amount)} {sum_.currency}" + (f" per {per}" if per else "")


def duration(span: Duration) -> str:
    """A span of time: `6 months`."""
    return f"{span.number} {span.unit}{'' if span.number == 1 else 's'}"


def rule(given: Rule | None) -> str:
    """A decision rule after the name of the body: `by 3/4`, `by majority`, `5 of 7`; "" where none was given."""
    if given is None:
        return ""
    if given.of_seats is not None:
        return f"by {given.of_seats[0]} of {given.of_seats[1]}"
    if given.kind == "fraction" and given.share is not None:
        return f"by {given.share}"
    return f"by {given.kind}"


def seats(line: SeatLine, of: int | None) -> str:
    """How many seats one line fills: `3 of 7 seats`, `all seats`, `most seats`."""
    if line.number is not None and line.number == of and of > 1:
        return f"all {of} seats"
    if line.number is not None:
        return f"{line.number} of {of} seats" if of else f"{line.number} {'seat' if line.number == 1 else 'seats'}"
    if line.share == 1:
        return "all seats"
    if line.share is not None:
        return f"{percent(line.share)} of the seats"
    return f"{line.word} seats" if line.word else "seats"


def thing(charter: Charter, name: str) -> str:
    """How a line names the thing of an act: by its label, or as the articles (or a part of them) of their body."""
    body, mark, part = name.partition(ARTICLES)
    if not mark or name in charter.elements:
        return charter.label(name)
    what = f"the {part[1:].replace('-', ' ').replace('.', ' ')} clause" if part else "articles"
    return f"{what} of {charter.label(body)}"


def act(charter: Charter, given: Act, holder: str = "") -> str:
    """An act in two or three words: `relicense The Open Cookbook`; acts on the `holder` itself need no name."""
    if given.thing == holder:
        return {"act": "act for it", "decide": "decide on it"}.get(given.action, given.action)
    body, mark, part = given.thing.partition(ARTICLES)
    if mark and body == holder:
        return f"{given.action} {part[1:].replace('-', ' ').replace('.', ' ') if part else 'articles'}"
    return f"{given.action} {thing(charter, given.thing)}"


_VERBS = {
    "contribute": "gives",
    "pay": "pays",
    "pay-floor": "pays at least",
    "publish": "publishes",
    "license": "licenses",
    "report": "reports",
    "hire": "hires",
    "restore": "restores",
    "hand-over": "hands over",
    "keep": "keeps",
}


def duty(charter: Charter, owed: Duty) -> str:
    """A duty in the few words beside its line: `10% of surplus`, `publishes improvements`, `asset lock`."""
    if owed.kind == "asset-lock":
        return "asset lock"
    if owed.kind == "distribute":
        return (
            "pays out nothing"
            if not owed.share
            else f"pays out at most {percent(owed.share)} of {owed.base or 'surplus'}"
        )
    if owed.kind == "grant-veto":
        acts = ", ".join(act(charter, each, owed.debtor) for each in owed.acts)
        return f"veto on {acts}" if acts else "veto"
    if owed.kind == "must-not":
        return "must not " + ", ".join(act(charter, each, owed.debtor) for each in owed.acts)
    if owed.kind in {"contribute", "pay", "pay-floor"}:
        sum_ = money(owed.money, owed.per) if owed.money is not None else ""
        if owed.share is not None:
            sum_ = f"{percent(owed.share)} of {owed.base}" if owed.base else percent(owed.share)
        start = "" if owed.kind != "pay-floor" else "at least "
        return start + (sum_ or owed.text or "contributions")
    names = ", ".join(charter.label(name) for name in owed.things)
    what = owed.text or names
    if owed.kind == "publish":
        return f"publishes {what}"
    if owed.kind == "report":
        return f"reports every {duration(owed.every)}" if owed.every is not None else "reports"
    return " ".join(filter(None, (_VERBS.get(owed.kind, owed.kind.replace("-", " ")), what)))
