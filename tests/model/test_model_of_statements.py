"""Every statement of the language gets into the model."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from pathlib import Path

import pytest

from charterlang.model.decisions import Act, Both, Consent, Deciding, Either, Never, Rule, SomeOf
from charterlang.model.entities import (
    Debt,
    Dependence,
    DisputeStep,
    Dissolution,
    Door,
    Empowerment,
    Holding,
    Particular,
    SeatLine,
    SurplusShare,
    Veto,
    Voting,
)
from charterlang.model.lower.dispatch import STATEMENTS
from charterlang.model.quantities import Duration, Money
from charterlang.model.things import Affected, Allowance, Consequence, Contributions, Copyright, Licence, Mode

GRAMMAR = (Path(__file__).parent.parent.parent / "grammar" / "charter.lark").read_text(encoding="utf-8")
LISTS = {"charter": "_header"}


@pytest.mark.parametrize("kind", list(STATEMENTS))
def test_every_statement_of_the_grammar_has_its_row(kind):
    rule = LISTS.get(kind, f"_{kind}_statement")
    listed = re.search(rf"^{rule}:((?:.*\n)(?:[ \t]+\|.*\n)*)", GRAMMAR, re.MULTILINE)[1]
    shown_as = dict(re.findall(r"^(\w+):.*-> (\w+)", GRAMMAR, re.MULTILINE))
    assert {shown_as.get(name, name) for name in re.findall(r"[a-z_]+", listed)} == set(STATEMENTS[kind])


AROUND = """
value open "Open" { kind openness }
commons code "Code" { %(commons)s }
asset mark "Mark" { kind trademark; of code; %(asset)s }
association guild "Guild" {
  members crew { %(members)s }
  shares stock { %(shares)s }
  board council { %(organ)s }
  %(guild)s
}
firm shop "Shop" { %(shop)s }
party users
public city
fund purse
currency minuto { %(currency)s }
provision meal { need "food"; %(provision)s }
%(top)s
"""

EUR = Money(Decimal(5), "EUR")
MONTHS = Duration(6, "month")

SAYINGS = [
    # --- commons
    ("commons", "kind software", "commons.code.kind", "software"),
    ("commons", 'produces "code"', "commons.code.produces", "code"),
    ("commons", "produced by guild.crew, shop", "commons.code.produced_by", ("guild.crew", "shop")),
    ("commons", 'process "by hand"', "commons.code.process", "by hand"),
    ("commons", "serves users", "commons.code.serves", ("users",)),
    ("commons", 'serves "all"', "commons.code.serves_text", "all"),
    ("commons", "access open to anyone", "commons.code.access_open", True),
    ("commons", "access users, shop", "commons.code.access", ("users", "shop")),
    ("commons", 'access "by key"', "commons.code.access_text", "by key"),
    (
        "commons",
        "licence MIT OR (Apache-2.0 AND BSD-2-Clause)",
        "commons.code.licences",
        (Licence("MIT OR (Apache-2.0 AND BSD-2-Clause)"),),
    ),
    (
        "commons",
        "licence MIT, irrevocable, covers code, data",
        "commons.code.licences",
        (Licence("MIT", "", True, ("code", "data")),),
    ),
    (
        "commons",
        "data CC0-1.0, revocable, granted by guild",
        "commons.code.licences",
        (Licence("CC0-1.0", "data", False, (), "guild"),),
    ),
    ("commons", "contributions under DCO", "commons.code.contributions", Contributions("dco")),
    ("commons", "contributions none", "commons.code.contributions", Contributions("none")),
    (
        "commons",
        'contributions under "a handshake"',
        "commons.code.contributions",
        Contributions("other", text="a handshake"),
    ),
    (
        "commons",
        "contributions under assignment to guild",
        "commons.code.contributions",
        Contributions("assignment", "guild"),
    ),
    (
        "commons",
        "contributions under fiduciary licence to guild only to open licences with guild.council by 2/3",
        "commons.code.contributions",
        Contributions("fiduciary", "guild", True, Deciding("guild.council", Rule("fraction", Fraction(2, 3)))),
    ),
    ("commons", "upholds open", "commons.code.upholds", ("open",)),
    ("commons", 'boundaries "b"; rules "r"; limits "l"; price "p"', "commons.code.limits", "l"),
    ("commons", "monitored by guild.council", "commons.code.monitored_by", ("guild.council",)),
    ("commons", 'sanctions "a word", "a fine"', "commons.code.sanctions", ("a word", "a fine")),
    (
        "commons",
        'disputes mediation, then guild.council, then court in "Bonn", "the sea"',
        "commons.code.disputes",
        (DisputeStep("mediation"), DisputeStep("guild.council"), DisputeStep("court", "Bonn"), DisputeStep("the sea")),
    ),
    (
        "commons",
        "copyright held by guild 60%\n copyright held by shop 40%",
        "commons.code.copyright",
        Copyright((Holding("guild", Fraction(3, 5)), Holding("shop", Fraction(2, 5)))),
    ),
    ("commons", "copyright spread among users", "commons.code.copyright", Copyright(spread=("users",))),
    ("commons", "copyright none", "commons.code.copyright", Copyright(none=True)),
    ("commons", "releases by guild", "commons.code.released_by", "guild"),
    ("commons", "channel held by shop", "commons.code.channel_held_by", "shop"),
    ("commons", "mirrored by city", "commons.code.mirrored_by", ("city",)),
    ("commons", "mirrored by anyone", "commons.code.public_copies", True),
    ("commons", "exit by fork, export", "commons.code.exit_by", ("fork", "export")),
    (
        "commons",
        'supplied by shop with "power", exclusive',
        "dependences",
        (Dependence("supplies", "shop", "code", exclusive=True, what="power"),),
    ),
    ("commons", "powers { close requires guild.council }", "elements.code.powers.close.act", Act("close", "code")),
    (
        "commons",
        'particulars { register number "7" }',
        "commons.code.particulars",
        (Particular("register number", ("7",)),),
    ),
    ("commons", 'allow POW110 because "old" signed by "A"', "allowances", (Allowance("POW110", "code", "old", "A"),)),
    # --- assets
    (
        "asset",
        "held by guild 50% with no votes on behalf of users, shop 50%",
        "assets.mark.holdings",
        (Holding("guild", Fraction(1, 2), Fraction(0), "users"), Holding("shop", Fraction(1, 2))),
    ),
    ("asset", "worth 5 EUR", "assets.mark.worth", EUR),
    (
        "asset",
        "lock mark use, value basis ground-lease survives sale, insolvency watched by city to guild",
        "locks.0.survives",
        ("sale", "insolvency"),
    ),
    ("asset", "lock mark use basis trust", "locks.0.id", "mark.locks.mark"),
    # --- classes
    ("members", "count 12", "classes.guild.crew.count", 12),
    (
        "members",
        "open to anyone after 6 months admitted by council",
        "classes.guild.crew.door",
        Door(True, after=MONTHS, admitted_by=Deciding("guild.council")),
    ),
    (
        "members",
        'open to users after "an exam" living in "Bonn" at will',
        "classes.guild.crew.door",
        Door(False, ("users",), None, "an exam", None, True, "Bonn"),
    ),
    ("members", "closed", "classes.guild.crew.closed", True),
    ("members", "fee 5 EUR per year", "classes.guild.crew.fee", EUR),
    ("members", "dues 5 EUR per month", "classes.guild.crew.dues", (EUR, "month")),
    ("members", "waits 6 months", "classes.guild.crew.waits", MONTHS),
    ("members", "vote one per household", "classes.guild.crew.voting", Voting("each", "household")),
    (
        "members",
        "votes by patronage, at most 5%",
        "classes.guild.crew.voting",
        Voting("patronage", cap=Fraction(1, 20)),
    ),
    ("members", "vote 40%", "classes.guild.crew.voting", Voting("fixed", share=Fraction(2, 5))),
    ("members", "vote 3", "classes.guild.crew.voting", Voting("fixed", votes=3)),
    ("members", "vote none", "classes.guild.crew.voting", Voting("none")),
    (
        "members",
        "gains from convert, sell mark",
        "classes.guild.crew.gains_from",
        (Act("convert", "guild"), Act("sell", "mark")),
    ),
    ("members", "usual turnout 10%", "classes.guild.crew.turnout", Fraction(1, 10)),
    ("members", "residents only", "classes.guild.crew.residents_only", True),
    ("members", "limit 1 member per employer", "classes.guild.crew.limits", ((1, "member", "employer"),)),
    (
        "members",
        "veto sell, convert testing (purpose, use)",
        "classes.guild.crew.vetoes",
        (Veto("guild.crew", (Act("sell", "guild"), Act("convert", "guild")), ("purpose", "use")),),
    ),
    ("members", "term 6 months, staggered", "classes.guild.crew.staggered", True),
    ("members", "quorum 20%", "classes.guild.crew.quorum", Fraction(1, 5)),
    ("members", "decides by consensus", "classes.guild.crew.rule", Rule("consensus", Fraction(1))),
    ("members", "affiliated with shop", "classes.guild.crew.affiliated_with", ("shop",)),
    ("members", "exit by leave", "classes.guild.crew.exit_by", ("leave",)),
    ("members", "upholds open", "classes.guild.crew.upholds", ("open",)),
    ("members", "side insider", "classes.guild.crew.side", "insider"),
    ("members", 'allow GOV1 because "x"', "allowances.0.scope", "guild.crew"),
    (
        "shares",
        "held by users 60% with 10% of votes",
        "classes.guild.stock.holdings",
        (Holding("users", Fraction(3, 5), Fraction(1, 10)),),
    ),
    (
        "shares",
        "votes by share, at most 4% per holder",
        "classes.guild.stock.voting",
        Voting("share", cap=Fraction(1, 25)),
    ),
    ("shares", "profit by share, at most 6%", "classes.guild.stock.profit_cap", Fraction(3, 50)),
    ("shares", "profit 60%", "classes.guild.stock.profit_share", Fraction(3, 5)),
    ("shares", "not transferable", "classes.guild.stock.transferable", False),
    ("shares", "transferable", "classes.guild.stock.transferable", True),
    # --- organs
    ("organ", "seats 7", "organs.guild.council.seats", 7),
    ("organ", "3 elected by crew; 2 appointed by shop", "organs.guild.council.seats", 5),
    (
        "organ",
        "all appointed by shop",
        "organs.guild.council.seat_lines",
        (SeatLine("shop", "appointed", share=Fraction(1), word="all"),),
    ),
    (
        "organ",
        "most elected by crew from users, staggered",
        "organs.guild.council.seat_lines",
        (SeatLine("guild.crew", "elected", word="most", chosen_from="users", staggered=True),),
    ),
    ("organ", "1 ex officio city", "organs.guild.council.seat_lines", (SeatLine("city", "ex-officio", 1),)),
    ("organ", "filled by itself", "organs.guild.council.self_filling", Fraction(1)),
    ("organ", "seats 5; 2 filled by itself", "organs.guild.council.self_filling", Fraction(2, 5)),
    ("organ", "quorum 1/2 of members", "organs.guild.council.quorum", Fraction(1, 2)),
    ("organ", "quorum 4", "organs.guild.council.quorum", 4),
    ("organ", "decides by 4 of 6", "organs.guild.council.rule", Rule("seats", None, (4, 6), "seats")),
    ("organ", "meets every 6 months", "organs.guild.council.meets", MONTHS),
    ("organ", "notice 6 months", "organs.guild.council.notice", MONTHS),
    ("organ", "term 6 months, renewable, at most 2 terms", "organs.guild.council.max_terms", 2),
    ("organ", "term life", "organs.guild.council.for_life", True),
    ("organ", "for life", "organs.guild.council.for_life", True),
    (
        "organ",
        "removable by crew by 2/3",
        "organs.guild.council.removable_by",
        Deciding("guild.crew", Rule("fraction", Fraction(2, 3))),
    ),
    ("organ", "casting vote chair", "organs.guild.council.casting_vote", "chair"),
    ("organ", "advisory", "organs.guild.council.advisory", True),
    ("organ", "held by users", "organs.guild.council.held_by", (Holding("users"),)),
    ("organ", "represents users, replaceable by users", "organs.guild.council.replaceable_by", Deciding("users")),
    ("organ", "represents users", "organs.guild.council.represents", "users"),
    ("organ", "count 3; usual turnout 20%", "organs.guild.council.turnout", Fraction(1, 5)),
    (
        "organ",
        "powers { sell mark requires council }",
        "elements.guild.powers.sell-mark.decision",
        Deciding("guild.council"),
    ),
    ("organ", "duties { report every 6 months to crew }", "duties.0.debtor", "guild.council"),
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


def reach(made, path):
    """The part of a model at a path; mappings are asked for their longest key that fits."""
    parts = path.split(".")
    value = made
    while parts:
        if isinstance(value, dict):
            size = next(size for size in range(len(parts), 0, -1) if ".".join(parts[:size]) in value)
            value, parts = value[".".join(parts[:size])], parts[size:]
        else:
            value, parts = (
                reduce(lambda got, part: got[int(part)] if part.isdigit() else getattr(got, part), parts[:1], value),
                parts[1:],
            )
    return value


@pytest.mark.parametrize(("where", "said", "path", "expected"), SAYINGS, ids=[f"{row[0]}: {row[1]}" for row in SAYINGS])
def test_a_statement_is_found_in_the_model(lower, where, said, path, expected):
    slots = dict.fromkeys(
        ("commons", "asset", "members", "shares", "organ", "guild", "shop", "currency", "provision", "top"), ""
    )
    if "shop.duties.pay" in said:
        slots["shop"] = "duties { pay 5 EUR to users }"
    slots[where] = said
    made = lower(AROUND % slots)
    assert [finding.message for finding in made.findings] == []
    assert reach(made.value.charter, path) == expected


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
def test_a_duty(lower, said, expected):
    slots = dict.fromkeys(
        ("commons", "asset", "members", "shares", "organ", "guild", "shop", "currency", "provision", "top"), ""
    )
    slots["guild"] = "protects code"
    slots["shop"] = f"duties {{\n {said}\n }}"
    made = lower(AROUND % slots)
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


def test_duties_may_stand_elsewhere(model):
    made = model("firm shop { duties in pact }\nparty users\nagreement pact { between shop, users }")
    assert made.entities["shop"].duties_in == ("pact",)


def test_the_head_of_a_charter(lower):
    head = """charter "The Mill" {
      edition 1
      version "3"
      jurisdiction US-NY
      language en, de
      currency USD
      status adopted
      adopted on 2026-03-01
      bar entrenched
      particulars { registered office "Mill Lane 1"; founded 1999-01-02, "again" }
      allow GOV120 because "later"
    }
    """
    made = lower("", head=head)
    assert made.findings == ()
    header = made.value.charter.header
    assert (header.title, header.version, header.jurisdiction, header.languages, header.currency) == (
        "The Mill",
        "3",
        "US-NY",
        ("en", "de"),
        "USD",
    )
    assert (header.status, header.adopted, header.bar) == ("adopted", "2026-03-01", "entrenched")
    assert header.particulars == (
        Particular("registered office", ("Mill Lane 1",)),
        Particular("founded", ("1999-01-02", "again")),
    )
    assert made.value.charter.allowances == (Allowance("GOV120", "", "later"),)


def test_a_value_named_like_a_kind_is_of_that_kind(model):
    assert model('value openness "Open."').values["openness"].kind == "openness"
