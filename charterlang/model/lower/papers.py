"""The head of a charter, `use`, and words about papers and verdicts: `define`, `clause`, `expect`, `allow`."""

from __future__ import annotations

from charterlang.model.charter import Header
from charterlang.model.kinds import LEVELS, STATUSES
from charterlang.model.lower import decisions
from charterlang.model.lower.declaration import Declared, Use
from charterlang.model.lower.draft import Draft, Statement, allow, many, one, particulars, text, word
from charterlang.model.lower.reading import has
from charterlang.model.mention import BODY, CURRENCY, ELEMENT, VALUE
from charterlang.model.things import ClauseEdit, DefinedTerm, Expectation
from charterlang.source import Span
from charterlang.syntax import Leaf, Node, unquote

EDITION = 1
"""The edition of the language that this compiler reads."""


def _edition(draft: Draft, node: Node) -> None:
    leaf = node.leaf("INTEGER")
    number = draft.read.integer(leaf)
    if leaf is None or number is None:
        return
    if number != EDITION:
        newer = number > EDITION
        draft.read.say(
            "NAM124",
            f"edition {number} of the language is not known here",
            leaf,
            help_=(
                f"this compiler reads edition {EDITION}; take a newer one, or write `edition {EDITION}`"
                if newer
                else f"the first edition is {EDITION}: write `edition {EDITION}`",
            ),
        )
    draft.put("edition", number, node)


def _languages(draft: Draft, node: Node) -> None:
    names = node.node("names")
    if names is not None:
        draft.put("languages", tuple(leaf.text for leaf in names.leaves("NAME") if leaf.text), node)


def _put_name(field: str) -> Statement:
    return lambda draft, node: draft.put(field, draft.read.name(node), node)


def _bar(draft: Draft, node: Node) -> None:
    leaf = node.leaf("NAME")
    if leaf is not None and leaf.text:
        draft.put("bar", draft.read.word(leaf, LEVELS), node)


HEADER_STATEMENTS: dict[str, Statement] = {
    "edition": _edition,
    "version": text("version"),
    "jurisdiction": _put_name("jurisdiction"),
    "language": _languages,
    "header_currency": one("currency", CURRENCY),
    "status": word("status", STATUSES),
    "adopted": lambda draft, node: draft.put("adopted", draft.read.date(node), node),
    "bar": _bar,
    "allow": allow,
    "particulars": particulars,
}


def header(draft: Draft, node: Node) -> Declared:
    """The head of a charter."""
    draft.statements_in(node, HEADER_STATEMENTS)
    return Header(title=draft.read.title(node), span=draft.read.span(node), **draft.finished())


def use(draft: Draft, node: Node) -> Use | None:
    """`use "values.charter"` or `use std/values/openness`; None where the target is missing."""
    library, path = node.leaf("LIBRARY"), node.leaf("STRING")
    if library is not None and library.text:
        return Use(library.text, library=True, span=draft.read.span(library))
    if path is not None and path.text:
        return Use(unquote(path), library=False, span=draft.read.span(path))
    return None


def define(draft: Draft, node: Node) -> Declared | None:
    """`define "Net surplus" as "…"`."""
    words = draft.read.texts(node)
    return DefinedTerm(words[0], words[1], draft.read.span(node)) if len(words) > 1 else None


def _clause_in(draft: Draft, node: Node) -> None:
    draft.put("paper", draft.read.name(node), node)
    draft.put("of", draft.read.one(node, ELEMENT, 1), node)


def _placed(place: str) -> Statement:
    def put(draft: Draft, node: Node) -> None:
        draft.put("anchor", draft.read.name(node), node)
        draft.fields.setdefault("place", place)

    return put


CLAUSE_STATEMENTS: dict[str, Statement] = {
    "clause_in": _clause_in,
    "before": _placed("before"),
    "after_clause": _placed("after"),
    "instead_of": _placed("instead"),
    "without": _placed("without"),
    "clause_text": text("text"),
    "because": text("because"),
    "states": many("states", ELEMENT),
}


def clause(draft: Draft, node: Node, _: Span) -> Declared:
    """A lawyer's own clause."""
    draft.statements_in(node, CLAUSE_STATEMENTS)
    return ClauseEdit(id=draft.owner, title=draft.read.title(node), span=draft.read.span(node), **draft.finished())


def expect(draft: Draft, node: Node) -> Declared | None:
    """`expect openness of loom is entrenched`, and its like."""
    read = draft.read
    draft.upon = ""
    found = next(node.nodes(), None)
    if found is None:
        return None
    span = read.span(node)
    inner = found.node("act")
    act = decisions.act(draft, inner) if inner is not None else None
    match found.kind:
        case "expect_level":
            return _level(draft, found, span)
        case "expect_tied":
            value = read.one(found, VALUE, 1)
            return Expectation("tied", value, read.one(found, BODY), negated=has(found, "not"), span=span)
        case "expect_nobody":
            scope = found.node("nobody_scope")
            parties = read.many(scope, BODY) if scope is not None else ()
            return Expectation("nobody", parties=parties, act=act, span=span)
        case "expect_can":
            can = found.node("can")
            negated = can is not None and has(can, "cannot")
            return Expectation("can", parties=read.many(found, BODY), act=act, negated=negated, span=span)
        case _:
            return None


def _level(draft: Draft, node: Node, span: Span) -> Expectation | None:
    """`VALUE [of SUBJECT] is [at least|at most] LEVEL`."""
    read = draft.read
    names: list[Leaf] = [leaf for leaf in node.leaves("NAME") if leaf.text]
    if len(names) < 2:
        return None
    subject = read.mention(names[1], ELEMENT) if len(names) > 2 else ""
    bound = node.node("least_or_most")
    compare = "is" if bound is None else "at least" if has(bound, "least") else "at most"
    level = read.word(names[-1], LEVELS)
    return Expectation("level", read.mention(names[0], VALUE), subject, level, compare, span=span)
