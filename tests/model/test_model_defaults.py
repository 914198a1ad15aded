"""What the legal form fills in where a charter is silent, always with its statute, and never by guessing."""

from __future__ import annotations

from fractions import Fraction

import pytest

from charterlang import law
from charterlang.model.decisions import Act, Deciding, Rule

FIRM = "firm f {{ form {form}\n {inside}\n}}\nparty p"


def firm(model, form, inside="members workers { count 9 }"):
    return model(FIRM.format(form=form, inside=inside)).entities["f"]


def test_a_co_operative_meets_and_elects_a_board(model):
    made = firm(model, "de.eg")
    meeting, board = made.organs
    assert (meeting.id, meeting.kind, meeting.classes) == ("f.members-meeting", "assembly", ("f.workers",))
    assert (board.id, board.kind, board.seat_lines[0].by) == ("f.board", "board", "f.members-meeting")
    assert all("GenG" in organ.source for organ in made.organs)


def test_shareholders_meet_too(model):
    made = firm(model, "de.gmbh", "shares stock { held by p 100% }")
    assert [organ.name for organ in made.organs] == ["shareholders-meeting", "board"]


def test_what_the_charter_says_stands(model):
    made = firm(
        model, "de.eg", "members workers\n assembly all-hands of workers\n board three { 3 elected by workers }"
    )
    assert [organ.name for organ in made.organs] == ["all-hands", "three"]
    assert [organ.source for organ in made.organs] == ["", ""]


def test_a_name_that_is_taken_is_left_alone(model):
    made = firm(model, "de.eg", "members board\n")
    assert [organ.name for organ in made.organs] == ["members-meeting", "statutory-board"]


def test_organs_by_law_can_be_named_in_powers(model):
    made = firm(
        model, "de.eg", "members workers\n powers { act requires board; dissolve requires members-meeting by 3/4 }"
    )
    assert made.powers[0].decision == Deciding("f.board")


def test_nobody_sits_in_the_organs_of_a_body_whose_members_nobody_named(model):
    assert firm(model, "de.gmbh", "").organs == ()
    assert not firm(model, "de.gmbh", "").described


def test_a_class_without_votes_does_not_meet(model):
    made = firm(model, "de.gmbh", "shares a { held by p 50% }\n shares b { held by p 50%; votes none }")
    assert made.organs[0].classes == ("f.a",)


def test_votes_are_counted_as_the_statute_says(model):
    voting = firm(model, "de.eg").classes[0].voting
    assert (voting.kind, "GenG" in voting.source) == ("each", True)
    assert firm(model, "de.gmbh", "shares stock").classes[0].voting.kind == "share"
    assert firm(model, "us.de.llc").classes[0].voting is None


AMENDING = [
    ("de.eg", Deciding("f.members-meeting", Rule("fraction", Fraction(3, 4), basis="votes"))),
    ("nl.vereniging", Deciding("f.members-meeting", Rule("fraction", Fraction(2, 3), basis="votes"))),
    ("ch.verein", Deciding("f.members-meeting", Rule("majority", Fraction(1, 2), basis="present"))),
    ("us.de.llc", Deciding("f.members-meeting", Rule("unanimity", Fraction(1), basis="members"))),
    ("us.de.nonstock", Deciding("f.board", Rule("majority", Fraction(1, 2), basis="seats"))),
    ("us.ny.nfp", Deciding("f.workers", Rule("majority", Fraction(1, 2), basis="members"))),
]


@pytest.mark.parametrize(("form", "decision"), AMENDING, ids=[row[0] for row in AMENDING])
def test_the_statute_says_who_amends_the_articles(model, form, decision):
    (power,) = firm(model, form).powers
    assert (power.id, power.act) == ("f.powers.amend-articles", Act("amend", "f.articles"))
    assert power.decision == decision
    assert power.source == law.form(form).cites("amendment")
    assert power.basis == "statute"


def test_the_charter_may_say_it_itself(model):
    (power,) = firm(model, "de.eg", "members workers\n powers { amend articles requires workers by 4/5 }").powers
    assert power.source == ""


def test_a_board_and_members_decide_together_where_the_statute_says_both(model):
    decision = firm(model, "us.ca.worker-coop").powers[0].decision
    assert [part.body for part in decision.parts] == ["f.board", "f.members-meeting"]


@pytest.mark.parametrize("form", [name for name in law.forms() if law.form(name).amend_threshold is None])
def test_a_share_nobody_has_read_is_not_guessed(lower, form):
    made = lower(FIRM.format(form=form, inside="members workers")).value.charter
    assert made.powers == ()


@pytest.mark.parametrize("form", law.forms())
def test_everything_filled_in_names_its_statute(lower, form):
    made = lower(FIRM.format(form=form, inside="members workers\n shares stock { held by p 100% }")).value.charter
    entity = made.entities["f"]
    assert entity.nonprofit is law.form(form).nonprofit
    filled = [*entity.organs, *entity.powers, *made.locks, *([entity.dissolution] if entity.dissolution else [])]
    assert all(each.source for each in filled)
    assert all(organ.classes or organ.seat_lines for organ in entity.organs)


class TestTheLockOfTheLaw:
    def test_it_stands_on_statute_where_members_cannot_end_it(self, model):
        (lock,) = model("association a { form us.501c3; external }").locks
        assert (lock.id, lock.thing, lock.part, lock.bases, lock.protects) == (
            "a.locks.assets",
            "a",
            "assets",
            ("statute",),
            ("value",),
        )

    def test_it_stands_on_the_articles_where_they_can(self, model):
        (lock,) = model("firm g { form de.ggmbh; shares stock }").locks
        assert lock.bases == ("articles",)

    @pytest.mark.parametrize("form", ["us.ny.nfp", "de.gmbh", "de.ev"])
    def test_a_lock_on_a_part_or_by_choice_is_no_lock(self, model, form):
        assert model(f"association a {{ form {form}; external }}").locks == ()


def test_a_body_that_is_only_named_gets_no_organs(model):
    made = model("association a { form de.ev; external; members crew }").entities["a"]
    assert (made.nonprofit, made.organs, made.powers) == (True, (), ())


def test_recipients_by_law_are_words(model):
    ends = model("association a { form de.stiftung; external }").entities["a"].dissolution
    assert ends.to == ()
    assert ends.words
    assert ends.source


def test_a_form_nobody_knows_fills_in_nothing(model):
    made = model("firm f { form zz.nothing; members crew }").entities["f"]
    assert (made.form, made.nonprofit, made.organs) == ("zz.nothing", None, ())


def test_an_assembly_is_of_all_who_vote_unless_it_says_of_whom(model):
    made = model("association a { members crew; members guests { vote none }; assembly all-hands }")
    assert made.organs["a.all-hands"].classes == ("a.crew",)
