"""Scores: every answer has its line, and silence names what would answer it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from charterlang import compiler, law
from charterlang.measures.answers import Score, Word
from charterlang.measures.openness import index
from charterlang.measures.scores import scores
from charterlang.source import MemoryFiles

EXAMPLES = Path(__file__).parent.parent.parent / "examples"

HEAD = 'charter "Alp" { edition 1; jurisdiction CH; language en; currency CHF }\n'
BODY = """
association keepers "Keepers" {{
  form ch.verein; purpose "To keep the alp."; protects alp
  members herders {{ count 30; {door}; vote one per member }}
  assembly meeting of herders {{ decides by majority }}
}}
"""


def scored(text: str) -> dict[tuple[str, str], Score]:
    found = compiler.check("a.charter", MemoryFiles({"a.charter": text}))
    return {(each.id, each.about): each for each in scores(found.context)}


def word(score: Score, question: str) -> str:
    return str(next(each.word for each in score.answers if each.id == question))


def test_a_commons_without_statements_is_silent() -> None:
    found = scored(HEAD + 'commons alp "The alp" { kind pasture }')
    ostrom = found["ostrom", "alp"]
    assert {str(each.word) for each in ostrom.answers} == {"silent"}
    assert ostrom.share == ostrom.coverage == 0
    assert all(each.statement for each in ostrom.answers)


@pytest.mark.parametrize(
    ("statement", "question"),
    [
        ('boundaries "above the gate"', "1A"),
        ('produces "grass"', "1B"),
        ('rules "one cow each"', "2A"),
        ("monitored by keepers.herders", "4A"),
        ('sanctions "a word", "a fine"', "5"),
        ("disputes mediation, then court", "6"),
    ],
)
def test_a_statement_answers_its_principle_and_is_its_evidence(statement: str, question: str) -> None:
    body = BODY.format(door="open to anyone")
    without = scored(f'{HEAD}commons alp "The alp" {{ kind pasture }}{body}')["ostrom", "alp"]
    given = scored(f'{HEAD}commons alp "The alp" {{ kind pasture; {statement} }}{body}')["ostrom", "alp"]
    assert (word(without, question), word(given, question)) == ("silent", "yes")
    assert next(each for each in given.answers if each.id == question).spans


@pytest.mark.parametrize(
    ("door", "answer"), [("open to anyone", "yes"), ("closed", "no"), ("open to friends", "partly")]
)
def test_who_may_join(door: str, answer: str) -> None:
    text = HEAD + 'party friends "Friends" {}\ncommons alp "The alp" { kind pasture }' + BODY.format(door=door)
    assert word(scored(text)["cooperative", "keepers"], "ica-1") == answer


def test_the_index_is_the_sum_of_points_out_of_the_most() -> None:
    ids = [criterion.id for criterion in law.open_governance_index().criteria]
    assert index(dict.fromkeys(ids, 4)).percent == 100
    assert index(dict.fromkeys(ids, 0)).percent == 0
    assert index({ids[0]: 4, ids[1]: 2, ids[2]: None}).percent == Fraction(600, 52)
    assert index({ids[0]: 4, ids[1]: 2, ids[2]: None}).coverage == Fraction(2, 13)
    with pytest.raises(ValueError, match="no criterion"):
        index({"ogi-99": 1})
    with pytest.raises(ValueError, match="outside 0 to 4"):
        index({ids[0]: 5})


@pytest.mark.parametrize(
    ("points", "project"), [(12, "Android"), (30, "Qt"), (30, "Symbian"), (34, "Mozilla"), (37, "Linux")]
)
def test_a_sum_of_points_gives_the_published_figure(points: int, project: str) -> None:
    table = law.open_governance_index()
    ids = [criterion.id for criterion in table.criteria]
    spread = {name: min(4, max(0, points - 4 * at)) for at, name in enumerate(ids)}
    figure = next(row.percent for row in table.published_scores if row.project == project)
    assert round(index(spread).percent) == figure


@pytest.mark.parametrize("name", ["good/loom-foundation", "good/occupy-kitchen", "bad/brindle-inc"])
def test_no_score_without_evidence(name: str) -> None:
    found = compiler.check(str(EXAMPLES / f"{name}.charter"))
    for score in scores(found.context):
        for each in score.answers:
            assert bool(each.spans) == (each.word is not Word.SILENT), (score.id, each.id)
            assert bool(each.statement) == (each.word is not Word.YES)


def test_loom_leaves_users_without_a_say_and_one_firm_without_return() -> None:
    context = compiler.check(str(EXAMPLES / "good/loom-foundation.charter")).context
    found = {(each.id, each.about): each for each in scores(context)}
    answers = {each.id: each for each in (*found["ostrom", "loom"].answers, *found["stakeholders", "loom"].answers)}
    assert "Selvedge Inc. owes none" in answers["2B"].because
    assert answers["affected"].because == "Everyone who runs Loom has no say"
