"""A declaration in the making, and the rows of which the tables of statements are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from charterlang.model.entities import Dependence, Particular
from charterlang.model.lower.declaration import Hold, Symbol
from charterlang.model.lower.reading import Reader
from charterlang.model.mention import Wants
from charterlang.model.things import Allowance, Asset, Duty, Lock
from charterlang.model.vocabulary import Table
from charterlang.source import Label, Span
from charterlang.syntax import Leaf, Node


class Draft:
    """What has been read of one declaration so far.

    `owner` is the full id of the element being declared, `entity` that of the entity around it ("" outside of
    entities). `upon` is what an act without a thing is done to. `fields` become the fields of the element; a field
    that gathers many holds a list until `finished`.
    """

    __slots__ = (
        "allowances", "assets", "dependences", "duties", "entity", "fields", "holds", "kind", "label", "locks",
        "owner", "read", "releases", "statements", "symbols", "upon",
    )  # fmt: skip

    def __init__(self, read: Reader, kind: str, owner: str, entity: str = "") -> None:
        """Start a declaration of `kind` with the full id `owner`."""
        self.read = read
        self.kind = kind
        self.owner = owner
        self.entity = entity
        self.upon = entity or owner
        self.label = owner.rpartition(".")[2]
        self.fields: dict[str, Any] = {}
        self.statements: dict[str, Span] = {}
        self.symbols: list[Symbol] = []
        self.assets: list[Asset] = []
        self.duties: list[Duty] = []
        self.locks: list[Lock] = []
        self.dependences: list[Dependence] = []
        self.allowances: list[Allowance] = []
        self.holds: list[Hold] = []
        self.releases: list[Hold] = []

    def within(self, kind: str, owner: str) -> Draft:
        """A draft for something inside this declaration; its duties, locks and the rest join those of the whole."""
        inner = Draft(self.read, kind, owner, self.entity)
        for name in ("symbols", "assets", "duties", "locks", "dependences", "allowances", "holds", "releases"):
            setattr(inner, name, getattr(self, name))
        return inner

    def put(self, name: str, value: Any, node: Node) -> None:
        """Set a field that may be said once; a second time is reported and does not count."""
        if value is None or value == "":
            return
        if name in self.fields:
            first = self.statements.get(name)
            wording = node.kind.replace("_", " ")
            self.read.say(
                "NAM108",
                f"`{self.label}` says its `{wording}` twice",
                node,
                label="said again here, and not counted",
                related=(Label(first, "said first here"),) if first is not None else (),
                help_=("keep one of the two",),
            )
            return
        self.fields[name] = value
        self.statements.setdefault(name, self.read.span(node))

    def add(self, name: str, *values: Any) -> None:
        """Add to a field that gathers many."""
        self.fields.setdefault(name, []).extend(values)

    def finished(self) -> dict[str, Any]:
        """The fields, lists made tuples."""
        return {name: tuple(value) if isinstance(value, list) else value for name, value in self.fields.items()}

    def statements_in(self, node: Node, table: Mapping[str, Statement]) -> None:
        """Read the statements in the body of `node` by `table`, in order, and record where each stands."""
        for child in node.children:
            if isinstance(child, Node):
                statement = table.get(child.kind)
                if statement is not None:
                    self.statements.setdefault(child.kind, self.read.span(child))
                    statement(self, child)


Statement: TypeAlias = Callable[[Draft, Node], None]


def text(field: str) -> Statement:
    """A row for a statement that sets a field to its string."""
    return lambda draft, node: draft.put(field, draft.read.text(node), node)


def texts(field: str) -> Statement:
    """A row for a statement that adds its strings to a field."""
    return lambda draft, node: draft.add(field, *draft.read.texts(node))


def flag(field: str, value: bool = True) -> Statement:
    """A row for a statement that is either there or not."""
    return lambda draft, _: draft.fields.update({field: value})


def one(field: str, wants: Wants) -> Statement:
    """A row for a statement that sets a field to a name."""
    return lambda draft, node: draft.put(field, draft.read.one(node, wants, said_in=node.kind), node)


def many(field: str, wants: Wants) -> Statement:
    """A row for a statement that adds names to a field, and records where each was said."""

    def add(draft: Draft, node: Node) -> None:
        names = draft.read.many(node, wants, node.kind)
        draft.add(field, *names)
        for name in names:
            draft.statements.setdefault(f"{node.kind} {name}", getattr(name, "span", draft.read.span(node)))

    return add


def word(field: str, table: Table) -> Statement:
    """A row for a statement that sets a field to a word of a table."""

    def put(draft: Draft, node: Node) -> None:
        leaf = node.leaf("NAME")
        if leaf is not None and leaf.text:
            draft.put(field, draft.read.word(leaf, table), node)

    return put


def number(field: str) -> Statement:
    """A row for a statement that sets a field to a whole number."""
    return lambda draft, node: draft.put(field, draft.read.integer(node.leaf("INTEGER")), node)


def share(field: str) -> Statement:
    """A row for a statement that sets a field to a share."""
    return lambda draft, node: draft.put(field, draft.read.share(node), node)


def measure(field: str) -> Statement:
    """A row for a statement that sets a field to a share or a number of heads."""
    return lambda draft, node: draft.put(field, draft.read.measure(node), node)


def money(field: str) -> Statement:
    """A row for a statement that sets a field to an amount."""
    return lambda draft, node: draft.put(field, draft.read.money(node), node)


def duration(field: str) -> Statement:
    """A row for a statement that sets a field to a span of time."""
    return lambda draft, node: draft.put(field, draft.read.duration(node), node)


def allow(draft: Draft, node: Node) -> None:
    """`allow CODE because "…" signed by "…"`."""
    reasons = (*draft.read.texts(node), "", "")
    code = draft.read.name(node)
    if code:
        scope = draft.owner
        draft.allowances.append(Allowance(code, scope, reasons[0], reasons[1], draft.read.span(node)))


def particulars(draft: Draft, node: Node) -> None:
    """`particulars { registered office "…" }`."""
    for line in node.nodes("particular"):
        key = " ".join(leaf.text for leaf in line.leaves("NAME"))
        values = tuple(
            draft.read.text(Node("value", (leaf,), leaf.start, leaf.end)) if leaf.kind == "STRING" else leaf.text
            for leaf in line.leaves("STRING", "DATE", "INTEGER", "PERCENT")
        )
        draft.add("particulars", Particular(key, values, draft.read.span(line)))


def head_name(node: Node) -> Leaf | None:
    """The leaf with the name that a declaration declares, None if it was left out."""
    leaf = node.leaf("NAME")
    return leaf if leaf is not None and leaf.text else None
