"""Every statement of the language gets into the model: first what is said of things, classes and organs."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from charterlang.model.decisions import Act, Deciding, Rule
from charterlang.model.entities import (
    Dependence,
    DisputeStep,
    Door,
    Holding,
    Particular,
    SeatLine,
    Veto,
    Voting,
)
from charterlang.model.lower.dispatch import STATEMENTS
from charterlang.model.quantities import Duration, Money
from charterlang.model.things import Allowance, Contributions, Copyright, Licence

GRAMMAR = (Path(__file__).parent.parent.parent / "grammar" / "charter.lark").read_text(encoding="utf-8")
LISTS = {"charter": "_header"}


@pytest.mark.parametrize("kind", list(STATEMENTS))
def test_every_statement_of_the_grammar_has_its_row(kind):
    rule = LISTS.get(kind, f"_{kind}_statement")
    listed = re.search(rf"^{rule}:((?:.*\n)(?:[ \t]+\|.*\n)*)", GRAMMAR, re.MULTILINE)[1]
    shown_as = dict(re.findall(r"^(\w+):.*-> (\w+)", GRAMMAR, re.MULTILINE))
    assert {shown_as.get(name, name) for name in re.findall(r"[a-z_]+", listed)} == set(STATEMENTS[kind])


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
]


@pytest.mark.parametrize(("where", "said", "path", "expected"), SAYINGS, ids=[f"{row[0]}: {row[1]}" for row in SAYINGS])
def test_a_statement_is_found_in_the_model(told, where, said, path, expected):
    assert told(where, said, path) == expected


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
