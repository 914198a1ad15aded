"""Ostrom's design principles, asked of a commons, and the seven co-operative principles, asked of a body."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from charterlang import law
from charterlang.checks.context import Context
from charterlang.checks.flo.amounts import income, is_one_giver
from charterlang.checks.words import percent
from charterlang.measures.answers import SILENT, Found, Score, answer, no, partly, protectors, yes
from charterlang.model.entities import Entity, EntityKind
from charterlang.model.things import Commons

_THIRD = Fraction(1, 3)


def design_principles(context: Context, commons: Commons) -> Score:
    """Ostrom's principles, in the eleven of Cox, Arnold and Villamayor Tomás (2010)."""
    answers = [
        answer(row.id, row.title, row.charter_question, _OSTROM[row.id][0](context, commons), _OSTROM[row.id][1])
        for row in law.ostrom().principles
    ]
    note = "A diagnosis, no recipe: a commons of knowledge may leave some aside with good reason."
    return Score("ostrom", "Ostrom's design principles", commons.id, commons.label, tuple(answers), note)


def cooperative_principles(context: Context, body: Entity) -> Score:
    """The principles of the International Co-operative Alliance."""
    answers = [
        answer(row.id, row.title, row.charter_question, _ICA[row.id][0](context, body), _ICA[row.id][1])
        for row in law.ostrom().ica
    ]
    return Score("cooperative", "Co-operative principles", body.id, context.label(body.id), tuple(answers))


# ------------------------------------------------------------------------------------------------------- of a commons


def _said(*names: str, because: str) -> Callable[[Context, Commons], Found]:
    """Yes where one of these statements stands."""

    def ask(_: Context, commons: Commons) -> Found:
        places = [commons.statements[name] for name in names if name in commons.statements]
        return yes(because, *places) if places else SILENT

    return ask


def _users(_: Context, commons: Commons) -> Found:
    if commons.boundaries:
        return yes("the boundaries are told", commons.statements.get("boundaries"))
    if commons.access or commons.access_open or commons.access_text:
        return yes("it says who may use it", commons.statements.get("access"))
    return SILENT


def _resource(context: Context, commons: Commons) -> Found:
    things = context.facts.assets_of[commons.id]
    if commons.boundaries:
        return yes("the boundaries are told", commons.statements.get("boundaries"))
    if commons.produces or things:
        told = [thing.name_span for thing in things]
        return yes("it says what is held in common", commons.statements.get("produces"), *told)
    return SILENT


def _give_back(context: Context, commons: Commons) -> Found:
    bodies = {body.id for body in protectors(context, commons)}
    owed = [duty for duty in context.charter.duties if duty.creditor in bodies and duty.kind in {"contribute", "pay"}]
    owing = {duty.debtor for duty in owed}
    free = [firm for firm in context.facts.users[commons.id] if firm.id not in owing]
    if owed and not free:
        return yes("every firm that uses it owes a return", *(duty.span for duty in owed))
    if owed:
        names = ", ".join(context.label(firm.id) for firm in free)
        places = (*(duty.span for duty in owed), *(firm.statements.get("uses") for firm in free))
        return partly(f"some owe a return, and {names} owes none in money", *places)
    if commons.contributions or commons.limits:
        return partly("what comes in is told, not what users give back", commons.statements.get("contributions"))
    return SILENT


def _choice(context: Context, commons: Commons) -> Found:
    classes = [found for body in protectors(context, commons) for found in body.classes if found.voting]
    if not classes:
        return SILENT
    voters = {found.id for found in classes} | {held.holder for found in classes for held in found.holdings}
    left = [name for name in commons.produced_by if name not in voters]
    places = [found.span for found in classes]
    if left:
        names = ", ".join(context.facts.labels(left))
        return partly(f"members vote; {names} makes it and has no vote", *places)
    return yes("those who make it vote on its rules", *places)


def _conflicts(context: Context, commons: Commons) -> Found:
    places = [commons.statements.get("disputes")] if commons.disputes else []
    places += [body.statements.get("disputes") for body in protectors(context, commons) if body.disputes]
    if places:
        return yes("the path of a dispute is told", *places)
    agreed = [found for found in context.charter.agreements.values() if found.disputes]
    if agreed:
        return partly("only agreements say where disputes go", *(found.span for found in agreed))
    return SILENT


def _recognised(context: Context, commons: Commons) -> Found:
    bodies = [body for body in protectors(context, commons) if body.form]
    if not bodies:
        return SILENT
    return yes("the law gives its protector a form", *(body.form_span for body in bodies))


def _nested(context: Context, commons: Commons) -> Found:
    bodies = protectors(context, commons)
    wider = [body for body in bodies if body.affiliated_with or body.represents]
    if wider:
        return yes("its protector is part of a wider body", *(body.name_span for body in wider))
    circles = [organ for body in bodies for organ in body.organs]
    if len(circles) > 1:
        return partly("it has circles within, and no wider body around it", *(organ.span for organ in circles))
    return SILENT


_OSTROM: Mapping[str, tuple[Callable[[Context, Commons], Found], str]] = {
    "1A": (_users, 'access … or boundaries "…"'),
    "1B": (_resource, 'produces "…"'),
    "2A": (_said("rules", "limits", because="the rules fit the place"), 'rules "…"'),
    "2B": (_give_back, "duties { contribute 3% of revenue to PROTECTOR }"),
    "3": (_choice, "members NAME { vote one per member }"),
    "4A": (_said("monitored_by", because="somebody watches over its use"), "monitored by …"),
    "4B": (_said("monitored_by", because="somebody watches over its condition"), "monitored by …"),
    "5": (_said("sanctions", because="what follows a breach is told, step by step"), 'sanctions "…", "…"'),
    "6": (_conflicts, "disputes mediation, then court"),
    "7": (_recognised, "form …"),
    "8": (_nested, "affiliated with …"),
}

