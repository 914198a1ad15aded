"""Findings that a charter silences in place, and what is said of the allowances themselves."""

from __future__ import annotations

from charters import context

from charterlang.checks.allowances import sift
from charterlang.checks.registry import run
from charterlang.source import Finding, Severity

HEAD = 'charter "Kitchen" { edition 1; jurisdiction US-NY; language en; currency USD }\n'
KITCHEN = """
association kitchen "Friends of the Kitchen" {
  form us.ny.nfp
  purpose "To cook for all."
  members citizens { count 40; vote one per member }
  %s
}

commons garden "The garden" { kind food; %s }
"""


def sifted(inside: str = "", beside: str = "", *, garden: str = ""):
    seen = context(HEAD + KITCHEN % (inside, garden) + beside)
    return sift(seen.charter, run(seen))


def codes(sifted):
    return {finding.code for finding in sifted.kept}


def test_without_an_allowance_everything_is_said():
    assert {"GOV120", "AST120"} <= codes(sifted())


def test_an_allowance_in_a_block_silences_what_that_block_shows():
    found = sifted('allow GOV120 because "the list is kept by hand this year"')
    assert "GOV120" not in codes(found)
    assert [silenced.finding.code for silenced in found.silenced] == ["GOV120"]
    assert found.silenced[0].allowance.reason == "the list is kept by hand this year"


def test_it_may_name_the_rule_or_the_family():
    assert "GOV120" not in codes(sifted('allow class-without-a-door because "by hand"'))
    assert "GOV120" not in codes(sifted('allow GOV because "by hand"'))


def test_it_does_not_reach_outside_its_block():
    found = sifted(garden='allow GOV120 because "by hand"')
    assert "GOV120" in codes(found)
    assert "ALW120" in codes(found)


def test_at_the_top_it_speaks_for_the_whole_charter():
    assert "GOV120" not in codes(sifted(beside='\nallow GOV120 because "by hand"\n'))


def test_an_error_of_protection_needs_a_signature_and_its_whole_code():
    unsigned = sifted(garden='allow AST120 because "next year"')
    assert {"AST120", "ALW110"} <= codes(unsigned)
    vague = sifted(garden='allow AST because "next year" signed by "Ada"')
    assert {"AST120", "ALW110"} <= codes(vague)
    signed = sifted(garden='allow AST120 because "next year" signed by "Ada, 12 March 2012"')
    assert not {"AST120", "ALW110"} & codes(signed)


def test_so_does_a_protection_that_the_papers_leave_out():
    def with_the_papers(allowance: str):
        seen = context(HEAD + KITCHEN % ("", "") + allowance)
        left_out = Finding("DOC107", Severity.ERROR, "what protects it is not in the papers", subject="garden")
        return sift(seen.charter, (left_out,))

    assert "DOC107" in codes(with_the_papers('\nallow DOC107 because "next year"\n'))
    assert "DOC107" not in codes(with_the_papers('\nallow DOC107 because "next year" signed by "Ada"\n'))


def test_one_that_silences_nothing_is_told_with_the_edit_that_takes_it_out():
    (idle,) = [finding for finding in sifted('allow GOV111 because "…"').kept if finding.code == "ALW120"]
    assert idle.severity is Severity.WARNING
    assert idle.fixes[0].safe


def test_one_for_a_code_that_does_not_exist_says_what_was_meant():
    (unknown,) = [finding for finding in sifted('allow GOV12O because "…"').kept if finding.code == "ALW130"]
    assert "GOV120" in unknown.help[0]


def test_codes_of_others_are_not_unknown():
    assert "ALW130" not in codes(sifted('allow GOV901 because "…"'))
