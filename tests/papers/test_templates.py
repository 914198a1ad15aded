"""Templates: a user's own, the sandbox, what is said of a broken one, and that all that is shipped is used."""

import os

import pytest

from charterlang.papers.families import FAMILIES
from charterlang.papers.plans import PLANS
from charterlang.papers.press import Press, TemplateFault, TemplateFiles
from charterlang.papers.template_cache import cache_folder, is_private

GUILD = """
association guild "Guild of Makers" {
  purpose "To keep the workshop open."
  members makers { open to anyone admitted by makers; vote one per member }
  powers { amend articles requires makers by 2/3 }
}
"""


@pytest.fixture
def folder(tmp_path):
    """A template folder with files given by path and text."""

    def made(**files):
        for name, text in files.items():
            path = tmp_path / "en" / f"{name.replace('__', '/')}.md.j2"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return str(tmp_path)

    return made


def test_a_file_of_the_same_path_takes_the_place_of_a_template(papers, folder):
    own = "# purpose | What for\n@ states {{ it.id }}\n## purpose.ours\nOur purpose: {{ entity.purpose }}\n"
    written = papers(GUILD, folder(shared__purpose=own))
    assert written.text("bylaws-guild", "purpose") == "What for\nOur purpose: To keep the workshop open."
    assert written.codes == []


def test_a_file_in_the_folder_of_the_kind_goes_before_a_shared_one(papers, folder):
    own = "# liability | Liability\n## liability.own\nAs agreed.\n"
    assert "As agreed." in papers(GUILD, folder(bylaws__liability=own)).text("bylaws-guild")


def test_a_file_that_replaces_nothing_is_reported(papers, folder):
    written = papers(GUILD, folder(shared__purposes="# purpose | Purpose\n"))
    (finding,) = [each for each in written.findings if each.code == "DOC109"]
    assert "en/shared/purposes.md.j2" in finding.message
    assert "en/shared/purpose.md.j2" in finding.help[0]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("# purpose | P\n## purpose.a\n{{ nobody.knows }}\n", 3, "'nobody' is undefined"),
        ("# purpose | P\n## purpose.a\n{% if x %}\n", 3, "nexpected end of template"),
        ("# purpose | P\n\n\n{{ entity.title.__class__ }}\n", 4, "unsafe"),
        ("# purpose | P\n{{ 1 / 0 }}\n", 2, "division by zero"),
        ("# purpose | P\n@ states\nText.\n{{ entity.dissolution }}\n", 4, "a template prints nothing"),
        ("lonely text\n- an item\n", 0, "belongs to no clause"),
    ],
)
def test_a_broken_template_is_reported_with_file_and_line(papers, folder, text, line, reason):
    written = papers(GUILD, folder(shared__purpose=text))
    finding = next(each for each in written.findings if each.code == "DOC101")
    assert finding.file.endswith(os.path.join("en", "shared", "purpose.md.j2"))
    assert reason in finding.message
    assert (f"line {line} " in finding.message) == bool(line)
    assert any(clause.id == "name" for clause in written.paper("bylaws-guild").walk()), "the rest is written"


def test_a_template_cannot_change_the_model(papers, folder):
    text = "# purpose | P\n## purpose.a\n{% set _ = entity.statements.clear() %}x\n"
    written = papers(GUILD, folder(shared__purpose=text))
    assert "DOC101" in written.codes


def test_captured_text_prints_as_words(papers, folder):
    text = "# purpose | P\n## purpose.a\n{% set said %}**{{ entity.purpose }}**{% endset %}{{ said }}\n"
    written = papers(GUILD, folder(shared__purpose=text))
    assert "**To keep the workshop open.**" in written.text("bylaws-guild", "purpose")


def test_a_language_without_templates_says_so():
    with pytest.raises(TemplateFault):
        Press(TemplateFiles(), "xx").run("xx/shared/purpose.md.j2", {})


def shipped():
    return {
        path.removeprefix("en/").removesuffix(".md.j2")
        for path in TemplateFiles().shipped_paths
        if path.endswith(".md.j2")
    }


def test_every_clause_of_every_plan_and_family_has_a_template():
    press = Press(TemplateFiles(), "en")
    missing = [
        (family.name, clause)
        for family in FAMILIES.values()
        for clause in family.clauses
        if clause not in ("prescribed", "local") and not press.path(clause, *family.folders)
    ]
    missing += [
        (plan.kind, clause)
        for plan in PLANS.values()
        for clause in (*plan.clauses.split(), *plan.annexes.split())
        if not press.path(clause, plan.kind, "shared")
    ]
    assert missing == []


def test_every_template_belongs_to_a_plan_or_a_family():
    press = Press(TemplateFiles(), "en")
    used = {press.path(clause, *family.folders) for family in FAMILIES.values() for clause in family.clauses}
    used |= {
        press.path(clause, plan.kind, "shared")
        for plan in PLANS.values()
        for clause in (*plan.clauses.split(), *plan.annexes.split())
    }
    used = {path.removeprefix("en/").removesuffix(".md.j2") for path in used}
    elsewhere = {"shared/local"} | {
        path for path in shipped() if path.split("/")[0] in ("parts", "required", "prescribed")
    }
    assert shipped() - used - elsewhere == set()


def test_every_part_is_included_somewhere():
    files = TemplateFiles()
    texts = "".join(files.text(path) for path in files.shipped_paths)
    unused = [path for path in shipped() if path.startswith("parts/") and f"'en/{path}.md.j2'" not in texts]
    assert unused == []


def test_compiled_templates_lie_in_a_folder_of_the_users_own(monkeypatch, tmp_path):
    monkeypatch.setenv("CHARTERLANG_CACHE", str(tmp_path))
    assert cache_folder() == os.path.join(str(tmp_path), "templates")
    monkeypatch.setenv("CHARTERLANG_CACHE", "")
    assert cache_folder() == ""
    monkeypatch.delenv("CHARTERLANG_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_folder() == str(tmp_path / "xdg" / "charterlang" / "templates")


def test_a_folder_that_others_may_write_to_is_not_trusted(tmp_path):
    assert is_private(str(tmp_path))
    tmp_path.chmod(0o777)
    assert not is_private(str(tmp_path))
    assert not is_private(str(tmp_path / "none"))


def test_compiled_templates_are_kept_and_read_again(monkeypatch, tmp_path):
    monkeypatch.setenv("CHARTERLANG_CACHE", str(tmp_path))
    from charterlang.papers.press import _environment

    _environment(TemplateFiles()).get_template("en/parts/duty.md.j2")
    (kept,) = (tmp_path / "templates").iterdir()
    before = kept.read_bytes()
    kept.write_bytes(b"not a template")
    _environment(TemplateFiles()).get_template("en/parts/duty.md.j2")
    assert kept.read_bytes() == before, "what does not fit is compiled anew"
