"""Classes of members and of shares: who belongs, how one joins, how they vote, what they take."""

from __future__ import annotations

from fractions import Fraction

from charterlang.model.entities import Door, Holding, MemberClass, Veto, Voting
from charterlang.model.kinds import EXITS, SIDES
from charterlang.model.lower import decisions
from charterlang.model.lower.declaration import Symbol
from charterlang.model.lower.draft import (
    Draft,
    Statement,
    allow,
    duration,
    flag,
    head_name,
    many,
    measure,
    number,
    share,
    word,
)
from charterlang.model.lower.reading import Reader, has, spelled
from charterlang.model.mention import BODY, PARTY, SERVED, VALUE
from charterlang.syntax import Leaf, Node


def holdings(read: Reader, node: Node) -> tuple[Holding, ...]:
    """`held by a 60%, b 40% with 10% of votes`."""
    made = []
    for each in node.nodes("holding"):
        holder = read.one(each, PARTY)
        if not holder:
            continue
        voting = each.node("with_votes")
        votes = None
        if voting is not None:
            votes = Fraction(0) if has(voting, "no") else read.share(voting)
        made.append(Holding(holder, read.share(each), votes, on_behalf(read, each), read.span(each)))
    return tuple(made)


def on_behalf(read: Reader, node: Node) -> str:
    """`on behalf of CLASS` inside a node, "" if it is not said."""
    term = node.node("on_behalf")
    return read.one(term, BODY) if term is not None else ""


def held_by(field: str) -> Statement:
    """A row for `held by …`."""
    return lambda draft, node: draft.add(field, *holdings(draft.read, node))


def _door(draft: Draft, node: Node) -> None:
    """`open to anyone after 6 months admitted by council`."""
    read = draft.read
    anyone = has(node, "anyone")
    after, condition, admitted, place = None, "", None, ""
    for term in node.nodes():
        if term.kind == "after":
            after, condition = read.duration(term), read.text(term)
        elif term.kind == "admitted_by":
            admitted = decisions.decision(read, term)
        elif term.kind == "within_place":
            place = read.text(term)
    at_will = node.node("refusable") is not None
    to = () if anyone else read.many(node, PARTY)
    draft.put("door", Door(anyone, to, after, condition, admitted, at_will, place, read.span(node)), node)


def voting(read: Reader, node: Node) -> Voting | None:
    """`vote one per member`, `votes by share, at most 4% per holder`."""
    span = read.span(node)
    cap, cap_votes = None, None
    kind, per, part, count = "", "member", None, None
    for child in node.nodes():
        match child.kind:
            case "one_each":
                kind, per = "each", read.name(child) or "member"
            case "by_share":
                kind = "share"
            case "by_patronage":
                kind = "patronage"
            case "no_votes":
                kind = "none"
            case "fixed_votes":
                kind = "fixed"
                part, count = read.share(child), read.integer(child.leaf("INTEGER"))
            case "at_most":
                cap, cap_votes = read.share(child), read.integer(child.leaf("INTEGER"))
            case _:
                pass
    if not kind:
        return None
    return Voting(kind, per, part, cap, count, cap_votes, span=span)


def _profit(draft: Draft, node: Node) -> None:
    """`profit by share, at most 6%`, `profit none`."""
    read = draft.read
    for child in node.nodes():
        if child.kind == "at_most":
            draft.fields["profit_cap"] = read.share(child)
    kinds = {"by_share": "share", "by_patronage": "patronage", "no_votes": "none"}
    kind = next((kinds[child.kind] for child in node.nodes() if child.kind in kinds), "")
    part = read.share(node)
    if part is not None:
        draft.fields["profit_share"] = part
    draft.put("profit", kind or ("fixed" if part is not None else ""), node)


def _fee(draft: Draft, node: Node) -> None:
    """`fee 10 USD per year`; `fee none` is no fee at all."""
    amount = draft.read.money(node)
    if amount is not None:
        draft.put("fee", amount, node)
        draft.fields["fee_per"] = draft.read.period(node)


