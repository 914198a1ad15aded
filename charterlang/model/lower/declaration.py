"""What one block declares, with names as they were written."""

from __future__ import annotations

from charterlang._records import record
from charterlang.model.charter import Header
from charterlang.model.entities import Dependence, Entity
from charterlang.model.mention import Mention
from charterlang.model.things import (
    Agreement,
    Allowance,
    Asset,
    ClauseEdit,
    Commons,
    Currency,
    DefinedTerm,
    Duty,
    Expectation,
    Flow,
    Lock,
    Provision,
    Value,
)
from charterlang.source import Finding, Span

Declared = (
    Header
    | Value
    | Commons
    | Asset
    | Entity
    | Agreement
    | Provision
    | Flow
    | Currency
    | DefinedTerm
    | ClauseEdit
    | Expectation
)


@record
class Symbol:
    """A declared name: its full id, the keyword it was declared with, and where."""

    id: str
    kind: str
    span: Span | None = None


@record
class Hold:
    """`holds NAME` or `releases NAME` of an entity: a thing declared elsewhere, and on whose behalf it is held."""

    thing: Mention
    on_behalf: str = ""
    span: Span | None = None


@record
class Use:
    """`use "x.charter"` or `use std/…`: what is brought in, and where it was asked for."""

    target: str
    library: bool
    span: Span


@record
class Declaration:
    """All that one block declares.

    `kind` is the keyword, `name` the declared name ("" for blocks without one). `symbols` are the names it makes
    known, itself first. `assets` are those an entity declares inline by `holds trademark "…"`. The spans of what
    `statements` record are kept in the elements themselves.
    """

    kind: str
    name: str = ""
    span: Span | None = None
    element: Declared | None = None
    symbols: tuple[Symbol, ...] = ()
    assets: tuple[Asset, ...] = ()
    duties: tuple[Duty, ...] = ()
    locks: tuple[Lock, ...] = ()
    dependences: tuple[Dependence, ...] = ()
    allowances: tuple[Allowance, ...] = ()
    holds: tuple[Hold, ...] = ()
    releases: tuple[Hold, ...] = ()
    use: Use | None = None
    findings: tuple[Finding, ...] = ()
