"""A commons of works has no licence.

## What it checks

Every commons of knowledge, software, data, design, culture, standards or models has a licence for the whole. An
error where it upholds openness, a warning elsewhere.

## Why it matters

Publishing is not permitting. Without a licence all rights are reserved, and everybody who builds on the work does
so on sufferance.

## The law and sources

- Copyright arises without any formality, and with it the exclusive right to copy and to adapt (Berne Convention
  arts 5(2), 9 and 12).
- Ostrom's principle 1A: who may use the commons is clear.

## How to mend it

Choose one that suits the material: `licence AGPL-3.0-or-later` for software, `CC-BY-SA-4.0` for texts, `ODbL-1.0`
for data, `CERN-OHL-S-2.0` for hardware.
"""

from __future__ import annotations

from collections.abc import Iterator

from charterlang.checks.context import Context
from charterlang.checks.lic.statements import WORKS, main_licence, upholds
from charterlang.checks.rule import Rule
from charterlang.source import Finding, Severity

RULE = Rule("LIC160", "work-without-a-licence", Severity.WARNING, looks_at=("commons",))

_HEAD = """
charter "Loom" {{ edition 1; jurisdiction DE; language en; currency EUR }}

commons loom "Loom" {{
  kind software
  {licence}
}}
"""

BAD = _HEAD.format(licence="")

GOOD = _HEAD.format(licence="licence AGPL-3.0-or-later")

_USUAL = {"software": "AGPL-3.0-or-later", "data": "ODbL-1.0", "design": "CERN-OHL-S-2.0", "model": "Apache-2.0"}


def check(context: Context) -> Iterator[Finding]:
    """Yield each commons of works without a licence for the whole."""
    for commons in context.charter.commons.values():
        free = commons.copyright is not None and commons.copyright.none
        if commons.kind not in WORKS or main_licence(commons) is not None or free:
            continue
        usual = _USUAL.get(commons.kind, "CC-BY-SA-4.0")
        yield RULE.finding(
            f"{commons.label} has no licence, so nobody but its authors may build upon it",
            commons.name_span or commons.span,
            severity=Severity.ERROR if upholds(context, commons, "openness") else Severity.WARNING,
            help=(f"choose one that suits it: `licence {usual}`",),
            fixes=context.insertion(commons.span, f"licence {usual}", f"License it under {usual}"),
            subject=commons.id,
        )