def _dues(draft: Draft, node: Node) -> None:
    """`dues 5 EUR per month`."""
    amount = draft.read.money(node)
    if amount is not None:
        draft.put("dues", (amount, draft.read.period(node)), node)


def limit(draft: Draft, node: Node) -> None:
    """`limit 1 seat per employer`, `limit 4% votes per holder`."""
    what = [spelled(leaf) for leaf in node.leaves("NAME")]
    size = draft.read.measure(node)
    if size is not None and len(what) > 1:
        draft.add("limits", (size, what[0], what[1]))


def _veto(draft: Draft, node: Node) -> None:
    """`veto sell, convert testing purpose`."""
    stopped = decisions.acts(draft, node)
    if stopped:
        tests = decisions.tests(draft.read, node)
        draft.add("vetoes", Veto(draft.owner, stopped, tests, draft.read.span(node)))


def term(draft: Draft, node: Node) -> None:
    """`term 2 years, staggered, renewable, at most 2 terms`; `term life`."""
    read = draft.read
    length, for_life = decisions.term(read, node)
    draft.put("term", length, node)
    if for_life:
        draft.fields["for_life"] = True
    if node.node("staggered") is not None:
        draft.fields["staggered"] = True
    if draft.kind in {"members", "shares"}:
        return
    if node.node("renewable") is not None:
        draft.fields["renewable"] = True
    at_most = node.node("at_most_terms")
    if at_most is not None:
        draft.put("max_terms", read.integer(at_most.leaf("INTEGER")), at_most)


def exits(draft: Draft, node: Node) -> None:
    """`exit by fork, export`."""
    leaves: list[Leaf] = [leaf for leaf in node.leaves("NAME") if leaf.text]
    draft.add("exit_by", *(draft.read.word(leaf, EXITS) for leaf in leaves))


def serves(draft: Draft, node: Node) -> None:
    """`serves users` or `serves "everyone in the valley"`."""
    draft.add("serves", *draft.read.many(node, SERVED))
    draft.put("serves_text", draft.read.text(node), node)


STATEMENTS: dict[str, Statement] = {
    "count": number("count"),
    "door": _door,
    "closed": flag("closed"),
    "fee": _fee,
    "dues": _dues,
    "waiting": duration("waits"),
    "vote": lambda draft, node: draft.put("voting", voting(draft.read, node), node),
    "votes": lambda draft, node: draft.put("voting", voting(draft.read, node), node),
    "profit": _profit,
    "held_by": held_by("holdings"),
    "gains_from": lambda draft, node: draft.add("gains_from", *decisions.acts(draft, node)),
    "turnout": share("turnout"),
    "residents_only": flag("residents_only"),
    "limit": limit,
    "transferable": lambda draft, node: draft.put("transferable", not has(node, "not"), node),
    "veto": _veto,
    "term": term,
    "quorum": measure("quorum"),
    "decides_by": lambda draft, node: draft.put("rule", decisions.rule(draft.read, node), node),
    "affiliation": many("affiliated_with", BODY),
    "allow": allow,
    "exit_by": exits,
    "upholds": many("upholds", VALUE),
    "serves": serves,
    "side": word("side", SIDES),
}


def member_class(outer: Draft, node: Node) -> None:
    """`members citizens { … }` or `shares common { … }` inside an entity."""
    leaf = head_name(node)
    if leaf is None:
        return
    name = spelled(leaf)
    full = f"{outer.owner}.{name}"
    draft = outer.within(node.kind, full)
    draft.symbols.append(Symbol(full, node.kind, draft.read.span(leaf)))
    draft.statements_in(node, STATEMENTS)
    made = MemberClass(
        id=full,
        name=name,
        entity=outer.owner,
        kind=node.kind,
        title=draft.read.title(node),
        span=draft.read.span(leaf),
        **draft.finished(),
    )
    outer.add("classes", made)
