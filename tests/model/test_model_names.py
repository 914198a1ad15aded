"""Names: what they mean where they stand, and what is said of those that mean nothing."""

from __future__ import annotations

import pytest

from charterlang.model import mention
from charterlang.model.decisions import Act, Deciding

KITCHEN = """
value openness "Open" { kind openness }
commons cookbook "Cookbook" { kind knowledge }
association kitchen "Kitchen" {
  protects cookbook
  holds trademark "Kitchen"
  members citizens { count 4; vote one per member }
  assembly council of citizens
  %s
}
firm vendors "Vendors" {
  members sellers { count 3 }
  %s
}
"""


def kitchen(inside="", firm="", below=""):
    return KITCHEN % (inside, firm) + below


def power_in(inside):
    return kitchen(f"powers {{\n {inside}\n }}")


@pytest.mark.parametrize(
    ("written", "act"),
    [
        ("amend articles", Act("amend", "kitchen.articles")),
        ("amend bylaws", Act("amend", "kitchen.articles")),
        ("amend articles.powers", Act("amend", "kitchen.articles.powers")),
        ("amend articles.council", Act("amend", "kitchen.articles.council")),
        ("amend purpose", Act("amend", "kitchen.articles.purpose")),
        ("amend asset-lock", Act("amend", "kitchen.articles.asset-lock")),
        ("amend vendors.articles", Act("amend", "vendors.articles")),
        ("distribute reserves", Act("distribute", "kitchen")),
        ("sell assets", Act("sell", "kitchen")),
        ("dissolve", Act("dissolve", "kitchen")),
        ("transfer trademark", Act("transfer", "kitchen.trademark")),
        ("transfer kitchen.trademark", Act("transfer", "kitchen.trademark")),
        ("admit to citizens", Act("admit", "kitchen.citizens")),
        ("act on trademark", Act("act", "kitchen.trademark")),
        ("licence trademark", Act("license", "kitchen.trademark")),
        ("relicense cookbook", Act("relicense", "cookbook")),
    ],
)
def test_the_thing_of_an_act(model, written, act):
    (power,) = model(power_in(f"{written} requires council")).entities["kitchen"].powers
    assert power.act == act


def test_ids_of_powers_tell_what_they_allow(model):
    lines = "act requires council; amend articles.powers requires council; sell vendors requires council; sell vendors never"
    made = model(power_in(lines))
    assert [power.id for power in made.entities["kitchen"].powers] == [
        "kitchen.powers.act",
        "kitchen.powers.amend-articles-powers",
        "kitchen.powers.sell-vendors",
        "kitchen.powers.sell-vendors-2",
    ]


def test_what_is_inside_hides_what_is_outside(model):
    made = model(kitchen("members vendors { count 2 }\n powers { act requires vendors }"))
    assert made.entities["kitchen"].powers[0].decision == Deciding("kitchen.vendors")


class TestMembersAsAWhole:
    def test_the_one_class(self, model):
        made = model(kitchen(firm="powers { act requires members }"))
        assert made.entities["vendors"].powers[0].decision == Deciding("vendors.sellers")

    def test_the_assembly_of_several(self, model):
        made = model(kitchen("members cooks { count 2 }\n powers { act requires members }"))
        assert made.entities["kitchen"].powers[0].decision == Deciding("kitchen.council")

    def test_all_of_several_in_a_list(self, model):
        made = model(kitchen(firm='members cooks { count 2 }\n empowers members by "pay"'))
        assert made.entities["vendors"].empowers[0].whom == ("vendors.sellers", "vendors.cooks")

    def test_none_of_several_without_an_assembly(self, codes):
        assert codes(kitchen(firm="members cooks { count 2 }\n powers { act requires members }")) == ["NAM105"]


BROKEN = {
    "unknown": (kitchen("uses cookbok"), "NAM101", "did you mean `cookbook`?"),
    "unknown, inside another": (
        kitchen(firm="powers { transfer trademark requires sellers }"),
        "NAM101",
        "did you mean `kitchen.trademark`?",
    ),
    "unknown, nothing near": (
        kitchen("affiliated with zzz"),
        "NAM101",
        "a party or a class of members must stand here",
    ),
    "twice": (kitchen(below="person vendors"), "NAM102", "declared again here, and not counted"),
    "twice inside": (kitchen("board citizens"), "NAM102", "declared again here, and not counted"),
    "wrong kind": (kitchen("uses vendors"), "NAM103", ""),
    "whose articles": ("value v { breached by amend articles }", "NAM101", "whose articles?"),
    "said twice": (kitchen('purpose "a"\n purpose "b"'), "NAM108", "said again here, and not counted"),
    "a dot": ("party a.b", "NAM109", "a dot reaches inside an entity"),
    "unknown action": (power_in("relisense cookbook requires council"), "NAM111", "did you mean `relicense`?"),
    "unknown kind": ("value v { kind opennes }", "NAM111", "did you mean `openness`?"),
    "unknown test": (power_in("act requires consent of vendors testing purpos"), "NAM111", "did you mean `purpose`?"),
    "unknown basis": (kitchen("lock trademark use basis covenent"), "NAM111", "did you mean `covenant`?"),
    "unknown currency": (
        "party a\nparty b\nflow f from a to b 5 minuto per month",
        "NAM101",
        "a currency, or a code such as EUR must stand here",
    ),
    "no debtor": ("party a\nparty b\nagreement c { between a, b\n duties { report to b } }", "NAM112", ""),
    "unfitting": (power_in("expel cookbook requires council"), "NAM113", "`cookbook` is a commons"),
    "two holders": (kitchen(firm="holds kitchen.trademark"), "NAM107", "held here"),
    "two releasers": (kitchen("releases cookbook", "releases cookbook"), "NAM107", "released here"),
    "more than the whole": (power_in("act requires council by 5/4"), "NAM130", ""),
    "more than there are": (power_in("act requires 3 of (council, vendors)"), "NAM130", ""),
    "no such month": ("party a\nparty b\nflow f from a to b 5 EUR in months 13", "NAM130", ""),
    "another edition": ("", "NAM124", ""),
}


