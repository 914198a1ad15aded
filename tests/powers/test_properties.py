"""What must hold of every verdict, on random small charters."""

from __future__ import annotations

import random
import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charterlang.powers.analyse import Analysis
from charterlang.powers.breaches import breaches
from charterlang.powers.levels import assess, gather, write_breach
from charterlang.powers.verdicts import Level, Side

from .charters import analysis

SEEDS = st.integers(0, 10_000)
PARTIES = ["fund-a", "fund-b", "maker", "state", "founder", "helper"]
DECLARED = """
investor fund-a "Fund A"
investor fund-b "Fund B"
firm maker "Maker"
public state "The State"
person founder "Founder"
association helper "Helper" { external }
"""


def charter(
    seed: int,
    *,
    extra_consent: bool = False,
    extra_seat: str = "",
    names: dict[str, str] | None = None,
    shuffle: int = 0,
) -> str:
    """A random charter: a board of seats, classes, powers with decisions, an owner, a guardian here and there."""
    dice = random.Random(seed)
    seats = dice.randint(3, 7)
    fillers = [dice.choice([*PARTIES, "people", "people", "workers"]) for _ in range(seats)]
    if extra_seat and "people" in fillers:
        fillers[fillers.index("people")] = extra_seat
    lines = [f"{fillers.count(who)} appointed by {who}" for who in sorted(set(fillers))]

    def decision(depth: int = 0) -> str:
        kind = dice.randrange(6 if depth < 2 else 4)
        if kind == 0:
            return "council"
        if kind == 1:
            return f"{dice.choice(['people', 'workers'])} by {dice.choice(['majority', '2/3', '3/4'])}"
        if kind == 2:
            return f"council by {dice.randint(seats // 2 + 1, seats)} of {seats}"
        if kind == 3:
            return dice.choice(PARTIES)
        word = " and " if kind == 4 else " or "
        return f"({decision(depth + 1)}{word}{decision(depth + 1)})"

    powers = {}
    for act in ("sell plot", "convert", "amend articles", "amend articles.purpose"):
        if dice.random() < 0.8:
            powers[act] = decision()
            if dice.random() < 0.3:
                tests = dice.choice(["", " testing purpose", " testing price", " testing procedure"])
                powers[act] = f"({powers[act]}) and consent of {dice.choice(['state', 'helper'])}{tests}"
    if extra_consent and "sell plot" in powers:
        powers["sell plot"] = f"({powers['sell plot']}) and consent of guard testing purpose"
    written = "\n".join(f"    {act} requires {decided}" for act, decided in powers.items())
    blocks = [
        'value steward "Kept." { kind stewardship }',
        'value money "Money." { kind asset-lock }',
        'commons ground "Ground" { kind land; upholds steward, money }',
        'asset plot "Plot" { kind land; of ground; held by trust }',
        'association guard "Guard" { external }',
        *list(DECLARED.strip().splitlines()),
        (
            'association trust "Trust" {\n  protects ground\n'
            "  members people { count 300; open to anyone after 6 months; vote one per member }\n"
            "  members workers { count 40; closed; vote one per member }\n"
            f"  board council {{ seats {seats}; {'; '.join(lines)}; decides by majority }}\n"
            f"  powers {{\n{written}\n  }}\n}}"
        ),
    ]
    if shuffle:
        random.Random(shuffle).shuffle(blocks)
    text = "\n".join(blocks) + "\n"
    for old, new in (names or {}).items():
        text = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, text)
    return text


def levels(found: Analysis) -> dict[tuple[str, str, str], Level | None]:
    return {
        (verdict.value, protection.act.action, protection.act.thing): protection.level
        for verdict in found.verdicts.values
        for protection in verdict.protections
    }


@settings(max_examples=25, deadline=None)
@given(SEEDS)
def test_every_coalition_suffices_and_can_spare_nobody(seed: int) -> None:
    found = analysis(charter(seed))
    for subject in _subjects(found):
        program = found.program(money=subject.value.kind == "asset-lock")
        for breach in breaches(found.world, subject.value, subject.of):
            result = assess(found.world, program, subject.value, subject.of, breach)
            if result.coalition is None:
                continue
            members = list(result.coalition.members)
            assert result.slice.holds(result.goal, members)
            for spared in members:
                assert not result.slice.holds(result.goal, [leaf for leaf in members if leaf != spared])


