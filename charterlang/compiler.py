"""The passes in order: a charter goes in; the model, the verdicts, the findings and the papers come out.

This is the only file that knows all passes. It reads no file but through `FileSystem`, and writes nothing but papers.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import field, replace
from typing import TYPE_CHECKING

from charterlang._records import record
from charterlang.settings import Settings
from charterlang.settings import find as find_settings
from charterlang.source import FileSystem, Finding, LocalFiles, Result, Severity, Sources, SourceText, Unreadable

if TYPE_CHECKING:
    from charterlang.checks.allowances import Silenced
    from charterlang.checks.context import Context
    from charterlang.checks.expectations import Outcome
    from charterlang.measures.answers import Score
    from charterlang.model import Charter
    from charterlang.model.decisions import Act
    from charterlang.model.load import Loaded
    from charterlang.papers.tree import Paper
    from charterlang.powers.analyse import Analysis
    from charterlang.powers.verdicts import Verdicts

DEFAULT_LANGUAGE = "en"
"""The language of the papers where nobody says, or where there are no templates in the one that was said."""

_ALWAYS = ("SRC", "SYN", "SET")
"""Findings that no choice of codes hides: where they stand, the rest of the report may be wrong."""


@record(slots=False)
class Compilation:
    """A charter as far as it could be compiled.

    `file` is the path as it was asked for. `findings` are what stands after the charter's own allowances, as a reader
    meets them; `silenced` what those allowances keep quiet. `outcomes` are the charter's expectations and whether they
    hold. `loaded` are the parsed files and the model, `context` is what the rules were given.
    """

    file: str
    loaded: Loaded
    sources: Sources
    analysis: Analysis
    context: Context
    findings: tuple[Finding, ...]
    silenced: tuple[Silenced, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    settings: Settings = field(default_factory=Settings)

    @property
    def charter(self) -> Charter:
        """The model: everything the charter says, names resolved, statutory defaults filled in."""
        return self.loaded.charter

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
        from charterlang.checks.allowances import silent
        from charterlang.papers.write import write

        folder = templates or self.settings.templates
        asked = language or self.settings.language or next(iter(self.charter.header.languages), DEFAULT_LANGUAGE)
        known = languages(folder)
        if asked not in known:
            if language:
                raise UnknownLanguage(language, known)
            asked = DEFAULT_LANGUAGE
        written = write(self.charter, self.verdicts, self.sources, language=asked, templates=folder or None)
        return replace(written, findings=tuple(silent(self.charter, written.findings)))

    def stated(self) -> Verdicts:
        """The verdicts with the clauses of the papers that state what each rests on; none while there are errors."""
        from charterlang.papers.coverage import with_clauses

        return self.verdicts if self.failed else with_clauses(self.charter, self.verdicts, self.papers().value)

    def scores(self) -> tuple[Score, ...]:
        """How the charter answers the questions that lasting commons answer; none where nothing could be read."""
        from charterlang.measures.scores import scores

        return () if self.unreadable else scores(self.context)


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
    from charterlang.model.load import load as load_model

    files = files or LocalFiles()
    found: list[Finding] = []
    texts = []
    if settings is None:
        said = find_settings(path, files)
        settings, text = said.value
        found.extend(said.findings)
        texts = [text] if text else []
    settings = settings.with_options(select=select, ignore=ignore)
    loaded = load_model(path, files, root=settings.root or None)
    return judge(path, loaded, settings, found, texts, for_signing=for_signing)


def judge(
    path: str,
    loaded: Result[Loaded],
    settings: Settings,
    said: Iterable[Finding] = (),
    texts: Iterable[SourceText] = (),
    *,
    for_signing: bool = False,
    pause: Callable[[], None] | None = None,
) -> Compilation:
    """The second half of `check`: what there is to find in a charter that was read.

    `said` and `texts` are findings on the settings and the texts in which they stand. `pause` is called between the
    steps of the analysis; it may wait, and what it raises ends the work.
    """
    from charterlang.checks.allowances import sift
    from charterlang.checks.context import Context
    from charterlang.checks.expectations import evaluate
    from charterlang.checks.expectations import findings as unmet
    from charterlang.checks.registry import run
    from charterlang.powers.analyse import Analysis
    from charterlang.powers.verdicts import Level

    charter = loaded.value.charter
    sources = Sources([*loaded.value.sources, *texts])
    analysis = Analysis(charter, pause)
    bar = Level.of(settings.bar) if settings.bar else None
    context = Context(charter, analysis.verdicts, sources, for_signing=for_signing, bar=bar)
    outcomes = evaluate(charter, analysis)
    found = [*said, *loaded.findings, *run(context, settings.select), *unmet(outcomes)]
    sifted = sift(charter, dict.fromkeys(found))
    return Compilation(
        file=path,
        loaded=loaded.value,
        sources=sources,
        analysis=analysis,
        context=context,
        findings=tuple(_wanted(sifted.kept, settings)),
        silenced=sifted.silenced,
        outcomes=outcomes,
        settings=settings,
    )


def wording(loaded: Result[Loaded], settings: Settings, said: Iterable[Finding] = ()) -> tuple[Finding, ...]:
    """What there is to say of a charter that was read and not yet judged: slips of syntax and names."""
    from charterlang.checks.allowances import silent

    heard = silent(loaded.value.charter, dict.fromkeys((*said, *loaded.findings)))
    return tuple(_wanted(heard, settings))


def load(path: str, files: FileSystem | None = None, settings: Settings | None = None) -> Result[Charter]:
    """The model of the charter at `path` and the findings on its wording: everything but the judgement.

    The arguments are those of `check`.
    """
    from charterlang.model.load import load as load_model

    files = files or LocalFiles()
    settings = settings or find_settings(path, files).value[0]
    loaded = load_model(path, files, root=settings.root or None)
    return Result(loaded.value.charter, loaded.findings)


class _Asking:
    """The texts of a compilation as a file system, one of them with a question added."""

    def __init__(self, sources: Sources, file: str, text: str) -> None:
        self._texts = {**{each.path: each.text for each in sources}, file: text}

    def read(self, path: str) -> bytes:
        if path not in self._texts:
            raise Unreadable(path, "it was not read before")
        return self._texts[path].encode()

    def resolve(self, path: str) -> str:
        return os.path.normpath(path)


def act_in_words(compilation: Compilation, words: str) -> Result[Act | None]:
    """The act that `words` name in a charter, such as `transfer loom-mark`: read as the language itself reads them.

    None with findings where they name none, or nothing of this charter.
    """
    from charterlang.model.load import load as load_model

    file = compilation.charter.file
    text = f"{compilation.sources[file].text}\nexpect nobody can {' '.join(words.split())}\n"
    loaded = load_model(file, _Asking(compilation.sources, file, text), earlier=compilation.loaded)
    last = len(loaded.value.documents[file].blocks) - 1
    findings = tuple(
        found for found in loaded.findings if found.span and (found.span.file, found.span.block) == (file, last)
    )
    wanted = loaded.value.charter.expectations[-1:] if not findings else ()
    return Result(wanted[0].act if wanted else None, findings)


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


class UnknownLanguage(Exception):  # noqa: N818  (it names what was asked for)
    """There are no templates in the language that was asked for: `asked`; `known` are those there are."""

    def __init__(self, asked: str, known: tuple[str, ...]) -> None:
        """Say what was asked for and what there is."""
        super().__init__(f"there are no papers in `{asked}`; there are some in {', '.join(known)}")
        self.asked = asked
        self.known = known


def languages(templates: str = "") -> tuple[str, ...]:
    """The languages papers can be written in: those with a folder of templates, shipped or in `templates`."""
    from charterlang._resources import folder

    found: set[str] = set()
    for place in (str(folder("templates")), templates):
        if place and os.path.isdir(place):
            found.update(entry.name for entry in os.scandir(place) if os.path.isfile(f"{entry.path}/phrases.json"))
    return tuple(sorted(found))
