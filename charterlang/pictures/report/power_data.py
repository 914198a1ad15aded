"""The power system as plain data, so that a page can answer what a group could do without the compiler.

`systems` are sets of threshold gates: gate `g` derives proposition `heads[g]` once the weights of those of its inputs
that hold reach `needs[g]`; its inputs are `inputs[start[g]:start[g + 1]]`, their weights beside them. `parties` may be
assumed, each with one or more strengths and the propositions these stand for, per system. `goals` are the breaches that
are asked about. Only what can bear on a goal is in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, TypedDict

from charterlang.pictures.report.words import breach_words
from charterlang.powers.breaches import MONEY_VALUES, Breach, breaches
from charterlang.powers.control import parts_of
from charterlang.powers.derivation import Step as Link
from charterlang.powers.evidence import SILENT, Teller
from charterlang.powers.gates import Gate
from charterlang.powers.levels import gather
from charterlang.powers.measures import Measure
from charterlang.powers.program import LEAVES, Key, Program
from charterlang.powers.verdicts import Protection, Verdicts
from charterlang.ties.words import percent

if TYPE_CHECKING:
    from charterlang.powers.analyse import Analysis

MOST_SENTENCES = 6000
"""Beyond so many gates a page says what a group could break, but no longer how."""


class SystemData(TypedDict):
    """One set of gates; `tell[g]` is the sentence for gate g, or who votes in it with how much, and on what."""

    size: int
    heads: list[int]
    needs: list[int]
    start: list[int]
    inputs: list[int]
    weights: list[int]
    tell: list[str | dict[str, object]]


class Choice(TypedDict):
    """How much of a party is meant, and the propositions that stands for in each system."""

    words: str
    leaves: list[list[int]]


class PartyData(TypedDict):
    """Somebody who may be counted in, under the heading of the body they belong to; `key` names them in coalitions."""

    key: str
    label: str
    under: str
    choices: list[Choice]


class GoalData(TypedDict):
    """A breach: which protection of the table it belongs to, and which proposition of which system it is.

    `only` are the assumptions that count for it, where it is a breach by outside parties; None where all count.
    """

    protection: str
    words: str
    value: str
    system: int
    at: int
    only: list[int] | None


class PowerData(TypedDict):
    """All that a page needs."""

    systems: list[SystemData]
    parties: list[PartyData]
    goals: list[GoalData]


def power_data(analysis: Analysis, verdicts: Verdicts) -> PowerData:
    """The power systems of a charter, cut down to what its verdicts ask about."""
    systems: list[SystemData] = []
    goals: list[GoalData] = []
    leaves: dict[str, dict[tuple[int, Measure | str], list[tuple[int, int]]]] = {}
    protections = [(each, _is_money(analysis, each)) for verdict in verdicts.values for each in verdict.protections]
    outside = dict(_by_outsiders(analysis))
    protections += [(tie.protection, False) for tie in verdicts.ties if tie.protection is not None]
    for money in (False, True):
        program = analysis.program(money=money)
        asked = [
            (protection, program.numbers[goal])
            for protection, about_money in protections
            if about_money == money and (goal := _goal(protection)) in program.numbers
        ]
        if not asked:
            continue
        part = program.system().slice([number for _, number in asked])
        core = part.core
        place = len(systems)
        for local in range(len(core)):
            key = core.key(local)
            if isinstance(key, tuple) and key[0] in LEAVES:
                name, rank, strength = _leaf(key)
                leaves.setdefault(name, {}).setdefault((rank, strength), []).append((place, local))
        gates = [core.gate(number) for number in range(core.gates)]
        systems.append(_system(program, gates, [core.key(local) for local in range(len(core))]))
        for protection, number in asked:
            at = part.local(number)
            assert at is not None
            only = None
            if (breach := outside.get(_goal(protection))) is not None:
                field = gather(analysis.world, program, program.system().slice([number]), breach)
                only = sorted(near for leaf in field.leaves if (near := part.local(leaf)) is not None)
            goals.append(
                {
                    "protection": protection.id, "words": breach_words(analysis.charter, protection),
                    "value": protection.value, "system": place, "at": at, "only": only,
                }
            )  # fmt: skip
    parties = [_party(analysis, name, found, len(systems)) for name, found in sorted(leaves.items())]
    parties.sort(key=lambda party: (party["under"], party["label"], party["key"]))
    return {"systems": systems, "parties": parties, "goals": goals}


def _goal(protection: Protection) -> Key:
    return ("breach", protection.value, protection.subject, protection.act.action, protection.act.thing)


def _by_outsiders(analysis: Analysis) -> Iterator[tuple[Key, Breach]]:
    """The breaches that only outside parties can commit, by their goals."""
    from charterlang.powers.analyse import subjects

    for subject in subjects(analysis.charter):
        for breach in breaches(analysis.world, subject.value, subject.of):
            if breach.within == "outside":
                yield ("breach", subject.value.id, subject.of.id, breach.act.action, breach.act.thing), breach


def _is_money(analysis: Analysis, protection: Protection) -> bool:
    value = analysis.charter.values.get(protection.value)
    return value is not None and value.kind in MONEY_VALUES


def _leaf(key: Key) -> tuple[str, int, Measure | str]:
    """Whose leaf it is, and how much of them it stands for: a rank to sort by and the measure or the word."""
    kind, name = str(key[0]), str(key[1])
    if kind == "agree":
        return name, 1, key[2]
    if kind == "outsiders":
        return f"outsiders {name}", 0, ""
    if kind == "sitting":
        return f"sitting {name}", 0, ""
    return name, 0, ""


def _party(
    analysis: Analysis, name: str, found: dict[tuple[int, Measure | str], list[tuple[int, int]]], systems: int
) -> PartyData:
    charter = analysis.charter
    how, _, plain = name.rpartition(" ")
    label = charter.label(plain)
    if how == "outsiders":
        label = f"outsiders who join {label}"
    elif how == "sitting":
        label = f"those who now sit in {label}"
    owner = analysis.world.owner_of(plain)
    under = charter.label(owner) if owner != plain else ""
    choices: list[Choice] = []
    gathered: list[list[int]] = [[] for _ in range(systems)]
    for pair in sorted(found, key=_order):
        for place, local in found[pair]:
            gathered[place].append(local)
        words = pair[1].words if isinstance(pair[1], Measure) else ""
        choices.append({"words": words, "leaves": [sorted(each) for each in gathered]})
    return {"key": name, "label": label, "under": under, "choices": choices}


def _order(pair: tuple[int, Measure | str]) -> tuple[int, Fraction, bool]:
    rank, how = pair
    return (rank, how.share, how.strict) if isinstance(how, Measure) else (rank, Fraction(0), False)


def _system(program: Program, gates: Sequence[Gate], keys: Sequence[object]) -> SystemData:
    teller = Teller(program.world)
    start, inputs, weights = [0], [], []
    for gate in gates:
        inputs += [number for number, _ in gate.inputs]
        weights += [weight for _, weight in gate.inputs]
        start.append(len(inputs))
    told = len(gates) <= MOST_SENTENCES
    return {
        "size": len(keys),
        "heads": [gate.head for gate in gates],
        "needs": [gate.need for gate in gates],
        "start": start,
        "inputs": inputs,
        "weights": weights,
        "tell": [_told(teller, gate, keys) for gate in gates] if told else [],
    }


def _told(teller: Teller, gate: Gate, keys: Sequence[object]) -> str | dict[str, object]:
    """The sentence for a gate that needs all its inputs; for a vote, who casts how much and on what."""
    label = gate.label
    if not isinstance(label, tuple) or label[0] in SILENT:
        return ""
    whole = sum(weight for _, weight in gate.inputs)
    used = tuple(keys[number] for number, _ in gate.inputs)
    if gate.need < whole and label[0] in {"votes", "seats"}:
        name = str(label[1])
        seats = label[0] == "seats"
        share = _seats_of(teller, name) if seats else _votes_of(teller, name)
        parts = []
        for key in used:
            who = str(key[1]) if isinstance(key, tuple) and len(key) > 1 else ""
            parts.append(f"{teller.label(who)} ({share[who]})" if who in share else teller.label(who))
        return {"parts": parts, "of": f"{'seats' if seats else 'votes'} of {teller.label(name)}"}
    link = Link(label, keys[gate.head], used, assumed=False, proposition=gate.head)
    return teller.tell(link).text


def _votes_of(teller: Teller, group: str) -> dict[str, str]:
    """The part of the votes that each named holder casts."""
    return {holder: percent(part) for holder, part in parts_of(teller.charter.classes[group])}


def _seats_of(teller: Teller, organ: str) -> dict[str, str]:
    """How many seats each of those who fill an organ fills."""
    body = teller.charter.organs[organ]
    counts: dict[str, int] = {}
    for line in body.seat_lines:
        if line.number is not None:
            counts[line.by] = counts.get(line.by, 0) + line.number
    return {by: f"{count} of {body.seats}" if body.seats else str(count) for by, count in counts.items()}
