"""Fixes become texts; two that touch the same words are never mixed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from charterlang.fixes import ROUNDS, apply, fix_all
from charterlang.source import Edit, Finding, Fix, Severity, Sources, SourceText


def fix(source: SourceText, old: str, new: str, *, safe: bool = True) -> Fix:
    start = source.text.index(old)
    return Fix(f"write {new}", (Edit(source.span(start, start + len(old)), new),), safe)


def insertion(source: SourceText, offset: int, new: str) -> Fix:
    return Fix(f"add {new}", (Edit(source.span(offset, offset), new),), safe=True)


def test_edits_count_from_their_block() -> None:
    source = SourceText("a.charter", "firm a {}\nfirm b {}\n", (0, 10))
    done = apply(Sources([source]), [fix(source, "firm b", "person b"), fix(source, "firm a", "party a")])
    assert done.texts == {"a.charter": "party a {}\nperson b {}\n"}


def test_of_two_fixes_on_the_same_words_the_first_wins() -> None:
    source = SourceText("a.charter", "require council")
    done = apply(Sources([source]), [fix(source, "require", "requires"), fix(source, "require council", "never")])
    assert done.texts == {"a.charter": "requires council"}
    assert done.applied == ("write requires",)


def test_the_same_insertion_asked_for_twice_is_made_once() -> None:
    source = SourceText("a.charter", "firm a {}")
    done = apply(Sources([source]), [insertion(source, 8, " x "), insertion(source, 8, " x ")])
    assert done.texts == {"a.charter": "firm a { x }"}


def test_two_different_insertions_at_one_place_are_not_mixed() -> None:
    source = SourceText("a.charter", "firm a {}")
    done = apply(Sources([source]), [insertion(source, 8, " x "), insertion(source, 8, " y ")])
    assert done.texts == {"a.charter": "firm a { x }"}


def look_for(words: Mapping[str, str], text: str, *, safe: bool = True):
    def look(texts: Mapping[str, str]) -> tuple[Sources, Iterable[Finding]]:
        source = SourceText("a.charter", texts.get("a.charter", text))
        findings = [
            Finding("XXX101", Severity.ERROR, "no", fixes=(fix(source, old, new, safe=safe),))
            for old, new in words.items()
            if old in source.text
        ]
        return Sources([source]), findings

    return look


def test_fixing_goes_on_while_it_brings_something_to_light() -> None:
    done = fix_all(look_for({"one": "two", "two": "three"}, "one"))
    assert done.texts == {"a.charter": "three"}
    assert done.applied == ("write two", "write three")


def test_fixing_comes_to_an_end_where_fixes_chase_each_other() -> None:
    assert len(fix_all(look_for({"x": "xx"}, "x")).applied) == ROUNDS


def test_a_fix_that_changes_the_meaning_is_left_to_the_author() -> None:
    assert fix_all(look_for({"one": "two"}, "one", safe=False)).applied == ()
