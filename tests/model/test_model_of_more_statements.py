"""What is said of entities, powers, currencies, provisions, flows, agreements and papers gets into the model."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from charterlang.model.decisions import Act, Both, Consent, Deciding, Either, Never, Rule, SomeOf
from charterlang.model.entities import (
    Debt,
    Dependence,
    DisputeStep,
    Dissolution,
    Empowerment,
    Holding,
    SurplusShare,
)
from charterlang.model.quantities import Duration, Money
from charterlang.model.things import Affected, Allowance, Consequence, Mode

EUR = Money(Decimal(5), "EUR")
MONTHS = Duration(6, "month")

SAYINGS = [
    # --- entities
    ("guild", "form de.ev", "entities.guild.form", "de.ev"),
    ("guild", "external", "entities.guild.external", True),
    ("guild", 'purpose "p"; produces "x"', "entities.guild.produces", "x"),
    ("guild", "protects code", "entities.guild.protects", ("code",)),
    ("guild", "holds mark", "assets.mark.holdings", (Holding("guild"),)),
    ("guild", "holds mark on behalf of users", "assets.mark.holdings", (Holding("guild", on_behalf="users"),)),
    ("guild", "holds purse", "entities.purse.held_by", (Holding("guild"),)),
    ("guild", 'protects code; holds domain "x.example"', "assets.guild.domain.of", ("code",)),
    ("guild", "upholds open", "entities.guild.upholds", ("open",)),
    ("shop", "uses code", "entities.shop.uses", ("code",)),
    ("shop", "holds guild.stock", "classes.guild.stock.holdings", (Holding("shop"),)),
    ("guild", 'empowers crew by "pay"', "entities.guild.empowers", (Empowerment(("guild.crew",), "pay"),)),
    (
        "guild",
        "on dissolution assets go to city, else users",
        "entities.guild.dissolution",
        Dissolution(("city", "users")),
    ),
    (
        "guild",
        "surplus 10% to shop, to reserves",
        "entities.guild.surplus",
        (SurplusShare("shop", Fraction(1, 10)), SurplusShare("guild", None)),
    ),
    ("guild", "losses borne by crew, city", "entities.guild.losses", ("guild.crew", "city")),
    ("guild", "side community; count 3", "entities.guild.count", 3),
    (
        "guild",
        "debt 5 EUR to shop, converts, secured on mark",
        "entities.guild.debts",
        (Debt("shop", EUR, converts=True, secured_on="mark"),),
    ),
    ("guild", "debt to shop, in default", "entities.guild.debts", (Debt("shop", near_default=True),)),
    ("guild", "near default", "entities.guild.near_default", True),
    ("shop", "supplied by guild", "dependences", (Dependence("supplies", "guild", "shop"),)),
    ("shop", "funded by city 60%", "dependences", (Dependence("pays", "city", "shop", Fraction(3, 5)),)),
    ("shop", "employs most of guild.crew", "dependences", (Dependence("employs", "shop", "guild.crew", word="most"),)),
    ("shop", "pays half of code", "dependences", (Dependence("pays", "shop", "code", Fraction(1, 2), "half"),)),
    (
        "shop",
        "held by guild 80%, users 20%",
        "entities.shop.held_by",
        (Holding("guild", Fraction(4, 5)), Holding("users", Fraction(1, 5))),
    ),
    (
        "shop",
        "controlled by users by majority",
        "entities.shop.controlled_by",
        Deciding("users", Rule("majority", Fraction(1, 2))),
    ),
    ("shop", "represents users, city, replaceable", "entities.shop.represents", ("users", "city")),
    ("shop", "releases code", "commons.code.released_by", "shop"),
    ("shop", 'kind worker-owned; seat "Bonn"', "entities.shop.seat", "Bonn"),
    ("shop", "balance 5 EUR; floor 6 months", "entities.shop.floor", MONTHS),
    ("shop", "balance 5 EUR; floor 5 EUR", "entities.shop.floor", EUR),
    ("shop", "independent", "entities.shop.independent", True),
    ("shop", "disputes mediation", "entities.shop.disputes", (DisputeStep("mediation"),)),
    ("shop", "monitored by city", "entities.shop.monitored_by", ("city",)),
    ("shop", "affiliated with guild", "entities.shop.affiliated_with", ("guild",)),
    ("shop", "staff owned", "entities.shop.staff_owned", True),
    ("shop", "serves users", "entities.shop.serves", ("users",)),
    ("shop", "contributes labour, money to code", "entities.shop.contributes", (("labour", "code"), ("money", "code"))),
    ("guild", "lock reserves value basis articles", "locks.0.part", "reserves"),
    ("guild", "lock reserves value basis articles", "locks.0.thing", "guild"),
    ("guild", "lock mark use basis covenant", "elements.guild.locks.mark.bases", ("covenant",)),
    # --- powers and decisions
    ("guild", "powers { sell mark, convert never }", "elements.guild.powers.convert.decision", Never()),
    (
        "guild",
        "powers { act requires council or crew and consent of city }",
        "entities.guild.powers.0.decision",
        Either((Deciding("guild.council"), Both((Deciding("guild.crew"), Consent("city"))))),
    ),
    (
        "guild",
        "powers { act requires (council or crew) and city }",
        "entities.guild.powers.0.decision",
        Both((Either((Deciding("guild.council"), Deciding("guild.crew"))), Deciding("city"))),
    ),
    (
        "guild",
        "powers { act requires 2 of (council, crew, city) }",
        "entities.guild.powers.0.decision",
        SomeOf(2, (Deciding("guild.council"), Deciding("guild.crew"), Deciding("city"))),
    ),
    (
        "guild",
        "powers { relicense code requires council only to open licences after dissolve on behalf of users basis trust until 2030-01-01, irreversible }",
        "entities.guild.powers.0.until",
        "2030-01-01",
    ),
    (
        "guild",
        "powers { relicense code requires council only to open licences }",
        "entities.guild.powers.0.only_open",
        True,
    ),
    (
        "guild",
        "powers { relicense code requires council after dissolve }",
        "entities.guild.powers.0.after",
        Act("dissolve", "guild"),
    ),
    (
        "guild",
        "powers { act requires council by supermajority of all members with quorum 50% with notice 6 months in 2 readings apart 6 months in each college ties to chair }",
        "entities.guild.powers.0.decision.rule",
        Rule(
            "supermajority",
            Fraction(2, 3),
            None,
            "members",
            Fraction(1, 2),
            None,
            MONTHS,
            2,
            MONTHS,
            "college",
            "chair",
        ),
    ),
    # --- currencies, provisions, flows
    ("currency", 'kind mutual-credit; unit "hour"', "currencies.minuto.kind", "mutual-credit"),
    (
        "currency",
        "limit 5 minuto per member; debit limit 5 EUR per firm",
        "currencies.minuto.limits",
        (("both", Money(Decimal(5), "minuto"), "member"), ("debit", EUR, "firm")),
    ),
    ("currency", "demurrage 2% per year", "currencies.minuto.demurrage", (Fraction(1, 50), "year")),
    ("currency", "rate 2 minuto is 5 EUR", "currencies.minuto.rates", ((Money(Decimal(2), "minuto"), EUR),)),
    ("currency", "issued by guild; expires after 6 months", "currencies.minuto.expires", MONTHS),
    (
        "provision",
        'by purchase from shop paid by purse "daily"',
        "provisions.meal.modes",
        (Mode("purchase", "shop", "purse", "daily"),),
    ),
    ("provision", "by gift", "provisions.meal.modes", (Mode("gift"),)),
    (
        "provision",
        "decided by users by consent",
        "provisions.meal.decided_by",
        Deciding("users", Rule("consent", Fraction(1))),
    ),
    (
        "provision",
        'affects shop by "loss" remedied by purse, duty of guild, "a letter" heard in guild.council',
        "provisions.meal.affects",
        (Affected("shop", "loss", ("purse",), ("guild",), ("a letter",), "guild.council"),),
    ),
    ("provision", "ballot schulze", "provisions.meal.ballot", "schulze"),
    ("provision", "ballot majority of votes cast", "provisions.meal.ballot", "majority of votes cast"),
    (
        "top",
        'flow f "F" from users to shop 5 EUR per month in kind under shop.duties.pay starting 2026-01-01 until "spring" in months 1, 2 for "bread"',
        "flows.f.months",
        (1, 2),
    ),
    ("top", "flow f from users to shop 5 EUR under guild.articles", "flows.f.under", "guild.articles"),
    ("top", "flow f from users to shop 2.50 minuto", "flows.f.money", Money(Decimal("2.50"), "minuto")),
    # --- agreements
    ("top", "agreement a { between guild, shop; term 6 months, renewable }", "agreements.a.renewable", True),
    ("top", "agreement a { between guild, shop; term unlimited }", "agreements.a.unlimited", True),
    ("top", "agreement a { between guild, shop; term until 2030-12-31 }", "agreements.a.until", "2030-12-31"),
    (
        "top",
        "agreement a { terminate requires guild.council after notice of 6 months }",
        "agreements.a.terminate_notice",
        MONTHS,
    ),
    ("top", "agreement a { amend never }", "elements.a.powers.amend.act", Act("amend", "a")),
    (
        "top",
        "agreement a { on breach code is licensed under MIT by guild after 6 months }",
        "agreements.a.consequences",
        (Consequence("licensed", "guild", "code", licence="MIT", after=MONTHS),),
    ),
    (
        "top",
        "agreement a { on breach mark returns to guild }",
        "agreements.a.consequences",
        (Consequence("returns", thing="mark", to="guild"),),
    ),
    (
        "top",
        "agreement a { on breach guild may fork code }",
        "agreements.a.consequences",
        (Consequence("may", "guild", act=Act("fork", "code")),),
    ),
    (
        "top",
        "agreement a { on breach shop pays 5 EUR to guild }",
        "agreements.a.consequences",
        (Consequence("pays", "shop", to="guild", money=EUR),),
    ),
    (
        "top",
        'agreement a { on breach "they talk" }',
        "agreements.a.consequences",
        (Consequence("words", text="they talk"),),
    ),
    (
        "top",
        "agreement a { law DE; in force from 2026-01-01; not binding; survives sale, merger }",
        "agreements.a.survives",
        ("sale", "merger"),
    ),
    ("top", "agreement a { between guild, shop; revocable by shop }", "agreements.a.revocable_by", "shop"),
    ("top", 'agreement a { kind lease; purpose "p"; upholds open }', "agreements.a.kind", "lease"),
    # --- papers
    (
        "top",
        'clause c "C" { in bylaws of guild; before purpose; text "t"; because "b"; states guild.crew }',
        "clauses.0.anchor",
        "purpose",
    ),
    ("top", "clause c { in bylaws of guild; without seat }", "clauses.0.place", "without"),
    ("top", 'define "Net" as "left over"', "terms.0.meaning", "left over"),
    ("top", "expect open of code is at least community", "expectations.0.compare", "at least"),
    ("top", "expect shop is not tied to open", "expectations.0.negated", True),
    ("top", "expect shop, users together cannot sell mark", "expectations.0.parties", ("shop", "users")),
    ("top", "expect nobody alone can sell mark", "expectations.0.kind", "nobody"),
    ("top", 'allow FLO1 because "x"', "allowances", (Allowance("FLO1", "", "x"),)),
]


@pytest.mark.parametrize(("where", "said", "path", "expected"), SAYINGS, ids=[f"{row[0]}: {row[1]}" for row in SAYINGS])
def test_a_statement_is_found_in_the_model(told, where, said, path, expected):
    assert told(where, said, path) == expected
