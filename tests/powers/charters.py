"""Small charters for tests of the analysis: write what matters, get the level."""

from __future__ import annotations

from charterlang.model.decisions import Act
from charterlang.model.load import load
from charterlang.powers.analyse import Analysis
from charterlang.powers.verdicts import Level, Protection
from charterlang.source import MemoryFiles

HEAD = 'charter "Test" { edition 1; jurisdiction DE; currency EUR }\n'


def flush(text: str) -> str:
    """The text with its declarations brought to the first column, as the language wants them."""
    depth, lines = 0, []
    for line in text.splitlines():
        lines.append(line if depth else line.lstrip())
        depth += line.count("{") - line.count("}")
    return "\n".join(lines) + "\n"


def analysis(text: str) -> Analysis:
    """The analysis of a charter; it must be free of errors."""
    found = load("test.charter", MemoryFiles({"test.charter": HEAD + flush(text)}))
    wrong = [finding.message for finding in found.findings if finding.severity == "error"]
    assert not wrong, wrong
    return Analysis(found.value.charter)


def level(text: str, value: str) -> Level | None:
    """The level of a value: the weakest over its subjects."""
    verdicts = analysis(text).verdicts.of(value)
    assert verdicts, f"no verdict on {value}"
    levels = [verdict.level for verdict in verdicts]
    return None if None in levels else min(level for level in levels if level is not None)


def protection(text: str, value: str, action: str, thing: str = "") -> Protection:
    """The protection of a value against one act."""
    for verdict in analysis(text).verdicts.of(value):
        for found in verdict.protections:
            if found.act == Act(action, thing or found.act.thing) and found.act.action == action:
                return found
    raise AssertionError(f"{value} lists no breach {action} {thing}")


def parties(found: Protection) -> list[str]:
    """The short names of a coalition."""
    return sorted(member.party.rsplit(".", 1)[-1] for member in found.coalition)


LAND = """
value steward "The land is kept." {{ kind stewardship }}
value money "The money stays." {{ kind asset-lock }}
commons ground "The ground" {{ kind land; upholds steward, money }}
asset plot "The plot" {{ kind land; of ground; held by trust {lock_on_asset} }}
association trust "The trust" {{
  protects ground
  {inside}
}}
{outside}
"""


def land(inside: str = "", outside: str = "", lock_on_asset: str = "") -> str:
    if lock_on_asset:
        lock_on_asset = f"; {lock_on_asset}"
    return LAND.format(inside=inside, outside=outside, lock_on_asset=lock_on_asset)


MEMBERS = "members people { count 300; open to anyone after 6 months; vote one per member }\n"
BOARD = "board council { seats 5; 5 elected by people; decides by majority }\n"
AMEND = "powers { amend articles requires people by 3/4 }"
