"""What is offered where the cursor (¦) stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import Desk

from charterlang.editor.completion import complete
from charterlang.editor.names import uses

EXAMPLES = sorted((Path(__file__).parent.parent.parent / "examples" / "good").glob("*.charter"))

BODY = """\
value openness "Open." {{ kind openness }}
commons book "The Book"
association friends "Friends" {{
  members readers {{ vote one per member }}
  assembly meeting of readers
  {}
}}
"""


@pytest.mark.parametrize(
    ("text", "there", "absent"),
    [
        ("¦", {"charter", "value", "firm", "use"}, {"seats", "requires"}),
        ("fi¦", {"firm"}, {"seats"}),
        ("value x { ¦ }", {"kind", "breached", "allow"}, {"firm", "licence"}),
        ("value x { kind ¦ }", {"openness", "care"}, {"software", "kind"}),
        ("commons x { kind ¦ }", {"software", "land"}, {"care-home", "openness"}),
        ("commons x { licence ¦ }", {"CC-BY-SA-4.0", "MIT"}, {"irrevocable"}),
        ("firm x { form ¦ }", {"de.eg", "fr.scic"}, {"de"}),
        ("use ¦", {"std/values/openness"}, {"firm"}),
        (BODY.format("protects ¦"), {"book"}, {"openness", "readers"}),
        (BODY.format("upholds ¦"), {"openness"}, {"book"}),
        (BODY.format("powers { ¦ }"), {"relicense", "amend", "dissolve"}, {"requires", "meeting"}),
        (BODY.format("powers { relicense ¦"), {"book", "articles"}, {"relicense"}),
        (BODY.format("powers { relicense book ¦ }"), {"requires", "never"}, {"meeting"}),
        (BODY.format("powers { relicense book requires ¦ }"), {"meeting", "readers", "consent"}, {"book"}),
        (BODY.format("powers { relicense book requires consent of meeting testing ¦ }"), {"purpose"}, {"meeting"}),
        (BODY.format('purpose "¦"'), set(), {"book", "firm"}),
        (BODY.format("# ¦"), set(), {"book", "firm"}),
    ],
)
def test_what_may_stand_there_is_offered_and_nothing_else(
    desk: Desk, text: str, there: set[str], absent: set[str]
) -> None:
    view = desk.put(text)
    labels = {item.label for item in complete(desk.workspace, view, desk.offset)}
    assert there <= labels
    assert not absent & labels


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_name_of_an_example_is_offered_where_it_stands(desk: Desk, path: Path) -> None:
    view = desk.put(path.read_text(encoding="utf-8"))
    missing = []
    parts = {"articles", "members", "purpose", "assets", "asset-lock"}
    for use in uses(view):
        if use.declares or use.text.partition(".")[0] in parts or ".articles" in use.id:
            continue
        offered = {item.label for item in complete(desk.workspace, view, use.place.start)}
        if use.text not in offered and use.id not in offered:
            missing.append((use.text, view.text[use.place.start - 30 : use.place.end]))
    assert missing == []


def test_files_beside_a_charter_are_offered_to_use(desk: Desk) -> None:
    desk.put('value a "A."', "values.charter")
    view = desk.put('use "¦')
    assert [item.label for item in complete(desk.workspace, view, desk.offset)] == ["values.charter"]
