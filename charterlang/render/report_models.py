"""The shape of the JSON report, as models: what they say is what programs may rely on.

`SCHEMA_VERSION` rises by one whenever a program that reads the old shape could stumble over the new one; a field that
is added does not count. The JSON Schema made from these models is published as `docs/schemas/check.schema.json`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION: Literal[1] = 1

Severity = Literal["error", "warning", "note"]
LevelNumber = Annotated[int, Field(ge=0, le=5)]
LevelName = Literal["exposed", "commercial", "insider", "community", "entrenched", "beyond reach", "not examined"]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, use_attribute_docstrings=True)


class PlaceModel(_Model):
    """A place in a text. Lines and columns count from 1, offsets from 0; columns and offsets count code points."""

    line: int
    column: int
    offset: int


class SpanModel(_Model):
    """A stretch of a file; the end is exclusive."""

    file: str
    start: PlaceModel
    end: PlaceModel


class LabelModel(_Model):
    """A related place and a few words about it."""

    span: SpanModel
    text: str


class EditModel(_Model):
    """Replace the text at `span` with `replacement`."""

    span: SpanModel
    replacement: str


class FixModel(_Model):
    """A remedy as edits. A safe fix keeps the meaning of the charter; `charter check --fix` applies those only."""

    title: str
    safe: bool
    edits: tuple[EditModel, ...]


class FindingModel(_Model):
    """One thing the compiler has to say."""

    code: str
    name: str
    """The name of the rule; empty where the code has none."""
    severity: Severity
    message: str
    file: str
    span: SpanModel | None
    """None where there is no text to point at: an unreadable file."""
    label: str
    related: tuple[LabelModel, ...]
    steps: tuple[str, ...]
    """The reasons, in order."""
    help: tuple[str, ...]
    fixes: tuple[FixModel, ...]
    verdict: str
    subject: str
    """The id of the model element it speaks of."""
    fingerprint: str
    """The same from run to run while the finding is the same, wherever it moves."""


class SilencedModel(_Model):
    """A finding that the charter allows, why, and who signed for it."""

    finding: FindingModel
    reason: str
    signed_by: str


class MemberModel(_Model):
    """One party of a coalition and how much of it must agree."""

    party: str
    label: str
    side: Literal["commercial", "insider", "community", "guardian", "outsiders"]
    strength: str
    note: str


class StepModel(_Model):
    """One step of a derivation and the place it rests on."""

    text: str
    span: SpanModel | None
    elements: tuple[str, ...]


class RepairModel(_Model):
    """A change that lifts the level, and the level it reaches."""

    text: str
    lifts_to: LevelNumber
    fix: FixModel | None


class ProtectionModel(_Model):
    """One value against one breach: how well it stands, who could bring the breach about, and how."""

    id: str
    value: str
    subject: str
    """The commons or entity whose value it is."""
    action: str
    thing: str
    breach: str
    level: LevelNumber | None
    """None where nothing was examined; `missing` says what to write."""
    level_name: LevelName
    contingent: bool
    """The deciding class would itself gain."""
    by_exit: bool
    """A community that can leave whole must be asked."""
    coalition: tuple[MemberModel, ...]
    """The smallest group found that suffices."""
    fewest: bool
    """Whether no smaller group exists; otherwise none of its members can be left out."""
    entry: str
    """What joining would take, where outsiders could."""
    steps: tuple[StepModel, ...]
    passed: tuple[str, ...]
    """Consents on the way that do not test the value."""
    bars: tuple[StepModel, ...]
    """What stands in the way."""
    elements: tuple[str, ...]
    clauses: tuple[str, ...]
    """Clauses of the papers that state these elements, as PAPER#CLAUSE; none while the charter has errors."""
    repairs: tuple[RepairModel, ...]
    missing: str
    span: SpanModel | None


class TieModel(_Model):
    """Whether a firm is legally bound to a value, by what, and what is missing."""

    firm: str
    value: str
    tied: bool
    level: LevelNumber | None
    level_name: LevelName
    instruments: tuple[str, ...]
    creditors: tuple[str, ...]
    weak: tuple[StepModel, ...]
    """Ties that do not count, and why."""
    missing: tuple[str, ...]
    span: SpanModel | None


class AnswerModel(_Model):
    """How a charter answers one question, and the lines that answer."""

    id: str
    title: str
    question: str
    answer: Literal["yes", "partly", "no", "silent"]
    because: str
    spans: tuple[SpanModel, ...]
    statement: str
    """What would answer, as it would be written; empty where the answer is yes."""


class ScoreModel(_Model):
    """Questions put to one subject, and how well it answers. Silence counts as nothing, and is told apart from no."""

    id: str
    title: str
    about: str
    """The commons or entity that was asked; empty for the whole charter."""
    share: Annotated[float, Field(ge=0, le=1)]
    """The worth of the answers out of what it could be."""
    coverage: Annotated[float, Field(ge=0, le=1)]
    """How many of the questions were answered at all."""
    answers: tuple[AnswerModel, ...]
    note: str


class SummaryModel(_Model):
    """How many findings of each severity there are."""

    errors: int
    warnings: int
    notes: int


class FileModel(_Model):
    """What was found in one charter and the files it uses."""

    file: str
    title: str
    summary: SummaryModel
    findings: tuple[FindingModel, ...]
    silenced: tuple[SilencedModel, ...]
    protections: tuple[ProtectionModel, ...]
    ties: tuple[TieModel, ...]
    scores: tuple[ScoreModel, ...]


class ToolModel(_Model):
    """What wrote this."""

    name: Literal["charterlang"]
    version: str


class ReportModel(_Model):
    """The whole report of `charter check --format json`."""

    schema_version: Literal[1]
    tool: ToolModel
    files: tuple[FileModel, ...]


def schema() -> dict[str, Any]:
    """The JSON Schema of the report."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **ReportModel.model_json_schema(mode="serialization"),
        "title": "charter check --format json",
    }
