"""Provisions, flows and currencies."""

from __future__ import annotations

from charterlang.model.kinds import CURRENCY_KINDS, MODES
from charterlang.model.lower import decisions
from charterlang.model.lower.classes import serves
from charterlang.model.lower.declaration import Declared
from charterlang.model.lower.draft import Draft, Statement, allow, duration, many, particulars, text, word
from charterlang.model.lower.reading import Reader, has
from charterlang.model.mention import BODY, REMEDY, UNDER
from charterlang.model.things import Affected, Currency, Flow, Mode, Provision
from charterlang.source import Span
from charterlang.syntax import Leaf, Node


def _after(node: Node, words: tuple[str, ...]) -> dict[str, Leaf]:
    """The name that follows each of these words among a node's own leaves."""
    found: dict[str, Leaf] = {}
    last = ""
    for leaf in node.leaves():
        if leaf.kind == "NAME" and leaf.text:
            found.setdefault(last, leaf)
            last = "?"
        elif leaf.text in words:
            last = leaf.text if leaf.text != "by" or last != "paid" else "paid by"
    return found


def _mode(draft: Draft, node: Node) -> None:
    """`by purchase from vendors paid by vendor-fund "…"`."""
    read = draft.read
    names = _after(node, ("by", "from", "paid"))
    kind = names.get("by")
    if kind is None:
        return
    source, payer = names.get("from"), names.get("paid by")
    draft.add(
        "modes",
        Mode(
            read.word(kind, MODES),
            read.mention(source, REMEDY) if source is not None else "",
            read.mention(payer, BODY) if payer is not None else "",
            read.text(node),
            read.span(node),
        ),
    )


def _affects(draft: Draft, node: Node) -> None:
    """`affects vendors by "trade lost" remedied by vendor-fund, duty of warp heard in council`."""
    read = draft.read
    party = read.one(node, BODY)
    if not party:
        return
    remedies: list[str] = []
    duty_of: list[str] = []
    words: list[str] = []
    remedied = node.node("remedied_by")
    for remedy in remedied.nodes("remedy") if remedied is not None else ():
        name = read.one(remedy, BODY if has(remedy, "duty") else REMEDY)
        if not name:
            words.append(read.text(remedy))
        else:
            (duty_of if has(remedy, "duty") else remedies).append(name)
    heard = node.node("heard_in")
    draft.add(
        "affects",
        Affected(
            party,
            read.text(node),
            tuple(remedies),
            tuple(duty_of),
            tuple(words),
            read.one(heard, BODY) if heard is not None else "",
            read.span(node),
        ),
    )


def _ballot(draft: Draft, node: Node) -> None:
    """`ballot consent`, `ballot schulze`: how the options are voted on, in the charter's word."""
    read = draft.read
    words = read.name(node)
    rule = node.node("rule")
    if rule is not None:
        words = " ".join(leaf.text for leaf in rule.walk() if isinstance(leaf, Leaf) and leaf.text)
    draft.put("ballot", words, node)


PROVISION_STATEMENTS: dict[str, Statement] = {
    "need": text("need"),
    "by_mode": _mode,
    "decided_by": lambda draft, node: draft.put("decided_by", decisions.decision(draft.read, node), node),
    "affects": _affects,
    "ballot": _ballot,
    "allow": allow,
    "serves": serves,
}


def provision(draft: Draft, node: Node, name_span: Span) -> Declared:
    """A provision."""
    draft.statements_in(node, PROVISION_STATEMENTS)
    title = draft.read.title(node)
    return Provision(id=draft.owner, title=title, span=draft.read.span(node), name_span=name_span, **draft.finished())


def _limit(draft: Draft, node: Node) -> None:
    """`limit 500 minuto per member`, `debit limit …`, `credit limit …`."""
    sum_ = draft.read.money(node)
    kind = next((word for word in ("debit", "credit") if has(node, word)), "both")
    if sum_ is not None:
        draft.add("limits", (kind, sum_, draft.read.name(node)))


def _demurrage(draft: Draft, node: Node) -> None:
    """`demurrage 2% per year`."""
    part = draft.read.share(node)
    if part is not None:
        draft.put("demurrage", (part, draft.read.period(node)), node)


def _rate(draft: Draft, node: Node) -> None:
    """`rate 1 minuto is 0.50 EUR`."""
    sums = [sum_ for each in node.nodes("money") if (sum_ := draft.read.money(each)) is not None]
    if len(sums) == 2:
        draft.add("rates", (sums[0], sums[1]))


CURRENCY_STATEMENTS: dict[str, Statement] = {
    "kind": word("kind", CURRENCY_KINDS),
    "unit": text("unit"),
    "credit_limit": _limit,
    "demurrage": _demurrage,
    "rate": _rate,
    "issued_by": many("issued_by", BODY),
    "expires": duration("expires"),
    "allow": allow,
    "particulars": particulars,
}


def currency(draft: Draft, node: Node, name_span: Span) -> Declared:
    """A currency."""
    draft.statements_in(node, CURRENCY_STATEMENTS)
    title = draft.read.title(node)
    return Currency(id=draft.owner, title=title, span=draft.read.span(node), name_span=name_span, **draft.finished())


def _in_months(read: Reader, node: Node) -> tuple[int, ...]:
    months = []
    for leaf in node.leaves("INTEGER"):
        month = read.integer(leaf)
        if month is not None and not 1 <= month <= 12:
            read.say("NAM130", f"there is no month {month}", leaf, help_=("count the months from 1 to 12",))
        elif month is not None:
            months.append(month)
    return tuple(months)


def flow(draft: Draft, node: Node, name_span: Span) -> Declared | None:
    """`flow tithe from vendors to kitchen 500 USD per month`; None where an end or the amount is missing."""
    read = draft.read
    names = _after(node, ("from", "to"))
    source, target, sum_ = names.get("from"), names.get("to"), read.money(node)
    if source is None or target is None or sum_ is None:
        return None
    for term in node.nodes():
        match term.kind:
            case "in_kind":
                draft.fields["in_kind"] = True
            case "under_duty":
                draft.put("under", read.one(term, UNDER), term)
            case "from_date":
                draft.put("starting", read.date(term), term)
            case "until":
                draft.put("until", read.date(term), term)
            case "in_months":
                draft.add("months", *_in_months(read, term))
            case "for_what":
                draft.put("what", read.text(term), term)
            case _:
                pass
    return Flow(
        id=draft.owner,
        source=read.mention(source, REMEDY),
        target=read.mention(target, REMEDY),
        money=sum_,
        per=read.period(node),
        title=read.title(node),
        span=read.span(node),
        name_span=name_span,
        **draft.finished(),
    )