@pytest.mark.parametrize("case", [case for case in BROKEN if case != "another edition"])
def test_what_is_wrong_is_said_once_at_its_place(lower, case):
    text, code, label = BROKEN[case]
    made = lower(text)
    assert [(finding.code, finding.label) for finding in made.findings] == [(code, label)]
    assert made.findings[0].span is not None


@pytest.mark.parametrize("case", list(BROKEN))
def test_sentences_are_whole(lower, case):
    text, _, _ = BROKEN[case]
    head = 'charter "x" { edition 2 }\n' if case == "another edition" else ""
    for finding in lower(text, head=head).findings:
        assert finding.message
        assert not finding.message.endswith(".")
        assert finding.help or finding.fixes or finding.related


@pytest.mark.parametrize(
    "case", ["unknown", "unknown, inside another", "unknown action", "unknown kind", "unknown basis"]
)
def test_the_first_fix_mends_it(lower, case):
    made = lower(BROKEN[case][0])
    (finding,) = made.findings
    (edit,) = finding.fixes[0].edits
    text = made.value.sources["main.charter"]
    start, end = text.offsets(edit.span)
    assert lower(text.text[:start] + edit.replacement + text.text[end:], head="").findings == ()


def test_all_slips_of_a_line_show_at_once(lower):
    made = lower(power_in("sell nothing-here requires consent of nobody and nobody-else"))
    assert [finding.message.split("`")[1] for finding in made.findings] == ["nothing-here", "nobody", "nobody-else"]


def test_a_thing_looked_for_in_the_wrong_place(lower):
    (finding,) = lower(kitchen(firm="powers { transfer kitchen.sellers requires sellers }")).findings
    assert (finding.label, finding.help) == ("did you mean `sellers`?", ("`kitchen` declares nothing of that name",))


def test_an_unknown_name_leaves_out_what_rests_on_it_and_no_more(lower):
    made = lower(
        power_in("act requires council and nobody-knows\n dissolve requires nobody-knows\n sell requires council")
    )
    powers = {power.act.action: power.decision for power in made.value.charter.entities["kitchen"].powers}
    assert powers == {"act": Deciding("kitchen.council"), "sell": Deciding("kitchen.council")}
    assert [finding.code for finding in made.findings] == ["NAM101", "NAM101"]


def test_a_promise_about_an_unknown_name_is_no_promise(lower):
    made = lower("party a\nexpect nobody among a, b can dissolve a")
    assert [finding.code for finding in made.findings] == ["NAM101"]
    assert made.value.charter.expectations == ()


def test_a_word_the_language_does_not_know_is_kept(lower):
    made = lower(power_in("bless cookbook requires council"))
    assert [finding.severity for finding in made.findings] == ["warning"]
    assert made.value.charter.entities["kitchen"].powers[0].act == Act("bless", "cookbook")


def test_a_finding_says_where_the_other_one_is(lower):
    (finding,) = lower(kitchen("uses vendors")).findings
    assert finding.message == "`vendors` is a firm; `uses` wants a commons"
    assert [label.text for label in finding.related] == ["declared here as a firm"]


def test_letters_with_accents_are_one_letter_however_typed(model):
    made = model(
        "party caf\N{LATIN SMALL LETTER E WITH ACUTE}\nparty b { affiliated with cafe\N{COMBINING ACUTE ACCENT} }"
    )
    assert made.entities["b"].affiliated_with == ("caf\N{LATIN SMALL LETTER E WITH ACUTE}",)


def test_many_unknown_names_are_all_reported(lower):
    made = lower("party a {\n affiliated with " + ", ".join(f"b{number}" for number in range(300)) + "\n}")
    assert len(made.findings) == 300


class TestWhereNamesStand:
    TEXT = 'party a\nassociation b {\n members m\n holds domain "b.example"\n powers { sell domain, admit to m requires m }\n}\n'

    @pytest.fixture
    def loaded(self, lower):
        return lower(self.TEXT, head="").value

    def test_every_use_is_known_with_its_place(self, loaded):
        text = loaded.sources["main.charter"]
        used = {(text.slice(each.span), loaded.sources.where(each.span), each.id) for each in loaded.names.references}
        assert used == {
            ("domain", "main.charter:4:8", "b.domain"),
            ("domain", "main.charter:5:16", "b.domain"),
            ("m", "main.charter:5:33", "b.m"),
            ("m", "main.charter:5:44", "b.m"),
        }

    def test_every_declaration_is_known_with_its_place(self, loaded):
        places = {
            name: loaded.sources.where(symbol.span) for name, symbol in loaded.names.symbols.items() if symbol.span
        }
        assert places == {
            "a": "main.charter:1:7",
            "b": "main.charter:2:13",
            "b.m": "main.charter:3:10",
            "b.domain": "main.charter:4:8",
        }

    def test_names_are_offered_as_they_are_written_there(self, loaded):
        assert {name for name, _ in loaded.names.visible("b", mention.BODY)} == {"a", "b", "m"}
        assert {name for name, _ in loaded.names.visible("", mention.BODY)} == {"a", "b", "b.m"}


def test_a_use_knows_the_file_it_brings_in(lower):
    made = lower('use "more.charter"\nuse std/values/care', more="party p").value
    assert [path for _, path in made.uses] == ["more.charter", "std/values/care.charter"]
