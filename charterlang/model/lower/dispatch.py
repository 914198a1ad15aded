"""Which function lowers which declaration."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from charterlang.model.lower import agreements, classes, entities, organs, papers, provisions, things
from charterlang.model.lower.declaration import Declaration, Declared, Symbol, Use
from charterlang.model.lower.draft import Draft, Statement, allow, head_name
from charterlang.model.lower.reading import Reader, spelled
from charterlang.source import Span
from charterlang.syntax import Block, Node

_NAMED: dict[str, Callable[[Draft, Node, Span], Declared | None]] = {
    "value": things.value,
    "commons": things.commons,
    "asset": things.asset,
    "entity": entities.entity,
    "agreement": agreements.agreement,
    "currency": provisions.currency,
    "provision": provisions.provision,
    "flow": provisions.flow,
    "clause": papers.clause,
}

_NAMELESS: dict[str, Callable[[Draft, Node], Declared | None]] = {
    "charter": papers.header,
    "define": papers.define,
    "expect": papers.expect,
}


STATEMENTS: Mapping[str, Mapping[str, Statement]] = {
    "charter": papers.HEADER_STATEMENTS,
    "value": things.VALUE_STATEMENTS,
    "commons": things.COMMONS_STATEMENTS,
    "asset": things.ASSET_STATEMENTS,
    "entity": entities.STATEMENTS,
    "class": classes.STATEMENTS,
    "organ": organs.STATEMENTS,
    "agreement": agreements.STATEMENTS,
    "currency": provisions.CURRENCY_STATEMENTS,
    "provision": provisions.PROVISION_STATEMENTS,
    "clause": papers.CLAUSE_STATEMENTS,
}
"""The statements that may stand in each kind of declaration: what the grammar lists as `_KIND_statement`."""


def lower(file: str, block: Block) -> Declaration | None:
    """What a block declares; None where nothing of it could be read.

    A pure function of the file's name, the block's number and its tree.
    """
    node = block.tree
    if node is None:
        return None
    read = Reader(file, block.number)
    if node.kind == "start":
        node = next(node.nodes(), node)
    if node.kind in _NAMED:
        return _named(read, node)
    draft = Draft(read, node.kind, "")
    element: Declared | None = None
    brought: Use | None = None
    if node.kind in _NAMELESS:
        element = _NAMELESS[node.kind](draft, node)
    elif node.kind == "use":
        brought = papers.use(draft, node)
    elif node.kind == "allow":
        allow(draft, node)
    return Declaration(
        node.kind,
        span=read.span(node),
        element=element,
        allowances=tuple(draft.allowances),
        use=brought,
        findings=tuple(read.findings),
    )


def _named(read: Reader, node: Node) -> Declaration | None:
    """The declaration of something that has a name; None where the name was left out."""
    leaf = head_name(node)
    if leaf is None:
        return None
    name, name_span = spelled(leaf), read.span(leaf)
    keyword = node.leaf("ENTITY")
    kind = keyword.text if keyword is not None else node.kind
    if "." in name:
        read.say(
            "NAM109",
            f"the name `{name}` holds a dot",
            leaf,
            label="a dot reaches inside an entity",
            help_=(f"write a name of its own, such as `{name.replace('.', '-')}`",),
        )
    draft = Draft(read, kind, name, name if node.kind == "entity" else "")
    draft.symbols.append(Symbol(name, kind, name_span))
    element = _NAMED[node.kind](draft, node, name_span)
    return Declaration(
        kind,
        name,
        read.span(node),
        element,
        tuple(draft.symbols) if element is not None else (),
        tuple(draft.assets),
        tuple(draft.duties),
        tuple(draft.locks),
        tuple(draft.dependences),
        tuple(draft.allowances),
        tuple(draft.holds),
        tuple(draft.releases),
        findings=tuple(read.findings),
    )
