"""The papers of a commons: its licence, its notice file, and the terms on which contributions come in."""

from __future__ import annotations

from charterlang._records import record
from charterlang.law import expression as expressions
from charterlang.law import licence as licence_row
from charterlang.law.licence_rows import Licence
from charterlang.law.texts import official, reference
from charterlang.model import Charter
from charterlang.model.things import Commons
from charterlang.papers.body import keeper_of_commons
from charterlang.papers.constitution import page_of
from charterlang.papers.desk import Office
from charterlang.papers.plans import drafted
from charterlang.papers.tree import Paper, Signature, Verbatim

WITH_AGREEMENT = frozenset({"dco", "inbound=outbound", "cla", "assignment", "fiduciary", "other"})
"""Terms of contribution that ask for a paper."""


@record
class Text:
    """One licence of a commons: its id, full name, official wording if installed, where it is published, its row."""

    id: str
    name: str
    text: Verbatim | None
    reference: str
    row: Licence | None
    exception: str = ""
    or_later: bool = False


def texts(commons: Commons) -> tuple[Text, ...]:
    """The licences that the expressions of a commons name, each once, in their order."""
    found: dict[str, Text] = {}
    for licence in commons.licences:
        parsed = expressions.parse(licence.expression).expression
        for single in expressions.singles(parsed) if parsed else ():
            for spdx_id in (single.id, single.exception):
                if spdx_id and spdx_id not in found:
                    found[spdx_id] = _text(spdx_id, single.exception, or_later=single.or_later)
    return tuple(found.values())


def _text(spdx_id: str, exception: str, *, or_later: bool) -> Text:
    row, published = licence_row(spdx_id), official(spdx_id)
    own = spdx_id.startswith("LicenseRef-")
    name = published.name if published else row.name if row else spdx_id
    place = "" if own else published.references[0] if published else reference(spdx_id)
    return Text(spdx_id, name, Verbatim(published.text) if published else None, place, row, exception, or_later)


def accepted(commons: Commons) -> tuple[str, ...]:
    """The licences in the table whose material may come into the commons without any condition."""
    from charterlang import law
    from charterlang.law.compatibility import compatible

    outbound = [licence.expression for licence in commons.licences if not licence.material]
    if not outbound:
        return ()
    return tuple(each for each in law.licences() if all(compatible(each, going).code == "Y" for going in outbound))


def licence_papers(office: Office, commons: Commons) -> list[Paper]:
    """The licence, the notice file and the contribution agreement of a commons, so far as the charter has them."""
    charter, catalogue = office.charter, office.catalogue
    keeper = keeper_of_commons(charter, commons)
    names = {
        "commons": commons,
        "keeper": keeper,
        "licensor": _licensor(charter, commons, keeper),
        "texts": texts(commons),
        "inbound": accepted(commons),
        "unkept_powers": () if keeper else commons.powers,
        "unkept_locks": () if keeper else tuple(lock for lock in charter.locks if lock.holder == commons.id),
        "assets": tuple(asset for asset in charter.assets.values() if commons.id in asset.of),
    }
    page = page_of(charter.header.jurisdiction)
    title = commons.title or commons.id
    papers = []
    for kind in ("licence", "notice") if commons.licences or not keeper else ():
        own = kind == "licence" and not commons.licences
        heading = str(catalogue.say("title terms of use" if own else f"title {kind}", of=title))
        papers.append(
            drafted(
                office,
                kind,
                f"{kind}-{commons.id}",
                heading,
                subject=commons.id,
                particulars=commons.particulars,
                page=page,
                names=names,
            )
        )
    terms = commons.contributions.terms if commons.contributions else ""
    if terms in WITH_AGREEMENT:
        agreement = terms in ("cla", "assignment", "fiduciary", "other")
        heading = str(
            catalogue.say("title contribution agreement" if agreement else "title contribution terms", of=title)
        )
        signatures = []
        if agreement:
            signatures.append(Signature(str(catalogue.say("the contributor"))))
            if commons.contributions and commons.contributions.to:
                signatures.append(Signature(charter.label(commons.contributions.to)))
        papers.append(
            drafted(
                office,
                "contribution-agreement",
                f"contribution-agreement-{commons.id}",
                heading,
                subject=commons.id,
                particulars=commons.particulars,
                signatures=signatures,
                page=page,
                names=names,
            )
        )
    return papers


def _licensor(charter: Charter, commons: Commons, keeper: str) -> tuple[str, ...]:
    """Who grants the licence: who the charter says, else who holds the copyright, else each contributor."""
    said = tuple(dict.fromkeys(licence.granted_by for licence in commons.licences if licence.granted_by))
    if said:
        return said
    if commons.copyright and commons.copyright.holdings:
        return tuple(holding.holder for holding in commons.copyright.holdings)
    terms = commons.contributions
    if terms and terms.terms in ("assignment", "fiduciary") and terms.to:
        return (terms.to,)
    if keeper and not terms:
        return (keeper,)
    return ()
