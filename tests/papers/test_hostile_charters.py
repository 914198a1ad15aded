"""Whatever a charter's strings hold, they come out as the words they are, and change nothing else."""

import pytest

from charterlang.papers.tree import Paragraph, Table

HOSTILE = (
    "{{ 7*7 }}",
    "{% include 'en/parts/power.md.j2' %}",
    "{# gone #}",
    "**bold** and *soft*",
    "[[purpose]] [Board] [Board](board)",
    "{?gone?} {name}",
    "@ states guild",
    "| a | b |",
    "# heading | x",
    "<script>alert(1)</script> &amp;",
)

CHARTER = """
value open "All %s may" {{ kind openness }}
commons code "Code {0}" {{ kind software; produces "programs {0}"; licence MIT; contributions under "{0}"; upholds open }}
asset mark "Mark {0}" {{ kind trademark; of code; held by guild }}
association guild "Guild {0}" {{
  purpose "To keep {0}"
  protects code
  upholds open
  empowers makers by "money {0}"
  members makers "Makers {0}" {{ open to anyone after "proof {0}" admitted by council; vote one per member }}
  assembly meeting "Meeting {0}" of makers
  board council "Council {0}" {{ seats 3; 3 elected by makers }}
  powers {{ relicense code requires meeting by 3/4 and consent of city testing purpose }}
  on dissolution assets go to heir
  particulars {{ registered office "Office {0}" }}
}}
association heir "Heir {0}" {{ external }}
firm shop "Shop {0}" {{
  uses code
  members workers "Workers {0}"
  duties {{ contribute 5% of surplus to guild; must "be kind {0}" towards guild }}
}}
public city "City {0}"
agreement pact "Pact {0}" {{
  between guild, shop
  purpose "Together {0}"
  duties {{ shop must "help {0}" towards guild }}
  on breach "shame {0}"
  disputes mediation in "{0}", then "a duel {0}"
}}
provision meal "Meal {0}" {{ need "Food {0}"; by gift from shop "fresh {0}"; decided by guild.meeting; affects city by "smell {0}" remedied by "soap {0}" }}
define "Kindness {0}" as "no {0} harm"
clause song "Song {0}" {{ in bylaws; after purpose; text "We sing {0}." }}
""".replace("%s", "{0}")


def shape(papers):
    """All that is not words: the papers, their clauses and the kinds of what stands in them."""
    found = []
    for paper in papers:
        for clause in paper.walk():
            kinds = [type(block).__name__ for block in clause.blocks]
            lines = [block.inlines for block in clause.blocks if isinstance(block, Paragraph)]
            lines += [cell for block in clause.blocks if isinstance(block, Table) for row in block.rows for cell in row]
            inlines = [[type(inline).__name__ for inline in line] for line in lines]
            found.append((paper.id, clause.id, str(clause.level), kinds, inlines, clause.states))
    return found


def words(papers):
    lines = []
    for paper in papers:
        lines += [paper.title, *("".join(inline.text for inline in each.meaning) for each in paper.definitions)]
        for clause in paper.walk():
            lines.append(clause.heading)
            for block in clause.blocks:
                if isinstance(block, Paragraph):
                    lines.append("".join(getattr(inline, "text", "") for inline in block.inlines))
    return "\n".join(lines)


@pytest.fixture(scope="module")
def plain_shape(papers_of_words):
    return shape(papers_of_words("plain"))


@pytest.fixture(scope="module")
def papers_of_words():
    from charterlang.model.load import load
    from charterlang.papers.write import write
    from charterlang.source import MemoryFiles

    def of(said):
        quoted = said.replace("\\", "\\\\").replace('"', '\\"')
        text = 'charter "T" {\n edition 1\n}\n' + CHARTER.format(quoted)
        loaded = load("main.charter", MemoryFiles({"main.charter": text}))
        assert [finding.message for finding in loaded.findings] == []
        result = write(loaded.value.charter, None, loaded.value.sources)
        assert [finding.message for finding in result.findings if str(finding.severity) == "error"] == []
        return result.value

    return of


@pytest.mark.parametrize("said", HOSTILE)
def test_hostile_words_stay_words(papers_of_words, plain_shape, said):
    papers = papers_of_words(said)
    assert shape(papers) == plain_shape
    for opening in ("To keep ", "Office ", "money ", "help ", "We sing ", "Food ", "Guild "):
        assert opening + said in words(papers)


def test_the_tokens_of_the_markup_itself_change_nothing_either(papers_of_words, plain_shape):
    assert shape(papers_of_words("\ufdd00\ufdd1")) == plain_shape


def test_no_arithmetic_is_done(papers_of_words):
    assert "49" not in words(papers_of_words("{{ 7*7 }}"))
