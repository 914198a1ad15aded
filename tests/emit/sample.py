"""A paper that has everything in it: every level, block and inline, and strings that would be markup elsewhere."""

from charterlang.papers.number import numbered
from charterlang.papers.tree import (
    Basis,
    Blank,
    Clause,
    Definition,
    Emphasis,
    Level,
    Origin,
    Paper,
    Paragraph,
    Picture,
    Reference,
    Signature,
    Strong,
    Table,
    Term,
    Text,
    Verbatim,
)

HOSTILE = (
    "{{ 7*7 }}",
    "{% include 'x' %}",
    "</script><script>alert(1)</script>",
    '#eval("1")',
    "#set page(width: 1cm)",
    "$x$ and $$y$$",
    "*bold* _slanted_ `code` ~struck~",
    "[link](https://example.org)",
    "![picture](x.png)",
    "MERGEFIELD secret",
    "{ INCLUDETEXT file }",
    "&lt;b&gt; &amp; &#x41; <b>bold</b>",
    "]]> <!-- comment --> <?pi?>",
    "control\x00\x07\x0b\x1f characters\ufffe",
    "right-to-left \u200fאבג\u200e mark",
    "over\u202eride\u202c",
    "emoji 🍲 and 👩‍🌾",
    "# heading",
    "1. list",
    "- list",
    "> quote",
    "| cell | cell |",
    "= heading",
    "/ term: meaning",
    "<label> @reference",
    "back\\slash \\par \\n",
    "=cmd|' /C calc'!A0",
    "---",
    "Setext\n===",
    "https://example.org/?a=1&b=2",
    "<https://example.org>",
    "two  spaces and\ttab",
)
"""Strings a charter may hold and that must come out as what they are, in each format."""

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 120" width="240" height="120">'
    '<rect width="240" height="120" fill="#f6f4ef"/>'
    '<circle cx="90" cy="60" r="45" fill="#2f6f5e" fill-opacity=".45"/>'
    '<circle cx="150" cy="60" r="45" fill="#b5562b" fill-opacity=".45"/></svg>'
)


def words(text: str) -> tuple[Paragraph, ...]:
    return (Paragraph((Text(text),)),)


def section(clause_id: str, *inlines, heading: str = "", children=(), basis=(), blocks=()) -> Clause:
    own = (Paragraph(inlines),) if inlines else ()
    return Clause(
        clause_id, Level.SECTION, heading, blocks=own + tuple(blocks), children=tuple(children), basis=tuple(basis)
    )


def item(clause_id: str, *inlines, children=()) -> Clause:
    return Clause(clause_id, Level.ITEM, blocks=(Paragraph(inlines),), children=tuple(children))


def article(clause_id: str, heading: str, *children, blocks=(), basis=(), line: int = 0) -> Clause:
    origin = (Origin("kitchen.charter", line),) if line else ()
    return Clause(
        clause_id, Level.ARTICLE, heading, blocks=tuple(blocks), children=children, basis=tuple(basis), origin=origin
    )


def hostile_items() -> tuple[Clause, ...]:
    return tuple(item(f"hostile.{place}", Text(text)) for place, text in enumerate(HOSTILE))


