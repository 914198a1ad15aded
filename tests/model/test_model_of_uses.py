"""`use`: other files and the standard library, found, read once, and held inside the project."""

from __future__ import annotations

import pytest

from charterlang.model.library import parts
from charterlang.model.load import load
from charterlang.source import LocalFiles, MemoryFiles


def codes(made):
    return [finding.code for finding in made.findings]


def test_another_file_is_read_as_if_it_stood_here(model):
    made = model('party a\nuse "more.charter"\nparty b { affiliated with inside }', more="party inside")
    assert list(made.entities) == ["a", "inside", "b"]


def test_paths_start_from_the_file_that_uses_them(model):
    made = model('use "parts/one.charter"', parts__one='use "two.charter"\nparty one', parts__two="party two")
    assert set(made.entities) == {"one", "two"}


def test_a_file_used_twice_is_read_once(model):
    made = model('use "one.charter"\nuse "two.charter"', one='use "two.charter"', two="party p")
    assert list(made.entities) == ["p"]


def test_the_head_of_a_used_file_does_not_count(model):
    assert model('use "other.charter"', other='charter "Other"').header.title == "A test"


def test_a_file_that_is_not_there(lower):
    made = lower('use "gone.charter"\nparty p')
    (finding,) = made.findings
    assert (finding.code, finding.message) == ("NAM121", "cannot use gone.charter: there is no such file")
    assert set(made.value.charter.entities) == {"p"}


@pytest.mark.parametrize("target", ["../secret.charter", "/etc/secret.charter", "a/../../secret.charter", ".."])
def test_nothing_outside_the_project_is_read(lower, target):
    assert codes(lower(f'use "{target}"')) == ["NAM122"]


def test_a_link_out_of_the_project_is_not_followed(tmp_path):
    (tmp_path / "secret.charter").write_text("party secret")
    project = tmp_path / "project"
    project.mkdir()
    (project / "main.charter").write_text('use "link.charter"')
    (project / "link.charter").symlink_to(tmp_path / "secret.charter")
    assert codes(load(str(project / "main.charter"), LocalFiles())) == ["NAM122"]


@pytest.mark.parametrize("mark", ["charter.toml", "pyproject.toml", ".git"])
def test_the_project_is_the_nearest_folder_above_with_a_mark(tmp_path, mark):
    (tmp_path / "inner").mkdir()
    (tmp_path / "shared.charter").write_text("party shared")
    main = tmp_path / "inner" / "main.charter"
    main.write_text('use "../shared.charter"')
    assert codes(load(str(main), LocalFiles(), root=str(tmp_path / "inner"))) == ["NAM122"]
    (tmp_path / mark).mkdir() if mark == ".git" else (tmp_path / mark).write_text("")
    made = load(str(main), LocalFiles())
    assert codes(made) == []
    assert set(made.value.charter.entities) == {"shared"}


def test_a_circle_is_shown_link_by_link(lower):
    made = lower('use "one.charter"', one='use "two.charter"\nparty one', two='use "one.charter"\nparty two')
    (finding,) = made.findings
    assert finding.code == "NAM120"
    assert "one.charter → two.charter → one.charter" in finding.message
    places = [finding.span, *(label.span for label in finding.related)]
    assert [made.value.sources.where(place) for place in places] == ["two.charter:1:5", "one.charter:1:5"]
    assert set(made.value.charter.entities) == {"one", "two"}


def test_a_file_may_not_use_itself(lower):
    assert codes(lower('use "main.charter"')) == ["NAM120"]


def test_a_file_that_cannot_be_read_at_all():
    made = load("gone.charter", MemoryFiles({}))
    (finding,) = made.findings
    assert (finding.code, finding.span, finding.file) == ("SRC101", None, "gone.charter")


class TestTheLibrary:
    def test_every_part_lowers_without_a_word(self, model):
        small = [name for name in parts() if not name.startswith("std/models/")]
        made = model("\n".join(f"use {name}" for name in small))
        assert made.values
        assert made.currencies

    def test_a_part_is_shown_under_its_own_name(self, lower):
        made = lower("use std/values/openness").value
        assert made.charter.values["openness"].span.file == "std/values/openness.charter"
        assert "std/values/openness.charter" in made.sources

    def test_an_unknown_part_is_reported_with_the_nearest(self, lower):
        (finding,) = lower("use std/values/opennes").findings
        assert (finding.code, finding.label) == ("NAM123", "did you mean `std/values/openness`?")

    @pytest.mark.parametrize("target", ["std/..", "std/values", "std/values/../../model/load"])
    def test_only_parts_can_be_had(self, lower, target):
        assert not lower(f"use {target}").value.charter.values

    def test_ones_own_value_takes_the_place_of_the_library_s(self, model):
        made = model('use std/values/care\nvalue care "Ours." { kind care }')
        assert made.values["care"].title == "Ours."

    def test_but_not_silently_if_it_is_another_kind(self, lower):
        made = lower('use std/values/care\nvalue care "Ours." { kind exit }')
        assert codes(made) == ["NAM106"]
        assert made.value.charter.values["care"].kind == "exit"


class TestHiding:
    def test_ones_own_name_hides_an_imported_one_and_says_so(self, lower):
        made = lower('use "more.charter"\nparty p "Mine"', more='party p "Theirs"')
        assert codes(made) == ["NAM106"]
        assert made.value.charter.entities["p"].title == "Mine"

    def test_two_files_may_not_bring_the_same_name(self, lower):
        made = lower('use "one.charter"\nuse "two.charter"', one='party p "One"', two='party p "Two"')
        assert codes(made) == ["NAM102"]
        assert made.value.charter.entities["p"].title == "One"
