"""`charter build`: all papers or none, in the formats asked for, and nobody's work lost."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")}


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_it_writes_every_paper_and_says_what_and_what_is_blank(charter: Command, kitchen: Path, here: Path) -> None:
    answer = charter("build", "kitchen.charter", "-o", "out", "--to", "docx,html,md,svg")
    assert answer.code == 0, answer.out
    assert names(here / "out") >= {
        f"{paper}.{ending}"
        for paper in ("bylaws-kitchen", "articles-vendors", "licence-cookbook", "protocol-meals")
        for ending in ("docx", "html", "md")
    } | {"circles.svg", "decides.svg", "flows.svg", "report.html"}
    assert "papers in out:\n  bylaws-kitchen.docx  .html  .md   " in answer.out
    assert "registered office (kitchen, vendors)" in " ".join(answer.out.split())
    assert "This is a draft." in answer.out
    assert names(here) == {"kitchen.charter", "out"}


def test_equal_input_gives_equal_bytes(charter: Command, kitchen: Path, here: Path) -> None:
    for out in ("one", "two"):
        assert charter("build", "kitchen.charter", "-o", out, "--to", "docx,html,md,akn,json,txt,svg").code == 0
    assert digests(here / "one") == digests(here / "two")


def test_one_paper_in_one_format(charter: Command, kitchen: Path, here: Path) -> None:
    assert charter("build", "kitchen.charter", "-o", "out", "--to", "md", "--papers", "bylaws").code == 0
    assert names(here / "out") == {"bylaws-kitchen.md"}
    assert charter("build", "kitchen.charter", "-o", "out", "--to", "md", "--papers", "articles-vendors").code == 0
    assert names(here / "out") == {"bylaws-kitchen.md", "articles-vendors.md"}


def test_a_charter_with_errors_leaves_the_earlier_papers_as_they_were(
    charter: Command, kitchen: Path, here: Path
) -> None:
    charter("build", "kitchen.charter", "-o", "out", "--to", "md")
    before = digests(here / "out")
    kitchen.write_text(kitchen.read_text().replace("requires council", "require council"))
    answer = charter("build", "kitchen.charter", "-o", "out", "--to", "md")
    assert answer.code == 1
    assert "no papers were written: mend the errors first" in answer.out
    assert digests(here / "out") == before


def test_a_protection_that_does_not_hold_stops_the_build(charter: Command, brindle: Path, here: Path) -> None:
    answer = charter("build", "brindle.charter", "-o", "out")
    assert answer.code == 1
    assert "openness: exposed (0)" in answer.out
    assert names(here) == {"brindle.charter"}


def test_a_finding_on_the_papers_is_told_with_the_build_and_can_be_allowed(charter: Command, kitchen: Path) -> None:
    text = kitchen.read_text() + 'clause moon { in bylaws of kitchen; after no-such-clause; text "The moon." }\n'
    kitchen.write_text(text)
    answer = charter("build", "kitchen.charter", "-o", "out", "--to", "md")
    assert answer.code == 1
    (code,) = {word[6:12] for word in answer.out.split() if word.startswith("error[DOC")}
    kitchen.write_text(text + f'allow {code} because "the clause comes with the next draft"\n')
    answer = charter("build", "kitchen.charter", "-o", "out", "--to", "md")
    assert answer.code == 0
    assert code not in answer.out
    assert "ALW" not in answer.out


def test_settings_cannot_talk_a_build_into_it(charter: Command, brindle: Path, here: Path) -> None:
    (here / "charter.toml").write_text('select = ["SYN"]\nignore = ["POW", "TIE", "AST"]\n')
    assert charter("build", "brindle.charter", "-o", "out").code == 1


def test_a_paper_that_was_changed_by_hand_is_kept(charter: Command, kitchen: Path, here: Path) -> None:
    charter("build", "kitchen.charter", "-o", "out", "--to", "md")
    (here / "out" / "bylaws-kitchen.md").write_text("with the lawyer's remarks")
    answer = charter("build", "kitchen.charter", "-o", "out", "--to", "md")
    assert answer.code == 2
    assert "bylaws-kitchen.md did not come from this command, or was changed since" in answer.err
    assert (here / "out" / "bylaws-kitchen.md").read_text() == "with the lawyer's remarks"
    assert charter("build", "kitchen.charter", "-o", "out", "--to", "md", "--overwrite").code == 0


def test_what_is_no_longer_a_paper_goes(charter: Command, kitchen: Path, here: Path) -> None:
    charter("build", "kitchen.charter", "-o", "out", "--to", "md")
    charter("build", "kitchen.charter", "-o", "other", "--to", "txt")
    (here / "charter.toml").write_text('formats = ["txt"]\n')
    charter("build", "kitchen.charter", "-o", "out")
    assert digests(here / "out") == digests(here / "other")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--to", "odt"], "--to: `odt` is none of docx"),
        (["--to", "dcx"], "did you mean `docx`?"),
        (["--papers", "bylwas"], "--papers: there is no `bylwas`; did you mean `bylaws`?"),
        (["--lang", "tlh"], "--lang: there are no papers in `tlh`"),
        (["--templates", "nowhere"], "--templates: there is no folder nowhere"),
    ],
)
def test_a_misuse_says_what_there_is(
    charter: Command, kitchen: Path, here: Path, arguments: list[str], said: str
) -> None:
    answer = charter("build", "kitchen.charter", "-o", "out", *arguments)
    assert answer.code == 2
    assert said in answer.err
    assert not (here / "out").exists()


def test_a_folder_that_cannot_be_written_is_named(charter: Command, kitchen: Path) -> None:
    answer = charter("build", "kitchen.charter", "-o", "kitchen.charter", "--to", "md")
    assert answer.code == 2
    assert "it is a file; name a folder. Nothing was written." in answer.err


def test_a_format_without_its_package_is_left_out_unless_asked_for_by_name(
    charter: Command, kitchen: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.delitem(sys.modules, "charterlang.emit.pdf", raising=False)
    answer = charter("build", "kitchen.charter", "-o", "out")
    assert answer.code == 0
    assert "PDF was left out; to have it: pip install 'charterlang[pdf]'" in answer.out
    assert charter("build", "kitchen.charter", "-o", "out", "--to", "pdf").code == 2


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_word_papers_open_in_libreoffice(charter: Command, kitchen: Path, here: Path) -> None:
    assert charter("build", "kitchen.charter", "-o", "out", "--to", "docx").code == 0
    profile = f"-env:UserInstallation=file://{here}/profile"
    papers = [
        str(path)
        for path in sorted((here / "out").glob("*.docx"))
        if path.stem in ("bylaws-kitchen", "articles-vendors")
    ]
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", "pdf", *papers]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    for name in ("bylaws-kitchen", "articles-vendors"):
        assert (here / "pdf" / f"{name}.pdf").read_bytes().startswith(b"%PDF")