@settings(max_examples=15, deadline=None)
@given(SEEDS)
def test_levels_agree_with_trying_every_coalition(seed: int) -> None:
    found = analysis(charter(seed))
    for subject in _subjects(found):
        program = found.program(money=subject.value.kind == "asset-lock")
        for breach in breaches(found.world, subject.value, subject.of):
            goal_key, _ = write_breach(program, subject.value, subject.of, breach)
            part = program.system().slice([program.numbers[goal_key]])
            field = gather(found.world, program, part, breach)
            if len(field.leaves) > 11:
                continue
            best: Level | None = None
            for size in range(len(field.leaves) + 1):
                for chosen in combinations(field.leaves, size):
                    if part.holds(program.numbers[goal_key], chosen):
                        level = _level_of(field, chosen)
                        best = level if best is None else min(best, level)
            result = assess(found.world, program, subject.value, subject.of, breach)
            assert result.level == best, breach.act


def _level_of(field: object, chosen: tuple[int, ...]) -> Level:
    """The definition of the levels, straight from the sides of those who take part."""
    sides = {leaf: field.side[leaf] for leaf in chosen}  # type: ignore[attr-defined]
    parties = {field.together[leaf] for leaf in chosen}  # type: ignore[attr-defined]
    community = {field.together[leaf] for leaf in chosen if sides[leaf] is Side.COMMUNITY}  # type: ignore[attr-defined]
    heavy = any(
        sides[leaf] is Side.COMMUNITY and field.key[leaf][0] == "agree" and not field.key[leaf][2].is_simple  # type: ignore[attr-defined]
        for leaf in chosen
    )
    if Side.GUARDIAN in sides.values() or heavy or len(community) > 1:
        return Level.ENTRENCHED
    if community:
        return Level.COMMUNITY
    if Side.INSIDER in sides.values():
        return Level.INSIDER
    return Level.COMMERCIAL if len(parties) > 1 else Level.EXPOSED


@settings(max_examples=25, deadline=None)
@given(SEEDS)
def test_a_consent_more_never_lowers_a_level(seed: int) -> None:
    before, after = levels(analysis(charter(seed))), levels(analysis(charter(seed, extra_consent=True)))
    for key, level in before.items():
        now = after[key]
        assert now is None or (level is not None and now >= level), key


@settings(max_examples=25, deadline=None)
@given(SEEDS)
def test_a_seat_that_passes_from_members_to_an_investor_never_raises_a_level(seed: int) -> None:
    before = levels(analysis(charter(seed)))
    after = levels(analysis(charter(seed, extra_seat="fund-a")))
    for key, level in before.items():
        now = after[key]
        if key[1] == "act" and level is not Level.BEYOND_REACH:
            assert now is not None
            assert level is not None
            assert now <= level, key


@settings(max_examples=20, deadline=None)
@given(SEEDS, st.integers(1, 10_000))
def test_order_changes_nothing(seed: int, shuffle: int) -> None:
    one, other = analysis(charter(seed)), analysis(charter(seed, shuffle=shuffle))
    assert levels(one) == levels(other)
    assert _coalitions(one) == _coalitions(other)


@settings(max_examples=20, deadline=None)
@given(SEEDS)
def test_renaming_changes_nothing(seed: int) -> None:
    names = {"fund-a": "zebra", "state": "aardvark", "people": "middle-folk"}
    before = levels(analysis(charter(seed)))
    after = levels(analysis(charter(seed, names=names)))
    assert sorted(map(str, before.values())) == sorted(map(str, after.values()))


def _coalitions(found: Analysis) -> set[tuple[str, ...]]:
    return {
        (verdict.value, protection.act.action, *sorted(member.party for member in protection.coalition))
        for verdict in found.verdicts.values
        for protection in verdict.protections
    }


def _subjects(found: Analysis) -> list[object]:
    from charterlang.powers.analyse import subjects

    return subjects(found.charter)


@pytest.mark.parametrize("seed", range(12))
def test_every_repair_lifts_the_level_when_it_is_applied_to_the_text(seed: int) -> None:
    text = charter(seed)
    found = analysis(text)
    from charterlang.model.load import load
    from charterlang.source import MemoryFiles

    from .charters import HEAD, flush

    whole = HEAD + flush(text)
    loaded = load("test.charter", MemoryFiles({"test.charter": whole}))
    source = loaded.value.sources["test.charter"]
    for verdict in found.verdicts.values:
        for protection in verdict.protections:
            for repair in protection.repairs:
                assert repair.lifts_to >= Level.COMMUNITY
                if repair.fix is None:
                    continue
                changed = whole
                for edit in sorted(repair.fix.edits, key=lambda edit: source.offsets(edit.span), reverse=True):
                    start, end = source.offsets(edit.span)
                    changed = changed[:start] + edit.replacement + changed[end:]
                again = load("test.charter", MemoryFiles({"test.charter": changed}))
                assert not [f for f in again.findings if f.severity == "error"], changed
                after = levels(Analysis(again.value.charter))
                key = (protection.value, protection.act.action, protection.act.thing)
                assert after[key] is None or after[key] >= Level.COMMUNITY, (key, repair.text)
