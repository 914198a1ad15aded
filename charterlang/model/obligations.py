"""To whom duties are owed, where the charter leaves it to the reader.

A duty is owed to whom it names; what goes to a commons is owed to whoever protects it; what stands in an agreement is
owed to the other parties. Whoever `enforced by` names may enforce it too. Where none of these is said, nobody may.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from charterlang.model.entities import Entity
from charterlang.model.mention import BODY_KINDS
from charterlang.model.names import Names
from charterlang.model.things import Agreement, Duty


def with_creditors(
    duties: Iterable[Duty], entities: Mapping[str, Entity], agreements: Mapping[str, Agreement], names: Names
) -> tuple[Duty, ...]:
    """The duties, each with everyone who may enforce it."""
    protectors: dict[str, list[str]] = {}
    for entity in entities.values():
        for commons in entity.protects:
            protectors.setdefault(commons, []).append(entity.id)
    made = []
    for duty in duties:
        to_parties = tuple(name for name in duty.things if names.kind(name) in BODY_KINDS)
        given = duty.kind in {"contribute", "publish"}
        creditors = [duty.creditor] if duty.creditor else list(to_parties) if given else []
        if not creditors and given:
            creditors = [party for name in duty.things for party in sorted(protectors.get(name, ()))]
        agreement = agreements.get(duty.instrument)
        if not creditors and agreement is not None:
            creditors = list(agreement.between)
        if duty.enforced_by:
            creditors.append(duty.enforced_by)
        owed = tuple(dict.fromkeys(name for name in creditors if not _within(duty.debtor, name)))
        things = tuple(name for name in duty.things if name not in to_parties) if given else duty.things
        made.append(replace(duty, creditor=owed[0] if owed else "", creditors=owed, things=things))
    return tuple(made)


def _within(debtor: str, creditor: str) -> bool:
    """Whether the creditor is the debtor, or the entity that the debtor belongs to: nobody owes himself."""
    return debtor == creditor or debtor.startswith(f"{creditor}.")
