"""Small pieces of English for evidence and repairs."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from charterlang.model.charter import Charter
from charterlang.model.decisions import Act, Both, Consent, Deciding, Decision, Either, Never, SomeOf
from charterlang.powers.measures import measure
from charterlang.powers.world import constitution


def joined(parts: Sequence[str], word: str = "and") -> str:
    """A list in words: "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def percent(part: Fraction) -> str:
    """A part as a percentage: "55 %", "33.3 %"."""
    exact = part * 100
    return f"{exact} %" if exact.denominator == 1 else f"{float(exact):.1f} %"


def verb(subjects: Sequence[str], one: str, many: str) -> str:
    """The verb form for so many subjects."""
    return one if len(subjects) == 1 else many


def act_words(charter: Charter, act: Act) -> str:
    """An act as a noun phrase: "to relicense The Open Cookbook"."""
    part = constitution(act.thing)
    if part is not None:
        owner = charter.label(part[0])
        what = f"the constitution of {owner}" + (f" ({part[1]})" if part[1] else "")
        return f"to {act.action} {what}"
    if act.action == "act":
        return f"to act for {charter.label(act.thing)}"
    return f"to {act.action} {charter.label(act.thing)}"


def decision_words(charter: Charter, decision: Decision) -> str:
    """A decision in words: "3/4 of general-assembly and the consent of the Attorney General on the test of purpose"."""
    if isinstance(decision, Deciding):
        name = charter.label(decision.body)
        if decision.rule is None:
            return name
        if decision.rule.of_seats is not None:
            needed, seats = decision.rule.of_seats
            return f"{needed} of {seats} in {name}"
        how = measure(decision.rule).words
        return f"{how} of {name}" if how != "majority" else f"a majority of {name}"
    if isinstance(decision, Consent):
        tests = f", tested on {joined([test.replace('-', ' ') for test in decision.tests])}" if decision.tests else ""
        return f"the consent of {charter.label(decision.of)}{tests}"
    if isinstance(decision, Both):
        return joined([_inner(charter, part) for part in decision.parts])
    if isinstance(decision, Either):
        return joined([_inner(charter, part) for part in decision.parts], "or")
    if isinstance(decision, SomeOf):
        return f"{decision.need} of ({', '.join(decision_words(charter, part) for part in decision.parts)})"
    assert isinstance(decision, Never)
    return "nobody"


def _inner(charter: Charter, decision: Decision) -> str:
    words = decision_words(charter, decision)
    return f"({words})" if isinstance(decision, Either) else words
