"""A charter that says everything the language can say of bodies: all of it shows in the papers."""

import pytest

CHARTER = """
value open "All may build on it." { kind openness }
commons code "The Code" {
  kind software; produces "programs"; process "review by two"; produced by guild.makers; serves "everyone who codes"
  access open to anyone; licence AGPL-3.0-or-later, irrevocable, covers code, data; documentation CC-BY-SA-4.0
  contributions under CLA to guild only to open licences with guild.meeting by 2/3
  boundaries "what is in the forge"; rules "be kind"; monitored by guild.watch; sanctions "a talk", "a warning"
  disputes mediation in "Ghent", then arbitration
  copyright held by guild 60%; releases by guild.watch; channel held by shop; mirrored by anyone; exit by fork, export
  upholds open
}
commons well "The Well" { kind water; access guild.makers; rules "one bucket a day"; powers { close well requires guild.meeting by 4/5 } }
asset mark "Word mark CODE" { kind trademark; of code; held by guild }
asset ground "Mill Lane 4" { kind land; of well; held by city; lock ground use basis covenant survives sale }
association guild "Guild" {
  protects code
  upholds open
  form de.ev
  seat "Ghent"
  members makers "Makers" {
    count 40; open to anyone after "200 hours of work" admitted by watch; fee 10 EUR; dues 5 EUR per month
    vote one per member, at most 10% per holder; limit 1 member per employer; usual turnout 40%; not transferable
    veto sell, convert testing purpose; exit by copy, leave
  }
  members patrons { held by shop, city; votes 20%; closed }
  assembly meeting of makers, patrons { quorum 1/4; decides by majority of votes cast; meets every 3 months; notice 21 days }
  board council {
    seats 7; 3 elected by makers; 1 appointed by shop on behalf of makers; 1 drawn by makers; 2 filled by itself
    term 3 years, staggered, at most 2 terms; limit 1 seat per employer; removable by meeting by 2/3; casting vote speaker
  }
  group watch of makers { decides by consensus; meets every 1 week }
  office speaker { held by founder; term life }
  powers {
    act                requires council
    admit to makers    requires watch
    expel from makers  requires meeting by 2/3
    appoint speaker    requires council
    relicense code     requires meeting by 3/4 and consent of city testing purpose
    borrow             requires council by 5 of 7
    amend articles     requires meeting by 3/4
    amend articles.purpose never
    merge, split       requires meeting by 4/5
    distribute         never
    dissolve           requires meeting by 4/5
  }
  lock reserves value basis charity-law
  floor 6 months
  on dissolution assets go to heir, else city
  disputes conversation, then court in "Ghent"
  affiliated with heir
}
association heir "Heir" { external }
firm shop "Shop" {
  form de.gmbh
  upholds open
  uses code
  shares plain { held by founder 70%, capital 30%; votes by share, at most 20% per holder; profit by share, at most 6%; gains from sell }
  shares golden { held by guild 1%; votes none; profit none; veto sell, convert testing purpose }
  board managers { all appointed by plain }
  duties {
    contribute 5% of surplus to guild within 3 months
    pay floor 2500 EUR per month to workers
    asset lock to guild
    hire from guild
    restore well
    keep mark
    hand over code to guild
    must not sell code
    report every 1 year to guild
  }
  powers { act requires managers; issue plain requires plain by 3/4; sell requires plain by 3/4 and consent of guild testing purpose }
  surplus 20% to reserves, 10% to guild, to founder
  losses borne by founder
  debt 50000 EUR to bank, converts
  supplied by bank with "payments", exclusive
}
agreement pact "Pact" {
  between guild, shop, city
  purpose "To keep the mill."
  duties { guild licenses mark to shop; shop must "grind on Mondays" towards city survives insolvency }
  term unlimited
  change of control of shop requires consent of guild
  terminate requires guild.council after notice of 90 days
  amend requires guild.meeting and consent of city
  on breach shop loses licence of mark after 30 days
  disputes ombudsperson, then guild.watch
  law BE
  in force from 2025-01-31
}
fund chest "Chest" { held by guild; purpose "tools" }
currency hours "Hours" {
  kind time-bank; unit "an hour of anyone's work"; debit limit 20 hours per member; demurrage 2% per year
  issued by guild; expires after 2 years
}
provision bread "Bread" {
  need "Bread for all"; by purchase from shop paid by chest; by gift from founder
  decided by guild.meeting by majority; serves users
  affects bakers by "lost trade" remedied by chest, duty of shop, "a share of the oven" heard in guild.watch
}
flow rent from shop to guild 300 EUR per month under pact
party users "Everyone who eats" { side community }
party bakers "The bakers"
party workers "Those who work at Shop"
person founder "The founder" { count 1 }
investor capital "Capital Fund"
investor bank "The bank"
public city "City of Ghent"
"""


