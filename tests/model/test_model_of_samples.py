"""The sample charters become the model that their words describe."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from charterlang.model.decisions import Act, Both, Consent, Deciding, Never
from charterlang.model.load import load
from charterlang.source import LocalFiles

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
SAMPLES = ("good/occupy-kitchen", "good/loom-foundation", "bad/brindle-inc")


@cache
def charter(name):
    return load(str(EXAMPLES / f"{name}.charter"), LocalFiles()).value.charter


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_lowers_without_a_word(name):
    made = load(str(EXAMPLES / f"{name}.charter"), LocalFiles())
    assert [finding.message for finding in made.findings] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_every_element_stands_under_its_own_id(name):
    made = charter(name)
    assert all(element.id == key for key, element in made.elements.items())
    assert len({power.id for power in made.powers}) == len(made.powers)


class TestTheOccupyKitchen:
    @pytest.fixture
    def made(self):
        return charter("good/occupy-kitchen")

    def test_what_it_holds_is_declared_where_it_is_held(self, made):
        mark = made.assets["kitchen.trademark"]
        assert (mark.kind, mark.title, mark.of) == ("trademark", "Occupy Kitchen", ("cookbook",))
        assert [holding.holder for holding in mark.holdings] == ["kitchen"]

    def test_short_names_reach_inside_the_association(self, made):
        power = made.elements["kitchen.powers.transfer-domain"]
        assert power.act == Act("transfer", "kitchen.domain")
        assert power.decision.body == "kitchen.general-assembly"
        assert power.decision.rule.share == Fraction(3, 4)

    def test_never_is_a_decision(self, made):
        assert made.elements["kitchen.powers.transfer-trademark"].decision == Never()

    def test_parts_of_the_constitution_have_ids(self, made):
        acts = {power.act for power in made.entities["kitchen"].powers}
        assert Act("amend", "kitchen.articles") in acts
        assert Act("amend", "kitchen.articles.asset-lock") in acts

    def test_a_consent_says_what_it_tests(self, made):
        decision = made.elements["kitchen.powers.dissolve"].decision
        assert isinstance(decision, Both)
        assert decision.parts[1] == Consent("new-york-ag", ("purpose",))

    def test_an_act_without_a_thing_is_upon_the_entity(self, made):
        assert made.elements["vendors.powers.sell"].act == Act("sell", "vendors")

    def test_outsiders_may_sit_in_an_organ(self, made):
        assert made.organs["kitchen.food-group"].classes == ("kitchen.citizens", "kitchen.cooks", "vendors")

    def test_what_is_given_to_a_commons_is_owed_to_its_protector(self, made):
        duty = made.elements["vendors.articles.duties.publish"]
        assert (duty.text, duty.things, duty.creditor) == ("improvements", ("cookbook",), "kitchen")

    def test_a_limit_owed_to_nobody_has_no_creditor(self, made):
        duty = made.elements["vendors.articles.duties.distribute"]
        assert (duty.share, duty.base, duty.at_most, duty.creditor) == (Fraction(1, 2), "surplus", True, "")


class TestTheLoomFoundation:
    @pytest.fixture
    def made(self):
        return charter("good/loom-foundation")

    def test_values_come_from_the_standard_library(self, made):
        assert made.values["reciprocity"].kind == "reciprocity"
        assert made.values["reciprocity"].span.file == "std/values/reciprocity.charter"

    def test_a_value_may_list_its_own_breaches(self, made):
        assert made.values["neutrality"].breaches == (Act("transfer", "loom-mark"), Act("act", "loom-mark"))

    def test_the_other_party_may_enforce_what_stands_in_an_agreement(self, made):
        duty = made.elements["partner-agreement.duties.contribute"]
        assert (duty.debtor, duty.creditor, duty.share, duty.base) == (
            "warp",
            "loom-foundation",
            Fraction(3, 100),
            "revenue",
        )
        assert made.elements["partner-agreement.duties.license"].creditor == "warp"

    def test_ending_an_agreement_is_a_power(self, made):
        power = made.elements["partner-agreement.powers.terminate"]
        assert power.act == Act("terminate", "partner-agreement")
        assert power.decision == Deciding("loom-foundation.council")

    def test_a_change_of_control_needs_consent(self, made):
        (change,) = made.agreements["partner-agreement"].changes_of_control
        assert (change.of, change.decision) == ("warp", Consent("loom-foundation"))

    def test_statements_can_be_pointed_at(self, made):
        statements = made.entities["weft"].statements
        assert {"upholds", "upholds reciprocity", "uses", "uses loom", "dissolution"} <= set(statements)


def test_brindle_gives_its_company_every_contribution():
    made = charter("bad/brindle-inc")
    terms = made.commons["brindle"].contributions
    assert (terms.terms, terms.to, terms.only_open) == ("cla", "brindle-inc", False)
    holdings = made.classes["brindle-inc.common"].holdings
    assert {each.holder: each.share for each in holdings} == {
        "founders": Fraction(3, 10),
        "harbour-fund": Fraction(11, 20),
        "public-market": Fraction(3, 20),
    }
