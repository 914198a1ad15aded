"""Duties, their consequences, and locks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from charterlang.model.kinds import BASES_OF_SHARE, LOCK_BASES
from charterlang.model.lower import decisions
from charterlang.model.lower.declaration import Symbol
from charterlang.model.lower.draft import Draft
from charterlang.model.lower.licences import expression
from charterlang.model.lower.reading import has, spelled
from charterlang.model.mention import AGREEMENT, BODY, HELD, RECIPIENT, THING
from charterlang.model.things import Consequence, Duty, Lock
from charterlang.syntax import Node

_Terms: TypeAlias = dict[str, Any]
_Obligation: TypeAlias = Callable[[Draft, Node], _Terms]


def _amount(draft: Draft, node: Node) -> _Terms:
    """`10% of surplus` or `500 USD per month`."""
    read = draft.read
    part, sum_ = node.node("share_of"), node.node("money_per")
    if part is not None:
        leaf = part.leaf("NAME")
        base = read.word(leaf, BASES_OF_SHARE) if leaf is not None and leaf.text else ""
        return {"share": read.share(part), "base": base}
    if sum_ is not None:
        return {"money": read.money(sum_), "per": read.period(sum_)}
    return {}


def _contribute(draft: Draft, node: Node) -> _Terms:
    return {**_amount(draft, node), "things": draft.read.many(node, RECIPIENT)}


def _publish(draft: Draft, node: Node) -> _Terms:
    """`publish improvements to loom under MIT`: the thing is the commons it goes to, the text what is published."""
    names = [leaf for leaf in node.leaves("NAME") if leaf.text]
    terms: _Terms = {
        "text": draft.read.name(node),
        "things": tuple(draft.read.mention(leaf, RECIPIENT) for leaf in names[1:]),
    }
    spdx = node.node("spdx")
    if spdx is not None:
        terms["licence"] = expression(spdx)
    return terms


def _distribute(draft: Draft, node: Node) -> _Terms:
    if has(node, "nothing"):
        return {"share": 0, "base": "surplus", "at_most": True}
    leaf = node.leaf("NAME")
    base = draft.read.word(leaf, BASES_OF_SHARE) if leaf is not None and leaf.text else ""
    return {"share": draft.read.share(node), "base": base, "at_most": True}


def _asset_lock(draft: Draft, node: Node) -> _Terms:
    return {"creditor": draft.read.one(node, BODY)}


def _license(draft: Draft, node: Node) -> _Terms:
    thing = draft.read.one(node, HELD)
    return {"things": (thing,) if thing else (), "creditor": draft.read.one(node, BODY, 1)}


def _report(draft: Draft, node: Node) -> _Terms:
    return {"every": draft.read.duration(node), "creditor": draft.read.one(node, BODY)}


def _grant_veto(draft: Draft, node: Node) -> _Terms:
    return {
        "acts": decisions.acts(draft, node),
        "creditor": draft.read.one(node, BODY),
        "tests": decisions.tests(draft.read, node),
    }


def _pay_floor(draft: Draft, node: Node) -> _Terms:
    return {"money": draft.read.money(node), "per": draft.read.period(node), "creditor": draft.read.one(node, BODY)}


def _pay(draft: Draft, node: Node) -> _Terms:
    return {**_amount(draft, node), "creditor": draft.read.one(node, BODY)}


def _hire(draft: Draft, node: Node) -> _Terms:
    return {"creditor": draft.read.one(node, BODY)}


def _thing_or_words(draft: Draft, node: Node) -> _Terms:
    name = draft.read.one(node, HELD)
    return {"things": (name,)} if name else {"text": draft.read.text(node)}


def _hand_over(draft: Draft, node: Node) -> _Terms:
    return {"things": draft.read.many(node.node("names"), HELD), "creditor": draft.read.one(node, BODY)}


def _must(draft: Draft, node: Node) -> _Terms:
    return {"text": draft.read.text(node)}


def _must_not(draft: Draft, node: Node) -> _Terms:
    return {"acts": decisions.acts(draft, node)}


_OBLIGATIONS: dict[str, tuple[str, _Obligation]] = {
    "contribute": ("contribute", _contribute),
    "publish": ("publish", _publish),
    "distribute": ("distribute", _distribute),
    "asset_lock": ("asset-lock", _asset_lock),
    "grants_licence": ("license", _license),
    "report": ("report", _report),
    "grant_veto": ("grant-veto", _grant_veto),
    "pay_floor": ("pay-floor", _pay_floor),
    "pay": ("pay", _pay),
    "hire": ("hire", _hire),
    "restore": ("restore", _thing_or_words),
    "keep": ("keep", _thing_or_words),
    "hand_over": ("hand-over", _hand_over),
    "must": ("must", _must),
    "must_not": ("must-not", _must_not),
}


def consequence(draft: Draft, node: Node) -> Consequence | None:
    """What follows a breach, from a node that holds it."""
    read = draft.read
    for child in node.nodes("loses", "returns", "licensed", "may_act", "pays_penalty"):
        span = read.span(child)
        after = read.duration(child)
        match child.kind:
            case "loses":
                words = read.text(child) or ("licence" if has(child, "licence") else "")
                return Consequence(
                    "loses", read.one(child, BODY), read.one(child, HELD, 1), after=after, text=words, span=span
                )
            case "returns":
                return Consequence(
                    "returns", thing=read.one(child, HELD), to=read.one(child, BODY, 1), after=after, span=span
                )
            case "licensed":
                spdx = child.node("spdx")
                licence = expression(spdx) if spdx is not None else ""
                party = read.one(child, BODY, 1)
                return Consequence("licensed", party, read.one(child, HELD), licence=licence, after=after, span=span)
            case "may_act":
                inner = child.node("act")
                may = decisions.act(draft, inner) if inner is not None else None
                return Consequence("may", read.one(child, BODY), act=may, after=after, span=span)
            case _:
                to = read.one(child, BODY, 1)
                return Consequence(
                    "pays", read.one(child, BODY), to=to, money=read.money(child), after=after, span=span
                )
    words = read.text(node)
    return Consequence("words", text=words, span=read.span(node)) if words else None


def _terms(draft: Draft, node: Node, debtor: str) -> _Terms:
    """What stands after the obligation: how soon, towards whom, enforced by whom, until when."""
    read = draft.read
    terms: _Terms = {}
    for term in node.nodes():
        match term.kind:
            case "within":
                terms["within"] = read.duration(term)
            case "duty_to":
                terms["creditor"] = read.one(term, BODY)
            case "enforced_by":
                terms["enforced_by"] = read.one(term, BODY)
            case "revocable_term":
                terms["revocable_by"] = read.one(term, BODY) or debtor
            case "not_binding":
                terms["binding"] = False
            case "for_time":
                terms["for_time"] = read.duration(term)
            case "until":
                terms["until"] = read.date(term)
            case "on_breach_term":
                terms["consequence"] = consequence(draft, term)
            case "survives":
                terms["survives"] = tuple(leaf.text for leaf in term.leaves("EVENT") if leaf.text)
            case "after_act":
                inner = term.node("act")
                terms["after"] = decisions.act(draft, inner) if inner is not None else None
            case _:
                pass
    return terms


def duties(draft: Draft, node: Node) -> None:
    """`duties { … }`, or `duties in AGREEMENT` for an entity that owes them there."""
    names = node.node("names")
    if names is not None:
        draft.add("duties_in", *draft.read.many(names, AGREEMENT))
        return
    for line in node.nodes("duty"):
        _duty(draft, line)


def _duty(draft: Draft, line: Node) -> None:
    found = next((child for child in line.nodes() if child.kind in _OBLIGATIONS), None)
    if found is None:
        return
    read = draft.read
    kind, obligation = _OBLIGATIONS[found.kind]
    debtor = draft.owner if draft.kind == "organ" else draft.entity
    named = line.node("debtor")
    if named is not None:
        debtor = read.one(named, BODY)
    elif not debtor:
        read.say(
            "NAM112",
            "this duty names nobody who owes it",
            found,
            help_=(f"begin with who owes it: PARTY {_verb(found)} …",),
        )
    instrument = f"{draft.entity}.articles" if draft.entity else draft.owner
    upon, draft.upon = draft.upon, draft.entity or debtor
    same = sum(duty.kind == kind for duty in draft.duties)
    own_id = f"{instrument}.duties.{kind}" + (f"-{same + 1}" if same else "")
    fields = {**obligation(draft, found), **_terms(draft, line, debtor)}
    draft.upon = upon
    creditor = fields.pop("creditor", "")
    draft.duties.append(
        Duty(
            id=own_id,
            kind=kind,
            debtor=debtor,
            creditor=creditor,
            instrument=instrument,
            span=read.span(line),
            **fields,
        )
    )
    draft.symbols.append(Symbol(own_id, "duty", read.span(line)))


def _verb(node: Node) -> str:
    """The words an obligation begins with, in the third person."""
    first = next(node.leaves(), None)
    text = first.text if first is not None else ""
    if text.endswith("s") or text in {"must", "asset"}:
        return text
    return f"{text}es" if text.endswith("sh") else f"{text}s"


def lock(draft: Draft, node: Node) -> None:
    """`lock house use basis ground-lease survives sale watched by city`."""
    read = draft.read
    names = [leaf for leaf in node.leaves("NAME") if leaf.text]
    if not names:
        return
    terms: _Terms = {}
    for term in node.nodes():
        match term.kind:
            case "survives":
                terms["survives"] = tuple(leaf.text for leaf in term.leaves("EVENT") if leaf.text)
            case "watched_by":
                terms["watched_by"] = read.one(term, BODY)
            case "lock_to":
                terms["recipient"] = read.one(term, BODY)
            case _:
                pass
    bases = [leaf for basis in node.nodes("basis_name") for leaf in basis.leaves("NAME") if leaf.text]
    draft.locks.append(
        Lock(
            id="",
            thing=read.mention(names[0], THING),
            holder=draft.entity or draft.owner,
            protects=tuple(leaf.text for leaf in node.leaves("LOCKS") if leaf.text),
            bases=tuple(read.word(leaf, LOCK_BASES) for leaf in bases),
            part=spelled(names[0]),
            span=read.span(node),
            **terms,
        )
    )
