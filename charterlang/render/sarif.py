"""Findings as SARIF 2.1.0, the exchange format of static analysis: with rules, fingerprints, fixes and suppressions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from charterlang import __version__
from charterlang.render.palette import Style
from charterlang.render.places import Place, fingerprints, once, place, relative, whole_message
from charterlang.source import Finding, Fix, Severity

if TYPE_CHECKING:
    from charterlang.compiler import Compilation

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(compilations: Sequence[Compilation], style: Style) -> str:
    """One run with one result a finding; what the charter allows is there as suppressed. `style` does not matter."""
    del style
    results: list[tuple[str, dict[str, Any]]] = []
    for compilation, findings in once(compilations):
        silenced = {each.finding: each for each in compilation.silenced}
        told = (*findings, *silenced)
        for finding, fingerprint in zip(told, fingerprints(told, compilation.sources), strict=True):
            result = _result(finding, fingerprint, compilation)
            if finding in silenced:
                result["suppressions"] = [{"kind": "inSource", "justification": silenced[finding].allowance.reason}]
            results.append((finding.code, result))
    codes = sorted({code for code, _ in results})
    for code, result in results:
        result["ruleIndex"] = codes.index(code)
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "charterlang",
                        "version": __version__,
                        "semanticVersion": __version__,
                        "rules": [_rule(code) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [result for _, result in results],
            }
        ],
    }
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _rule(code: str) -> dict[str, Any]:
    """What is known of a rule, for whoever reads the report away from the command."""
    from charterlang.checks.explain import explain
    from charterlang.render.rules import known

    found = known(code)
    if found is None:
        return {"id": code}
    page = explain(code) or found.fault
    return {
        "id": code,
        "name": found.name,
        "shortDescription": {"text": found.fault},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": found.severity.value},
    }


def _result(finding: Finding, fingerprint: str, compilation: Compilation) -> dict[str, Any]:
    sources = compilation.sources
    where = place(finding.span, finding.file or compilation.file, sources)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": "note" if finding.severity is Severity.NOTE else finding.severity.value,
        "message": {"text": whole_message(finding)},
        "locations": [{"physicalLocation": _location(where, whole_file=finding.span is None)}],
        "partialFingerprints": {"charterlang/v1": fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _location(place(label.span, label.span.file, sources)),
                "message": {"text": label.text},
            }
            for number, label in enumerate(finding.related, 1)
        ]
    if finding.fixes:
        result["fixes"] = [_fix(fix, compilation) for fix in finding.fixes]
    properties = {"verdict": finding.verdict, "subject": finding.subject}
    if any(properties.values()):
        result["properties"] = {key: value for key, value in properties.items() if value}
    return result


def _location(where: Place, *, whole_file: bool = False) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": _artifact(where.file)}
    if not whole_file:
        location["region"] = _region(where)
    return location


def _artifact(file: str) -> dict[str, Any]:
    return {"uri": quote(relative(file))}


def _region(where: Place) -> dict[str, Any]:
    return {
        "startLine": where.line,
        "startColumn": where.column,
        "endLine": where.end_line,
        "endColumn": where.end_column,
    }


def _fix(fix: Fix, compilation: Compilation) -> dict[str, Any]:
    changes: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        region = _region(place(edit.span, edit.span.file, compilation.sources))
        changes.setdefault(edit.span.file, []).append(
            {"deletedRegion": region, "insertedContent": {"text": edit.replacement}}
        )
    return {
        "description": {"text": fix.title},
        "artifactChanges": [
            {"artifactLocation": _artifact(file), "replacements": replacements}
            for file, replacements in changes.items()
        ],
    }
