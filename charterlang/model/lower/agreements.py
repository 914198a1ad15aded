"""Agreements: who is bound, for how long, who may end or change them, what a breach costs."""

from __future__ import annotations

from charterlang.model.decisions import Act, Decision, Never, Power
from charterlang.model.kinds import AGREEMENT_KINDS
from charterlang.model.lower import decisions
from charterlang.model.lower.declaration import Declared
from charterlang.model.lower.draft import Draft, Statement, allow, flag, many, particulars, text, word
from charterlang.model.lower.duties import consequence, duties
from charterlang.model.lower.reading import has
from charterlang.model.lower.things import disputes
from charterlang.model.mention import BODY, PARTY, VALUE
from charterlang.model.things import Agreement, ControlChange
from charterlang.source import Span
from charterlang.syntax import Node


def _term(draft: Draft, node: Node) -> None:
    """`term 5 years, renewable`, `term unlimited`, `term until 2030-01-01`."""
    read = draft.read
    draft.put("term", read.duration(node), node)
    if has(node, "unlimited"):
        draft.fields["unlimited"] = True
    until = node.node("until")
    if until is not None:
        draft.put("until", read.date(until), until)
    if node.node("renewable") is not None:
        draft.fields["renewable"] = True


def _change_of_control(draft: Draft, node: Node) -> None:
    """`change of control of warp requires consent of foundation`."""
    read = draft.read
    of, made = read.one(node, BODY), decisions.decision(read, node)
    if of and made is not None:
        draft.add("changes_of_control", ControlChange(of, made, read.span(node)))


def _power_to(action: str) -> Statement:
    """A row for `terminate requires …` and `amend requires …`: a power over the agreement itself."""

    def add(draft: Draft, node: Node) -> None:
        read = draft.read
        never = node.node("never")
        made: Decision | None = Never(read.span(never)) if never is not None else decisions.decision(read, node)
        if made is not None:
            draft.add(
                "powers",
                Power("", draft.owner, Act(action, draft.owner), made, basis="contract", span=read.span(node)),
            )
        notice = read.duration(node)
        if notice is not None:
            draft.put("terminate_notice", notice, node)

    return add


def _on_breach(draft: Draft, node: Node) -> None:
    """`on breach warp loses licence of loom-mark after 60 days`."""
    found = consequence(draft, node)
    if found is not None:
        draft.add("consequences", found)


def _in_force(draft: Draft, node: Node) -> None:
    """`in force from 2026-01-01`, `in force after "the merger"`."""
    draft.put("in_force", draft.read.date(node), node)


def _revocable(draft: Draft, node: Node) -> None:
    """`revocable by warp`; just `revocable` means by each party, of which the first stands for all."""
    draft.put("revocable_by", draft.read.one(node, BODY) or "*", node)


def _survives(draft: Draft, node: Node) -> None:
    draft.add("survives", *(leaf.text for leaf in node.leaves("EVENT") if leaf.text))


STATEMENTS: dict[str, Statement] = {
    "between": many("between", PARTY),
    "duties": duties,
    "agreement_term": _term,
    "change_of_control": _change_of_control,
    "powers": decisions.powers,
    "terminate": _power_to("terminate"),
    "amend": _power_to("amend"),
    "on_breach": _on_breach,
    "disputes": disputes,
    "governing_law": lambda draft, node: draft.put("law", draft.read.name(node), node),
    "survives": _survives,
    "not_binding": flag("binding", value=False),
    "revocable_term": _revocable,
    "kind": word("kind", AGREEMENT_KINDS),
    "upholds": many("upholds", VALUE),
    "particulars": particulars,
    "allow": allow,
    "in_force": _in_force,
    "purpose": text("purpose"),
}


def agreement(draft: Draft, node: Node, name_span: Span) -> Declared:
    """An agreement."""
    draft.statements_in(node, STATEMENTS)
    if draft.fields.get("revocable_by") == "*":
        draft.fields["revocable_by"] = next(iter(draft.fields.get("between", ())), "")
    return Agreement(
        id=draft.owner,
        title=draft.read.title(node),
        statements=draft.statements,
        span=draft.read.span(node),
        name_span=name_span,
        **draft.finished(),
    )
