"""From a breach to its protection level: who must take part before it can happen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from charterlang._records import record
from charterlang.model.entities import Entity
from charterlang.model.things import Commons, Lock, Value
from charterlang.powers.acts import outside
from charterlang.powers.bearers import substance
from charterlang.powers.breaches import BARRED_BY_USE, LOCKED_FOR, WITHIN_PURPOSE, Breach
from charterlang.powers.circuit import Slice, System
from charterlang.powers.coalition import Coalition, smallest
from charterlang.powers.cores import Core, Settled, core_at, descent, look
from charterlang.powers.derivation import Step as Proof
from charterlang.powers.measures import Measure
from charterlang.powers.program import LEAVES, Key, Program
from charterlang.powers.sides import is_contingent, is_private
from charterlang.powers.standing import Standing
from charterlang.powers.terms import OPEN_LOCKS, role_of
from charterlang.powers.titles import is_irrevocable, title_holders
from charterlang.powers.verdicts import Level, Member, Side
from charterlang.powers.world import World

_SIDE_COST = {
    Side.OUTSIDERS: 0,
    Side.COMMERCIAL: 1,
    Side.INSIDER: 2,
    Side.COMMUNITY: 3,
    Side.GUARDIAN: 4,
}


@record
class Assessment:
    """What was found of one breach: its level (None: no way to do it is known), and who brings its core about.

    `links` lead from the core up to the breach.
    """

    level: Level | None
    settled: Settled
    links: tuple[Proof, ...] = ()
    by_exit: bool = False
    locks: tuple[Lock, ...] = ()

    @property
    def goal(self) -> int:
        """The decision that the breach comes down to."""
        return self.settled.core.goal

    @property
    def slice(self) -> System | Slice:
        """A part of the system that holds all that bears on that decision."""
        return self.settled.core.part

    @property
    def coalition(self) -> Coalition | None:
        """The leaves of the smallest coalition; None if nobody can do it."""
        return self.settled.coalition

    @property
    def members(self) -> tuple[Member, ...]:
        """The parties behind them."""
        return self.settled.members

    @property
    def contingent(self) -> bool:
        """Whether it takes a class that would gain, at a level below exit."""
        return self.settled.contingent and not self.by_exit

    @property
    def proof(self) -> tuple[Proof, ...]:
        """The derivation of the breach from the coalition; nothing if there is none."""
        return (*self.settled.proof, *self.links) if self.settled.coalition is not None else ()


@dataclass(slots=True)
class Field:
    """The leaves that bear on a breach, sorted by side."""

    leaves: list[int] = field(default_factory=list)
    side: dict[int, Side] = field(default_factory=dict)
    contingent: set[int] = field(default_factory=set)
    key: dict[int, Key] = field(default_factory=dict)
    together: dict[int, int] = field(default_factory=dict)

    def of(self, *sides: Side) -> list[int]:
        """The leaves on these sides."""
        return [leaf for leaf in self.leaves if self.side[leaf] in sides]


def standing_locks(world: World, value: Value, subject: Commons | Entity, breach: Breach) -> list[Lock]:
    """The locks that must be lifted before an act breaks a value."""
    act = breach.act
    if act.action in WITHIN_PURPOSE or act.thing.endswith(".articles.organs"):
        wanted = frozenset({"control"})
    else:
        wanted = LOCKED_FOR.get(value.kind, OPEN_LOCKS)
    body = act.thing.partition(".articles")[0]
    scope = {act.thing, body, subject.id, *substance(world, subject)}
    found = []
    for lock in world.locks(*scope):
        held = frozenset(lock.protects)
        barred = act.action in BARRED_BY_USE and lock.thing == act.thing and held & OPEN_LOCKS
        if held & wanted or barred:
            found.append(lock)
    return found


def write_breach(program: Program, value: Value, subject: Commons | Entity, breach: Breach) -> tuple[Key, list[Lock]]:
    """Writes the goal of a breach into a program: one of its ways, with every lock in the way lifted."""
    goal: Key = ("breach", value.id, subject.id, breach.act.action, breach.act.thing)
    locks = [] if breach.act.action == "untie" else standing_locks(program.world, value, subject, breach)
    if goal in program.numbers:
        return goal, locks
    lifted: list[Key] = [("lifted", lock.id, "act") for lock in locks]
    for way in breach.ways:
        program.rule(goal, [*way, *lifted], ("breach", breach.act.action, breach.act.thing))
    program.ask([goal])
    return goal, locks


def can_leave(world: World, subject: Commons | Entity) -> bool:
    """Whether a community can leave whole: irrevocable licence over all, nobody employs most, and copies elsewhere."""
    if not isinstance(subject, Commons) or not is_irrevocable(subject):
        return False
    if any(found.kind == "employs" and found.is_majority for found in world.dependences_on.get(subject.id, ())):
        return False
    return bool(subject.mirrored_by or subject.public_copies or "fork" in subject.exit_by or subject.kind == "software")


def gather(world: World, program: Program, part: Slice, breach: Breach) -> Field:
    """The leaves of a slice with their sides in this breach; several leaves of one party go together."""
    keys: tuple[Any, ...] = part.core.keys
    leaves: dict[int, Key] = {number: keys[at] for at, number in enumerate(part.outer) if keys[at][0] in LEAVES}
    return _sided(world, look(world, part, -1, leaves), breach)


def _sided(world: World, core: Core, breach: Breach) -> Field:
    """The leaves of a core with their sides in one breach: who would gain from it is commercial there."""
    contingent = {leaf for leaf in core.gaining if is_contingent(world, core.key[leaf], breach.act)}
    side = core.side | dict.fromkeys(contingent, Side.COMMERCIAL) if contingent else core.side
    leaves = core.leaves
    if breach.within == "outside":
        outer = {Side.COMMERCIAL, Side.OUTSIDERS}
        leaves = [leaf for leaf in leaves if side[leaf] in outer or _is_state(world, core.key[leaf])]
    return Field(leaves, side, contingent, core.key, core.together)


def _is_state(world: World, key: Key) -> bool:
    entity = world.charter.entities.get(key[1])
    return entity is not None and entity.kind == "public" and key[0] == "party" and key[2] == "act"


def assess(world: World, program: Program, value: Value, subject: Commons | Entity, breach: Breach) -> Assessment:
    """The level of one breach and the smallest coalition that reaches it."""
    goal, locks = write_breach(program, value, subject, breach)
    below = descent(program.system(), program.numbers[goal])
    core = core_at(world, program, below.core)
    leaves = _sided(world, core, breach)
    asked = (breach.within == "outside", frozenset(leaves.contingent))
    settled = core.settled.get(asked)
    if settled is None:
        settled = core.settled[asked] = _settle(core, leaves)
    found = Assessment(settled.level, settled, below.links, locks=tuple(locks))
    return found if found.level is None else _by_exit(world, subject, breach, found)


def _settle(core: Core, leaves: Field) -> Settled:
    """The first level at which some leaves reach the core decision, and the smallest coalition among them."""
    part, goal = core.part, core.goal
    base = leaves.of(Side.COMMERCIAL, Side.OUTSIDERS)
    plain = [leaf for leaf in base if leaf not in leaves.contingent]
    insiders = leaves.of(Side.INSIDER)
    inside = [*base, *insiders]

    def at(level: Level, allowed: list[int], *, contingent: bool = False) -> Settled:
        coalition = _fewest(part, goal, allowed, leaves)
        members = members_of(leaves, coalition.members if coalition else ())
        return Settled(core, level, coalition, members, contingent)

    standing = Standing(part, goal)
    if standing.assume(plain):
        alone = _alone(part, goal, plain, leaves)
        return at(Level.EXPOSED, alone) if alone else at(Level.COMMERCIAL, plain)
    if standing.assume(base):
        return at(Level.COMMERCIAL, base, contingent=True)
    if standing.assume(insiders):
        found = at(Level.INSIDER, inside)
        gains = any(leaf in leaves.contingent for leaf in (found.coalition.members if found.coalition else ()))
        return at(Level.INSIDER, inside, contingent=True) if gains else found
    with_one = _one_class(standing, leaves)
    if with_one:
        return at(Level.COMMUNITY, [*inside, *with_one])
    if standing.assume(leaves.leaves):
        return at(Level.ENTRENCHED, leaves.leaves)
    return Settled(core)


def _by_exit(world: World, subject: Commons | Entity, breach: Breach, found: Assessment) -> Assessment:
    """A community that can leave whole must be asked before a thing is run badly; never for its name."""
    assert found.level is not None
    if found.level >= Level.COMMUNITY or not can_leave(world, subject):
        return found
    asset = world.charter.assets.get(breach.act.thing)
    if asset is not None and role_of(asset.kind) == "name":
        return found
    if breach.operating or (breach.relicensing and not _private_keys(world, subject)):
        return Assessment(Level.COMMUNITY, found.settled, found.links, by_exit=True, locks=found.locks)
    return found


def _private_keys(world: World, subject: Commons | Entity) -> bool:
    """Whether a company holds the title, or name and channel: it can carry on alone, with closed versions to sell."""
    if not isinstance(subject, Commons):
        return True
    named, spread = title_holders(world, subject)
    names = {holder for asset in world.assets(subject.id, "name") for holder in world.holders(asset.id)}
    channels = {holder for asset in world.assets(subject.id, "channel") for holder in world.holders(asset.id)}
    keys = {*([] if spread else named), *(names & channels)}
    companies = [world.charter.entities.get(world.owner_of(holder)) for holder in keys]
    return any(found is not None and found.kind == "firm" and is_private(world, found.id) for found in companies)


def _alone(part: System | Slice, goal: int, allowed: list[int], leaves: Field) -> list[int]:
    """The leaves of the first commercial party, or of outsiders, that suffices alone."""
    groups: dict[int, list[int]] = defaultdict(list)
    for leaf in allowed:
        groups[leaves.together[leaf]].append(leaf)
    standing = Standing(part, goal)
    if standing.reached:
        return groups[leaves.together[allowed[0]]] if allowed else []
    single = standing.first([leaf] for leaf in allowed)
    if single:
        return groups[leaves.together[single[0]]]
    return standing.first(group for group in groups.values() if len(group) > 1)


def _one_class(standing: Standing, leaves: Field) -> list[int]:
    """The simple majority of the first community class that, with those who stand together already, is enough."""
    groups: dict[int, list[int]] = defaultdict(list)
    for leaf in leaves.of(Side.COMMUNITY):
        key = leaves.key[leaf]
        if key[0] == "party" or (isinstance(key[2], Measure) and key[2].is_simple):
            groups[leaves.together[leaf]].append(leaf)
    return standing.first(groups.values())


def _fewest(part: System | Slice, goal: int, allowed: list[int], leaves: Field) -> Coalition | None:
    def cost(leaf: int) -> tuple[int, ...]:
        key = leaves.key[leaf]
        how = key[2] if key[0] == "agree" else None
        weight = round(float(how.share) * 100) if isinstance(how, Measure) else 0
        return (_SIDE_COST[leaves.side[leaf]], weight)

    together = {leaf: leaves.together[leaf] for leaf in allowed}
    return smallest(part, goal, allowed, cost=cost, together=together)


def members_of(leaves: Field, coalition: Iterable[int]) -> tuple[Member, ...]:
    """The parties behind some leaves: each once, with what is asked of it."""
    found: dict[str, Member] = {}
    for leaf in coalition:
        key = leaves.key[leaf]
        strength = "sitting" if key[0] == "sitting" else ""
        if key[0] == "agree":
            strength = key[2].words
        elif key[0] == "outsiders":
            strength = "joining"
        note = "consenting" if key[0] in {"party", "sitting"} and key[2] == "consent" else ""
        if leaf in leaves.contingent:
            note = "would gain"
        known = found.get(key[1])
        if known is None or (not known.strength and strength):
            found[key[1]] = Member(key[1], leaves.side[leaf], strength, note)
    return tuple(found.values())


def bars(world: World, subject: Commons | Entity, breach: Breach, locks: tuple[Lock, ...]) -> list[tuple[str, str]]:
    """What stands in every coalition's way: (kind, element id). Empty where nothing is known to."""
    found: list[tuple[str, str]] = []
    act = breach.act
    for power in world.powers(act.action, act.thing):
        if world.forbidden([power]):
            found.append(("never", power.id))
        elif power.only_open and act.action == "relicense":
            found.append(("only open", power.id))
    if act.action == "amend":
        whole = act.thing.partition(".articles")[0] + ".articles"
        found += [("never", power.id) for power in world.powers("amend", whole) if world.forbidden([power])]
    found += [("lock", lock.id) for lock in locks if outside(lock)]
    if isinstance(subject, Commons):
        terms = subject.contributions
        if breach.relicensing and terms is not None and terms.only_open:
            found.append(("only open", subject.id))
        if breach.relicensing and subject.copyright is not None and subject.copyright.none:
            found.append(("public domain", subject.id))
    if breach.within == "outside":
        found.append(("no outside votes", act.thing))
    entity = world.charter.entities.get(act.thing)
    if entity is not None and entity.nonprofit and act.action == "distribute":
        found.append(("no distribution", entity.id))
    return found
