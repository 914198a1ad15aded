"""Duties: what is owed, to whom, and on what terms."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from charterlang.model.decisions import Act
from charterlang.model.quantities import Duration, Money
from charterlang.model.things import Consequence

EUR = Money(Decimal(5), "EUR")
MONTHS = Duration(6, "month")

DUTIES = [
    (
        "contribute 5% of revenue to guild",
        {"kind": "contribute", "share": Fraction(1, 20), "base": "revenue", "creditor": "guild"},
    ),
    ("contribute 5 EUR per month to code", {"money": EUR, "per": "month", "things": ("code",), "creditor": "guild"}),
    ("publish changes to code under MIT within 6 months", {"text": "changes", "licence": "MIT", "within": MONTHS}),
    ("distribute nothing", {"share": 0, "at_most": True, "base": "surplus"}),
    ("asset lock to guild", {"kind": "asset-lock", "creditor": "guild"}),
    ("license mark to users", {"kind": "license", "things": ("mark",), "creditor": "users"}),
    ("report every 6 months to city", {"every": MONTHS, "creditor": "city"}),
    (
        "grant veto over sell, convert to guild testing purpose",
        {"acts": (Act("sell", "shop"), Act("convert", "shop")), "tests": ("purpose",), "creditor": "guild"},
    ),
    ("pay floor 5 EUR per hour to users", {"kind": "pay-floor", "money": EUR, "per": "hour", "creditor": "users"}),
    ("pay 5% of surplus to city", {"kind": "pay", "share": Fraction(1, 20)}),
    ("hire from guild.crew", {"creditor": "guild.crew"}),
    ("restore mark towards guild", {"things": ("mark",), "creditor": "guild"}),
    ('restore "the lawn"', {"text": "the lawn", "creditor": ""}),
    ("hand over mark to guild", {"kind": "hand-over", "things": ("mark",), "creditor": "guild"}),
    ('keep "books" for 6 months', {"text": "books", "for_time": MONTHS}),
    ('must "be kind" enforced by city', {"creditor": "city", "enforced_by": "city"}),
    ("must not sell or convert", {"acts": (Act("sell", "shop"), Act("convert", "shop"))}),
    ("asset lock to guild, revocable", {"revocable_by": "shop"}),
    ("asset lock to guild, not binding", {"binding": False}),
    ("asset lock to guild until 2030-01-01", {"until": "2030-01-01"}),
    ("asset lock to guild survives sale and insolvency", {"survives": ("sale", "insolvency")}),
    ("hand over mark to guild after dissolve", {"after": Act("dissolve", "shop")}),
    (
        "report to guild, else shop loses licence of mark",
        {"consequence": Consequence("loses", "shop", "mark", text="licence")},
    ),
]


@pytest.mark.parametrize(("said", "expected"), DUTIES, ids=[row[0] for row in DUTIES])
def test_a_duty(lower, around, said, expected):
    made = lower(around(guild="protects code", shop=f"duties {{\n {said}\n }}"))
    assert [finding.message for finding in made.findings] == []
    (duty,) = made.value.charter.duties
    assert (duty.debtor, duty.instrument) == ("shop", "shop.articles")
    assert {name: getattr(duty, name) for name in expected} == expected


class TestDutiesInAnAgreement:
    TEXT = """
    association guild "Guild" { members crew }
    firm shop "Shop" { members sellers; holds name "Shop" }
    party users
    agreement pact {
      between guild, shop, users
      duties {
        shop must not sell
        shop grants veto over amend articles to guild
        shop must not transfer name
        guild.crew must "help" towards shop
      }
    }
    """

    def test_acts_are_those_of_the_debtor(self, lower):
        made = lower(self.TEXT.replace("\n    ", "\n"))
        assert made.findings == ()
        acts = [duty.acts for duty in made.value.charter.duties]
        assert acts == [
            (Act("sell", "shop"),),
            (Act("amend", "shop.articles"),),
            (Act("transfer", "shop.name"),),
            (),
        ]

    def test_all_other_parties_may_enforce_what_names_no_creditor(self, lower):
        first = lower(self.TEXT.replace("\n    ", "\n")).value.charter.duties[0]
        assert (first.creditor, first.creditors) == ("guild", ("guild", "users"))

    def test_ids_count_up(self, lower):
        duties = lower(self.TEXT.replace("\n    ", "\n")).value.charter.duties
        assert [duty.id for duty in duties] == [
            "pact.duties.must-not",
            "pact.duties.grant-veto",
            "pact.duties.must-not-2",
            "pact.duties.must",
        ]
