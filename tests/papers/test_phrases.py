"""Decisions, acts and duties in words."""

import pytest

WORLD = """
value open "All may build on it." { kind openness }
commons code "The Code" { kind software; produces "programs"; licence MIT; upholds open }
asset mark "Word mark GUILD" { kind trademark; of code; held by guild }
association guild "Guild of Makers" {
  protects code
  upholds  open
  members makers { count 90; open to anyone admitted by council; vote one per member }
  members friends { held by shop; vote one per member }
  assembly meeting of makers, friends { quorum 1/3; decides by majority of votes cast }
  board trustees { seats 6; 4 elected by makers; 2 appointed by shop; decides by 4 of 6 }
  board council { seats 3; 3 elected by makers; decides by consent }
  powers { %(powers)s }
}
firm shop "Shop e.G." {
  uses code
  members workers { count 9; vote one per member }
  duties { %(duties)s }
}
party neighbours "Everyone who lives nearby"
person founder "The founder" { count 1 }
public registrar "Registrar of Charities"
investor capital "Capital Fund"
"""


@pytest.fixture
def power(papers):
    """The clause that words a power of the guild."""

    def said(text):
        written = papers(WORLD % {"powers": text, "duties": 'must "keep the peace" towards guild'})
        guild = written.charter.entities["guild"]
        (found,) = [each for each in guild.powers if not each.source and each.act.action in text]
        (clause,) = [each for each in written.paper("bylaws-guild").walk() if found.id in each.states and each.heading]
        return clause.heading, "".join(inline.text for inline in clause.blocks[0].inlines)

    return said


@pytest.mark.parametrize(
    ("charter", "heading", "text"),
    [
        (
            "relicense code requires meeting by 3/4 and consent of registrar testing purpose",
            "Relicensing the Code",
            (
                "The Association may relicense the Code only by a resolution of the Meeting passed by at least three quarters of "
                "the votes cast and with the prior written consent of the Registrar of Charities (which may be refused only "
                "where the act fails the test of the purpose)."
            ),
        ),
        (
            "transfer mark requires (meeting by majority of all members) or trustees by 5 of 6",
            "Transferring the trademark “Word mark GUILD”",
            (
                "The Association may transfer the trademark “Word mark GUILD” only either by a resolution of the Meeting passed by "
                "a majority of all members entitled to vote or by a resolution of the Trustees passed by at least five of "
                "six members."
            ),
        ),
        (
            "sell mark never",
            "Selling the trademark “Word mark GUILD”",
            "No organ, member or other person may sell the trademark “Word mark GUILD”.",
        ),
        (
            "amend articles requires meeting by 2/3 with quorum 50% in 2 readings apart 30 days",
            "Amending these Statutes",
            (
                "These Statutes may be amended only by a resolution of the Meeting passed by at least two thirds of the votes "
                "cast, at a meeting with a quorum of 50% of those entitled to vote and in two readings held at least 30 days "
                "apart."
            ),
        ),
        (
            "amend articles.powers requires meeting by 4/5 in each class",
            "Amending the clauses of these Statutes on powers and decisions",
            (
                "The clauses of these Statutes on powers and decisions (Article 16) may be amended only by a resolution of the "
                "Meeting passed by at least four fifths of the votes cast, in each class separately."
            ),
        ),
        (
            "dissolve requires 2 of (meeting by 3/4, trustees, consent of founder)",
            "Dissolving the Association",
            (
                "The Association may be dissolved only by at least two of the following: by a resolution of the Meeting passed "
                "by at least three quarters of the votes cast, by a resolution of the Trustees and with the prior written "
                "consent of the founder."
            ),
        ),
        (
            "act requires council",
            "Management and representation",
            "The Association is managed and represented only by a resolution of the Council.",
        ),
        (
            "relicense code requires shop only to open licences",
            "Relicensing the Code",
            (
                "The Association may relicense the Code only by a decision of Shop e.G., and only to licences that the Open "
                "Source Initiative, the Free Software Foundation or the Open Definition calls open."
            ),
        ),
        (
            "sell requires makers by unanimity and consent of neighbours",
            "Sale",
            (
                "All or substantially all of the undertaking of the Association, or control over it, may be sold only by a "
                "resolution of the Makers passed unanimously and with the prior written consent of Everyone who lives nearby."
            ),
        ),
    ],
)
def test_a_power_reads_as_a_lawyer_would_write_it(power, charter, heading, text):
    found_heading, found_text = power(charter)
    assert found_heading == heading
    assert found_text.startswith(text)


@pytest.fixture
def duty(papers):
    """The clause that words the one duty of the shop."""

    def said(text):
        written = papers(WORLD % {"powers": "act requires council", "duties": text})
        (found,) = [each for each in written.charter.duties if each.debtor == "shop"]
        clauses = [each for each in written.paper("articles-shop").walk() if found.id in each.states]
        return "".join(inline.text for inline in clauses[0].blocks[0].inlines)

    return said


@pytest.mark.parametrize(
    ("charter", "text"),
    [
        (
            "contribute 10% of surplus to guild",
            "The Enterprise must contribute 10% of its Surplus to Guild of Makers. Guild of Makers may enforce this duty.",
        ),
        (
            "contribute 500 EUR per month to guild",
            "The Enterprise must contribute EUR 500 a month to Guild of Makers. Guild of Makers may enforce this duty.",
        ),
        (
            "publish improvements to code within 6 months",
            (
                "The Enterprise must publish its improvements to the Code within six months of making them. Guild of Makers may "
                "enforce this duty."
            ),
        ),
        (
            "distribute at most 50% of surplus",
            (
                "The Enterprise must not distribute more than 50% of its Surplus in any financial year to its members, "
                "shareholders or other owners. No person outside the Enterprise may enforce this duty."
            ),
        ),
        (
            "distribute nothing",
            "The Enterprise must not distribute any surplus, reserve or asset to its members, shareholders or other owners.",
        ),
        (
            "report every 1 year to guild",
            "The Enterprise must report to Guild of Makers, every year. Guild of Makers may enforce this duty.",
        ),
        (
            "grant veto over sell, convert to guild testing purpose",
            (
                "The Enterprise must not sell all or substantially all of the undertaking of the Enterprise, or control over it "
                "or convert the Enterprise into another legal form without the prior written consent of Guild of Makers (which "
                "may be refused only where the act fails the test of the purpose)."
            ),
        ),
        (
            "pay floor 2500 EUR per month to workers",
            "The Enterprise must pay at least EUR 2,500 a month to the Workers.",
        ),
        (
            'must "keep the doors open on market days" towards guild',
            "The Enterprise must keep the doors open on market days. Guild of Makers may enforce this duty.",
        ),
        (
            "contribute 5% of revenue to guild, revocable",
            (
                "The Enterprise must contribute 5% of its Revenue to Guild of Makers. Guild of Makers may enforce this duty. The "
                "Enterprise may revoke this duty by written notice."
            ),
        ),
        (
            "contribute 5% of surplus to guild not binding",
            (
                "The Enterprise must contribute 5% of its Surplus to Guild of Makers. This is a statement of intent, which nobody "
                "may enforce."
            ),
        ),
        (
            "contribute 5% of surplus to guild, else shop pays 1000 EUR to guild",
            (
                "The Enterprise must contribute 5% of its Surplus to Guild of Makers. Guild of Makers may enforce this duty. If "
                "this duty is breached, the Enterprise will pay EUR 1,000 to Guild of Makers."
            ),
        ),
    ],
)
def test_a_duty_reads_as_a_lawyer_would_write_it(duty, charter, text):
    assert duty(charter).startswith(text)
