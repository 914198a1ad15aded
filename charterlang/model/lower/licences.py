"""Licences, contribution terms and copyright of a commons."""

from __future__ import annotations

from charterlang.model.entities import Holding
from charterlang.model.lower import decisions
from charterlang.model.lower.draft import Draft
from charterlang.model.lower.reading import Reader, has, spelled
from charterlang.model.mention import BODY, PARTY
from charterlang.model.things import Contributions, Copyright, Licence
from charterlang.syntax import Leaf, Node, unquote


def expression(node: Node) -> str:
    """An SPDX expression in its usual spacing: `MIT OR (Apache-2.0 AND CC-BY-4.0)`; a licence in words stays words."""
    leaves = [part for part in node.walk() if isinstance(part, Leaf) and part.text]
    words = [unquote(leaf) if leaf.kind == "STRING" else leaf.text for leaf in leaves]
    return " ".join(words).replace("( ", "(").replace(" )", ")")


def licence(draft: Draft, node: Node) -> None:
    """`licence AGPL-3.0-or-later, irrevocable, covers code, data`, or of one material: `documentation CC-BY-4.0`."""
    read = draft.read
    spdx, material = node.node("spdx"), node.leaf("MATERIAL")
    if spdx is None:
        return
    irrevocable: bool | None = None
    covers: tuple[str, ...] = ()
    granted_by = ""
    for term in node.nodes():
        match term.kind:
            case "irrevocable" | "revocable":
                irrevocable = term.kind == "irrevocable"
            case "covers":
                covers += tuple(leaf.text for leaf in term.leaves("COVER", "MATERIAL") if leaf.text)
            case "granted_by":
                granted_by = read.one(term, BODY)
            case _:
                pass
    draft.add(
        "licences",
        Licence(expression(spdx), material.text if material else "", irrevocable, covers, granted_by, read.span(node)),
    )


_TERMS = {
    "dco": "dco",
    "inbound_outbound": "inbound=outbound",
    "cla": "cla",
    "assignment": "assignment",
    "fiduciary": "fiduciary",
}


def contributions(draft: Draft, node: Node) -> None:
    """`contributions under CLA to brindle-inc only to open licences with council by 2/3`."""
    read = draft.read
    span = read.span(node)
    terms = next(node.nodes(*_TERMS), None)
    if terms is not None:
        limited = terms.node("only_to")
        made = Contributions(
            _TERMS[terms.kind],
            read.one(terms, BODY),
            limited is not None,
            decisions.decision(read, limited),
            span=span,
        )
    elif has(node, "none"):
        made = Contributions("none", span=span)
    else:
        made = Contributions("other", text=read.text(node), span=span)
    draft.put("contributions", made, node)


def copyright_(draft: Draft, node: Node) -> None:
    """`copyright held by foundation 60%`, `spread among makers`, `none`; said again, holders add up."""
    read = draft.read
    span = read.span(node)
    before: Copyright = draft.fields.get("copyright") or Copyright(span=span)
    if has(node, "held"):
        holder = read.one(node, PARTY)
        more = (Holding(holder, read.share(node), span=span),) if holder else ()
        made = Copyright(before.holdings + more, before.spread, before.none, before.span)
    elif has(node, "spread"):
        made = Copyright(before.holdings, before.spread + read.many(node, PARTY), before.none, before.span)
    else:
        made = Copyright(before.holdings, before.spread, none=True, span=before.span)
    draft.fields["copyright"] = made


def holds(read: Reader, node: Node) -> list[tuple[str, Leaf, str, Node]]:
    """The parts of `holds loom-mark, trademark "…"`: name, its leaf, title and node of each."""
    found = []
    for each in node.nodes("hold"):
        leaf = each.leaf("NAME")
        if leaf is not None and leaf.text:
            found.append((spelled(leaf), leaf, read.text(each), each))
    return found
