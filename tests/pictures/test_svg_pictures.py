"""What holds for every SVG picture of every charter."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from charterlang.pictures import draw
from charterlang.pictures.svg import clean

from .charters import (
    EXAMPLES,
    FEDERATIONS,
    LOOPS,
    NASTY,
    Drawn,
    federation,
    from_file,
    from_text,
    head,
    hostile,
    sample,
)
from .drawings import SVG, ids, outside, overlapping, parsed, texts

CHARTERS: dict[str, Callable[[], Drawn]] = {
    **{name: (lambda name=name: sample(name)) for name in ("kitchen", "loom", "brindle")},
    **{f"federation-{place}": (lambda counts=counts: federation(**counts)) for place, counts in enumerate(FEDERATIONS)},
    "hostile": hostile,
    "loops": lambda: from_text(LOOPS),
    "empty": lambda: from_text(head("")),
}
PICTURES = ("circles", "decides", "flows")

both = pytest.mark.parametrize("picture", PICTURES)
all_charters = pytest.mark.parametrize("charter", CHARTERS)


@cache
def svg(picture: str, charter: str) -> str:
    drawn = CHARTERS[charter]()
    return draw(picture, drawn.charter, drawn.verdicts)


@both
@all_charters
def test_it_is_well_formed_and_says_what_it_is(picture: str, charter: str) -> None:
    root = parsed(svg(picture, charter))
    title, description = root[0], root[1]
    assert title.tag == f"{SVG}title"
    assert description.tag == f"{SVG}desc"
    assert title.text
    assert description.text
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"].split() == [title.attrib["id"], description.attrib["id"]]


@both
@all_charters
def test_its_ids_are_its_own(picture: str, charter: str) -> None:
    found = ids(svg(picture, charter))
    assert len(set(found)) == len(found)
    assert all(name.startswith(f"{picture}-") for name in found)


@both
@all_charters
def test_every_word_stands_within_the_picture(picture: str, charter: str) -> None:
    assert outside(svg(picture, charter)) == []


@both
@all_charters
def test_no_word_stands_on_another(picture: str, charter: str) -> None:
    assert overlapping(svg(picture, charter)) == []


@both
@all_charters
def test_nothing_in_it_runs_or_is_fetched(picture: str, charter: str) -> None:
    for element in parsed(svg(picture, charter)).iter():
        assert element.tag.removeprefix(SVG) in {
            "svg", "title", "desc", "defs", "pattern", "g", "rect", "circle", "line", "path", "text",
        }  # fmt: skip
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert "href" not in name
            assert name == "xmlns" or "http" not in value
            assert not re.search(r"url\((?!#)", value)


@both
def test_hostile_words_are_only_words(picture: str) -> None:
    drawn = svg(picture, "hostile")
    assert "<script" not in drawn
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", drawn)
    title = parsed(drawn)[0].text or ""
    assert title.startswith(clean(NASTY.replace('\\"', '"').replace("\\\\", "\\"))[:60])


@both
@pytest.mark.parametrize("charter", ["kitchen", "loom", "loops", "federation-3"])
def test_equal_charters_give_equal_bytes(picture: str, charter: str) -> None:
    drawn = CHARTERS[charter]()
    again = Drawn(drawn.charter, drawn.sources)
    assert draw(picture, drawn.charter, drawn.verdicts) == draw(picture, again.charter, again.verdicts)


@both
@pytest.mark.parametrize("charter", ["kitchen", "brindle"])
def test_it_can_be_drawn_without_verdicts(picture: str, charter: str) -> None:
    drawn = draw(picture, CHARTERS[charter]().charter)
    assert overlapping(drawn) == []
    assert outside(drawn) == []


@both
@pytest.mark.parametrize("path", sorted((EXAMPLES / "history").glob("*.charter"))[::7], ids=lambda path: path.stem)
def test_charters_of_real_histories_can_be_drawn(picture: str, path: Path) -> None:
    drawn = from_file(path)
    text = draw(picture, drawn.charter, drawn.verdicts)
    assert outside(text) == []
    assert overlapping(text) == []
    assert len(set(ids(text))) == len(ids(text))


@both
def test_words_are_measured_as_they_are_held(picture: str) -> None:
    """A text that is held to a length is held to its own width, so that no reader's font stretches it."""
    for element in parsed(svg(picture, "kitchen")).iter(f"{SVG}text"):
        if "textLength" in element.attrib:
            size, bold = float(element.attrib["font-size"]), element.attrib.get("font-weight") == "bold"
            said = "".join(element.itertext())
            box = next(
                box
                for text, box in texts(
                    f"<svg xmlns='http://www.w3.org/2000/svg'><text x='0' y='0' font-size='{size}' font-weight='{'bold' if bold else ''}'>{clean(said).replace('&', '&amp;')}</text></svg>"
                )
            )
            assert abs(box.w - float(element.attrib["textLength"])) <= 0.06
