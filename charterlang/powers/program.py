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

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import field
from itertools import pairwise
from typing import Any, TypeAlias

from charterlang._records import record
from charterlang.model.decisions import Both, Consent, Deciding, Decision, Either, SomeOf, leaves
from charterlang.powers.circuit import System, SystemBuilder
from charterlang.powers.measures import Measure, measure
from charterlang.powers.terms import tests_value
from charterlang.powers.world import World

Key: TypeAlias = tuple[Any, ...]
Why: TypeAlias = tuple[Any, ...]
Writer: TypeAlias = "Callable[[Program, Key], None]"

LEAVES = frozenset({"party", "sitting", "agree", "outsiders"})


@record
class Frozen:
    """A system as it stands once `size` propositions and rules are written; `kept` is what was found in it."""

    size: int
    system: System
    kept: dict[Hashable, Any] = field(default_factory=dict)


class Rulebook:
    """The rules written so far, for values of money and for the others.

    `stirred` names the classes of which something new was asked since their measures were last put in order.
    """

    __slots__ = ("asked", "builder", "decisions", "frozen", "implied", "open", "parted", "size", "stirred")

    def __init__(self) -> None:
        """Begin with no rules."""
        self.builder = SystemBuilder()
        self.decisions: dict[Key, Decision] = {}
        self.open: list[Key] = []
        self.asked: dict[str, set[Measure]] = {}
        self.stirred: dict[str, None] = {}
        self.implied: set[tuple[str, Measure, Measure]] = set()
        self.parted: dict[bool, set[int]] = {True: set(), False: set()}
        self.frozen: dict[bool, Frozen] = {}
        self.size = 0


class Program:
    """The power system of a charter, as far as it has been asked for.

    `money` tells for which values consents count: the asset lock (a test of price guards it) or the others. Two
    programs may write into one `book`, and share its system unless a consent means one thing to one of them and
    another to the other.
    """

    def __init__(
        self, world: World, writers: Mapping[str, Writer], *, money: bool, book: Rulebook | None = None
    ) -> None:
        """Begin with no rules, or those of a book; `writers` write those of each kind of proposition."""
        self.world = world
        self._writers = writers
        self.money = money
        self.book = Rulebook() if book is None else book
        self.builder = self.book.builder
        self.numbers: dict[Key, int] = self.book.builder.numbers  # type: ignore[assignment]
        self.decisions = self.book.decisions

    # --- writing rules ----------------------------------------------------------------------------------------------

    def number(self, key: Key) -> int:
        """The proposition of `key`; its rules will be written."""
        number = self.numbers.get(key)
        if number is None:
            number = self.builder.proposition(key)
            if key[0] in self._writers:
                self.book.open.append(key)
            elif key[0] == "agree":
                self.book.asked.setdefault(key[1], set()).add(key[2])
                self.book.stirred[key[1]] = None
        return number

    def rule(self, head: Key, body: Iterable[Key], why: Why) -> None:
        """`head` follows from all of `body`."""
        self.builder.rule(self.number(head), [self.number(key) for key in body], label=why)

    def gate(self, head: Key, inputs: Sequence[tuple[Key, int]], need: int, why: Why) -> None:
        """`head` follows once the weights of the inputs reach `need`."""
        weighed = [(self.number(key), weight) for key, weight in inputs if weight > 0]
        self.builder.threshold(self.number(head), weighed, need, label=why)

    def parted_rule(self, head: Key, body: Iterable[Key], why: Why, *, money: bool) -> None:
        """`head` follows from all of `body`, for values of money only, or for the others only."""
        before = self.builder.gates
        self.rule(head, body, why)
        self.book.parted[not money].update(range(before, self.builder.gates))

    def ask(self, goals: Iterable[Key]) -> None:
        """Writes all rules that bear on the goals."""
        for goal in goals:
            self.number(goal)
        waiting, writers = self.book.open, self._writers
        while waiting:
            key = waiting.pop()
            writers[key[0]](self, key)

    def frozen(self) -> Frozen:
        """The system of all that was asked for so far, and what was found in it."""
        book = self.book
        self.ask(())
        if book.size != self.builder.size:
            self._imply()
            book.size = self.builder.size
        foreign = book.parted[self.money]
        money = self.money if foreign or book.parted[not self.money] else False
        found = book.frozen.get(money)
        if found is None or found.size != book.size:
            found = book.frozen[money] = Frozen(book.size, self.builder.freeze(without=foreign))
        return found

    def system(self) -> System:
        """The system of all that was asked for so far."""
        return self.frozen().system

    def _imply(self) -> None:
        """A class that can be had for more can be had for less: its stronger agreement implies the weaker."""
        stirred, self.book.stirred = self.book.stirred, {}
        for name in stirred:
            for weaker, stronger in pairwise(sorted(self.book.asked[name])):
                if (name, weaker, stronger) not in self.book.implied:
                    self.book.implied.add((name, weaker, stronger))
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
    counts = {money for money in (False, True) if tests_value(tests, money=money)}
    untested, body = ("untested", of, tests), [program.body(of, how, "consent", final=False)] if counts else []
    if len(counts) == 1:
        (money,) = counts
        program.parted_rule(key, body, ("consents", of), money=money)
        program.parted_rule(key, [], untested, money=not money)
    elif counts:
        program.rule(key, body, ("consents", of))
    else:
        program.rule(key, [], untested)


DECISIONS: dict[str, Writer] = {"decision": write_decision, "consent": write_consent}
"""Who writes the rules for written decisions and consents."""