# ---------------------------------------------------------------------------------------------------------- of a body


def _open(_: Context, body: Entity) -> Found:
    doors = [found for found in body.classes if found.door or found.closed]
    if not doors:
        return SILENT
    open_ = [found for found in doors if found.door and found.door.anyone]
    if open_:
        at_will = all(found.door and found.door.at_will for found in open_)
        places = [(found.door.span if found.door else None) or found.span for found in open_]
        return partly("anyone may ask, and may be refused", *places) if at_will else yes("anyone may join", *places)
    if any(found.door for found in doors):
        return partly("those may join whom the charter names", *(found.span for found in doors))
    return no("nobody may join", *(found.span for found in doors))


def _equal(_: Context, body: Entity) -> Found:
    kinds = {found.voting.kind: found.voting.span or found.span for found in body.classes if found.voting}
    kinds.pop("none", None)
    if not kinds:
        return SILENT
    if set(kinds) == {"each"}:
        return yes("each member has one vote", *kinds.values())
    if "each" in kinds:
        return partly("some vote by heads, others otherwise", *kinds.values())
    return no("votes go by what one owns", *kinds.values())


def _shared(context: Context, body: Entity) -> Found:
    capped = [duty for duty in context.facts.duties_of.get(body.id, ()) if duty.kind == "distribute"]
    locked = [duty for duty in context.facts.duties_of.get(body.id, ()) if duty.kind == "asset-lock"]
    if capped or locked:
        both = bool(capped) and bool(locked)
        places = [duty.span for duty in (*capped, *locked)]
        return (
            yes("return is limited and capital stays common", *places)
            if both
            else partly("return is limited" if capped else "capital stays common", *places)
        )
    if context.facts.pays_owners(body) is False:
        return yes("its form pays no owners", body.form_span)
    paid = [found for found in body.classes if found.profit == "share" and found.profit_cap is None]
    return no("profit goes by shares, without a limit", *(found.span for found in paid)) if paid else SILENT


def _autonomous(context: Context, body: Entity) -> Found:
    for other in context.charter.entities.values():
        outside = other is not body and other.kind in {EntityKind.INVESTOR, EntityKind.FIRM, EntityKind.PUBLIC}
        if outside and context.facts.controls(other.id, body.id):
            return no(f"{context.label(other.id)} alone steers it", body.name_span)
    givers = income(context, body)
    total = sum(givers.values(), Fraction(0))
    if not total:
        return SILENT
    giver = max(givers, key=lambda name: (givers[name], name))
    share = givers[giver] / total
    places = [flow.span for flow in context.book.income_of(body) if flow.source == giver]
    crowd = (entity := context.charter.entities.get(giver)) is not None and entity.kind is EntityKind.PARTY
    if share > _THIRD and is_one_giver(context, giver) and not crowd:
        return partly(f"nobody steers it, and {percent(share)} of its income is from {context.label(giver)}", *places)
    return yes("nobody steers it, and no single giver carries it", *places)


def _taught(context: Context, body: Entity) -> Found:
    stems = ("train", "educat", "teach", "learn", "school", "inform")
    for given in body.empowers:
        if any(stem in given.by.casefold() for stem in stems):
            return yes("it empowers by teaching", given.span)
    for flow in context.book.spending_of(body):
        if any(stem in f"{flow.title} {flow.what} {flow.id}".casefold() for stem in stems):
            return yes("it pays for teaching", flow.span)
    return SILENT


def _together(context: Context, body: Entity) -> Found:
    if body.affiliated_with:
        return yes("it is part of a wider body", body.statements.get("affiliated_with") or body.name_span)
    others = [
        held.span or found.span
        for other in context.facts.own
        if other is not body
        for found in other.classes
        for held in found.holdings
        if held.holder == body.id
    ]
    agreed = [found.name_span for found in context.facts.agreements_of[body.id]]
    if others or agreed:
        return partly("it works with others of the charter", *others, *agreed)
    return SILENT


def _community(context: Context, body: Entity) -> Found:
    seats = [found for found in body.classes if found.side == "community" or found.residents_only]
    remedies = [
        each.span
        for provision in context.charter.provisions.values()
        for each in provision.affects
        if body.id in each.duty_of or body.id in each.heard_in
    ]
    if seats or remedies:
        return yes("those around it are heard or made good", *(found.span for found in seats), *remedies)
    if body.protects or body.serves:
        return partly("it is there for others; no policy for them is told", body.statements.get("protects"))
    return SILENT


_ICA: Mapping[str, tuple[Callable[[Context, Entity], Found], str]] = {
    "ica-1": (_open, "members NAME { open to anyone }"),
    "ica-2": (_equal, "members NAME { vote one per member }"),
    "ica-3": (_shared, "duties { distribute at most 40% of surplus; asset lock to PROTECTOR }"),
    "ica-4": (_autonomous, "flow NAME from GIVER to BODY 1000 EUR per year"),
    "ica-5": (_taught, 'empowers MEMBERS by "training"'),
    "ica-6": (_together, "affiliated with …"),
    "ica-7": (_community, "provision NAME { affects PARTY remedied by duty of BODY }"),
}
