"""The Open Governance Index: who may see, change, use and steer a project, as asked by Laffan in 2011 and 2012."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from charterlang import law
from charterlang._records import record
from charterlang.checks.context import Context
from charterlang.checks.facts import CHANNELS, NAMES
from charterlang.measures.answers import (
    SILENT,
    Answer,
    Found,
    Score,
    answer,
    no,
    partly,
    protectors,
    published,
    yes,
)
from charterlang.model.things import Commons


@record
class Index:
    """The index in percent, and which part of its criteria was answered; what was not counts as 0."""

    percent: Fraction
    coverage: Fraction


def index(points: Mapping[str, int | None]) -> Index:
    """The index from the points (0 to 4) of each criterion by its id; one that is left out or None is unknown.

    Raises:
        ValueError: an id is none of the criteria, or points lie outside the scale.
    """
    table = law.open_governance_index()
    known = [criterion.id for criterion in table.criteria]
    for name, given in points.items():
        if name not in known:
            raise ValueError(f"the index has no criterion {name}")
        if given is not None and not table.scale.min <= given <= table.scale.max:
            raise ValueError(f"{given} points for {name} lie outside {table.scale.min} to {table.scale.max}")
    told = [given for given in points.values() if given is not None]
    return Index(Fraction(100 * sum(told), table.scale.max * len(known)), Fraction(len(told), len(known)))


def open_governance(context: Context, commons: Commons) -> Score:
    """The index of one commons, from what its charter says."""
    table = law.open_governance_index()
    answers: list[Answer] = []
    for criterion in table.criteria:
        ask, statement = _ASKED[criterion.id]
        answers.append(
            answer(criterion.id, criterion.title, criterion.question_for_a_charter, ask(context, commons), statement)
        )
    note = "The scale of 0 to 4 points is inferred from the published figures, not quoted; silence counts as 0."
    return Score("ogi", table.about.title, commons.id, commons.label, tuple(answers), note)


def _access(_: Context, commons: Commons) -> Found:
    place = commons.statements.get("access")
    if commons.access_open:
        return yes("it is open to anyone", place)
    if commons.access or commons.access_text:
        return partly("it is open to those whom the charter names", place)
    return SILENT


def _licence(_: Context, commons: Commons) -> Found:
    if not commons.licences:
        return SILENT
    main = commons.licences[0]
    row = law.licence(main.expression)
    if row is None:
        return partly(f"the licence is {main.expression}, of which nothing is known here", main.span)
    if row.is_open is False:
        return no(f"{row.id} is not an open licence", main.span)
    if row.is_open is None:
        return partly(f"nobody has ruled whether {row.id} is open", main.span)
    kind = row.family
    return (
        yes(f"{row.id} is open", main.span)
        if "permissive" in kind or kind == "public-domain"
        else partly(
            f"{row.id} is open and asks for reciprocity; the index gives full points to permissive licences only",
            main.span,
        )
    )


def _support(context: Context, commons: Commons) -> Found:
    tools = [asset for asset in context.facts.assets_of[commons.id] if asset.kind in CHANNELS]
    if not tools:
        return SILENT
    return partly("its channels are named; nothing says that all may use them", *(tool.name_span for tool in tools))


def _made_public(*words: str) -> Callable[[Context, Commons], Found]:
    def ask(context: Context, commons: Commons) -> Found:
        duty = published(context, protectors(context, commons), words)
        return SILENT if duty is None else yes(f"{context.label(duty.debtor)} has to make it public", duty.span)

    return ask


def _process(_: Context, commons: Commons) -> Found:
    if commons.process:
        return yes("the way of the work is described", commons.statements.get("process"))
    if commons.contributions:
        return partly("the terms of contributing are told, not the way", commons.contributions.span)
    return SILENT


def _origin(_: Context, commons: Commons) -> Found:
    terms = commons.contributions
    if terms is None:
        return SILENT
    if terms.terms == "dco":
        return yes("each contribution is signed by who made it", terms.span)
    return partly("contributions come in under terms, which do not name their makers in public", terms.span)


def _joining(context: Context, commons: Commons) -> Found:
    doors = [found for body in protectors(context, commons) for found in body.classes if found.door or found.closed]
    if not doors:
        return SILENT
    for found in doors:
        if found.door and found.door.anyone:
            place = found.door.span or found.span
            if found.door.at_will:
                return partly("anyone may ask, and may be refused without reasons", place)
            return yes("anyone may come to decide, on terms that are written down", place)
    if any(found.door for found in doors):
        return partly("only those whom the charter names may come to decide", *(found.span for found in doors))
    return no("those who decide let nobody in", *(found.span for found in doors))


def _terms(_: Context, commons: Commons) -> Found:
    terms = commons.contributions
    if terms is None:
        return SILENT
    if terms.terms in {"dco", "inbound=outbound", "none"}:
        return yes("nobody gets more rights in a contribution than everybody", terms.span)
    if terms.only_open or terms.with_decision or terms.terms == "fiduciary":
        return partly("rights go to one hand, which is bound in what it may do with them", terms.span)
    return no("rights go to one hand, which may do with them as it likes", terms.span)


def _held(kinds: frozenset[str], what: str) -> Callable[[Context, Commons], Found]:
    def ask(context: Context, commons: Commons) -> Found:
        facts = context.facts
        held = [
            (asset, who) for asset in facts.assets_of[commons.id] if asset.kind in kinds for who in facts.holders(asset)
        ]
        if not held:
            return SILENT
        for asset, who in held:
            if facts.is_commercial(who):
                return no(f"{context.label(who)}, which is there for gain, holds the {what}", asset.name_span)
        return partly(f"the {what} is held by no firm, under rules", *(asset.name_span for asset, _ in held))

    return ask


def _market(context: Context, commons: Commons) -> Found:
    if commons.public_copies:
        return yes("anyone may keep and pass on a copy", commons.statements.get("mirrored_by"))
    return _held(CHANNELS, "channel")(context, commons)


def _tiers(context: Context, commons: Commons) -> Found:
    classes = [found for body in protectors(context, commons) for found in body.classes if found.voting is not None]
    places = [found.voting.span or found.span for found in classes if found.voting is not None]
    if not classes:
        return SILENT
    if any(found.kind == "shares" for found in classes):
        return no("votes go with shares, which are bought", *places)
    if len(classes) == 1 and classes[0].voting is not None and classes[0].voting.kind == "each":
        return yes("all members have the same vote", *places)
    return partly("there are tiers of membership, none of which is bought", *places)


_ASKED: Mapping[str, tuple[Callable[[Context, Commons], Found], str]] = {
    "ogi-01": (_access, "access open to anyone"),
    "ogi-02": (_licence, "licence SPDX-ID"),
    "ogi-03": (_support, 'asset forge "…" { kind repository; of COMMONS }'),
    "ogi-04": (_made_public("roadmap", "plan"), "duties { publish roadmap to MEMBERS }"),
    "ogi-05": (_made_public("minutes", "decisions"), "duties { publish minutes to MEMBERS within 14 days }"),
    "ogi-06": (_process, 'process "how a contribution comes in, who accepts it, and how a refusal is explained"'),
    "ogi-07": (_origin, "contributions under DCO"),
    "ogi-08": (_joining, "members NAME { open to anyone after 6 months }"),
    "ogi-09": (_made_public("register", "members", "maintainers"), "duties { publish register to MEMBERS }"),
    "ogi-10": (_terms, "contributions under DCO"),
    "ogi-11": (_held(NAMES, "name"), 'asset mark "…" { kind trademark; of COMMONS }'),
    "ogi-12": (_market, "mirrored by anyone"),
    "ogi-13": (_tiers, "members NAME { vote one per member }"),
}
