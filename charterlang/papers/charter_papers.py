"""The papers of the charter as a whole, of its agreements and of its provisions."""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.model.charter import Charter
from charterlang.model.decisions import Consent, Deciding, Power, leaves
from charterlang.model.entities import Entity, EntityKind, MemberClass, Organ
from charterlang.model.things import Agreement, Asset, Currency, Duty, Lock, Provision
from charterlang.papers.body import Body
from charterlang.papers.constitution import page_of
from charterlang.papers.coverage import BINDING, home, to_state
from charterlang.papers.desk import Desk, Office
from charterlang.papers.families import family_of
from charterlang.papers.markup import Phrase
from charterlang.papers.number import blanks, reference_pieces, reference_text
from charterlang.papers.plans import drafted
from charterlang.papers.tree import Blank, Paper, Signature
from charterlang.papers.wording import Wording


def agreement_paper(office: Office, agreement: Agreement) -> Paper:
    """The contract."""
    charter = office.charter
    owed: dict[str, list[Duty]] = {}
    for duty in charter.duties:
        if duty.instrument == agreement.id:
            owed.setdefault(duty.debtor, []).append(duty)
    forms = [form for party in agreement.between if (form := office.form(party))]
    names = {
        "agreement": agreement,
        "owed": tuple((debtor, tuple(duties)) for debtor, duties in owed.items()),
        "mark_licences": tuple(duty for duties in owed.values() for duty in duties if _licenses_a_name(office, duty)),
        "party_forms": {party: office.form(party) for party in agreement.between},
    }
    return drafted(
        office,
        "agreement",
        f"agreement-{agreement.id}",
        agreement.title or agreement.id,
        subject=agreement.id,
        form=forms[0] if forms and agreement.law == "" and not charter.header.jurisdiction else None,
        particulars=agreement.particulars,
        signatures=[Signature(charter.label(party)) for party in agreement.between],
        page=page_of(charter.header.jurisdiction),
        names=names,
    )


def _licenses_a_name(office: Office, duty: Duty) -> bool:
    names = ("trademark", "certification-mark", "domain")
    assets = office.charter.assets
    return duty.kind == "license" and any(each in assets and assets[each].kind in names for each in duty.things)


def protocol_paper(office: Office, provision: Provision) -> Paper:
    """The decision protocol of a provision."""
    charter = office.charter
    deciders: list[str] = []
    homes: set[str] = set()
    if provision.decided_by is not None:
        bodies = (leaf.of if isinstance(leaf, Consent) else leaf.body for leaf in leaves(provision.decided_by))
        deciders = [each for each in dict.fromkeys(bodies) if each]
    homes = {_owner(each) for each in deciders}
    return drafted(
        office,
        "protocol",
        f"protocol-{provision.id}",
        str(office.catalogue.say("title protocol", of=provision.title or charter.label(provision.id))),
        subject=provision.id,
        page=page_of(charter.header.jurisdiction),
        home=homes.pop() if len(homes) == 1 else "",
        names={
            "provision": provision,
            "deciders": tuple(deciders),
            "flows": tuple(flow for flow in charter.flows.values() if _serves(provision, flow.source, flow.target)),
            "duties_of": _duties_of(charter),
        },
    )


def _duties_of(charter: Charter) -> dict[str, tuple[Duty, ...]]:
    """The duties of every party, in order."""
    found: dict[str, list[Duty]] = {party: [] for party in charter.entities}
    for duty in charter.duties:
        if duty.debtor in found:
            found[duty.debtor].append(duty)
    return {party: tuple(duties) for party, duties in found.items()}


def _serves(provision: Provision, source: str, target: str) -> bool:
    """Whether a flow is one of the ways in which a need is met."""
    return any((mode.paid_by, mode.source) == (source, target) for mode in provision.modes if mode.paid_by)


def register_of_ties(office: Office) -> Paper:
    """Every tie: who owes what to whom, under which instrument; and what looks like a tie and is none."""
    charter = office.charter
    consents = [
        (power, leaf)
        for power in charter.powers
        for leaf in leaves(power.decision)
        if _owner(power.holder) != _owner(leaf.of if isinstance(leaf, Consent) else leaf.body)
    ]
    return drafted(
        office,
        "register-of-ties",
        "register-of-ties",
        str(office.catalogue.say("title register-of-ties", of=charter.header.title)),
        page=page_of(charter.header.jurisdiction),
        names={
            "consents": tuple(consents),
            "unworded": tuple(duty for duty in charter.duties if not home(charter, duty.id)),
            "relied": tuple(_relied(office)),
            "holders": tuple((power, _who(leaf)) for power, leaf in consents),
        },
    )


def _who(leaf: Consent | Deciding) -> str:
    return leaf.of if isinstance(leaf, Consent) else leaf.body


def _owner(name: str) -> str:
    return name.split(".", 1)[0]


