"""Every code that the model raises has a page, and the page's examples show it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from charterlang import model as package
from charterlang.checks.families import files, names

FOLDER = Path(package.__file__).parent
PAGES = {page.code: page for page in (*names.PAGES, *files.PAGES)}


def test_every_code_has_its_page_and_every_page_its_code():
    raised = {code for path in FOLDER.rglob("*.py") for code in re.findall(r'"((?:NAM|SRC)\d+)"', path.read_text())}
    assert raised == set(PAGES)


@pytest.mark.parametrize("code", [code for code, page in PAGES.items() if page.bad])
def test_the_bad_example_shows_it_and_nothing_else(lower, code):
    found = lower(PAGES[code].bad, head="").findings
    assert [(finding.code, finding.severity) for finding in found] == [(code, PAGES[code].severity)]


@pytest.mark.parametrize("code", [code for code, page in PAGES.items() if page.good])
def test_the_good_example_is_fine(lower, code):
    assert lower(PAGES[code].good, head="").findings == ()
