"""For every legal form a small charter that meets its law passes, and deliberate violations are each caught by the right rule."""

from __future__ import annotations

from fractions import Fraction

import pytest
from charters import context, read

from charterlang import law
from charterlang.checks.registry import run
from charterlang.source import Severity

FORMS = law.forms()


def small_charter(form_id: str, **changes: str) -> str:
    """A charter with one body of that form that says what the law asks, with some lines changed."""
    form = law.form(form_id)
    assert form is not None
    association = "association" in form.roles
    floor = form.amend_threshold or Fraction(2, 3)
    share = f"{floor.numerator}/{floor.denominator}" if floor > Fraction(1, 2) else "2/3"
    seats = max(form.board_min or 0, 5)
    count = max(form.founders_min or 0, 12)
    classes = {rule.field for rule in form.checks}
    parts = {
        "keyword": "association" if association else "firm",
        "form": form_id,
        "classes": f"members people {{ count {count}; open to anyone after 6 months; vote one per member }}",
        "more": "",
        "board": f"board council {{ seats {seats}; {seats} elected by people; term 2 years; decides by majority }}",
        "amend": f"amend articles requires meeting by {share}",
        "duties": "",
        "recipient": "on dissolution assets go to other",
        "disputes": "disputes mediation, then arbitration",
        "other": "coop" if any("cooperative" in str(rule.value) for rule in form.checks) else "trust",
    }
    if classes & {"categories", "groups"}:
        parts["more"] = (
            "members workers { count 12; open to anyone after 6 months; vote one per member }\n"
            "  members users { count 30; open to anyone after 6 months; vote one per member }"
        )
    if "return.maximum" in classes:
        parts["duties"] = "duties { distribute at most 5% of surplus }"
    parts.update(changes)
    return """
charter "Small" {{ edition 1; jurisdiction DE; language en; currency EUR }}

{keyword} body "The body" {{
  form {form}
  purpose "To serve."
  {classes}
  {more}
  assembly meeting of people {{ decides by majority of votes cast }}
  {board}
  {duties}
  powers {{ act requires council; {amend} }}
  {disputes}
  {recipient}
}}

association trust "Trust" {{ form de.stiftung; external }}
association coop "Federation" {{ form es.cooperativa-iniciativa-social; external }}
firm owner "Owner" {{ form uk.ltd; external }}
""".format(**parts).replace("assets go to other", f"assets go to {parts['other']}")


def errors(text: str) -> set[str]:
    """The codes of errors of law on a charter."""
    assert [finding.message for finding in read(text).findings] == []
    found = run(context(text), select=("LAW", "AST1"))
    return {finding.code for finding in found if finding.severity is not Severity.NOTE}


@pytest.mark.parametrize("form_id", FORMS)
def test_a_charter_that_meets_its_law_passes(form_id):
    unfinished = {"LAW230"} if form_id == "de.gmgv" else set()
    assert errors(small_charter(form_id)) == unfinished


def violations(form_id: str) -> dict[str, tuple[str, str]]:
    """Charters that each break one thing, with the code that should say so."""
    form = law.form(form_id)
    assert form is not None
    found = {
        "a slip in the form": ("LAW110", small_charter(form_id, form=f"{form_id}x")),
        "votes of other seats": (
            "GOV113",
            small_charter(form_id).replace("decides by majority }", "decides by 9 of 11 }"),
        ),
        "a quorum out of reach": (
            "GOV112",
            small_charter(form_id).replace("of votes cast }", "of votes cast; quorum 999 }"),
        ),
        "seats that do not add up": (
            "GOV111",
            small_charter(form_id).replace("elected by people", "elected by people; 1 appointed by owner"),
        ),
    }
    if "association" not in form.roles:
        code = "LAW121" if not form.nonprofit and not form.distribution_none else "LAW120"
        found["a firm's form as protector"] = (code, small_charter(form_id, keyword="association"))
    if "firm" not in form.roles:
        found["a protector's form as firm"] = ("LAW120", small_charter(form_id, keyword="firm"))
    if form.founders_min and form.founders_min > 1:
        few = f"members people {{ count {form.founders_min - 1}; open to anyone after 6 months; vote one per member }}"
        found["too few founders"] = ("LAW150", small_charter(form_id, classes=few, more=""))
    if form.board_min and form.board_min > 1:
        least = form.board_min - 1
        board = f"board council {{ seats {least}; {least} elected by people; term 2 years; decides by majority }}"
        found["too small a board"] = ("LAW151", small_charter(form_id, board=board))
    if form.amend_threshold is not None and form.amend_threshold > Fraction(1, 2):
        found["too easy an amendment"] = ("LAW160", small_charter(form_id, amend="amend articles requires meeting"))
    cap = form.owners_cap()
    if cap is not None and cap < 100:
        greedy = f"duties {{ distribute at most {int(cap) + 20}% of surplus }}"
        found["too much to owners"] = ("LAW130", small_charter(form_id, duties=greedy))
    if form.one_member_one_vote:
        rich = "members people { count 40; open to anyone after 6 months; votes by share }"
        found["votes by share"] = ("LAW140", small_charter(form_id, classes=rich))
    keyword = "association" if "association" in form.roles else "firm"
    locked = keyword == "association" or form.nonprofit
    if locked:
        refused = any(rule.field in {"asset_lock.recipient", "dissolution.recipient"} for rule in form.checks)
        found["assets to an owner"] = ("LAW180" if refused else "AST170", small_charter(form_id, other="owner"))
        found["assets to itself"] = ("AST190", small_charter(form_id, other="body"))
    if locked and not form.is_statutory_lock:
        found["no recipient"] = ("AST160", small_charter(form_id, recipient=""))
    return found


@pytest.mark.parametrize("form_id", FORMS)
def test_deliberate_violations_are_each_caught(form_id):
    broken = violations(form_id)
    assert len(broken) >= 5
    for what, (code, text) in broken.items():
        assert read(text).findings == (), what
        assert code in {finding.code for finding in run(context(text))}, what
