"""The picture at the head of the README is the one that its charter gives today."""

from __future__ import annotations

import pytest

from charterlang.pictures import readme


def test_it_is_up_to_date() -> None:
    assert readme.main(["--check"]) == 0


def test_a_stale_picture_is_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(readme, "PICTURE", tmp_path / "images" / "three-circles.svg")
    assert readme.main(["--check"]) == 1
    assert "not up to date" in capsys.readouterr().out
    assert readme.main([]) == 0
    assert readme.main(["--check"]) == 0


def test_it_knows_one_word_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert readme.main(["--force"]) == 2
    assert "usage" in capsys.readouterr().out
