"""The acts and groups of a verdict in words: who could do what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from charterlang.checks.words import listing
from charterlang.powers.verdicts import Level, Member, Protection, Side

if TYPE_CHECKING:
    from charterlang.checks.context import Context
    from charterlang.model import Charter
    from charterlang.model.decisions import Act

_ACTS = {
    "act": "decide what {thing} does",
    "admit": "decide who joins {thing}",
    "amend": "amend {thing}",
    "appoint": "fill the seats of {thing}",
    "borrow": "put {thing} into debt",
    "close": "shut access to {thing}",
    "convert": "turn {thing} into another kind of body",
    "dissolve": "dissolve {thing}",
    "distribute": "pay out what {thing} holds",
    "expel": "expel members of {thing}",
    "license": "license {thing} as they please",
    "merge": "merge {thing} into another body",
    "relicense": "relicense {thing}",
    "remove": "remove those who sit in {thing}",
    "sell": "sell {thing}",
    "terminate": "end {thing}",
    "transfer": "hand {thing} to others",
    "withhold": "withhold {thing}",
}
_CLOSED = frozenset({"openness", "reciprocity"})
_STRENGTHS = {
    "majority": "a majority of {party}",
    "all": "all of {party}",
    "sitting": "those who now sit in {party}",
    "": "{party}",
}


def act_phrase(charter: Charter, act: Act, kind: str = "") -> str:
    """An act as the end of "can …", in the words of the kind of value it breaks: `close future versions of Brindle`."""
    thing = thing_words(charter, act.thing)
    if act.action == "relicense" and kind in _CLOSED:
        return f"close future versions of {thing}"
    if act.action == "act" and act.thing not in charter.entities:
        return f"decide what is done with {thing}"
    return _ACTS.get(act.action, act.action + " {thing}").format(thing=thing)


def thing_words(charter: Charter, thing: str) -> str:
    """How a sentence names the thing of an act: its title or name, articles by the body they belong to."""
    body, found, part = thing.partition(".articles")
    if not found or thing in charter.elements:
        return charter.label(thing)
    what = f"the clause on {part[1:].replace('-', ' ')} in the articles" if part else "the articles"
    return f"{what} of {charter.label(body)}"


def act_words(context: Context, act: Act, value: str = "") -> str:
    """An act as the end of "can …", in the words of the value of that name."""
    stated = context.charter.values.get(value)
    return act_phrase(context.charter, act, stated.kind if stated is not None else value)


def member_words(context: Context, member: Member) -> str:
    """One party of a coalition and how much of it must agree: `3/4 of maintainers`."""
    party = context.label(member.party)
    if member.strength == "joining" or member.side is Side.OUTSIDERS:
        return f"outsiders who join {party}"
    if member.strength in _STRENGTHS:
        return _STRENGTHS[member.strength].format(party=party)
    return f"{member.strength} of {party}"


def group_words(context: Context, coalition: Sequence[Member]) -> str:
    """A coalition as the subject of a sentence."""
    return listing([member_words(context, member) for member in coalition]) or "nobody in particular"


def breach_words(context: Context, protection: Protection) -> str:
    """What could happen, as a sentence without full stop: `Harbour Fund can close future versions of Brindle alone`."""
    who = group_words(context, protection.coalition)
    what = protection.breach or act_words(context, protection.act, protection.value)
    if len(protection.coalition) == 1 and "alone" not in what:
        strength = protection.coalition[0].strength
        suffix = {"": " alone", "sitting": " by themselves"}.get(strength, "")
        return f"{who} can {what}{suffix}"
    return f"{who} together can {what}" if len(protection.coalition) > 1 else f"{who} can {what}"


def standing(level: Level | None) -> str:
    """A level as it is printed: `exposed (0)`."""
    return "not examined" if level is None else f"{level.word} ({level.value})"
