"""Formatting while one types, in part, and whole; folds, selections, outline and tokens of a small charter."""

from __future__ import annotations

from itertools import pairwise

import pytest
from desk import Desk

from charterlang.editor.actions import minimal
from charterlang.editor.layout import part, typed, whole
from charterlang.editor.marks import hints
from charterlang.editor.places import applied
from charterlang.editor.ranges import folds, selections
from charterlang.editor.symbols import find, outline
from charterlang.editor.tokens import tokens


@pytest.mark.parametrize(
    ("text", "character", "wanted"),
    [
        ("firm x {\n¦\n}\n", "\n", "firm x {\n  \n}\n"),
        ("firm x {\n  members y {\n¦", "\n", "firm x {\n  members y {\n    "),
        ("firm x {\n  members y {\n    }¦\n}\n", "}", "firm x {\n  members y {\n  }\n}\n"),
        ("firm x {\n  # {\n¦\n}\n", "\n", "firm x {\n  # {\n  \n}\n"),
        ('firm x {\n  purpose """\n¦\n', "\n", 'firm x {\n  purpose """\n\n'),
    ],
)
def test_a_line_is_indented_as_it_is_typed(desk: Desk, text: str, character: str, wanted: str) -> None:
    view = desk.put(text)
    assert applied(view.text, typed(view, desk.offset, character)) == wanted


def test_layout_touches_only_lines_that_change(desk: Desk) -> None:
    view = desk.put('value a "A." { kind care }\n\nvalue   b "B." { kind care }\n\nvalue c "C." { kind care }\n')
    (change,) = whole(view)
    assert view.text[change.place.start : change.place.end] == 'value   b "B." { kind care }\n'
    assert part(view, 0, 5) == ()
    assert part(view, 30, 31) == (change,) or applied(view.text, part(view, 30, 31)) == applied(view.text, (change,))


@pytest.mark.parametrize(("old", "new"), [("a\nb\nc\n", "a\nB\nc\nd\n"), ("", "x"), ("x\r\n", "x\n"), ("same", "same")])
def test_changes_line_by_line_make_the_new_text(old: str, new: str) -> None:
    assert applied(old, minimal("x", old, new)) == new


def test_braces_and_comments_fold(desk: Desk) -> None:
    view = desk.put("# one\n# two\nfirm x {\n  members y {\n    closed\n  }\n}\n")
    assert [fold.kind for fold in folds(view)] == ["comment", "braces", "braces"]


def test_selections_hold_one_another(desk: Desk) -> None:
    view = desk.put("firm x {\n  members y {\n    count ¦40\n  }\n}\n")
    found = selections(view, desk.offset)
    assert view.text[found[0].start : found[0].end] == "40"
    assert all(outer.start <= inner.start and inner.end <= outer.end for inner, outer in pairwise(found))
    assert found[-1] == type(found[0])("main.charter", 0, len(view.text))


def test_the_outline_holds_what_stands_inside(desk: Desk) -> None:
    view = desk.put('firm x "X" {\n  members y { closed }\n  powers { sell requires y }\n}\nuse std/values/care\n')
    firm, use = outline(view)
    assert (firm.name, firm.detail, firm.kind) == ("x", "X", "firm")
    assert [(child.name, child.kind) for child in firm.children] == [("y", "members"), ("sell requires y", "power")]
    assert use.name == "use std/values/care"


def test_names_are_found_in_all_files(desk: Desk) -> None:
    desk.put('value openness "Open."', "a.charter")
    desk.put("firm bakery {\n  members bakers { closed }\n}\n", "b.charter")
    assert [each.name for each in find(desk.workspace, "bak")] == ["bakers", "bakery"]
    assert [each.name for each in find(desk.workspace, "opn")] == ["openness"]


def test_tokens_neither_overlap_nor_span_lines(desk: Desk) -> None:
    view = desk.put('# a "remark"\nfirm x "X # no remark" { # one\n  purpose """two\nlines"""\n  form de.eg\n}\n')
    found = tokens(view)
    assert all(one.start + one.length <= other.start for one, other in pairwise(found))
    words = [(view.text[each.start : each.start + each.length], each.kind) for each in found]
    assert ('# a "remark"', "comment") in words
    assert ("x", "class") in words
    assert ("de.eg", "type") in words
    assert [text for text, kind in words if kind == "string"] == ['"X # no remark"', '"""two', 'lines"""']


def test_hints_say_what_the_law_fills_in(desk: Desk) -> None:
    view = desk.put('firm x "X" {\n  form de.eg\n  members workers { closed }\n}\n')
    texts = [hint.text for hint in hints(view)]
    assert any(text.startswith("by law: ") for text in texts)
