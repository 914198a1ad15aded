"""A lawyer's own clauses and terms."""

import pytest

GUILD = """
value open "All may build on it." { kind openness }
commons code "The Code" { kind software; licence MIT; upholds open }
association guild "Guild" {
  protects code
  upholds open
  members makers { open to anyone after 6 months admitted by makers; vote one per member }
  powers { relicense code requires makers by 3/4; amend articles requires makers by 2/3 }
}
"""


@pytest.mark.parametrize(
    ("place", "order"),
    [
        ("before purpose", ["name", "seat", "our-song", "purpose"]),
        ("after purpose", ["name", "seat", "purpose", "our-song"]),
        ("instead of purpose", ["name", "seat", "purpose"]),
        ("without purpose", ["name", "seat"]),
    ],
)
def test_a_clause_is_placed(papers, place, order):
    clause = f'clause our-song "Our song" {{\n in bylaws of guild\n {place}\n text "We sing."\n states guild\n}}\n'
    written = papers(GUILD + clause)
    general = written.clause("bylaws-guild", "part.general")
    assert [each.id for each in general.children] == order
    said = "We sing." in written.text("bylaws-guild")
    assert said != place.startswith("without")


def test_a_clause_in_the_place_of_another_keeps_its_id_so_that_references_hold(papers):
    text = 'clause aims "Aims" {\n in bylaws\n instead of purpose\n text "We keep the Code.\\n\\nFor all."\n states guild, code\n}\n'
    written = papers(GUILD + text.replace("\\n\\n", "\n\n").replace('"We', '"""We').replace('all."', 'all."""'))
    clause = written.clause("bylaws-guild", "purpose")
    assert clause.heading == "Aims"
    assert [block.inlines[0].text for block in clause.blocks] == ["We keep the Code.", "For all."]
    assert clause.origin[0].line == 14
    assert written.codes == []


def test_a_section_may_be_edited_too(papers):
    text = 'clause hours {\n in bylaws\n after membership.register\n text "The register is open on Mondays."\n}\n'
    written = papers(GUILD + text)
    membership = written.clause("bylaws-guild", "membership")
    place = [each.id for each in membership.children].index("hours")
    assert membership.children[place - 1].id == "membership.register"
    assert membership.children[place].level == "section"


def test_what_a_clause_left_out_stated_is_no_longer_in_the_papers(papers):
    written = papers(GUILD + "clause none {\n in bylaws\n without powers.relicense-code\n}\n")
    assert written.codes == ["DOC106", "DOC107"]
    unstated, unprotected = [each for each in written.findings if each.code != "DOC120"]
    assert unstated.subject == "guild.powers.relicense-code"
    assert "no clause states `guild.powers.relicense-code`" in unprotected.message
    assert unprotected.verdict.endswith("not in the papers")


def test_a_reference_to_a_clause_left_out_dangles_unless_it_may_go(papers):
    written = papers(GUILD + "clause none {\n in bylaws\n without disputes\n}\n")
    assert "DOC114" in written.codes
    written = papers(GUILD + "clause none {\n in bylaws\n without conflicts\n}\n")
    assert written.codes == [], "words about it may go with it"


@pytest.mark.parametrize(
    ("clause", "code", "help_"),
    [
        ('clause x {\n in bylaws\n after pupose\n text "y"\n}\n', "DOC103", "did you mean `purpose`"),
        ('clause x {\n in articles\n after purpose\n text "y"\n}\n', "DOC102", "the papers are: "),
        ('clause seat {\n in bylaws\n after purpose\n text "y"\n}\n', "DOC104", ""),
    ],
)
def test_a_clause_that_cannot_be_placed_is_reported(papers, clause, code, help_):
    (finding,) = [each for each in papers(GUILD + clause).findings if each.code == code]
    assert finding.span is not None
    assert "".join(finding.help).startswith(help_)


def test_a_lawyers_term_is_marked_and_defined(papers):
    written = papers(
        GUILD + 'define "the Corporation\'s Code" as "all that the makers make"\ndefine "register" as "the book"\n'
    )
    paper = written.paper("bylaws-guild")
    defined = {each.term: "".join(inline.text for inline in each.meaning) for each in paper.definitions}
    assert defined["register"] == "the book"
    assert "the Corporation's Code" not in defined, "nothing uses it"
    used = [inline for clause in paper.walk() for block in clause.blocks for inline in getattr(block, "inlines", ())]
    assert any(getattr(inline, "key", "") == "register" for inline in used)


def test_a_lawyers_definition_goes_before_ours(papers):
    written = papers(GUILD + 'define "Member" as "whoever has paid"\n')
    (definition,) = [each for each in written.paper("bylaws-guild").definitions if each.key == "member"]
    assert definition.meaning[0].text == "whoever has paid"
