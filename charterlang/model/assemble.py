"""From the declarations of all blocks to one charter: doubles settled, names resolved, holders and creditors put in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from charterlang._records import record
from charterlang.model.charter import Charter, Header
from charterlang.model.decisions import Power
from charterlang.model.defaults import with_bodies, with_defaults
from charterlang.model.entities import Dependence, Entity
from charterlang.model.holdings import Holders
from charterlang.model.lower import Declaration, Symbol
from charterlang.model.names import ITSELF, Names
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


def assemble(file: str, placed: Sequence[Placed]) -> tuple[Result[Charter], Names]:
    """The charter in `file`, made of these declarations in the order in which they are read, and its names."""
    findings: list[Finding] = []
    ordered = [_with_bodies(declaration) for declaration in _settled(placed, findings)]
    for declaration in ordered:
        findings.extend(declaration.findings)
    names = Names(_symbols(ordered, findings))
    charter = _Assembly(names).charter(file, _header(placed, findings), ordered)
    return Result(charter, (*findings, *names.findings)), names


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

    def __init__(self, names: Names) -> None:
        self.names = names
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
            scope = declaration.name if isinstance(declaration.element, Entity) else ""
            made = declaration.element
            if isinstance(made, DefinedTerm | ClauseEdit | Expectation):
                late.append(made)
                made = None
            elif made is not None and not isinstance(made, Header):
                made = element(made, scope)
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
                    holders.add(made.id, self.resolver.elements(declaration.holds, scope))
                    holders.releases(made.id, self.resolver.elements(declaration.releases, scope))
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
            for duty in declaration.duties:
                duties.extend(self.resolver.elements((duty,), scope or self.names.owner(duty.debtor)))
            locks.extend(self._lock(lock) for lock in self.resolver.elements(declaration.locks, scope))
            dependences.extend(self.resolver.elements(declaration.dependences, scope))
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
        return replace(owner, powers=tuple(self._with_id(power) for power in owner.powers))

    def _with_id(self, power: Power) -> Power:
        thing = _local(power.act.thing, power.holder)
        name = f"{power.holder}.powers.{power.act.action}" + (f"-{thing}" if thing else "")
        return replace(power, id=_counted(name, self.powers))

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
