"""Every code of a slip has its page, and the page's examples are what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from charterlang import syntax
from charterlang.checks.families.syntax import PAGES
from charterlang.syntax import parse

CODES = {page.code: page for page in PAGES}


def test_the_codes_with_a_page_are_those_that_are_raised():
    sources = Path(syntax.__file__).parent.glob("*.py")
    raised = {code for path in sources for code in re.findall(r'"(SYN\d+)"', path.read_text(encoding="utf-8"))}
    assert raised == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_bad_example_has_this_slip(code):
    assert code in {finding.code for finding in parse("x.charter", CODES[code].bad).findings}


@pytest.mark.parametrize("code", CODES)
def test_the_good_example_has_none(code):
    assert parse("x.charter", CODES[code].good).findings == ()