def sample(page: str = "A4") -> Paper:
    """The sample, not yet numbered."""
    general = Clause(
        "part.general",
        Level.PART,
        "General provisions",
        children=(
            article(
                "name",
                "Name, form and seat",
                section(
                    "name.name",
                    Text("The name is "),
                    Strong("Friends of the Occupy Kitchen"),
                    Text(" (the “"),
                    Strong("Association"),
                    Text("”)."),
                    heading="Name",
                    basis=(Basis("N-PCL § 301", "2025", "the name must tell the corporation from others"),),
                ),
                section(
                    "name.seat",
                    Text("Its registered office is at "),
                    Blank("office", "registered office of the Association"),
                    Text(". The "),
                    Term("board", "Board"),
                    Text(" may move it within the State of New York as provided in "),
                    Reference("amendment.ordinary"),
                    Text("."),
                    heading="Seat",
                ),
                line=33,
            ),
            article(
                "purpose",
                "Purpose",
                section(
                    "purpose.purpose",
                    Text("The purpose of the "),
                    Term("association", "Association"),
                    Text(" is to protect the "),
                    Term("cookbook", "Cookbook"),
                    Text(" and to empower those who cook from it. To that end it"),
                    children=(
                        item(
                            "purpose.hold",
                            Text("holds the marks, domains and archives of the "),
                            Term("cookbook", "Cookbook"),
                            Text(";"),
                        ),
                        item(
                            "purpose.empower",
                            Text("gives "),
                            Term("producers", "Producers"),
                            Text(":"),
                            children=(
                                item("purpose.empower.tools", Text("kitchen equipment and training; and")),
                                item(
                                    "purpose.empower.help",
                                    Text("legal help, within the limits of "),
                                    Reference("purpose.limits"),
                                    Text(";"),
                                ),
                            ),
                        ),
                        item("purpose.publish", Text("publishes what it learns.")),
                    ),
                ),
                section(
                    "purpose.limits",
                    Text(
                        "No part of its income is paid to members, directors or officers, save a fair price for work done. This section stands with "
                    ),
                    Reference("purpose.empower.help"),
                    Text(", "),
                    Reference("amendment"),
                    Text(", "),
                    Reference("part.decisions"),
                    Text(" and "),
                    Reference("annex.licence"),
                    Text("."),
                    heading="No distribution",
                    basis=(
                        Basis("26 U.S.C. § 501(c)(3)", "2025", "no part of the net earnings may inure to insiders"),
                        Basis("N-PCL § 515", "2024"),
                    ),
                ),
                line=35,
                basis=(Basis("N-PCL § 201", "2025", "a charitable purpose must be stated"),),
            ),
        ),
    )
    decisions = Clause(
        "part.decisions",
        Level.PART,
        "Who decides",
        blocks=words(
            "This part says who may do what. What no clause gives to an organ is kept for the general assembly."
        ),
        children=(
            article(
                "powers",
                "Reserved powers",
                section(
                    "powers.table",
                    Text("The following acts need the decisions set out beside them:"),
                    blocks=(
                        Table(
                            ((Text("Act"),), (Text("Organ"),), (Text("Majority"),)),
                            (
                                (
                                    (Text("Relicense the "), Term("cookbook", "Cookbook")),
                                    (Text("general assembly"),),
                                    (Text("3/4, quorum 30 %"),),
                                ),
                                (
                                    (Text("Sell the mark"),),
                                    (Text("general assembly and "), Blank("guardian", "name of the guardian")),
                                    (Text("3/4"),),
                                ),
                                (
                                    (Text("Dissolve the association, subject to "), Reference("amendment.locked")),
                                    (Text("general assembly"),),
                                    (Text("4/5"),),
                                ),
                            ),
                            "Reserved acts and the decisions they need",
                        ),
                        Paragraph((Text("An act done without its decision is void as between the parties."),)),
                    ),
                ),
                section("powers.hostile", Text("These words are only words:"), children=hostile_items()),
                blocks=words("Powers not listed in this article belong to the board."),
                line=61,
            ),
            article(
                "amendment",
                "Amendment",
                section(
                    "amendment.ordinary",
                    Text("These bylaws may be amended by two thirds of the votes cast."),
                    heading="Ordinary amendments",
                ),
                section(
                    "amendment.locked",
                    Text("No amendment of "),
                    Reference("purpose"),
                    Text(" or of this "),
                    Reference("amendment.locked"),
                    Text(" takes effect without the "),
                    Emphasis("written"),
                    Text(" consent of "),
                    Blank("guardian", "name of the guardian"),
                    Text("."),
                    heading="Locked clauses",
                ),
                line=74,
            ),
        ),
    )
    return Paper(
        id="bylaws-kitchen",
        kind="bylaws",
        title="Bylaws of Friends of the Occupy Kitchen",
        subtitle="A New York charitable not-for-profit corporation",
        language="en-US",
        notice="This is a draft. Have it reviewed by a lawyer admitted in New York before anyone signs it.",
        preamble=(
            Paragraph((Text("We cook for whoever is hungry, and we keep what we learn open for all to share and to build upon."),)),
        ),
        definitions=(
            Definition("board", "Board", (Text("the board of directors of the "), Term("association", "Association"), Text("."))),
            Definition("cookbook", "Cookbook", (Text("the recipes and methods of The Open Cookbook, licensed under "), Reference("annex.licence"), Text("."))),
            Definition("producers", "Producers", (Text("those who contribute to the "), Term("cookbook", "Cookbook"), Text("."))),
            Definition("association", "Association", (Text("Friends of the Occupy Kitchen."),), defined_in="name.name"),
        ),
        clauses=(general, decisions),
        signatures=(Signature("Friends of the Occupy Kitchen", "President of the Board"), Signature("New York Street Vendors, Inc.", "Secretary")),
        annexes=(
            Clause(
                "annex.licence",
                Level.ARTICLE,
                "Licence of the Cookbook",
                blocks=(Paragraph((Text("The official text follows."),)), Verbatim('Attribution-ShareAlike\n\n  1. Definitions.\n     a. "Adapted Material" means <material>.\n\tTabbed line.\n')),
            ),
            Clause(
                "annex.circles",
                Level.ARTICLE,
                "The three circles",
                children=(
                    section("annex.circles.picture", Text("The circles and their ties:"), blocks=(Picture(SVG, "Two circles that overlap", "The circles"),)),
                    section("annex.circles.how", Text("Read with "), Reference("annex.circles.picture"), Text("."), children=(item("annex.circles.how.a", Text("first;")), item("annex.circles.how.b", Text("second.")))),
                ),
            ),
        ),
        subject="kitchen",
        meta={"page": page, "author": "Friends of the Occupy Kitchen"},
    )  # fmt: skip


def numbered_sample(page: str = "A4") -> Paper:
    """The sample with its numbers."""
    return numbered(sample(page))
