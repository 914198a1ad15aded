"""A folder of papers is written whole or not at all, and nobody's work is lost in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from charterlang.output import MANIFEST, InTheWay, NotWritable, write_file, write_folder


def holds(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if path.name != MANIFEST}


def test_a_new_folder_appears_with_all_its_parents(tmp_path: Path) -> None:
    out = tmp_path / "build" / "deep" / "occupy"
    written = write_folder(str(out), {"a.md": b"A", "b.md": b"B"})
    assert holds(out) == {"a.md": "A", "b.md": "B"}
    assert written.changed == ("a.md", "b.md")


def test_a_second_build_takes_away_only_what_the_first_one_wrote(tmp_path: Path) -> None:
    write_folder(str(tmp_path / "out"), {"a.md": b"A", "b.md": b"B"})
    (tmp_path / "out" / "notes.txt").write_text("mine")
    written = write_folder(str(tmp_path / "out"), {"a.md": b"A"})
    assert holds(tmp_path / "out") == {"a.md": "A", "notes.txt": "mine"}
    assert (written.changed, written.removed) == ((), ("b.md",))


def test_a_build_of_some_papers_leaves_the_others_and_remembers_them(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_folder(str(out), {"a.md": b"A", "b.md": b"B"})
    write_folder(str(out), {"a.md": b"A2"}, keep=True)
    assert holds(out) == {"a.md": "A2", "b.md": "B"}
    assert write_folder(str(out), {"a.md": b"A2"}).removed == ("b.md",)


def test_nothing_is_left_beside_the_folder(tmp_path: Path) -> None:
    write_folder(str(tmp_path / "out"), {"a.md": b"A"})
    write_folder(str(tmp_path / "out"), {"a.md": b"B"})
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_file_that_a_reader_changed_is_not_overwritten(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_folder(str(out), {"bylaws.md": b"draft", "other.md": b"old"})
    (out / "bylaws.md").write_text("with the lawyer's remarks")
    with pytest.raises(InTheWay) as stop:
        write_folder(str(out), {"bylaws.md": b"new draft", "other.md": b"new"})
    assert stop.value.names == ("bylaws.md",)
    assert holds(out) == {"bylaws.md": "with the lawyer's remarks", "other.md": "old"}
    write_folder(str(out), {"bylaws.md": b"new draft"}, overwrite=True)
    assert holds(out)["bylaws.md"] == "new draft"


def test_a_changed_file_is_not_taken_away_either(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_folder(str(out), {"bylaws.md": b"draft"})
    (out / "bylaws.md").write_text("with the lawyer's remarks")
    write_folder(str(out), {"articles.md": b"draft"})
    assert holds(out) == {"bylaws.md": "with the lawyer's remarks", "articles.md": "draft"}


def test_a_file_that_no_build_wrote_stands_in_the_way_unless_it_says_the_same(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.md").write_text("A")
    write_folder(str(out), {"a.md": b"A"})
    (out / "b.md").write_text("mine")
    with pytest.raises(InTheWay):
        write_folder(str(out), {"a.md": b"A", "b.md": b"B"})


def test_when_a_file_cannot_be_put_in_place_all_is_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    write_folder(str(out), {"a.md": b"1", "b.md": b"1", "gone.md": b"1"})
    before = holds(out)
    rename = os.rename

    def fails_on_b(source: str, target: str) -> None:
        if target.endswith("out/b.md") and "ready" in source:
            raise OSError(28, "No space left on device", target)
        rename(source, target)

    monkeypatch.setattr(os, "rename", fails_on_b)
    with pytest.raises(NotWritable, match="no space left on device"):
        write_folder(str(out), {"a.md": b"2", "b.md": b"2", "new.md": b"2"})
    assert holds(out) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_target_that_is_a_file_is_named_as_such(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(NotWritable, match="it is a file; name a folder"):
        write_folder(str(tmp_path / "out"), {"a.md": b"A"})


@pytest.mark.parametrize("text", ["", "[]", "{", '{"files": 3}', '{"files": {"../../victim": "x"}}'])
def test_a_manifest_that_makes_no_sense_is_not_believed(tmp_path: Path, text: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (tmp_path / "victim").write_text("mine")
    (out / MANIFEST).write_text(text)
    write_folder(str(out), {"a.md": b"A"})
    assert holds(out) == {"a.md": "A"}
    assert (tmp_path / "victim").read_text() == "mine"


def test_one_file_is_replaced_through_a_link_and_keeps_its_permissions(tmp_path: Path) -> None:
    real, link = tmp_path / "real.charter", tmp_path / "link.charter"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_file(str(link), b"new")
    assert link.is_symlink()
    assert real.read_text() == "new"
    assert real.stat().st_mode & 0o777 == 0o640
