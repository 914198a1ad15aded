"""The passes in order: a charter goes in; the model, the verdicts, the findings and the papers come out.

This is the only file that knows all passes. It reads no file but through `FileSystem`, and writes nothing but papers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from charterlang._records import record
from charterlang.settings import Settings
from charterlang.settings import find as find_settings
from charterlang.source import FileSystem, Finding, LocalFiles, Result, Severity, Sources

if TYPE_CHECKING:
    from charterlang.checks.allowances import Silenced
    from charterlang.checks.context import Context
    from charterlang.checks.expectations import Outcome
    from charterlang.model import Charter
    from charterlang.papers.tree import Paper
    from charterlang.powers.analyse import Analysis
    from charterlang.powers.verdicts import Verdicts
    from charterlang.syntax import Document

_ALWAYS = ("SRC", "SYN", "SET")
"""Findings that no choice of codes hides: where they stand, the rest of the report may be wrong."""


@record(slots=False)
class Compilation:
    """A charter as far as it could be compiled.

    `file` is the path as it was asked for. `findings` are what stands after the charter's own allowances, as a reader
    meets them; `silenced` what those allowances keep quiet. `outcomes` are the charter's expectations and whether they
    hold. `documents` are the parsed files by path, `context` is what the rules were given.
    """

    file: str
    charter: Charter
    sources: Sources
    documents: Mapping[str, Document]
    analysis: Analysis
    context: Context
    findings: tuple[Finding, ...]
    silenced: tuple[Silenced, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    settings: Settings = field(default_factory=Settings)

    @property
    def verdicts(self) -> Verdicts:
        """What the power analysis concludes."""
        return self.analysis.verdicts

    @property
    def failed(self) -> bool:
        """Whether a finding is an error, so that no papers are written."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def unreadable(self) -> bool:
        """Whether a file could not even be read as text."""
        return any(finding.code.startswith("SRC") and finding.span is None for finding in self.findings)

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def papers(self, language: str = "", templates: str = "") -> Result[tuple[Paper, ...]]:
        """The papers as numbered clause trees, and what there is to say about their wording.

        `language` and `templates` go before what the settings and the charter say.
        """
        from charterlang.papers.write import write

        return write(
            self.charter,
            self.verdicts,
            self.sources,
            language=language or self.settings.language,
            templates=templates or self.settings.templates,
        )


def check(
    path: str,
    files: FileSystem | None = None,
    settings: Settings | None = None,
    *,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    for_signing: bool = False,
) -> Compilation:
    """Compile the charter at `path` up to its findings.

    `files` is where texts come from: the disk, unless said. `settings` are those of the project the charter lies in,
    unless given; `select` and `ignore`, starts of codes, go before what they say. `for_signing` makes errors of what a
    registrar asks for and the charter does not say yet. Mistakes in the charter are findings; nothing is raised.
    """
    from charterlang.checks.allowances import sift
    from charterlang.checks.context import Context
    from charterlang.checks.expectations import evaluate
    from charterlang.checks.expectations import findings as unmet
    from charterlang.checks.registry import run
    from charterlang.model.load import load
    from charterlang.powers.analyse import Analysis
    from charterlang.powers.verdicts import Level

    files = files or LocalFiles()
    found: list[Finding] = []
    texts = []
    if settings is None:
        said = find_settings(path, files)
        settings, text = said.value
        found.extend(said.findings)
        texts = [text] if text else []
    settings = settings.with_options(select=select, ignore=ignore)
    loaded = load(path, files, root=settings.root or None)
    charter = loaded.value.charter
    sources = Sources([*loaded.value.sources, *texts])
    analysis = Analysis(charter)
    outcomes = evaluate(charter, analysis)
    bar = Level.of(settings.bar) if settings.bar else None
    context = Context(charter, analysis.verdicts, sources, for_signing=for_signing, bar=bar)
    found += [*loaded.findings, *run(context, settings.select), *unmet(outcomes)]
    sifted = sift(charter, dict.fromkeys(found))
    return Compilation(
        file=path,
        charter=charter,
        sources=sources,
        documents=loaded.value.documents,
        analysis=analysis,
        context=context,
        findings=tuple(_wanted(sifted.kept, settings)),
        silenced=sifted.silenced,
        outcomes=outcomes,
        settings=settings,
    )


def _wanted(findings: Iterable[Finding], settings: Settings) -> Iterable[Finding]:
    """The findings that the settings ask for. `ignore` cannot hide an error of protection: only the charter can."""
    if not settings.select and not settings.ignore:
        return findings
    from charterlang.checks.registry import chosen, find

    def wanted(finding: Finding) -> bool:
        rule = find(finding.code)
        guarded = rule is not None and rule.protection and finding.severity is Severity.ERROR
        ignore = () if guarded else settings.ignore
        return finding.code.startswith(_ALWAYS) or chosen(
            finding.code, rule.name if rule else "", settings.select, ignore
        )

    return filter(wanted, findings)
