"""The six economic questions, and whether everybody with a stake has a say."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from charterlang import law
from charterlang.checks.context import Context
from charterlang.checks.facts import KEY_KINDS
from charterlang.checks.words import listing
from charterlang.measures.answers import SILENT, Answer, Found, Score, answer, no, partly, protectors, yes
from charterlang.model.things import Commons
from charterlang.source import Span


def six_questions(context: Context) -> Score:
    """What is produced, how, by whom, for whom, with whose means, and who decides."""
    answers = [
        answer(row.id, row.question, row.check, _ASKED[row.id][0](context), _ASKED[row.id][1])
        for row in law.economic_facts().questions
    ]
    return Score("questions", "The six economic questions", "", context.charter.header.title, tuple(answers))


def stakeholders(context: Context, commons: Commons) -> Score:
    """For each kind of people with a stake in a commons: have they a vote or a seat where it is decided?"""
    bodies = protectors(context, commons)
    voting = {found.id for body in bodies for found in body.classes if found.voting and found.voting.kind != "none"}
    voting |= {
        held.holder for body in bodies for found in body.classes if found.id in voting for held in found.holdings
    }
    voting |= {line.by for body in bodies for organ in body.organs for line in organ.seat_lines}
    voting |= {name for body in bodies for organ in body.organs if not organ.advisory for name in organ.classes}
    affected = [each for provision in context.charter.provisions.values() for each in provision.affects]
    firms = context.facts.users[commons.id]
    groups: list[tuple[str, str, tuple[str, ...], list[Span | None]]] = [
        ("makers", "Those who make it", commons.produced_by, [commons.statements.get("produced_by")]),
        ("firms", "Firms that live on it", tuple(f.id for f in firms), [f.statements.get("uses") for f in firms]),
        ("served", "Those whom it serves", commons.serves, [commons.statements.get("serves")]),
        ("affected", "Those whom it affects", tuple(e.party for e in affected), [e.span for e in affected]),
    ]
    heard = {each.party for each in affected if each.heard_in}
    answers: list[Answer] = []
    for id_, title, names, places in groups:
        question = f"{title}: have they a vote or a seat where it is decided?"
        mute = [name for name in dict.fromkeys(names) if not _has_voice(context, name, voting | heard)]
        told = [place for place in places if place is not None]
        found: Found
        if not names:
            found = SILENT
        elif not bodies:
            found = no("no body protects it, so nobody has a say by right", *told)
        elif not mute:
            found = yes("they have a vote or a seat", *told)
        else:
            said = f"{listing(context.facts.labels(mute))} {'have' if len(mute) > 1 else 'has'} no say"
            found = no(said, *told) if len(mute) == len(dict.fromkeys(names)) else partly(said, *told)
        answers.append(answer(id_, title, question, found, _VOICE[id_]))
    return Score("stakeholders", "Everybody with a stake", commons.id, commons.label, tuple(answers))


def _has_voice(context: Context, name: str, voting: set[str]) -> bool:
    if name in voting:
        return True
    body = context.charter.entities.get(name)
    return body is not None and any(
        found.id in voting or organ in voting for found in body.classes for organ in (body.id, found.id)
    )


_VOICE = {
    "makers": "produced by CLASS, with a vote: members CLASS { vote one per member }",
    "firms": "members vendors { held by FIRM; vote one per member }",
    "served": "serves CLASS, with a seat: board NAME { 1 elected by CLASS }",
    "affected": 'affects PARTY by "…" heard in ORGAN',
}


def _what(context: Context) -> Found:
    things = context.charter.commons.values()
    told = [found for found in things if found.produces]
    places = [found.statements.get("produces") for found in told]
    bare = [found.label for found in told if not found.licences]
    if not told:
        return SILENT
    if len(told) < len(things) or bare:
        return partly("not every commons says what it makes, and under which licence", *places)
    return yes("each commons says what it makes, and under which licence", *places)


def _how(context: Context) -> Found:
    things = context.charter.commons.values()
    told = [found.statements.get(name) for found in things for name in ("process", "rules") if name in found.statements]
    limits = [found.statements.get("limits") for found in things if found.limits]
    if told and limits:
        return yes("the way of the work and its limits are told", *told, *limits)
    if told or limits:
        return partly("the way of the work is told" if told else "only limits are told", *told, *limits)
    return SILENT


def _who(context: Context) -> Found:
    makers = [(found, name) for found in context.charter.commons.values() for name in found.produced_by]
    if not makers:
        return SILENT
    places = [found.statements.get("produced_by") for found, _ in makers]
    voting: set[str] = set()
    for found in context.charter.classes.values():
        if found.voting and found.voting.kind != "none":
            voting |= {found.id, *(held.holder for held in found.holdings)}
    mute = [name for _, name in makers if not _has_voice(context, name, voting)]
    if mute:
        return partly(f"makers are named; {listing(context.facts.labels(mute))} without a vote anywhere", *places)
    return yes("makers are named, and each has a vote", *places)


def _distribution(context: Context) -> Found:
    things = context.charter.commons.values()
    access = [found.statements.get("access") for found in things if "access" in found.statements]
    surplus = [body.statements.get("surplus") or body.surplus[0].span for body in context.facts.own if body.surplus]
    surplus += [duty.span for duty in context.charter.duties if duty.kind in {"distribute", "contribute"}]
    if access and surplus:
        return yes("access and surplus have rules", *access, *surplus)
    if access or surplus:
        return partly(
            "access has a rule, surplus none" if access else "surplus has a rule, access none", *access, *surplus
        )
    return SILENT


def _control(context: Context) -> Found:
    things = [asset for asset in context.charter.assets.values() if asset.kind in KEY_KINDS]
    if not things:
        return SILENT
    astray = [a for a in things if any(context.facts.is_commercial(who) for who in context.facts.holders(a))]
    if astray:
        return no(
            f"{listing([a.label for a in astray])} in hands that are there for gain", *(a.name_span for a in astray)
        )
    unsaid = [a for a in things if not a.holdings]
    if unsaid:
        return partly(f"nobody is said to hold {listing([a.label for a in unsaid])}", *(a.name_span for a in unsaid))
    return yes("what the commons lives by is in hands that may not sell it for gain", *(a.name_span for a in things))


def _decision(context: Context) -> Found:
    powers = [power.span for power in context.charter.powers if power.span is not None]
    needs = context.charter.provisions.values()
    open_ = [found for found in needs if found.decided_by is None]
    if not powers and not needs:
        return SILENT
    if open_:
        return partly(
            f"nothing says who decides on {listing([found.label for found in open_])}", *(f.span for f in open_)
        )
    if not powers:
        return partly("needs have a decision, and nothing says who amends the rules", *(f.span for f in needs))
    return yes("each act and each need names who decides", *powers[:3], *(found.span for found in needs))


_ASKED: Mapping[str, tuple[Callable[[Context], Found], str]] = {
    "what": (_what, 'produces "…"'),
    "how": (_how, 'process "…" and limits "…"'),
    "who": (_who, "produced by CLASS"),
    "distribution": (_distribution, "access … and surplus …"),
    "control": (_control, "holds ASSET"),
    "decision": (_decision, "powers { … requires … } and decided by …"),
}
