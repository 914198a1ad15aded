"""Charters and their papers, for tests that read papers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from charterlang.model import Charter
from charterlang.model.load import Loaded, load
from charterlang.papers.plain import block_text
from charterlang.papers.tree import Clause, Paper
from charterlang.papers.write import write
from charterlang.powers.analyse import Analysis
from charterlang.powers.verdicts import Verdicts
from charterlang.source import Finding, LocalFiles, MemoryFiles

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("examples/*/*.charter"))


@dataclass
class Written:
    """A charter with its papers, and ways to look into them."""

    loaded: Loaded
    templates: str | None = None

    @property
    def charter(self) -> Charter:
        return self.loaded.charter

    @cached_property
    def verdicts(self) -> Verdicts:
        return Analysis(self.charter).verdicts

    @cached_property
    def _result(self):
        return write(self.charter, self.verdicts, self.loaded.sources, templates=self.templates)

    @property
    def papers(self) -> tuple[Paper, ...]:
        return self._result.value

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        return self._result.findings

    @property
    def codes(self) -> list[str]:
        """The codes of all findings but the list of blanks."""
        return [finding.code for finding in self.findings if finding.code != "DOC120"]

    def paper(self, name: str) -> Paper:
        return next(paper for paper in self.papers if paper.id == name)

    def clause(self, paper: str, name: str) -> Clause:
        return next(clause for clause in self.paper(paper).walk() if clause.id == name)

    def text(self, paper: str, name: str = "") -> str:
        """The words of a clause with all beneath it, or of a whole paper."""
        clauses = self.clause(paper, name).walk() if name else self.paper(paper).walk()
        lines = []
        for clause in clauses:
            lines += [clause.heading, *(block_text(block) for block in clause.blocks)]
        return "\n".join(line for line in lines if line)


@pytest.fixture
def papers() -> Callable[..., Written]:
    """The papers of a charter given as text."""

    def of(text: str, templates: str | None = None, head: str = "  edition 1") -> Written:
        files = MemoryFiles({"main.charter": f'charter "A test" {{\n{head}\n}}\n\n{text}'})
        loaded = load("main.charter", files)
        assert [f"{each.code}: {each.message}" for each in loaded.findings] == []
        return Written(loaded.value, templates)

    return of


@pytest.fixture(scope="session")
def example() -> Callable[[str], Written]:
    """The papers of an example, written once for all tests."""
    kept: dict[str, Written] = {}

    def of(path: str) -> Written:
        if path not in kept:
            kept[path] = Written(load(str(ROOT / path), LocalFiles()).value)
        return kept[path]

    return of
