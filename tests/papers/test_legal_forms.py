"""Every legal form: what the law asks its constitution to say is said, and the paper is free of faults."""

import pytest

from charterlang import law
from charterlang.model import Charter, Header
from charterlang.model.entities import Entity, EntityKind
from charterlang.papers.assemble import basis
from charterlang.papers.desk import required
from charterlang.papers.families import FAMILIES, PRESCRIBED, family_of
from charterlang.papers.write import write
from charterlang.source import Sources

FORMS = [(form_id, role) for form_id in law.forms() for role in law.form(form_id).roles]


def bare(form_id, role):
    """A charter with nothing but one body of the form: the hardest case, since it says nothing itself."""
    jurisdiction = law.form(form_id).jurisdiction
    entity = Entity("guild", EntityKind(role), title="Guild", form=form_id)
    return Charter("guild.charter", Header(jurisdiction=jurisdiction), entities={"guild": entity})


@pytest.mark.parametrize(("form_id", "role"), FORMS)
def test_what_the_law_asks_for_is_said(form_id, role):
    charter = bare(form_id, role)
    result = write(charter, None, Sources())
    assert [f"{each.code}: {each.message}" for each in result.findings if each.code != "DOC120"] == []


def test_a_form_that_asks_for_more_is_reported(tmp_path):
    folder = tmp_path / "en" / "shared"
    folder.mkdir(parents=True)
    (folder / "dissolution.md.j2").write_text("# dissolution | Dissolution\nAs the law says.\n", encoding="utf-8")
    (tmp_path / "en" / "prescribed").mkdir()
    head = "{% include 'en/parts/prescribed_head.md.j2' %}\n\n## prescribed.a\n@ points 1\nSo it is.\n"
    (tmp_path / "en" / "prescribed" / "at.verein.md.j2").write_text(head, encoding="utf-8")
    result = write(bare("at.verein", "association"), None, Sources(), templates=str(tmp_path))
    asked = [each.message for each in result.findings if each.code == "DOC105"]
    stated = [each.message for each in result.findings if each.code == "DOC108"]
    assert asked == [
        "the constitution of Guild must cover “dissolution and assets”, and no clause does",
    ]
    assert [message.rsplit(": ", 1)[1] for message in stated] == [
        "how that body is made up and named, with care for its impartiality",
        "both sides heard",
    ]


@pytest.mark.parametrize(
    ("form_id", "role", "family"),
    [
        ("us.ny.nfp", "association", "us-nonprofit"),
        ("us.501c3", "association", "us-nonprofit"),
        ("de.ev", "association", "ev"),
        ("fr.association-1901", "association", "loi-1901"),
        ("de.stiftung", "association", "foundation"),
        ("us.or.stewardship-trust", "association", "trust"),
        ("uk.clg", "association", "guarantee-company"),
        ("uk.cic-guarantee", "association", "insert-association"),
        ("uk.cic-shares", "firm", "insert-firm"),
        ("de.eg", "firm", "cooperative"),
        ("us.ny.worker-coop", "firm", "us-cooperative"),
        ("fr.scic", "firm", "scic"),
        ("fr.scop", "firm", "scop"),
        ("de.gmbh", "firm", "company"),
        ("fr.sas", "firm", "company"),
        ("us.de.llc", "firm", "llc"),
        ("us.de.pbc", "firm", "benefit"),
        ("uk.llp", "firm", "partnership"),
    ],
)
def test_each_form_has_its_family(form_id, role, family):
    assert family_of(bare(form_id, role).entities["guild"], law.form(form_id)) == FAMILIES[family]


@pytest.mark.parametrize(("role", "family"), [("association", "generic-association"), ("firm", "generic-firm")])
def test_a_body_without_a_form_has_a_generic_paper(role, family):
    entity = Entity("guild", EntityKind(role), title="Guild")
    assert family_of(entity, None) == FAMILIES[family]


def test_a_prescribed_constitution_yields_clauses_to_insert():
    for form_id in sorted(PRESCRIBED):
        (paper, *_) = write(
            bare(form_id, "association" if form_id != "uk.cic-shares" else "firm"), None, Sources()
        ).value
        assert paper.title == "Clauses to insert in the constitution of Guild"
        ids = {clause.id for clause in paper.walk()}
        assert "insertion" in ids
        assert "conflicts" not in ids, "the model has it"


def test_a_foundation_without_members_has_no_meeting_of_members():
    (paper, *_) = write(bare("de.stiftung", "association"), None, Sources()).value
    ids = {clause.id for clause in paper.walk()}
    assert "membership.none" in ids
    assert not ids & {"voting", "leaving", "meeting"}


def test_every_point_of_a_prescribed_text_is_numbered_within_the_law(example):
    for form_id, role in FORMS:
        form = law.form(form_id)
        if form.prescribed_text is None:
            continue
        paper = write(bare(form_id, role), None, Sources()).value[0]
        (article,) = [clause for clause in paper.walk() if clause.id == "prescribed"]
        assert article.basis[0].citation == form.prescribed_text.provision


@pytest.mark.parametrize(
    ("form_id", "page"), [("us.ny.nfp", "Letter"), ("ca.nfp", "Letter"), ("de.ev", "A4"), ("uk.clg", "A4")]
)
def test_the_page_is_that_of_the_place(form_id, page):
    assert write(bare(form_id, "association"), None, Sources()).value[0].meta["page"] == page


def test_a_statute_is_cited_with_the_year_in_which_it_was_read():
    found = basis(law.form("us.ny.nfp"), "amendment")
    assert found.citation == "NY Not-for-Profit Corporation Law s.802"
    assert found.checked == "2024"
    assert basis(law.form("us.ny.nfp"), "no such subject") is None


def test_a_required_subject_loses_its_condition():
    assert required("assets-on-dissolution (AO)") == "assets-on-dissolution"
