"""Acts, rules, decisions and powers."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from charterlang.model.actions import ACTIONS
from charterlang.model.decisions import (
    MAJORITY,
    Act,
    Both,
    Consent,
    Deciding,
    Decision,
    Either,
    Never,
    Power,
    Rule,
    SomeOf,
)
from charterlang.model.kinds import CONSENT_TESTS, LOCK_BASES
from charterlang.model.lower.draft import Draft
from charterlang.model.lower.reading import Reader, has
from charterlang.model.mention import BODY, CHAIR, THING
from charterlang.model.quantities import Duration
from charterlang.syntax import Leaf, Node

_KINDS_OF_DECISION = ("either", "both", "deciding", "consent", "some_of", "in_brackets")
_BASES = {
    "votes": "votes",
    "members": "members",
    "all": "members",
    "seats": "seats",
    "those": "present",
    "shares": "shares",
    "capital": "shares",
}
_WORD_SHARES = {
    "majority": MAJORITY.share,
    "supermajority": Fraction(2, 3),
    "unanimity": Fraction(1),
    "consent": Fraction(1),
    "consensus": Fraction(1),
}


def act(draft: Draft, node: Node) -> Act | None:
    """`relicense cookbook`, `act on loom-mark`, `dissolve`; without a thing, upon what is being declared."""
    names = [leaf for leaf in node.leaves("NAME") if leaf.text]
    if not names:
        return None
    action = draft.read.word(names[0], ACTIONS)
    thing = draft.read.mention(names[1], THING) if len(names) > 1 else draft.upon
    return Act(action, thing)


def acts(draft: Draft, node: Node) -> tuple[Act, ...]:
    """All acts that a node lists."""
    return tuple(found for each in node.nodes("act") if (found := act(draft, each)) is not None)


def tests(read: Reader, node: Node) -> tuple[str, ...]:
    """`testing purpose, use`: what a consent may be refused for."""
    testing = node if node.kind == "testing" else node.node("testing")
    leaves: Iterator[Leaf] = testing.leaves("NAME") if testing is not None else iter(())
    return tuple(read.word(leaf, CONSENT_TESTS) for leaf in leaves if leaf.text)


def rule(read: Reader, node: Node | None) -> Rule | None:
    """How a body decides, from a node that holds `rule`, or from the `rule` node itself; None if it is not said.

    `supermajority` without a number is two thirds, `consent` and `consensus` leave nobody outvoted.
    """
    node = node if node is None or node.kind == "rule" else node.node("rule")
    if node is None:
        return None
    head = next((child for child in node.nodes("threshold", "seats_of_seats", "by_word")), None)
    if head is None:
        return None
    kind, share, basis = "majority", MAJORITY.share, ""
    of_seats: tuple[int, int] | None = None
    if head.kind == "seats_of_seats":
        some, whole = ([read.integer(leaf) for leaf in head.leaves("INTEGER")] + [None, None])[:2]
        kind, share, basis = "seats", None, "seats"
        if some is None or whole is None:
            return None
        if some > whole or not some:
            read.say(
                "NAM130", f"{some} of {whole} is no part of the whole", head, help_=("write a rule such as 4 of 6",)
            )
            return None
        of_seats = (some, whole)
    elif head.kind == "threshold":
        kind, share = "fraction", read.share(head)
        if share is None:
            return None
    else:
        word = head.leaf("RULE")
        kind = word.text if word is not None and word.text else "majority"
        share = _WORD_SHARES.get(kind)
    said = head.node("basis")
    if said is not None:
        first = next(said.leaves(), None)
        basis = _BASES.get(first.text, "") if first is not None else ""
    terms = _rule_terms(read, node)
    return Rule(kind, share, of_seats, basis, span=read.span(node), **terms)


def _rule_terms(read: Reader, node: Node) -> dict[str, Any]:
    """Quorum, turnout, notice, readings, colleges and ties of a rule."""
    terms: dict[str, Any] = {}
    for term in node.nodes():
        match term.kind:
            case "with_quorum":
                terms["quorum"] = read.measure(term)
            case "with_turnout":
                terms["turnout"] = read.measure(term)
            case "with_notice":
                terms["notice"] = read.duration(term)
            case "readings":
                terms["readings"] = read.integer(term.leaf("INTEGER")) or 1
                terms["apart"] = read.duration(term)
            case "in_each":
                terms["in_each"] = read.name(term)
            case "tie_break":
                terms["ties_to"] = read.one(term, CHAIR)
            case _:
                pass
    return terms


def decision(read: Reader, node: Node | None) -> Decision | None:
    """The decision in a node, or the decision node itself; None if there is none."""
    if node is not None and node.kind not in _KINDS_OF_DECISION:
        node = next(node.nodes(*_KINDS_OF_DECISION), None)
    while node is not None and node.kind == "in_brackets":
        node = next(node.nodes(*_KINDS_OF_DECISION), None)
    if node is None:
        return None
    if node.kind == "deciding":
        body = read.one(node, BODY)
        return Deciding(body, rule(read, node), read.span(node)) if body else None
    if node.kind == "consent":
        body = read.one(node, BODY)
        return Consent(body, tests(read, node), rule(read, node), read.span(node)) if body else None
    parts = tuple(part for each in node.nodes(*_KINDS_OF_DECISION) if (part := decision(read, each)) is not None)
    if node.kind == "some_of":
        need = read.integer(node.leaf("INTEGER"))
        if need is not None and not 0 < need <= len(parts):
            read.say(
                "NAM130",
                f"{need} of {len(parts)} cannot agree",
                node,
                help_=("ask for at least one, and at most as many as are named",),
            )
            need = None
        return SomeOf(need, parts) if need is not None else None
    if len(parts) < 2:
        return parts[0] if parts else None
    return Both(parts) if node.kind == "both" else Either(parts)


def powers(draft: Draft, node: Node) -> None:
    """`powers { ACTION THING requires DECISION … }`."""
    for line in node.nodes("power"):
        power(draft, line)


def power(draft: Draft, line: Node) -> None:
    """One line of `powers`: a power for each act it names."""
    read = draft.read
    never = line.node("never")
    made: Decision | None = Never(read.span(never)) if never is not None else decision(read, line)
    if made is None:
        return
    terms = _power_terms(draft, line)
    holder = draft.entity or draft.owner
    for found in acts(draft, line):
        draft.add("powers", Power("", holder, found, made, span=read.span(line), **terms))


def _power_terms(draft: Draft, line: Node) -> dict[str, Any]:
    """What a power line adds to its decision."""
    read = draft.read
    terms: dict[str, Any] = {}
    for term in line.nodes():
        match term.kind:
            case "only_to_open":
                terms["only_open"] = True
            case "after_act":
                inner = term.node("act")
                terms["after"] = act(draft, inner) if inner is not None else None
            case "on_behalf":
                terms["on_behalf"] = read.one(term, BODY)
            case "power_basis":
                leaf = term.leaf("NAME")
                if leaf is not None and leaf.text:
                    terms["basis"] = read.word(leaf, LOCK_BASES)
            case "binding_until":
                terms["until"] = read.date(term)
            case "reversible":
                terms["reversible"] = not has(term, "irreversible")
            case _:
                pass
    return terms


def term(read: Reader, node: Node) -> tuple[Duration | None, bool]:
    """`term 2 years` or `term life`: how long, and whether for life."""
    return read.duration(node), has(node, "life")
