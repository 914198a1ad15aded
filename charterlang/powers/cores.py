"""What a breach comes down to: the one decision behind it, which other breaches may share.

To convert a body, to merge it away and to turn it to another purpose may all come down to who acts for it. Whatever
hangs on that decision alone (its slice of the power system, its leaves and their sides, the level, the coalition and
its evidence) is found once and kept for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from charterlang._records import record
from charterlang.model.decisions import Act
from charterlang.powers.circuit import Slice, System
from charterlang.powers.coalition import Coalition
from charterlang.powers.derivation import Step as Proof
from charterlang.powers.derivation import explain
from charterlang.powers.program import LEAVES, Key, Program
from charterlang.powers.sides import may_gain, side_of
from charterlang.powers.verdicts import Level, Member, Side
from charterlang.powers.world import World

_NO_ACT = Act("", "")


@dataclass(slots=True)
class Core:
    """A decision and the leaves that bear on it, in the order of their keys, with their sides where nobody gains.

    `together` gives the leaves of one party the same number; `gaining` are leaves whose members would gain from some
    breach. `settled` keeps what was found, by the leaves that are left out and those that gain.
    """

    goal: int
    part: System | Slice
    leaves: list[int]
    key: dict[int, Key]
    side: dict[int, Side]
    together: dict[int, int]
    gaining: list[int]
    settled: dict[tuple[bool, frozenset[int]], Settled] = field(default_factory=dict)


@dataclass
class Settled:
    """Who brings a core decision about: the level (None if nobody can), the coalition, and why it suffices.

    `told` is for whoever puts the proof into words, to do it once.
    """

    core: Core
    level: Level | None = None
    coalition: Coalition | None = None
    members: tuple[Member, ...] = ()
    contingent: bool = False
    told: Any = None

    @cached_property
    def proof(self) -> tuple[Proof, ...]:
        """The derivation of the core decision from the coalition; nothing if there is none."""
        if self.coalition is None:
            return ()
        return explain(self.core.part, self.core.goal, self.coalition.members)


@record
class Descent:
    """The way from a goal down to its core, through what only passes something on; `links` go upwards, as a proof."""

    core: int
    links: tuple[Proof, ...] = ()


def descent(system: System, goal: int) -> Descent:
    """From a goal down through all that has one rule with one input: the one holds if and only if the other does."""
    links: list[Proof] = []
    seen = {goal}
    while True:
        head: Any = system.key(goal)
        rules = system.rules_for(goal)
        if head[0] in LEAVES or len(rules) != 1:
            break
        gate = system.gate(rules[0])
        if len(gate.inputs) != 1 or gate.need <= 0 or gate.inputs[0][0] in seen:
            break
        below = gate.inputs[0][0]
        links.append(Proof(gate.label, head, (system.key(below),), False, goal))
        seen.add(below)
        goal = below
    return Descent(goal, tuple(reversed(links)))


def core_at(world: World, program: Program, goal: int) -> Core:
    """The core at a proposition of a program, made once for as long as no rules are added."""
    kept = program.frozen().kept
    found = kept.get(goal)
    if found is None:
        system = program.system()
        cone = system.cone([goal])
        # where most of the system bears on the goal, a part of it would cost more than it spares
        part = system if 2 * len(cone) > len(system) else system.part(cone)
        keys: tuple[Any, ...] = system.keys
        leaves = {number: keys[number] for number in cone if keys[number][0] in LEAVES}
        alike = tuple(leaves)
        known = kept.get(alike)
        if known is None:
            known = kept[alike] = look(world, part, goal, leaves)
        found = kept[goal] = replace(known, goal=goal, part=part, settled={})
    core: Core = found
    return core


def look(world: World, part: System | Slice, goal: int, key: dict[int, Key]) -> Core:
    """Leaves, in the order of their keys, with their sides as they are where nobody gains."""
    acting = frozenset(each[1] for each in key.values() if each[0] in {"party", "sitting"} and each[2] == "act")
    first: dict[str, int] = {}
    return Core(
        goal=goal,
        part=part,
        leaves=list(key),
        key=key,
        side={leaf: side_of(world, each, _NO_ACT, acting) for leaf, each in key.items()},
        together={leaf: first.setdefault(each[1], leaf) for leaf, each in key.items()},
        gaining=[leaf for leaf, each in key.items() if may_gain(world, each)],
    )
