"""Licence expressions are read as SPDX reads them, and what is wrong in them is told with a way forward."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charterlang import law
from charterlang.law.expression import Joint, Single, parse, singles


def kinds(text):
    return [problem.kind for problem in parse(text).problems]


def test_a_known_id_stands_for_itself():
    assert parse("CC-BY-SA-4.0").expression == Single("CC-BY-SA-4.0")
    assert kinds("CC-BY-SA-4.0") == []


def test_letter_case_is_put_right():
    assert str(parse("cc-by-sa-4.0").expression) == "CC-BY-SA-4.0"
    assert str(parse("apache-2.0 or mit").expression) == "Apache-2.0 OR MIT"


def test_a_licence_of_spdx_that_the_table_lacks_is_known():
    assert parse("AFL-3.0").expression == Single("AFL-3.0")
    assert kinds("AFL-3.0") == []


def test_and_or_and_brackets():
    read = parse("MIT AND (Apache-2.0 OR ISC)").expression
    assert read == Joint("AND", (Single("MIT"), Joint("OR", (Single("Apache-2.0"), Single("ISC")))))
    assert str(read) == "MIT AND (Apache-2.0 OR ISC)"
    assert [single.id for single in singles(read)] == ["MIT", "Apache-2.0", "ISC"]


def test_an_exception_belongs_to_its_licence():
    read = parse("gpl-2.0-only with classpath-exception-2.0")
    assert read.expression == Single("GPL-2.0-only", "Classpath-exception-2.0")
    assert read.problems == ()


def test_an_unknown_exception_is_told():
    (problem,) = parse("GPL-2.0-only WITH classpath-exception").problems
    assert problem.kind == "unknown-exception"
    assert "Classpath-exception-2.0" in problem.nearest


def test_a_deprecated_id_is_read_as_this_version_only_and_told():
    read = parse("GPL-3.0")
    assert read.expression == Single("GPL-3.0-only")
    assert [(problem.kind, problem.nearest) for problem in read.problems] == [
        ("deprecated", ("GPL-3.0-only", "GPL-3.0-or-later"))
    ]


def test_a_plus_on_a_gnu_licence_means_or_later():
    assert parse("AGPL-3.0+").expression == Single("AGPL-3.0-or-later")


def test_a_plus_elsewhere_is_kept():
    read = parse("Apache-2.0+").expression
    assert read == Single("Apache-2.0", or_later=True)
    assert str(read) == "Apache-2.0+"


def test_an_unknown_id_brings_the_nearest_names():
    (problem,) = parse("CC-BY-SA").problems
    assert problem.kind == "unknown"
    assert {"CC-BY-SA-4.0", "CC-BY-SA-3.0"} <= set(problem.nearest)


def test_an_id_with_blanks_for_hyphens_brings_the_nearest_names():
    assert parse("CC BY-SA 4.0").problems[0].nearest[0] == "CC-BY-SA-4.0"


def test_a_licence_of_ones_own_is_allowed_but_unknown():
    assert kinds("LicenseRef-OurOwn") == ["custom"]
    assert kinds("LicenseRef-PPL") == [], "the table knows it"


def test_two_ids_side_by_side_ask_how_they_are_joined():
    (problem,) = parse("MIT Apache-2.0").problems
    assert problem.kind == "syntax"
    assert problem.nearest == ("MIT AND Apache-2.0", "MIT OR Apache-2.0")


@pytest.mark.parametrize("text", ["MIT AND", "(MIT", "MIT WITH", "AND", "MIT OR OR ISC", "a/b", ")("])
def test_what_cannot_be_read_is_a_problem_and_no_crash(text):
    assert "syntax" in kinds(text) or "unknown" in kinds(text)


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_is_told_as_nothing(text):
    assert kinds(text) == ["empty"]
    assert parse(text).expression is None


licences = st.sampled_from(law.licences()).map(Single)
expressions = st.recursive(
    licences,
    lambda inner: st.builds(Joint, st.sampled_from(["AND", "OR"]), st.lists(inner, min_size=2, max_size=3).map(tuple)),
    max_leaves=5,
)


@given(expressions)
def test_an_expression_written_out_reads_back_as_the_same_licences(expression):
    read = parse(str(expression))
    assert read.problems == ()
    assert set(singles(read.expression)) == set(singles(expression))


@given(st.text(max_size=60))
def test_any_text_at_all_is_answered(text):
    read = parse(text)
    assert read.expression is not None or read.problems