@pytest.fixture(scope="module")
def everything():
    from charterlang.model.load import load
    from charterlang.source import MemoryFiles

    from .conftest import Written

    text = f'charter "Everything" {{\n  edition 1; jurisdiction BE; adopted 2024-05-01\n}}\n{CHARTER}'
    loaded = load("main.charter", MemoryFiles({"main.charter": text}))
    assert [finding.message for finding in loaded.findings if str(finding.severity) == "error"] == []
    return Written(loaded.value)


def test_nothing_is_amiss(everything):
    assert [f"{each.code}: {each.message}" for each in everything.findings if each.code != "DOC120"] == []


@pytest.mark.parametrize(
    ("paper", "words"),
    [
        ("bylaws-guild", "It is produced in this way: review by two."),
        ("bylaws-guild", "It serves everyone who codes."),
        ("bylaws-guild", "Its boundaries are these: what is in the forge"),
        ("bylaws-guild", "The channel by which versions reach their users is held by Shop."),
        ("bylaws-guild", "Versions are released by the Watch."),
        ("bylaws-guild", "Full copies of it are kept by anyone who wishes"),
        ("bylaws-guild", "That licence is irrevocable and covers code and data."),
        ("bylaws-guild", "Its documentation is available under CC-BY-SA-4.0."),
        ("bylaws-guild", "The rights so given may be used for open licences only."),
        ("bylaws-guild", "Copyright in it is held by the Association (60%)."),
        ("bylaws-guild", "An applicant must first have met this condition: 200 hours of work."),
        ("bylaws-guild", "Each pays a fee of EUR 10 on joining."),
        ("bylaws-guild", "Each pays dues of EUR 5 a month."),
        ("bylaws-guild", "Each member of the Makers has one vote, but nobody has more than 10% of the votes."),
        ("bylaws-guild", "No more than one member per employer."),
        ("bylaws-guild", "Membership in it cannot be transferred."),
        ("bylaws-guild", "without the prior consent of the Makers (which may be refused only where"),
        ("bylaws-guild", "Whoever leaves the class may do so by keeping a full copy and ending their membership"),
        ("bylaws-guild", "The Patrons consist of Shop and the City of Ghent"),
        ("bylaws-guild", "Together, the Patrons have 20% of all votes."),
        ("bylaws-guild", "The Meeting meets every three months"),
        ("bylaws-guild", "at least 21 days before"),
        ("bylaws-guild", "25% of those entitled to vote are present"),
        ("bylaws-guild", "one seat by appointment by Shop, on behalf of the Makers"),
        ("bylaws-guild", "one seat by drawing lots among the Makers"),
        ("bylaws-guild", "two seats by choice of those who hold seats"),
        ("bylaws-guild", "Members of the Council serve for three years, in staggered terms"),
        ("bylaws-guild", "and for at most two terms."),
        ("bylaws-guild", "may be removed before the end of their term only by a resolution of the Meeting"),
        ("bylaws-guild", "In a tie the Speaker has the casting vote."),
        ("bylaws-guild", "The Watch decides by consensus"),
        ("bylaws-guild", "A decision is taken by consent, or by consensus, when nobody"),
        ("bylaws-guild", "The Speaker is an office held by the founder."),
        ("bylaws-guild", "The Association may exclude a person from the Makers only by a resolution of the Meeting"),
        (
            "bylaws-guild",
            "No organ, member or other person may amend the clauses of these Statutes on the purpose (Article 3).",
        ),
        ("bylaws-guild", "The Association may be merged with another body only by a resolution of the Meeting"),
        ("bylaws-guild", "Those who watch over the use of the Code are the Watch."),
        ("bylaws-guild", "a conversation between those concerned, then the courts in Ghent"),
        ("bylaws-guild", "keeps a reserve of at least its costs for six months"),
        ("bylaws-guild", "What remains goes to Heir, or if it cannot take it, to the City of Ghent"),
        ("bylaws-guild", "1% of the Golden Shares of Shop"),
        ("bylaws-guild", "the Chest, kept apart from its other money for this purpose: tools"),
        (
            "bylaws-guild",
            "Hours is a unit of a time bank, issued by the Association. Its unit is an hour of anyone's work.",
        ),
        (
            "bylaws-guild",
            "No member may owe more than 20 Hours. Balances lose 2% a year. Units expire after two years.",
        ),
        ("bylaws-guild", "EUR 300 a month from Shop"),
        ("bylaws-guild", "These Statutes were adopted on 1 May 2024."),
        (
            "articles-shop",
            "The Plain Shares carry votes in proportion to their number, but nobody has more than 20% of the votes.",
        ),
        ("articles-shop", "The Plain Shares take part in profit in proportion to their number, up to 6% a year"),
        ("articles-shop", "Their holders share in the proceeds of sale."),
        ("articles-shop", "The Golden Shares carry no vote. The Golden Shares take no part in profit."),
        ("articles-shop", "without the prior consent of the holders of the Golden Shares"),
        ("articles-shop", "all seats by appointment by the holders of the Plain Shares"),
        ("articles-shop", "within three months of the end of each financial year"),
        ("articles-shop", "must offer the work it has to give first to Guild"),
        ("articles-shop", "must hand over the Code to Guild"),
        ("articles-shop", "The Company must not sell the Code."),
        ("articles-shop", "20% of the Surplus is kept by the Company in its reserves."),
        ("articles-shop", "The rest of the Surplus goes to the founder."),
        ("articles-shop", "Losses are borne by the founder."),
        ("articles-shop", "owes EUR 50,000 to the bank. The creditor may turn the debt into shares"),
        ("articles-shop", "A change of control of the Company is lawful only with the prior written consent of Guild."),
        ("agreement-pact", "“To keep the mill.”"),
        ("agreement-pact", "This duty survives insolvency."),
        ("agreement-pact", "The Agreement is in force from 31 January 2025, without limit of time."),
        ("agreement-pact", "The Agreement may be terminated only by a resolution of the Council of Guild."),
        ("agreement-pact", "at least 90 days before"),
        (
            "agreement-pact",
            "The Agreement may be amended only by a resolution of the Meeting of Guild and with the prior written consent",
        ),
        (
            "agreement-pact",
            "If Shop breaks the Agreement, Shop will lose the licence of the trademark “Word mark CODE”, 30 days after",
        ),
        ("agreement-pact", "an ombudsperson, then a decision of the Watch of Guild"),
        ("agreement-pact", "The law of Belgium applies."),
        ("agreement-pact", "Others may join the Agreement"),
        ("protocol-bread", "purchase from Shop, paid by the Chest"),
        ("protocol-bread", "It is the need of Everyone who eats."),
        ("protocol-bread", "They are heard in the Watch before it is taken."),
        (
            "protocol-bread",
            "from the Chest, and by what Shop must do as they have promised, and by a share of the oven",
        ),
        ("licence-well", "one bucket a day"),
        ("licence-well", "may close access to the Well only by a resolution of the Meeting of Guild"),
        ("contribution-agreement-code", "so far as these are open licences"),
        ("contribution-agreement-code", "The rights are used to relicense only by a resolution of the Meeting"),
        ("register-of-ties", "The land “Mill Lane 4” is held by the City of Ghent."),
        ("register-of-ties", "payments, and from nobody else"),
    ],
)
def test_what_the_charter_says_stands_in_the_papers(everything, paper, words):
    assert words in everything.text(paper)


TWO_ALIKE = """
association guild "Guild" {
  members makers { open to anyone; vote one per member }
  members friends { open to anyone; vote one per member }
  assembly spring of makers
  assembly autumn of friends
  board kitchen { seats 3; 3 elected by makers }
  board cellar { seats 3; 3 elected by friends }
  powers { act requires kitchen }
}
"""


def test_two_bodies_alike_are_not_worded_alike(papers):
    written = papers(TWO_ALIKE)
    assert written.codes == []
