"""Values, commons and assets."""

from __future__ import annotations

from charterlang.model.entities import Dependence, DisputeStep
from charterlang.model.kinds import ASSET_KINDS, COMMONS_KINDS, DISPUTE_STEPS, VALUE_KINDS
from charterlang.model.lower import decisions
from charterlang.model.lower.classes import exits, held_by, serves
from charterlang.model.lower.declaration import Declared
from charterlang.model.lower.draft import (
    Draft,
    Statement,
    allow,
    many,
    money,
    one,
    particulars,
    text,
    texts,
    word,
)
from charterlang.model.lower.duties import duties, lock
from charterlang.model.lower.licences import contributions, copyright_, licence
from charterlang.model.lower.reading import has, spelled
from charterlang.model.mention import BODY, COMMONS, VALUE, WORD_OR_BODY
from charterlang.model.things import Asset, Commons, Value
from charterlang.source import Span
from charterlang.syntax import Node


def disputes(draft: Draft, node: Node) -> None:
    """`disputes mediation, then arbitration in "Berlin"`."""
    read = draft.read
    for step in node.nodes("dispute_step"):
        leaf = step.leaf("NAME")
        if leaf is None or not leaf.text:
            draft.add("disputes", DisputeStep(read.text(step)))
            continue
        known = DISPUTE_STEPS.find(spelled(leaf))
        how = known.word if known is not None else read.mention(leaf, WORD_OR_BODY)
        draft.add("disputes", DisputeStep(how, read.text(step)))


def supplied_by(draft: Draft, node: Node) -> None:
    """`supplied by X with "hosting", exclusive`."""
    read = draft.read
    source = read.one(node, BODY)
    if source:
        draft.dependences.append(
            Dependence(
                "supplies",
                source,
                draft.owner,
                exclusive=node.node("exclusive") is not None,
                what=read.text(node),
                span=read.span(node),
            )
        )


def _access(draft: Draft, node: Node) -> None:
    """`access open to anyone`, `access members-of-coop`, `access "by key"`."""
    if node.node("open_to_anyone") is not None:
        draft.fields["access_open"] = True
    draft.add("access", *draft.read.many(node, BODY))
    draft.put("access_text", draft.read.text(node), node)


def _mirrored_by(draft: Draft, node: Node) -> None:
    """`mirrored by archive`, `mirrored by anyone`."""
    if node.node("public_copies") is not None or has(node, "anyone"):
        draft.fields["public_copies"] = True
    draft.add("mirrored_by", *draft.read.many(node, BODY))


COMMONS_STATEMENTS: dict[str, Statement] = {
    "kind": word("kind", COMMONS_KINDS),
    "produces": text("produces"),
    "produced_by": many("produced_by", BODY),
    "process": text("process"),
    "serves": serves,
    "access": _access,
    "licence": licence,
    "material_licence": licence,
    "contributions": contributions,
    "upholds": many("upholds", VALUE),
    "boundaries": text("boundaries"),
    "rules": text("rules"),
    "monitored_by": many("monitored_by", BODY),
    "sanctions": texts("sanctions"),
    "disputes": disputes,
    "copyright": copyright_,
    "releases": one("released_by", BODY),
    "channel": one("channel_held_by", BODY),
    "mirrored_by": _mirrored_by,
    "exit_by": exits,
    "lock": lock,
    "powers": decisions.powers,
    "duties": duties,
    "limits": text("limits"),
    "supplied_by": supplied_by,
    "allow": allow,
    "particulars": particulars,
    "price": text("price"),
}

ASSET_STATEMENTS: dict[str, Statement] = {
    "kind": word("kind", ASSET_KINDS),
    "asset_of": many("of", COMMONS),
    "held_by": held_by("holdings"),
    "lock": lock,
    "powers": decisions.powers,
    "allow": allow,
    "particulars": particulars,
    "worth": money("worth"),
}

VALUE_STATEMENTS: dict[str, Statement] = {
    "kind": word("kind", VALUE_KINDS),
    "breached_by": lambda draft, node: draft.add("breaches", *decisions.acts(draft, node)),
    "allow": allow,
}


def value(draft: Draft, node: Node, name_span: Span) -> Declared:
    """A value; without `kind`, a value that is named like a kind is of that kind."""
    draft.upon = ""
    draft.statements_in(node, VALUE_STATEMENTS)
    if draft.owner in VALUE_KINDS:
        draft.fields.setdefault("kind", draft.owner)
    draft.fields.setdefault("kind", "")
    title = draft.read.title(node)
    return Value(id=draft.owner, title=title, span=draft.read.span(node), name_span=name_span, **draft.finished())


def commons(draft: Draft, node: Node, name_span: Span) -> Declared:
    """A commons."""
    draft.statements_in(node, COMMONS_STATEMENTS)
    return Commons(
        id=draft.owner,
        title=draft.read.title(node),
        statements=draft.statements,
        span=draft.read.span(node),
        name_span=name_span,
        **draft.finished(),
    )


def asset(draft: Draft, node: Node, name_span: Span) -> Declared:
    """An asset."""
    draft.statements_in(node, ASSET_STATEMENTS)
    draft.fields.setdefault("kind", "")
    title = draft.read.title(node)
    return Asset(id=draft.owner, title=title, span=draft.read.span(node), name_span=name_span, **draft.finished())
