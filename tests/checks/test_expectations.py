"""What authors expect of the analysis, held to it."""

from __future__ import annotations

import pytest
from charters import read

from charterlang.checks.expectations import evaluate, findings
from charterlang.powers.analyse import Analysis

LOOM = """
charter "Loom" { edition 1; jurisdiction DE; language en; currency EUR }

value openness "Loom stays open." { kind openness }
value return "What is taken comes back." { kind reciprocity }

commons loom "Loom" {
  kind software
  licence AGPL-3.0-or-later
  contributions under DCO
  upholds openness, return
}

asset mark "LOOM" { kind trademark; of loom }

association foundation "Loom Foundation e.V." {
  form de.ev
  purpose "To keep Loom free."
  protects loom
  holds mark
  members makers { count 85; open to anyone after 6 months admitted by makers; vote one per member }
  assembly congress of makers { quorum 30%; decides by majority of votes cast }
  board council { seats 5; 5 elected by makers; term 2 years; decides by majority }
  powers {
    act requires council
    relicense loom requires congress by 3/4
    transfer mark requires congress by 3/4
    amend articles requires congress by 3/4
    dissolve requires congress by 4/5
  }
  on dissolution assets go to trust
}

association trust "Trust" { form de.stiftung; external }

firm weft "Weft eG" {
  form de.eg
  uses loom
  members workers { count 40; open to anyone after 6 months admitted by workers; vote one per member }
  duties { contribute 8% of surplus to foundation; publish improvements to loom within 1 month }
  powers { amend articles requires workers by 3/4 and consent of foundation }
}

firm selvedge "Selvedge GmbH" {
  form de.gmbh
  uses loom
  shares common { held by crane 100%; votes by share; profit by share }
}

investor crane "Crane Ventures"
"""


def outcome(expectation: str):
    loaded = read(f"{LOOM}\nexpect {expectation}\n")
    assert loaded.findings == ()
    (found,) = evaluate(loaded.value.charter, Analysis(loaded.value.charter))
    return found


@pytest.mark.parametrize(
    "expectation",
    [
        "openness is entrenched",
        "openness of loom is at least community",
        "openness is at most entrenched",
        "return of selvedge is exposed",
        "return of weft is entrenched",
        "weft is tied to return",
        "selvedge is not tied to return",
        "selvedge is not tied",
        "nobody alone can relicense loom",
        "nobody among weft, selvedge, crane can transfer mark",
        "foundation.makers can relicense loom",
        "crane cannot relicense loom",
    ],
)
def test_what_is_so_holds(expectation):
    found = outcome(expectation)
    assert found.holds, found.text
    assert found.finding() is None


@pytest.mark.parametrize(
    ("expectation", "text"),
    [
        ("openness is exposed", "Openness (of Loom) is entrenched (4), not exposed"),
        ("openness of loom is beyond-reach", "Openness of Loom is entrenched (4), not beyond-reach"),
        ("return of selvedge is at least community", "Return of Selvedge GmbH is exposed (0), not at least community"),
        ("openness of trust is entrenched", "Nothing of Trust upholds openness, so it has no level"),
        ("selvedge is tied to return", "Selvedge GmbH is not tied to return"),
        ("weft is not tied to return", "Weft eG is tied to return"),
        ("nobody among foundation.makers, weft can relicense loom", "Makers and Weft eG together can relicense Loom"),
        ("nobody alone can act on loom", "Council alone can decide what is done with Loom"),
        ("crane can relicense loom", "Crane Ventures cannot relicense Loom"),
    ],
)
def test_what_is_not_so_is_told_in_words(expectation, text):
    found = outcome(expectation)
    assert not found.holds
    finding = found.finding()
    assert finding is not None
    assert finding.code == "EXP110"
    assert finding.message in {text, text.replace("(of Loom) ", "")}
    assert finding.span is not None


def test_findings_are_those_that_do_not_hold():
    loaded = read(f"{LOOM}\nexpect openness is entrenched\n\nexpect openness is exposed\n").value
    outcomes = evaluate(loaded.charter, Analysis(loaded.charter))
    assert [found.code for found in findings(outcomes)] == ["EXP110"]
