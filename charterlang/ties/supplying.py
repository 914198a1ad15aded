"""Ties of provisioning and care: who supplies, pays, employs, moves value, is touched, and makes it good."""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.model.decisions import Consent, leaves
from charterlang.model.entities import Dependence
from charterlang.model.things import Flow, Provision
from charterlang.ties import words
from charterlang.ties.model import Places, Tie

_DEPENDENCE = {"pays": "funds", "employs": "employs", "supplies": "supplies"}


def supplying(places: Places) -> Iterator[Tie]:
    """The ties of provisions, dependences and flows, in that order."""
    charter = places.charter
    for provision in charter.provisions.values():
        yield from _provision_ties(places, provision)
    for dependence in charter.dependences:
        yield _dependence_tie(dependence)
    for flow in charter.flows.values():
        yield _flow_tie(flow)


def _provision_ties(places: Places, provision: Provision) -> Iterator[Tie]:
    name = provision.id
    for mode in provision.modes:
        if mode.source:
            yield Tie("supplies", mode.source, name, mode.span, element=name, text=mode.kind)
        if mode.paid_by:
            yield Tie("funds", mode.paid_by, name, mode.span, element=name, text="pays")
    if provision.decided_by is not None:
        for leaf in leaves(provision.decided_by):
            consents = isinstance(leaf, Consent)
            body = leaf.of if isinstance(leaf, Consent) else leaf.body
            kind = "may veto" if consents else "decides"
            yield Tie(kind, body, name, leaf.span or provision.span, element=name, text=words.rule(leaf.rule))
    for affected in provision.affects:
        yield Tie("affects", name, affected.party, affected.span, element=name, text=affected.by)
        for remedy in affected.remedies:
            yield Tie("remedies", places.node(remedy), affected.party, affected.span, element=name, text=affected.by)
        for debtor in affected.duty_of:
            yield Tie("remedies", debtor, affected.party, affected.span, element=name, text="by duty")
        if affected.heard_in:
            yield Tie("sits in", affected.party, affected.heard_in, affected.span, element=name, text="is heard")


def _dependence_tie(dependence: Dependence) -> Tie:
    part = words.percent(dependence.share) if dependence.share is not None else dependence.word
    text = ", ".join(filter(None, (part, dependence.what, "alone" if dependence.exclusive else "")))
    kind = _DEPENDENCE.get(dependence.kind, "supplies")
    return Tie(kind, dependence.source, dependence.on, dependence.span, weight=dependence.share, text=text)


def _flow_tie(flow: Flow) -> Tie:
    text = words.money(flow.money, flow.per) + (" in kind" if flow.in_kind else "")
    return Tie(
        "flows", flow.source, flow.target, flow.span, flow.under, flow.id, text=text, amount=flow.money.amount,
        currency=flow.money.currency, per=flow.per, in_kind=flow.in_kind,
    )  # fmt: skip
