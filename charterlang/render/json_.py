"""Findings, protections and ties as JSON, in the shape of `charterlang.render.report_models`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from charterlang import __version__
from charterlang._records import record
from charterlang.render import report_models as models
from charterlang.render.palette import Style
from charterlang.render.places import fingerprints, once, relative
from charterlang.render.rules import known
from charterlang.source import Finding, Fix, Severity, Sources, Span

if TYPE_CHECKING:
    from charterlang.compiler import Compilation
    from charterlang.measures.answers import Score
    from charterlang.powers import verdicts


def render(compilations: Sequence[Compilation], style: Style) -> str:
    """The report; the width and colours of `style` do not matter here."""
    del style
    return report(compilations).model_dump_json(indent=2) + "\n"


def report(compilations: Sequence[Compilation]) -> models.ReportModel:
    """The report as a model."""
    files = tuple(_file(compilation, findings) for compilation, findings in once(compilations))
    tool = models.ToolModel(name="charterlang", version=__version__)
    return models.ReportModel(schema_version=models.SCHEMA_VERSION, tool=tool, files=files)


def _file(compilation: Compilation, findings: tuple[Finding, ...]) -> models.FileModel:
    write = _Writer(compilation)
    told = (*findings, *(each.finding for each in compilation.silenced))
    written = [
        write.finding(finding, fingerprint)
        for finding, fingerprint in zip(told, fingerprints(told, compilation.sources), strict=True)
    ]
    count = Counter(finding.severity for finding in findings)
    verdicts = compilation.stated()
    return models.FileModel(
        file=relative(compilation.file),
        title=compilation.charter.header.title,
        summary=models.SummaryModel(
            errors=count[Severity.ERROR], warnings=count[Severity.WARNING], notes=count[Severity.NOTE]
        ),
        findings=tuple(written[: len(findings)]),
        silenced=tuple(
            models.SilencedModel(finding=model, reason=each.allowance.reason, signed_by=each.allowance.signed_by)
            for model, each in zip(written[len(findings) :], compilation.silenced, strict=True)
        ),
        protections=tuple(write.protection(each) for found in verdicts.values for each in found.protections),
        ties=tuple(write.tie(each) for each in verdicts.ties),
        scores=tuple(write.score(each) for each in compilation.scores()),
    )


@record
class _Writer:
    """Turns what a compilation holds into the models of the report."""

    compilation: Compilation

    @property
    def sources(self) -> Sources:
        return self.compilation.sources

    def span(self, span: Span | None) -> models.SpanModel | None:
        """A span in lines, columns and offsets; None where its text is not at hand."""
        if span is None or span.file not in self.sources:
            return None
        text = self.sources[span.file]
        start, end = text.offsets(span)
        return models.SpanModel(file=relative(span.file), start=self._place(span, start), end=self._place(span, end))

    def _place(self, span: Span, offset: int) -> models.PlaceModel:
        position = self.sources[span.file].position(offset)
        return models.PlaceModel(line=position.line, column=position.column, offset=offset)

    def finding(self, finding: Finding, fingerprint: str) -> models.FindingModel:
        """A finding."""
        rule = known(finding.code)
        labels = ((self.span(label.span), label.text) for label in finding.related)
        return models.FindingModel(
            code=finding.code,
            name=rule.name if rule else "",
            severity=finding.severity.value,
            message=finding.message,
            file=relative(finding.file or self.compilation.file),
            span=self.span(finding.span),
            label=finding.label,
            related=tuple(models.LabelModel(span=span, text=text) for span, text in labels if span is not None),
            steps=finding.steps,
            help=finding.help,
            fixes=tuple(self.fix(fix) for fix in finding.fixes),
            verdict=finding.verdict,
            subject=finding.subject,
            fingerprint=fingerprint,
        )

    def fix(self, fix: Fix) -> models.FixModel:
        """A remedy."""
        edits = ((self.span(edit.span), edit.replacement) for edit in fix.edits)
        return models.FixModel(
            title=fix.title,
            safe=fix.safe,
            edits=tuple(models.EditModel(span=span, replacement=text) for span, text in edits if span is not None),
        )

    def steps(self, steps: tuple[verdicts.Step, ...]) -> tuple[models.StepModel, ...]:
        """The steps of a derivation."""
        return tuple(
            models.StepModel(text=step.text, span=self.span(step.span), elements=step.elements) for step in steps
        )

    def protection(self, found: verdicts.Protection) -> models.ProtectionModel:
        """A verdict on one value against one breach."""
        label = self.compilation.charter.label
        return models.ProtectionModel(
            id=found.id,
            value=found.value,
            subject=found.subject,
            action=found.act.action,
            thing=found.act.thing,
            breach=found.breach,
            level=found.level,
            level_name=_name(found.level),
            contingent=found.contingent,
            by_exit=found.by_exit,
            coalition=tuple(
                models.MemberModel(
                    party=member.party,
                    label=label(member.party),
                    side=member.side.value,
                    strength=member.strength,
                    note=member.note,
                )
                for member in found.coalition
            ),
            fewest=found.fewest,
            entry=found.entry,
            steps=self.steps(found.steps),
            passed=found.passed,
            bars=self.steps(found.bars),
            elements=found.elements,
            clauses=found.clauses,
            repairs=tuple(
                models.RepairModel(
                    text=repair.text, lifts_to=repair.lifts_to, fix=self.fix(repair.fix) if repair.fix else None
                )
                for repair in found.repairs
            ),
            missing=found.missing,
            span=self.span(found.span),
        )

    def tie(self, found: verdicts.TieVerdict) -> models.TieModel:
        """A verdict on whether a firm is bound to a value."""
        return models.TieModel(
            firm=found.firm,
            value=found.value,
            tied=found.tied,
            level=found.level,
            level_name=_name(found.level),
            instruments=found.instruments,
            creditors=found.creditors,
            weak=self.steps(found.weak),
            missing=found.missing,
            span=self.span(found.span),
        )

    def score(self, found: Score) -> models.ScoreModel:
        """The answers to a set of questions."""
        return models.ScoreModel(
            id=found.id,
            title=found.title,
            about=found.about,
            share=float(found.share),
            coverage=float(found.coverage),
            answers=tuple(
                models.AnswerModel(
                    id=each.id,
                    title=each.title,
                    question=each.question,
                    answer=each.word.value,
                    because=each.because,
                    spans=tuple(span for span in map(self.span, each.spans) if span is not None),
                    statement=each.statement,
                )
                for each in found.answers
            ),
            note=found.note,
        )


def _name(level: verdicts.Level | None) -> models.LevelName:
    return "not examined" if level is None else level.word  # type: ignore[return-value]
