"""From the declarations of all blocks to one charter: doubles settled, names resolved, holders and creditors put in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from typing import TypeVar, cast

from charterlang._records import record
from charterlang.model.charter import Charter, Header
from charterlang.model.decisions import Power
from charterlang.model.defaults import with_bodies, with_defaults
from charterlang.model.entities import Dependence, Entity
from charterlang.model.holdings import Holders
from charterlang.model.lower import Declaration, Hold, Symbol
from charterlang.model.lower.declaration import Declared
from charterlang.model.names import ITSELF, Names, Reference
from charterlang.model.obligations import with_creditors
from charterlang.model.resolve import Resolver
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
from charterlang.source import Finding, Label, Result, Severity, Span

Owned = TypeVar("Owned", Commons, Asset, Entity, Agreement)


@record
class Placed:
    """A declaration and where it comes from: how many `use`s away from the charter, and whether from the library."""

    declaration: Declaration
    depth: int = 0
    library: bool = False


@record
class _Resolved:
    """What one declaration comes to when its names are resolved, and where it used which names."""

    declaration: Declaration
    element: Declared | None
    holds: tuple[Hold, ...]
    releases: tuple[Hold, ...]
    duties: tuple[Duty, ...]
    locks: tuple[Lock, ...]
    dependences: tuple[Dependence, ...]
    references: tuple[Reference, ...]


@record
class Kept:
    """What an assembly leaves for a later one of nearly the same declarations.

    `bodies` are declarations with the organs their forms give them, `resolved` what those came to, by identity. What
    was resolved holds as long as the same names mean the same (`known`), and nothing was said about it. `numbered` are
    elements without and with the ids of their powers.
    """

    known: tuple[tuple[str, str], ...] = ()
    bodies: dict[int, tuple[Declaration, Declaration]] = field(default_factory=dict, repr=False)
    resolved: dict[int, _Resolved] = field(default_factory=dict, repr=False)
    numbered: dict[int, tuple[object, object]] = field(default_factory=dict, repr=False)


def assemble(file: str, placed: Sequence[Placed], earlier: Kept | None = None) -> tuple[Result[Charter], Names, Kept]:
    """The charter in `file`, made of these declarations in the order in which they are read, and its names.

    What `earlier` has of the same declarations is taken over.
    """
    findings: list[Finding] = []
    bodies: dict[int, tuple[Declaration, Declaration]] = {}
    for declaration in _settled(placed, findings):
        before = earlier.bodies.get(id(declaration)) if earlier is not None else None
        bodies[id(declaration)] = before or (declaration, _with_bodies(declaration))
    ordered = [made for _, made in bodies.values()]
    for declaration in ordered:
        findings.extend(declaration.findings)
    symbols = tuple(_symbols(ordered, findings))
    known = tuple((symbol.id, symbol.kind) for symbol in symbols)
    names = Names(symbols)
    assembly = _Assembly(names, earlier if earlier is not None and earlier.known == known else Kept())
    charter = assembly.charter(file, _header(placed, findings), ordered)
    return (
        Result(charter, (*findings, *names.findings)),
        names,
        Kept(known, bodies, assembly.resolved, assembly.numbered),
    )


# --- doubles ---------------------------------------------------------------------------------------------------------


def _settled(placed: Sequence[Placed], findings: list[Finding]) -> list[Declaration]:
    """The declarations that count: of two with one name the one nearer to the charter, else the first."""
    winners: dict[str, Placed] = {}
    losers: set[int] = set()
    for each in placed:
        name = each.declaration.name
        other = winners.setdefault(name, each) if name else each
        if other is not each:
            nearer, farther = (each, other) if each.depth < other.depth else (other, each)
            winners[name] = nearer
            losers.add(id(farther.declaration))
            findings.extend(_collision(nearer, farther))
    return [each.declaration for each in placed if id(each.declaration) not in losers]


def _collision(nearer: Placed, farther: Placed) -> Iterator[Finding]:
    """What there is to say of two declarations with one name."""
    one, other = nearer.declaration, farther.declaration
    name, first, second = one.name, _name_span(one), _name_span(other)
    if nearer.depth == farther.depth or first is None or second is None:
        yield _twice(name, first, second)
        return
    if farther.library and _agree(one, other):
        return
    yield Finding(
        "NAM106",
        Severity.WARNING,
        f"`{name}` hides another `{name}` that `use` brings in",
        first,
        label="this one counts",
        related=(Label(second, "this one does not"),),
        help=("give one of them another name, or drop this one",),
        subject=name,
    )


def _agree(one: Declaration, other: Declaration) -> bool:
    """Whether what stands in the charter may take the place of what the library offers: a value of the same kind."""
    mine, theirs = one.element, other.element
    return isinstance(mine, Value) and isinstance(theirs, Value) and mine.kind == theirs.kind


def _name_span(declaration: Declaration) -> Span | None:
    return declaration.symbols[0].span if declaration.symbols else declaration.span


def _twice(name: str, first: Span | None, second: Span | None) -> Finding:
    return Finding(
        "NAM102",
        Severity.ERROR,
        f"two things are called `{name}`",
        second,
        label="declared again here, and not counted",
        related=(Label(first, "declared first here"),) if first is not None else (),
        help=("give one of them another name",),
        subject=name,
    )


def _symbols(declarations: Iterable[Declaration], findings: list[Finding]) -> Iterator[Symbol]:
    """All names made known; a second one of the same id is reported."""
    seen: dict[str, Symbol] = {}
    for declaration in declarations:
        for symbol in declaration.symbols:
            first = seen.setdefault(symbol.id, symbol)
            if first is symbol:
                yield symbol
            else:
                findings.append(_twice(symbol.id, first.span, symbol.span))


def _header(placed: Sequence[Placed], findings: list[Finding]) -> Header:
    """The head of the charter itself; heads of files that it uses count for nothing."""
    heads = [
        each.declaration.element for each in placed if not each.depth and isinstance(each.declaration.element, Header)
    ]
    findings.extend(_twice("charter", heads[0].span, again.span) for again in heads[1:])
    return heads[0] if heads else Header()


def _with_bodies(declaration: Declaration) -> Declaration:
    """An entity with the organs its form gives it, so that these have names like any other."""
    entity = declaration.element
    if not isinstance(entity, Entity):
        return declaration
    made = with_bodies(entity)
    symbols = tuple(Symbol(organ.id, organ.kind) for organ in made.organs[len(entity.organs) :])
    return replace(declaration, element=made, symbols=(*declaration.symbols, *symbols))


# --- elements --------------------------------------------------------------------------------------------------------


class _Assembly:
    """Resolves declarations and sorts what comes out."""

    def __init__(self, names: Names, earlier: Kept) -> None:
        self.names = names
        self.earlier = earlier
        self.resolved: dict[int, _Resolved] = {}
        self.numbered: dict[int, tuple[object, object]] = {}
        self.resolver = Resolver(names)
        self.powers: dict[str, int] = {}
        self.locks: dict[str, int] = {}

    def charter(self, file: str, header: Header, ordered: Sequence[Declaration]) -> Charter:
        """All elements in their places."""
        element = self.resolver.element
        header = element(header) or header
        holders = Holders(self.names)
        values: dict[str, Value] = {}
        commons: dict[str, Commons] = {}
        assets: dict[str, Asset] = {}
        entities: dict[str, Entity] = {}
        agreements: dict[str, Agreement] = {}
        provisions: dict[str, Provision] = {}
        flows: dict[str, Flow] = {}
        currencies: dict[str, Currency] = {}
        duties: list[Duty] = []
        locks: list[Lock] = []
        dependences: list[Dependence] = []
        allowances: list[Allowance] = []
        late: list[DefinedTerm | ClauseEdit | Expectation] = []
        for declaration in ordered:
            if isinstance(declaration.element, DefinedTerm | ClauseEdit | Expectation):
                late.append(declaration.element)
            resolved = self._resolve(declaration)
            made = resolved.element
            match made:
                case Value():
                    values[made.id] = made
                case Commons():
                    commons[made.id] = self._with_power_ids(made)
                case Asset():
                    assets[made.id] = self._with_power_ids(made)
                case Entity():
                    entities[made.id] = self._with_power_ids(made)
                    for asset in declaration.assets:
                        assets.setdefault(asset.id, replace(asset, of=made.protects))
                    holders.add(made.id, resolved.holds)
                    holders.releases(made.id, resolved.releases)
                case Agreement():
                    agreements[made.id] = self._with_power_ids(made)
                case Provision():
                    provisions[made.id] = made
                case Flow():
                    flows[made.id] = made
                case Currency():
                    currencies[made.id] = made
                case _:
                    pass
            duties.extend(resolved.duties)
            locks.extend(self._lock(lock) for lock in resolved.locks)
            dependences.extend(resolved.dependences)
            allowances.extend(declaration.allowances)
        assets, entities, commons = holders.put_in(assets, entities, commons)
        for name, entity in entities.items():
            filled = with_defaults(entity)
            power, lock = filled.power, filled.lock
            entities[name] = filled.entity
            if power is not None:
                entities[name] = replace(filled.entity, powers=(*filled.entity.powers, self._with_id(power)))
            if lock is not None:
                locks.append(self._with_lock_id(lock))
        elements = Charter(
            file,
            header,
            values,
            commons,
            assets,
            entities,
            agreements,
            provisions,
            flows,
            currencies,
            with_creditors(duties, entities, agreements, self.names),
            tuple(locks),
            tuple(dependences),
            allowances=tuple(allowances),
        )
        return self._with_words(elements, late)

    def _resolve(self, declaration: Declaration) -> _Resolved:
        """A declaration with ids for names, taken over from before if nothing it rests on has changed."""
        before = self.earlier.resolved.get(id(declaration))
        if before is not None:
            self.names.references.extend(before.references)
            self.resolved[id(declaration)] = before
            return before
        names, elements = self.names, self.resolver.elements
        used, said = len(names.references), len(names.findings)
        made = declaration.element
        scope = declaration.name if isinstance(made, Entity) else ""
        if isinstance(made, DefinedTerm | ClauseEdit | Expectation):
            made = None
        elif made is not None and not isinstance(made, Header):
            made = self.resolver.element(made, scope)
        is_entity = isinstance(made, Entity)
        resolved = _Resolved(
            declaration,
            made,
            elements(declaration.holds, scope) if is_entity else (),
            elements(declaration.releases, scope) if is_entity else (),
            tuple(each for duty in declaration.duties for each in elements((duty,), scope or names.owner(duty.debtor))),
            elements(declaration.locks, scope),
            elements(declaration.dependences, scope),
            tuple(names.references[used:]),
        )
        if len(names.findings) == said:
            self.resolved[id(declaration)] = resolved
        return resolved

    def _with_words(self, charter: Charter, late: Sequence[DefinedTerm | ClauseEdit | Expectation]) -> Charter:
        """What speaks of the papers and of the analysis, resolved last: it may name powers and locks too."""
        for name in charter.elements:
            self.names.declare(Symbol(name, "element"))
        made = self.resolver.elements(tuple(late))
        return replace(
            charter,
            terms=tuple(word for word in made if isinstance(word, DefinedTerm)),
            clauses=tuple(word for word in made if isinstance(word, ClauseEdit)),
            expectations=tuple(word for word in made if isinstance(word, Expectation)),
        )

    # --- ids ---------------------------------------------------------------------------------------------------------

    def _with_power_ids(self, owner: Owned) -> Owned:
        """An element whose powers have ids."""
        if not owner.powers:
            return owner
        ids = [self._power_id(power) for power in owner.powers]
        before = self.earlier.numbered.get(id(owner))
        made = cast("Owned", before[1]) if before is not None else None
        if made is None or [power.id for power in made.powers] != ids:
            powers = tuple(replace(power, id=name) for power, name in zip(owner.powers, ids, strict=True))
            made = replace(owner, powers=powers)
        self.numbered[id(owner)] = (owner, made)
        return made

    def _with_id(self, power: Power) -> Power:
        return replace(power, id=self._power_id(power))

    def _power_id(self, power: Power) -> str:
        thing = _local(power.act.thing, power.holder)
        name = f"{power.holder}.powers.{power.act.action}" + (f"-{thing}" if thing else "")
        return _counted(name, self.powers)

    def _lock(self, lock: Lock) -> Lock:
        """A lock with its id; it is on a part of its holder only if the word for that part was written."""
        part = lock.part if lock.thing == lock.holder and lock.part in ITSELF else ""
        return self._with_lock_id(replace(lock, part=part))

    def _with_lock_id(self, lock: Lock) -> Lock:
        thing = lock.part or _local(lock.thing, lock.holder) or lock.thing
        return replace(lock, id=_counted(f"{lock.holder}.locks.{thing}", self.locks))


def _local(thing: str, holder: str) -> str:
    """The name of a thing as it is called inside its holder, without dots; "" for the holder itself."""
    return "" if thing == holder else thing.removeprefix(f"{holder}.").replace(".", "-")


def _counted(name: str, seen: dict[str, int]) -> str:
    """`name`, with `-2` at its second use, and so on."""
    seen[name] = seen.get(name, 0) + 1
    return name if seen[name] == 1 else f"{name}-{seen[name]}"