def _relied(office: Office) -> Iterator[tuple[str, Phrase]]:
    """What binds elsewhere: the powers, locks, classes, organs and holdings of those for whom no paper is written."""
    charter, say = office.charter, office.catalogue.say
    phrases = Desk(office, "register-of-ties").phrases
    for name in to_state(charter):
        if home(charter, name):
            continue
        found = charter.elements.get(name)
        the = phrases.names.the
        if isinstance(found, Power):
            yield name, phrases.power(found)
        elif isinstance(found, MemberClass | Organ):
            kind = office.catalogue.name("kinds of bodies", found.kind)
            yield name, say("relied body", of=the(name), kind=kind, owner=the(found.entity))
        elif isinstance(found, Asset):
            holders = office.catalogue.join([the(holding.holder) for holding in found.holdings])
            yield name, say("relied asset", of=the(name), holders=holders)
        elif isinstance(found, Currency):
            yield (
                name,
                say(
                    "relied currency",
                    of=the(name),
                    issuers=office.catalogue.join([the(each) for each in found.issued_by]),
                ),
            )
        elif isinstance(found, Lock):
            what = Wording(phrases).worded("locks", found.protects)
            bases = Wording(phrases).worded("bases of locks", found.bases)
            yield name, say("relied lock", of=the(found.thing), what=what, bases=bases)


def protections(office: Office) -> Paper:
    """The matrix of protections: each value against each breach, with its level and its clauses."""
    return drafted(
        office,
        "protections",
        "protections",
        str(office.catalogue.say("title protections", of=office.charter.header.title)),
        page=page_of(office.charter.header.jurisdiction),
        names={"clauses_stating": _clauses_stating(office)},
    )


def _clauses_stating(office: Office) -> dict[str, tuple[tuple[str, str], ...]]:
    """For each element, the clauses that state it: the title of the paper, and how one refers to the clause."""
    found: dict[str, list[tuple[str, str]]] = {}
    for paper in office.papers:
        if paper.kind not in BINDING:
            continue
        references = reference_pieces(paper)
        for clause in paper.walk():
            for element in clause.states:
                found.setdefault(element, []).append((paper.title, reference_text(references[clause.id])))
    return {element: tuple(places) for element, places in found.items()}


def minutes(office: Office, entity: Entity) -> Paper:
    """Minutes of the meeting that adopts a constitution, with a form for each consent from outside that it names."""
    form = office.form(entity.id)
    family = family_of(entity, form)
    catalogue = office.catalogue
    body = Body(office.charter, entity, form, family)
    guarded: dict[str, list[object]] = {}
    for power in body.guarded:
        for leaf in leaves(power.decision):
            if isinstance(leaf, Consent) and _owner(leaf.of) != entity.id:
                guarded.setdefault(leaf.of, []).append((power, leaf))
    return drafted(
        office,
        "minutes",
        f"minutes-{entity.id}",
        str(catalogue.say("title minutes", deed=catalogue.name("deeds", family.deed), of=entity.title or entity.id)),
        subject=entity.id,
        body=catalogue.name("bodies", family.body),
        form=form,
        particulars=entity.particulars,
        signatures=[Signature(str(catalogue.say("the chair"))), Signature(str(catalogue.say("the secretary")))],
        page=page_of(form.jurisdiction if form else office.charter.header.jurisdiction),
        names={
            "it": body,
            "entity": entity,
            "constitution": next(paper for paper in office.papers if paper.id == f"{family.paper}-{entity.id}"),
            "constitution_deed": catalogue.name("deeds", family.deed),
            "consent_forms": tuple((guardian, tuple(each)) for guardian, each in guarded.items()),
        },
    )


def assumptions_and_blanks(office: Office) -> Paper:
    """What is still to be filled in, what was assumed, and what the law filled in: for all papers."""
    lasting = [paper for paper in office.papers if paper.kind != "minutes"]
    filled = [(paper, blank) for paper in lasting for blank in blanks(paper)]
    unique: dict[str, tuple[Blank, list[str]]] = {}
    for paper, blank in filled:
        unique.setdefault(blank.key, (blank, []))[1].append(paper.title)
    charter = office.charter
    return drafted(
        office,
        "assumptions-and-blanks",
        "assumptions-and-blanks",
        str(office.catalogue.say("title assumptions-and-blanks", of=charter.header.title)),
        page=page_of(charter.header.jurisdiction),
        names={
            "blanks": tuple((blank, tuple(titles)) for blank, titles in unique.values()),
            "statutory": tuple(power for power in charter.powers if power.source),
            "statutory_duties": tuple(duty for duty in charter.duties if duty.source),
            "undescribed": tuple(each for each in charter.of_kind(EntityKind.FIRM) if not each.described),
            "titles": {paper.id: paper.title for paper in office.papers},
        },
    )
