"""Associations, firms and everyone else with a stake or a say."""

from __future__ import annotations

from fractions import Fraction

from charterlang.model.entities import (
    Debt,
    Dependence,
    Dissolution,
    Empowerment,
    Entity,
    EntityKind,
    SurplusShare,
)
from charterlang.model.kinds import ASSET_KINDS, SIDES
from charterlang.model.lower import decisions
from charterlang.model.lower.classes import held_by, member_class, on_behalf, serves
from charterlang.model.lower.declaration import Declared, Hold, Symbol
from charterlang.model.lower.draft import (
    Draft,
    Statement,
    allow,
    flag,
    many,
    money,
    number,
    particulars,
    text,
    word,
)
from charterlang.model.lower.duties import duties, lock
from charterlang.model.lower.licences import holds
from charterlang.model.lower.organs import organ, represents
from charterlang.model.lower.things import disputes, supplied_by
from charterlang.model.mention import (
    BODY,
    COMMONS,
    HELD,
    HOLDABLE,
    LOSS_BEARER,
    PARTY,
    SERVED,
    SURPLUS_TAKER,
    VALUE,
)
from charterlang.model.things import Asset
from charterlang.source import Span
from charterlang.syntax import Leaf, Node


def _form(draft: Draft, node: Node) -> None:
    """`form de.ev`."""
    leaf = node.leaf("FORM")
    if leaf is not None and leaf.text:
        draft.put("form", leaf.text, node)
        draft.fields.setdefault("form_span", draft.read.span(leaf))


def _holds(draft: Draft, node: Node) -> None:
    """`holds loom-mark, loom-home`, or declaring what it holds: `holds trademark "Occupy Kitchen"`."""
    read = draft.read
    for name, leaf, title, part in holds(read, node):
        behalf = on_behalf(read, part)
        if not title:
            draft.holds.append(Hold(read.mention(leaf, HOLDABLE), behalf, read.span(part)))
            continue
        kind = ASSET_KINDS.find(name)
        own = f"{draft.owner}.{name}"
        draft.symbols.append(Symbol(own, "asset", read.span(leaf)))
        draft.assets.append(
            Asset(
                id=own,
                kind=kind.word if kind is not None else read.word(leaf, ASSET_KINDS),
                title=title,
                span=read.span(part),
                name_span=read.span(leaf),
            )
        )
        draft.holds.append(Hold(read.mention(leaf, HOLDABLE), behalf, read.span(part)))


def _releases(draft: Draft, node: Node) -> None:
    """`releases loom`: it is this entity that publishes its versions."""
    name = node.leaf("NAME")
    if name is not None and name.text:
        draft.releases.append(Hold(draft.read.mention(name, COMMONS), span=draft.read.span(node)))


def _empowers(draft: Draft, node: Node) -> None:
    """`empowers cooks by "equipment, training"`."""
    read = draft.read
    draft.add("empowers", Empowerment(read.many(node, BODY), read.text(node), read.span(node)))


def _dissolution(draft: Draft, node: Node) -> None:
    """`on dissolution assets go to trust, else city`."""
    read = draft.read
    draft.put("dissolution", Dissolution(read.many(node, BODY), span=read.span(node)), node)


def _surplus(draft: Draft, node: Node) -> None:
    """`surplus 10% to kitchen, 50% to members, to reserves`."""
    read = draft.read
    for part in node.nodes("surplus_share"):
        to = read.one(part, SURPLUS_TAKER)
        if to:
            draft.add("surplus", SurplusShare(to, read.share(part), read.span(part)))


def _debt(draft: Draft, node: Node) -> None:
    """`debt 200000 EUR to bank, converts, secured on house`."""
    read = draft.read
    creditor = read.one(node, BODY)
    if not creditor:
        return
    secured = node.node("secured_on")
    draft.add(
        "debts",
        Debt(
            creditor,
            read.money(node),
            node.node("converts") is not None,
            node.node("near_default") is not None,
            read.one(secured, HELD) if secured is not None else "",
            read.span(node),
        ),
    )


def _portion(draft: Draft, node: Node) -> tuple[Fraction | None, str]:
    """How large a part: a share, a word for one, or both."""
    part = node.node("portion")
    if part is None:
        return None, ""
    first = next(part.leaves(), None)
    spoken = first.text if first is not None and first.text in {"most", "all", "some", "half"} else ""
    return draft.read.share(part), spoken


def _depends(kind: str, *, on_itself: bool = False) -> Statement:
    """A row for `employs 90% of X`, `pays most of X` (X depends on this entity) and `funded by X` (the other way)."""

    def add(draft: Draft, node: Node) -> None:
        other = draft.read.one(node, BODY if on_itself else SERVED)
        if other:
            part, spoken = _portion(draft, node)
            source, on = (other, draft.owner) if on_itself else (draft.owner, other)
            draft.dependences.append(Dependence(kind, source, on, part, spoken, span=draft.read.span(node)))

    return add


def _floor(draft: Draft, node: Node) -> None:
    """`floor 20000 EUR` or `floor 3 months`: what it must not run below."""
    draft.put("floor", draft.read.money(node) or draft.read.duration(node), node)


def _labour(draft: Draft, node: Node) -> None:
    """`contributes labour, code to loom`."""
    read = draft.read
    to = ""
    words: list[Leaf] = []
    after_to = False
    for leaf in node.leaves():
        if leaf.text == "to" and leaf.kind != "NAME":
            after_to = True
        elif leaf.kind == "NAME" and leaf.text:
            if after_to:
                to = read.mention(leaf, SERVED)
            else:
                words.append(leaf)
    for leaf in words:
        draft.add("contributes", (leaf.text, to))


STATEMENTS: dict[str, Statement] = {
    "form": _form,
    "external": flag("external"),
    "purpose": text("purpose"),
    "protects": many("protects", COMMONS),
    "holds": _holds,
    "upholds": many("upholds", VALUE),
    "uses": many("uses", COMMONS),
    "empowers": _empowers,
    "members": member_class,
    "shares": member_class,
    "organ": organ,
    "powers": decisions.powers,
    "duties": duties,
    "lock": lock,
    "dissolution": _dissolution,
    "surplus": _surplus,
    "losses": many("losses", LOSS_BEARER),
    "side": word("side", SIDES),
    "count": number("count"),
    "debt": _debt,
    "near_default": flag("near_default"),
    "supplied_by": supplied_by,
    "funded_by": _depends("pays", on_itself=True),
    "employs": _depends("employs"),
    "pays": _depends("pays"),
    "held_by": held_by("held_by"),
    "controlled_by": lambda draft, node: draft.put("controlled_by", decisions.decision(draft.read, node), node),
    "represents": represents,
    "releases_power": _releases,
    "kind": lambda draft, node: draft.put("purpose_kind", draft.read.name(node), node),
    "seat": text("seat"),
    "particulars": particulars,
    "allow": allow,
    "balance": money("balance"),
    "floor": _floor,
    "independent": flag("independent"),
    "disputes": disputes,
    "produces": text("produces"),
    "monitored_by": many("monitored_by", BODY),
    "affiliation": many("affiliated_with", PARTY),
    "staff_owned": flag("staff_owned"),
    "serves": serves,
    "labour": _labour,
}


def entity(draft: Draft, node: Node, name_span: Span) -> Declared:
    """An entity of any kind, with its classes and organs."""
    draft.statements_in(node, STATEMENTS)
    return Entity(
        id=draft.owner,
        kind=EntityKind(draft.kind),
        title=draft.read.title(node),
        statements=draft.statements,
        span=draft.read.span(node),
        name_span=name_span,
        **draft.finished(),
    )
