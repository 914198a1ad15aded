"""Whatever is typed, in whatever order: what is said in the end is what a fresh check says."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import Desk
from hypothesis import given, settings
from hypothesis import strategies as st

from charterlang import compiler
from charterlang.editor.diagnostics import diagnostics, findings_now
from charterlang.settings import Settings
from charterlang.source import MemoryFiles, Unreadable

KITCHEN = (Path(__file__).parent.parent.parent / "examples/good/occupy-kitchen.charter").read_text(encoding="utf-8")

PIECES = ("", "\n", "{", "}", '"', "x", " never", "kitchen", "value y { kind care }\n", "# ", "cooks, ", '"""')
EDITS = st.lists(
    st.tuples(st.integers(0, len(KITCHEN)), st.integers(0, 40), st.sampled_from(PIECES), st.booleans()),
    min_size=1,
    max_size=8,
)


@settings(max_examples=25, deadline=None)
@given(EDITS)
def test_replayed_edits_give_the_diagnostics_of_a_fresh_check(edits: list[tuple[int, int, str, bool]]) -> None:
    desk = Desk()
    text = KITCHEN
    desk.put(text, judged=True)
    for start, length, piece, judged in edits:
        text = text[:start] + piece + text[start + length :]
        desk.put(text, judged=judged)
        fresh = compiler.load("main.charter", MemoryFiles({"main.charter": text}))
        assert desk.workspace.reading("main.charter").loaded.findings == fresh.findings
    desk.put(text, judged=True)
    reading = desk.workspace.reading("main.charter")
    now = findings_now(reading, desk.workspace.judged("main.charter"))
    made = compiler.check("main.charter", MemoryFiles({"main.charter": text}), Settings())
    assert now == made.findings
    assert reading.loaded.value.charter == made.charter


def test_until_an_edit_is_judged_untouched_blocks_keep_their_findings(desk: Desk) -> None:
    desk.put(KITCHEN, judged=True)
    before = {(each.code, each.message) for each in diagnostics(desk.workspace, "main.charter")}
    above = desk.put(f"# a remark\n\n{KITCHEN}")
    after = diagnostics(desk.workspace, "main.charter")
    assert {(each.code, each.message) for each in after} == before
    door = next(each for each in after if each.code == "GOV120")
    assert above.text[door.place.start : door.place.end].strip()
    moved = KITCHEN.index("members sellers") + len("# a remark\n\n")
    assert abs(door.place.start - moved) < 40


def test_a_touched_block_says_nothing_old(desk: Desk) -> None:
    desk.put(KITCHEN, judged=True)
    desk.put(KITCHEN.replace("count  60", "count  61"))
    assert "GOV120" not in {each.code for each in diagnostics(desk.workspace, "main.charter")}


def test_an_unchanged_block_is_neither_parsed_nor_resolved_again(desk: Desk) -> None:
    before = desk.put(KITCHEN).loaded
    after = desk.put(KITCHEN.replace("count  60", "count  61")).loaded
    same = sum(
        one is other for one, other in zip(before.kept.resolved.values(), after.kept.resolved.values(), strict=True)
    )
    assert same == len(before.kept.resolved) - 1


def test_an_allowance_silences_at_once(desk: Desk) -> None:
    text = 'value a "A." { kind tidiness }\n'
    desk.put(text)
    assert [each.code for each in diagnostics(desk.workspace, "main.charter")] == ["NAM111"]
    desk.put('value a "A." { kind tidiness; allow NAM111 because "ours" }\n')
    assert diagnostics(desk.workspace, "main.charter") == ()


def test_work_can_be_ended_between_two_steps(desk: Desk) -> None:
    view = desk.put(KITCHEN)
    calls = []

    def pause() -> None:
        calls.append(1)
        if len(calls) == 2:
            raise Unreadable("main.charter", "it is enough")

    with pytest.raises(Unreadable):
        desk.workspace.judge(view.reading, pause)
    assert len(calls) == 2
