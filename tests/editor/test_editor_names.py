"""Finding, renaming and linking names; the cursor is ¦."""

from __future__ import annotations

import pytest
from desk import Desk

from charterlang.editor.names import CannotRename, definitions, linked, references, rename
from charterlang.editor.places import applied, by_file

TEXT = """\
commons book "The Book"
association friends "Friends" {
  protects book
  members readers { vote one per member }
  members writers { vote one per member }
  powers {
    relicense book requires readers by 2/3
    amend articles requires writers
  }
}
firm press "Press" {
  uses book
  powers { sell requires friends.readers }
}
"""


def with_cursor(words: str, into: int = 1) -> str:
    at = TEXT.index(words) + into
    return f"{TEXT[:at]}¦{TEXT[at:]}"


def renamed(desk: Desk, text: str, new: str) -> str:
    view = desk.put(text)
    changes = by_file(rename(desk.workspace, view, desk.offset, new))
    return applied(view.text, changes.get(view.path, ()))


@pytest.mark.parametrize(
    ("words", "into", "new", "old_words", "new_words"),
    [
        ("uses book", 6, "atlas", "book", "atlas"),
        ("members readers", 9, "lovers", "readers", "lovers"),
        ("friends.readers", 10, "lovers", "readers", "lovers"),
        ("friends.readers", 2, "circle", "friends", "circle"),
        ("association friends", 13, "circle", "friends", "circle"),
    ],
)
def test_a_name_is_renamed_wherever_it_stands(
    desk: Desk, words: str, into: int, new: str, old_words: str, new_words: str
) -> None:
    assert renamed(desk, with_cursor(words, into), new) == TEXT.replace(old_words, new_words)


@pytest.mark.parametrize(
    ("words", "into", "new", "why"),
    [
        ("uses book", 6, "press", "there is a firm called `press` already"),
        ("uses book", 6, "two words", "`two words` is no name"),
        ("uses book", 6, "readers", "would mean something else"),
        ("amend articles", 8, "statutes", "there is no name here that this charter gives"),
        ("powers {", 2, "rights", "there is no name here that this charter gives"),
    ],
)
def test_a_name_that_would_change_the_meaning_is_refused(desk: Desk, words: str, into: int, new: str, why: str) -> None:
    with pytest.raises(CannotRename, match=why):
        renamed(desk, with_cursor(words, into), new)


def test_renaming_reaches_every_file_of_the_charter(desk: Desk) -> None:
    desk.put('value openness "Open." { kind openness }\n', "values.charter")
    view = desk.put('use "values.charter"\ncommons book "B" { upholds open¦ness }\n')
    changes = by_file(rename(desk.workspace, view, desk.offset, "candour"))
    assert applied(desk.workspace.text("values.charter"), changes["values.charter"]).startswith("value candour")
    assert "upholds candour" in applied(view.text, changes["main.charter"])
    values = desk.workspace.view("values.charter")
    assert by_file(rename(desk.workspace, values, 7, "candour")) == changes


def test_a_name_leads_to_its_declaration_and_back(desk: Desk) -> None:
    view = desk.put(with_cursor("friends.readers", 10))
    (place,) = definitions(view, desk.offset)
    assert view.text[place.start - 8 : place.end] == "members readers"
    assert [use.text for use in references(view, desk.offset)] == ["readers", "readers", "friends.readers"]


def test_linked_places_hold_the_same_letters(desk: Desk) -> None:
    view = desk.put(with_cursor("association friends", 14))
    assert {view.text[place.start : place.end] for place in linked(view, desk.offset)} == {"friends"}
    assert len(linked(view, desk.offset)) == 2
