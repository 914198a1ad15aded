"""Rules on models built by hand: what they find without any text."""

from __future__ import annotations

from fractions import Fraction

from charterlang.checks.context import Context
from charterlang.checks.registry import run
from charterlang.model import Charter, Header
from charterlang.model.decisions import Act
from charterlang.model.entities import Entity, EntityKind, Organ, SeatLine
from charterlang.model.things import Asset, Commons, Value
from charterlang.powers.verdicts import Level, Member, Protection, Repair, Side, Step, ValueVerdict, Verdicts
from charterlang.source import Severity, Span

PLACE = Span("brindle.charter", 0, 10, 20)
OTHER = Span("brindle.charter", 1, 5, 9)


def brindle(level: Level = Level.EXPOSED, bar: str = "") -> Context:
    charter = Charter(
        "brindle.charter",
        header=Header(bar=bar),
        values={"openness": Value("openness", "openness")},
        commons={"brindle": Commons("brindle", "Brindle", upholds=("openness",))},
        entities={
            "harbour-fund": Entity("harbour-fund", EntityKind.INVESTOR, "Harbour Fund"),
            "friends": Entity("friends", EntityKind.ASSOCIATION, "Friends of Brindle", protects=("brindle",)),
        },
    )
    weakest = Protection(
        "openness",
        "brindle",
        Act("relicense", "brindle"),
        level,
        coalition=(Member("harbour-fund", Side.COMMERCIAL),),
        steps=(Step("Harbour Fund holds 55 % of the votes", OTHER), Step("so it appoints the directors", PLACE)),
        repairs=(Repair("take contributions under DCO", Level.ENTRENCHED),),
        span=PLACE,
    )
    other = Protection("openness", "brindle", Act("close", "brindle"), Level.COMMERCIAL)
    return Context(charter, Verdicts((ValueVerdict("openness", "brindle", level, (weakest, other)),)))


def codes(context: Context) -> list[str]:
    return [finding.code for finding in run(context)]


def test_an_exposed_value_is_told_with_its_steps_places_and_repair():
    (finding,) = run(brindle(), select=("POW",))
    assert finding.code == "POW110"
    assert finding.message == "Harbour Fund can close future versions of Brindle alone"
    assert finding.verdict == "openness: exposed (0)"
    assert finding.steps[0] == "Harbour Fund holds 55 % of the votes"
    assert "shut access to Brindle" in finding.steps[-1]
    assert finding.span == PLACE
    assert finding.label == "step 2"
    assert [(label.span, label.text) for label in finding.related] == [(OTHER, "step 1")]
    assert finding.help == ("take contributions under DCO (then entrenched (4))",)


def test_a_value_at_the_bar_is_no_finding():
    assert [code for code in codes(brindle(Level.COMMUNITY)) if code.startswith("POW")] == []


def test_a_bar_in_the_header_makes_what_is_below_it_an_error():
    context = brindle(Level.INSIDER, bar="community")
    assert context.weight(Level.INSIDER) is Severity.ERROR
    assert brindle().weight(Level.INSIDER) is Severity.WARNING
    assert brindle(bar="exposed").weight(Level.EXPOSED) is Severity.WARNING


def test_an_asset_without_a_holder_and_a_commons_without_a_protector_are_found():
    charter = Charter(
        "x.charter",
        commons={"loom": Commons("loom", "Loom")},
        assets={"mark": Asset("mark", "trademark", "LOOM", of=("loom",))},
        entities={"firm": Entity("firm", EntityKind.FIRM)},
    )
    assert {finding.code for finding in run(Context(charter), select=("AST",))} == {"AST110", "AST120"}


def test_seats_are_added_up():
    lines = (SeatLine("kitchen.cooks", "elected", 2), SeatLine("kitchen.citizens", "elected", share=Fraction(1, 2)))
    organ = Organ("kitchen.council", "council", "kitchen", "board", seats=6, seat_lines=lines)
    charter = Charter(
        "x.charter", entities={"kitchen": Entity("kitchen", EntityKind.ASSOCIATION, "Kitchen", organs=(organ,))}
    )
    (finding,) = run(Context(charter), select=("GOV111",))
    assert finding.message == "There are six seats in the council of Kitchen, but nobody fills one of them"


def test_a_charter_without_the_subject_of_a_rule_does_not_run_it():
    assert run(Context(Charter("empty.charter"))) == ()
