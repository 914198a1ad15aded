"""From the model to the power system: rules are written on demand, backwards from what is asked.

Every proposition has a key, a tuple that starts with its kind; for each kind one function writes the rules that
derive it
(`powers.control` for who controls whom, `powers.acts` for who may do what, `powers.titles` for the rights in a
commons). Asking for a goal
writes just the part of the system that bears on it, so a federation costs no more than the corner one looks at.

Keys:
- `("party", NAME, ROLE)`, `("sitting", ORGAN, ROLE)`, `("agree", CLASS, MEASURE)`, `("outsiders", CLASS)`: leaves,
  which a coalition may hold. ROLE is
  `act` where the party does something, `consent` where it guards what another does: a guardian is one only in that
  role.
- `("acts", ENTITY, ROLE, FINAL)`: the entity does (or consents to) whatever is in its power; FINAL if no later
  election undoes it.
- `("organ", ORGAN, MEASURE, ROLE, FINAL)`, `("class", CLASS, MEASURE, ROLE)`, `("meeting", ENTITY, MEASURE, ROLE)`: a
  body decides.
- `("amend", ENTITY, PART, ROLE)`: the constitution, or a part of it, is amended.
- `("decision", NAME, ROLE, FINAL)`: a written decision is reached; `("consent", OF, TESTS, MEASURE)`: a consent is
  given.
- `("may", ACTION, THING, ROLE)`: the act is done; `("waived", DUTY)`, `("lifted", LOCK, ROLE)`: a duty or a lock no
  longer stands in the way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

from charterlang.model.decisions import Both, Consent, Deciding, Decision, Either, SomeOf, leaves
from charterlang.powers.circuit import System, SystemBuilder
from charterlang.powers.measures import Measure, measure
from charterlang.powers.terms import tests_value
from charterlang.powers.world import World

Key: TypeAlias = tuple[Any, ...]
Why: TypeAlias = tuple[Any, ...]
Writer: TypeAlias = "Callable[[Program, Key], None]"

LEAVES = frozenset({"party", "sitting", "agree", "outsiders"})


class Program:
    """The power system of a charter, as far as it has been asked for.

    `money` tells for which values consents count: the asset lock (a test of price guards it) or the others.
    """

    def __init__(self, world: World, writers: Mapping[str, Writer], *, money: bool) -> None:
        """Begin with no rules; `writers` write those of each kind of proposition."""
        self.world = world
        self._writers = writers
        self.money = money
        self.builder = SystemBuilder()
        self.numbers: dict[Key, int] = {}
        self._open: list[Key] = []
        self.decisions: dict[Key, Decision] = {}
        self._system: System | None = None
        self._implied: set[tuple[str, Measure, Measure]] = set()

    # --- writing rules ----------------------------------------------------------------------------------------------

    def number(self, key: Key) -> int:
        """The proposition of `key`; its rules will be written."""
        number = self.numbers.get(key)
        if number is None:
            number = self.numbers[key] = self.builder.proposition(key)
            if key[0] in self._writers:
                self._open.append(key)
        return number

    def rule(self, head: Key, body: Iterable[Key], why: Why) -> None:
        """`head` follows from all of `body`."""
        self._system = None
        self.builder.rule(self.number(head), [self.number(key) for key in body], label=why)

    def gate(self, head: Key, inputs: Sequence[tuple[Key, int]], need: int, why: Why) -> None:
        """`head` follows once the weights of the inputs reach `need`."""
        self._system = None
        weighed = [(self.number(key), weight) for key, weight in inputs if weight > 0]
        self.builder.threshold(self.number(head), weighed, need, label=why)

    def ask(self, goals: Iterable[Key]) -> None:
        """Writes all rules that bear on the goals."""
        for goal in goals:
            self.number(goal)
        while self._open:
            key = self._open.pop()
            self._system = None
            self._writers[key[0]](self, key)

    def system(self) -> System:
        """The system of all that was asked for so far."""
        if self._system is None or self._open:
            self.ask(())
            self._imply()
            self._system = self.builder.freeze()
        return self._system

    def _imply(self) -> None:
        """A class that can be had for more can be had for less: its stronger agreement implies the weaker."""
        asked: dict[str, list[Measure]] = defaultdict(list)
        for key in self.numbers:
            if key[0] == "agree":
                asked[key[1]].append(key[2])
        for name, measures in asked.items():
            ordered = sorted(measures)
            for weaker, stronger in pairwise(ordered):
                if (name, weaker, stronger) not in self._implied:
                    self._implied.add((name, weaker, stronger))
                    self.rule(("agree", name, weaker), [("agree", name, stronger)], ("stronger", name))

    # --- decisions --------------------------------------------------------------------------------------------------

    def decision(self, decision: Decision, name: str, role: str, *, final: bool) -> Key:
        """The key of a written decision; `name` tells it from others (a power's id).

        `final` marks an act that no election undoes; a sitting organ counts as a party of its own there only if it
        decides
        alone: two who decide one act together watch each other.
        """
        alone = final and sum(isinstance(leaf, Deciding) for leaf in leaves(decision)) == 1
        if isinstance(decision, Either):
            alone = final
        key = ("decision", name, role, alone)
        self.decisions[key] = decision
        self.number(key)
        return key

    def body(self, name: str, how: Measure | None, role: str, *, final: bool) -> Key:
        """The key for a body deciding: an organ, a class, an entity through its acting organ, or a bare party."""
        charter = self.world.charter
        organ = charter.organs.get(name)
        if organ is not None:
            return ("organ", name, how or measure(organ.rule), role, final)
        group = charter.classes.get(name)
        if group is not None:
            return ("class", name, how or measure(group.rule), role)
        entity = charter.entities.get(name)
        if entity is None:
            return ("party", name, role)
        if how is not None and any(voting.voting is None or voting.voting.kind != "none" for voting in entity.classes):
            return ("meeting", name, how, role)
        return ("acts", name, role, final)

    def consent(self, of: str, tests: tuple[str, ...], how: Measure | None = None) -> Key:
        """The key for a party's consent, refused only on the grounds it tests."""
        return ("consent", of, tests, how)


def write_decision(program: Program, key: Key) -> None:
    """Rules for a written decision, part by part."""
    _, name, role, final = key
    decision = program.decisions[key]
    if isinstance(decision, Deciding):
        how = measure(decision.rule) if decision.rule else None
        body = program.body(decision.body, how, role, final=final)
        program.rule(key, [body], ("by", name))
    elif isinstance(decision, Consent):
        how = measure(decision.rule) if decision.rule else None
        program.rule(key, [program.consent(decision.of, decision.tests, how)], ("by", name))
    elif isinstance(decision, Both | Either | SomeOf):
        parts = [
            program.decision(part, f"{name}/{place}", role, final=final) for place, part in enumerate(decision.parts)
        ]
        need = decision.need if isinstance(decision, SomeOf) else len(parts) if isinstance(decision, Both) else 1
        program.gate(key, [(part, 1) for part in dict.fromkeys(parts)], need, ("parts", name))


def write_consent(program: Program, key: Key) -> None:
    """A consent that does not test the value is given for the asking; else its giver must be won."""
    _, of, tests, how = key
    if not tests_value(tests, money=program.money):
        program.rule(key, [], ("untested", of, tests))
        return
    program.rule(key, [program.body(of, how, "consent", final=False)], ("consents", of))


DECISIONS: dict[str, Writer] = {"decision": write_decision, "consent": write_consent}
"""Who writes the rules for written decisions and consents."""
