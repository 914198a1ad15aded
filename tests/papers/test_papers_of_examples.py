"""The papers of every example: complete against its charter, free of faults, and the same twice."""

import pytest

from charterlang.model.load import load
from charterlang.papers.coverage import BINDING, coverage, home, not_in_the_papers, to_state, with_clauses
from charterlang.papers.write import write
from charterlang.source import LocalFiles

from .conftest import EXAMPLES, ROOT


@pytest.mark.parametrize("path", EXAMPLES)
def test_the_papers_say_all_that_the_charter_says_and_nothing_is_amiss(example, path):
    written = example(path)
    assert [f"{each.code}: {each.message}" for each in written.findings if each.code != "DOC120"] == []


@pytest.mark.parametrize("path", EXAMPLES)
def test_every_power_duty_lock_class_organ_and_holding_is_stated_where_it_binds(example, path):
    charter, papers = example(path).charter, example(path).papers
    asked = set(to_state(charter))
    constituted = {
        each.id for each in charter.entities.values() if not each.external and each.kind in ("association", "firm")
    }
    assert {power.id for power in charter.powers} <= asked
    assert {duty.id for duty in charter.duties} <= asked
    assert {lock.id for lock in charter.locks} <= asked
    assert {asset.id for asset in charter.assets.values() if asset.holdings} <= asked
    assert {each.id for each in (*charter.classes.values(), *charter.organs.values())} <= asked
    assert {f"{name}.dissolution" for name in constituted if charter.entities[name].dissolution} <= asked
    stated = {
        (paper.subject if paper.kind in BINDING else "", name)
        for paper in papers
        if paper.kind in BINDING or paper.kind == "register-of-ties"
        for clause in paper.walk()
        for name in clause.states
    }
    assert [name for name in asked if (home(charter, name), name) not in stated] == []


@pytest.mark.parametrize("path", EXAMPLES)
def test_a_verdict_names_its_clauses(example, path):
    written = example(path)
    assert not_in_the_papers(written.charter, written.verdicts, written.papers) == ()
    filled = with_clauses(written.charter, written.verdicts, written.papers)
    known = {f"{paper.id}#{clause.id}" for paper in written.papers for clause in paper.walk()}
    for verdict in filled.values:
        for protection in verdict.protections:
            assert set(protection.clauses) <= known
            needed = [name for name in protection.elements if home(written.charter, name) is not None]
            assert bool(protection.clauses) or not needed


@pytest.mark.parametrize("path", EXAMPLES)
def test_a_clause_leads_back_to_the_charter(example, path):
    written = example(path)
    lines = {text.path.rsplit("/", 1)[-1]: text.text.count("\n") + 1 for text in written.loaded.sources}
    silent = []
    for paper in written.papers:
        for clause in paper.walk():
            for origin in clause.origin:
                assert 1 <= origin.line <= lines[origin.file.rsplit("/", 1)[-1]]
            spoken = [name for name in clause.states if home(written.charter, name) is not None]
            silent += [f"{paper.id}#{clause.id}"] if spoken and not clause.origin else []
    charter = written.charter
    by_law = {each.id for each in (*charter.powers, *charter.organs.values(), *charter.classes.values()) if each.source}
    by_law |= {lock.id for lock in charter.locks if lock.source}
    stating = {f"{p.id}#{c.id}": set(c.states) for p in written.papers for c in p.walk()}
    assert [place for place in silent if not stating[place] & by_law] == []


@pytest.mark.parametrize("path", [path for path in EXAMPLES if "/history/" not in path])
def test_the_papers_are_the_same_twice(example, path):
    again = load(str(ROOT / path), LocalFiles()).value
    written = example(path)
    assert write(again.charter, written.verdicts, again.sources).value == written.papers


def test_the_papers_of_the_kitchen(example):
    kitchen = example("examples/good/occupy-kitchen.charter")
    assert [paper.id for paper in kitchen.papers] == [
        "bylaws-kitchen",
        "articles-vendors",
        "licence-cookbook",
        "notice-cookbook",
        "contribution-agreement-cookbook",
        "protocol-meals",
        "register-of-ties",
        "protections",
        "minutes-kitchen",
        "minutes-vendors",
        "assumptions-and-blanks",
    ]
    assert "bylaws-vermont-land-trust" not in [paper.id for paper in kitchen.papers], "it is external"
    assert {paper.meta["page"] for paper in kitchen.papers} == {"Letter"}
    bylaws = kitchen.paper("bylaws-kitchen")
    assert bylaws.notice == "This is a draft. Have it reviewed by a lawyer admitted in New York before anyone signs it."
    assert bylaws.subject == "kitchen"


def test_the_papers_of_loom(example):
    loom = example("examples/good/loom-foundation.charter")
    kinds = [paper.id for paper in loom.papers]
    assert "agreement-partner-agreement" in kinds
    assert "protocol-maintenance" in kinds
    assert [each for each in kinds if each.startswith("articles-")] == [
        "articles-weft",
        "articles-warp",
        "articles-selvedge",
    ]
    assert loom.paper("agreement-partner-agreement").meta["page"] == "A4"


def test_the_snapshots_of_the_kitchens_papers(example, snapshot):
    from charterlang.emit.markdown import emit

    kitchen = example("examples/good/occupy-kitchen.charter")
    for name in ("bylaws-kitchen", "articles-vendors", "protocol-meals", "register-of-ties", "minutes-kitchen"):
        snapshot(ROOT / "tests" / "papers" / "expected" / f"{name}.md", emit(kitchen.paper(name)).decode())


def test_the_snapshot_of_the_partner_agreement(example, snapshot):
    from charterlang.emit.markdown import emit

    paper = example("examples/good/loom-foundation.charter").paper("agreement-partner-agreement")
    snapshot(ROOT / "tests" / "papers" / "expected" / "agreement-partner-agreement.md", emit(paper).decode())


def test_coverage_counts_only_the_paper_that_binds(example):
    kitchen = example("examples/good/occupy-kitchen.charter")
    without = [paper for paper in kitchen.papers if paper.id != "articles-vendors"]
    missing = coverage(kitchen.charter, without).unstated
    assert "vendors.articles.duties.contribute" in missing, "that the bylaws mention it binds nobody"
    assert "kitchen.powers.relicense-cookbook" not in missing
